"""Who is in the made-up caseload: some sixty children of one IRO, each with a way through care."""

from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.demonstration import journeys as ways
from iro_desktop.demonstration.journeys import Journey


class Situation(StrEnum):
    """Where the IRO's work with a child stands today."""

    SETTLED = "settled"
    DUE_SOON = "due_soon"
    TODAY = "today"
    OVERDUE = "overdue"
    HALF_FINISHED = "half_finished"
    TO_WRITE = "to_write"
    TO_SEND = "to_send"
    NEW = "new"
    LEFT_CARE = "left_care"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Brothers and sisters, or one child. They came into care on one day and are reviewed together.

    `reviews` counts those held by today, before any placing for adoption. `new_days` is how long
    ago a new child came into care. `languages` stands for a first language that is not English.
    """

    ages: tuple[int, ...]
    journey: Journey
    reviews: int = 0
    situation: Situation = Situation.SETTLED
    adoption_reviews: int = 0
    new_days: int = 0
    named: bool = True
    unaccompanied: bool = False
    language: str = ""
    communication: str = ""

    @property
    def siblings(self) -> bool:
        """Whether there are brothers and sisters."""
        return len(self.ages) > 1


MAKATON = "Signs with Makaton and points to a picture board. Bring the board."
HEARING_AIDS = "Wears hearing aids. Sit where faces can be seen, one person speaking at a time."
SIGN = "British Sign Language first. Book the interpreter three weeks before."
TIME = "Needs time to think. Ask one thing, wait, and do not fill the pause."
PLAN = "Autistic. Likes to know who comes and what happens next; no surprises."
EYES = "Talks with an eye-gaze tablet. Put questions that a yes or no can answer first."
TALK_WALKING = "Talks more easily while walking or in the car than at a table."
READ_ALOUD = "Finds reading hard. Read the letter together, and leave a recording."

_S = Situation


def _unaccompanied(
    ages: tuple[int, ...], language: str, reviews: int, situation: Situation, journey: Journey
) -> Family:
    return Family(
        ages=ages,
        journey=journey,
        reviews=reviews,
        situation=situation,
        unaccompanied=True,
        language=language,
    )


BROTHERS_AND_SISTERS = (
    Family(ages=(13, 10, 8), journey=ways.MATCHED, reviews=9, communication=TIME),
    Family(ages=(9, 6, 4, 2), journey=ways.FOSTER, reviews=4, situation=_S.TO_SEND),
    Family(ages=(15, 12), journey=ways.KINSHIP, reviews=8, situation=_S.DUE_SOON),
    Family(ages=(5, 3), journey=ways.adoption(60), reviews=3, adoption_reviews=1),
    Family(ages=(7, 7), journey=ways.INTERIM, reviews=2, situation=_S.HALF_FINISHED),
    Family(ages=(11, 9), journey=ways.WITH_PARENTS, reviews=5, situation=_S.OVERDUE),
    Family(ages=(14, 11, 6), journey=ways.FOSTER_MOVED, reviews=6, situation=_S.TO_WRITE),
    Family(ages=(3, 1), journey=ways.INTERIM, reviews=2, situation=_S.DUE_SOON),
    _unaccompanied((16, 14), "Tigrinya", 3, _S.SETTLED, ways.UNACCOMPANIED_FOSTER),
    Family(ages=(8, 5), journey=ways.KINSHIP, reviews=6, situation=_S.TODAY, language="Polish"),
)

YOUNGEST = (
    Family(ages=(0,), journey=ways.PARENT_AND_BABY_UNIT, reviews=1, situation=_S.DUE_SOON),
    Family(ages=(0,), journey=ways.newly("L2"), situation=_S.NEW, new_days=5),
    Family(ages=(0,), journey=ways.FOSTERING_FOR_ADOPTION, reviews=2),
    Family(ages=(1,), journey=ways.adoption(62), reviews=2, adoption_reviews=1),
    Family(ages=(1,), journey=ways.adoption(120, "A3"), reviews=2, adoption_reviews=2),
    Family(
        ages=(2,),
        journey=ways.adoption(106, "A5"),
        reviews=3,
        adoption_reviews=2,
        situation=_S.HALF_FINISHED,
    ),
    Family(ages=(2,), journey=ways.newly("L3"), situation=_S.NEW, new_days=3),
    Family(ages=(3,), journey=ways.AFTER_POLICE_PROTECTION, reviews=5),
    Family(ages=(4,), journey=ways.newly("L1"), situation=_S.NEW, new_days=1),
    Family(ages=(4,), journey=ways.INTERIM_KINSHIP, reviews=1, situation=_S.OVERDUE),
)

SCHOOL_AGE = (
    Family(
        ages=(5,),
        journey=ways.SHORT_BREAKS_AGREED,
        reviews=3,
        situation=_S.DUE_SOON,
        communication=MAKATON,
    ),
    Family(ages=(6,), journey=ways.MATCHED, reviews=7, situation=_S.TO_SEND),
    Family(ages=(7,), journey=ways.AGREED_WITH_PARENTS, reviews=2, language="Vietnamese"),
    Family(ages=(8,), journey=ways.KINSHIP, reviews=5, situation=_S.HALF_FINISHED),
    Family(ages=(8,), journey=ways.SHORT_BREAKS_EACH, reviews=2, communication=EYES),
    Family(ages=(9,), journey=ways.AFTER_POLICE_PROTECTION, reviews=8, named=False),
    Family(ages=(10,), journey=ways.RESIDENTIAL, reviews=6, situation=_S.TODAY),
    Family(ages=(10,), journey=ways.FREED_LONG_AGO, reviews=4),
    Family(ages=(10,), journey=ways.FOSTER, reviews=3, situation=_S.OVERDUE, named=False),
    Family(
        ages=(11,),
        journey=ways.RESIDENTIAL_SCHOOL,
        reviews=6,
        situation=_S.DUE_SOON,
        communication=SIGN,
    ),
    Family(ages=(11,), journey=ways.SHORT_BREAKS_AGREED, reviews=2, communication=PLAN),
)

TEENAGERS = (
    Family(ages=(12,), journey=ways.MATCHED, reviews=10, situation=_S.TO_WRITE),
    Family(ages=(12,), journey=ways.INTERIM, reviews=1, communication=READ_ALOUD),
    Family(ages=(13,), journey=ways.RESIDENTIAL, reviews=7, situation=_S.DUE_SOON),
    Family(
        ages=(13,),
        journey=ways.SECURE,
        reviews=9,
        situation=_S.HALF_FINISHED,
        communication=TALK_WALKING,
    ),
    Family(
        ages=(14,),
        journey=ways.MATCHED,
        reviews=12,
        situation=_S.TO_SEND,
        communication=HEARING_AIDS,
    ),
    Family(ages=(14,), journey=ways.newly("J2", "K2"), situation=_S.NEW, new_days=1),
    Family(ages=(15,), journey=ways.WITH_PARENTS, reviews=4),
    Family(ages=(15,), journey=ways.REMANDED, reviews=1, situation=_S.DUE_SOON),
    _unaccompanied((15,), "Pashto", 2, _S.OVERDUE, ways.UNACCOMPANIED_FOSTER),
)

NEARLY_GROWN = (
    _unaccompanied((16,), "Kurdish (Sorani)", 4, _S.SETTLED, ways.UNACCOMPANIED_SUPPORTED),
    Family(ages=(16,), journey=ways.SUPERVISED, reviews=2),
    Family(ages=(16,), journey=ways.ON_THE_WAY_OUT, reviews=8, named=False),
    Family(ages=(17,), journey=ways.ON_THE_WAY_OUT, reviews=11, situation=_S.DUE_SOON),
    Family(ages=(17,), journey=ways.STAYING_PUT, reviews=14),
    _unaccompanied((17,), "Arabic", 5, _S.TO_WRITE, ways.UNACCOMPANIED_SUPPORTED),
    Family(ages=(17,), journey=ways.CARE_HOME, reviews=6, communication=EYES),
    Family(ages=(18,), journey=ways.STAYING_PUT, reviews=13, situation=_S.LEFT_CARE),
    _unaccompanied((18,), "Albanian", 4, _S.LEFT_CARE, ways.UNACCOMPANIED_SUPPORTED),
)

FAMILIES = (*BROTHERS_AND_SISTERS, *YOUNGEST, *SCHOOL_AGE, *TEENAGERS, *NEARLY_GROWN)
