"""Decisions: what, who, by when, and how I would say it to the child."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.participation import Role
from iro_desktop.i18n import tr
from iro_desktop.problems import Problem
from iro_desktop.services.council_people import with_council
from iro_desktop.ui.review.attribute import Attribute, day_attribute, text_attribute
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.text_field import TextField


class DecisionsPanel(CardsPanel[Decision]):
    """The decisions of this review. `narrow` sets fields one beneath the other, at the side."""

    writes = "decision"

    def __init__(
        self, presenter: ReviewPresenter, parent: QWidget | None = None, *, narrow: bool = False
    ) -> None:
        self._half = 12 if narrow else 6
        super().__init__(presenter, parent)

    @override
    def things(self) -> Sequence[Decision]:
        return self.presenter.record.decisions

    @override
    def make_thing(self) -> Decision:
        return self.presenter.add_decision()

    @override
    def make_card(self, thing: Decision) -> RecordCard[Decision]:
        return RecordCard(thing, self._attributes(self._half), removing=tr("Remove this decision"))

    @override
    def title_of(self, thing: Decision, number: int) -> str:
        return tr("Decision {number}", number=number)

    @override
    def row_of(self, gap: Problem) -> FormRow | None:
        card = self.cards.get(gap.data["item"])
        if card is None or gap.code != "decision_without_owner":
            return None
        return card.rows["due_on" if card.record.owner.strip() else "owner"]

    @override
    def refresh_people(self) -> None:
        for card in self.cards.values():
            field = card.rows["owner"].field
            if isinstance(field, PersonField):
                field.set_suggestions(self._people())

    @override
    def add_words(self) -> str:
        return tr("Add a decision")

    @override
    def empty_words(self) -> str:
        return tr("Nothing has been decided yet. Ctrl+D adds a decision from anywhere.")

    @override
    def undo_words(self) -> str:
        return tr("Put the decision back")

    def _people(self) -> list[str]:
        record = self.presenter.record
        names = [person.name for person in record.participants if person.role is not Role.CHILD]
        known = (name for name in (*names, record.iro.name) if name)
        return with_council(known, self.presenter.council)

    def _attributes(self, half: int) -> tuple[Attribute[Decision], ...]:
        return (
            text_attribute("what", tr("What was decided?"), RemarkedTextField(fewest_lines=2)),
            text_attribute("owner", tr("Who will do it?"), PersonField(self._people()), span=half),
            day_attribute(
                "due_on", tr("By when?"), DateField(lambda: self.presenter.today), span=half
            ),
            text_attribute(
                "by_when",
                tr("Or, where there is no date, in words"),
                TextField(tr("for example: before Christmas")),
            ),
            text_attribute(
                "words_for_child",
                tr("How would I say it to the child?"),
                RemarkedTextField(fewest_lines=2, for_child=True),
                hint=tr("Stands in the letter, in place of the formal words."),
            ),
        )
