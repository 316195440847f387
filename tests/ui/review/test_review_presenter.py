"""The review without its screen: what applies, what is missing, what reaches the store."""

import datetime as dt
from dataclasses import replace

import pytest
from review_in_hand import CARER, SAFE, TODAY, fill, presenter_of
from small_caseload import CEDARS_REVIEW

from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import Attendance, ParticipationCode, Role, Voice
from iro_desktop.domain.review import Output, ReviewKind, ReviewStatus
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.form_engine.definition import Stage
from iro_desktop.services import preparing, review_records
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import FixedReview, NoSuchThing, NotReady
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.edits import Edit, Removal, key_of
from iro_desktop.ui.review.gap_words import gap_beside, gap_sentence
from iro_desktop.ui.review.presenter import ReviewPresenter

VERBATIM = "  I like it  🙂\n\n\tMy room is loud.\u00a0 "


@pytest.fixture
def told() -> list[Changed]:
    return []


@pytest.fixture
def presenter(workspace: Workspace, review: ReviewId, told: list[Changed]) -> ReviewPresenter:
    return presenter_of(workspace, review, told)


def _kept(workspace: Workspace, review: str) -> ReviewRecord:
    return review_records.read(workspace.uow_factory, ReviewId(review), TODAY)


def _codes(presenter: ReviewPresenter) -> list[str]:
    return [str(gap.code) for gap in presenter.gaps()]


def _asked(presenter: ReviewPresenter) -> set[str]:
    return {found.question.id for part in presenter.sections() for found in part.every_question()}


def _section(presenter: ReviewPresenter, name: str) -> int | None:
    (line,) = (line for line in presenter.section_lines() if line.id == name)
    return line.gaps


# What applies


def test_that_an_answer_opens_the_questions_that_hang_on_it_and_closes_them_again(
    presenter: ReviewPresenter,
) -> None:
    assert "return_talk" not in _asked(presenter)
    presenter.answer("went_missing", "", True)
    assert "return_talk" in _asked(presenter)
    presenter.answer("went_missing", "", False)
    assert "return_talk" not in _asked(presenter)


def test_that_preparing_comes_before_the_meeting(presenter: ReviewPresenter) -> None:
    stages = [line.stage for line in presenter.section_lines()]
    assert stages == sorted(stages, key=[Stage.PREPARE, Stage.CHAIR].index)
    assert {*stages} == {Stage.PREPARE, Stage.CHAIR}


def test_that_an_item_of_a_group_brings_its_own_questions(presenter: ReviewPresenter) -> None:
    item = presenter.new_item()
    presenter.answer("report", "", (item,))
    presenter.answer("report_name", item, "Health")
    assert presenter.answers.get("report_name", item) == "Health"
    assert presenter.new_item() != item


# Changes


def test_that_an_answer_is_kept_once_it_is_saved_and_tells_what_changed(
    presenter: ReviewPresenter, workspace: Workspace, told: list[Changed]
) -> None:
    edit = presenter.answer("met_at", "", "your school")
    assert edit is not None
    assert _kept(workspace, presenter.review.id).text("met_at") == ""
    presenter.save(edit)
    assert _kept(workspace, presenter.review.id).text("met_at") == "your school"
    assert told[-1].topics == {Topic.ANSWERS}
    assert told[-1].reviews == {presenter.review.id}


def test_that_the_same_answer_again_is_no_change(presenter: ReviewPresenter) -> None:
    presenter.answer("met_at", "", "your school")
    assert presenter.answer("met_at", "", "your school") is None


def test_that_an_edit_of_nothing_tells_nothing(
    presenter: ReviewPresenter, told: list[Changed]
) -> None:
    person = presenter.record.participants[0]
    presenter.save(presenter.change(person))
    assert told == []


@pytest.mark.parametrize("topic", ["participants", "decisions", "views", "scale_answers"])
def test_that_each_thing_is_added_changed_removed_and_put_back(
    presenter: ReviewPresenter, workspace: Workspace, topic: str
) -> None:
    before = {thing.id for thing in getattr(presenter.record, topic)}
    make = {
        "participants": lambda: presenter.add_participant("Made-up Teacher", Role.SCHOOL),
        "decisions": lambda: presenter.change(replace(presenter.add_decision(), what="Swim")),
        "views": lambda: presenter.change(replace(presenter.add_view(), words=VERBATIM)),
        "scale_answers": lambda: presenter.add_scale_answer(SAFE, "Cedar", Role.CHILD),
    }
    thing = make[topic]()
    removal = presenter.remove(thing)
    steps: list[tuple[Edit, bool]] = [(thing, True), (removal, False), (thing, True)]
    for edit, is_there in steps:
        presenter.save(edit)
        kept = {one.id: one for one in getattr(_kept(workspace, presenter.review.id), topic)}
        assert kept.keys() - before == ({thing.id} if is_there else set())
    assert kept[thing.id] == thing
    presenter.change(thing)
    assert thing in getattr(presenter.record, topic)


