"""Scaling questions of made-up children, and what people answered from review to review."""

import datetime as dt
import random
from dataclasses import dataclass
from decimal import Decimal

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.lives import Life
from iro_desktop.demonstration.people import Known
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.scaling import (
    HIGHEST,
    LOWEST,
    STEP,
    Medium,
    ScaleAnswer,
    ScaleAnswerState,
    ScalingQuestion,
)


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with its two ends, and what people say to it."""

    text: str
    lowest: str
    highest: str
    why_not_lower: tuple[str, ...]
    higher: tuple[str, ...]


ASKINGS = (
    Asking(
        "How safe do you feel at home?",
        "I am on my guard all the time",
        "I feel safe and can be myself, by day and by night",
        ("There is always someone up when I wake", "My door shuts", "They listen to me"),
        ("A light on the landing", "Knowing who is coming to the house", "Nothing, it is fine"),
    ),
    Asking(
        "How happy are you with how often you see your family?",
        "It is nowhere near right",
        "It is just right for me",
        ("I know the dates now", "We had a whole day at the beach", "We talk on the phone"),
        ("One more time each month", "Seeing them outside", "Staying for tea"),
    ),
    Asking(
        "How well is school going?",
        "I cannot go in at all",
        "I like going in and I am learning",
        ("My teacher gets me", "I have friends there now", "Art club"),
        ("Somewhere quiet at lunch", "Help with reading", "Not being taken out for meetings"),
    ),
    Asking(
        "How sure are you about what happens next?",
        "I have no idea",
        "I know the plan and it feels like mine",
        ("I have met my adviser", "It was explained with pictures", "I have it in writing"),
        ("A date", "Someone asking me first", "Seeing the place before"),
    ),
)
_ANSWERS_FROM = 5
_DECLINES, _KNOWS = 0.07, 0.97
_BEGIN = {Role.CHILD: 5, Role.SOCIAL_WORKER: 6}


def make_scaling(
    draw: Draw, life: Life, reviews: tuple[Review, ...]
) -> tuple[tuple[ScalingQuestion, ...], tuple[ScaleAnswer, ...]]:
    """One or two questions, asked again word for word at each of the reviews that was held."""
    held = [review for review in reviews if review.held_on is not None]
    if not held:
        return (), ()
    chance = draw.of("scaling", life.child.number)
    askings = [ASKINGS[0], *chance.sample(ASKINGS[1:], chance.randint(0, 1))]
    questions = []
    answers: list[ScaleAnswer] = []
    for position, asking in enumerate(askings):
        question = ScalingQuestion(
            id=EntityId(draw.id("scaling question", life.child.number, position)),
            child_id=life.child.id,
            text=asking.text,
            meaning_of_0=asking.lowest,
            meaning_of_10=asking.highest,
            asked_first_in=held[0].id,
            position=position,
        )
        questions.append(question)
        for place, person in enumerate(_asked(life)):
            answers += _over_time(draw, life, question, asking, person, place, held)
    return tuple(questions), tuple(answers)


def _asked(life: Life) -> tuple[Known, ...]:
    child = Known(life.child.known_as or life.child.number, Role.CHILD, "child")
    return (child, life.cast.carer, life.cast.social_worker)


def _over_time(
    draw: Draw,
    life: Life,
    question: ScalingQuestion,
    asking: Asking,
    person: Known,
    place: int,
    held: list[Review],
) -> list[ScaleAnswer]:
    chance = draw.of("scale answers", question.id, person.role)
    value = Decimal(_BEGIN.get(person.role, 7)) + chance.randint(-3, 3) * STEP
    answers = []
    for review in held:
        value = min(max(value + chance.randint(-2, 4) * STEP, LOWEST), HIGHEST)
        day = review.held_on or life.calendar.started
        state = _state(life, person, review, day, chance)
        answered = state is ScaleAnswerState.ANSWERED
        child = person.role is Role.CHILD
        answers.append(
            ScaleAnswer(
                id=EntityId(draw.id("scale answer", question.id, person.role, review.id)),
                child_id=life.child.id,
                review_id=review.id,
                question_id=question.id,
                person=person.name,
                role=person.role,
                state=state,
                value=value.quantize(Decimal("0.1")) if answered else None,
                why_not_lower=chance.choice(asking.why_not_lower) if answered and child else "",
                what_would_make_it_higher=chance.choice(asking.higher)
                if answered and child
                else "",
                medium=chance.choice((Medium.POINTED, Medium.SAID)) if child else Medium.SAID,
                answered_on=day if answered else None,
                position=place,
            )
        )
    return answers


def _state(
    life: Life, person: Known, review: Review, day: dt.date, chance: random.Random
) -> ScaleAnswerState:
    if person.role is Role.CHILD and life.age_on(day) < _ANSWERS_FROM:
        return ScaleAnswerState.TOO_YOUNG
    if review.status is ReviewStatus.OPEN and person.role is Role.SOCIAL_WORKER:
        return ScaleAnswerState.NOT_ASKED
    drawn = chance.random()
    if person.role is Role.CHILD and drawn < _DECLINES:
        return ScaleAnswerState.DECLINED
    return ScaleAnswerState.UNKNOWN if drawn > _KNOWS else ScaleAnswerState.ANSWERED
