"""The main job from the lock to four documents: unlock, prepare, chair, listen, decide, write."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from iro_desktop.documents.formats import Format
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.services.caseload import ChildSummary, overview
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.application import make_application, wear
from iro_desktop.ui.child.meetings.next_review_card import NextReviewCard
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.rehearsal import script
from iro_desktop.ui.rehearsal.filling import fill
from iro_desktop.ui.rehearsal.keyboard import (
    OutOfReach,
    press,
    press_on,
    tab_to,
    wait_until,
    write,
)
from iro_desktop.ui.rehearsal.pictures import Pictures
from iro_desktop.ui.review.panels.attendance import AttendancePanel
from iro_desktop.ui.review.panels.decisions import DecisionsPanel
from iro_desktop.ui.review.panels.last_decisions import LastDecisionsPanel
from iro_desktop.ui.review.panels.participation import ParticipationPanel
from iro_desktop.ui.review.panels.scaling import ScalingPanel
from iro_desktop.ui.review.panels.views import ViewsPanel
from iro_desktop.ui.review.section_page import SectionPage
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.review.whole_child.advocacy import AdvocacyPanel
from iro_desktop.ui.review.whole_child.permanence import PermanencePanel
from iro_desktop.ui.runner import Runner
from iro_desktop.ui.start import build_window
from iro_desktop.ui.surroundings import Surroundings
from iro_desktop.ui.widgets.choice_field import ChoiceField

CONTROL = Qt.KeyboardModifier.ControlModifier
YOUNGEST, OLDEST = 8, 15
LIGHT = Appearance(scheme="light")
OTHER_LOOKS = {
    "dark": Appearance(scheme="dark"),
    "large-text": Appearance(scheme="light", text_percent=200),
    "right-to-left": Appearance.for_language("ar-XB", "light"),
}


def play(around: Surroundings, passphrase: str, out: Path) -> tuple[Path, ...]:
    """Play the main job in a window of its own.

    Returns the four documents and the pictures. Raises OutOfReach where the keyboard fails, and
    the KnownFaults of the store and the disk.
    """
    app = make_application(["iro-desktop"], LIGHT)
    runner = Runner()
    window = build_window(around, runner)
    try:
        rehearsal = Rehearsal(window, around.clock.today(), out)
        documents = rehearsal.play(passphrase)
        rehearsal.look_around(lambda look: wear(app, look))
        return (*documents, *rehearsal.pictures.taken)
    finally:
        window.close()
        runner.shutdown()


class Rehearsal:
    """One run through. `out` takes the documents, `out/screens` the pictures."""

    def __init__(self, window: MainWindow, today: dt.date, out: Path) -> None:
        self.window, self._today, self._out = window, today, out
        self.pictures = Pictures(out / "screens")

    def play(self, passphrase: str) -> tuple[Path, ...]:
        """From the lock to the four documents."""
        self.window.show()
        self.window.activateWindow()
        self.window.begin()
        self._unlock(passphrase)
        summary = self._choose_child()
        self._open_child(summary)
        self._prepare()
        self._chair()
        self._close()
        documents = self._write()
        self._look_at_dates()
        return documents

    def look_around(self, wear_look: Callable[[Appearance], None]) -> None:
        """The same screens in other looks."""
        child = self._review().child_id
        review = self._review().review_id
        for name, look in OTHER_LOOKS.items():
            wear_look(look)
            self.window.rebuild()
            desk = self._desk()
            for screen, show in (
                ("today", desk.show_today),
                ("children", desk.show_children),
                ("diary", desk.show_diary),
                ("what-if", lambda desk=desk: desk.show_what_if(child)),
                ("child", lambda desk=desk: desk.show_child(child)),
                ("review", lambda desk=desk: desk.show_review(review)),
                ("documents", lambda desk=desk: desk.show_documents(review)),
            ):
                show()
                self.pictures.take(self.window, f"{screen}-{name}")
        wear_look(LIGHT)
        self.window.rebuild()

    # The lock and the child

    def _unlock(self, passphrase: str) -> None:
        wait_until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        self.pictures.take(self.window, "unlock")
        write(passphrase)
        press(Qt.Key.Key_Return)
        wait_until(lambda: self.window.desk is not None)
        self.pictures.take(self.window, "today")

    def _choose_child(self) -> ChildSummary:
        store = self.window.store
        if store is None:
            raise OutOfReach
        for summary in overview(store.unit_of_work, self._today):
            if _suits(summary):
                return summary
        raise OutOfReach

    def _open_child(self, summary: ChildSummary) -> None:
        press(Qt.Key.Key_2, CONTROL)
        self.pictures.take(self.window, "children")
        press(Qt.Key.Key_F, CONTROL)
        write(summary.child.number)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)
        wait_until(lambda: self._desk().stack.currentWidget() is self._desk().screens.child)
        self.pictures.take(self.window, "child")
        press_on(self._desk().screens.child.header.prepare_button)
        wait_until(lambda: self._desk().stack.currentWidget() is self._review())

    # The review

    def _prepare(self) -> None:
        for name in self._sections("prepare"):
            self._go_to(name)
            self._answer_section(name)
        press_on(self._review().start_button)
        if self._review().start_panel.isVisible():  # booked for another day: it is held today
            press(Qt.Key.Key_Return)
        QTest.qWait(50)

    def _chair(self) -> None:
        for name in self._sections("chair"):
            self._go_to(name)
            self._answer_section(name)

    def _answer_section(self, name: str) -> None:
        page = self._page()
        self._review().sections.setFocus(Qt.FocusReason.TabFocusReason)
        for panel in page.panels.values():
            self._answer_panel(panel)
        fill(page, script.ANSWERS, self._today)
        self.pictures.take(self.window, name.replace("_", "-"))

    def _answer_panel(self, panel: QWidget) -> None:
        match panel:
            case LastDecisionsPanel():
                for choice in panel.findChildren(ChoiceField):
                    tab_to(choice)
                    press(Qt.Key.Key_Space)
            case AttendancePanel():
                self._attend(panel)
            case AdvocacyPanel() | PermanencePanel():
                self._find(panel)
            case ParticipationPanel():
                press_on(panel.confirm_button)
            case ViewsPanel():
                self._hear(panel)
            case ScalingPanel():
                self._scale(panel)
            case DecisionsPanel():
                self._decide(panel)
            case _:
                pass

    def _attend(self, panel: AttendancePanel) -> None:
        for card in panel.cards.values():
            self._pick(card.rows["attendance"], 1)
            if card.rows["voice"].isVisibleTo(card):
                self._pick(card.rows["voice"], 1)

    def _find(self, panel: AdvocacyPanel | PermanencePanel) -> None:
        if isinstance(panel, AdvocacyPanel):
            for card in panel.cards.values():
                self._pick(card.rows["state"], 2)
            return
        for question in ("is_present", "is_ratified"):
            tab_to(panel.card.rows[question])
            press(Qt.Key.Key_Space)

    def _pick(self, row: QWidget, steps: int) -> None:
        tab_to(row)
        for _ in range(steps):
            press(Qt.Key.Key_Down)

    def _hear(self, panel: ViewsPanel) -> None:
        press_on(panel.add_button)
        write(script.VIEW)
        card = list(panel.cards.values())[-1]
        tab_to(card.rows["about"])
        write(script.VIEW_ABOUT)
        tab_to(card.rows["sharing"])
        press(Qt.Key.Key_Space)

    def _scale(self, panel: ScalingPanel) -> None:
        if not panel.blocks:
            return
        block = next(iter(panel.blocks.values()))
        child = self._review().child_name
        tab_to(block.who)
        write(child)
        press_on(block.add_button)
        card = list(block.cards.values())[-1]
        tab_to(card.rows["value"])
        write(script.SCORE)
        tab_to(card.rows["why_not_lower"])
        write(script.WHY_NOT_LOWER)
        tab_to(card.rows["what_would_make_it_higher"])
        write(script.ONE_HIGHER)

    def _decide(self, panel: DecisionsPanel) -> None:
        for number, (what, owner, words) in enumerate(script.DECISIONS, start=1):
            press(Qt.Key.Key_D, CONTROL)
            write(what)
            card = list(panel.cards.values())[-1]
            tab_to(card.rows["owner"])
            write(owner)
            tab_to(card.rows["due_on"])
            write(f"{self._today + dt.timedelta(weeks=2 * number):%d/%m/%Y}")
            tab_to(card.rows["words_for_child"])
            write(words)

    def _close(self) -> None:
        review = self._review()
        review.go_to(len(review.order))
        self.pictures.take(self.window, "close")
        press_on(review.closing_page().close_button)
        wait_until(lambda: self._desk().stack.currentWidget() is self._desk().screens.writing)

    # The documents

    def _write(self) -> tuple[Path, ...]:
        documents = []
        for kind in (DocumentKind.LETTER, DocumentKind.MINUTES):
            self._show_kind(kind)
            self.pictures.take(self.window, kind.value)
            documents += [
                self._save(kind, file_format) for file_format in (Format.DOCX, Format.PDF)
            ]
        return tuple(documents)

    def _show_kind(self, kind: DocumentKind) -> None:
        view = self._desk().screens.writing
        tab_to(view.kinds)
        press(Qt.Key.Key_Home)
        for _ in DocumentKind:
            if view.kind is not kind:
                press(Qt.Key.Key_Down)
        wait_until(lambda: view.kind is kind and not view.is_composing)

    def _save(self, kind: DocumentKind, file_format: Format) -> Path:
        view = self._desk().screens.writing
        out = (self._out / f"{kind.value}.{file_format.value}").absolute()
        out.unlink(missing_ok=True)
        press_on(view.foot.word if file_format is Format.DOCX else view.foot.pdf)
        wait_until(_a_file_is_asked_for)
        press(Qt.Key.Key_A, CONTROL)
        write(str(out))
        for _ in range(2):  # the first Return may only close the list of names that match
            if QApplication.activeModalWidget() is not None:
                press(Qt.Key.Key_Return)
                QTest.qWait(50)
        wait_until(lambda: out.exists() and not view.is_writing)
        return out

    # The diary, and why a day is that day

    def _look_at_dates(self) -> None:
        child = self._review().child_id
        press(Qt.Key.Key_3, CONTROL)
        self.pictures.take(self.window, "diary-month")
        for key, name in ((Qt.Key.Key_W, "diary-week"), (Qt.Key.Key_L, "diary-list")):
            press(key, CONTROL | Qt.KeyboardModifier.ShiftModifier)
            self.pictures.take(self.window, name)
        press(Qt.Key.Key_M, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        self._desk().show_child(child)
        card = self._desk().screens.child.findChild(NextReviewCard)
        if card is None:
            raise OutOfReach
        press_on(card.due.button)
        self.pictures.take(self.window, "why-that-day")
        press_on(self._desk().screens.child.header.what_if_button)
        self.pictures.take(self.window, "what-if")

    # Where things are

    def _desk(self) -> Desk:
        if self.window.desk is None:
            raise OutOfReach
        return self.window.desk

    def _review(self) -> ReviewView:
        return self._desk().screens.review

    def _page(self) -> SectionPage:
        page = self._review().stack.currentWidget()
        if not isinstance(page, SectionPage):
            raise OutOfReach
        return page

    def _sections(self, stage: str) -> list[str]:
        return self._review().sections_of(stage)

    def _go_to(self, name: str) -> None:
        review = self._review()
        while review.order[review.stack_place()] != name:
            back = review.order.index(name) < review.stack_place()
            press(Qt.Key.Key_PageUp if back else Qt.Key.Key_PageDown, CONTROL)


def _a_file_is_asked_for() -> bool:
    dialog, here = QApplication.activeModalWidget(), QApplication.focusWidget()
    return isinstance(dialog, QFileDialog) and isinstance(here, QLineEdit)


def _suits(summary: ChildSummary) -> bool:
    return (
        (summary.current is None or summary.current.status is ReviewStatus.PLANNED)
        and summary.next_due is not None
        and summary.child.is_named
        and YOUNGEST <= summary.age <= OLDEST
        and summary.last_review is not None
    )
