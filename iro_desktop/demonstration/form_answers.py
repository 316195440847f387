"""Answers to the form `cla-review`, version 1, as a made-up IRO gave them."""

import datetime as dt
from collections.abc import Iterable, Iterator

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.lives import Life
from iro_desktop.demonstration.notes import notes_on
from iro_desktop.domain.answers import Answer, AnswerValue, answer_id
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.working_days import add_months

Given = tuple[str, AnswerValue]

_NOTED = {
    "home": ("home_notes", "home_words"),
    "family": ("family_notes", "family_words"),
    "school": ("school_notes", "school_words"),
    "health": ("health_notes", "health_words"),
    "leisure": ("leisure_notes", "leisure_words"),
    "view": ("iro_view_text", "iro_view_words"),
    "opening": ("", "letter_opening"),
    "going_well": ("", "letter_going_well"),
    "closing": ("", "letter_closing"),
}
_UNTIL_THE_LAST_PAGE = ("home", "family", "school", "health", "opening")
_PLANS = {
    **dict.fromkeys(("A3", "A5", "A6", "U5"), "adoption"),
    **dict.fromkeys(("U1", "U3"), "relatives_or_friends"),
    "U4": "foster_to_18",
    **dict.fromkeys(("K2", "S1", "R1"), "residential"),
    "H5": "supported_living",
    "P1": "remain_with_family",
}
_PLAN_IN_PLACE_FROM = 2
_GROWING_UP_FROM = 16
_TALKS_FROM = 4


def make_answers(draw: Draw, life: Life, reviews: tuple[Review, ...]) -> tuple[Answer, ...]:
    """Answers for each review given: whole for a closed one, half for one in hand."""
    return tuple(
        Answer(
            id=answer_id(review.id, question),
            child_id=review.child_id,
            review_id=review.id,
            question=question,
            value=value,
        )
        for review in reviews
        for question, value in _given(draw, life, review)
    )


def _given(draw: Draw, life: Life, review: Review) -> Iterator[Given]:
    yield from _prepared(life, review)
    day = review.held_on
    if day is None:
        return
    open_still = review.status is ReviewStatus.OPEN
    yield from _noted(draw, life, review, day, _UNTIL_THE_LAST_PAGE if open_still else _NOTED)
    yield from _met(life, review, day)
    if not open_still:
        yield from _concluded(draw, life, review, day)


def _prepared(life: Life, review: Review) -> Iterator[Given]:
    day = review.held_on or review.planned_for or life.calendar.started
    yield "advocate_offered", True
    yield "advocate_answer", "has_one" if life.age_on(day) >= _GROWING_UP_FROM else "undecided"
    if life.age_on(day) >= _TALKS_FROM:
        yield "talked_about_meeting", True
        yield "wanted_form", "one_meeting"
        yield "wanted_place", review.planned_at
    if life.child.communication_needs:
        yield "help_needed", life.child.communication_needs


def _noted(
    draw: Draw, life: Life, review: Review, day: dt.date, subjects: Iterable[str]
) -> Iterator[Given]:
    chance = draw.of("notes", review.id)
    for about in subjects:
        notes = notes_on(about, life.age_on(day))
        if not notes:
            continue
        note = chance.choice(notes)
        for question, words in zip(_NOTED[about], (note.minutes, note.to_child), strict=True):
            if question and words:
                yield question, words


def _met(life: Life, review: Review, day: dt.date) -> Iterator[Given]:
    talks = life.age_on(day) >= _TALKS_FROM
    yield "how_held", "one_meeting"
    yield "met_at", review.planned_at
    yield "spoke_in_private", talks
    if not talks:
        yield "spoke_in_private__detail", "Too young to talk with; I watched play instead."
    yield "home_right", True


def _concluded(draw: Draw, life: Life, review: Review, day: dt.date) -> Iterator[Given]:
    chance = draw.of("conclusion", review.id)
    yield "legal_change", False
    yield from _permanence(life, day)
    yield "plan_still_right", "as_it_is"
    yield "settled", chance.choice((6.0, 6.5, 7.0, 7.5, 8.0, 8.5, 9.0))
    talks = life.age_on(day) >= _TALKS_FROM
    yield "rights_told", ("advocate", "complaint", "reach_iro") if talks else ("carer_told",)
    yield "next_on", add_months(day, 6).isoformat()
    yield "next_at", review.planned_at


def _permanence(life: Life, day: dt.date) -> Iterator[Given]:
    if life.family.journey.is_short_breaks:
        yield "permanence_present", "not_needed"
        return
    held_before = sum(held < day for held in life.calendar.held)
    if held_before + 1 < _PLAN_IN_PLACE_FROM:
        yield "permanence_present", "not_yet"
        yield "permanence_delay", "The assessments are not finished. They are due in six weeks."
        return
    placement = life.period.episode_on(day).placement
    yield "permanence_present", "in_place"
    yield "permanence_type", _PLANS.get(placement, "return_eventually")
    yield "permanence_ratified", True
