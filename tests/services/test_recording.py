import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_meeting import Meeting

from iro_desktop.domain.participation import Attendance, Role
from iro_desktop.domain.scaling import NotOnTheScale, ScaleAnswer, ScaleAnswerState
from iro_desktop.form_engine.answers import AnswerValue
from iro_desktop.services import recording
from iro_desktop.services.changed import Topic
from iro_desktop.services.faults import FixedReview
from iro_desktop.services.recording import Thing

TODAY = dt.date(2026, 11, 22)


def a_score(meeting: Meeting) -> Thing:
    question = recording.ask_scaling_question(
        meeting.workspace.uow_factory,
        meeting.review,
        text="How safe is home?",
        meaning_of_0="Not at all",
        meaning_of_10="Wholly",
    )
    return recording.new_scale_answer(meeting.review, question, "Mum", Role.PARENT, 0)


THINGS: dict[Topic, tuple[Callable[[Meeting], Thing], dict[str, object], str]] = {
    Topic.PARTICIPANTS: (
        lambda meeting: recording.new_participant(meeting.review, 9),
        {"name": "Late Comer", "attendance": Attendance.BY_VIDEO_OR_PHONE},
        "participants",
    ),
    Topic.DECISIONS: (
        lambda meeting: recording.new_decision(meeting.review, 9),
        {"what": "Swim on Fridays", "words_for_child": "You will swim {every} Friday"},
        "decisions",
    ),
    Topic.VIEWS: (
        lambda meeting: recording.new_view(meeting.review, 9, "Made-up Officer", TODAY),
        {"words": "  i dont want\nto {move}  "},
        "views",
    ),
    Topic.SCALING: (a_score, {"why_not_lower": "She sings"}, "scale_answers"),
}


@pytest.mark.parametrize("topic", THINGS)
def test_that_each_thing_is_kept_as_it_was_typed_and_can_be_taken_away(
    meeting: Meeting, topic: Topic
) -> None:
    make, fields, where = THINGS[topic]
    thing = replace(make(meeting), **fields)  # type: ignore[arg-type]  # of its own kind
    factory = meeting.workspace.uow_factory
    changed = recording.save(factory, thing)
    assert changed.topics == {topic}
    assert (changed.children, changed.reviews) == (
        {meeting.review.child_id},
        {meeting.review.id},
    )
    assert thing in getattr(meeting.record, where)
    assert not recording.save(factory, thing)
    assert recording.remove(factory, thing).topics == {topic}
    assert thing not in getattr(meeting.record, where)
    with factory() as uow:
        assert [one.withdrawn for one in uow.history.of_entity(thing.id)] == [False, True]
    assert recording.save(factory, thing)
    assert thing in getattr(meeting.record, where)


@pytest.mark.parametrize("topic", THINGS)
def test_that_a_closed_review_takes_nothing_and_gives_nothing_up(
    meeting: Meeting, topic: Topic
) -> None:
    make, fields, _ = THINGS[topic]
    thing = make(meeting)
    meeting.save(thing)
    meeting.fill()
    if topic is Topic.PARTICIPANTS:
        meeting.save(replace(thing, attendance=Attendance.ABSENT))  # type: ignore[call-arg]
    if topic is Topic.DECISIONS:
        meeting.save(replace(thing, what="a", owner="b", by_when="c"))  # type: ignore[call-arg]
    meeting.close()
    before = meeting.record
    factory = meeting.workspace.uow_factory
    with pytest.raises(FixedReview):
        recording.save(factory, replace(thing, **fields))  # type: ignore[arg-type]  # as above
    with pytest.raises(FixedReview):
        recording.remove(factory, thing)
    with pytest.raises(FixedReview):
        recording.reorder(factory, [thing])
    with pytest.raises(FixedReview):
        meeting.answer("home_notes", "changed")
    with pytest.raises(FixedReview):
        a_score(meeting)
    assert meeting.record == before


ANSWERS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\0")),  # which is dropped
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), max_size=3).map(tuple),
    st.none(),
)


def test_that_an_answer_of_any_kind_is_kept_as_it_was_given(meeting: Meeting) -> None:
    @given(ANSWERS)
    def kept(value: AnswerValue) -> None:
        meeting.answer("home_notes", value)
        held = meeting.record.answer("home_notes")
        assert held == value
        assert type(held) is type(value)

    kept()


def test_that_an_answer_taken_back_is_not_an_answer(meeting: Meeting) -> None:
    meeting.answer("home_notes", "Fine")
    meeting.answer("home_notes", None)
    assert meeting.record.answer("home_notes") is None
    assert meeting.record.text("home_notes") == ""


def test_that_a_question_of_a_group_is_answered_for_each_item(meeting: Meeting) -> None:
    meeting.answer("reports", "School's", item="one")
    meeting.answer("reports", "Nurse's", item="two")
    record = meeting.record
    assert (record.text("reports", "one"), record.text("reports", "two")) == ("School's", "Nurse's")


def test_that_things_stand_in_the_order_they_were_put_in(meeting: Meeting) -> None:
    decisions = meeting.decide("one", "two", "three")
    new_order = [decisions[2], decisions[0], decisions[1]]
    changed = recording.reorder(meeting.workspace.uow_factory, new_order)
    assert changed.topics == {Topic.DECISIONS}
    assert [one.what for one in meeting.record.decisions] == ["three", "one", "two"]
    again = recording.reorder(meeting.workspace.uow_factory, meeting.record.decisions)
    assert not again


def test_that_an_order_is_kept_whole_or_not_at_all(meeting: Meeting) -> None:
    decisions = meeting.decide("one", "two")
    meeting.fill()
    meeting.close()
    later = Meeting.begun(meeting.workspace)
    (new,) = later.decide("three")
    with pytest.raises(FixedReview):
        recording.reorder(meeting.workspace.uow_factory, [replace(new, position=5), decisions[1]])
    assert later.record.decisions == (new,)


def test_that_a_scaling_question_is_asked_again_word_for_word(meeting: Meeting) -> None:
    a_score(meeting)
    meeting.fill()
    meeting.close()
    (question,) = Meeting.begun(meeting.workspace).record.scaling_questions
    assert (question.text, question.asked_first_in) == ("How safe is home?", meeting.review.id)


def test_that_a_score_is_taken_back_whole(meeting: Meeting) -> None:
    answer = a_score(meeting)
    assert isinstance(answer, ScaleAnswer)
    assert answer.state is ScaleAnswerState.NOT_ASKED
    given_score = recording.scored(answer, 6.5, TODAY)
    assert (given_score.value, given_score.answered_on) == (Decimal("6.5"), TODAY)
    zero = recording.scored(given_score, 0, TODAY)
    assert (zero.value, zero.state) == (Decimal(0), ScaleAnswerState.ANSWERED)
    assert recording.scored(given_score, None, TODAY) == answer
    declined = recording.not_scored(given_score, ScaleAnswerState.DECLINED, TODAY)
    assert (declined.value, declined.answered_on) == (None, TODAY)
    with pytest.raises(NotOnTheScale):
        recording.scored(given_score, 10.5, TODAY)


def test_that_words_are_heard_on_the_day_of_the_meeting(meeting: Meeting) -> None:
    assert recording.new_view(meeting.review, 0, "Officer", TODAY).heard_on == TODAY
    meeting.change(held_on=dt.date(2026, 11, 2))
    assert recording.new_view(meeting.review, 0, "Officer", TODAY).heard_on == dt.date(2026, 11, 2)
