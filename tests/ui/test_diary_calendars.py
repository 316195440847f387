"""The diary out as a calendar file, and the IRO's own calendar in as bare busy times."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle
from held_jobs import HeldJobs
from hypothesis import given
from hypothesis import strategies as st
from looks import HEIGHT, LOOKS, WIDTH
from made_up_diary import diary_view
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from small_caseload import ASH, FERN, workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services import busy_calendar, child_file, preparing
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.days_for_review import days_for_review
from iro_desktop.services.preparing import Hours
from iro_desktop.services.proposing import Note
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.diary.busy_block import BusyBlock
from iro_desktop.ui.diary.busy_hours import busy_hours, known_of_calendar
from iro_desktop.ui.diary.entry_row import EntryRow
from iro_desktop.ui.diary.entry_tile import EntryTile
from iro_desktop.ui.diary.page import Mode
from iro_desktop.ui.diary.view import DiaryView
from iro_desktop.ui.widgets.words import Words

TODAY, TUESDAY = dt.date(2026, 11, 22), dt.date(2026, 11, 24)
SECRET = "Zorbelina at the clinic"
Key = Qt.Key


def _at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 12, day, hour, minute)  # noqa: DTZ001 - on the laptop's wall clock


def _calendar(path: Path, day: dt.date = TUESDAY) -> Path:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"DTSTART:{day:%Y%m%d}T100000"]
    lines += [f"DTEND:{day:%Y%m%d}T113000", f"SUMMARY:{SECRET}", "END:VEVENT", "END:VCALENDAR"]
    path.write_text("\r\n".join(lines), encoding="utf-8")
    return path


# Hours


def test_that_what_touches_or_overlaps_is_one_busy_time() -> None:
    found = busy_hours([(_at(1, 9), _at(1, 10)), (_at(1, 10), _at(1, 11)), (_at(1, 9), _at(1, 9))])
    assert [part.words for part in found[dt.date(2026, 12, 1)]] == ["09:00–11:00"]


def test_that_a_night_is_parted_at_midnight_and_a_whole_day_says_so() -> None:
    found = busy_hours([(_at(1, 22), _at(3, 6, 30))])
    assert [found[dt.date(2026, 12, day)][0].words for day in (1, 2, 3)] == [
        "from 22:00",
        "all day",
        "until 06:30",
    ]
    assert found[dt.date(2026, 12, 2)][0].starts_at is None


MOMENTS = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 1, 9))  # noqa: DTZ001
BUSY = st.lists(st.tuples(MOMENTS, MOMENTS).map(lambda pair: (min(pair), max(pair))), max_size=6)


@given(BUSY)
def test_that_hours_stand_on_the_days_they_take_and_no_others(
    busy: list[tuple[dt.datetime, dt.datetime]],
) -> None:
    taken = {
        day
        for since, until in busy
        for day in (since.date() + dt.timedelta(days=n) for n in range(10))
        if since < until and dt.datetime.combine(day, dt.time.min) < until
    }
    found = busy_hours(busy)
    assert set(found) == taken
    for parts in found.values():
        starts = [part.starts_at or dt.time.min for part in parts]
        assert starts == sorted(set(starts))


def test_that_the_card_says_how_much_is_known_and_up_to_when() -> None:
    assert known_of_calendar(()) == ""
    known = known_of_calendar([(_at(1, 9), _at(4, 10)), (_at(2, 9), _at(2, 10))])
    assert known == "2 busy times are known, up to 4 December 2026."


# On screen


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    made = workspace_of(store, clock)
    preparing.book(made.uow_factory, ASH, TUESDAY, "School", TODAY, hours=Hours(dt.time(11), 60))
    return made


class Told(list[Changed]):
    """What the screen told of, which it then reads again."""

    view: DiaryView | None = None

    def __call__(self, change: Changed) -> None:
        self.append(change)
        if self.view is not None:
            self.view.on_changed(change)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def view(workspace: Workspace, told: Told, shown: Callable[..., DiaryView]) -> DiaryView:
    made = diary_view(workspace, tell=told)
    told.view = made
    return shown(made, WIDTH, HEIGHT)


def _words(widget: QWidget) -> list[str]:
    return [words.text() for words in widget.findChildren(Words) if not words.isHidden()]


def _in_file(path: Path) -> str:
    return path.read_bytes().replace(b"\r\n ", b"").decode()


def test_that_what_is_shown_is_written_without_a_name(view: DiaryView, tmp_path: Path) -> None:
    out = tmp_path / "diary.ics"
    view.calendars.save_to(out)
    text = _in_file(out)
    assert text.count("BEGIN:VEVENT") == len(_shown(view))
    assert "Ash" not in text
    assert "School" not in text
    assert "saved as diary.ics" in view.calendars.message.text()


def _shown(view: DiaryView) -> tuple[object, ...]:
    return view._presenter.entries_shown()


def test_that_one_meeting_is_a_file_of_its_own_from_its_row_in_the_list(
    view: DiaryView, tmp_path: Path
) -> None:
    view._presenter.open_day(TUESDAY)
    row = next(row for row in view.findChildren(EntryRow) if row.line.invites_to)
    row.file_button.setFocus()
    QTest.keyClick(row.file_button, Qt.Key.Key_Space)
    dialog = view.calendars.dialog
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == f"meeting-{TUESDAY.isoformat()}.ics"
    out = tmp_path / "one.ics"
    dialog.fileSelected.emit(str(out))
    dialog.reject()
    text = _in_file(out)
    assert text.count("BEGIN:VEVENT") == 1
    assert "STATUS:CONFIRMED" in text
    assert "Ash" not in text


def test_that_names_are_written_only_when_asked_for_by_key(view: DiaryView, tmp_path: Path) -> None:
    assert not view.calendars.with_names.isChecked()
    view.bar.calendars.setFocus()
    QTest.keyClick(view.bar.calendars, Key.Key_Space)
    assert QApplication.focusWidget() is view.calendars.with_names
    QTest.keyClick(view.calendars.with_names, Key.Key_Space)
    view.calendars.save_to(tmp_path / "diary.ics")
    assert "Ash Alder" in _in_file(tmp_path / "diary.ics")


def test_that_another_month_is_another_file(view: DiaryView, tmp_path: Path) -> None:
    view.bar.step_wanted.emit(1)
    view.calendars.save_to(tmp_path / "diary.ics")
    text = _in_file(tmp_path / "diary.ics")
    assert text.count("BEGIN:VEVENT") == len(_shown(view))
    assert "20261124" not in text


def test_that_the_file_dialogs_ask_for_calendars_and_name_nobody(view: DiaryView) -> None:
    for button in (view.calendars.file_button, view.calendars.take_in_button):
        button.setFocus()
        QTest.keyClick(button, Key.Key_Space)
        dialog = view.calendars.dialog
        assert isinstance(dialog, QFileDialog)
        assert dialog.nameFilters() == ["Calendar (*.ics)"]
        if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
            assert Path(dialog.selectedFiles()[0]).name == "diary-2026-11-01.ics"
        dialog.reject()
        settle()


def test_that_only_hours_are_taken_in_and_stand_among_the_meetings_of_the_week(
    view: DiaryView, told: Told, tmp_path: Path
) -> None:
    view.bar.mode_wanted.emit(Mode.WEEK.value)
    view.bar.today_wanted.emit()
    view.conflicts.day_wanted.emit(TUESDAY)
    view.calendars.take_in(_calendar(tmp_path / "mine.ics"))
    assert [change.topics for change in told] == [frozenset({Topic.CASELOAD})]
    settle()
    (block,) = [one for one in view.week.findChildren(BusyBlock) if not one.isHidden()]
    assert block.accessibleName() == "Busy 10:00–11:30"
    tile = next(one for one in view.week.findChildren(EntryTile) if one.line.child == ASH)
    assert block.y() < tile.y()
    assert SECRET not in " ".join(_words(view))
    assert "1 busy time is known" in " ".join(_words(view.calendars))


def test_that_busy_hours_are_said_of_their_day_in_the_list(view: DiaryView, tmp_path: Path) -> None:
    view.calendars.take_in(_calendar(tmp_path / "mine.ics"))
    view.bar.mode_wanted.emit(Mode.LIST.value)
    assert "Busy 10:00–11:30" in _words(view.list)
    cell = next(cell for cell in view._presenter._page().days if cell.day == TUESDAY)
    assert "busy 10:00–11:30" in cell.said


def test_that_a_meeting_in_a_busy_time_is_something_to_look_at(
    view: DiaryView, tmp_path: Path
) -> None:
    view.calendars.take_in(_calendar(tmp_path / "mine.ics"))
    (line,) = view._presenter._page().conflicts
    told = "Ash Alder is booked for Tuesday 24 November 2026 at a time when you are busy."
    assert line.what == told


def test_that_a_busy_day_is_proposed_last_and_says_so(
    view: DiaryView, workspace: Workspace, tmp_path: Path
) -> None:
    def proposed(child: ChildId) -> dict[dt.date, tuple[Note, ...]]:
        file = child_file.read(workspace.uow_factory, child, TODAY)
        limit = file.summary.next_due
        days = days_for_review(workspace.uow_factory, file.child, limit, TODAY)
        return {one.day: one.notes for one in days}

    before = proposed(FERN)
    best = next(iter(before))
    assert before[best] == ()
    view.calendars.take_in(_calendar(tmp_path / "mine.ics", best))
    assert proposed(FERN).get(best, (Note.BUSY,)) == (Note.BUSY,)
    assert next(iter(proposed(FERN))) != best


def test_that_what_was_taken_in_is_forgotten_by_key_with_the_focus_kept_near(
    view: DiaryView, workspace: Workspace, tmp_path: Path
) -> None:
    assert not view.calendars.forget_button.isVisible()
    view.calendars.take_in(_calendar(tmp_path / "mine.ics"))
    view.calendars.forget_button.setFocus()
    QTest.keyClick(view.calendars.forget_button, Key.Key_Space)
    with workspace.uow_factory() as uow:
        assert busy_calendar.read(uow.settings) == ()
    assert QApplication.focusWidget() is view.calendars.take_in_button
    assert not view.calendars.forget_button.isVisible()
    assert view.calendars.message.text() == "Your calendar is forgotten."


def test_that_what_is_no_calendar_is_refused_in_a_sentence(
    view: DiaryView, told: Told, tmp_path: Path
) -> None:
    (tmp_path / "letter.ics").write_text("Dear Zorbelina", encoding="utf-8")
    view.calendars.take_in(tmp_path / "letter.ics")
    assert "letter.ics cannot be read: it is not a calendar" in view.calendars.message.text()
    view.calendars.save_to(tmp_path / "letter.ics" / "diary.ics")
    assert "diary.ics" in view.calendars.message.text()
    assert view.calendars.message.property("tone") == "danger"
    assert told == []


def test_that_the_work_is_done_in_the_background_and_once(
    workspace: Workspace, shown: Callable[..., DiaryView], tmp_path: Path
) -> None:
    jobs = HeldJobs()
    view = shown(diary_view(workspace, jobs), WIDTH, HEIGHT)  # type: ignore[arg-type]
    out = tmp_path / "diary.ics"
    view.calendars.save_to(out)
    view.calendars.forget()
    assert view.calendars.message.text() == "Writing…"
    assert not out.exists()
    (job,) = jobs.held
    job.let_go()
    assert out.exists()
    assert "saved as diary.ics" in view.calendars.message.text()
    view.calendars.forget()
    assert len(jobs.held) == 2


@pytest.mark.parametrize("look", LOOKS)
def test_that_everyone_can_use_the_calendars(
    workspace: Workspace,
    shown: Callable[..., DiaryView],
    themed: Callable[[Appearance], object],
    tmp_path: Path,
    look: str,
) -> None:
    themed(LOOKS[look])
    view = diary_view(workspace)
    view.calendars.take_in(_calendar(tmp_path / "mine.ics"))
    view._presenter.look_at(Mode.WEEK)
    view._presenter.go_to(TUESDAY)
    shown(view, WIDTH, HEIGHT)
    settle()
    for check in ALL_CHECKS:
        check(view)
