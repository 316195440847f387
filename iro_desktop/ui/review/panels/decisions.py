"""Decisions: what, who, by when, and how I would say it to the child."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.participation import Role
from iro_desktop.i18n import tr
from iro_desktop.problems import Problem
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import Attribute, RecordCard, day_from, iso, text
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.text_field import TextField


class DecisionsPanel(CardsPanel[Decision]):
    """The decisions of this review. `narrow` sets fields one beneath the other, at the side."""

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
        return list(dict.fromkeys(name for name in (*names, record.iro.name) if name))

    def _attributes(self, half: int) -> tuple[Attribute[Decision], ...]:
        return (
            Attribute(
                "what",
                tr("What was decided?"),
                RemarkedTextField(fewest_lines=2),
                lambda decision: decision.what,
                lambda decision, value: replace(decision, what=text(value)),
            ),
            Attribute(
                "owner",
                tr("Who will do it?"),
                PersonField(self._people()),
                lambda decision: decision.owner,
                lambda decision, value: replace(decision, owner=text(value)),
                span=half,
            ),
            Attribute(
                "due_on",
                tr("By when?"),
                DateField(lambda: self.presenter.today),
                lambda decision: iso(decision.due_on),
                lambda decision, value: replace(decision, due_on=day_from(value)),
                span=half,
            ),
            Attribute(
                "by_when",
                tr("Or, where there is no date, in words"),
                TextField(tr("for example: before Christmas")),
                lambda decision: decision.by_when,
                lambda decision, value: replace(decision, by_when=text(value)),
            ),
            Attribute(
                "words_for_child",
                tr("How would I say it to the child?"),
                RemarkedTextField(fewest_lines=2, for_child=True),
                lambda decision: decision.words_for_child,
                lambda decision, value: replace(decision, words_for_child=text(value)),
                hint=tr("Stands in the letter, in place of the formal words."),
            ),
        )
