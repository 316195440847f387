"""Scaling questions: 0 to 10 in halves, asked of several people, compared but never averaged."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.participation import Role

LOWEST, HIGHEST, STEP = Decimal(0), Decimal(10), Decimal("0.5")


class ScaleAnswerState(StrEnum):
    """Four different things, none of which is a score of 0."""

    NOT_ASKED = "not_asked"
    ANSWERED = "answered"
    DECLINED = "declined"
    TOO_YOUNG = "too_young"
    UNKNOWN = "unknown"


class Medium(StrEnum):
    """How someone gave their score."""

    SAID = "said"
    POINTED = "pointed"
    DREW = "drew"
    WROTE = "wrote"


class NotOnTheScale(ValueError):
    """A score that is not 0 to 10 in halves."""


def score(value: Decimal | float | str) -> Decimal:
    """A score as an exact number of halves.

    Raises:
        NotOnTheScale: not a number, below 0, above 10, or not a half.
    """
    try:
        number = Decimal(str(value))
    except InvalidOperation as fault:
        raise NotOnTheScale(str(value)) from fault
    if not number.is_finite() or not LOWEST <= number <= HIGHEST or number % STEP:
        raise NotOnTheScale(str(value))
    return abs(number).quantize(Decimal("0.1"))  # abs: there is no -0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalingQuestion:
    """A question that is asked again at each review, word for word, so that answers compare."""

    id: EntityId
    child_id: ChildId
    text: str
    meaning_of_0: str = ""
    meaning_of_10: str = ""
    asked_first_in: ReviewId | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleAnswer:
    """What one person answered at one review. `value` is None unless `state` is ANSWERED."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    question_id: EntityId
    person: str
    role: Role
    state: ScaleAnswerState = ScaleAnswerState.NOT_ASKED
    value: Decimal | None = None
    why_not_lower: str = ""
    what_would_make_it_higher: str = ""
    medium: Medium = Medium.SAID
    answered_on: dt.date | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """A score on a day."""

    day: dt.date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """One person's scores for one question, from the oldest on."""

    person: str
    role: Role
    points: tuple[Point, ...]

    @property
    def change(self) -> Decimal | None:
        """Latest less first; None with fewer than two points."""
        first, *later = self.points
        return later[-1].value - first.value if later else None


def lines_over_time(answers: tuple[ScaleAnswer, ...]) -> tuple[Line, ...]:
    """Answers to one question as a line for each person. People are never put together.

    Two of one name and role on one day of a review are two people: the first goes on with the
    first of the other reviews, the second with the second.
    """
    people: dict[tuple[str, Role, int], list[Point]] = {}
    met: Counter[tuple[ReviewId, dt.date | None, str, Role]] = Counter()
    for answer in answers:
        that_day = (answer.review_id, answer.answered_on, answer.person, answer.role)
        namesake = met[that_day]
        met[that_day] += 1
        if answer.value is not None and answer.answered_on is not None:
            point = Point(answer.answered_on, answer.value)
            people.setdefault((answer.person, answer.role, namesake), []).append(point)
    return tuple(
        Line(person, role, tuple(sorted(points, key=lambda point: point.day)))
        for (person, role, _), points in people.items()
    )