def test_that_what_was_never_kept_can_be_removed_all_the_same(
    presenter: ReviewPresenter, workspace: Workspace, told: list[Changed]
) -> None:
    presenter.save(presenter.remove(presenter.add_decision()))
    assert _kept(workspace, presenter.review.id).decisions == ()
    assert told == []


def test_that_one_more_comes_last_even_where_one_was_taken_away(
    presenter: ReviewPresenter,
) -> None:
    first, second = presenter.add_decision(), presenter.add_decision()
    presenter.remove(first)
    third = presenter.add_decision()
    assert [decision.id for decision in presenter.record.decisions] == [second.id, third.id]
    assert third.position > second.position


def test_that_a_later_edit_replaces_an_earlier_one_of_the_same_thing_only(
    presenter: ReviewPresenter,
) -> None:
    one, other = presenter.add_decision(), presenter.add_decision()
    assert key_of(one) == key_of(replace(one, what="Swim")) == key_of(Removal(one))
    assert key_of(one) != key_of(other)
    here, there = presenter.answer("met_at", "", "here"), presenter.answer("met_at", "", "there")
    assert here is not None
    assert there is not None
    assert key_of(here) == key_of(there)


def test_that_an_edit_finds_its_review_when_another_is_in_front(
    presenter: ReviewPresenter, workspace: Workspace
) -> None:
    mine = presenter.review.id
    edit = presenter.answer("met_at", "", "your school")
    assert edit is not None
    presenter.open(ReviewId("begun-review"))
    presenter.save(edit)
    assert _kept(workspace, mine).text("met_at") == "your school"
    assert _kept(workspace, "begun-review").answers == ()


def test_that_what_became_of_a_promise_is_kept_with_the_review_that_asked(
    presenter: ReviewPresenter, workspace: Workspace
) -> None:
    promise = presenter.record.last_decisions[0]
    presenter.save(presenter.look_back(replace(promise, kept=Kept.PARTLY_KEPT, kept_note="Twice")))
    with workspace.uow_factory() as uow:
        kept = uow.decisions.find(promise.id)
    assert kept is not None
    assert (kept.kept, kept.kept_note) == (Kept.PARTLY_KEPT, "Twice")
    assert kept.kept_looked_at_in == presenter.review.id
    assert kept.review_id == CEDARS_REVIEW


def test_that_a_new_scaling_question_is_the_childs_from_now_on(
    presenter: ReviewPresenter, workspace: Workspace
) -> None:
    asked = presenter.ask_scaling_question("How is school?", "Awful", "Great")
    assert presenter.record.scaling_questions[-1] == asked
    assert asked in _kept(workspace, presenter.review.id).scaling_questions


# What is missing


def test_that_each_section_counts_what_it_still_needs(presenter: ReviewPresenter) -> None:
    assert _section(presenter, "last_review") == len(presenter.record.last_decisions)
    assert _section(presenter, "letter") is None
    assert _section(presenter, "home") == 1
    presenter.answer("home_right", "", True)
    assert _section(presenter, "home") == 0


def test_that_every_gap_has_a_sentence_of_its_own_in_both_places(
    presenter: ReviewPresenter,
) -> None:
    presenter.change(replace(presenter.add_decision(), what="Swim {often}"))
    gaps = presenter.gaps()
    assert len(gaps) > len(presenter.sections()) / 3
    for gap in gaps:
        assert "look at this again" not in gap_sentence(gap).lower()
        if gap.code != "record_missing":
            assert "look at this again" not in gap_beside(gap).lower()
    assert any("Swim {often}" in gap_sentence(gap) for gap in gaps)


def test_that_another_code_than_suggested_needs_a_reason(presenter: ReviewPresenter) -> None:
    fill(presenter)
    presenter.confirm_code(ParticipationCode.PN4, " ")
    assert _codes(presenter) == ["participation_reason_missing"]
    assert presenter.gaps()[0].data["section"] == "taking_part_today"
    presenter.confirm_code(ParticipationCode.PN4, "The child fell asleep.")
    assert _codes(presenter) == []


def test_that_another_document_than_proposed_needs_a_reason_and_both_need_none(
    presenter: ReviewPresenter,
) -> None:
    fill(presenter)
    proposed = presenter.proposal().output
    other = Output.LETTER if proposed is Output.MINUTES else Output.MINUTES
    presenter.choose_output(other, "")
    assert _codes(presenter) == ["output_reason_missing"]
    presenter.choose_output(Output.BOTH, "")
    assert _codes(presenter) == []
    presenter.choose_output(other, "They asked for it.")
    assert _codes(presenter) == []
    presenter.choose_output(proposed, "")
    assert _codes(presenter) == []


# The meeting


