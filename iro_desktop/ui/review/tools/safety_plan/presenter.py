"""The people, rules and tests of the safety plan, without the screen."""

import datetime as dt
from operator import attrgetter

from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.ui.review.tools.presenter import ToolsPresenter


class SafetyPlanPresenter:
    """Each kind of entry in its order."""

    def __init__(self, tools: ToolsPresenter) -> None:
        self._tools = tools

    @property
    def today(self) -> dt.date:
        """The day against which the next test is overdue: the meeting's, once it is closed."""
        review = self._tools.review
        return review.day if review.review.is_fixed else review.today

    def people(self) -> tuple[NetworkPerson, ...]:
        """The child's own people."""
        return tuple(sorted(self._tools.record.network_people, key=attrgetter("position")))

    def rules(self) -> tuple[SafetyRule, ...]:
        """What everyone does; what the council has set stands first."""
        rules = sorted(self._tools.record.safety_rules, key=attrgetter("position"))
        return tuple(sorted(rules, key=lambda rule: not rule.is_bottom_line))

    def tests(self) -> tuple[PlanTest, ...]:
        """When it was tried, in the order written down."""
        return tuple(sorted(self._tools.record.plan_tests, key=attrgetter("position")))

    def add_person(self) -> NetworkPerson:
        """Room for one more."""
        return self._tools.make(NetworkPerson)

    def add_rule(self) -> SafetyRule:
        """Room for one more."""
        return self._tools.make(SafetyRule)

    def add_test(self) -> PlanTest:
        """Room for one more."""
        return self._tools.make(PlanTest)

    def who(self) -> tuple[str, ...]:
        """Whom a rule may name: the network first, then those at the review."""
        names = [person.name.strip() for person in self.people()]
        return tuple(dict.fromkeys(name for name in (*names, *self._tools.people()) if name))

    def next_test(self) -> dt.date | None:
        """When the plan is tried next; None where no day is set, or it was tried since."""
        tests = self.tests()
        planned = [test.next_on for test in tests if test.next_on is not None]
        if not planned:
            return None
        latest = max(planned)
        tried = [test.on for test in tests if test.on is not None]
        return None if any(day >= latest for day in tried) else latest

    def days_overdue(self) -> int:
        """How many days the next test is overdue; 0 while it is not."""
        planned = self.next_test()
        return max(0, (self.today - planned).days) if planned is not None else 0

    def next_in_words(self) -> str:
        """When the plan is tried next, and whether that has passed; empty where nothing is set."""
        planned = self.next_test()
        if planned is None:
            return ""
        day, overdue = screen().date(planned), self.days_overdue()
        if overdue:
            return ntr(
                "Next test: {date}, {number} day overdue",
                "Next test: {date}, {number} days overdue",
                overdue,
                date=day,
            )
        return tr("Next test: {date}", date=day)
