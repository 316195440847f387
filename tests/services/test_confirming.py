"""The manager's answer to the decisions, and its clock."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, Meeting
from written_versions import Letters

from fixed_clock import FixedClock
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.document_versions import SendingWay
from iro_desktop.domain.withholding import Reader
from iro_desktop.services import child_clocks, confirming, preparing, sending
from iro_desktop.services.confirming import answer_by, confirm, confirmations, stands, take_back
from iro_desktop.services.faults import DaysOutOfOrder, NameMissing, ReasonMissing

RULE = "manager_response"
DAY = 24 * 3600.0
HEAD = "Made-up Head"


def clocks(meeting: Meeting) -> list[str]:
    workspace = meeting.workspace
    open_ones = child_clocks.read(workspace.uow_factory, CHILD.id, workspace.clock.today())
    return [due.rule.id for due in open_ones if due.rule.id == RULE]


@pytest.fixture
def held(meeting: Meeting) -> Meeting:
    meeting.fill()
    return meeting


def test_that_the_answer_is_due_five_working_days_after_the_record_was_closed(
    held: Meeting,
) -> None:
    factory = held.workspace.uow_factory
    assert answer_by(factory, held.review.id) is None
    held.close()  # on Sunday 22 November 2026
    due = answer_by(factory, held.review.id)
    assert due is not None
    assert due.on == dt.date(2026, 11, 27)
    assert clocks(held) == [RULE]


def test_that_the_answer_is_due_from_the_day_the_decisions_went_out(
    held: Meeting, clock: FixedClock
) -> None:
    clock.advance(DAY)
    sheet = Letters.of(held, DocumentKind.DECISIONS).signed()
    to = sending.Recipient(HEAD, Reader.OTHER)
    sending.note_sent(held.workspace, sheet.id, to, SendingWay.EMAIL)
    clock.advance(3 * DAY)
    held.close()
    due = answer_by(held.workspace.uow_factory, held.review.id)
    assert due is not None
    assert due.on == dt.date(2026, 11, 30)


def test_that_an_answer_is_kept_and_stops_the_clock(held: Meeting, clock: FixedClock) -> None:
    held.close()
    clock.advance(DAY)
    factory = held.workspace.uow_factory
    said, changed = confirm(factory, held.review.id, clock, by=f" {HEAD} ", agrees=True)
    assert changed.children == {CHILD.id}
    assert (said.by, said.on, said.agrees) == (HEAD, clock.today(), True)
    assert held.record.confirmations == (said,)
    assert clocks(held) == []
    assert stands(factory, held.review.id, clock.today())


def test_that_an_answer_given_before_the_record_was_written_counts(
    held: Meeting, clock: FixedClock
) -> None:
    clock.advance(DAY)
    confirm(held.workspace.uow_factory, held.review.id, clock, by=HEAD, agrees=True)
    clock.advance(5 * DAY)
    held.close()
    assert clocks(held) == []


def test_that_an_answer_to_an_earlier_review_does_not_stop_this_ones_clock(
    held: Meeting, clock: FixedClock
) -> None:
    held.close()
    confirm(held.workspace.uow_factory, held.review.id, clock, by=HEAD, agrees=True)
    clock.advance(80 * DAY)
    later = Meeting.begun(held.workspace)
    later.fill()
    (decision,) = held.record.decisions
    kept = replace(decision, kept=Kept.KEPT)
    preparing.look_at_decision(held.workspace.uow_factory, kept, later.review.id)
    clock.advance(DAY)
    later.close()
    assert clocks(later) == [RULE]


def test_that_an_answer_taken_back_lets_the_clock_run_again(
    held: Meeting, clock: FixedClock
) -> None:
    held.close()
    factory = held.workspace.uow_factory
    first, _ = confirm(factory, held.review.id, clock, by=HEAD, agrees=True)
    second, _ = confirm(factory, held.review.id, clock, by="Made-up Director", agrees=True)
    take_back(factory, first)
    assert clocks(held) == []
    take_back(factory, second)
    assert clocks(held) == [RULE]
    assert confirmations(factory, held.review.id) == ()


def test_that_decisions_stand_when_the_time_to_answer_has_run_out(
    held: Meeting, clock: FixedClock
) -> None:
    held.close()
    factory = held.workspace.uow_factory
    due = answer_by(factory, held.review.id)
    assert due is not None
    assert not stands(factory, held.review.id, due.on)
    assert stands(factory, held.review.id, due.on + dt.timedelta(days=1))
    refused, _ = confirm(
        factory, held.review.id, clock, by=HEAD, agrees=False, remarks="No money for it"
    )
    assert not stands(factory, held.review.id, due.on + dt.timedelta(days=1))
    clock.advance(DAY)
    confirm(factory, held.review.id, clock, by=HEAD, agrees=True)
    assert stands(factory, held.review.id, clock.today())
    assert confirmations(factory, held.review.id)[0] == refused


def test_that_an_answer_says_who_gave_it_and_a_refusal_why(
    held: Meeting, clock: FixedClock
) -> None:
    factory = held.workspace.uow_factory
    with pytest.raises(NameMissing):
        confirm(factory, held.review.id, clock, by=" ", agrees=True)
    with pytest.raises(ReasonMissing):
        confirm(factory, held.review.id, clock, by=HEAD, agrees=False, remarks=" ")


@pytest.mark.parametrize("days", [-1, 1])
def test_that_an_answer_comes_neither_before_the_review_nor_tomorrow(
    held: Meeting, clock: FixedClock, days: int
) -> None:
    on = clock.today() + dt.timedelta(days=days)
    with pytest.raises(DaysOutOfOrder):
        confirm(held.workspace.uow_factory, held.review.id, clock, by=HEAD, agrees=True, on=on)


def test_that_nobody_answers_for_a_review_that_was_not_held(
    meeting: Meeting, clock: FixedClock
) -> None:
    with pytest.raises(DaysOutOfOrder):
        confirming.confirm(
            meeting.workspace.uow_factory, meeting.review.id, clock, by=HEAD, agrees=True
        )
