"""The milestones of a review, without the screen: their order, their dates, what they wait for."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from operator import attrgetter

from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.tools.milestone_order import by_date, by_what_comes_first, may_wait_for
from iro_desktop.domain.tools.trajectory import Milestone, revised
from iro_desktop.domain.tools.waiting import WaitingFault, problems_of
from iro_desktop.i18n import tr
from iro_desktop.ui.review.tools.presenter import ToolsPresenter
from iro_desktop.ui.review.tools.trajectory.line import Stop, name_of, stops_of


class Order(StrEnum):
    """How the milestones are looked at."""

    DATE = "date"
    WAITING = "waiting"


class TrajectoryPresenter:
    """`order` is of the screen alone; nothing of it is kept."""

    def __init__(self, tools: ToolsPresenter) -> None:
        self._tools = tools
        self.order = Order.DATE

    @property
    def today(self) -> dt.date:
        """The day to which drift is counted: that of the meeting, once its record is closed."""
        review = self._tools.review
        return review.day if review.review.is_fixed else review.today

    def written(self) -> tuple[Milestone, ...]:
        """As they were written down."""
        return tuple(sorted(self._tools.record.milestones, key=attrgetter("position")))

    def ordered(self) -> tuple[Milestone, ...]:
        """In the order chosen."""
        sort = by_date if self.order is Order.DATE else by_what_comes_first
        return sort(self.written())

    def stops(self) -> tuple[Stop, ...]:
        """The milestones as they are drawn."""
        return stops_of(self.written(), self.ordered(), self.today)

    def earlier_stops(self, milestones: Sequence[Milestone], day: dt.date) -> tuple[Stop, ...]:
        """Those of an earlier meeting, as they stood on its day."""
        return stops_of(milestones, by_date(milestones), day)

    def add(self) -> Milestone:
        """Room for one more."""
        return self._tools.make(Milestone)

    def name(self, thread: EntityId) -> str:
        """What a milestone is called; empty for one that is not there."""
        return next(
            (
                name_of(one, number)
                for number, one in enumerate(self.written(), start=1)
                if one.thread == thread
            ),
            "",
        )

    def may_wait_for(self, milestone: Milestone) -> tuple[tuple[EntityId, str], ...]:
        """What a milestone may wait for, each with its name; never in a ring."""
        there = next((one for one in self.written() if one.id == milestone.id), milestone)
        return tuple(
            (one.thread, self.name(one.thread)) for one in may_wait_for(there, self.written())
        )

    def decisions(self) -> tuple[Decision, ...]:
        """Those of this review and of the one before that say anything, this review's first."""
        record = self._tools.review.record
        return tuple(one for one in (*record.decisions, *record.last_decisions) if not one.is_blank)

    def notes(self, milestone: Milestone) -> tuple[str, ...]:
        """What cannot be so in its dates and in what it waits for, gently."""
        found = problems_of(self.written(), self.today)
        words = {
            WaitingFault.IN_A_RING: tr("It waits for something that waits for it."),
            WaitingFault.FOR_NOTHING: tr("What it waited for is no longer here."),
            WaitingFault.IN_THE_FUTURE: tr("The day it was reached is still to come."),
        }
        said = []
        for problem in (one for one in found if one.subject == milestone.id):
            if problem.code == WaitingFault.BEFORE_ITS_TIME:
                other = problem.data["other"]
                said.append(
                    tr("It is planned before “{name}”, which has to come first.", name=other)
                )
            else:
                said.append(words[WaitingFault(problem.code)])
        return tuple(dict.fromkeys(said))

    def give_new_date(self, milestone: Milestone, to: dt.date, because: str) -> Milestone:
        """Another date beside all that it had; the reason goes with it."""
        return self._tools.change(revised(milestone, to, because))

    def may_correct(self, milestone: Milestone) -> bool:
        """Whether a slip in the first date can still be put right: on the day it was written."""
        return (
            milestone.thread == milestone.id
            and not milestone.revised_to
            and milestone.written_on == self._tools.review.today
        )

    def reach(self, milestone: Milestone, day: dt.date | None) -> Milestone:
        """Say when it was reached, or that it was not."""
        return self._tools.change(replace(milestone, actual_on=day))
