"""Files with mistakes and damage, the same for the same seed."""

import re
from collections.abc import Sequence
from io import BytesIO
from random import Random
from warnings import catch_warnings, simplefilter
from zipfile import ZIP_DEFLATED, ZipFile

NUMBER = re.compile(r"(?<![\w.\"])-?\d[\d_]*(?:\.\d+)?(?![\w.\"])")
TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
ROW = re.compile(rb"<row\b.*?</row>|<table:table-row\b.*?</table:table-row>", re.DOTALL)
VALUES = (
    *(
        "0",
        "-1",
        "1e308",
        "-1e308",
        "5e-324",
        "nan",
        "inf",
        "9" * 30,
        "9" * 4500,
        "0x" + "f" * 4500,
    ),
    *("1e400", "true", "True", "nej", "0,8", "1.000", "[]", "{}", "[[1, 2]]", "1979-05-27", '""'),
    *('"\\u0000"', '"\\u001b[31m"', '"\\u202e"', '"=1+1"', '"../../x"', '"/dev/zero"', '"CON"'),
    *('"' + "x" * 5000 + '"', "[" * 300 + "]" * 300, "{a=" * 200 + "1" + "}" * 200, "2199"),
    *("{ pert = [0, 1, 2] }", "{ normal = [1, 1e300] }", "{ choice = [[1e308, 1]] }"),
)
CELLS = (
    *(
        "",
        "-",
        "nan",
        "1e308",
        "9" * 400,
        "9" * 4500,
        "1.234,5",
        "(5)",
        "5%",
        "#REF!",
        "2025",
        "2200",
    ),
    *(
        "t-1",
        "I alt",
        "=1+1",
        "x" * 5000,
        "\0",
        "\u202e5",
        "\uff15",
        "\xb2",
        '"',
        "\t",
        "\x85",
        "1;2",
    ),
)
ATTRIBUTES = (
    *("", "0", "-1", "1E400", "9" * 30, "XFD1048576", "A0", "ZZZZ9", "s", "e", "b", "str", "rId99"),
    *("#REF!", "&amp;", "&#0;", "&lol;", "x" * 3000, "../../x", "hidden", "[" * 500),
)


def in_toml(text: str, random: Random) -> str:
    """Change some numbers, texts and lines."""
    for _ in range(random.choice([1, 1, 2, 4])):
        lines = text.split("\n")
        at = random.randrange(len(lines))
        kind = random.randrange(6)
        if kind < 3:
            found = list((NUMBER, TEXT)[kind % 2].finditer(text))
            if found:
                match = random.choice(found)
                text = text[: match.start()] + random.choice(VALUES) + text[match.end() :]
            continue
        if kind == 3:
            del lines[at]
        elif kind == 4:
            lines.insert(at, random.choice(lines))
        else:
            cut = random.randrange(len(lines[at]) + 1)
            odd = random.choice(["\0", "\x1b", '"', "[", "]", "=", "\\", "\u2028", "'''", "\r"])
            lines[at] = lines[at][:cut] + odd + lines[at][cut + random.randrange(2) :]
        text = "\n".join(lines)
    return text


def in_table(text: str, random: Random) -> str:
    """Change some cells and rows of a text with `;` between its fields."""
    lines = text.split("\n")
    for _ in range(random.choice([1, 2, 6])):
        at = random.randrange(len(lines))
        fields = lines[at].split(";")
        kind = random.randrange(5)
        if kind < 2:
            fields[random.randrange(len(fields))] = random.choice(CELLS)
            lines[at] = ";".join(fields)
        elif kind == 2:
            lines[at] = ";".join(fields * random.choice([2, 50]))
        elif kind == 3:
            lines[at:at] = lines[at : at + 5] * random.choice([1, 20])
        else:
            random.shuffle(lines)
    return "\n".join(lines)


def in_bytes(content: bytes, random: Random) -> bytes:
    """Cut a file, or change, drop and repeat some of its bytes."""
    kind = random.randrange(4)
    if kind == 0:
        return content[: random.randrange(8, len(content))]
    changed = bytearray(content)
    for _ in range(random.choice([1, 4, 30])):
        at = random.randrange(8, len(changed))
        if kind == 1:
            changed[at] = random.randrange(256)
        elif kind == 2:
            changed[at : at + 4] = random.choice([b"\0\0\0\0", b"\xff\xff\xff\xff", b"\2\0\0\0"])
        else:
            changed[at : at + random.randrange(40)] = b""
    return bytes(changed)


def in_package(content: bytes, random: Random) -> bytes:
    """Change a package's parts, their names, or its bytes."""
    if random.random() < 0.2:
        return in_bytes(content, random)
    with ZipFile(BytesIO(content)) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    at = random.randrange(len(parts))
    name, body = parts[at]
    kind = random.randrange(8)
    if kind == 0:
        del parts[at]
    elif kind == 1:
        parts[at] = name, random.choice(parts)[1]
    elif kind == 2:
        parts[at] = random.choice([name.upper(), name.replace("/", "\\"), f"/{name}"]), body
    elif kind == 3:
        parts.append((name, _in_xml(body, random)))
    else:
        parts[at] = name, _in_xml(body, random)
    return _packed(parts)


def _in_xml(body: bytes, random: Random) -> bytes:
    kind = random.randrange(5)
    values = list(re.finditer(rb'="([^"]*)"|>([^<]+)<', body))
    if kind < 3 and values:
        match = random.choice(values)
        start, end = match.span(match.lastindex or 0)
        return body[:start] + random.choice(ATTRIBUTES).encode() + body[end:]
    if kind == 3:
        row = re.search(
            rb"<row\b.*?</row>|<table:table-row\b.*?</table:table-row>", body, re.DOTALL
        )
        if row:
            return body[: row.start()] + row[0] * 1000 + body[row.start() :]
    tags = list(re.finditer(rb"<[^>]+>", body))
    if not tags:
        return body[: random.randrange(len(body) + 1)]
    tag = random.choice(tags)
    return body[: tag.start()] + tag[0] * random.choice([0, 2]) + body[tag.end() :]


def _packed(parts: Sequence[tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with catch_warnings(), ZipFile(out, "w", ZIP_DEFLATED) as package:
        simplefilter("ignore")  # two parts of one name are meant
        for name, body in parts:
            package.writestr(name, body)
    return out.getvalue()
