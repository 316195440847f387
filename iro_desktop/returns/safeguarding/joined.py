"""The dataset's tables joined into the rows that a return would have had.

The dataset keeps apart what one row of the SSDA903 holds: an episode's placement and legal status
stand in tables of their own, and a review names the period of care, not the child.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from iro_desktop.domain.review import ReviewKind
from iro_desktop.problems import Problem
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.meetings.rows import MeetingRow
from iro_desktop.returns.safeguarding.rows import (
    CareReviewRow,
    CareRow,
    ConferenceRow,
    DatasetRow,
    LegalStatusRow,
    PersonRow,
    PlacementRow,
    ScoreRow,
)
from iro_desktop.returns.ssda903.rows import EpisodeRow, HeaderRow, HealthRow, ReviewRow

Joined = HeaderRow | EpisodeRow | ReviewRow | HealthRow | MeetingRow


@dataclass(slots=True)
class JoinedRows:
    """`of_nobody` are reviews of a period of care that no episode tells whose it was."""

    rows: list[Joined] = field(default_factory=list)
    of_nobody: list[CareReviewRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def joined(rows: Sequence[DatasetRow], known: Container[str] = ()) -> JoinedRows:
    """What the dataset's rows say together. Cancelled reviews were not held, and are left out.

    ssd_person lists everyone a council ever knew: only those of whom another table tells, or whose
    number is `known` already, are taken.
    """
    told = JoinedRows()
    told_of = {row.number for row in rows if isinstance(row, CareRow | ConferenceRow)}
    placements = {row.number: row for row in rows if isinstance(row, PlacementRow)}
    statuses = _statuses(rows)
    children = {row.period: row.number for row in rows if isinstance(row, CareRow) and row.period}
    for row in rows:
        match row:
            case PersonRow() if row.number in told_of or row.number in known:
                told.rows.append(_header(row))
            case CareRow():
                status = _status_on(statuses.get(row.number, ()), row)
                told.rows.append(_episode(row, placements, status))
            case ConferenceRow():
                told.rows.append(_meeting(row))
            case CareReviewRow() if not row.is_cancelled:
                _take_review(told, row, children)
            case _:
                pass
    told.rows.extend(_scores(rows))
    return told


def _take_review(told: JoinedRows, row: CareReviewRow, children: Mapping[str, str]) -> None:
    child = children.get(row.number)
    if child is None:
        told.of_nobody.append(row)
        data = {"value": row.number}
        told.problems.append(Problem(Finding.NO_SUCH_PERIOD, row.number, row.place, data))
    else:
        told.rows.append(
            ReviewRow(place=row.place, number=child, born=None, day=row.day, code=row.code)
        )


def _header(row: PersonRow) -> HeaderRow:
    return HeaderRow(
        place=row.place,
        number=row.number,
        born=row.born,
        sex=row.sex,
        ethnicity=row.ethnicity,
        upn="",
        known_as=row.forename,
        family_name=row.surname,
    )


def _episode(row: CareRow, placements: Mapping[str, PlacementRow], status: str) -> EpisodeRow:
    placed = placements.get(row.placement)
    return EpisodeRow(
        place=row.place,
        number=row.number,
        started=row.started,
        reason_started=row.reason_started,
        legal_status=status,
        category_of_need=row.category_of_need,
        placement=placed.kind if placed else "",
        provider=placed.provider if placed else "",
        ended=row.ended,
        reason_ended=row.reason_ended,
        reason_for_move=placed.reason_for_move if placed else "",
        home_postcode="",
        placement_postcode=placed.postcode if placed else "",
        urn=placed.urn if placed else "",
    )


def _meeting(row: ConferenceRow) -> MeetingRow:
    first = ReviewKind.CHILD_PROTECTION_INITIAL
    return MeetingRow(
        place=row.place,
        number=row.number,
        born=None,
        kind=first if row.is_first else ReviewKind.CHILD_PROTECTION,
        day=row.day,
        starts_at=None,
        minutes=0,
        where="",
    )


def _statuses(rows: Iterable[DatasetRow]) -> Mapping[str, Sequence[LegalStatusRow]]:
    found: dict[str, list[LegalStatusRow]] = defaultdict(list)
    for row in rows:
        if isinstance(row, LegalStatusRow):
            found[row.number].append(row)
    return {number: sorted(of, key=lambda one: one.started) for number, of in found.items()}


def _status_on(statuses: Sequence[LegalStatusRow], episode: CareRow) -> str:
    """The status in force when the episode began: a change of status begins a new episode."""
    in_force = [
        one.status
        for one in statuses
        if one.started <= episode.started and (one.ended is None or one.ended > episode.started)
    ]
    return in_force[-1] if in_force else ""


def _scores(rows: Iterable[DatasetRow]) -> Iterator[HealthRow]:
    """The newest questionnaire of each child: a return has one."""
    newest: dict[str, ScoreRow] = {}
    for row in rows:
        if isinstance(row, ScoreRow):
            before = newest.get(row.number)
            if before is None or (row.on or dt.date.min) >= (before.on or dt.date.min):
                newest[row.number] = row
    for row in newest.values():
        yield HealthRow(
            place=row.place,
            number=row.number,
            born=None,
            sdq_score=row.score,
            sdq_reason=row.reason,
            health_assessment=None,
            dental_check=None,
            immunisations=None,
        )
