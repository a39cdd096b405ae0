"""Workbooks made by hand, as no spreadsheet program writes them."""

import struct
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def sheet_xml(rows: str, head: str = "worksheet") -> str:
    """Return a sheet with rows as they are written."""
    return f'<?xml version="1.0"?><{head} xmlns="{MAIN}"><sheetData>{rows}</sheetData></{head}>'


def xlsx(
    *sheets: str, texts: str = "", folder: str = "xl/worksheets", more: Sequence[str] = ()
) -> bytes:
    """Return a package of these sheets, shared texts and empty parts."""
    names = [f"s{number}.xml" for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(names) + 1)
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/{name}"/>'
        for n, name in enumerate(names, start=1)
    )
    parts = {
        "[Content_Types].xml": _types(names),
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        **{f"{folder}/{name}": xml for name, xml in zip(names, sheets, strict=True)},
        **dict.fromkeys(more, ""),
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _types(names: Sequence[str]) -> str:
    kinds = {
        "/xl/workbook.xml": "sheet.main",
        "/xl/sharedStrings.xml": "sharedStrings",
        **{f"/xl/worksheets/{name}": "worksheet" for name in names},
    }
    listed = "".join(
        f'<Override PartName="{part}" ContentType="{KIND}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>{listed}</Types>'
    )


def record(kind: int, body: bytes = b"") -> bytes:
    """Return a record of an xls workbook."""
    return struct.pack("<HH", kind, len(body)) + body


def xls(records: bytes, *, table: Sequence[int] | None = None, difat: int = END) -> bytes:
    """Return a Compound File whose one stream has these records.

    Sector 0 is the allocation table, 1 the directory, the others the stream.
    """
    stream = records + bytes(-len(records) % 512)
    stream += bytes(max(4096 - len(stream), 0))
    sectors = len(stream) // 512
    chain = [TABLE, END, *range(3, sectors + 2), END] if table is None else list(table)
    chain += [FREE] * (128 - len(chain))
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", header, 44, 1, 1)
    struct.pack_into("<IIIII", header, 56, 4096, END, 0, difat, 0)
    struct.pack_into("<109I", header, 76, 0, *[FREE] * 108)
    directory = _entry("Root Entry", 5, END, 0) + _entry("Workbook", 2, 2, len(stream))
    return bytes(header) + struct.pack("<128I", *chain[:128]) + directory.ljust(512, b"\0") + stream


def _entry(name: str, kind: int, start: int, length: int) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    head = wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide), kind, 1)
    links = struct.pack("<III", FREE, FREE, 1 if kind == 5 else FREE)
    return (head + links).ljust(116, b"\0") + struct.pack("<IQ", start, length)
