"""Answers to the forms of reviews of a child's case, as a made-up IRO gave them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.findings import held_before
from iro_desktop.demonstration.lives import Life
from iro_desktop.demonstration.notes import notes_on
from iro_desktop.domain.answers import Answer, AnswerValue, answer_id
from iro_desktop.domain.care import CARE_ORDERS, PLACED_WITH_PARENTS
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.domain.working_days import add_months

Given = tuple[str, AnswerValue]

_EVERYWHERE = {
    "view": ("iro_view_text", "iro_view_words"),
    "opening": ("", "letter_opening"),
    "going_well": ("", "letter_going_well"),
    "closing": ("", "letter_closing"),
}
_IN_ADOPTION = {
    "family": ("contact_notes", "contact_words"),
    "school": ("school_notes", "school_words"),
    "health": ("health_notes", "health_words"),
    **_EVERYWHERE,
}
_IN_CARE = {
    "home": ("home_notes", "home_words"),
    "family": ("family_notes", "family_words"),
    "school": ("school_notes", "school_words"),
    "health": ("health_notes", "health_words"),
    "leisure": ("leisure_notes", "leisure_words"),
    **_EVERYWHERE,
}
_NOTED: Mapping[ReviewKind, Mapping[str, tuple[str, str]]] = {
    ReviewKind.LOOKED_AFTER: _IN_CARE,
    ReviewKind.REMAND: _IN_CARE,
    ReviewKind.PLACED_FOR_ADOPTION: {"home": ("settling", "settling_words"), **_IN_ADOPTION},
    ReviewKind.AUTHORITY_TO_PLACE: {"home": ("home_notes", "home_words"), **_IN_ADOPTION},
    ReviewKind.SHORT_BREAKS: {
        "home": ("breaks_notes", "breaks_words"),
        "family": ("at_home_notes", "at_home_words"),
        "school": ("school_notes", ""),
        "health": ("health_notes", ""),
        **_EVERYWHERE,
    },
}
_UNTIL_THE_LAST_PAGE = ("home", "family", "school", "health", "opening")
_TALKS_FROM = 4
_TOO_LONG_AT_HOME, _TO_THE_NEXT_REVIEW = 18, 6  # months


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
    subjects = _UNTIL_THE_LAST_PAGE if open_still else _NOTED[review.kind]
    yield from _noted(draw, life, review, day, subjects)
    yield from _met(life, review, day)
    if not open_still:
        yield from _concluded(draw, life, review, day)


def _prepared(life: Life, review: Review) -> Iterator[Given]:
    day = review.held_on or review.planned_for or life.calendar.started
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
        asked = _NOTED[review.kind][about]
        for question, words in zip(asked, (note.minutes, note.to_child), strict=True):
            if question and words:
                yield question, words


def _met(life: Life, review: Review, day: dt.date) -> Iterator[Given]:
    talks = life.age_on(day) >= _TALKS_FROM
    yield "met_at", review.planned_at
    yield "spoke_in_private", talks
    if not talks:
        yield "spoke_in_private__detail", "Too young to talk with; I watched play instead."
    if review.kind in {ReviewKind.LOOKED_AFTER, ReviewKind.REMAND}:
        yield "home_right", True


def _concluded(draw: Draw, life: Life, review: Review, day: dt.date) -> Iterator[Given]:
    chance = draw.of("conclusion", review.id)
    match review.kind:
        case ReviewKind.SHORT_BREAKS:
            yield "breaks_within_limits", True
            yield "breaks_wanted", True
            yield "plan_still_right", "as_it_is"
        case ReviewKind.PLACED_FOR_ADOPTION | ReviewKind.AUTHORITY_TO_PLACE:
            yield from _on_the_way_to_adoption(review)
        case ReviewKind.REMAND:
            yield from _on_remand()
        case _:
            yield from _looked_after(life, day)
    yield "settled", chance.choice((6.0, 6.5, 7.0, 7.5, 8.0, 8.5, 9.0))
    talks = life.age_on(day) >= _TALKS_FROM
    yield "rights_told", ("advocate", "complaint", "reach_iro") if talks else ("carer_told",)


def _on_remand() -> Iterator[Given]:
    yield "legal_change", False
    yield "plan_still_right", "as_it_is"
    yield "remand_where", "council"
    yield "remand_solicitor", True
    yield "after_remand_home", "With an aunt, who comes to each meeting. She has said yes."


def _looked_after(life: Life, day: dt.date) -> Iterator[Given]:
    yield "legal_change", False
    yield "plan_still_right", "as_it_is"
    if not held_before(life, day):
        yield "permanence_first", "Going home and living with an aunt are looked at side by side."
    if life.child.unaccompanied:
        yield "asylum_claim", "made"
        yield "legal_representative", True
        yield "unaccompanied_needs_met", True
    episode = life.period.episode_on(day)
    if episode.placement == PLACED_WITH_PARENTS and episode.legal_status in CARE_ORDERS:
        since = life.period.in_this_home_since(day)
        over = add_months(since, _TOO_LONG_AT_HOME) < add_months(day, _TO_THE_NEXT_REVIEW)
        yield "home_order_since", since.isoformat()
        yield "home_order_over", over
        if over:
            yield "home_order_over__detail", "The court asked for it, and gave a day to end it by."
        yield "home_order_why", "So that help stays in place while Mum keeps to her new routine."
        yield "home_order_plan", "The court is asked to end it once six months have gone well."


def _on_the_way_to_adoption(review: Review) -> Iterator[Given]:
    yield "still_for_adoption", "still_for_adoption"
    yield "adoption_why", "No one in the family can care for the child, and the court agreed."
    yield "needs_notes", "Growing and learning as others of that age do. Needs calm and routine."
    yield "contact_change", "as_it_is"
    yield "support_assess_again", False
    yield "visits_from_now", "Every two weeks"
    if review.kind is ReviewKind.AUTHORITY_TO_PLACE:
        yield "why_not_placed", "No family has been found yet that can take what the child needs."
        yield "family_finding", "Two families are being visited. A profile goes out next week."
        return
    yield "adopter_says", "They feel like a family, and ask for help with sleep."
    yield (
        "responsibility_notes",
        "Those who adopt decide on everyday things, the council on the rest.",
    )
