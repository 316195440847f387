"""Tables in an Excel workbook (.xlsx): one to a sheet, under a title or not."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from iro_desktop.problems import Place, Problem
from iro_desktop.returns.cells import as_text
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.headings import FURTHEST_HEADING, Shape, find_headings
from iro_desktop.returns.tables import Breathe, Cell, Opened, RawRow, RawTable, refused

# An Annex A workbook of a whole county is under 20 megabytes unpacked.
MOST_BYTES_UNPACKED = 200 * 1024 * 1024
_MOST_COLUMNS = 300
_BREATH = 200
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def is_old_container(data: bytes) -> bool:
    """Whether this is the container of old Office files, and of locked new ones."""
    return data.startswith(_OLD_FORMAT)


def old_container(source: str, data: bytes) -> Opened:
    """A locked workbook, or one of before 2007: neither can be read."""
    locked = _ENCRYPTED_STREAM in data
    return refused(source, Finding.LOCKED_WORKBOOK if locked else Finding.OLD_WORKBOOK)


def read_workbook(source: str, data: bytes, shapes: Sequence[Shape], breathe: Breathe) -> Opened:
    """Every sheet that holds anything, as a table."""
    finding = _unsafe(data)
    if finding is not None:
        return refused(source, finding)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of decoration that it leaves aside; only the cells are wanted here.
            warnings.simplefilter("ignore")
            sheets = tuple(_sheets(data, breathe))
    except _DAMAGE:
        return refused(source, Finding.DAMAGED_WORKBOOK)
    tables = tuple(_table(source, title, rows, shapes) for title, rows in sheets)
    if not tables:
        return Opened(problems=(Problem(Finding.EMPTY_FILE, source, Place(source)),))
    return Opened(tables)


# What openpyxl and what lies under it raise on a file that is not whole, or not what it says.
_DAMAGE = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    RuntimeError,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
)


def _unsafe(data: bytes) -> Finding | None:
    """Why a workbook is not to be unpacked: not a zip, locked, or far larger than it looks."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        return Finding.DAMAGED_WORKBOOK
    if sum(entry.file_size for entry in entries) > MOST_BYTES_UNPACKED:
        return Finding.SWOLLEN_WORKBOOK
    if any(entry.flag_bits & 1 for entry in entries):
        return Finding.LOCKED_WORKBOOK
    return None


def _sheets(data: bytes, breathe: Breathe) -> Iterator[tuple[str, tuple[RawRow, ...]]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow, and only workbooks need it

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        sheets = book.worksheets
        for index, sheet in enumerate(sheets):
            # Some systems write a size that is not the sheet's own, and rows would be cut off.
            sheet.reset_dimensions()
            values = sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)
            rows = tuple(_rows(values, partial(breathe, index / len(sheets))))
            if rows:
                yield sheet.title, rows
    finally:
        book.close()


def _rows(values: Iterable[Sequence[object]], breathe: Callable[[], None]) -> Iterator[RawRow]:
    for line, cells in enumerate(values, start=1):
        if line % _BREATH == 0:
            breathe()
        read = tuple(_cell(value) for value in cells)
        if any(cell is not None and cell != "" for cell in read):
            yield RawRow(line, read)


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, bool):
        return None if value is None else str(int(value))
    if isinstance(value, Cell):
        return value
    return str(value)


def _table(source: str, title: str, rows: tuple[RawRow, ...], shapes: Sequence[Shape]) -> RawTable:
    name = f"{source} ({title})"

    def table_from(index: int) -> RawTable:
        headings = tuple(as_text(cell) for cell in rows[index].cells)
        return RawTable(name, headings, rows[index + 1 :], rows[index].line)

    candidates = [[as_text(cell) for cell in row.cells] for row in rows[:FURTHEST_HEADING]]
    return table_from(find_headings(candidates, shapes, table_from))
