"""One statement: who worries, what is said, who sees it differently, its goal and its scale."""

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.tools.worries import WorryKind, WorryStatement
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui.review.attribute import Attribute, one_of_attribute, text_attribute
from iro_desktop.ui.review.tools import attributes
from iro_desktop.ui.review.tools.entry_card import EntryCard
from iro_desktop.ui.review.tools.worries.presenter import WorriesPresenter, kinds_explained
from iro_desktop.ui.review.tools.worries.scale_part import ScalePart
from iro_desktop.ui.widgets.names_field import NamesField
from iro_desktop.ui.widgets.note_label import NoteLabel
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField

FOLDED = ("heard_from", "is_verbatim", "author")


class WorryCard(EntryCard[WorryStatement]):
    """Its scale stands on the same card, and what is still to say beneath, gently."""

    def __init__(self, statement: WorryStatement, worries: WorriesPresenter) -> None:
        people = worries.people()
        fields = (*_what(), attributes.state(), *_who(people), *_agreement(people), *_goal())
        super().__init__(statement, fields, removing=tr("Remove this statement"), folded=FOLDED)
        self._worries = worries
        self.scale = ScalePart(worries, statement.id)
        self.scale.left.connect(self.left)
        self.lacking = NoteLabel("")
        self.add_below(self.scale)
        self.add_below(self.lacking)

    def refresh_around(self) -> None:
        """Show the scale, and what is still to say."""
        self.scale.refresh()
        lacking = self._worries.still_to_say(self.record)
        self.lacking.show_text("\n".join(lacking))
        self.lacking.setVisible(bool(lacking) and not self._worries.review.review.is_fixed)

    def refresh_people(self) -> None:
        """Offer the names of those who are on the list by now."""
        self.scale.refresh_people()
        for name in ("who_is_worried", "disputed_by"):
            field = self.rows[name].field
            if isinstance(field, NamesField):
                field.set_suggestions(self._worries.people())

    @override
    def has_words(self) -> bool:
        return bool(self.record.words.strip())

    @override
    def applies(self, name: str) -> bool:
        """What those say who see it differently, once somebody does."""
        if name == "disagreement":
            return bool(self.record.disputed_by or self.record.disagreement)
        if name == "what_might_happen":
            return self.record.kind is not WorryKind.HARM or bool(self.record.what_might_happen)
        return super().applies(name)

    @override
    def set_title(self, title: str) -> None:
        super().set_title(title)
        self.scale.set_of(title)


def _what() -> tuple[Attribute[WorryStatement], ...]:
    return (
        one_of_attribute(
            "kind",
            tr("What is it?"),
            PickField([Option(kind.value, words) for kind, words in kinds_explained().items()]),
            WorryKind,
        ),
        text_attribute(
            "words",
            tr("What is the worry?"),
            RemarkedTextField(fewest_lines=2),
            hint=tr("What was seen or heard, in plain words that everyone would use."),
        ),
    )


def _who(people: Sequence[str]) -> tuple[Attribute[WorryStatement], ...]:
    return (
        Attribute(
            "who_is_worried",
            tr("Who is worried?"),
            NamesField(people),
            lambda one: one.who_is_worried or None,
            lambda one, value: replace(one, who_is_worried=_names(value)),
        ),
        attributes.heard_from(people, tr("In whose words is it?")),
        attributes.verbatim(),
        attributes.author(),
        text_attribute(
            "what_might_happen",
            tr("What might happen if nothing changes?"),
            RemarkedTextField(fewest_lines=1),
        ),
    )


def _agreement(people: Sequence[str]) -> tuple[Attribute[WorryStatement], ...]:
    return (
        Attribute(
            "disputed_by",
            tr("Who sees it differently?"),
            NamesField(people),
            lambda one: one.disputed_by or None,
            lambda one, value: replace(one, disputed_by=_names(value)),
        ),
        text_attribute("disagreement", tr("What do they say?"), RemarkedTextField(fewest_lines=1)),
    )


def _goal() -> tuple[Attribute[WorryStatement], ...]:
    return (
        text_attribute(
            "goal",
            tr("What is the goal?"),
            RemarkedTextField(fewest_lines=1),
            hint=tr("What people will see and hear when things are well enough."),
        ),
    )


def _names(value: AnswerValue) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
