"""All due dates of a service: a thousand children, ten years of reviews each.

The limit is the same dates by naive arithmetic, as anybody would first write it with the libraries
at hand: working days by `holidays`, calendar months by `dateutil`, and nothing that explains them.
"""

import datetime as dt
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]  # comes with no types
from holidays import country_holidays

from benches.figures import Figure, seconds
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EpisodeId, ReviewId
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.services.child_clocks import clocks_of
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.reckoning import lawful

CHILDREN = 1000
YEARS = 10
BORN, TODAY = dt.date(2012, 1, 1), dt.date(2026, 11, 22)
FIRST, LATER = dt.timedelta(days=25), dt.timedelta(days=170)
TIMES = 5
EVERY_CLOCK_LIMIT_MS = 1000.0

InCare = tuple[dt.date, tuple[dt.date, ...]]


def figures() -> Iterator[Figure]:
    """Both reckon every review's own due date and the next one, and must agree on each."""
    children = [_child(number) for number in range(CHILDREN)]
    stored = [_as_stored(number, child) for number, child in enumerate(children)]
    assert _by_the_engine(stored) == _by_hand(children)  # noqa: S101 - else the race means nothing
    engine = min(seconds(lambda: _by_the_engine(stored)) for _ in range(TIMES))
    naive = min(seconds(lambda: _by_hand(children)) for _ in range(TIMES))
    yield Figure("due dates of 1,000 children", engine * 1000, naive * 1000, "ms")
    every = min(seconds(lambda: _every_clock(stored)) for _ in range(TIMES))
    yield Figure("every open clock of theirs", every * 1000, EVERY_CLOCK_LIMIT_MS, "ms")


def _child(number: int) -> InCare:
    started = dt.date(2016, 1, 4) + dt.timedelta(days=number % 300)
    held = [started + FIRST]
    while held[-1] + LATER < min(TODAY, started + dt.timedelta(days=365 * YEARS)):
        held.append(held[-1] + LATER)
    return started, tuple(held)


def _as_stored(number: int, child: InCare) -> tuple[list[Episode], list[Review]]:
    started, held = child
    name = ChildId(str(number))
    care = Episode(
        id=EpisodeId(f"{number}-care"),
        child_id=name,
        started=started,
        legal_status="C2",
        placement="U6",
    )
    reviews = [
        Review(
            id=ReviewId(f"{number}-{day}"),
            child_id=name,
            status=ReviewStatus.CLOSED,
            held_on=day,
        )
        for day in held
    ]
    return [care], reviews


def _by_the_engine(stored: list[tuple[list[Episode], list[Review]]]) -> list[dt.date]:
    reckoner = lawful()
    found: list[dt.date] = []
    for episodes, reviews in stored:
        clock = ReviewClock.of(BORN, episodes, reviews, reckoner, TODAY)
        dues = [*clock.dues(), clock.next_due(TODAY)]
        found += [due.on for due in dues if due is not None]
    return found


def _every_clock(stored: list[tuple[list[Episode], list[Review]]]) -> int:
    reckoner = lawful()
    return sum(
        len(clocks_of(_made_up(episodes), episodes, reviews, (), (), reckoner, TODAY))
        for episodes, reviews in stored
    )


def _made_up(episodes: list[Episode]) -> Child:
    return Child(id=episodes[0].child_id, number="", date_of_birth=BORN, made_up=True)


def _by_hand(children: list[InCare]) -> list[dt.date]:
    england = country_holidays("GB", subdiv="ENG", years=range(2015, 2028))
    found: list[dt.date] = []
    for started, held in children:
        found.append(england.get_nth_working_day(started, 20))
        for position, before in enumerate(held):
            found.append(before + relativedelta(months=6 if position else 3))
    return found
