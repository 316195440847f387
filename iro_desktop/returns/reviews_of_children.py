"""Reviews as the files tell of them: the day, the participation code, and whether held yet."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from iro_desktop.domain.care import PeriodOfCare, was_looked_after_on
from iro_desktop.domain.identifiers import ChildId, ReviewId, review_id
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.domain.review import Origin, Review, ReviewKind, ReviewStatus
from iro_desktop.domain.timescales.review_cycles import review_kind_on
from iro_desktop.problems import Place, Problem
from iro_desktop.returns.annex_a.rows import ChildInCareRow
from iro_desktop.returns.dates import as_returned
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.rows import Row
from iro_desktop.returns.ssda903.rows import ReviewRow
from iro_desktop.returns.tables import note

Periods = Mapping[ChildId, Sequence[PeriodOfCare]]
_ANNEX_A_COLUMN = "Date of Latest Statutory Review"


@dataclass(frozen=True, slots=True)
class Reviews:
    """Reviews, where each stands in the files, and what is to be said of them."""

    reviews: tuple[Review, ...]
    places: Mapping[ReviewId, Place]
    problems: tuple[Problem, ...]


def reviews_of(
    rows: Iterable[Row],
    ids: Mapping[str, ChildId],
    births: Mapping[str, dt.date],
    periods: Periods,
    today: dt.date,
) -> Reviews:
    """One review for each child and day, and what is to be said of their rows.

    Of two rows on one day the later stands, unless it has no code and the other has one.
    """
    told = [row for row in map(_told, rows) if row is not None]
    codes: dict[tuple[str, dt.date], ParticipationCode | None] = {}
    for row in told:
        codes[row.number, row.day] = row.code or codes.get((row.number, row.day))
    reviews = tuple(
        _review(ids[number], day, code, periods.get(ids[number], ()), today)
        for (number, day), code in codes.items()
    )
    places = {review_id(ids[row.number], row.day): _place(row) for row in told}
    return Reviews(reviews, places, (*_repeated(told), *_days_out_of_place(told, births, today)))


def _told(row: Row) -> ReviewRow | None:
    """A review out of a row, if there is one. Annex A knows the latest, and no code."""
    if isinstance(row, ReviewRow):
        return row
    if isinstance(row, ChildInCareRow) and row.latest_review is not None:
        place = replace(row.place, column=_ANNEX_A_COLUMN)
        return ReviewRow(
            place=place, number=row.number, born=row.born, day=row.latest_review, code=None
        )
    return None


def _review(
    child: ChildId,
    day: dt.date,
    code: ParticipationCode | None,
    periods: Sequence[PeriodOfCare],
    today: dt.date,
) -> Review:
    period = was_looked_after_on(periods, day)
    held = day <= today
    return Review(
        id=review_id(child, day),
        child_id=child,
        kind=review_kind_on(period, day) if period else ReviewKind.LOOKED_AFTER,
        status=ReviewStatus.CLOSED if held else ReviewStatus.PLANNED,
        origin=Origin.RETURN,
        planned_for=None if held else day,
        held_on=day if held else None,
        participation=code,
        participation_confirmed=held and code is not None,
    )


def _repeated(rows: Iterable[ReviewRow]) -> Iterator[Problem]:
    """Two rows of one day: told always within a file, and between files if they disagree."""
    seen: dict[tuple[str, dt.date], ReviewRow] = {}
    for row in rows:
        before = seen.get((row.number, row.day))
        seen[row.number, row.day] = row
        if before is None:
            continue
        disagree = row.code != before.code and row.code is not None and before.code is not None
        if disagree or before.place.source == row.place.source:
            finding = Finding.TWO_REVIEWS_ON_A_DAY if disagree else Finding.SAME_REVIEW_TWICE
            data = {
                "value": as_returned(row.day),
                "code": row.code.value if row.code else "",
                "other_code": before.code.value if before.code else "",
                "other": before.place.source,
                "other_row": str(before.place.line),
            }
            yield note(finding, _place(row), row.number, data)


def _days_out_of_place(
    rows: Iterable[ReviewRow], births: Mapping[str, dt.date], today: dt.date
) -> Iterator[Problem]:
    for row in rows:
        told = {"value": as_returned(row.day)}
        if row.day > today:
            yield note(Finding.REVIEW_IN_FUTURE, _place(row), row.number, told)
        if row.day < births[row.number]:
            told["born"] = as_returned(births[row.number])
            yield note(Finding.REVIEW_BEFORE_BIRTH, _place(row), row.number, told)


def _place(row: ReviewRow) -> Place:
    return row.place if row.place.column else replace(row.place, column="REVIEW")
