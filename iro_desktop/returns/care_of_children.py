"""Episodes of care from the return and from Annex A, with those held already."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from iro_desktop.domain.care import Episode, PeriodOfCare, periods_of_care
from iro_desktop.domain.identifiers import ChildId, EpisodeId, episode_id
from iro_desktop.problems import Problem
from iro_desktop.returns.annex_a.episodes import before_the_return, stretch_ids, stretches
from iro_desktop.returns.annex_a.rows import ChildInCareRow
from iro_desktop.returns.dates import as_returned
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.ssda903.rows import EpisodeRow
from iro_desktop.returns.tables import note


@dataclass(frozen=True, slots=True)
class Care:
    """`episodes` to keep, `superseded` ones to take away, `periods` of care as they then are."""

    episodes: tuple[Episode, ...]
    superseded: tuple[Episode, ...]
    periods: Mapping[ChildId, tuple[PeriodOfCare, ...]]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _OfOneChild:
    returned: dict[EpisodeId, Episode] = field(default_factory=dict)
    told: tuple[Episode, ...] | None = None


def put_care_together(
    rows: Iterable[EpisodeRow],
    in_care: Mapping[str, ChildInCareRow],
    ids: Mapping[str, ChildId],
    births: Mapping[str, dt.date],
    held: Mapping[ChildId, Sequence[Episode]],
) -> Care:
    """Every child's episodes, the return's before Annex A's, the files' over what is held."""
    rows = list(rows)
    found: dict[ChildId, _OfOneChild] = {name: _OfOneChild() for name in ids.values()}
    for row in rows:
        child = ids[row.number]
        episode = _episode(row, child)
        of_child = found[child].returned
        before = of_child.get(episode.id)
        of_child[episode.id] = episode if before is None else with_gaps_filled(episode, before)
    for number, in_care_row in in_care.items():
        found[ids[number]].told = stretches(in_care_row, ids[number])
    laid = {name: _beside_held(name, child, held.get(name, ())) for name, child in found.items()}
    return Care(
        episodes=tuple(episode for one in laid.values() for episode in one.episodes),
        superseded=tuple(episode for one in laid.values() for episode in one.superseded),
        periods={name: periods_of_care(one.all_episodes) for name, one in laid.items()},
        problems=(*_repeated(rows), *_before_birth((*rows, *in_care.values()), births)),
    )


@dataclass(frozen=True, slots=True)
class _Laid:
    episodes: tuple[Episode, ...]
    superseded: tuple[Episode, ...]
    all_episodes: tuple[Episode, ...]


def _beside_held(name: ChildId, found: _OfOneChild, held: Sequence[Episode]) -> _Laid:
    from_annex_a = set(stretch_ids(name))
    held_told = [episode for episode in held if episode.id in from_annex_a]
    held_returned = {episode.id: episode for episode in held if episode.id not in from_annex_a}
    returned = {
        episode.id: with_gaps_filled(episode, held_returned[episode.id])
        if episode.id in held_returned
        else episode
        for episode in found.returned.values()
    }
    all_returned = {**held_returned, **returned}.values()
    is_told_now = found.told is not None
    told = before_the_return(held_told if found.told is None else found.told, all_returned)
    standing = {episode.id for episode in told}
    return _Laid(
        episodes=(
            *returned.values(),
            *(one for one in told if is_told_now or one not in held_told),
        ),
        superseded=tuple(episode for episode in held_told if episode.id not in standing),
        all_episodes=(*all_returned, *told),
    )


def with_gaps_filled(later: Episode, earlier: Episode) -> Episode:
    """`later`, its gaps filled from `earlier`: no return blanks what another told."""
    return replace(
        later,
        reason_started=later.reason_started or earlier.reason_started,
        legal_status=later.legal_status or earlier.legal_status,
        category_of_need=later.category_of_need or earlier.category_of_need,
        placement=later.placement or earlier.placement,
        provider=later.provider or earlier.provider,
        ended=later.ended or earlier.ended,
        reason_ended=later.reason_ended or earlier.reason_ended,
        reason_for_move=later.reason_for_move or earlier.reason_for_move,
        home_postcode=later.home_postcode or earlier.home_postcode,
        placement_postcode=later.placement_postcode or earlier.placement_postcode,
        urn=later.urn or earlier.urn,
    )


def _episode(row: EpisodeRow, child: ChildId) -> Episode:
    return Episode(
        id=episode_id(child, row.started),
        child_id=child,
        started=row.started,
        reason_started=row.reason_started,
        legal_status=row.legal_status,
        category_of_need=row.category_of_need,
        placement=row.placement,
        provider=row.provider,
        ended=row.ended,
        reason_ended=row.reason_ended,
        reason_for_move=row.reason_for_move,
        home_postcode=row.home_postcode,
        placement_postcode=row.placement_postcode,
        urn=row.urn,
    )


def _repeated(rows: Iterable[EpisodeRow]) -> Iterator[Problem]:
    """Two rows of one day: told always within a file, and between files if they disagree."""
    seen: dict[tuple[str, dt.date], EpisodeRow] = {}
    for row in rows:
        before = seen.get((row.number, row.started))
        seen[row.number, row.started] = row
        if before is None:
            continue
        if before.place.source == row.place.source or _differ(before, row):
            place = replace(row.place, column="DECOM")
            data = {
                "value": as_returned(row.started),
                "other": before.place.source,
                "other_row": str(before.place.line),
            }
            yield note(Finding.SAME_EPISODE_TWICE, place, row.number, data)


def _differ(one: EpisodeRow, other: EpisodeRow) -> bool:
    """Whether they disagree in more than how the episode ended, which a later return knows."""
    same_end = replace(
        one,
        place=other.place,
        ended=other.ended,
        reason_ended=other.reason_ended,
        reason_for_move=other.reason_for_move,
    )
    return same_end != other


def _before_birth(
    rows: Iterable[EpisodeRow | ChildInCareRow], births: Mapping[str, dt.date]
) -> Iterator[Problem]:
    for row in rows:
        born = births[row.number]
        if row.started is not None and row.started < born:
            place = replace(row.place, column=_started_column(row))
            data = {"value": as_returned(row.started), "born": as_returned(born)}
            yield note(Finding.BEGINS_BEFORE_BIRTH, place, row.number, data)


def _started_column(row: EpisodeRow | ChildInCareRow) -> str:
    return "DECOM" if isinstance(row, EpisodeRow) else "Date Started to be Looked After"
