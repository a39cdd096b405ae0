"""The house in numbers: how large it is, and what is in it more often than it should be.

`python -m tests.house` prints them; `tests/test_house.py` holds some of them.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
WORDS = (r"\breserve\b", r"\bpayback\b", "probability_booked_met")
"""Names of figures, each of which is declared once."""


@cache
def modules() -> Mapping[str, ast.Module]:
    """Return every module, parsed, by its dotted name."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def bodies() -> Iterator[tuple[str, int]]:
    """Yield every function with the lines of its body, its docstring left out."""
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[ast.get_docstring(node) is not None :]
                lines = (node.end_lineno or 0) - first[0].lineno + 1 if first else 0
                yield f"{module}.{node.name}", lines


def imports(module: str) -> set[str]:
    """Return the modules of the house that a module loads when it is loaded."""
    found = set()
    for node in modules()[module].body:
        if isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            known = inner & set(modules())
            found |= known or {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return (found & set(modules())) - {module}


def in_cycles(loads: Mapping[str, set[str]]) -> set[str]:
    """Return those that load each other, and those between them."""
    left = dict(loads)
    while True:
        loaded = set().union(*left.values())
        ends = {module for module, own in left.items() if not own or module not in loaded}
        if not ends:
            return set(left)
        left = {module: own - ends for module, own in left.items() if module not in ends}


def by_module() -> Mapping[str, set[str]]:
    """Return what every module loads."""
    return {module: imports(module) for module in modules()}


def by_folder() -> Mapping[str, set[str]]:
    """Return what every module and folder loads of those that stand beside it."""
    found: dict[str, set[str]] = defaultdict(set)
    for module, own in by_module().items():
        for other in own:
            here, there = module.split("."), other.split(".")
            for depth, (one, two) in enumerate(zip(here, there, strict=False), start=1):
                if one != two:
                    found[".".join(here[:depth])].add(".".join(there[:depth]))
                    break
    return {name: own & set(found) for name, own in found.items()}


def shared_classes() -> Mapping[str, list[str]]:
    """Return the names that several classes have, and the modules of these."""
    found = defaultdict(list)
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(module)
    return {name: where for name, where in found.items() if len(where) > 1}


def shared_modules() -> Mapping[str, list[str]]:
    """Return the names that several modules have, and the packages of these."""
    found = defaultdict(list)
    for module in modules():
        package, _, name = module.rpartition(".")
        found[name].append(package)
    return {name: where for name, where in found.items() if len(where) > 1}


def files_with(pattern: str) -> list[str]:
    """Return the files in which a word occurs."""
    return [
        str(path.relative_to(SOURCE))
        for path in sorted(SOURCE.rglob("*.py"))
        if re.search(pattern, path.read_text(encoding="utf-8"))
    ]


def naming(pattern: str) -> list[str]:
    """Return the modules that name a figure: in code, and neither in sentences nor in comments."""
    return [name for name, tree in modules().items() if any(_named(tree, re.compile(pattern)))]


def _named(part: ast.AST, pattern: re.Pattern[str]) -> Iterator[bool]:
    match part:
        case ast.Call(func=ast.Name(id="say" | "counted")):
            return
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name):
            yield bool(pattern.search(name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield bool(pattern.search(name))
        case ast.Constant(value=str(text)):
            yield bool(pattern.search(text))
    for inner in ast.iter_child_nodes(part):
        yield from _named(inner, pattern)


def main() -> None:
    """Print every number."""
    lines = sum(len(path.read_bytes().splitlines()) for path in SOURCE.rglob("*.py"))
    lengths = [length for _, length in bodies()]
    print(f"lines {lines:,}, modules {len(modules())}, functions {len(lengths):,}")
    print(f"bodies over 20 lines {sum(length > 20 for length in lengths)}", end=", ")
    print(f"over 50 {sum(length > 50 for length in lengths)}, longest {max(lengths)}")
    for told, loads in (("modules", by_module()), ("neighbours", by_folder())):
        print(f"{told} in import cycles: {', '.join(sorted(in_cycles(loads))) or 'none'}")
    for told, shared in (("class", shared_classes()), ("module", shared_modules())):
        names = ", ".join(f"{name} × {len(where)}" for name, where in sorted(shared.items()))
        print(f"{told} names that several have {len(shared)}: {names}")
    for word in WORDS:
        print(f"files with {word} {len(files_with(word))}, that name it {len(naming(word))}")


if __name__ == "__main__":
    main()
