"""Episodes of care, and the periods of being looked after that they make up."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from iro_desktop.domain.identifiers import ChildId, EpisodeId
from iro_desktop.domain.working_days import add_months

CONTINUES = "X1"  # SSDA903 REC: the episode ceases and another begins at once
SHORT_BREAK_STATUSES = frozenset({"V3", "V4"})
PLACED_FOR_ADOPTION = frozenset({"A3", "A4", "A5", "A6"})
AUTHORITY_TO_PLACE = frozenset({"D1", "E1"})  # freed for adoption (old law), placement order
REMANDED = "J1"  # to local authority accommodation, or to youth detention accommodation
CARE_ORDERS = frozenset({"C1", "C2"})
SECURE_HOME = "K1"
SERIES_LAPSES_AFTER = 6
"""Months without a short break after which a series is taken to be over. No regulation says."""
PLACED_WITH_PARENTS = "P1"
LONG_TERM_FOSTER = frozenset({"U1", "U4"})  # with family or friends, with other carers
# SSDA903 RNE, the reason for a new episode: with new carers, or with the carers there were.
MOVED = frozenset({"P", "B"})
STAYED = frozenset({"L", "T", "U"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """A stretch of care with one legal status in one placement, in the SSDA903's own codes.

    `ended` is the day the episode ceased (DEC), None while it lasts. Postcodes are confidential:
    nothing prints them.
    """

    id: EpisodeId
    child_id: ChildId
    started: dt.date
    reason_started: str = ""
    legal_status: str = ""
    category_of_need: str = ""
    placement: str = ""
    provider: str = ""
    ended: dt.date | None = None
    reason_ended: str = ""
    reason_for_move: str = ""
    home_postcode: str = ""
    placement_postcode: str = ""
    urn: str = ""

    @property
    def is_short_break(self) -> bool:
        """Whether it is one of a series of short breaks (V3, V4)."""
        return self.legal_status in SHORT_BREAK_STATUSES

    @property
    def is_single_short_break(self) -> bool:
        """Whether it is one stay (V3), and not an agreed series of them (V4)."""
        return self.legal_status == "V3"

    def lasts_on(self, day: dt.date) -> bool:
        """Whether the episode runs on `day`; the day it ceased no longer counts."""
        return self.started <= day and (self.ended is None or day < self.ended)


@dataclass(frozen=True)
class PeriodOfCare:
    """One unbroken time of being looked after. `episodes` are in order and never empty.

    `is_latest` says that no period follows: only then can one that ceased with X1 go on.
    """

    episodes: tuple[Episode, ...]
    is_latest: bool = True

    @property
    def started(self) -> dt.date:
        """The day the child became looked after, from which the first review is reckoned."""
        return self.episodes[0].started

    @cached_property
    def ended(self) -> dt.date | None:
        """The day the child ceased to be looked after, None while they still are."""
        last = _last_to_end(self.episodes)
        return None if last.reason_ended == CONTINUES and self.is_latest else last.ended

    def holds(self, day: dt.date) -> bool:
        """Whether the child was looked after on `day`, its first and last day included."""
        return self.started <= day and (self.ended is None or day <= self.ended)

    def lasts_on(self, day: dt.date) -> bool:
        """Whether the child is still looked after at the end of `day`."""
        return self.started <= day and (self.ended is None or day < self.ended)

    def episode_on(self, day: dt.date) -> Episode:
        """The latest episode that began by `day`, or the first."""
        for episode in reversed(self.episodes):
            if episode.started <= day:
                return episode
        return self.episodes[0]

    def until(self, day: dt.date) -> "PeriodOfCare":
        """The period as it stood on `day`: what began later says nothing about it yet."""
        if self.episodes[-1].started <= day:
            return self
        begun = tuple(episode for episode in self.episodes if episode.started <= day)
        return PeriodOfCare(begun or self.episodes[:1], self.is_latest)

    def unbroken_since(self, holds: Callable[[Episode], bool]) -> dt.date:
        """The day from which every episode until the last has held; the last one's, if none did."""
        since = self.episodes[-1].started
        for episode in reversed(self.episodes):
            if not holds(episode):
                break
            since = episode.started
        return since

    def is_short_breaks(self) -> bool:
        """Whether every episode is a short break (V3, V4): then regulation 48 sets the clock."""
        # The first tells most children apart, who are looked after all the time.
        return self.episodes[0].is_short_break and all(
            episode.is_short_break for episode in self.episodes
        )

    def in_this_home_since(self, day: dt.date) -> dt.date:
        """Since when the child has lived where they live on `day`.

        The return says why each episode began: with other carers (P, B) is a move; with the same
        ones (L, T, U) is none, even where the kind of placement is now another. Where it says
        nothing, the same placement, provider, URN and postcode are the same home.
        """
        return self.until(day).homes_began()[-1]

    def homes_began(self) -> tuple[dt.date, ...]:
        """The day of the first placement and of every move, oldest first."""
        moves = (
            after.started
            for before, after in itertools.pairwise(self.episodes)
            if _is_move(before, after)
        )
        return (self.started, *moves)

    def runs(self, holds: Callable[[Episode], bool]) -> Iterator[tuple[dt.date, dt.date | None]]:
        """Each unbroken time in which every episode holds: its first day, and the day it ended."""
        began: dt.date | None = None
        for episode in self.episodes:
            if not holds(episode) and began is not None:
                yield began, episode.started
                began = None
            elif holds(episode) and began is None:
                began = episode.started
        if began is not None:
            yield began, self.ended


