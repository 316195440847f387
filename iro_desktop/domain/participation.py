"""Who was asked to a review, who came and how, and the participation code that follows from it.

Codes PN0 to PN7 are the SSDA903's. A code is only ever suggested here: the IRO confirms it.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.child import birthday
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId


class ParticipationCode(StrEnum):
    """How a child took part in a review, as the SSDA903 counts it."""

    PN0 = "PN0"
    PN1 = "PN1"
    PN2 = "PN2"
    PN3 = "PN3"
    PN4 = "PN4"
    PN5 = "PN5"
    PN6 = "PN6"
    PN7 = "PN7"


class Role(StrEnum):
    """What someone is to the child, or does at the review."""

    CHILD = "child"
    PARENT = "parent"
    FAMILY = "family"
    CARER = "carer"
    SOCIAL_WORKER = "social_worker"
    TEAM_MANAGER = "team_manager"
    SUPERVISING_SOCIAL_WORKER = "supervising_social_worker"
    SCHOOL = "school"
    HEALTH = "health"
    ADVOCATE = "advocate"
    INDEPENDENT_VISITOR = "independent_visitor"
    RESIDENTIAL_WORKER = "residential_worker"
    INTERPRETER = "interpreter"
    IRO = "iro"
    POLICE = "police"
    YOUTH_JUSTICE = "youth_justice"
    PERSONAL_ADVISER = "personal_adviser"
    PROSPECTIVE_ADOPTER = "prospective_adopter"
    LEGAL_ADVISER = "legal_adviser"
    CHILD_OF_HOUSEHOLD = "child_of_household"
    OTHER = "other"


class Attendance(StrEnum):
    """How someone was there. Nothing said yet is `NOT_RECORDED`, which is not absence."""

    NOT_RECORDED = "not_recorded"
    IN_PERSON = "in_person"
    BY_VIDEO = "by_video"
    BY_PHONE = "by_phone"
    BY_VIDEO_OR_PHONE = "by_video_or_phone"  # of records made before the two were told apart
    SENT_VIEWS = "sent_views"
    APOLOGIES = "apologies"
    ASKED_NOT_TO_COME = "asked_not_to_come"
    ABSENT = "absent"


WAS_THERE = frozenset(
    {
        Attendance.IN_PERSON,
        Attendance.BY_VIDEO,
        Attendance.BY_PHONE,
        Attendance.BY_VIDEO_OR_PHONE,
    }
)
FROM_AFAR = WAS_THERE - {Attendance.IN_PERSON}


class Voice(StrEnum):
    """How the child's views came to the meeting."""

    NOT_RECORDED = "not_recorded"
    SPOKE = "spoke"
    THROUGH_ADVOCATE = "through_advocate"
    WITHOUT_WORDS = "without_words"
    SENT_A_MESSAGE = "sent_a_message"
    DID_NOT_CONTRIBUTE = "did_not_contribute"


class Asked(StrEnum):
    """Whether someone was asked for their views before the meeting."""

    NOT_YET = "not_yet"
    ASKED = "asked"
    ANSWERED = "answered"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One person's part in one review: asked, consulted, there or not.

    `voice` is meaningful only for the child. `consulted_how` says who asked and by what means.
    `asked_away` is who asked that they not come, and why: only for the IRO, printed nowhere.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    name: str
    role: Role
    relationship: str = ""
    invited: bool = True
    not_invited_because: str = ""
    consulted: Asked = Asked.NOT_YET
    consulted_how: str = ""
    attendance: Attendance = Attendance.NOT_RECORDED
    voice: Voice = Voice.NOT_RECORDED
    position: int = 0
    asked_away: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A participation code with the name of the reason for it, which a face puts into words."""

    code: ParticipationCode
    reason: str


_AWAY = frozenset({Attendance.ABSENT, Attendance.APOLOGIES, Attendance.ASKED_NOT_TO_COME})
_VOICE_IN_PERSON = {
    Voice.SPOKE: ParticipationCode.PN1,
    Voice.THROUGH_ADVOCATE: ParticipationCode.PN2,
    Voice.WITHOUT_WORDS: ParticipationCode.PN3,
    Voice.SENT_A_MESSAGE: ParticipationCode.PN2,
    Voice.DID_NOT_CONTRIBUTE: ParticipationCode.PN4,
}
_VOICE_FROM_AFAR = {
    Voice.SPOKE: ParticipationCode.PN6,
    Voice.THROUGH_ADVOCATE: ParticipationCode.PN5,
    Voice.WITHOUT_WORDS: ParticipationCode.PN6,
    Voice.SENT_A_MESSAGE: ParticipationCode.PN6,
    Voice.DID_NOT_CONTRIBUTE: ParticipationCode.PN7,
}


def possible_codes(date_of_birth: dt.date, held_on: dt.date) -> tuple[ParticipationCode, ...]:
    """The codes the return allows: PN0 alone before the fourth birthday, PN1 to PN7 from it on.

    On the fourth birthday itself the sector's validator (rules 440, 441) takes either; the child
    is four that day, so PN0 is not offered.
    """
    if held_on < birthday(date_of_birth, 4):
        return (ParticipationCode.PN0,)
    return tuple(code for code in ParticipationCode if code is not ParticipationCode.PN0)


def suggest_code(
    date_of_birth: dt.date, held_on: dt.date, participants: Iterable[Participant]
) -> Suggestion | None:
    """The code that attendance and voice point to, or None while too little is recorded.

    Video and telephone are not attendance in the return's wording; councils differ, so the reason
    says which reading was used.
    """
    if held_on < birthday(date_of_birth, 4):
        return Suggestion(ParticipationCode.PN0, "under_four")
    child = next((person for person in participants if person.role is Role.CHILD), None)
    if child is None or child.attendance is Attendance.NOT_RECORDED:
        return None
    if child.attendance is Attendance.SENT_VIEWS and child.voice is Voice.NOT_RECORDED:
        return Suggestion(ParticipationCode.PN6, "sent_views")
    if child.voice is Voice.NOT_RECORDED:
        away = child.attendance in _AWAY
        return Suggestion(ParticipationCode.PN7, "away_no_views") if away else None
    if child.attendance is Attendance.IN_PERSON:
        return Suggestion(_VOICE_IN_PERSON[child.voice], f"in_person_{child.voice.value}")
    where = "video" if child.attendance in FROM_AFAR else "away"
    return Suggestion(_VOICE_FROM_AFAR[child.voice], f"{where}_{child.voice.value}")
