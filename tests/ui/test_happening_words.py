"""Everything that can happen is said in plain words, and found where one would look for it."""

import datetime as dt
from collections import Counter

import pytest

from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import ChildId, EntityId
from iro_desktop.services.happenings import RECORDABLE
from iro_desktop.ui.child.happenings import fault_of_day, lines_of
from iro_desktop.ui.words.happenings import groups, happening_in_words, strategy_discussions

TODAY = dt.date(2026, 11, 22)
TOMORROW = dt.date(2026, 11, 23)


@pytest.mark.parametrize("happening", Happening)
def test_that_every_happening_is_said_in_words(happening: Happening) -> None:
    words = happening_in_words(happening)
    assert words
    assert "_" not in words


def test_that_no_two_happenings_are_said_alike() -> None:
    said = Counter(happening_in_words(happening) for happening in Happening)
    assert [words for words, count in said.items() if count > 1] == []


def test_that_all_that_may_be_recorded_is_offered_once() -> None:
    offered = [happening for _title, kinds in groups() for happening in kinds]
    assert sorted(offered) == sorted(RECORDABLE)


def test_that_it_can_be_said_which_strategy_discussion_it_was() -> None:
    assert "section 47" in strategy_discussions()[0]


def _recorded(day: int, happening: Happening, name: str, by: str = "") -> RecordedHappening:
    return RecordedHappening(
        id=EntityId(name),
        child_id=ChildId("made-up"),
        happening=happening,
        on=dt.date(2026, 11, day),
        note="At school",
        recorded_by=by,
    )


def test_that_the_newest_stands_first_with_who_noted_it() -> None:
    older = _recorded(3, Happening.PEP_HELD, "a")
    newer = _recorded(9, Happening.IMMUNISED, "b", "Made-up Iro")
    first, second = lines_of([older, newer])
    assert (first.recorded, first.day, first.by) == (
        newer,
        "9 November 2026",
        "noted by Made-up Iro",
    )
    assert (second.recorded, second.note, second.by) == (older, "At school", "")


@pytest.mark.parametrize(
    ("happening", "day", "fault"),
    [
        (Happening.PEP_HELD, None, "Say on which day."),
        (Happening.PEP_HELD, TOMORROW, "That day is still to come."),
        (Happening.PEP_HELD, TODAY, ""),
        (Happening.REMAND_ENDS, TOMORROW, ""),
        (Happening.ACCOMMODATION_ENDS, TOMORROW, ""),
        (Happening.REMAND_ENDS, None, "Say on which day."),
    ],
)
def test_that_only_an_end_that_is_foreseen_may_lie_ahead(
    happening: Happening, day: dt.date | None, fault: str
) -> None:
    assert fault_of_day(happening, day, TODAY) == fault
