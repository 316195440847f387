"""The diary in words, with the six made-up children of the small caseload."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_caseload import (
    ASH,
    BEGUN_REVIEW,
    BIRCH,
    CEDAR,
    CEDARS_REVIEW,
    FERN,
    NOBODY_NAMED,
    workspace_of,
    workspace_with_nothing,
)

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.services import bank_holidays, busy_calendar, owner, preparing, sittings
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.diary.page import DayCell, DiaryPage, EntryLine, Mode, Whose
from iro_desktop.ui.diary.presenter import DiaryPresenter

TODAY = dt.date(2026, 11, 22)


class Reader:
    """Keeps the page that was shown last, and how many there were."""

    def __init__(self) -> None:
        self.pages: list[DiaryPage] = []

    def show_page(self, page: DiaryPage) -> None:
        self.pages.append(page)

    @property
    def page(self) -> DiaryPage:
        return self.pages[-1]


class Opened:
    """The diary of a workspace, and what it shows."""

    def __init__(self, workspace: Workspace) -> None:
        self.presenter, self.reader = DiaryPresenter(workspace), Reader()
        self.presenter.show_on(self.reader)
        self.presenter.refresh()

    @property
    def page(self) -> DiaryPage:
        return self.reader.page

    def day(self, day: dt.date) -> DayCell:
        return next(cell for cell in self.page.days if cell.day == day)

    def entries(self) -> list[EntryLine]:
        return [line for cell in self.page.days for line in cell.entries]


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def opened(workspace: Workspace) -> Opened:
    return Opened(workspace)


def _book(workspace: Workspace, child: ChildId, day: dt.date, at: str = "") -> None:
    review = preparing.book(workspace.uow_factory, child, day, "School", TODAY)
    if at:
        timed = replace(review, starts_at=dt.time.fromisoformat(at), lasts_minutes=90)
        preparing.change_review(workspace.uow_factory, timed)


def _about(workspace: Workspace, child: ChildId, **about: str) -> None:
    with workspace.uow_factory() as uow:
        found = uow.children.find(child)
        assert found is not None
        uow.children.put(replace(found, **about))


# A month


def test_that_a_month_has_whole_weeks_from_monday_on(opened: Opened) -> None:
    page = opened.page
    assert (page.mode, page.title) == (Mode.MONTH, "November 2026")
    assert (page.days[0].day, page.days[-1].day) == (dt.date(2026, 10, 26), dt.date(2026, 12, 6))
    assert page.weekdays[0] == ("Mon", "Monday")
    assert [cell.day for cell in page.days if cell.is_today] == [TODAY]
    assert sum(cell.is_in_month for cell in page.days) == 30


@given(st.dates(dt.date(1901, 1, 1), dt.date(2199, 12, 31)), st.sampled_from(Mode))
def test_that_the_day_one_is_on_is_always_shown(day: dt.date, mode: Mode) -> None:
    presenter, reader = _EMPTY.presenter, _EMPTY.reader
    presenter.look_at(mode)
    presenter.go_to(day)
    presenter.look_at(mode)
    page = reader.page
    days = [cell.day for cell in page.days]
    assert day in days
    assert days == sorted(set(days))
    if mode is Mode.MONTH:
        assert len(days) % 7 == 0
        assert days[0].weekday() == 0


def test_that_a_day_is_said_whole_for_who_does_not_see_it(
    workspace: Workspace, opened: Opened
) -> None:
    _book(workspace, ASH, dt.date(2026, 11, 30), "14:30")
    opened.presenter.refresh()
    assert opened.day(TODAY).said == "Sunday 22 November 2026, today: nothing in the diary"
    assert opened.day(dt.date(2026, 11, 30)).said == (
        "Monday 30 November 2026, 2 entries: "
        "Due, booked, Ash Alder, First review; "
        "Booked, 14:30–16:00, Ash Alder, Looked-after review · School"
    )


def test_that_bank_holidays_have_their_names_and_count_as_closed(
    workspace: Workspace, opened: Opened
) -> None:
    bank_holidays.add_holiday(workspace.uow_factory, dt.date(2026, 12, 2))
    opened.presenter.refresh()
    opened.presenter.step(1)
    christmas = opened.day(dt.date(2026, 12, 25))
    assert (christmas.holiday, christmas.is_closed) == ("Christmas Day", True)
    assert opened.day(dt.date(2026, 12, 2)).holiday
    assert not opened.day(dt.date(2026, 12, 3)).is_closed
    assert opened.day(dt.date(2026, 12, 5)).is_closed


def test_that_an_entry_says_how_it_stands_in_a_word(workspace: Workspace, opened: Opened) -> None:
    opened.presenter.go_to(dt.date(2026, 10, 1))
    words = {(line.child, line.word) for line in opened.entries()}
    assert words == {(BIRCH, "Overdue"), (CEDAR, "Held")}
    opened.presenter.go_to(dt.date(2026, 12, 1))
    words = {(line.child, line.word) for line in opened.entries()}
    assert words == {(ASH, "Due"), (NOBODY_NAMED, "Booked"), (NOBODY_NAMED, "Due, booked")}


def test_that_a_cancelled_review_stays_where_it_was(workspace: Workspace, opened: Opened) -> None:
    _book(workspace, ASH, dt.date(2026, 11, 25))
    with workspace.uow_factory() as uow:
        (review,) = uow.reviews.of_child(ASH)
        uow.reviews.put(replace(review, status=ReviewStatus.CANCELLED, cancelled_because="Ill"))
    opened.presenter.refresh()
    (line,) = opened.day(dt.date(2026, 11, 25)).entries
    assert line.word == "Cancelled"


def test_that_a_review_with_a_record_opens_and_else_the_childs_page(opened: Opened) -> None:
    opened.presenter.go_to(dt.date(2026, 12, 10))
    booked, due = (
        next(line for line in opened.entries() if line.word == word)
        for word in ("Booked", "Due, booked")
    )
    assert (booked.review, due.review) == (BEGUN_REVIEW, None)
    opened.presenter.go_to(dt.date(2026, 10, 26))
    held = next(line for line in opened.entries() if line.word == "Held")
    assert held.review == CEDARS_REVIEW


def test_that_a_limit_explains_itself(opened: Opened) -> None:
    (due,) = opened.day(dt.date(2026, 11, 30)).entries
    assert "20 working days after Monday 2 November 2026" in due.why
    assert "reg 33" in due.why


def test_that_meetings_with_clocks_of_their_own_stand_beside_the_reviews_of_the_case(
    opened: Opened,
) -> None:
    (check,) = opened.day(dt.date(2026, 11, 20)).entries  # Fern was reviewed three months before
    assert (check.child, check.word, check.kind) == (
        FERN,
        "Overdue",
        "Check midway between reviews",
    )
    assert check.which == "Midway check"
    assert "local practice" in check.why
    assert ("midway", "Midway check") in opened.page.kinds.options
    opened.presenter.choose_kind("midway")
    assert [line.child for line in opened.entries()] == [FERN]


def test_that_an_adjourned_review_says_by_when_to_complete_it_and_opens(
    workspace: Workspace, opened: Opened
) -> None:
    with workspace.uow_factory() as uow:
        review = uow.reviews.find(BEGUN_REVIEW)
        assert review is not None
        uow.reviews.put(replace(review, status=ReviewStatus.OPEN, held_on=dt.date(2026, 11, 18)))
    sittings.adjourn(workspace.uow_factory, BEGUN_REVIEW, dt.date(2026, 11, 18), "No report")
    opened.presenter.refresh()
    (sat,) = opened.day(dt.date(2026, 11, 18)).entries
    assert (sat.word, sat.review) == ("Adjourned", BEGUN_REVIEW)
    opened.presenter.step(1)
    (due,) = opened.day(dt.date(2026, 12, 16)).entries
    assert due.kind == "Looked-after review, adjourned: to be completed by this day"
    assert due.review == BEGUN_REVIEW


# Going about in it


def test_that_going_to_a_day_that_is_shown_changes_nothing(opened: Opened) -> None:
    before = len(opened.reader.pages)
    opened.presenter.go_to(dt.date(2026, 11, 3))
    assert len(opened.reader.pages) == before
    opened.presenter.go_to(dt.date(2026, 12, 1))
    assert opened.page.title == "December 2026"


@pytest.mark.parametrize(
    ("mode", "title", "anchor"),
    [
        (Mode.MONTH, "December 2026", dt.date(2026, 12, 22)),
        (Mode.WEEK, "23 Nov 2026 to 29 Nov 2026", dt.date(2026, 11, 29)),
        (Mode.LIST, "December 2026", dt.date(2026, 12, 22)),
    ],
)
def test_that_one_step_is_a_week_or_a_month(
    opened: Opened, mode: Mode, title: str, anchor: dt.date
) -> None:
    opened.presenter.look_at(mode)
    opened.presenter.step(1)
    assert (opened.page.title, opened.presenter.anchor) == (title, anchor)
    opened.presenter.step(-1)
    assert opened.presenter.anchor == TODAY


def test_that_a_week_runs_from_monday_to_sunday(opened: Opened) -> None:
    opened.presenter.look_at(Mode.WEEK)
    assert [cell.day.day for cell in opened.page.days] == [16, 17, 18, 19, 20, 21, 22]


def test_that_the_list_holds_the_days_with_something_on_them_and_the_one_opened(
    opened: Opened,
) -> None:
    opened.presenter.open_day(dt.date(2026, 11, 12))
    assert opened.page.mode is Mode.LIST
    assert [cell.day.day for cell in opened.page.days] == [12, 20, 30]


# Filters


def test_that_only_a_real_choice_is_offered(workspace: Workspace, opened: Opened) -> None:
    page = opened.page
    assert page.whose.options == ()
    assert page.areas.options == ()
    _about(workspace, ASH, team="North", iro_name="Another Officer")
    _about(workspace, BIRCH, team="South")
    opened.presenter.refresh()
    assert [text for _value, text in opened.page.areas.options] == ["Every team", "North", "South"]
    assert [value for value, _text in opened.page.whose.options] == [Whose.MINE, Whose.SERVICE]


def test_that_one_sees_ones_own_children_first_and_the_service_at_will(
    workspace: Workspace, opened: Opened
) -> None:
    _about(workspace, ASH, iro_name="Another Officer")
    opened = Opened(workspace)
    assert opened.page.whose.chosen == Whose.MINE
    assert ASH not in {line.child for line in opened.entries()}
    assert opened.page.hidden == 1
    opened.presenter.choose_whose("service")
    (line,) = opened.day(dt.date(2026, 11, 30)).entries
    assert line.about == "First review · Another Officer"
    assert opened.page.hidden == 0


def test_that_who_has_no_children_of_their_own_sees_the_service(workspace: Workspace) -> None:
    owner.introduce(workspace.uow_factory, replace(owner.read(workspace.uow_factory), name="Me"))
    with workspace.uow_factory() as uow:
        children = [replace(child, iro_name="Someone") for child in uow.children.all()]
        uow.children.put_all(children)
    assert Opened(workspace).page.whose.chosen == Whose.SERVICE


def test_that_a_team_and_a_kind_narrow_the_diary(workspace: Workspace, opened: Opened) -> None:
    _about(workspace, ASH, team="North")
    opened.presenter.refresh()
    opened.presenter.go_to(dt.date(2026, 12, 1))
    opened.presenter.choose_area("North")
    assert {line.child for line in opened.entries()} == {ASH}
    opened.presenter.choose_area("")
    opened.presenter.choose_kind("short_breaks")
    assert opened.entries() == []
    assert opened.page.summary == "Nothing in the diary"


# What clashes, and brothers and sisters


def test_that_what_clashes_says_what_to_do(workspace: Workspace, opened: Opened) -> None:
    assert opened.page.conflicts == ()
    _book(workspace, ASH, dt.date(2026, 12, 5))
    opened.presenter.refresh()
    late, closed = opened.page.conflicts
    assert late.what == (
        "Ash Alder is booked for Saturday 5 December 2026, "
        "after the last day in time, Monday 30 November 2026."
    )
    assert late.advice == "Book an earlier day, or note why it will be late."
    assert late.children == ((ASH, "Ash Alder"),)
    assert "not a working day" in closed.what


def test_that_a_clash_of_another_meeting_than_a_review_of_the_case_says_which(
    workspace: Workspace, opened: Opened
) -> None:
    day = dt.date(2027, 2, 1)
    check = Review(
        id=ReviewId("check"), child_id=CEDAR, kind=ReviewKind.MIDWAY, planned_for=day
    )  # Cedar was reviewed on 26 October
    with workspace.uow_factory() as uow:
        uow.reviews.put(check)
    opened.presenter.refresh()
    (late,) = opened.page.conflicts
    assert late.what == (
        "Cedar (Midway check) is booked for Monday 1 February 2027, "
        "after the last day in time, Tuesday 26 January 2027."
    )


def test_that_a_limit_gone_by_is_no_reason_to_book_earlier(
    workspace: Workspace, opened: Opened
) -> None:
    _book(workspace, BIRCH, dt.date(2026, 11, 24))
    opened.presenter.refresh()
    (late,) = opened.page.conflicts
    assert late.advice == "No day is left in time: keep this one, and note why it is late."


@pytest.mark.parametrize(
    ("times", "icon", "advice"),
    [
        (("10:00", "11:00"), "circle-alert", "Move one of them."),
        (("10:00", ""), "circle-help", "Give both a time of day."),
    ],
)
def test_that_a_doubt_is_said_in_a_weaker_word_than_a_clash(
    workspace: Workspace, opened: Opened, times: tuple[str, str], icon: str, advice: str
) -> None:
    _book(workspace, ASH, dt.date(2026, 11, 24), times[0])
    _book(workspace, FERN, dt.date(2026, 11, 24), times[1])
    opened.presenter.refresh()
    (clash,) = opened.page.conflicts
    assert (clash.icon, clash.advice) == (icon, advice)


def test_that_a_meeting_in_a_busy_time_is_found(workspace: Workspace, opened: Opened) -> None:
    ics = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:made-up\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        b"DTSTAMP:20261101T000000Z\r\nDTSTART:20261124T100000Z\r\nDTEND:20261124T110000Z\r\n"
        b"SUMMARY:Away\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    busy_calendar.take_in(workspace.uow_factory, ics, "made-up.ics", TODAY)
    _book(workspace, ASH, dt.date(2026, 11, 24))
    opened.presenter.refresh()
    (clash,) = opened.page.conflicts
    assert clash.what == (
        "Ash Alder is booked for Tuesday 24 November 2026, when you are busy for a part of the day."
    )


def test_that_brothers_and_sisters_stand_side_by_side(workspace: Workspace, opened: Opened) -> None:
    (family,) = opened.page.siblings
    assert [line.name for line in family.lines] == ["Zoë Alder", "Ash Alder"]
    assert family.window == "No one day keeps the limit of each of them."
    _about(workspace, FERN, sibling_group="ferns")
    _about(workspace, NOBODY_NAMED, sibling_group="ferns")
    opened.presenter.refresh()
    ferns = opened.page.siblings[1]
    assert ferns.window == (
        "One day does for all, between Mon 23 Nov 2026 and Thu 24 Dec 2026: "
        "Thursday 17 December 2026 would be best."
    )
    assert ferns.lines[0].booked == "Booked Thu 10 Dec"


def test_that_a_store_without_children_asks_for_a_caseload(
    store: SqlStore, clock: FixedClock
) -> None:
    page = Opened(workspace_with_nothing(store, clock)).page
    assert not page.has_caseload
    assert not page.all_made_up


def test_that_a_caseload_wholly_made_up_says_so_once(opened: Opened) -> None:
    assert opened.page.all_made_up
    assert not any(line.made_up for line in opened.entries())


class _Empty:
    """A diary that was never read: its days need no store."""

    def __init__(self) -> None:
        clock = FixedClock(dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC))
        self.presenter = DiaryPresenter(Workspace(_no_store, clock, None))  # type: ignore[arg-type]
        self.reader = Reader()
        self.presenter.show_on(self.reader)


def _no_store() -> None:
    raise NotImplementedError


_EMPTY = _Empty()
