"""What kind of file this is, told by its first bytes, and the tables in it."""

from collections.abc import Sequence
from pathlib import Path

from iro_desktop.returns import workbooks
from iro_desktop.returns.annex_a import tables as annex_a
from iro_desktop.returns.delimited import read_delimited
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.headings import Shape
from iro_desktop.returns.meetings import tables as meetings
from iro_desktop.returns.safeguarding import tables as safeguarding
from iro_desktop.returns.ssda903 import tables as ssda903
from iro_desktop.returns.ssda903.xml_form import read_xml
from iro_desktop.returns.tables import Breathe, Opened, no_hurry, refused

SHAPES: Sequence[Shape] = (
    *ssda903.SHAPES,
    *annex_a.SHAPES,
    *meetings.SHAPES,
    *safeguarding.SHAPES,
)
# The largest council's reviews of a year are under one megabyte.
MOST_BYTES = 100 * 1024 * 1024
MEGABYTE = 1024 * 1024
_XML_STARTS = tuple("<".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path) -> bytes | Opened:
    """A file's bytes, or why there are none: it is too big, or the system will not give it."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            limit = str(MOST_BYTES // MEGABYTE)
            return refused(path.name, Finding.TOO_BIG, value=str(size // MEGABYTE), limit=limit)
        return path.read_bytes()
    except OSError as fault:
        return refused(path.name, Finding.CANNOT_BE_OPENED, value=fault.strerror or "")


def open_tables(source: str, data: bytes, breathe: Breathe = no_hurry) -> Opened:
    """The tables in a file of any kind that councils send. Any bytes give tables or problems."""
    if not data.strip(b"\0\t\n\r \xef\xbb\xbf\xff\xfe"):
        return refused(source, Finding.EMPTY_FILE)
    if workbooks.is_old_container(data):
        return workbooks.old_container(source, data)
    if data.startswith(b"PK\x03\x04"):
        return workbooks.read_workbook(source, data, SHAPES, breathe)
    if _is_xml(data):
        return read_xml(source, data, SHAPES, breathe)
    return read_delimited(source, data, SHAPES, breathe)


def _is_xml(data: bytes) -> bool:
    start = data[:256]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return start.lstrip(b"\t\n\r ").startswith(_XML_STARTS)
