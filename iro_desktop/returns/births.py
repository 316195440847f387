"""When each child was born, where several tables say so and not all agree.

Header decides, then Annex A, then what is held already; the other tables only repeat it.
"""

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from iro_desktop.problems import Problem
from iro_desktop.returns.annex_a.rows import ChildInCareRow
from iro_desktop.returns.dates import as_returned
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.meetings.rows import HouseholdRow
from iro_desktop.returns.rows import Row, birth_column
from iro_desktop.returns.ssda903.rows import EpisodeRow, HeaderRow, ReviewRow
from iro_desktop.returns.tables import note

Births = dict[str, dt.date]


def decide_births(rows: Iterable[Row], known: Mapping[str, dt.date]) -> Births:
    """A date of birth for every child of whom any is given.

    Args:
        rows: every row of every table, in order; of two in Header the later decides.
        known: dates of birth held already, by the children's numbers.
    """
    repeated: Births = {}
    in_header: Births = {}
    in_annex_a: Births = {}
    for row in rows:
        born = _born(row)
        if born is None:
            continue
        if isinstance(row, HeaderRow):
            in_header[row.number] = born
        elif isinstance(row, ChildInCareRow):
            in_annex_a[row.number] = born
        else:
            repeated.setdefault(row.number, born)
    return {**repeated, **known, **in_annex_a, **in_header}


def _born(row: Row) -> dt.date | None:
    return None if isinstance(row, EpisodeRow | HouseholdRow) else row.born


def check_births(
    rows: Iterable[Row], births: Mapping[str, dt.date], in_header: Container[str], today: dt.date
) -> Iterator[Problem]:
    """A note where a row gives another date of birth than the one decided on, or one to come.

    Reviews against Header is the sector's own rule INT17, and is said there.
    """
    for row in rows:
        born = _born(row)
        if born is None:
            continue
        place = replace(row.place, column=birth_column(row))
        if born > today:
            told = {"value": as_returned(born)}
            yield note(Finding.BORN_IN_FUTURE, place, row.number, told)
        said_by_rule = isinstance(row, ReviewRow) and row.number in in_header
        if born != births[row.number] and not said_by_rule:
            told = {"value": as_returned(born), "held": as_returned(births[row.number])}
            yield note(Finding.OTHER_DATE_OF_BIRTH, place, row.number, told)
