"""The three kinds of card of a safety plan: a person, a rule, a test."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui.review.attribute import Attribute, day_attribute, text_attribute
from iro_desktop.ui.review.tools import attributes
from iro_desktop.ui.review.tools.entry_card import EntryCard
from iro_desktop.ui.widgets.choice_field import ChoicesField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.text_field import TextField

_FOLDED = ("heard_from", "is_verbatim", "author")
_YES = "yes"


class NetworkCard(EntryCard[NetworkPerson]):
    """Someone of the child's own people. No shared screen shows their telephone number."""

    def __init__(self, person: NetworkPerson, people: Sequence[str]) -> None:
        super().__init__(
            person,
            (*_person(), attributes.state(), *_said_by(people)),
            removing=tr("Remove this person"),
            folded=_FOLDED,
            unshared=("telephone",),
        )

    @override
    def has_words(self) -> bool:
        return bool(self.record.name.strip())


class RuleCard(EntryCard[SafetyRule]):
    """Who does what when."""

    def __init__(self, rule: SafetyRule, who: Sequence[str]) -> None:
        super().__init__(
            rule,
            (*_rule(who), attributes.state(), *_said_by(who)),
            removing=tr("Remove this rule"),
            folded=_FOLDED,
        )

    @override
    def has_words(self) -> bool:
        return bool(self.record.does_what.strip())


class TestCard(EntryCard[PlanTest]):
    """A day on which the plan was tried."""

    __test__ = False  # no test of ours, though its name begins so

    def __init__(self, test: PlanTest, people: Sequence[str], today: Callable[[], dt.date]) -> None:
        super().__init__(
            test,
            (*_test(today), attributes.state(), *_said_by(people)),
            removing=tr("Remove this test"),
            folded=_FOLDED,
        )

    @override
    def has_words(self) -> bool:
        return bool(self.record.what_happened.strip())


def _person() -> tuple[Attribute[NetworkPerson], ...]:
    return (
        attributes.words("name", tr("Name"), TextField(), span=6),
        text_attribute(
            "relation",
            tr("Who are they to the child?"),
            TextField(tr("aunt, neighbour, coach …")),
            span=6,
        ),
        text_attribute(
            "part", tr("What is their part in the plan?"), RemarkedTextField(fewest_lines=1)
        ),
        text_attribute("telephone", tr("Telephone"), TextField(), span=6),
        Attribute(
            "knows_the_worries",
            tr("Do they know what people worry about?"),
            ChoicesField((Option(_YES, tr("They know the worries")),)),
            lambda one: _mark(one.knows_the_worries),
            lambda one, value: replace(one, knows_the_worries=value is not None),
            span=6,
        ),
    )


def _rule(who: Sequence[str]) -> tuple[Attribute[SafetyRule], ...]:
    return (
        text_attribute("who", tr("Who?"), PersonField(who), span=6),
        text_attribute(
            "when", tr("When?"), TextField(tr("each evening, when Dad visits …")), span=6
        ),
        attributes.words("does_what", tr("Does what?"), RemarkedTextField(fewest_lines=1)),
        Attribute(
            "is_bottom_line",
            tr("Who set this rule?"),
            ChoicesField((Option(_YES, tr("A bottom line, set by the council")),)),
            lambda one: _mark(one.is_bottom_line),
            lambda one, value: replace(one, is_bottom_line=value is not None),
            hint=tr("All other rules the family makes."),
        ),
    )


def _test(today: Callable[[], dt.date]) -> tuple[Attribute[PlanTest], ...]:
    return (
        day_attribute("on", tr("Tested on"), DateField(today), span=6),
        day_attribute("next_on", tr("Next test"), DateField(today), span=6),
        attributes.words("what_happened", tr("What happened?"), RemarkedTextField(fewest_lines=2)),
    )


def _said_by(people: Sequence[str]) -> tuple[Attribute, ...]:  # type: ignore[type-arg]  # of any
    return (attributes.heard_from(people), attributes.verbatim(), attributes.author())


def _mark(is_set: bool) -> AnswerValue:  # noqa: FBT001 - what it is about
    return (_YES,) if is_set else None
