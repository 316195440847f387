"""Tables in text: comma, semicolon, tab or bar between cells, quoted or not."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from iro_desktop.returns.findings import Finding
from iro_desktop.returns.headings import Shape, find_headings
from iro_desktop.returns.tables import Breathe, Opened, RawRow, RawTable, refused
from iro_desktop.returns.text_encodings import decode

_DELIMITERS = ",;\t|"
_LOOKED_AT = 20
_HINT = re.compile("sep=.?", re.IGNORECASE)
# A quoted cell may hold a line break. One that holds this many was never closed.
MOST_LINES_IN_A_ROW = 20
_BREATH = 2_000


class _NeverClosed(Exception):
    """A quotation mark swallows line after line."""


def read_delimited(source: str, data: bytes, shapes: Sequence[Shape], breathe: Breathe) -> Opened:
    """The one table of a text file."""
    text = decode(data)
    if text is None:
        return refused(source, Finding.NOT_TEXT)
    lines = list(io.StringIO(text, newline=None))
    first = _skip_hint(lines)
    delimiter = _delimiter(lines[first:])
    rows = tuple(_rows(lines, first, delimiter, breathe))
    if not rows:
        return refused(source, Finding.EMPTY_FILE)

    def table_from(index: int) -> RawTable:
        headings = tuple(str(cell) for cell in rows[index].cells)
        return RawTable(source, headings, rows[index + 1 :], rows[index].line)

    candidates = [[str(cell) for cell in row.cells] for row in rows[:_LOOKED_AT]]
    return Opened((table_from(find_headings(candidates, shapes, table_from)),))


def _skip_hint(lines: Sequence[str]) -> int:
    """Excel may be told the delimiter in a first line, `sep=;`, which is no row."""
    return int(bool(lines) and _HINT.fullmatch(lines[0].strip()) is not None)


def _delimiter(lines: Sequence[str]) -> str:
    """The character that cuts the first lines into most cells."""
    sample = "".join(lines[:_LOOKED_AT])
    return max(_DELIMITERS, key=lambda one: (sample.count(one), one == ","))


def _rows(lines: Sequence[str], first: int, delimiter: str, breathe: Breathe) -> Iterator[RawRow]:
    """Rows that hold anything, each with the line it begins on. A bad one costs only its line."""
    at = first
    while at < len(lines):
        feed = _Feed(lines, at)
        reader = csv.reader(feed, delimiter=delimiter)
        try:
            for cells in reader:
                line, at = at + 1, feed.at
                feed.since = 0
                if line % _BREATH == 0:
                    breathe(line / len(lines))
                if any("\0" in cell for cell in cells):
                    yield RawRow(line, tuple(cells), Finding.NUL_IN_ROW)
                elif any(cell and not cell.isspace() for cell in cells):
                    yield RawRow(line, tuple(cells))
        except (csv.Error, _NeverClosed):
            yield RawRow(at + 1, (lines[at].strip(),), Finding.OPEN_QUOTATION_MARK)
            at += 1


class _Feed:
    """Lines for a reader, counted, and cut off when one row takes too many of them."""

    def __init__(self, lines: Sequence[str], at: int) -> None:
        self._lines = lines
        self.at = at
        self.since = 0

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if self.since >= MOST_LINES_IN_A_ROW:
            raise _NeverClosed
        if self.at >= len(self._lines):
            if self.since:
                raise _NeverClosed
            raise StopIteration
        self.at += 1
        self.since += 1
        return self._lines[self.at - 1]
