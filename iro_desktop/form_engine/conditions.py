"""Conditions of a form's file: who may be asked what, and only about earlier questions.

Written `when: {question: lives_here, is: true}`, or of the review itself `when: {fact: age,
at_least: 16}`, or several such under `all:` or `any:`.
"""

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from iro_desktop.form_engine.definition import Condition, Kind, Operator, Question, Test
from iro_desktop.form_engine.facts import ASKED_AS, Fact
from iro_desktop.form_engine.form_faults import FormFault
from iro_desktop.form_engine.places import Standing
from iro_desktop.source_files.faults import Faults
from iro_desktop.source_files.keys import Keys, instead, keys_of
from iro_desktop.source_files.tree import Listing, Node, Scalar

_NUMBERS = (Operator.IS, Operator.IS_NOT, Operator.AT_LEAST, Operator.AT_MOST, Operator.ANSWERED)
_WORDS = (Operator.IS, Operator.IS_NOT, Operator.ANSWERED)
_FITTING: AbstractMapping[Kind, tuple[Operator, ...]] = {
    Kind.CHOICE: _WORDS,
    Kind.CHOICES: (Operator.INCLUDES, Operator.ANSWERED),
    Kind.YES_NO: _WORDS,
    Kind.NUMBER: _NUMBERS,
    Kind.SCALE: _NUMBERS,
    Kind.NOTE: (),
}
_OTHERWISE = (Operator.ANSWERED,)


@dataclass
class Scope:
    """What a condition may ask, where it stands.

    `everywhere` holds every id of the form and where it stands; `earlier` the questions before
    this one (None for one that is faulty itself); `inside` names of questions in groups that are
    closed.
    """

    everywhere: dict[str, Standing]
    earlier: dict[str, Question | None] = field(default_factory=dict)
    inside: set[str] = field(default_factory=set)


def condition_of(node: Node, scope: Scope, faults: Faults) -> Condition | None:
    """The condition, or None, with its faults noted."""
    keys = keys_of(node, "condition", faults)
    if keys is None:
        return None
    joined = [word for word in ("all", "any") if word in keys]
    if not joined:
        test = _test(keys, scope, faults)
        return None if test is None else Condition((test,))
    entries = keys.node(joined[0])
    if len(joined) > 1 or not isinstance(entries, Listing) or not entries.entries:
        faults.add(FormFault.NOT_ONE_OPERATOR, keys.spot, instead="list them under 'all' or 'any'")
        return None
    keys.done()
    tests = [_test_at(entry, scope, faults) for entry in entries.entries]
    return Condition(tuple(test for test in tests if test is not None), joined[0] == "any")


def _test_at(node: Node, scope: Scope, faults: Faults) -> Test | None:
    keys = keys_of(node, "condition", faults)
    return None if keys is None else _test(keys, scope, faults)


def _test(keys: Keys, scope: Scope, faults: Faults) -> Test | None:
    is_fact = "fact" in keys
    if is_fact and "question" in keys:
        hint = "ask one question or one fact; put the other under 'all' or 'any'"
        faults.add(FormFault.NOT_ONE_OPERATOR, keys.spot, instead=hint)
        return None
    asked = "" if is_fact else keys.text("question", required=True)
    fact = keys.word("fact", Fact, "fact") if is_fact else None
    operators = [operator for operator in Operator if operator.value in keys]
    nodes = {operator: keys.node(operator.value) for operator in Operator}
    if not keys.done():
        return None
    if len(operators) != 1:
        words = ", ".join(operator.value for operator in Operator)
        faults.add(FormFault.NOT_ONE_OPERATOR, keys.spot, instead=f"write one of: {words}")
        return None
    operator, node = operators[0], nodes[operators[0]]
    question = _question(asked, keys, scope, faults) if fact is None else ASKED_AS[fact]
    if question is None or node is None:
        return None
    fitting = _FITTING.get(question.kind, _OTHERWISE)
    if operator not in fitting:
        faults.add(
            FormFault.OPERATOR_NOT_FOR_KIND,
            keys.spot_of(operator.value),
            operator.value,
            question=question.id,
            kind=question.kind.value,
            instead=" or ".join(f"'{fit.value}'" for fit in fitting) or "another question",
        )
        return None
    value = _value(node, operator, question, faults)
    return None if value is None else Test(question.id, operator, value, is_fact)


def _question(asked: str, keys: Keys, scope: Scope, faults: Faults) -> Question | None:
    if not asked:
        return None
    if asked in scope.earlier:
        return scope.earlier[asked]
    node = keys.node("question")
    spot = keys.spot if node is None else node.spot
    if asked in scope.inside:
        faults.add(FormFault.ASKS_INTO_GROUP, spot, asked)
    elif asked in scope.everywhere:
        line = scope.everywhere[asked].seen_from(faults)
        faults.add(FormFault.LOOKS_FORWARD, spot, asked, line=line)
    else:
        hint = instead(asked, list(scope.earlier)) if scope.earlier else "no question comes before"
        faults.add(FormFault.NO_SUCH_QUESTION, spot, asked, instead=hint)
    return None


def _value(
    node: Node, operator: Operator, question: Question, faults: Faults
) -> str | float | bool | None:
    if not isinstance(node, Scalar):
        faults.add(FormFault.VALUE_NOT_FOR_KIND, node.spot, operator.value, instead="one value")
        return None
    text = node.text
    if operator is Operator.ANSWERED or question.kind is Kind.YES_NO:
        if text in {"true", "false"}:
            return text == "true"
        faults.add(FormFault.VALUE_NOT_FOR_KIND, node.spot, text, instead="true or false")
        return None
    if question.kind in {Kind.NUMBER, Kind.SCALE}:
        return _number(node, question, faults)
    known = [option.value for option in question.options]
    if text not in known:
        hint = instead(text, known)
        faults.add(
            FormFault.VALUE_NOT_AN_OPTION, node.spot, text, question=question.id, instead=hint
        )
        return None
    return text


def _number(node: Scalar, question: Question, faults: Faults) -> float | None:
    try:
        number = Decimal(node.text)
    except InvalidOperation:
        number = Decimal("NaN")
    low, high = question.minimum, question.maximum
    too_low = low is not None and number.is_finite() and number < low
    too_high = high is not None and number.is_finite() and number > high
    if number.is_finite() and not too_low and not too_high:
        return float(number)
    limits = [f"from {low}" if low is not None else "", f"to {high}" if high is not None else ""]
    hint = " ".join(["a number", *filter(None, limits)])
    faults.add(FormFault.VALUE_NOT_FOR_KIND, node.spot, node.text, instead=hint)
    return None
