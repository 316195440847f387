"""A date out of a cell: as the return writes it, and as spreadsheets and people do.

31/12/2025 and 1/2/2025 are taken as they are; other ways that leave no doubt are taken with a note.
A year of two digits leaves a doubt.
"""

import datetime as dt
import re
from functools import lru_cache

from iro_desktop.returns.findings import Finding
from iro_desktop.returns.tables import Cell

_TIME = r"(?:[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
_AS_RETURNED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})[/.-]([0-9]{{1,2}})[/.-]([0-9]{{4}}){_TIME}")
_ISO = re.compile(rf"([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}}){_TIME}")
_NAMED = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -]([0-9]{4})")
_TWO_DIGITS = re.compile(
    rf"[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-][0-9]{{2}}{_TIME}"
    r"|[0-9]{1,2}[ -][A-Za-z]{3,9}[ -][0-9]{2}"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
FIRST_YEAR, LAST_YEAR = 1900, 2100
# Excel counts days from here, its leap day of 1900 that never was allowed for.
_EXCEL_EPOCH = dt.date(1899, 12, 30)
_EXCEL_DAYS = range(366, 73_415)

Read = tuple[dt.date | None, Finding | None]


def as_returned(day: dt.date) -> str:
    """A date as the return writes it: 04/05/2026."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def read_date(cell: Cell) -> Read:
    """The date, and what is to be said about it; neither for an empty cell.

    A finding with a date is a note; a finding without one says why there is none.
    """
    if cell is None or isinstance(cell, str):
        return _read_text(cell or "")
    if isinstance(cell, dt.datetime):
        return _in_range(cell.date(), None)
    if isinstance(cell, dt.date):
        return _in_range(cell, None)
    if isinstance(cell, bool) or cell != cell // 1 or int(cell) not in _EXCEL_DAYS:
        return None, Finding.NOT_A_DATE
    return _EXCEL_EPOCH + dt.timedelta(days=int(cell)), Finding.DATE_READ_AS


@lru_cache(maxsize=65_536)
def _read_text(text: str) -> Read:
    text = text.strip()
    if not text:
        return None, None
    if found := _AS_RETURNED.fullmatch(text):
        return _made(found[3], found[2], found[1], None)
    parts = _year_month_day(text)
    if parts is not None:
        return _made(*parts, Finding.DATE_READ_AS)
    two_digits = _TWO_DIGITS.fullmatch(text)
    return None, Finding.TWO_DIGIT_YEAR if two_digits else Finding.NOT_A_DATE


def _year_month_day(text: str) -> tuple[str, str, str] | None:
    """The parts of a date in a way that is not the return's own, but leaves no doubt."""
    if found := _ISO.fullmatch(text):
        return found[1], found[2], found[3]
    if found := _DAY_FIRST.fullmatch(text):
        return found[3], found[2], found[1]
    if (found := _NAMED.fullmatch(text)) and (month := _month(found[2])):
        return found[3], str(month), found[1]
    return None


def _month(name: str) -> int | None:
    name = name.lower()
    name = "sep" if name == "sept" else name
    names = _MONTHS if len(name) == len(_MONTHS[0]) else _MONTH_NAMES
    return names.index(name) + 1 if name in names else None


def _made(year: str, month: str, day: str, finding: Finding | None) -> Read:
    try:
        return _in_range(dt.date(int(year), int(month), int(day)), finding)
    except ValueError:
        return None, Finding.NOT_A_DATE


def _in_range(day: dt.date, finding: Finding | None) -> Read:
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day, finding
    return None, Finding.YEAR_OUT_OF_RANGE
