"""Read a date as people write one at a keyboard: 4/5/2026, 4 May 2026, today, +2w.

No Qt here. Day before month, as in England; a year of two digits is of this century.
"""

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

ENGLISH_MONTHS: Mapping[str, int] = {
    name.lower(): number for number, name in enumerate(calendar.month_name) if name
}
ENGLISH_DAYS: Mapping[str, int] = {
    name.lower(): number for number, name in enumerate(calendar.day_name)
}
ENGLISH_MOMENTS: Mapping[str, int] = {"yesterday": -1, "today": 0, "tomorrow": 1}

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{4}|\d{2})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[ ./-](\d{1,2})")
_NAMED_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]?([^\W\d]+)\.?,?(?:[ -](\d{4}|\d{2}))?")
_AHEAD = re.compile(r"([+-]) ?(\d{1,4}) ?([dwmy])?")
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class DateWords:
    """Names in lower case: months (1 to 12), weekdays (Monday 0), moments (days from today)."""

    months: Mapping[str, int] = field(default_factory=lambda: ENGLISH_MONTHS)
    days: Mapping[str, int] = field(default_factory=lambda: ENGLISH_DAYS)
    moments: Mapping[str, int] = field(default_factory=lambda: ENGLISH_MOMENTS)


def read_date(text: str, today: dt.date, words: DateWords | None = None) -> dt.date | None:
    """The date that `text` means on `today`, or None when it cannot be read as one.

    A day and month without a year are of this year. A weekday is the next one after today.
    """
    words = words or DateWords()
    plain = " ".join(text.lower().replace(",", " ").split())
    try:
        return _relative(plain, today, words) or _written(plain, today, words)
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def _relative(text: str, today: dt.date, words: DateWords) -> dt.date | None:
    moment = words.moments.get(text)
    if moment is not None:
        return today + dt.timedelta(days=moment)
    weekday = _named(text, words.days)
    if weekday is not None:
        return today + dt.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    ahead = _AHEAD.fullmatch(text)
    if ahead is None:
        return None
    sign, length, unit = ahead.groups()
    number = int(length) if sign == "+" else -int(length)
    return _moved(today, number, unit or "d")


def _moved(day: dt.date, number: int, unit: str) -> dt.date:
    if unit in "dw":
        return day + dt.timedelta(days=number * (7 if unit == "w" else 1))
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def _written(text: str, today: dt.date, words: DateWords) -> dt.date | None:
    text = _without_weekday(text, words)
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
        return dt.date(int(year), int(month), int(day))
    if found := _NUMBERS.fullmatch(text):
        day, month, year = found.groups()
        return dt.date(_full_year(year), int(month), int(day))
    if found := _DAY_AND_MONTH.fullmatch(text):
        return dt.date(today.year, int(found[2]), int(found[1]))
    found = _NAMED_MONTH.fullmatch(text)
    named = _named(found[2], words.months) if found else None
    if found is None or named is None:
        return None
    return dt.date(_full_year(found[3]) if found[3] else today.year, named, int(found[1]))


def _without_weekday(text: str, words: DateWords) -> str:
    """Drop a leading weekday: it repeats what the date says."""
    first, _, rest = text.partition(" ")
    return rest if rest and _named(first, words.days) is not None else text


def _full_year(text: str) -> int:
    return int(text) if len(text) > len("26") else 2000 + int(text)


def _named(text: str, names: Mapping[str, int]) -> int | None:
    """The one name that begins with `text`, which has three letters or is the whole name."""
    if text in names:
        return names[text]
    if len(text) < _LEAST_LETTERS:
        return None
    found = {number for name, number in names.items() if name.startswith(text)}
    return found.pop() if len(found) == 1 else None
