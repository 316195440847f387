"""Children as the files tell of them: Header, OC2, UASC and Annex A about one child made one."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from iro_desktop.domain.child import Child, Sex
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.problems import Problem
from iro_desktop.returns.annex_a.rows import ChildInCareRow
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.rows import TABLE_OF, Row, child_column
from iro_desktop.returns.ssda903.rows import AsylumRow, HeaderRow, HealthRow
from iro_desktop.returns.tables import note


@dataclass(slots=True)
class _Told:
    """The latest row of each table about one child."""

    header: HeaderRow | None = None
    health: HealthRow | None = None
    asylum: AsylumRow | None = None
    in_care: ChildInCareRow | None = None


def children_of(
    rows: Sequence[Row], ids: Mapping[str, ChildId], births: Mapping[str, dt.date]
) -> tuple[tuple[Child, ...], tuple[Problem, ...]]:
    """A child for every number, in the order they are first met, and what is to be said."""
    told: dict[str, _Told] = {}
    for row in rows:
        _take(told.setdefault(row.number, _Told()), row)
    children = tuple(
        _child(number, ids[number], births[number], found) for number, found in told.items()
    )
    return children, tuple(_repeated(rows))


def _take(told: _Told, row: Row) -> None:
    match row:
        case HeaderRow():
            told.header = row
        case HealthRow():
            told.health = row
        case AsylumRow():
            told.asylum = row
        case ChildInCareRow():
            told.in_care = row
        case _:
            pass


def _repeated(rows: Iterable[Row]) -> Iterable[Problem]:
    """A second row about one child in one file: two files may be two years' returns."""
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        if not isinstance(row, HeaderRow | HealthRow | AsylumRow | ChildInCareRow):
            continue
        table = TABLE_OF[type(row)]
        if (key := (row.place.source, table, row.number)) in seen:
            place = replace(row.place, column=child_column(row))
            data = {"value": row.number, "table": table}
            yield note(Finding.SAME_CHILD_TWICE, place, row.number, data)
        seen.add(key)


def _child(number: str, name: ChildId, born: dt.date, told: _Told) -> Child:
    child = Child(id=name, number=number, date_of_birth=born)
    if told.in_care is not None:
        child = _with_annex_a(child, told.in_care)
    if told.asylum is not None:
        child = replace(
            child,
            unaccompanied=True,
            asylum_seeking_until=told.asylum.until,
            sex=told.asylum.sex if told.asylum.sex is not Sex.UNKNOWN else child.sex,
        )
    if told.header is not None:
        header = told.header
        child = replace(
            child,
            sex=header.sex if header.sex is not Sex.UNKNOWN else child.sex,
            ethnicity=header.ethnicity or child.ethnicity,
            upn=header.upn,
            known_as=header.known_as,
            family_name=header.family_name,
        )
    return child if told.health is None else _with_health(child, told.health)


def _with_health(child: Child, row: HealthRow) -> Child:
    return replace(
        child,
        sdq_score=row.sdq_score,
        sdq_reason=row.sdq_reason,
        health_assessment_up_to_date=row.health_assessment,
        dental_check_up_to_date=row.dental_check,
        immunisations_up_to_date=row.immunisations,
    )


def _with_annex_a(child: Child, row: ChildInCareRow) -> Child:
    return replace(
        child,
        sex=row.sex,
        ethnicity=row.ethnicity,
        unaccompanied=row.unaccompanied,
        permanence_plan=row.permanence_plan,
        last_social_work_visit=row.last_social_work_visit,
        last_iro_contact=row.last_iro_contact,
        last_health_assessment=row.last_health_assessment,
        last_dental_check=row.last_dental_check,
        team=row.team,
        social_worker=row.social_worker,
    )
