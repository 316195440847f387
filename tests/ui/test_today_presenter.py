"""What the Today screen says, without a screen."""

import datetime as dt

import pytest
from small_caseload import (
    ASH,
    BEGUN_REVIEW,
    BIRCH,
    CEDARS_REVIEW,
    FERN,
    LETTER,
    workspace_of,
    workspace_with_nothing,
)

from fixed_clock import FixedClock
from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.services import preparing
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.store import SqlStore
from iro_desktop.ui.today.page import AskLine, DueLine, TodayPage, UnsentLine
from iro_desktop.ui.today.presenter import TodayPresenter
from iro_desktop.ui.widgets.lines import Lines
from iro_desktop.ui.words.due_dates import Urgency


def _page(store: SqlStore, clock: FixedClock) -> TodayPage:
    return TodayPresenter(workspace_of(store, clock), lambda _change: None).page()


def _due(lines: Lines[AskLine], which: str) -> list[DueLine]:
    return [line for line in lines.shown if isinstance(line, DueLine) and which in line.which]


def _unsent(lines: Lines[AskLine]) -> list[UnsentLine]:
    return [line for line in lines.shown if isinstance(line, UnsentLine)]


def test_that_a_first_review_says_when_it_is_due_and_why(
    store: SqlStore, clock: FixedClock
) -> None:
    (line,) = _due(_page(store, clock).due_soon, "First review")
    assert line.child == ASH
    assert line.day == "Monday 30 November 2026"
    assert line.how_soon == "in 8 days"
    assert line.which == "First review"
    assert line.why == (
        "The limit is 20 working days after Monday 2 November 2026, "
        "the day the child became looked after (SI 2010/959 reg 33(1))."
    )


def test_that_an_overdue_review_comes_apart_from_those_that_are_due(
    store: SqlStore, clock: FixedClock
) -> None:
    (line,) = _due(_page(store, clock).overdue, "Later review")
    assert (line.child, line.urgency) == (BIRCH, Urgency.OVERDUE)
    assert line.how_soon == "33 days overdue"


def test_that_a_review_that_is_booked_is_still_among_those_due(
    store: SqlStore, clock: FixedClock
) -> None:
    workspace = workspace_of(store, clock)
    preparing.book(workspace.uow_factory, ASH, dt.date(2026, 11, 25), "School", clock.today())
    page = TodayPresenter(workspace, lambda _change: None).page()
    (line,) = _due(page.due_soon, "First review")
    assert line.booked == "Booked for Wednesday 25 November 2026"


def test_that_a_review_that_was_begun_stands_among_the_half_finished_alone(
    store: SqlStore, clock: FixedClock
) -> None:
    page = _page(store, clock)
    (line,) = page.half_finished.shown
    assert line.review == BEGUN_REVIEW
    assert line.name == "Not named yet · 1004"
    assert line.state == "Being prepared, booked for Thursday 10 December 2026"
    for lines in (page.overdue, page.due_soon):
        assert line.child not in {due.child for due in _due(lines, "review")}


def test_that_an_overdue_review_that_was_begun_still_counts_as_overdue(
    store: SqlStore, clock: FixedClock
) -> None:
    workspace = workspace_of(store, clock)
    clock.moment = dt.datetime(2027, 1, 5, 10, tzinfo=dt.UTC)  # begun, due by 24 December
    page = TodayPresenter(workspace, lambda _change: None).page()
    assert page.half_finished.shown[0].how_soon == "12 days overdue"
    assert len(_due(page.overdue, "review")) == 2
    assert page.summary.startswith(f"{page.overdue.total + 1} overdue")


def test_that_a_letter_says_how_many_working_days_are_left_to_send_it(
    store: SqlStore, clock: FixedClock
) -> None:
    (line,) = _unsent(_page(store, clock).due_soon)
    assert (line.document.id, line.review) == (LETTER, CEDARS_REVIEW)
    assert line.time_left == "1 working day left"
    assert line.reader == "Cedar"


def test_that_a_letter_not_sent_in_time_says_how_late_it_is(
    store: SqlStore, clock: FixedClock
) -> None:
    workspace = workspace_of(store, clock)
    clock.moment = dt.datetime(2026, 11, 26, 10, tzinfo=dt.UTC)
    (line,) = _unsent(TodayPresenter(workspace, lambda _change: None).page().overdue)
    assert (line.time_left, line.urgency) == ("3 working days late", Urgency.OVERDUE)


def test_that_a_letter_marked_as_sent_waits_no_longer_and_the_change_is_told(
    store: SqlStore, clock: FixedClock
) -> None:
    told: list[Changed] = []
    workspace = workspace_of(store, clock)
    presenter = TodayPresenter(workspace, told.append)
    (line,) = _unsent(presenter.page().due_soon)
    presenter.mark_sent(line.document, "Cedar")
    assert _unsent(presenter.page().due_soon) == []
    assert Topic.DOCUMENTS in told[0].topics
    with store.unit_of_work() as uow:
        kept = uow.written_documents.find(LETTER)
    assert isinstance(kept, WrittenDocument)
    assert (kept.sent_on, kept.sent_to) == (clock.today(), "Cedar")


def test_that_children_are_counted_with_those_who_have_no_name(
    store: SqlStore, clock: FixedClock
) -> None:
    page = _page(store, clock)
    assert page.counts == "5 children in care · 1 without a name yet"
    assert page.unnamed == 1


def test_that_a_day_on_which_nothing_is_due_says_so_in_the_summary(
    store: SqlStore, clock: FixedClock
) -> None:
    page = TodayPresenter(workspace_with_nothing(store, clock), lambda _change: None).page()
    assert page.summary == "Nothing is waiting for you"
    assert not page.has_caseload


def test_that_a_review_due_in_three_months_is_not_shown_today(
    store: SqlStore, clock: FixedClock
) -> None:
    page = _page(store, clock)
    for lines in (page.overdue, page.due_soon):
        assert FERN not in {line.child for line in _due(lines, "review")}


def test_that_a_caseload_wholly_made_up_says_so_once_and_not_on_every_line(
    store: SqlStore, clock: FixedClock
) -> None:
    page = _page(store, clock)
    assert page.all_made_up
    assert page.due_soon.shown
    assert not any(line.made_up for line in page.due_soon.shown)


@pytest.mark.parametrize(
    ("hour", "greeting"), [(8, "Good morning"), (13, "Good afternoon"), (19, "Good evening")]
)
def test_that_the_greeting_goes_with_the_time_of_day(
    store: SqlStore, clock: FixedClock, hour: int, greeting: str
) -> None:
    here = dt.datetime(2026, 11, 22, hour).astimezone()
    clock.moment = here.astimezone(dt.UTC)
    page = TodayPresenter(workspace_with_nothing(store, clock), lambda _change: None).page()
    assert page.greeting == greeting
