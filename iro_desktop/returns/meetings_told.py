"""Meetings of every kind as the files tell of them, and the households that some are about."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from iro_desktop.domain.child import Child, Subject
from iro_desktop.domain.identifiers import ChildId, ReviewId, derived_id, household_id, review_id
from iro_desktop.domain.review import OF_THE_CASE, Origin, Review, ReviewKind, ReviewStatus
from iro_desktop.problems import Place, Problem
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.meetings.rows import HouseholdRow, MeetingRow


@dataclass(frozen=True, slots=True)
class MeetingsTold:
    """`households` are files of their own; `turned_away` rows are about one that nobody knows."""

    reviews: tuple[Review, ...] = ()
    households: tuple[Child, ...] = ()
    places: Mapping[ReviewId, Place] = field(default_factory=dict)
    turned_away: tuple[MeetingRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def is_of_household(row: object) -> bool:
    """Whether a row is about a foster household, whose numbers are not those of children."""
    return isinstance(row, HouseholdRow) or (
        isinstance(row, MeetingRow) and row.kind is ReviewKind.FOSTER_CARER
    )


def meetings_told(
    rows: Iterable[MeetingRow],
    of_households: Iterable[HouseholdRow | MeetingRow],
    ids: Mapping[str, ChildId],
    known_households: Mapping[str, ChildId],
    today: dt.date,
    authority: str,
) -> MeetingsTold:
    """A review for each child, kind and day; a file for each household that the rows name.

    `ids` and `known_households` give the ids of children and households by their numbers.
    """
    about = tuple(of_households)
    households = {
        row.number: _household(row, known_households, authority)
        for row in about
        if isinstance(row, HouseholdRow)
    }
    whose = {**known_households, **{number: one.id for number, one in households.items()}}
    meetings = [(row, ids[row.number]) for row in rows]
    of_nobody: list[MeetingRow] = []
    for row in about:
        if isinstance(row, MeetingRow):
            if row.number in whose:
                meetings.append((row, whose[row.number]))
            else:
                of_nobody.append(row)
    reviews = {}
    places = {}
    for row, file in meetings:
        made = _review(row, file, today)
        reviews[made.id], places[made.id] = made, row.place
    return MeetingsTold(
        tuple(reviews.values()),
        tuple(households.values()),
        places,
        tuple(of_nobody),
        tuple(map(_of_nobody, of_nobody)),
    )


def _household(row: HouseholdRow, known: Mapping[str, ChildId], authority: str) -> Child:
    return Child(
        id=known.get(row.number) or household_id(authority, row.number),
        number=row.number,
        date_of_birth=row.approved,
        known_as=row.name,
        subject=Subject.HOUSEHOLD,
    )


def _review(row: MeetingRow, file: ChildId, today: dt.date) -> Review:
    held = row.day < today
    name = (
        review_id(file, row.day)
        if row.kind in OF_THE_CASE
        else ReviewId(derived_id("review", file, row.kind.value, row.day.isoformat()))
    )
    return Review(
        id=name,
        child_id=file,
        kind=row.kind,
        status=ReviewStatus.CLOSED if held else ReviewStatus.PLANNED,
        origin=Origin.RETURN,
        planned_for=None if held else row.day,
        planned_at=row.where,
        held_on=row.day if held else None,
        starts_at=row.starts_at,
        lasts_minutes=row.minutes,
    )


def _of_nobody(row: MeetingRow) -> Problem:
    return Problem(Finding.NO_SUCH_HOUSEHOLD, row.number, row.place, {"value": row.number})