def _is_move(before: Episode, after: Episode) -> bool:
    if after.reason_started in STAYED:
        return False
    return after.reason_started in MOVED or not same_home(before, after)


def same_home(one: Episode, other: Episode) -> bool:
    """Whether two episodes were lived in one home: the same placement, provider and place."""
    return (one.placement, one.provider, one.urn, one.placement_postcode) == (
        other.placement,
        other.provider,
        other.urn,
        other.placement_postcode,
    )


def periods_of_care(episodes: Iterable[Episode]) -> tuple[PeriodOfCare, ...]:
    """Episodes of one child, in any order, as periods of care from the oldest on.

    An episode carries on the period before it when that one ceased with X1 the same day or the
    day before, or has no end yet, or ended after this one began. Short breaks that the return
    gives stay by stay (V3) are one series while no gap is longer than `SERIES_LAPSES_AFTER`.
    Returns are untidy: where codes and dates disagree, the dates decide.
    """
    ordered = sorted(episodes, key=_by_dates)
    periods: list[list[Episode]] = []
    for episode in ordered:
        if periods and _carries_on(periods[-1], episode):
            periods[-1].append(episode)
        else:
            periods.append([episode])
    return tuple(PeriodOfCare(tuple(period), is_latest=period is periods[-1]) for period in periods)


def _by_dates(episode: Episode) -> tuple[dt.date, dt.date, str]:
    return (episode.started, episode.ended or dt.date.max, episode.id)


def _last_to_end(episodes: Sequence[Episode]) -> Episode:
    """An open episode ends where the next one begins; a long one may outlast those within it."""
    ended = [episode for episode in episodes if episode.ended is not None]
    if episodes[-1].ended is None or not ended:
        return episodes[-1]
    return max(ended, key=lambda episode: (episode.ended or dt.date.max, episode.started))


def _carries_on(period: Sequence[Episode], episode: Episode) -> bool:
    before = _last_to_end(period)
    if before.ended is None:
        return True
    if before.reason_ended == CONTINUES:
        return episode.started <= before.ended + dt.timedelta(days=1)
    if before.is_single_short_break and episode.is_single_short_break:
        return episode.started <= add_months(before.ended, SERIES_LAPSES_AFTER)
    return episode.started < before.ended


def period_on(periods: Sequence[PeriodOfCare], day: dt.date) -> PeriodOfCare | None:
    """The period that lasts on `day`, or None when the child is not looked after that day."""
    for period in reversed(periods):
        if period.lasts_on(day):
            return period
    return None


def was_looked_after_on(periods: Sequence[PeriodOfCare], day: dt.date) -> PeriodOfCare | None:
    """The period that `day` falls in, its first and last day included."""
    for period in reversed(periods):
        if period.holds(day):
            return period
    return None


def series_on(periods: Sequence[PeriodOfCare], day: dt.date) -> PeriodOfCare | None:
    """The series of single short breaks (V3) that still goes on at home on `day`, between stays."""
    for period in reversed(periods):
        ended = period.ended
        if period.started > day or ended is None or not period.episodes[-1].is_single_short_break:
            continue
        return period if day <= add_months(ended, SERIES_LAPSES_AFTER) else None
    return None
