import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, Desk, Meeting

from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.participation import Attendance, ParticipationCode
from iro_desktop.domain.review import Origin, ReviewStatus
from iro_desktop.form_engine.path import applicable
from iro_desktop.form_engine.review_facts import answers_of
from iro_desktop.services import child_file, closing_review, preparing, recording
from iro_desktop.services.changed import Topic
from iro_desktop.services.faults import FixedReview, NoSuchThing, NotReady
from iro_desktop.services.review_records import read


def codes(meeting: Meeting) -> list[str]:
    return [str(gap.code) for gap in closing_review.missing(meeting.record, meeting.form)]


def test_that_a_review_just_begun_lacks_all_that_the_form_requires(meeting: Meeting) -> None:
    required = {
        found.question.id
        for part in applicable(meeting.form, answers_of(meeting.record))
        for found in part.every_question()
        if found.question.required
    }
    assert "spoke_in_private" in required
    gaps = closing_review.missing(meeting.record, meeting.form)
    assert {gap.subject for gap in gaps if gap.code == "answer_missing"} == required
    assert codes(meeting).count("attendance_not_recorded") == len(meeting.record.participants)
    assert "review_not_held" in codes(meeting)
    records = {gap.subject for gap in gaps if gap.code == "record_missing"}
    assert records == {"advocacy", "decisions", "participation"}


def test_that_nothing_is_missing_once_everything_is_there(meeting: Meeting) -> None:
    meeting.fill()
    assert codes(meeting) == []


def test_that_every_gap_says_where_it_belongs(meeting: Meeting) -> None:
    meeting.save(replace(recording.new_decision(meeting.review, 0), what="Nobody's"))
    sections = {section.id for section in meeting.form.sections}
    for gap in closing_review.missing(meeting.record, meeting.form):
        assert gap.data["section"] in sections
        assert gap.place.source == gap.data["section"]
        assert gap.data["text"]


def test_that_a_decision_needs_someone_and_some_day(meeting: Meeting) -> None:
    meeting.fill()
    bare = replace(recording.new_decision(meeting.review, 1), what="See the dentist")
    cases = {
        "nobody, never": (bare, True),
        "nobody": (replace(bare, by_when="soon"), True),
        "never": (replace(bare, owner="Mum"), True),
        "spaces": (replace(bare, owner=" ", by_when=" "), True),
        "in words": (replace(bare, owner="Mum", by_when="before Easter"), False),
        "on a day": (replace(bare, owner="Mum", due_on=dt.date(2027, 1, 4)), False),
        "blank": (replace(bare, what=" "), False),
    }
    for name, (decision, lacks) in cases.items():
        meeting.save(decision)
        assert ("decision_without_owner" in codes(meeting)) == lacks, name


def test_that_one_who_was_not_invited_need_not_be_accounted_for(meeting: Meeting) -> None:
    meeting.fill()
    person = meeting.record.participants[-1]
    meeting.save(replace(person, attendance=Attendance.NOT_RECORDED))
    assert codes(meeting) == ["attendance_not_recorded"]
    meeting.save(replace(person, attendance=Attendance.NOT_RECORDED, invited=False))
    assert codes(meeting) == []


def test_that_a_review_that_was_never_held_cannot_be_closed(meeting: Meeting) -> None:
    meeting.fill()
    meeting.change(held_on=None)
    assert codes(meeting) == ["review_not_held"]
    with pytest.raises(NotReady):
        meeting.close()


def test_that_a_code_the_return_would_refuse_cannot_be_closed_with(meeting: Meeting) -> None:
    meeting.fill()
    meeting.change(participation=ParticipationCode.PN0)
    assert codes(meeting) == ["participation_not_possible"]
    meeting.change(participation=None)
    assert codes(meeting) == ["record_missing"]


