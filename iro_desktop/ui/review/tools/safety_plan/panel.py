"""The safety plan: the network, the rules, and the days on which it was tried."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.tools.entries import Tool
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import theme
from iro_desktop.ui.review.edits import Edit
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.tools.entry_cards import EntryCards
from iro_desktop.ui.review.tools.frame import ToolPanel
from iro_desktop.ui.review.tools.last_time import lines
from iro_desktop.ui.review.tools.safety_plan.cards import NetworkCard, RuleCard, TestCard
from iro_desktop.ui.review.tools.safety_plan.presenter import SafetyPlanPresenter
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words


class SafetyPlanPanel(ToolPanel):
    """Three lists under one another, each with its own button for one more."""

    tool: ClassVar[Tool] = Tool.SAFETY_PLAN

    @override
    def fill(self) -> None:
        self.plan = SafetyPlanPresenter(self.tools)
        self.next_pill = Pill("")
        self.network = NetworkCards(self)
        self.rules = RuleCards(self)
        self.tests = TestCards(self)
        self.work.addWidget(FlowRow(self.next_pill))
        for title, cards in (
            (tr("The network: the child's own people"), self.network),
            (tr("Who does what, and when"), self.rules),
            (tr("Was the plan tested?"), self.tests),
        ):
            self.work.addSpacing(theme.space(8))
            self.work.addWidget(Words(title, "h3"))
            self.work.addWidget(cards)

    @override
    def refresh_entries(self) -> None:
        for cards in (self.network, self.rules, self.tests):
            cards.refresh()
        self._show_next()

    @override
    def refresh_people(self) -> None:
        for card in self.rules.cards.values():
            field = card.rows["who"].field
            if isinstance(field, PersonField):
                field.set_suggestions(self.plan.who())

    @override
    def take(self, *edits: Edit) -> None:
        super().take(*edits)
        self.refresh_people()
        self._show_next()

    @override
    def focus_first(self) -> bool:
        return self.network.focus_first()

    @override
    def show_earlier(self, earlier: EarlierTools) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(10))
        people = [(one.name, _person_said(one)) for one in earlier.tools.network_people]
        rules = [(_rule_by(one), one.does_what) for one in earlier.tools.safety_rules]
        tests = [(_tested(one), one.what_happened) for one in earlier.tools.plan_tests]
        for title, said in (
            (tr("Network"), people),
            (tr("Rules"), rules),
            (tr("Tests of the plan"), tests),
        ):
            if said:
                column.addWidget(Words(title, "strong"))
                column.addWidget(lines(said))
        return box

    def _show_next(self) -> None:
        words, overdue = self.plan.next_in_words(), self.plan.days_overdue() > 0
        tone, icon = ("danger", "circle-alert") if overdue else ("info", "calendar")
        self.next_pill.setVisible(bool(words))
        if words:
            self.next_pill.show_state(words, tone, icon)  # type: ignore[arg-type]  # of the two


class NetworkCards(EntryCards[NetworkPerson]):
    """The child's own people."""

    frame: SafetyPlanPanel

    @override
    def things(self) -> Sequence[NetworkPerson]:
        return self.frame.visible(self.frame.plan.people())

    @override
    def make_thing(self) -> NetworkPerson:
        return self.frame.plan.add_person()

    @override
    def make_card(self, thing: NetworkPerson) -> RecordCard[NetworkPerson]:
        return NetworkCard(thing, self.frame.tools.people())

    @override
    def title_of(self, thing: NetworkPerson, number: int) -> str:
        return thing.name.strip() or tr("Person {number}", number=number)

    @override
    def add_words(self) -> str:
        return tr("Add a person")

    @override
    def empty_words(self) -> str:
        return tr("Nobody yet. Ask who would notice, and who would come when rung up.")

    @override
    def undo_words(self) -> str:
        return tr("Put the person back")


class RuleCards(EntryCards[SafetyRule]):
    """The rules. A bottom line says so in its title."""

    frame: SafetyPlanPanel

    @override
    def before(self) -> QWidget:
        return self.frame.network.add_button

    @override
    def things(self) -> Sequence[SafetyRule]:
        return self.frame.visible(self.frame.plan.rules())

    @override
    def make_thing(self) -> SafetyRule:
        return self.frame.plan.add_rule()

    @override
    def make_card(self, thing: SafetyRule) -> RecordCard[SafetyRule]:
        return RuleCard(thing, self.frame.plan.who())

    @override
    def title_of(self, thing: SafetyRule, number: int) -> str:
        if thing.is_bottom_line:
            return tr("Rule {number}: a bottom line of the council", number=number)
        return tr("Rule {number}", number=number)

    @override
    def add_words(self) -> str:
        return tr("Add a rule")

    @override
    def empty_words(self) -> str:
        return tr("No rule yet. The family makes them; the council says what has to hold.")

    @override
    def undo_words(self) -> str:
        return tr("Put the rule back")


class TestCards(EntryCards[PlanTest]):
    """The days on which the plan was tried."""

    __test__ = False  # no test of ours, though its name begins so
    frame: SafetyPlanPanel

    @override
    def before(self) -> QWidget:
        return self.frame.rules.add_button

    @override
    def things(self) -> Sequence[PlanTest]:
        return self.frame.visible(self.frame.plan.tests())

    @override
    def make_thing(self) -> PlanTest:
        return self.frame.plan.add_test()

    @override
    def make_card(self, thing: PlanTest) -> RecordCard[PlanTest]:
        plan = self.frame.plan
        return TestCard(thing, self.frame.tools.people(), lambda: plan.today)

    @override
    def title_of(self, thing: PlanTest, number: int) -> str:
        return _tested(thing) if thing.on else tr("Test {number}", number=number)

    @override
    def add_words(self) -> str:
        return tr("Write down a test")

    @override
    def empty_words(self) -> str:
        return tr("The plan has not been tested yet. Agree on a day to try it.")

    @override
    def undo_words(self) -> str:
        return tr("Put the test back")


def _tested(test: PlanTest) -> str:
    return tr("Tested on {date}", date=screen().date(test.on)) if test.on else ""


def _person_said(person: NetworkPerson) -> str:
    return "; ".join(part for part in (person.relation.strip(), person.part.strip()) if part)


def _rule_by(rule: SafetyRule) -> str:
    said = ", ".join(part for part in (rule.who.strip(), rule.when.strip()) if part)
    return tr("Bottom line: {words}", words=said) if rule.is_bottom_line else said
