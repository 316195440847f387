from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.form_engine.answers import AnswerSet, AnswerValue
from iro_desktop.form_engine.definition import Form, Stage
from iro_desktop.form_engine.path import applicable, detail_applies


def asked(
    form: Form, *answers: tuple[str, str, AnswerValue], stage: Stage | None = None
) -> list[str]:
    return [
        found.question.id + (f"/{found.item}" if found.item else "")
        for section in applicable(form, AnswerSet.of(answers), stage)
        for found in section.every_question()
    ]


ALWAYS = ["seen", "remark", "topics", "many", "score", "report"]


def test_that_only_what_needs_no_answer_applies_at_first(small_form: Form) -> None:
    assert asked(small_form) == ALWAYS


def test_that_an_answer_opens_the_question_that_waits_for_it(small_form: Form) -> None:
    assert "seen_on" in asked(small_form, ("seen", "", True))
    assert "seen_on" not in asked(small_form, ("seen", "", False))


def test_that_an_answer_left_over_opens_nothing(small_form: Form) -> None:
    left_over = (
        ("seen", "", False),
        ("seen_on", "", "2026-05-01"),
        ("seen_again_on", "", "2026-05-02"),
        ("mood", "", "bad"),
    )
    assert asked(small_form, *left_over) == ALWAYS


def test_that_a_whole_section_waits_for_its_condition(small_form: Form) -> None:
    answers = (
        ("seen", "", True),
        ("seen_on", "", "2026-05-01"),
        ("seen_again_on", "", "2026-05-02"),
        ("mood", "", "bad"),
    )
    found = asked(small_form, *answers)
    assert {"mood", "why_bad", "still_bad"} < set(found)


def test_that_each_item_of_a_group_goes_its_own_way(small_form: Form) -> None:
    answers = (
        ("report", "", ("a", "b")),
        ("report_came", "a", True),
        ("report_came", "b", False),
    )
    inside = [name for name in asked(small_form, *answers) if "/" in name]
    assert inside == [
        "report_name/a",
        "report_came/a",
        "report_on/a",
        "report_name/b",
        "report_came/b",
    ]


def test_that_an_item_taken_out_asks_nothing(small_form: Form) -> None:
    answers = (("report", "", ()), ("report_came", "a", True))
    assert asked(small_form, *answers) == ALWAYS


def test_that_a_stage_shows_its_own_sections(small_form: Form) -> None:
    assert asked(small_form, stage=Stage.PREPARE) == ["seen"]
    assert asked(small_form, stage=Stage.CHAIR) == ALWAYS[1:]


def test_that_answers_given_while_preparing_count_while_chairing(small_form: Form) -> None:
    answers = (
        ("seen", "", True),
        ("seen_on", "", "2026-05-01"),
        ("seen_again_on", "", "2026-05-02"),
    )
    assert "mood" in asked(small_form, *answers, stage=Stage.CHAIR)


def test_that_a_detail_is_asked_on_the_answer_that_calls_for_it(small_form: Form) -> None:
    seen = small_form.question("seen")
    assert seen is not None
    assert detail_applies(seen, AnswerSet.of([("seen", "", False)]))
    assert not detail_applies(seen, AnswerSet.of([("seen", "", True)]))
    assert not detail_applies(seen, AnswerSet())


@given(
    answers=st.lists(
        st.tuples(
            st.sampled_from(["seen", "seen_on", "mood", "many", "report", "report_came"]),
            st.sampled_from(["", "a"]),
            st.one_of(st.none(), st.booleans(), st.just("bad"), st.just(("a",)), st.floats()),
        )
    )
)
def test_that_the_path_keeps_the_forms_order_whatever_was_answered(
    small_form: Form, answers: list[tuple[str, str, AnswerValue]]
) -> None:
    order = [
        found.id
        for section in small_form.sections
        for question in section.questions
        for found in (question, *question.questions)
    ]
    places = [order.index(name.partition("/")[0]) for name in asked(small_form, *answers)]
    assert places == sorted(places)
    assert set(ALWAYS) <= set(asked(small_form, *answers))
