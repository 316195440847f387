"""Who was asked to a made-up review, who came, and how the child's views got there."""

import datetime as dt
import random
from dataclasses import replace

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.lives import Life
from iro_desktop.demonstration.names import IRO
from iro_desktop.demonstration.people import Known
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.participation import (
    Asked,
    Attendance,
    Participant,
    ParticipationCode,
    Role,
    Voice,
)
from iro_desktop.domain.review import Review, ReviewStatus

_HOW_THE_CHILD_TOOK_PART = {
    ParticipationCode.PN0: (Attendance.ABSENT, Voice.NOT_RECORDED),
    ParticipationCode.PN1: (Attendance.IN_PERSON, Voice.SPOKE),
    ParticipationCode.PN2: (Attendance.IN_PERSON, Voice.THROUGH_ADVOCATE),
    ParticipationCode.PN3: (Attendance.IN_PERSON, Voice.WITHOUT_WORDS),
    ParticipationCode.PN4: (Attendance.IN_PERSON, Voice.DID_NOT_CONTRIBUTE),
    ParticipationCode.PN5: (Attendance.APOLOGIES, Voice.THROUGH_ADVOCATE),
    ParticipationCode.PN6: (Attendance.SENT_VIEWS, Voice.SENT_A_MESSAGE),
    ParticipationCode.PN7: (Attendance.APOLOGIES, Voice.DID_NOT_CONTRIBUTE),
}
_HOW_ADULTS_CAME = (
    *(Attendance.IN_PERSON,) * 6,
    *(Attendance.BY_VIDEO_OR_PHONE,) * 2,
    Attendance.SENT_VIEWS,
    Attendance.APOLOGIES,
)
_ALWAYS_COME = {Role.CARER, Role.SOCIAL_WORKER, Role.RESIDENTIAL_WORKER, Role.INTERPRETER}
_CONSULTED_HOW = ("Telephoned by me", "By the consultation form", "Met at home", "By e-mail")
_TOO_YOUNG = 4


def make_participants(draw: Draw, life: Life, review: Review) -> tuple[Participant, ...]:
    """Everyone's part in one review: the child first, the IRO last."""
    day = review.held_on or review.planned_for or life.calendar.started
    chance = draw.of("meeting", review.id)
    people = [_child(draw, life, review, day)]
    people += [_adult(draw, review, person, chance) for person in life.cast.everyone]
    people.append(_iro(draw, review))
    return tuple(replace(person, position=place) for place, person in enumerate(people))


def _blank(draw: Draw, review: Review, person: Known) -> Participant:
    return Participant(
        id=EntityId(draw.id("participant", review.id, person.relationship)),
        child_id=review.child_id,
        review_id=review.id,
        name=person.name,
        role=person.role,
        relationship=person.relationship,
    )


def _child(draw: Draw, life: Life, review: Review, day: dt.date) -> Participant:
    called = life.child.known_as or life.child.number
    child = _blank(draw, review, Known(called, Role.CHILD, "child"))
    if life.age_on(day) < _TOO_YOUNG:
        child = replace(child, invited=False, not_invited_because="Seen at home before the meeting")
    else:
        child = replace(child, consulted=Asked.ANSWERED, consulted_how="Met alone before")
    if review.held_on is None:
        return child
    code = review.participation or _while_open(life, day)
    attendance, voice = _HOW_THE_CHILD_TOOK_PART[code]
    return replace(child, attendance=attendance, voice=voice)


def _while_open(life: Life, day: dt.date) -> ParticipationCode:
    young = life.age_on(day) < _TOO_YOUNG
    return ParticipationCode.PN0 if young else ParticipationCode.PN1


def _adult(draw: Draw, review: Review, person: Known, chance: random.Random) -> Participant:
    adult = _blank(draw, review, person)
    if person.role is Role.INDEPENDENT_VISITOR:
        return replace(adult, invited=False, not_invited_because="Comes for outings only")
    early = review.status is ReviewStatus.PREPARING
    consulted = chance.choice(
        (Asked.NOT_YET, Asked.ASKED, Asked.ANSWERED) if early else (Asked.ANSWERED,)
    )
    how = chance.choice(_CONSULTED_HOW) if consulted is Asked.ANSWERED else ""
    adult = replace(adult, consulted=consulted, consulted_how=how)
    if review.held_on is None:
        return adult
    came = Attendance.IN_PERSON if person.role in _ALWAYS_COME else chance.choice(_HOW_ADULTS_CAME)
    return replace(adult, attendance=came)


def _iro(draw: Draw, review: Review) -> Participant:
    iro = _blank(draw, review, Known(IRO, Role.IRO, "independent reviewing officer"))
    return iro if review.held_on is None else replace(iro, attendance=Attendance.IN_PERSON)
