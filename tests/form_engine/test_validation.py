import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.form_engine.answers import AnswerSet, AnswerValue
from iro_desktop.form_engine.definition import Form, Records
from iro_desktop.form_engine.validation import AnswerFault, problems_with
from iro_desktop.problems import Problem

COMPLETE: tuple[tuple[str, str, AnswerValue], ...] = (
    ("seen", "", True),
    ("seen_on", "", "2026-05-01"),
    ("report", "", ("a",)),
    ("report_name", "a", "School report"),
)
RECORDS = {Records.DECISIONS: 1}


def problems(
    form: Form,
    *answers: tuple[str, str, AnswerValue],
    records: dict[Records, int] | None = None,
) -> tuple[Problem, ...]:
    counts = RECORDS if records is None else records
    return problems_with(form, AnswerSet.of((*COMPLETE, *answers)), counts)


def codes(found: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.code, problem.subject) for problem in found]


def test_that_a_review_with_all_it_needs_has_no_problems(small_form: Form) -> None:
    assert problems(small_form) == ()


def test_that_everything_missing_is_listed_in_the_forms_order(small_form: Form) -> None:
    assert codes(problems_with(small_form, AnswerSet(), {})) == [
        (AnswerFault.MISSING, "seen"),
        (AnswerFault.RECORD_MISSING, "decisions"),
        (AnswerFault.ITEM_MISSING, "report"),
    ]


def test_that_a_problem_says_where_a_screen_can_lead_to(small_form: Form) -> None:
    (problem,) = problems(small_form, ("report", "", ("a", "b")), ("report_name", "b", "  "))
    assert problem.place.source == "chairing"
    assert dict(problem.data) == {
        "section": "chairing",
        "question": "report_name",
        "item": "b",
        "text": "Which?",
    }


def test_that_a_question_that_does_not_apply_is_not_required(small_form: Form) -> None:
    found = problems(
        small_form,
        ("seen", "", False),
        ("seen__detail", "", "On holiday"),
        ("seen_on", "", "not a day"),
    )
    assert found == ()


def test_that_the_detail_of_a_required_question_is_required_too(small_form: Form) -> None:
    found = problems(small_form, ("seen", "", False))
    assert codes(found) == [(AnswerFault.DETAIL_MISSING, "seen")]
    assert found[0].data["question"] == "seen__detail"


def test_that_required_records_are_asked_for_by_count(small_form: Form) -> None:
    assert codes(problems(small_form, records={Records.DECISIONS: 0})) == [
        (AnswerFault.RECORD_MISSING, "decisions")
    ]


@pytest.mark.parametrize(
    ("question", "value", "fault"),
    [
        ("seen_on", "1 May 2026", AnswerFault.NOT_A_DATE),
        ("seen_on", "20260501", AnswerFault.NOT_A_DATE),
        ("seen_on", "2026-02-30", AnswerFault.NOT_A_DATE),
        ("seen_on", 5.0, AnswerFault.WRONG_KIND),
        ("topics", ("home", "moon"), AnswerFault.NOT_AN_OPTION),
        ("topics", "home", AnswerFault.WRONG_KIND),
        ("many", 0.0, AnswerFault.BELOW_MINIMUM),
        ("many", 5.5, AnswerFault.ABOVE_MAXIMUM),
        ("many", True, AnswerFault.WRONG_KIND),
        ("many", float("nan"), AnswerFault.WRONG_KIND),
        ("score", 7.25, AnswerFault.NOT_IN_HALVES),
        ("score", 10.5, AnswerFault.ABOVE_MAXIMUM),
        ("score", "7", AnswerFault.WRONG_KIND),
        ("report", "a", AnswerFault.WRONG_KIND),
    ],
)
def test_that_an_answer_that_cannot_be_is_named(
    small_form: Form, question: str, value: AnswerValue, fault: AnswerFault
) -> None:
    assert codes(problems(small_form, (question, "", value))) == [(fault, question)]


@given(halves=st.integers(0, 20))
def test_that_every_half_from_0_to_10_is_a_score(small_form: Form, halves: int) -> None:
    assert problems(small_form, ("score", "", halves / 2)) == ()


@given(
    question=st.sampled_from(["seen", "seen_on", "mood", "topics", "many", "score", "report"]),
    value=st.one_of(
        st.text(), st.booleans(), st.floats(), st.lists(st.text(), max_size=3).map(tuple)
    ),
)
def test_that_any_value_is_judged_and_none_breaks_the_judging(
    small_form: Form, question: str, value: AnswerValue
) -> None:
    for problem in problems(small_form, (question, "", value)):
        assert problem.code in set(AnswerFault)
        assert {"section", "question", "item", "text"} <= set(problem.data)
