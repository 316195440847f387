import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.form_engine.answers import AnswerSet, AnswerValue, detail_of, says_something

names = st.text(alphabet="abc_", min_size=1, max_size=3)
values = st.one_of(
    st.none(),
    st.text(max_size=3),
    st.booleans(),
    st.floats(allow_nan=False),
    st.lists(st.text(max_size=2), max_size=2).map(tuple),
)


@given(question=names, item=st.sampled_from(["", "x"]), value=values)
def test_that_setting_the_same_answer_again_changes_nothing(
    question: str, item: str, value: AnswerValue
) -> None:
    once, _ = AnswerSet().with_answer(question, value, item)
    twice, changed = once.with_answer(question, value, item)
    assert (twice, changed) == (once, False)


@given(question=names, value=values, other=values)
def test_that_an_answer_leaves_all_others_as_they_were(
    question: str, value: AnswerValue, other: AnswerValue
) -> None:
    before, _ = AnswerSet().with_answer("zebra", other, "x")
    after, _ = before.with_answer(question, value)
    assert after.get("zebra", "x") == before.get("zebra", "x")


@given(value=values)
def test_that_a_set_never_changes_under_its_holder(value: AnswerValue) -> None:
    before = AnswerSet()
    before.with_answer("mood", value)
    assert before == AnswerSet()


@pytest.mark.parametrize("empty", ["", (), None])
def test_that_emptying_a_field_takes_its_answer_back(empty: AnswerValue) -> None:
    answered, _ = AnswerSet().with_answer("mood", "good")
    emptied, changed = answered.with_answer("mood", empty)
    assert changed
    assert emptied.get("mood") is None


def test_that_emptying_what_was_never_answered_is_no_change() -> None:
    assert AnswerSet().with_answer("mood", "") == (AnswerSet(), False)


def test_that_yes_and_the_number_one_are_different_answers() -> None:
    one, _ = AnswerSet().with_answer("many", 1.0)
    yes, changed = one.with_answer("many", True)
    assert changed
    assert yes.get("many") is True


def test_that_whole_numbers_are_kept_as_the_store_keeps_them() -> None:
    answers, _ = AnswerSet().with_answer("many", 7)
    assert type(answers.get("many")) is float
    assert answers.with_answer("many", 7.0)[1] is False


@pytest.mark.parametrize("value", [False, 0.0, "no", ("a",)])
def test_that_no_and_nought_are_answers(value: AnswerValue) -> None:
    assert says_something(value)


@pytest.mark.parametrize("value", [None, "", " \n", ()])
def test_that_blank_text_and_an_empty_choice_are_not_answers(value: AnswerValue) -> None:
    assert not says_something(value)


def test_that_a_groups_items_stand_in_the_order_they_were_added() -> None:
    answers, _ = AnswerSet().with_item("report", "b")
    answers, _ = answers.with_item("report", "a")
    assert answers.items("report") == ("b", "a")
    assert answers.with_item("report", "a")[1] is False


def test_that_taking_an_item_out_can_be_undone_without_loss() -> None:
    answers, _ = AnswerSet().with_item("report", "a")
    answers, _ = answers.with_answer("report_name", "School", "a")
    without, changed = answers.without_item("report", "a")
    assert changed
    assert without.items("report") == ()
    again, _ = without.with_item("report", "a")
    assert again == answers


def test_that_of_two_answers_to_one_question_the_last_stands() -> None:
    answers = AnswerSet.of([("mood", "", "good"), ("mood", "", "bad")])
    assert answers.text("mood") == "bad"


def test_that_a_detail_is_an_answer_of_its_own() -> None:
    answers, _ = AnswerSet().with_answer("seen", True)
    answers, _ = answers.with_answer(detail_of("seen"), "At home")
    assert answers.get("seen") is True
    assert answers.text("seen__detail") == "At home"
