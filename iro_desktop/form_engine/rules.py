"""What a condition asks of answers and facts: the closed list of operators, and nothing else."""

from collections.abc import Callable

from iro_desktop.form_engine.answers import AnswerSet, AnswerValue, says_something
from iro_desktop.form_engine.definition import Condition, Operator, Test

Value = str | float | bool


def _is(answer: AnswerValue, value: Value) -> bool:
    return isinstance(answer, bool) is isinstance(value, bool) and answer == value


def _is_not(answer: AnswerValue, value: Value) -> bool:
    return says_something(answer) and not _is(answer, value)


def _includes(answer: AnswerValue, value: Value) -> bool:
    return isinstance(answer, tuple) and value in answer


def _answered(answer: AnswerValue, value: Value) -> bool:
    return says_something(answer) is value


def _at_least(answer: AnswerValue, value: Value) -> bool:
    left, right = _number(answer), _number(value)
    return left is not None and right is not None and left >= right


def _at_most(answer: AnswerValue, value: Value) -> bool:
    left, right = _number(answer), _number(value)
    return left is not None and right is not None and left <= right


def _number(value: AnswerValue) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


_OPERATORS: dict[Operator, Callable[[AnswerValue, Value], bool]] = {
    Operator.IS: _is,
    Operator.IS_NOT: _is_not,
    Operator.INCLUDES: _includes,
    Operator.ANSWERED: _answered,
    Operator.AT_LEAST: _at_least,
    Operator.AT_MOST: _at_most,
}


def evaluate(condition: Condition | None, answers: AnswerSet, item: str = "") -> bool:
    """Whether the condition holds; no condition always does.

    Nothing but `answered: false` holds of a question without an answer. Inside a repeated group,
    `item` says which item's answers are meant; questions outside the group are found as well.
    """
    if condition is None:
        return True
    results = (_holds(test, answers, item) for test in condition.tests)
    return any(results) if condition.any_of else all(results)


def _holds(test: Test, answers: AnswerSet, item: str) -> bool:
    if test.is_fact:
        return _OPERATORS[test.operator](answers.facts.get(test.question), test.value)
    answer = answers.get(test.question, item)
    if answer is None and item:
        answer = answers.get(test.question)
    return _OPERATORS[test.operator](answer, test.value)
