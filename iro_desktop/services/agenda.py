"""The agenda of a meeting: proposed from its form, put in order, and a quiet clock over it.

The child's own come first. The clock knows no seconds, and nothing of it is kept.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from iro_desktop.domain.chairing import AgendaItem
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import EntityId, natural_id, new_id
from iro_desktop.domain.review import Review
from iro_desktop.form_engine.definition import Records, Section, Stage
from iro_desktop.services.diary import USUAL_MINUTES

CHILDS_SHARE = 10  # minutes for what the child brings, before the rest is shared out
LEAST = 2  # minutes for anything
_RUNS_THE_MEETING = frozenset(
    {Records.AGENDA, Records.ATTENDANCE, Records.PARTICIPATION, Records.MEETING_PARTS}
)
_MINUTE = dt.timedelta(minutes=1)
_BY_FIVES = 10  # minutes from which on time left is said in fives


def new_item(review: Review, position: int) -> AgendaItem:
    """Something to talk about, with nothing said of it yet."""
    return AgendaItem(
        id=EntityId(new_id()), child_id=review.child_id, review_id=review.id, position=position
    )


def length_of(review: Review) -> int:
    """How long the meeting is meant to last, in minutes."""
    return review.lasts_minutes or USUAL_MINUTES


def proposed(
    review: Review, child: Child, sections: Iterable[Section], childs_own: str
) -> tuple[AgendaItem, ...]:
    """An agenda to start from: what the child brings, then each section met while chairing.

    `childs_own` are the words for the child's item. Where the meeting is long enough, the minutes
    add up to its length at most.
    """
    met = [
        section
        for section in sections
        if section.stage is Stage.CHAIR
        and not section.private
        and not _RUNS_THE_MEETING & set(section.records)
        and _is_talked_about(section)
    ]
    share = max(LEAST, (length_of(review) - CHILDS_SHARE) // max(1, len(met)))
    own = replace(
        _proposed_item(review, 0, "child's own"),
        what=childs_own,
        minutes=CHILDS_SHARE,
        brought_by=child.known_as,
    )
    rest = (
        replace(
            _proposed_item(review, place, f"section {section.id}"),
            what=section.title,
            minutes=share,
            section=section.id,
        )
        for place, section in enumerate(met, start=1)
    )
    return (own, *rest)


def _proposed_item(review: Review, position: int, reason: str) -> AgendaItem:
    return replace(new_item(review, position), id=natural_id("agenda item", review.id, reason))


def _is_talked_about(section: Section) -> bool:
    """Whether it is more than words to be written for a letter afterwards."""
    return bool(section.records) or any(one.minutes is not None for one in section.questions)


def is_childs_own(item: AgendaItem, child: Child) -> bool:
    """Whether the child brings it."""
    name = child.known_as.strip().casefold()
    return bool(name) and item.brought_by.strip().casefold() == name


def place_for_childs_own(items: Sequence[AgendaItem], child: Child) -> int:
    """Where one more of the child's own goes: after those at the top."""
    place = 0
    while place < len(items) and is_childs_own(items[place], child):
        place += 1
    return place


def moved(items: Sequence[AgendaItem], name: str, place: int) -> tuple[AgendaItem, ...]:
    """The items that have another position once one of them stands at `place`, from 0."""
    rest = [item for item in items if item.id != name]
    mover = [item for item in items if item.id == name]
    place = max(0, min(place, len(rest)))
    in_order = (*rest[:place], *mover, *rest[place:])
    placed = (replace(item, position=number) for number, item in enumerate(in_order))
    before = {item.id: item for item in items}
    return tuple(item for item in placed if item != before[item.id])


def minutes_planned(items: Iterable[AgendaItem]) -> int:
    """What the items take together."""
    return sum(item.minutes for item in items)


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """How long there still is for an item: whole minutes, rounded; below 0, how long over.

    `share` is how much of its time is used, 0 to 1.
    """

    minutes: int
    share: float


@dataclass(frozen=True, slots=True)
class MeetingClock:
    """Which item is talked about, since when, and how long each was talked about before.

    Times are aware. Setting the laptop's clock back takes no time away.
    """

    item: str = ""
    since: dt.datetime | None = None
    spent: Mapping[str, dt.timedelta] = field(default_factory=lambda: MappingProxyType({}))

    def turned_to(self, item: str, now: dt.datetime) -> "MeetingClock":
        """The clock once another item is talked about; none, where `item` is empty."""
        if item == self.item:
            return self
        spent = dict(self.spent)
        if self.item:
            spent[self.item] = self.time_on(self.item, now)
        return MeetingClock(item, now if item else None, MappingProxyType(spent))

    def time_on(self, item: str, now: dt.datetime) -> dt.timedelta:
        """How long an item was talked about, by now."""
        before = self.spent.get(item, dt.timedelta())
        if item != self.item or self.since is None:
            return before
        return before + max(now - self.since, dt.timedelta())

    def left_for(self, item: AgendaItem, now: dt.datetime) -> TimeLeft | None:
        """What is left for an item; None where nobody said how long it takes."""
        if item.minutes <= 0:
            return None
        meant = item.minutes * _MINUTE
        used = self.time_on(item.id, now)
        return TimeLeft(_rounded((meant - used) / _MINUTE), min(1.0, used / meant))


def _rounded(minutes: float) -> int:
    """To whole minutes, and to fives where that is near enough."""
    whole = round(minutes)
    return 5 * round(whole / 5) if abs(whole) >= _BY_FIVES else whole