def test_that_no_code_is_suggested_before_anyone_says_whether_the_child_came(
    presenter: ReviewPresenter,
) -> None:
    assert presenter.suggestion() is None
    child = next(one for one in presenter.record.participants if one.role is Role.CHILD)
    presenter.change(replace(child, attendance=Attendance.IN_PERSON, voice=Voice.SPOKE))
    suggestion = presenter.suggestion()
    assert suggestion is not None
    assert suggestion.code is ParticipationCode.PN1
    assert ParticipationCode.PN0 not in presenter.possible_codes()


def test_that_a_code_can_be_taken_back(presenter: ReviewPresenter) -> None:
    presenter.confirm_code(ParticipationCode.PN1, "")
    assert presenter.take_back_code().participation is None
    assert not presenter.review.participation_confirmed


@pytest.mark.parametrize(
    ("booked", "likely"),
    [
        (None, None),
        (TODAY, None),
        (dt.date(2026, 11, 19), dt.date(2026, 11, 19)),
        (dt.date(2026, 12, 4), TODAY),
    ],
)
def test_that_one_is_asked_for_the_day_where_another_was_booked(
    presenter: ReviewPresenter, booked: dt.date | None, likely: dt.date | None
) -> None:
    presenter.change_review(replace(presenter.review, planned_for=booked))
    assert presenter.is_booked_for_another_day() is (likely is not None)
    assert presenter.likely_day() == (likely or TODAY)


def test_that_a_meeting_that_began_counts_as_held_on_that_day(
    presenter: ReviewPresenter, workspace: Workspace
) -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    presenter.save(presenter.start_meeting(yesterday))
    kept = _kept(workspace, presenter.review.id).review
    assert (kept.status, kept.held_on) == (ReviewStatus.OPEN, yesterday)
    presenter.save(presenter.hold_on(TODAY))
    assert _kept(workspace, presenter.review.id).review.held_on == TODAY
    assert presenter.day == TODAY


# The end


def test_that_closing_is_refused_while_something_is_missing(
    presenter: ReviewPresenter, workspace: Workspace
) -> None:
    with pytest.raises(NotReady):
        presenter.close()
    assert not _kept(workspace, presenter.review.id).review.is_fixed


def test_that_closing_fixes_the_record_and_what_will_be_written(
    presenter: ReviewPresenter, workspace: Workspace, told: list[Changed]
) -> None:
    fill(presenter)
    presenter.close()
    kept = _kept(workspace, presenter.review.id).review
    assert kept == presenter.review
    assert kept.is_fixed
    assert kept.output is presenter.proposal().output
    assert Topic.REVIEW in told[-1].topics
    assert presenter.gaps() == ()
    assert {line.gaps for line in presenter.section_lines()} <= {None, 0}


def test_that_a_closed_review_takes_nothing_but_what_came_later(
    presenter: ReviewPresenter, workspace: Workspace
) -> None:
    fill(presenter)
    presenter.close()
    before = _kept(workspace, presenter.review.id)
    answer = presenter.answer("met_at", "", "elsewhere")
    assert answer is not None
    edits: tuple[Edit, ...] = (
        answer,
        presenter.change(replace(presenter.record.decisions[0], what="Other")),
        presenter.remove(presenter.record.participants[0]),
        presenter.look_back(presenter.record.last_decisions[0]),
        presenter.choose_output(Output.BOTH, ""),
    )
    for edit in edits:
        with pytest.raises(FixedReview):
            presenter.save(edit)
    with pytest.raises(FixedReview):
        presenter.ask_scaling_question("How is school?", "", "")
    assert _kept(workspace, presenter.review.id) == before
    presenter.add_addendum("The dentist rang.")
    (addendum,) = _kept(workspace, presenter.review.id).addenda
    assert addendum.text == "The dentist rang."
    assert presenter.record.addenda == (addendum,)


def test_that_a_review_nobody_knows_is_not_opened(workspace: Workspace) -> None:
    presenter = ReviewPresenter(workspace, lambda _change: None)
    with pytest.raises(NoSuchThing):
        presenter.open(ReviewId("nobody's"))
    assert not presenter.is_open()


def test_that_the_carer_is_on_the_list_only_once(presenter: ReviewPresenter) -> None:
    names = [person.name for person in presenter.record.participants]
    assert names.count(CARER) == 1


def test_that_a_booked_review_opened_from_the_diary_has_its_people(
    workspace: Workspace, review: ReviewId, told: list[Changed]
) -> None:
    child = _kept(workspace, review).child.id
    kind = ReviewKind.CHILD_PROTECTION
    booked = preparing.book(workspace.uow_factory, child, TODAY, "Town hall", TODAY, kind)
    opened = presenter_of(workspace, booked.id, told)
    assert opened.review.status is ReviewStatus.PREPARING
    assert opened.review.form == "cp-review-conference"
    assert opened.record.participants
