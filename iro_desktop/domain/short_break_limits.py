"""Whether stays away from home are short breaks at all: 17 days at once, 75 in any twelve months.

Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 48:
a series of placements in one place, none of them meant to last longer than 17 days, not more than
75 days in total in any period of 12 months. Where they are not, all of the regulations apply, and
regulation 33 sets the reviews.

How a day is counted: a day is a night away. The day a stay began counts, the day it ended does
not; from Monday to Wednesday is two days. The regulation does not say. Councils' procedures read
its limits as nights (Nottinghamshire: 17 nights, 75 nights); an episode in the SSDA903 counts the
day it began and not the day it ceased; and a child is looked after only once accommodated for 24
hours. Two stays without a night at home between them are one, as the child must go home at the end
of each; a night in two of the stays given is one night.
"""

import datetime as dt
import itertools
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from iro_desktop.domain.care import Episode, same_home
from iro_desktop.domain.working_days import add_months

LONGEST_STAY = 17
MOST_IN_A_YEAR = 75
_YEAR = 12  # months
_DAY = dt.timedelta(days=1)

# SI 2020/445 took the limit on one stay away for a while. Not confirmed: read about, not read.
_LIFTED_FROM = dt.date(2020, 4, 24)
_LIFTED_UNTIL = dt.date(2020, 9, 24)


class Limit(StrEnum):
    """The tests of regulation 48(2) that dates can fail."""

    SAME_PLACEMENT = "same_placement"
    LONGEST_STAY = "longest_stay"
    MOST_IN_A_YEAR = "most_in_a_year"


@dataclass(frozen=True, slots=True)
class Stay:
    """One placement, from the day the child came to the day they went, or are meant to go.

    `home` is any word that differs where the person or the accommodation does.
    """

    began: dt.date
    ended: dt.date
    home: str = ""

    @property
    def days(self) -> int:
        """How many days it counts for."""
        return max(0, (self.ended - self.began).days)


@dataclass(frozen=True, slots=True)
class Exceeded:
    """A test that is failed. `first` and `last` are the first and the last night of what failed it.

    For the year they are the twelve months: a period that begins on a night away and ends the day
    before the corresponding date. `days` were counted, `most` are allowed; both are 0 for stays in
    another place, where they say nothing.
    """

    limit: Limit
    first: dt.date
    last: dt.date
    days: int = 0
    most: int = 0


LongestStay = Callable[[dt.date], int | None]


def longest_stay_on(day: dt.date) -> int | None:
    """How many days a stay that begins on `day` may be meant to last; None where no limit held."""
    return None if _LIFTED_FROM <= day <= _LIFTED_UNTIL else LONGEST_STAY


def limits_exceeded(
    stays: Iterable[Stay], longest_stay: LongestStay = longest_stay_on
) -> tuple[Exceeded, ...]:
    """Which tests a series of stays fails: none of them, and regulation 48 applies.

    Args:
        stays: in any order, each with the day on which it ended or is meant to end.
        longest_stay: the limit in force on the day a stay began.

    Returns:
        Every stay elsewhere than the first, every stay that is too long, and of the periods of 12
        months the earliest of those with most days in them.
    """
    ordered = sorted(
        (stay for stay in stays if stay.days), key=lambda stay: (stay.began, stay.ended, stay.home)
    )
    return (
        *_elsewhere(ordered),
        *_too_long(_without_gaps(ordered), longest_stay),
        *_too_many(ordered),
    )


def stays_of(episodes: Iterable[Episode], today: dt.date) -> tuple[Stay, ...]:
    """Episodes that are each one short break (V3) as stays, oldest first.

    One that has not ended lasts at least through the night of `today`. An episode that covers a
    whole agreed series (V4) says nothing about the stays in it, and is none.
    """
    breaks = sorted(
        (episode for episode in episodes if episode.legal_status == "V3"),
        key=lambda episode: (episode.started, episode.id),
    )
    homes: list[Episode] = []
    stays: list[Stay] = []
    for episode in breaks:
        known = (number for number, home in enumerate(homes) if same_home(home, episode))
        number = next(known, len(homes))
        if number == len(homes):
            homes.append(episode)
        ended = episode.ended or max(today, episode.started) + _DAY
        stays.append(Stay(episode.started, ended, str(number)))
    return tuple(stays)


def _elsewhere(stays: Sequence[Stay]) -> list[Exceeded]:
    return [
        Exceeded(Limit.SAME_PLACEMENT, stay.began, stay.ended - _DAY)
        for stay in stays
        if stay.home != stays[0].home
    ]


def _without_gaps(stays: Sequence[Stay]) -> list[Stay]:
    """Stays that follow each other without a night at home, put together."""
    joined: list[Stay] = []
    for stay in stays:
        if joined and stay.began <= joined[-1].ended:
            joined[-1] = replace(joined[-1], ended=max(joined[-1].ended, stay.ended))
        else:
            joined.append(stay)
    return joined


def _too_long(stays: Sequence[Stay], longest_stay: LongestStay) -> list[Exceeded]:
    limits = [(stay, longest_stay(stay.began)) for stay in stays]
    return [
        Exceeded(Limit.LONGEST_STAY, stay.began, stay.ended - _DAY, stay.days, most)
        for stay, most in limits
        if most is not None and stay.days > most
    ]


def _too_many(stays: Sequence[Stay]) -> list[Exceeded]:
    # Any twelve months hold no more nights than those that begin with the first night in them.
    nights = sorted(set(itertools.chain.from_iterable(_nights(stay) for stay in stays)))
    counts = [
        bisect_left(nights, add_months(night, _YEAR)) - position
        for position, night in enumerate(nights)
    ]
    most = max(counts, default=0)
    if most <= MOST_IN_A_YEAR:
        return []
    first = nights[counts.index(most)]
    last = add_months(first, _YEAR) - _DAY
    return [Exceeded(Limit.MOST_IN_A_YEAR, first, last, most, MOST_IN_A_YEAR)]


def _nights(stay: Stay) -> Iterable[dt.date]:
    return (stay.began + _DAY * number for number in range(stay.days))


def no_short_breaks_since(episodes: Iterable[Episode], today: dt.date) -> dt.date | None:
    """The first day of the stay from which regulation 33 applies; None while regulation 48 does.

    That is the stay that was too long, or the one that made too many days in twelve months. Stays
    in another home are left to the IRO to judge: a return may only have spelt the home otherwise.
    """
    stays = stays_of(episodes, today)
    failed = [one for one in limits_exceeded(stays) if one.limit is not Limit.SAME_PLACEMENT]
    began = [max(stay.began for stay in stays if stay.began <= one.last) for one in failed]
    return min(began, default=None)
