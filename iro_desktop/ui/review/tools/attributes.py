"""What can be said of an entry of any tool: its state, who said it, in whose words, by whom."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, TypeVar

from typing_extensions import Unpack

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.tools.entries import EntryState, ToolEntry
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui.review.attribute import (
    Attribute,
    Layout,
    one_of_attribute,
    text,
    text_attribute,
)
from iro_desktop.ui.review.edits import Thing
from iro_desktop.ui.review.tools.presenter import with_words
from iro_desktop.ui.widgets.choice_field import ChoicesField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.words import records
from iro_desktop.ui.words.tools import STATES_WITHOUT_WORDS, states

E = TypeVar("E", bound=Thing)


class StateField(PickField):
    """The four ways of having no answer. It stands where there are no words, and only there."""

    def __init__(self) -> None:
        super().__init__(records.options(dict(states()), STATES_WITHOUT_WORDS))


class MarkField(ChoicesField):
    """One mark to set. Its value is `SET`, or None."""

    SET: ClassVar[tuple[str]] = ("set",)

    def __init__(self, words: str) -> None:
        (value,) = self.SET
        super().__init__((Option(value, words),))

    def is_set(self) -> bool:
        """Whether the mark is set."""
        return self.value() is not None


class VerbatimField(MarkField):
    """Whether the words are exactly those of whoever said them."""

    def __init__(self) -> None:
        super().__init__(tr("Word for word"))


def state(span: int = 6) -> Attribute[E]:
    """Why there are no words. A card shows it (`applies`) while there are none."""
    asked = tr("If there is no answer")
    return one_of_attribute("state", asked, StateField(), EntryState, span=span)


def words(name: str, label: str, field: Field, **layout: Unpack[Layout]) -> Attribute[E]:
    """What the entry says. Having words, or having none any more, brings its state with it."""
    plain: Attribute[E] = text_attribute(name, label, field, **layout)
    return replace(plain, change=lambda entry, value: _spoken(plain.change(entry, value), value))


def heard_from(people: Sequence[str], label: str = "", span: int = 6) -> Attribute[E]:
    """Who said it."""
    return text_attribute("heard_from", label or tr("Who said it?"), PersonField(people), span=span)


def verbatim(span: int = 6) -> Attribute[E]:
    """Whether the words are exactly theirs."""
    return Attribute(
        "is_verbatim",
        tr("Are these their own words?"),
        VerbatimField(),
        lambda entry: MarkField.SET if _entry(entry).is_verbatim else None,
        lambda entry, value: replace(_entry(entry), is_verbatim=value is not None),
        span=span,
    )


def author(span: int = 6) -> Attribute[E]:
    """Who wrote it down: the IRO, unless someone else is named."""
    return text_attribute("author", tr("Who wrote it down?"), PersonField(), span=span)


def _entry(thing: Thing) -> ToolEntry:
    assert isinstance(thing, ToolEntry)  # noqa: S101 - only entries of tools have these attributes
    return thing


def _spoken(thing: E, value: AnswerValue) -> E:
    _entry(thing)
    return with_words(thing, bool(text(value).strip()))  # type: ignore[type-var]  # an entry
