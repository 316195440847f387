"""When to call the hub again.

At once after a change, seldom when nothing happens, patiently when it cannot be reached. Pure: the
moment, and a number drawn by chance, are given.
"""

import datetime as dt
from dataclasses import dataclass

QUIET = dt.timedelta(minutes=5)
"""How long after a round the next one begins when nobody changes anything."""

SETTLED = dt.timedelta(seconds=5)
"""How long after the last change it goes out, so that a sentence travels once and not in pieces."""

LONGEST_UNSENT = dt.timedelta(seconds=30)
"""How long a change waits at most while someone goes on typing."""

BETWEEN = dt.timedelta(seconds=10)
"""The least time between two rounds that nobody asked for."""

FIRST_PAUSE = dt.timedelta(seconds=15)
"""How long to wait after the first call that failed; twice as long after each that follows."""

LONGEST_PAUSE = dt.timedelta(minutes=15)
"""The longest of those."""

_MOST_DOUBLINGS = 10


@dataclass(frozen=True, slots=True)
class LastRound:
    """How the last round ended. `failures`: calls that failed in a row, 0 after a good round.

    `hub_asked` is how long the hub itself asked to be left alone.
    """

    ended_at: dt.datetime
    failures: int = 0
    hub_asked: dt.timedelta = dt.timedelta()


@dataclass(frozen=True, slots=True)
class Unsent:
    """Changes made since the last round began: when the first and the last of them were made."""

    first: dt.datetime
    last: dt.datetime


def next_round(
    now: dt.datetime, last: LastRound | None, unsent: Unsent | None, chance: float
) -> dt.datetime:
    """When the next round is due, `now` at the earliest. Moments are aware.

    `chance`, 0 to 1, spreads the laptops of a team that all lost the hub in one moment. A round
    that seems to have ended in the future, because a clock was set back since, delays nothing.
    """
    if last is None or last.ended_at > now:
        return now
    if last.failures or last.hub_asked:
        return max(now, last.ended_at + max(_pause(last.failures, chance), last.hub_asked))
    due = last.ended_at + spread(QUIET, chance)
    if unsent is not None:
        soon = min(unsent.last + SETTLED, unsent.first + LONGEST_UNSENT)
        due = min(due, max(soon, last.ended_at + BETWEEN))
    return max(now, due)


def spread(span: dt.timedelta, chance: float) -> dt.timedelta:
    """A span, up to a fifth longer by chance."""
    return span * (1 + 0.2 * min(1.0, max(0.0, chance)))


def _pause(failures: int, chance: float) -> dt.timedelta:
    if failures <= 0:
        return dt.timedelta()
    doubled: dt.timedelta = FIRST_PAUSE * 2 ** min(failures - 1, _MOST_DOUBLINGS)
    # Between a half and the whole: all laptops together do not call in one moment.
    return min(doubled, LONGEST_PAUSE) * (0.5 + 0.5 * min(1.0, max(0.0, chance)))
