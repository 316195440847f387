"""One attribute of a record on its card: the field it is edited in, and how values cross over."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypedDict, TypeVar

from typing_extensions import Unpack

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.ui.review.edits import Thing
from iro_desktop.ui.widgets.field import Field

T = TypeVar("T", bound=Thing)

COLUMNS = 12  # of the grid that a card lays its attributes out on


class Layout(TypedDict, total=False):
    """How an attribute is laid out and spoken of: the last four of `Attribute`."""

    hint: str
    span: int
    spoken: str
    in_head: bool


@dataclass(frozen=True)
class Attribute(Generic[T]):
    """One attribute of a record: its field, and how a value gets from one to the other.

    `span` says how many of the card's columns it takes. One `in_head` stands beside the card's
    title instead, where there is room. `spoken` is what a screen reader says in place of the
    label; where it is given the label may be empty.
    """

    name: str
    label: str
    field: Field
    read: Callable[[T], AnswerValue]
    change: Callable[[T, AnswerValue], T]
    hint: str = ""
    span: int = COLUMNS
    spoken: str = ""
    in_head: bool = False


def text_attribute(name: str, label: str, field: Field, **layout: Unpack[Layout]) -> Attribute[T]:
    """An attribute that is words, kept just as they stand in the field."""
    return Attribute(
        name,
        label,
        field,
        lambda record: _words(record, name),
        lambda record, value: _with(record, name, text(value)),
        **layout,
    )


def day_attribute(name: str, label: str, field: Field, **layout: Unpack[Layout]) -> Attribute[T]:
    """An attribute that is a day, or None."""
    return Attribute(
        name,
        label,
        field,
        lambda record: iso(_day(record, name)),
        lambda record, value: _with(record, name, day_from(value)),
        **layout,
    )


def one_of_attribute(
    name: str, label: str, field: Field, kinds: type[StrEnum], **layout: Unpack[Layout]
) -> Attribute[T]:
    """An attribute that is always one of an enumeration; the field's options are its codes."""
    return Attribute(
        name,
        label,
        field,
        lambda record: kinds(_words(record, name)).value,
        lambda record, value: _with(record, name, kinds(text(value))),
        **layout,
    )


def text(value: AnswerValue) -> str:
    """Words from a field; nothing typed is empty text."""
    return value if isinstance(value, str) else ""


def day_from(value: AnswerValue) -> dt.date | None:
    """A day from a date field."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else None


def iso(day: dt.date | None) -> AnswerValue:
    """A day for a date field."""
    return day.isoformat() if day else None


def _words(record: Thing, name: str) -> str:
    value = getattr(record, name)
    assert isinstance(value, str)  # noqa: S101 - a card is wrong about its record
    return value


def _day(record: Thing, name: str) -> dt.date | None:
    value = getattr(record, name)
    assert value is None or isinstance(value, dt.date)  # noqa: S101 - as above
    return value


def _with(record: T, name: str, value: object) -> T:
    return replace(record, **{name: value})  # type: ignore[arg-type]  # read from it before
