"""What can be said of an entry of any tool: its state, who said it, in whose words, by whom."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, TypeVar

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.tools.entries import EntryState, ToolEntry
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui.review.edits import Thing
from iro_desktop.ui.review.record_card import Attribute, text
from iro_desktop.ui.review.tools.tool_words import STATES_WITHOUT_WORDS, states
from iro_desktop.ui.widgets.choice_field import ChoicesField
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.words import records

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
    return Attribute(
        "state",
        tr("If there is no answer"),
        StateField(),
        lambda entry: _entry(entry).state.value,
        lambda entry, value: _with(entry, state=EntryState(str(value))),
        span=span,
    )


def heard_from(people: Sequence[str], label: str = "", span: int = 6) -> Attribute[E]:
    """Who said it."""
    return Attribute(
        "heard_from",
        label or tr("Who said it?"),
        PersonField(people),
        lambda entry: _entry(entry).heard_from,
        lambda entry, value: _with(entry, heard_from=text(value)),
        span=span,
    )


def verbatim(span: int = 6) -> Attribute[E]:
    """Whether the words are exactly theirs."""
    return Attribute(
        "is_verbatim",
        tr("Are these their own words?"),
        VerbatimField(),
        lambda entry: MarkField.SET if _entry(entry).is_verbatim else None,
        lambda entry, value: _with(entry, is_verbatim=value is not None),
        span=span,
    )


def author(span: int = 6) -> Attribute[E]:
    """Who wrote it down: the IRO, unless someone else is named."""
    return Attribute(
        "author",
        tr("Who wrote it down?"),
        PersonField(),
        lambda entry: _entry(entry).author,
        lambda entry, value: _with(entry, author=text(value)),
        span=span,
    )


def _entry(thing: Thing) -> ToolEntry:
    assert isinstance(thing, ToolEntry)  # noqa: S101 - only entries of tools have these attributes
    return thing


def _with(thing: E, **change: AnswerValue | EntryState) -> E:
    _entry(thing)
    return replace(thing, **change)  # type: ignore[arg-type]  # fields that every entry has