def test_that_closing_fixes_the_record_and_drops_what_is_blank(meeting: Meeting) -> None:
    meeting.fill()
    meeting.save(replace(recording.new_decision(meeting.review, 1), owner="Mum", what="  "))
    review, changed = closing_review.close_review(
        meeting.workspace.uow_factory, meeting.review.id, meeting.form, meeting.workspace.clock
    )
    assert review.status is ReviewStatus.CLOSED
    assert review.closed_on == meeting.workspace.clock.today()
    assert review.closed_by == "Made-up Officer"
    assert changed.topics == {Topic.REVIEW, Topic.CASELOAD, Topic.DECISIONS}
    record = meeting.record
    assert record.review == review
    assert [decision.what for decision in record.decisions] == ["Swim on Fridays"]


def test_that_one_refused_closing_changes_nothing(meeting: Meeting) -> None:
    meeting.save(recording.new_decision(meeting.review, 0))
    before = meeting.record
    with pytest.raises(NotReady) as fault:
        meeting.close()
    assert fault.value.data == {"count": str(len(codes(meeting)))}
    assert meeting.record == before


def test_that_closing_twice_is_refused(meeting: Meeting) -> None:
    meeting.fill()
    meeting.close()
    with pytest.raises(FixedReview):
        meeting.close()


def test_that_a_review_nobody_knows_cannot_be_closed(meeting: Meeting) -> None:
    meeting.review = replace(meeting.review, id=meeting.review.id[:-1])  # type: ignore[arg-type]
    with pytest.raises(NoSuchThing):
        meeting.close()


def test_that_each_of_the_last_decisions_must_be_looked_at(meeting: Meeting) -> None:
    meeting.fill()
    meeting.decide("See the dentist")
    meeting.change(held_on=dt.date(2026, 5, 4))
    meeting.close()
    later = Meeting.begun(meeting.workspace)
    later.fill()
    first, second = later.record.last_decisions
    assert codes(later) == ["last_decision_not_looked_at"] * 2
    factory = later.workspace.uow_factory
    preparing.look_at_decision(factory, replace(first, kept=Kept.KEPT), later.review.id)
    assert codes(later) == ["last_decision_not_looked_at"]
    gone = replace(second, kept=Kept.NO_LONGER_NEEDED)
    preparing.look_at_decision(factory, gone, later.review.id)
    later.close()


def test_that_a_closed_record_takes_what_came_later(meeting: Meeting) -> None:
    meeting.fill()
    meeting.close()
    factory, clock = meeting.workspace.uow_factory, meeting.workspace.clock
    added = closing_review.add_addendum(factory, meeting.review, "  The school wrote. ", clock)
    assert (added.text, added.added_by, added.added_on) == (
        "The school wrote.",
        "Made-up Officer",
        clock.today(),
    )
    assert meeting.record.addenda == (added,)


def test_that_an_addendum_has_words(meeting: Meeting) -> None:
    meeting.fill()
    meeting.close()
    factory, clock = meeting.workspace.uow_factory, meeting.workspace.clock
    with pytest.raises(ValueError):
        closing_review.add_addendum(factory, meeting.review, " \n", clock)
    assert meeting.record.addenda == ()


def test_that_the_decisions_of_a_closed_review_stand_on_the_childs_page(meeting: Meeting) -> None:
    meeting.fill()
    today = meeting.workspace.clock.today()
    factory = meeting.workspace.uow_factory
    assert child_file.read(factory, CHILD.id, today).open_decisions == ()
    meeting.close()
    page = child_file.read(factory, CHILD.id, today)
    assert page.open_decisions == meeting.record.decisions


def test_that_every_made_up_closed_review_lacks_nothing(desk: Desk) -> None:
    workspace = desk.workspace
    closed = [
        review
        for review in desk.caseload.reviews
        if review.status is ReviewStatus.CLOSED and review.origin is Origin.LAPTOP
    ]
    assert closed
    for review in closed:
        record = read(workspace.uow_factory, review.id, workspace.clock.today())
        gaps = closing_review.missing(record, workspace.form_of(review))
        assert gaps == ()
