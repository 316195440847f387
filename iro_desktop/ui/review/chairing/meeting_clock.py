"""The agenda and its quiet clock, without the screen: what is talked about, how long there is."""

import datetime as dt
from dataclasses import dataclass, replace

from iro_desktop.domain.chairing import AgendaItem
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.i18n import ntr, tr
from iro_desktop.services import agenda
from iro_desktop.services.agenda import MeetingClock, TimeLeft
from iro_desktop.ui.review.edits import Edit
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_changes import next_position


@dataclass(frozen=True, slots=True)
class ClockWords:
    """What the clock says, and how much of the item's time is used, 0 to 1."""

    what: str
    left: str
    share: float


class AgendaPresenter:
    """The agenda of the review on screen, and the clock over it."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        self._presenter = presenter

    @property
    def clock(self) -> MeetingClock:
        """The clock of the review on screen."""
        return self._presenter.clocks[self._presenter.review.id]

    def items(self) -> tuple[AgendaItem, ...]:
        """The agenda in its order; on a shared screen without what is for the IRO alone."""
        items = self._presenter.record.agenda_items
        if self._presenter.is_shared:
            return tuple(item for item in items if not item.only_for_iro)
        return items

    def current(self) -> AgendaItem | None:
        """What is talked about now."""
        return next((item for item in self.items() if item.id == self.clock.item), None)

    # The clock

    def turn_to(self, item: str) -> None:
        """Talk about an item from now on; about none, where it is empty."""
        if self._presenter.review.status is ReviewStatus.OPEN:
            turned = self.clock.turned_to(item, self._presenter.workspace.clock.now())
            self._presenter.clocks[self._presenter.review.id] = turned

    def turn_to_section(self, section: str) -> None:
        """Talk about what is written down in a section, where the agenda has it."""
        found = [item for item in self.items() if item.section == section and not item.is_done]
        if found:
            self.turn_to(found[0].id)

    def rest(self) -> None:
        """Let no time pass: another child's review comes to the front."""
        if self._presenter.is_open():
            self.turn_to("")

    def words(self, now: dt.datetime | None = None) -> ClockWords | None:
        """What the clock says now; None while nothing with a time is talked about."""
        item = self.current() if self._presenter.shows_time else None
        if item is None or self._presenter.review.status is not ReviewStatus.OPEN:
            return None
        left = self.clock.left_for(item, now or self._presenter.workspace.clock.now())
        return None if left is None else ClockWords(item.what, left_in_words(left), left.share)

    # The agenda

    def total(self) -> str:
        """The minutes planned against the meeting's length."""
        planned = agenda.minutes_planned(self.items())
        length = agenda.length_of(self._presenter.review)
        said = tr("{planned} of {length} minutes planned", planned=planned, length=length)
        if planned <= length:
            return said
        over = ntr(
            "{number} minute more than the meeting lasts",
            "{number} minutes more than the meeting lasts",
            planned - length,
        )
        return tr("{planned}: {over}", planned=said, over=over)

    def propose(self) -> tuple[AgendaItem, ...]:
        """An agenda to start from, as one step: the child's own first, then the sections."""
        presenter = self._presenter
        own = tr("What {child} wants to talk about", child=presenter.record.child.known_as)
        sections = [part.section for part in presenter.sections()]
        items = agenda.proposed(presenter.review, presenter.record.child, sections, own)
        with presenter.stack.together():
            return tuple(presenter.change(item) for item in items)

    def new_item(self) -> AgendaItem:
        """One more at the end."""
        position = next_position(self._presenter.record.agenda_items)
        return self._presenter.change(agenda.new_item(self._presenter.review, position))

    def new_own_item(self) -> tuple[AgendaItem, ...]:
        """Something more that the child brings, beneath the child's own at the top.

        Gives it first, then what else moved and is to be kept.
        """
        presenter = self._presenter
        child = presenter.record.child
        with presenter.stack.together():
            own = presenter.change(replace(self.new_item(), brought_by=child.known_as))
            place = agenda.place_for_childs_own(presenter.record.agenda_items, child)
            moved = agenda.moved(presenter.record.agenda_items, own.id, place)
            put = [presenter.change(item) for item in moved]
        return next((item for item in put if item.id == own.id), own), *put

    def move(self, item: AgendaItem, by: int) -> tuple[Edit, ...]:
        """Move an item up (below 0) or down among those in sight. Gives what is to be kept."""
        names = [one.id for one in self.items()]
        target = names.index(item.id) + by
        if not 0 <= target < len(names):
            return ()
        return self.move_to(item, target)

    def move_to(self, item: AgendaItem, place: int) -> tuple[Edit, ...]:
        """Put an item at a place among those in sight, from 0."""
        seen, every = self.items(), self._presenter.record.agenda_items
        beside = seen[max(0, min(place, len(seen) - 1))]
        among = [one.id for one in every].index(beside.id)
        with self._presenter.stack.together():
            changed = agenda.moved(every, item.id, among)
            return tuple(self._presenter.change(one) for one in changed)


def left_in_words(left: TimeLeft) -> str:
    """About how long there is for an item, or that its time is used; never to the second."""
    if left.minutes > 0:
        return ntr(
            "about {number} minute left for this",
            "about {number} minutes left for this",
            left.minutes,
        )
    if left.minutes == 0:
        return tr("the time for this is used")
    return ntr(
        "about {number} minute longer than planned",
        "about {number} minutes longer than planned",
        -left.minutes,
    )
