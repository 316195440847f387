"""Made-up lives: a child, the people round them, and their time in care."""

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from iro_desktop.demonstration.children import Place, make_child
from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.episodes import make_episodes
from iro_desktop.demonstration.families import FAMILIES, Family, Situation
from iro_desktop.demonstration.history import Calendar, calendar_of
from iro_desktop.demonstration.names import FAMILY_NAMES, GIVEN_NAMES
from iro_desktop.demonstration.people import Cast, cast_of
from iro_desktop.domain.care import Episode, PeriodOfCare
from iro_desktop.domain.child import Child, age_on


@dataclass(frozen=True, slots=True)
class Life:
    """One made-up child, with what all the rest is told from."""

    child: Child
    family: Family
    calendar: Calendar
    episodes: tuple[Episode, ...]
    cast: Cast

    @property
    def period(self) -> PeriodOfCare:
        """The one period of care there is."""
        return PeriodOfCare(self.episodes)

    def age_on(self, day: dt.date) -> int:
        """Whole years."""
        return age_on(self.child.date_of_birth, day)


def make_lives(draw: Draw, today: dt.date) -> Iterator[Life]:
    """Every child of the caseload, family by family."""
    given = draw.of("given names").sample(GIVEN_NAMES, len(GIVEN_NAMES))
    surnames = draw.of("family names").sample(FAMILY_NAMES, len(FAMILY_NAMES))
    numbers = itertools.count(1)
    for index, family in enumerate(FAMILIES):
        chance = draw.of("calendar", index)
        calendar = calendar_of(family, today, _end_of_care(draw, index, family, today), chance)
        for age in family.ages:
            place = Place(index, next(numbers), age)
            cast = cast_of(draw, place.family, place.number, family, age)
            child = make_child(draw, place, family, calendar, cast, today)
            if family.named:
                child = replace(
                    child, known_as=given[place.number - 1], family_name=surnames[index]
                )
            episodes = make_episodes(draw, child, family, calendar, today)
            yield Life(child, family, calendar, episodes, cast)


def _end_of_care(draw: Draw, index: int, family: Family, today: dt.date) -> dt.date | None:
    """The eighteenth birthday of someone who has just had it."""
    if family.situation is not Situation.LEFT_CARE:
        return None
    return today - dt.timedelta(days=draw.of("grown up", index).randint(4, 16))
