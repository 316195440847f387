"""In how many places a detail that is to be kept would be cut."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, Meeting

from iro_desktop.services.places_of_words import places_of_words

TODAY = dt.date(2026, 11, 22)


def places(meeting: Meeting, words: str) -> int:
    return places_of_words(meeting.workspace.uow_factory, CHILD.id, words, TODAY)


@pytest.mark.parametrize("words", ["12 elm road", "12, Elm  Road", "12 ELM-ROAD."])
def test_that_spaces_commas_and_capitals_make_no_difference(meeting: Meeting, words: str) -> None:
    meeting.decide("Meet at 12 Elm Road", "Paint the door of 12, Elm Road")
    # Each decision says it twice: as it was decided, and to the child.
    assert places(meeting, words) == 4
    assert places(meeting, "12 Elm Rd") == 0
    assert places(meeting, "12") == 0


def test_that_what_stands_in_each_record_of_the_child_counts_once(meeting: Meeting) -> None:
    once = places(meeting, CHILD.known_as)
    assert once
    with meeting.workspace.uow_factory() as uow:
        uow.reviews.put(replace(meeting.review, id=type(meeting.review.id)("another")))
    assert places(meeting, CHILD.known_as) == once
