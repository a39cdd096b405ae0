"""XML parts element by element, in little memory and without anything from outside.

Elements are known by their names without prefixes: readers do not look at namespaces, and a
guard has to see whatever they see.
"""

from collections.abc import Callable, Mapping
from typing import IO
from xml.parsers.expat import ParserCreate

from innobudget.io.sheets.refusals import ContradictionError
from innobudget.messages import say

Attributes = Mapping[str, str]
Begin = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Names(dict[str, str]):
    """Names of elements without their prefixes, each taken apart once."""

    def __missing__(self, name: str) -> str:
        """Take a name apart."""
        self[name] = name.rpartition(":")[2]
        return self[name]


def walk(part: IO[bytes], begin: Begin, end: End | None = None, text: Text | None = None) -> None:
    """Call functions for what stands in a part, in its order.

    Parameters
    ----------
    part
        Read as far as it goes.
    begin, end
        Called with an element's name as written, the first one also with its attributes.
    text
        Called with the text between elements, in pieces.

    Raises
    ------
    ExpatError
        If it is no XML.
    ValueError
        If it declares a document type: entities from outside, or of a billion letters.

    """
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = begin
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    parser.ParseFile(part)


def attribute(attributes: Attributes, name: str) -> str | None:
    """Return an attribute whatever its prefix."""
    for key, value in attributes.items():
        if key.rpartition(":")[2] == name:
            return value
    return None


def _refuse_doctype(*_: object) -> None:
    raise ContradictionError(say("a document type, which no spreadsheet program writes"))
