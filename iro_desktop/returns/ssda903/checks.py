"""What the sector's own rules say of reviews that are taken all the same.

The rules, and which rows they flag, are those of Data to Insight's validator, csc-validator-be-903
0.1.17. They look at the return alone, never at what is held already.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from iro_desktop.domain.care import SHORT_BREAK_STATUSES
from iro_desktop.domain.child import birthday
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.problems import Problem
from iro_desktop.returns.dates import as_returned
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.ssda903.rows import EpisodeRow, HeaderRow, ReviewRow
from iro_desktop.returns.tables import note

_PN0_UNTIL = 4  # PN0 is for children who have not turned four


@dataclass(frozen=True, slots=True)
class ReturnAsAWhole:
    """What a rule needs beside the row. An absent table is None: then its rules say nothing."""

    births: Mapping[str, dt.date] | None
    with_episodes: AbstractSet[str] | None
    with_short_breaks_only: AbstractSet[str]


def as_a_whole(headers: Sequence[HeaderRow], episodes: Sequence[EpisodeRow]) -> ReturnAsAWhole:
    """Gather what the rules look up."""
    statuses: dict[str, set[str]] = defaultdict(set)
    for episode in episodes:
        statuses[episode.number].add(episode.legal_status)
    return ReturnAsAWhole(
        births={row.number: row.born or dt.date.min for row in headers} if headers else None,
        with_episodes=statuses.keys() if episodes else None,
        with_short_breaks_only={
            number for number, found in statuses.items() if found <= SHORT_BREAK_STATUSES
        },
    )


def check_reviews(
    reviews: Iterable[ReviewRow], whole: ReturnAsAWhole, births: Mapping[str, dt.date]
) -> Iterator[Problem]:
    """A note for each rule that a row trips. `births` has what a row leaves out."""
    for row in reviews:
        for finding, column, data in _tripped(row, whole, row.born or births.get(row.number)):
            yield note(finding, replace(row.place, column=column), row.number, data)


def _tripped(
    row: ReviewRow, whole: ReturnAsAWhole, born: dt.date | None
) -> Iterator[tuple[Finding, str, dict[str, str]]]:
    code = row.code.value if row.code else ""
    if born and row.code:
        fourth = birthday(born, _PN0_UNTIL)
        told = {"value": code, "birthday": as_returned(fourth), "day": as_returned(row.day)}
        if row.code is ParticipationCode.PN0 and row.day > fourth:
            yield Finding.UNDER_FOUR_BUT_OLDER, "REVIEW_CODE", told
        if row.code is not ParticipationCode.PN0 and row.day < fourth:
            yield Finding.FOUR_OR_OVER_BUT_YOUNGER, "REVIEW_CODE", told
    if row.number in whole.with_short_breaks_only:
        yield Finding.SHORT_BREAKS_ONLY, "REVIEW", {"value": as_returned(row.day)}
    if whole.with_episodes is not None and row.number not in whole.with_episodes:
        yield Finding.NO_EPISODES, "CHILD", {"value": row.number}
    if whole.births is None:
        return
    if row.number not in whole.births:
        yield Finding.NOT_IN_HEADER, "CHILD", {"value": row.number}
        return
    header_has = whole.births[row.number]
    if row.born and header_has not in {dt.date.min, row.born}:
        told = {"value": as_returned(row.born), "held": as_returned(header_has)}
        yield Finding.HEADER_HAS_OTHER_BIRTH, "DOB", told
