import contextlib
import datetime as dt
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_samples import CHILD, day
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.scaling import (
    NotOnTheScale,
    ScaleAnswer,
    ScaleAnswerState,
    lines_over_time,
    score,
)

HALVES = st.integers(0, 20).map(lambda halves: Decimal(halves) / 2)


@given(HALVES)
def test_that_every_half_from_0_to_10_is_a_score_however_it_is_given(half: Decimal) -> None:
    assert score(half) == score(float(half)) == score(str(half)) == half
    assert str(score(half)) == f"{half:.1f}"


@given(st.decimals() | st.floats() | st.integers().map(Decimal))
def test_that_nothing_else_is_a_score(value: Decimal | float) -> None:
    try:
        found = score(value)
    except NotOnTheScale:
        return
    assert 0 <= found <= 10
    assert found * 2 == int(found * 2)
    assert float(value) == float(found)


@given(st.text())
def test_that_no_text_breaks_the_reading_of_a_score(text: str) -> None:
    with contextlib.suppress(NotOnTheScale):
        assert 0 <= score(text) <= 10


@pytest.mark.parametrize(
    "value",
    ["", "five", "5,5", "nan", "sNaN", "inf", "-inf", "-0.5", "10.5", "7.25", float("nan"), 11],
)
def test_that_what_is_not_on_the_scale_is_refused(value: str | float) -> None:
    with pytest.raises(NotOnTheScale):
        score(value)


def test_that_there_is_no_minus_nothing() -> None:
    assert str(score(-0.0)) == "0.0"


def answer(person: str, on: str | None, value: str | None, **more: object) -> ScaleAnswer:
    fields: dict[str, object] = {
        "id": EntityId("made-up"),
        "child_id": CHILD,
        "review_id": ReviewId(f"review of {on}"),
        "question_id": EntityId("made-up-question"),
        "person": person,
        "role": Role.PARENT,
        "state": ScaleAnswerState.ANSWERED,
        "value": None if value is None else Decimal(value),
        "answered_on": day(on) if on else None,
    }
    return ScaleAnswer(**{**fields, **more})  # type: ignore[arg-type]  # fields of many types


def test_that_each_person_has_a_line_in_the_order_of_the_days() -> None:
    lines = lines_over_time(
        (
            answer("Mum", "2026-05-04", "7"),
            answer("Dad", "2026-05-04", "2"),
            answer("Mum", "2025-11-03", "4.5"),
        )
    )
    drawn = {line.person: [str(point.value) for point in line.points] for line in lines}
    assert drawn == {"Mum": ["4.5", "7"], "Dad": ["2"]}
    assert {line.person: line.change for line in lines} == {"Mum": Decimal("2.5"), "Dad": None}


def test_that_the_same_name_in_another_part_is_another_person() -> None:
    lines = lines_over_time(
        (answer("Sam", "2025-11-03", "4"), answer("Sam", "2026-05-04", "9", role=Role.CARER))
    )
    assert [len(line.points) for line in lines] == [1, 1]


def test_that_two_of_one_name_at_one_review_stay_two_people() -> None:
    lines = lines_over_time(
        (
            answer("Carer", "2025-11-03", "2"),
            answer("Carer", "2025-11-03", "9"),
            answer("Carer", "2026-05-04", "3"),
            answer("Carer", "2026-05-04", "8"),
        )
    )
    assert [[int(point.value) for point in line.points] for line in lines] == [[2, 3], [9, 8]]


def test_that_a_namesake_who_declined_keeps_their_place() -> None:
    declined = ScaleAnswerState.DECLINED
    lines = lines_over_time(
        (
            answer("Carer", "2025-11-03", None, state=declined),
            answer("Carer", "2025-11-03", "9"),
            answer("Carer", "2026-05-04", "3"),
            answer("Carer", "2026-05-04", "8"),
        )
    )
    assert sorted([int(point.value) for point in line.points] for line in lines) == [[3], [9, 8]]


def test_that_someone_asked_again_later_in_one_review_is_one_person() -> None:
    (line,) = lines_over_time(
        (
            answer("Mum", "2026-05-04", "3", review_id=ReviewId("one")),
            answer("Mum", "2026-05-11", "5", review_id=ReviewId("one")),
        )
    )
    assert line.change == 2


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Mum", "Dad", "Carer"]),
            st.sampled_from([Role.PARENT, Role.CARER]),
            st.dates(dt.date(2024, 1, 1), dt.date(2024, 1, 9)),
            st.none() | HALVES,
        ),
        max_size=20,
    )
)
def test_that_lines_hold_every_score_once_and_never_two_people(
    given_answers: list[tuple[str, Role, dt.date, Decimal | None]],
) -> None:
    answers = tuple(
        answer(person, on.isoformat(), None if value is None else str(value), role=role)
        for person, role, on, value in given_answers
    )
    lines = lines_over_time(answers)
    drawn = Counter(
        (line.person, line.role, point.day, point.value) for line in lines for point in line.points
    )
    assert drawn == Counter(one for one in given_answers if one[3] is not None)
    for line in lines:
        days = [point.day for point in line.points]
        assert days == sorted(set(days))
