"""Taking files in as a person meets it: dropped, watched, stopped, read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle
from held_jobs import HeldJobs
from looks import LOOKS
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fixed_clock import FixedClock
from iro_desktop.problems import Severity
from iro_desktop.services.importing.report import Total
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.importing.outcome import FileLine, Outcome, ProblemLine, TotalLine
from iro_desktop.ui.importing.presenter import ImportPresenter
from iro_desktop.ui.importing.problem_list import Column, ProblemList
from iro_desktop.ui.importing.problems_panel import ProblemsPanel
from iro_desktop.ui.importing.report_page import ReportPage
from iro_desktop.ui.importing.view import ImportView
from iro_desktop.ui.runner import InlineRunner, Runner

Show = Callable[..., ImportView]
SMALL = Path(__file__).resolve().parents[1] / "returns" / "samples" / "small"
MANY = 20_000


@pytest.fixture
def presenter(store: SqlStore, clock: FixedClock) -> ImportPresenter:
    return ImportPresenter(lambda: store.unit_of_work, clock, InlineRunner())


@pytest.fixture
def view(presenter: ImportPresenter, shown: Show) -> ImportView:
    return shown(ImportView(presenter), 1100, 800)


def _dropped(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def _drop(view: ImportView, data: QMimeData) -> bool:
    """Carry something over the view and, where it is welcome, drop it. Says whether it was."""
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), action, data, button, none)
    enter.ignore()
    QApplication.sendEvent(view, enter)
    if enter.isAccepted():
        QApplication.sendEvent(view, QDropEvent(QPointF(50, 50), action, data, button, none))
    return enter.isAccepted()


def _many(count: int) -> tuple[ProblemLine, ...]:
    return tuple(
        ProblemLine(
            Severity.ERROR if row % 3 == 0 else Severity.NOTE,
            f"made-up-{row % 4}.csv",
            row + 2,
            "DECOM",
            f"Made-up sentence {row}. Put the day right and import again.",
        )
        for row in range(count)
    )


def _show_many(view: ImportView, count: int) -> ProblemsPanel:
    lines = _many(count)
    outcome = Outcome(
        (FileLine("made-up-0.csv", "Episodes", "3 rows taken", 3),),
        (TotalLine("Children", Total(3, 2, 1)), TotalLine("Reviews", Total(0, 0, 9))),
        lines,
    )
    view.show_outcome(outcome, ProblemList(lines), "3 new children are in your store.")
    settle()
    assert view.report_page is not None
    assert view.report_page.problems is not None
    return view.report_page.problems


def test_that_a_folder_dropped_anywhere_is_taken_in(view: ImportView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.changed) as told:
        assert _drop(view, _dropped(SMALL))
    assert told.args
    assert isinstance(view._stack.currentWidget(), ReportPage)


def test_that_text_dragged_over_the_screen_is_not_welcome(view: ImportView) -> None:
    words = QMimeData()
    words.setText("made up")
    assert not _drop(view, words)


def test_that_nothing_is_welcome_while_files_are_taken_in(
    store: SqlStore, clock: FixedClock, shown: Show
) -> None:
    jobs = HeldJobs()
    view = shown(ImportView(ImportPresenter(lambda: store.unit_of_work, clock, jobs)), 1000, 700)
    assert _drop(view, _dropped(SMALL))
    assert not _drop(view, _dropped(SMALL))


def test_that_the_work_is_done_elsewhere_and_the_report_follows(
    store: SqlStore, clock: FixedClock, shown: Show, runner: Runner, qtbot: QtBot
) -> None:
    presenter = ImportPresenter(lambda: store.unit_of_work, clock, runner)
    view = shown(ImportView(presenter), 1000, 700)
    with qtbot.waitSignal(view.changed):
        presenter.take_in([SMALL])
        assert view._stack.currentWidget() is view.working_page
    assert view.report_page is not None


def test_that_stopping_is_done_by_the_keyboard(
    store: SqlStore, clock: FixedClock, shown: Show, qtbot: QtBot
) -> None:
    jobs = HeldJobs()
    presenter = ImportPresenter(lambda: store.unit_of_work, clock, jobs)
    view = shown(ImportView(presenter), 1000, 700)
    view.start_page.focus_first()
    presenter.take_in([SMALL])
    assert QApplication.focusWidget() is view.working_page.cancel
    qtbot.keyClick(view.working_page.cancel, Qt.Key.Key_Space)
    assert view.working_page.stage() == "Stopping…"
    jobs.let_go()
    assert view._stack.currentWidget() is view.start_page
    assert view.start_page.banner.text() == "Stopped. Nothing was changed."
    assert QApplication.focusWidget() is view.start_page.drop_area.files_button


def test_that_thousands_of_problems_are_listed_narrowed_and_put_in_order(
    view: ImportView, qtbot: QtBot
) -> None:
    panel = _show_many(view, MANY)
    model = panel.model
    assert model.rowCount() == MANY
    assert model.index(0, Column.SEVERITY).data() == "Left out"
    assert panel.whole_row() == "Made-up sentence 0. Put the day right and import again."
    panel.file.focus_first()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert model.rowCount() == MANY // 4
    panel.table.horizontalHeader().setSortIndicator(Column.ROW, Qt.SortOrder.DescendingOrder)
    assert model.index(0, Column.ROW).data() == str(MANY - 4 + 2)
    assert panel.order.value() == str(Column.ROW.value)


def test_that_the_order_can_be_picked_without_a_mouse(view: ImportView, qtbot: QtBot) -> None:
    panel = _show_many(view, 12)
    panel.order.focus_first()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    rows = [panel.model.index(row, Column.ROW).data() for row in range(12)]
    assert rows == [str(row + 2) for row in range(12)], "as they were found"


def test_that_a_row_is_read_whole_and_copied_by_the_keyboard(
    view: ImportView, qtbot: QtBot
) -> None:
    panel = _show_many(view, 12)
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    sentence = panel.whole_row()
    assert sentence == "Made-up sentence 3. Put the day right and import again."
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text().split("\t")
    assert copied == ["Left out", "made-up-3.csv", "5", "DECOM", sentence]


def test_that_no_row_is_left_to_copy_where_all_are_narrowed_away(view: ImportView) -> None:
    panel = _show_many(view, 1)
    panel.model.narrow("", Severity.NOTE)
    assert panel.model.rowCount() == 0
    assert panel.whole_row() == ""
    assert not panel.copy_button.isEnabled()


def test_that_more_can_be_taken_in_after_a_report(view: ImportView, qtbot: QtBot) -> None:
    _show_many(view, 3)
    assert view.report_page is not None
    view.report_page.focus_first()
    qtbot.keyClick(view.report_page.again, Qt.Key.Key_Space)
    assert view._stack.currentWidget() is view.start_page
    assert view.report_page is None


def _check(view: ImportView) -> None:
    for check in ALL_CHECKS:
        check(view)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_that_taking_in_can_be_used_by_everyone(
    presenter: ImportPresenter,
    shown: Show,
    themed: Callable[[Appearance], object],
    look: Appearance,
) -> None:
    themed(look)
    view = shown(ImportView(presenter), 1200, 900)
    _check(view)
    view.show_progress(430, 1000, "Reading the files…")
    settle()
    _check(view)
    _show_many(view, 12)
    _check(view)


def test_that_nothing_is_scrolled_sideways_at_double_size(
    presenter: ImportPresenter, shown: Show, themed: Callable[[Appearance], object]
) -> None:
    themed(LOOKS["large"])
    view = shown(ImportView(presenter), 1000, 800)
    settle()
    assert view.start_page.horizontalScrollBar().maximum() == 0
    _show_many(view, 12)
    assert view.report_page is not None
    assert view.report_page.horizontalScrollBar().maximum() == 0
