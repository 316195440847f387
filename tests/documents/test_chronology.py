import datetime as dt
from dataclasses import replace

import pytest
from made_up_material import HAPPENINGS, LabelsInWords, episodes
from made_up_review import CHILD, HELD, an_id

from iro_desktop.documents.blocks import text_of
from iro_desktop.documents.chronology import Event, Labels, chronology, chronology_table
from iro_desktop.documents.happening_words import happening_in_words
from iro_desktop.domain.happenings import (
    FIRST_RECORDED,
    LAST_RECORDED,
    Happening,
    RecordedHappening,
)
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.i18n.translator import Translator

TR = Translator()
LABELS = Labels(LabelsInWords(), LabelsInWords())
EVERY = tuple(Happening)
RECORDABLE = EVERY[EVERY.index(FIRST_RECORDED) : EVERY.index(LAST_RECORDED) + 1]
REVIEW = Review(id=ReviewId(an_id("of a chronology")), child_id=CHILD, held_on=HELD)


def lines(events: tuple[Event, ...]) -> list[tuple[str, str]]:
    return [(event.what, text_of(event.more)) for event in events]


def test_that_it_runs_from_coming_into_care_and_a_home_ends_before_the_move() -> None:
    events = chronology(episodes(), (REVIEW,), HAPPENINGS, LABELS, TR)
    assert [event.day for event in events] == sorted(event.day for event in events)
    assert [what for what, _ in lines(events)] == [
        "Came into care",
        "Living in this home came to an unplanned end",
        "Moved to another home",
        "What the law says changed",
        "Health assessed",
        "Review of a looked after child",
    ]


def test_that_leaving_care_is_said_with_its_reason() -> None:
    first, second = episodes()
    left = replace(second, ended=dt.date(2026, 8, 1), reason_ended="CARPL")
    *_, last = lines(chronology((first, left), (), (), LABELS, TR))
    assert last == ("Left care", "The care plan was changed or carried out")


def test_that_a_change_with_the_same_carers_is_no_move() -> None:
    first, second = episodes()
    stayed = replace(second, reason_started="L")
    said = [what for what, _ in lines(chronology((first, stayed), (), (), LABELS, TR))]
    assert said == ["Came into care", "What the law says changed"]


def test_that_what_nobody_said_is_left_out_and_not_made_up() -> None:
    first, _ = episodes()
    bare = replace(first, legal_status="", category_of_need="", placement="", ended=None)
    assert lines(chronology((bare,), (), (), LABELS, TR)) == [("Came into care", "")]
    assert chronology_table((), TR) == ()


def test_that_a_review_that_was_cancelled_is_told_with_its_reason() -> None:
    cancelled = replace(
        REVIEW,
        status=ReviewStatus.CANCELLED,
        held_on=None,
        planned_for=HELD,
        cancelled_because="The child was ill.",
    )
    unplanned = replace(cancelled, planned_for=None)
    booked = replace(cancelled, status=ReviewStatus.PLANNED, cancelled_because="")
    said = lines(chronology((), (cancelled, unplanned, booked), (), LABELS, TR))
    assert said == [("A review was cancelled", "The child was ill.")]


@pytest.mark.parametrize("happening", RECORDABLE)
def test_that_all_that_can_be_recorded_has_words_that_do_for_any_reader(
    happening: Happening,
) -> None:
    words = happening_in_words(happening, TR)
    assert words
    assert "the child" not in words.lower().replace("the child protection plan", "")
    one = RecordedHappening(id=an_id("one"), child_id=CHILD, happening=happening, on=HELD)
    assert lines(chronology((), (), (one,), LABELS, TR)) == [(words, "")]
