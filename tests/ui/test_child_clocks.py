"""The clocks on a child's page: which, in which order, and how each is explained and met."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, LOOKS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import ASH, BIRCH, CEDAR, ELDER, workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services import child_clocks, child_file, happenings, preparing
from iro_desktop.services.changed import Changed
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.child.clocks import ClockLine, clocks_of, counted
from iro_desktop.ui.child.clocks_card import MOST_LINES, ClocksCard
from iro_desktop.ui.child.presenter import ChildPresenter
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.widgets.surfaces import ScrollPage
from iro_desktop.ui.words.due_dates import Urgency

TODAY = dt.date(2026, 11, 22)
NARROW = 460
Key = Qt.Key
Show = Callable[..., QWidget]


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def lines(workspace: Workspace) -> tuple[ClockLine, ...]:
    made = _lines(workspace, ASH)
    assert len(made) > MOST_LINES
    return made


def _lines(workspace: Workspace, child: ChildId) -> tuple[ClockLine, ...]:
    every = child_clocks.read(workspace.uow_factory, child, TODAY)
    file = child_file.read(workspace.uow_factory, child, TODAY)
    return clocks_of(every, file.summary.next_due, TODAY)


def _named(lines: Sequence[ClockLine], what: str) -> ClockLine:
    return next(line for line in lines if line.what == what)


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


# Which clocks


def test_that_every_clock_is_there_but_the_next_reviews_own(workspace: Workspace) -> None:
    every = child_clocks.read(workspace.uow_factory, BIRCH, TODAY)
    review = child_file.read(workspace.uow_factory, BIRCH, TODAY).summary.next_due
    assert review in every
    shown = _lines(workspace, BIRCH)
    assert len(shown) == len(every) - 1
    assert [line.explanation.title for line in shown] == [
        due.rule.title for due in every if due != review
    ]


def test_that_the_soonest_comes_first_and_says_how_soon(lines: tuple[ClockLine, ...]) -> None:
    order = [list(Urgency).index(line.urgency) for line in lines]
    assert order == sorted(order)
    # In care since Monday 2 November: ten working days from then.
    line = _named(lines, "Care plan prepared")
    assert (line.day, line.how_soon) == ("Monday 16 November 2026", "6 days overdue")
    assert line.urgency is Urgency.OVERDUE
    assert "10 working days" in line.explanation.why


def test_that_a_clock_starts_with_the_day_a_review_is_booked_for(workspace: Workspace) -> None:
    assert "Social worker’s report with the IRO" not in {
        line.what for line in _lines(workspace, ASH)
    }
    preparing.book(workspace.uow_factory, ASH, dt.date(2026, 11, 30), "School", TODAY)
    assert "Social worker’s report with the IRO" in {line.what for line in _lines(workspace, ASH)}


def test_that_what_someone_can_write_down_is_offered_and_nothing_else(
    lines: tuple[ClockLine, ...],
) -> None:
    assert _named(lines, "Care plan prepared").records is Happening.CARE_PLAN_UPDATED
    visit = _named(lines, "First visit to a placement")
    assert visit.records is Happening.SOCIAL_WORKER_VISITED
    told = _named(lines, "IRO service told of the child")
    assert told.records is None  # the child's page has a field for it


def test_that_the_card_counts_what_it_lists(lines: tuple[ClockLine, ...]) -> None:
    overdue, later = lines[0], replace(lines[0], urgency=Urgency.LATER)
    assert counted((overdue, overdue, later)) == "2 overdue · 1 later"
    assert counted(()) == ""


# The card


@pytest.fixture
def card(lines: tuple[ClockLine, ...], shown: Show) -> ClocksCard:
    made = ClocksCard()
    made.show_clocks(lines)
    shown(made, NARROW, HEIGHT)
    return made


def test_that_a_long_list_is_cut_and_goes_on_by_key(
    card: ClocksCard, lines: tuple[ClockLine, ...]
) -> None:
    assert [row.line for row in card.rows] == list(lines[:MOST_LINES])
    card.all_button.setFocus()
    QTest.keyClick(card.all_button, Key.Key_Space)
    assert [row.line for row in card.rows] == list(lines)
    assert _focus() is card.rows[MOST_LINES].due.button
    assert not card.all_button.isVisible()
    card.forget()
    card.show_clocks(lines)
    assert len(card.rows) == MOST_LINES


def test_that_a_date_says_why_by_key_and_goes_to_paper(card: ClocksCard, qtbot: QtBot) -> None:
    row = card.rows[0]
    row.focus_first()
    QTest.keyClick(_focus(), Key.Key_Return)
    assert row.due.button.isChecked()
    panel = row.due.panel
    assert panel is not None
    with qtbot.waitSignal(card.paper_wanted) as told:
        panel.paper_button.click()
    assert told.args == [row.line.explanation]
    QTest.keyClick(panel.paper_button, Key.Key_Escape)
    assert not row.due.button.isChecked()
    assert _focus() is row.due.button


def test_that_what_stands_already_stays_open(
    card: ClocksCard, lines: tuple[ClockLine, ...]
) -> None:
    row = card.rows[0]
    row.due.open_explanation()
    card.show_clocks(tuple(lines))
    assert card.rows[0] is row
    assert row.due.button.isChecked()


def test_that_the_focus_stays_in_the_card_when_the_clock_it_was_on_is_gone(
    card: ClocksCard, lines: tuple[ClockLine, ...]
) -> None:
    card.rows[0].focus_first()
    card.show_clocks(lines[1:])
    assert _focus() is card.rows[0].due.button
    card.show_clocks(())
    assert card.rows == []


@pytest.mark.parametrize("look", LOOKS)
def test_that_everyone_can_use_the_clocks(
    lines: tuple[ClockLine, ...],
    shown: Show,
    themed: Callable[[Appearance], object],
    look: str,
    workspace: Workspace,
) -> None:
    themed(LOOKS[look])
    card = ClocksCard()
    card.show_clocks(_lines(workspace, ASH))
    card.show_all()
    page = ScrollPage()
    page.add(card)
    shown(page, NARROW * LOOKS[look].text_percent // 100, HEIGHT)
    card.rows[0].due.open_explanation()
    settle()
    for check in ALL_CHECKS:
        check(page)


# On the page


def test_that_recording_asks_for_the_day_of_what_meets_the_clock(
    workspace: Workspace, shown: Callable[..., ChildView]
) -> None:
    told: list[Changed] = []
    view = ChildView(ChildPresenter(workspace, told.append))
    view.show_child(ASH)
    shown(view, 1180, HEIGHT)
    row = next(row for row in view.clocks.rows if row.line.what == "Care plan prepared")
    row.record.setFocus()
    QTest.keyClick(row.record, Key.Key_Space)
    QTest.keyClicks(_focus(), "18 November 2026")
    QTest.keyClick(_focus(), Key.Key_Return)
    (recorded,) = happenings.of_child(workspace.uow_factory, ASH)
    assert recorded.happening is Happening.CARE_PLAN_UPDATED
    assert recorded.on == dt.date(2026, 11, 18)
    assert "Care plan prepared" not in {row.line.what for row in view.clocks.rows}


def test_that_a_child_out_of_care_has_a_card_that_says_so_or_lists_what_runs(
    workspace: Workspace, shown: Callable[..., ChildView]
) -> None:
    view = ChildView(ChildPresenter(workspace, lambda _change: None))
    for child in (CEDAR, ELDER):
        view.show_child(child)
        assert [row.line for row in view.clocks.rows] == list(_lines(workspace, child)[:MOST_LINES])
    shown(view, 1180, HEIGHT)
    assert view.clocks.isVisible()


def test_that_a_childs_page_says_until_when_the_record_is_kept_and_why(
    workspace: Workspace, shown: Callable[..., ChildView]
) -> None:
    view = ChildView(ChildPresenter(workspace, lambda _change: None))
    view.show_child(CEDAR)
    page = shown(view, 1000, HEIGHT)
    assert page.clocks.kept.button.text() == "Record kept until Monday 1 January 2085"
    page.clocks.kept.button.setFocus()
    QTest.keyClick(page.clocks.kept.button, Key.Key_Space)
    panel = page.clocks.kept.panel
    assert panel is not None
    assert "75 years" in panel.accessibleDescription()
