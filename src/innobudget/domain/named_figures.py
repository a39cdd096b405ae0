"""Figures by name, as results hold them."""

from collections.abc import Iterator, Mapping
from typing import Any


class Figures(Mapping[str, Any]):
    """Figures by name, which are attributes too: `figures.reserve_period`."""

    def __init__(self, found: Mapping[str, Any]) -> None:
        """Take them as they are; a dot in a name leads to a group of its own."""
        self._found: dict[str, Any] = {}
        for path, value in found.items():
            group, _, name = path.partition(".")
            if name:
                self._found[group] = Figures({**self._found.get(group, {}), name: value})
            else:
                self._found[group] = value

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a figure by year, or one number
        group, _, name = name.partition(".")
        return self._found[group][name] if name else self._found[group]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the same
        if name.startswith("_") or name not in self._found:
            raise AttributeError(name)
        return self._found[name]

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._found})

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._found})"
