"""All files' rows put together as children, their care and their reviews.

What comes out is the same in whatever order the files were given: they are put in the order of
their names first. Of two rows about one thing the later stands.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, ReviewId, child_id
from iro_desktop.domain.review import Review
from iro_desktop.problems import Place, Problem
from iro_desktop.returns.annex_a.rows import ChildInCareRow
from iro_desktop.returns.births import check_births, decide_births
from iro_desktop.returns.care_of_children import Care, put_care_together
from iro_desktop.returns.children import children_of
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.meetings.rows import HouseholdRow, MeetingRow
from iro_desktop.returns.meetings_told import is_of_household, meetings_told
from iro_desktop.returns.reading import ReadFile
from iro_desktop.returns.reviews_of_children import reviews_of
from iro_desktop.returns.rows import TABLE_OF, Row, child_column
from iro_desktop.returns.safeguarding.joined import joined
from iro_desktop.returns.safeguarding.rows import DatasetRow
from iro_desktop.returns.ssda903.checks import as_a_whole, check_reviews
from iro_desktop.returns.ssda903.rows import EpisodeRow, HeaderRow, ReviewRow
from iro_desktop.returns.tables import Breathe, no_hurry


@dataclass(frozen=True, slots=True)
class Known:
    """What is held already, as far as new rows need it: ids and births by number, and episodes.

    A number without an id here gets one made from it. `households` are ids by number, too.
    """

    ids: Mapping[str, ChildId] = field(default_factory=dict)
    births: Mapping[str, dt.date] = field(default_factory=dict)
    episodes: Mapping[ChildId, Sequence[Episode]] = field(default_factory=dict)
    households: Mapping[str, ChildId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Caseload:
    """What the files say, ready to be laid beside what is held.

    `children` have only what the files give: everything else about them is empty. `places` says
    where each review stands. `superseded` are episodes held from Annex A that the files now tell
    better. `turned_away` counts, by source
    and table, rows that were read well but cannot go in. `problems` are in the order of the files.
    """

    children: tuple[Child, ...] = ()
    episodes: tuple[Episode, ...] = ()
    reviews: tuple[Review, ...] = ()
    places: Mapping[ReviewId, Place] = field(default_factory=dict)
    superseded: tuple[Episode, ...] = ()
    turned_away: Mapping[tuple[str, str], int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def put_together(
    files: Iterable[ReadFile],
    today: dt.date,
    *,
    authority: str = "",
    known: Known | None = None,
    breathe: Breathe = no_hurry,
) -> Caseload:
    """The caseload that files make up.

    Args:
        files: as they were read. Two with the same contents count once; leave one out before.
        today: a review on a later day is planned, not held.
        authority: the council's code, part of what a child's id is made from.
        known: what is held already.
        breathe: called now and then; what it raises is passed on.
    """
    known = known or Known()
    ordered = sorted(files, key=lambda file: (file.name, file.digest))
    dataset = joined(list(_of_the_dataset(ordered)), known.ids)
    all_rows = [*_of_returns(ordered), *dataset.rows]
    of_households = [row for row in all_rows if is_of_household(row)]
    every_row = [row for row in all_rows if not is_of_household(row)]
    headers = [row for row in every_row if isinstance(row, HeaderRow)]
    in_header = {row.number for row in headers}
    births = decide_births(every_row, known.births)
    rows = [row for row in every_row if row.number in births]
    nameless = [row for row in every_row if row.number not in births]
    breathe(0.1)
    ids = {row.number: known.ids.get(row.number) or child_id(authority, row.number) for row in rows}
    breathe(0.2)
    care = _care(rows, ids, births, known)
    breathe(0.5)
    reviews = reviews_of(rows, ids, births, care.periods, today)
    meetings = meetings_told(
        (row for row in rows if isinstance(row, MeetingRow)),
        (row for row in of_households if isinstance(row, HouseholdRow | MeetingRow)),
        ids,
        known.households,
        today,
        authority,
    )
    breathe(0.8)
    episode_rows = [row for row in every_row if isinstance(row, EpisodeRow)]
    review_rows = (row for row in rows if isinstance(row, ReviewRow))
    children, of_children = children_of(rows, ids, births)
    problems = (
        *(problem for file in ordered for table in file.tables for problem in table.problems),
        *map(_without_birth, nameless),
        *check_births(rows, births, in_header, today),
        *check_reviews(review_rows, as_a_whole(headers, episode_rows), births),
        *of_children,
        *care.problems,
        *reviews.problems,
        *meetings.problems,
        *dataset.problems,
    )
    return Caseload(
        children=(*children, *meetings.households),
        episodes=care.episodes,
        reviews=_with_meetings(reviews.reviews, meetings.reviews),
        places={**meetings.places, **reviews.places},
        superseded=care.superseded,
        turned_away=_count(
            [*nameless, *meetings.turned_away, *dataset.of_nobody], _tables_by_source(ordered)
        ),
        problems=tuple(sorted(problems, key=_in_order)),
    )


def _with_meetings(told: Sequence[Review], meetings: Sequence[Review]) -> tuple[Review, ...]:
    """One review for each id; what the return says of a day stands, with the hour and the place."""
    by_id = {review.id: review for review in meetings}
    joined = [
        replace(
            review,
            planned_at=by_id[review.id].planned_at,
            starts_at=by_id[review.id].starts_at,
            lasts_minutes=by_id[review.id].lasts_minutes,
        )
        if review.id in by_id
        else review
        for review in told
    ]
    known = {review.id for review in told}
    return (*joined, *(review for review in meetings if review.id not in known))


def _care(
    rows: Sequence[Row],
    ids: Mapping[str, ChildId],
    births: Mapping[str, dt.date],
    known: Known,
) -> Care:
    episodes = (row for row in rows if isinstance(row, EpisodeRow))
    in_care = {row.number: row for row in rows if isinstance(row, ChildInCareRow)}
    return put_care_together(episodes, in_care, ids, births, known.episodes)


def _without_birth(row: Row) -> Problem:
    place = replace(row.place, column=child_column(row))
    return Problem(Finding.NO_DATE_OF_BIRTH, row.number, place, {"value": row.number})


def _of_returns(files: Iterable[ReadFile]) -> Iterator[Row]:
    for row in _rows_of(files):
        if not isinstance(row, DatasetRow):
            yield row


def _of_the_dataset(files: Iterable[ReadFile]) -> Iterator[DatasetRow]:
    for row in _rows_of(files):
        if isinstance(row, DatasetRow):
            yield row


def _rows_of(files: Iterable[ReadFile]) -> Iterator[Row | DatasetRow]:
    for file in files:
        for table in file.tables:
            yield from table.rows


def _tables_by_source(files: Iterable[ReadFile]) -> Mapping[str, str]:
    """The dataset's tables by where they stand: their rows were joined into others by now."""
    return {
        table.source: table.table
        for file in files
        for table in file.tables
        if any(isinstance(row, DatasetRow) for row in table.rows)
    }


def _count(
    rows: Iterable[Row | DatasetRow], of_dataset: Mapping[str, str]
) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        source = row.place.source
        table = of_dataset.get(source) or ("" if isinstance(row, DatasetRow) else _table_of(row))
        counts[source, table] += 1
    return dict(counts)


def _table_of(row: Row) -> str:
    return TABLE_OF[type(row)]


def _in_order(problem: Problem) -> tuple[str, int, str, str, str]:
    place = problem.place
    data = ",".join(problem.data.values())
    return (place.source, place.line or 0, str(place.column or ""), problem.code, data)
