"""Small faults that can be planted in a module: what a hurried hand gets wrong.

Messages, annotations, decorators and docstrings are left alone: catalogues and types have checks
of their own.
"""

import ast
import builtins
from collections.abc import Iterator
from dataclasses import dataclass

COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}
PAIRS = (
    ("min", "max"),
    ("any", "all"),
    ("minimum", "maximum"),
    ("floor", "ceil"),
    ("p10", "p90"),
    ("mean", "p50"),
    ("booked", "planned"),
    ("higher", "lower"),
    ("first_year", "last_year"),
    ("base_year", "last_year"),
    ("period", "years"),
    ("left", "right"),
    ("saving", "outlay"),
    ("net_effect", "cumulative_net"),
)
SWAPPED = {one: other for pair in PAIRS for one, other in (pair, pair[::-1])}
"""Names and words that are easily taken for each other."""
LEFT_FIELDS = {"annotation", "returns", "decorator_list"}
LEFT_CALLS = {"say", "cast", "TypeVar", "field_validator"}
CONDITIONS = ast.Name | ast.Attribute | ast.Call | ast.Subscript
TEXTS = ast.JoinedStr | ast.List | ast.Tuple | ast.Dict


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One fault in one place."""

    path: str
    line: int
    start: int
    """Where what is replaced begins in the file. [bytes]"""
    end: int
    old: str
    new: str

    def planted(self, source: bytes) -> bytes:
        """Return the file with the fault."""
        return source[: self.start] + self.new.encode() + source[self.end :]

    def __str__(self) -> str:
        old, new = (" ".join(text.split()) for text in (self.old, self.new))
        return f"{self.path}:{self.line}: {old} → {new}"


def mutants(path: str, source: bytes) -> Iterator[Mutant]:
    """Yield every fault that can be planted in a file."""
    begins = [0]
    for line in source.splitlines(keepends=True):
        begins.append(begins[-1] + len(line))
    tree = ast.parse(source)
    known = set(dir(builtins))
    for node in ast.walk(tree):
        known |= {node.id} if isinstance(node, ast.Name) else set()
        known |= {node.attr} if isinstance(node, ast.Attribute) else set()
    for place in _places(tree):
        for node, changed in _changed(place):
            name = getattr(changed, "id", getattr(changed, "attr", None))
            if name and name not in known:
                continue  # nobody writes a name that there is not
            start = begins[node.lineno - 1] + node.col_offset
            end = begins[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
            new = f"({ast.unparse(changed)})" if isinstance(changed, ast.expr) else changed
            old = source[start:end].decode()
            yield Mutant(path=path, line=node.lineno, start=start, end=end, old=old, new=new)


def _places(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    for field, value in ast.iter_fields(node):
        if field in LEFT_FIELDS:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_left(child):
                if isinstance(child, ast.expr | ast.stmt):
                    yield child
                yield from _places(child)


def _is_left(node: ast.AST) -> bool:
    match node:
        case ast.JoinedStr() | ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Subscript(value=ast.Name(id="Literal")) | ast.Assert():
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in LEFT_CALLS
    return False


def _changed(node: ast.expr | ast.stmt) -> Iterator[tuple[ast.expr | ast.stmt, ast.expr | str]]:
    """Yield what may stand there instead; of a choice, instead of its condition."""
    if isinstance(node, ast.expr):
        for changed in _expressions(node):
            yield node, changed
    match node:
        case ast.AugAssign(target=target, op=op, value=value) if not _is_text(value):
            if other := CALCULATED.get(type(op)):
                yield node, ast.unparse(ast.AugAssign(target, other(), value))
        case ast.If(test=test) | ast.IfExp(test=test) if isinstance(test, CONDITIONS):
            yield test, ast.UnaryOp(ast.Not(), test)
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield node, "pass"
        case ast.Break():
            yield node, "continue"
        case ast.Continue():
            yield node, "break"


def _expressions(node: ast.expr) -> Iterator[ast.expr | str]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=right):
            for turned in COMPARED[type(op)]:
                yield ast.Compare(left, [turned()], right)
        case ast.BinOp(left=one, op=op, right=two) if not _is_text(one, two):
            if other := CALCULATED.get(type(op)):
                yield ast.BinOp(one, other(), two)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.Constant(value=value):
            yield from _constants(value)
        case ast.Name(id=name, ctx=ast.Load()) if name in SWAPPED:
            yield ast.Name(SWAPPED[name], ast.Load())
        case ast.Attribute(value=owner, attr=name, ctx=ast.Load()) if name in SWAPPED:
            yield ast.Attribute(owner, SWAPPED[name], ast.Load())


def _is_text(*operands: ast.expr) -> bool:
    """Return whether texts or rows are joined, for which there is no other operation."""
    return any(
        isinstance(operand, TEXTS)
        or (isinstance(operand, ast.Constant) and isinstance(operand.value, str))
        for operand in operands
    )


def _constants(value: object) -> Iterator[str]:
    match value:
        case bool():
            yield str(not value)
        case int():
            yield str(value + 1)
        case float():
            yield str(value * 2 or 1.0)
        case str() if value in SWAPPED:
            yield repr(SWAPPED[value])
