"""Make resources/unicode from the files of the Unicode Character Database.

`python -m workbench.unicode_tables`, where Debian's package unicode-data is installed. A change of
Unicode's version is a change of rules too: read UAX #14 and UAX #29 before it is committed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from workbench.programs import ROOT
from workbench.words import say

DATABASE = Path("/usr/share/unicode")
TABLES = ROOT / "resources" / "unicode"

_LINE = re.compile(r"^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)\s*#\s*(?:(\w[\w&])\s)?")
_VERSION = re.compile(r"-(\d+\.\d+\.\d+)\.txt")
_LAST = 0x110000

# UAX #14, LB1: classes that are settled before the rules begin.
_SETTLED = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}
# Where LineBreak.txt lists nothing, its heading gives these ranges a class.
_UNLISTED = (
    *((0x3400, 0x4DC0, "ID"), (0x4E00, 0xA000, "ID"), (0xF900, 0xFB00, "ID")),
    *((0x1F000, 0x1FB00, "ID"), (0x1FC00, 0x1FFFE, "ID"), (0x20000, 0x2FFFE, "ID")),
    *((0x30000, 0x3FFFE, "ID"), (0x20A0, 0x20D0, "PR")),
)


def line_break_classes() -> list[str]:
    """A class for each code point, divided as far as the rules look at other properties.

    QI and QF are quotation marks that open or close; OW is a wide bracket that opens; PX a
    pictograph that is not assigned yet.
    """
    classes = [""] * _LAST
    unassigned = set(range(_LAST))
    for codes, name, category in _properties("LineBreak.txt"):
        for code in codes:
            classes[code] = _line_break_class(name, category)
        if category != "Cn":
            unassigned.difference_update(codes)
    for start, end, name in _UNLISTED:
        for code in range(start, end):
            classes[code] = classes[code] or name
    for codes, name, _category in _properties("EastAsianWidth.txt"):
        for code in codes:
            if name in {"F", "W", "H"} and classes[code] == "OP":
                classes[code] = "OW"
    for code in _pictographs() & unassigned:
        classes[code] = "PX"
    return [name or _SETTLED["XX"] for name in classes]


def _line_break_class(name: str, category: str) -> str:
    if name == "SA":
        return "CM" if category in {"Mn", "Mc"} else "AL"
    if name == "QU":
        return {"Pi": "QI", "Pf": "QF"}.get(category, name)
    return _SETTLED.get(name, name)


def grapheme_classes() -> list[str]:
    """The Grapheme_Cluster_Break of each code point; pictographs are a class of their own."""
    classes = ["Other"] * _LAST
    for code in _pictographs():
        classes[code] = "Pictograph"
    for codes, name, _category in _properties("auxiliary/GraphemeBreakProperty.txt"):
        for code in codes:
            classes[code] = name
    return classes


def _pictographs() -> set[int]:
    return {
        code
        for codes, name, _category in _properties("emoji/emoji-data.txt")
        if name == "Extended_Pictographic"
        for code in codes
    }


def _properties(file: str) -> Iterator[tuple[range, str, str]]:
    for line in (DATABASE / file).read_text(encoding="utf-8").splitlines():
        if found := _LINE.match(line):
            first, last, name, category = found.groups()
            yield range(int(first, 16), int(last or first, 16) + 1), name, category or ""


def _write(name: str, source: str, classes: list[str]) -> None:
    heading = (DATABASE / source).read_text(encoding="utf-8").splitlines()[0]
    version = _VERSION.search(heading)
    lines = [f"# Unicode {version[1] if version else ''}, {source}: from this code point on"]
    last = ""
    for code, found in enumerate(classes):
        if found != last:
            lines.append(f"{code:X} {found}")
            last = found
    (TABLES / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    say(f"{name}: {len(lines) - 1} ranges")


def main() -> None:
    """Write both tables anew."""
    TABLES.mkdir(exist_ok=True)
    _write("line-breaks.txt", "LineBreak.txt", line_break_classes())
    _write("grapheme-breaks.txt", "auxiliary/GraphemeBreakProperty.txt", grapheme_classes())


if __name__ == "__main__":
    main()
