"""Rows of meetings and of households as values, and how each is read from its cells."""

import datetime as dt
import re
from dataclasses import dataclass

from iro_desktop.domain.review import ReviewKind
from iro_desktop.problems import Place
from iro_desktop.returns.cells import RowReader
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.headings import key

_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?::00)?")
_LONGEST = 24 * 60
_ALIASES = {
    "review": ReviewKind.LOOKED_AFTER,
    "clareview": ReviewKind.LOOKED_AFTER,
    "lacreview": ReviewKind.LOOKED_AFTER,
    "adoption": ReviewKind.PLACED_FOR_ADOPTION,
    "shortbreak": ReviewKind.SHORT_BREAKS,
    "icpc": ReviewKind.CHILD_PROTECTION_INITIAL,
    "rcpc": ReviewKind.CHILD_PROTECTION,
    "childprotectionreview": ReviewKind.CHILD_PROTECTION,
    "fostercarerreview": ReviewKind.FOSTER_CARER,
    "household": ReviewKind.FOSTER_CARER,
}
KINDS = {**_ALIASES, **{key(kind.value): kind for kind in ReviewKind}}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """One meeting that was held, or is booked. `number` is a child's, or a household's."""

    place: Place
    number: str
    born: dt.date | None
    kind: ReviewKind
    day: dt.date
    starts_at: dt.time | None
    minutes: int
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdRow:
    """A foster household: what it is called, and when it was approved."""

    place: Place
    number: str
    name: str
    approved: dt.date


def meeting(row: RowReader) -> MeetingRow:
    """A row of Meetings."""
    return MeetingRow(
        place=row.place,
        number=row.child_number("CHILD"),
        born=row.day("DOB"),
        kind=_kind(row),
        day=row.needed_day("DAY"),
        starts_at=_time(row),
        minutes=row.whole_number("MINUTES", 0, _LONGEST) or 0,
        where=row.text("PLACE"),
    )


def household(row: RowReader) -> HouseholdRow:
    """A row of Households."""
    return HouseholdRow(
        place=row.place,
        number=row.child_number("HOUSEHOLD"),
        name=row.text("HOUSEHOLD_NAME"),
        approved=row.needed_day("APPROVED"),
    )


def _kind(row: RowReader) -> ReviewKind:
    found = KINDS.get(key(row.text("KIND")))
    if found is None:
        known = ", ".join(kind.value for kind in ReviewKind)
        row.refuse_row(Finding.NOT_A_MEETING, "KIND", known=known)
    return found or ReviewKind.LOOKED_AFTER


def _time(row: RowReader) -> dt.time | None:
    text = row.text("TIME")
    found = _TIME.fullmatch(text)
    if text and found is None:
        row.refuse_value(Finding.VALUE_REFUSED, "TIME")
    return dt.time(int(found[1]), int(found[2])) if found else None
