"""The answers to one form at one review, keyed by question and item; a value that never changes.

A date stands as ISO text, a number or scale as a float, a yes or no as a bool, several choices as
a tuple of option values, a group as the tuple of its items' ids, a drawing as the JSON of its
strokes. What a yes or no asks further is an answer of its own, under `detail_of(question)`.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from types import MappingProxyType

AnswerValue = str | float | bool | tuple[str, ...] | None
FactValue = str | float | bool
Key = tuple[str, str]

_DETAIL = "__detail"


def detail_of(question: str) -> str:
    """The id under which the detail of a yes or no is kept."""
    return question + _DETAIL


def says_something(value: AnswerValue) -> bool:
    """Whether a value is an answer. No and 0 are; blank text and an empty choice are not."""
    if value is None:
        return False
    if isinstance(value, str):
        return bool(value.strip())
    return value != ()


def _tidy(value: AnswerValue) -> AnswerValue:
    if value in ("", ()):
        return None
    if value is None or isinstance(value, bool | str | tuple):
        return value
    return float(value)


def _same(one: AnswerValue, other: AnswerValue) -> bool:
    # Python holds that True == 1.0; a yes and a number are not the same answer.
    return type(one) is type(other) and one == other


@dataclass(frozen=True)
class AnswerSet:
    """Answers by (question, item). `item` is empty outside repeated groups.

    Beside them stand the facts about the review that conditions may ask (`form_engine.facts`), by
    name; one that is not known is not there.
    """

    values: Mapping[Key, AnswerValue] = field(default_factory=lambda: MappingProxyType({}))
    facts: Mapping[str, FactValue] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(
        cls,
        answers: Iterable[tuple[str, str, AnswerValue]],
        facts: Mapping[str, FactValue] = MappingProxyType({}),
    ) -> "AnswerSet":
        """Answers given as (question, item, value); of several for one key the last stands."""
        return cls(
            MappingProxyType({(question, item): _tidy(value) for question, item, value in answers}),
            facts,
        )

    def with_facts(self, facts: Mapping[str, FactValue]) -> "AnswerSet":
        """The same answers, given at a review of which this is so."""
        return self if facts == self.facts else replace(self, facts=facts)

    def get(self, question: str, item: str = "") -> AnswerValue:
        """What was answered, None when nothing was."""
        return self.values.get((question, item))

    def text(self, question: str, item: str = "") -> str:
        """What was answered in words, empty when nothing was."""
        value = self.get(question, item)
        return value if isinstance(value, str) else ""

    def is_answered(self, question: str, item: str = "") -> bool:
        """Whether anything was said."""
        return says_something(self.get(question, item))

    def with_answer(
        self, question: str, value: AnswerValue, item: str = ""
    ) -> tuple["AnswerSet", bool]:
        """The answers with this one in place, and whether that is a change.

        Empty text or an empty choice takes the answer back, which is kept as None.
        """
        tidy = _tidy(value)
        if _same(self.get(question, item), tidy):
            return self, False
        values = MappingProxyType({**self.values, (question, item): tidy})
        return replace(self, values=values), True

    def without(self, questions: AbstractSet[str], item: str | None = None) -> "AnswerSet":
        """The answers to other questions; with `item`, only that item's are left out."""
        kept = {
            key: value
            for key, value in self.values.items()
            if key[0] not in questions or item not in (None, key[1])
        }
        if len(kept) == len(self.values):
            return self
        return replace(self, values=MappingProxyType(kept))

    def items(self, group: str) -> tuple[str, ...]:
        """The ids of a repeated group's items, in order."""
        value = self.get(group)
        return value if isinstance(value, tuple) else ()

    def with_item(self, group: str, item: str) -> tuple["AnswerSet", bool]:
        """The answers with one more item at the end of a group, and whether that is a change."""
        items = self.items(group)
        if item in items:
            return self, False
        return self.with_answer(group, (*items, item))

    def without_item(self, group: str, item: str) -> tuple["AnswerSet", bool]:
        """The answers with an item out of its group, and whether that is a change.

        What was answered in the item stays, unseen, so that taking it out can be undone.
        """
        return self.with_answer(group, tuple(kept for kept in self.items(group) if kept != item))
