"""Reading back: who is asked, and that nothing anyone objected to is lost."""

import datetime as dt
from dataclasses import replace

from iro_desktop.domain.chairing import Agrees
from iro_desktop.domain.child import Child
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.participation import Attendance, Participant, Role
from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.services import reading_back
from iro_desktop.services.adults_there import taken_over

CHILD, REVIEW = ChildId("rowan"), ReviewId("review")
SWIM = Decision(id=EntityId("swim"), child_id=CHILD, review_id=REVIEW, what="Swim")


def _person(name: str, role: Role, attendance: Attendance) -> Participant:
    return Participant(
        id=EntityId(name),
        child_id=CHILD,
        review_id=REVIEW,
        name=name,
        role=role,
        attendance=attendance,
    )


CARER = _person("Made-up Carer", Role.CARER, Attendance.BY_PHONE)
ROWAN = _person("Rowan", Role.CHILD, Attendance.IN_PERSON)
NURSE = _person("Made-up Nurse", Role.HEALTH, Attendance.APOLOGIES)
RECORD = ReviewRecord(
    child=Child(id=CHILD, number="7", known_as="Rowan", date_of_birth=dt.date(2014, 1, 1)),
    review=Review(id=REVIEW, child_id=CHILD),
    iro=Signatory(name="Made-up Officer"),
    participants=(CARER, ROWAN, NURSE),
    decisions=(SWIM,),
)


def test_that_the_child_is_asked_first_and_only_who_was_there() -> None:
    assert [who.person for who in reading_back.listeners(RECORD)] == ["Rowan", "Made-up Carer"]


def test_that_all_agree_asks_nobody_twice_and_takes_no_objection_away() -> None:
    rowan, carer = reading_back.listeners(RECORD)
    objects = replace(
        reading_back.agreement_of(RECORD, SWIM, carer), agrees=Agrees.DISAGREES, words="Too far"
    )
    record = replace(RECORD, agreements=(objects,))
    (agreed,) = reading_back.all_agree(record, SWIM)
    assert (agreed.person, agreed.agrees) == (rowan.person, Agrees.AGREES)
    whole = replace(record, agreements=(objects, agreed))
    assert reading_back.all_agree(whole, SWIM) == ()


def test_that_an_objection_outlives_the_decision_the_list_and_another_answer() -> None:
    carer = reading_back.listeners(RECORD)[1]
    objects = replace(
        reading_back.agreement_of(RECORD, SWIM, carer), agrees=Agrees.PARTLY, words="Too far"
    )
    left = replace(RECORD, participants=(ROWAN,), decisions=(), agreements=(objects,))
    assert [who.was_there for who in reading_back.listeners(left)] == [True, False]
    assert reading_back.said(objects, Agrees.AGREES).words == "Too far"


def test_that_adults_are_taken_over_by_name_role_and_presence_alone() -> None:
    own = (ROWAN, replace(CARER, attendance=Attendance.NOT_RECORDED))
    there = (
        _person("Hazel", Role.CHILD, Attendance.IN_PERSON),
        replace(_person("hazel", Role.FAMILY, Attendance.IN_PERSON), relationship="Sister"),
        replace(CARER, id=EntityId("other"), consulted_how="Hazel told me"),
        replace(NURSE, id=EntityId("nurse-2"), relationship="Nurse", asked_away="Hazel asked"),
    )
    carer, nurse = taken_over(RECORD.review, own, there, ["Hazel", "Rowan"])
    assert carer == CARER
    assert (nurse.name, nurse.attendance) == (NURSE.name, Attendance.APOLOGIES)
    assert (nurse.relationship, nurse.asked_away, nurse.review_id) == ("", "", REVIEW)
