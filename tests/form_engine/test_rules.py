import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.form_engine import definition
from iro_desktop.form_engine.answers import AnswerSet, AnswerValue
from iro_desktop.form_engine.definition import Condition, Operator
from iro_desktop.form_engine.rules import Value, evaluate

anything = st.one_of(
    st.none(), st.text(), st.booleans(), st.floats(), st.lists(st.text()).map(tuple)
)


def condition(operator: Operator, value: Value) -> Condition:
    return Condition((definition.Test("asked", operator, value),))


def answered(value: AnswerValue, item: str = "") -> AnswerSet:
    return AnswerSet.of([("asked", item, value)])


@pytest.mark.parametrize(
    ("operator", "value", "holds", "fails"),
    [
        (Operator.IS, "good", "good", "bad"),
        (Operator.IS, True, True, False),
        (Operator.IS, False, False, True),
        (Operator.IS, 1.0, 1.0, True),
        (Operator.IS_NOT, "good", "bad", "good"),
        (Operator.IS_NOT, True, False, True),
        (Operator.INCLUDES, "a", ("b", "a"), ("b",)),
        (Operator.INCLUDES, "a", ("a",), "a"),
        (Operator.ANSWERED, True, "x", " "),
        (Operator.ANSWERED, True, False, None),
        (Operator.ANSWERED, False, (), ("a",)),
        (Operator.AT_LEAST, 17.0, 17.0, 16.5),
        (Operator.AT_MOST, 17.0, 17.0, 17.5),
        (Operator.AT_LEAST, 0.0, 1.0, True),
        (Operator.AT_LEAST, 0.0, 1.0, "1"),
    ],
)
def test_that_each_operator_asks_what_its_name_says(
    operator: Operator, value: Value, holds: AnswerValue, fails: AnswerValue
) -> None:
    assert evaluate(condition(operator, value), answered(holds))
    assert not evaluate(condition(operator, value), answered(fails))


@given(operator=st.sampled_from(Operator), value=st.text() | st.booleans() | st.floats())
def test_that_nothing_holds_of_no_answer_but_that_there_is_none(
    operator: Operator, value: Value
) -> None:
    expected = operator is Operator.ANSWERED and value is False
    assert evaluate(condition(operator, value), AnswerSet()) is expected


@given(
    operator=st.sampled_from(Operator),
    value=st.text() | st.booleans() | st.floats(),
    answer=anything,
)
def test_that_any_answer_can_be_asked_anything(
    operator: Operator, value: Value, answer: AnswerValue
) -> None:
    assert evaluate(condition(operator, value), answered(answer)) in {True, False}


@given(answer=st.text(min_size=1), value=st.text())
def test_that_is_and_is_not_never_agree(answer: str, value: str) -> None:
    answers = answered(answer)
    is_so = evaluate(condition(Operator.IS, value), answers)
    is_not = evaluate(condition(Operator.IS_NOT, value), answers)
    assert not (is_so and is_not)


@given(first=st.booleans(), second=st.booleans())
def test_that_all_and_any_join_as_their_names_say(*, first: bool, second: bool) -> None:
    tests = (
        definition.Test("one", Operator.IS, True),
        definition.Test("two", Operator.IS, True),
    )
    answers = AnswerSet.of([("one", "", first), ("two", "", second)])
    assert evaluate(Condition(tests), answers) is (first and second)
    assert evaluate(Condition(tests, any_of=True), answers) is (first or second)


def test_that_no_condition_always_holds() -> None:
    assert evaluate(None, AnswerSet())


def test_that_inside_a_group_the_items_own_answer_is_meant() -> None:
    is_yes = condition(Operator.IS, True)
    answers = AnswerSet.of([("asked", "a", True), ("asked", "b", False)])
    assert evaluate(is_yes, answers, "a")
    assert not evaluate(is_yes, answers, "b")


def test_that_inside_a_group_questions_outside_it_are_found() -> None:
    assert evaluate(condition(Operator.IS, True), answered(True), "a")
