"""The first screen as a person meets it: keyboard, focus, words, pictures on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle
from held_jobs import HeldJobs
from made_up_laptop import PASSPHRASE, laptop_in, make_closed_store
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fixed_clock import FixedClock
from iro_desktop.services.access import Laptop
from iro_desktop.services.ports import OpenStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.runner import InlineRunner, Runner
from iro_desktop.ui.unlock.presenter import Page, UnlockPresenter
from iro_desktop.ui.unlock.recovery_sheet import RecoverySheet
from iro_desktop.ui.unlock.view import UnlockView

Show = Callable[..., UnlockView]
GROUPS = ("7XP3", "3BM1", "C630", "T3QH", "0835", "AGZZ", "Y5EN", "31EZ")
APPEARANCES = {
    "light": Appearance(scheme="light"),
    "dark": Appearance(scheme="dark"),
    "large": Appearance(scheme="light", text_percent=200),
    "mirrored": Appearance.for_language("ar-XB", "light"),
    "stretched": Appearance.for_language("en-XA", "light"),
}


@pytest.fixture
def laptop(tmp_path: Path, clock: FixedClock) -> Laptop:
    return laptop_in(tmp_path / "laptop", clock)


@pytest.fixture
def view(laptop: Laptop, shown: Show) -> UnlockView:
    presenter = UnlockPresenter(laptop, InlineRunner(), restore=_nothing, pick=lambda _n: (0, 7))
    view = shown(UnlockView(presenter), 1000, 760)
    view.opened.connect(lambda store: store.close())
    return view


def _type(qtbot: QtBot, words: str, *, then: Qt.Key = Qt.Key.Key_Return) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), words)
    qtbot.keyClick(QApplication.focusWidget(), then)


def test_that_a_store_is_made_by_the_keyboard_alone(view: UnlockView, qtbot: QtBot) -> None:
    view.begin()
    _type(qtbot, "Robin Example (made up)")
    _type(qtbot, PASSPHRASE)
    _type(qtbot, PASSPHRASE)
    groups = view.recovery_key_page.key.groups()
    assert len(groups) == 8
    view.recovery_key_page.focus_first()
    while QApplication.focusWidget() is not view.recovery_key_page._primary:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    _type(qtbot, groups[0].lower(), then=Qt.Key.Key_Tab)
    with qtbot.waitSignal(view.opened) as opened:
        _type(qtbot, groups[7])
    assert opened.args is not None


def test_that_enter_opens_the_store_without_freezing_the_window(
    laptop: Laptop, shown: Show, qtbot: QtBot, runner: Runner
) -> None:
    make_closed_store(laptop)
    view = shown(UnlockView(UnlockPresenter(laptop, runner)), 1000, 760)
    stores: list[OpenStore] = []
    view.opened.connect(stores.append)
    view.begin(use_keyring=False)
    with qtbot.waitSignal(view.opened):
        _type(qtbot, PASSPHRASE)
        assert not stores, "the work is done elsewhere"
    stores[0].close()


def test_that_the_button_says_that_it_is_at_work(laptop: Laptop, shown: Show, qtbot: QtBot) -> None:
    make_closed_store(laptop)
    jobs = HeldJobs()
    view = shown(UnlockView(UnlockPresenter(laptop, jobs)), 1000, 760)
    view.begin(use_keyring=False)
    button = view.unlock_page._primary
    assert button is not None
    _type(qtbot, "not the passphrase")
    assert button.text() == "Opening…"
    jobs.let_go()
    assert button.text() == "Open"
    assert "does not open" in view.unlock_page.banner.text()


def test_that_the_wait_closes_the_button_and_leaves_the_focus_in_the_field(
    view: UnlockView, laptop: Laptop, qtbot: QtBot, clock: FixedClock
) -> None:
    make_closed_store(laptop)
    view.begin()
    for _try in range(4):
        _type(qtbot, "not the passphrase")
    page = view.unlock_page
    assert page._primary is not None
    assert page.wait.text() == "You can try again in 2 seconds."
    assert not page._primary.isEnabled()
    assert page.passphrase.isAncestorOf(QApplication.focusWidget())
    clock.advance(2)
    page.wait.ticked.emit()
    assert not page.wait.isVisible()
    assert page._primary.isEnabled()


def test_that_nothing_typed_stays_behind_once_the_store_is_open(
    view: UnlockView, laptop: Laptop, qtbot: QtBot
) -> None:
    make_closed_store(laptop)
    view.begin()
    _type(qtbot, PASSPHRASE)
    assert view.unlock_page.passphrase.value() is None


def test_that_the_recovery_key_cannot_be_copied(view: UnlockView, qtbot: QtBot) -> None:
    view.begin()
    view.show_recovery_key(GROUPS)
    QApplication.clipboard().setText("before")
    key = view.recovery_key_page.key
    qtbot.keyClick(key, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(key, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "before"


def test_that_a_screen_reader_spells_the_recovery_key_out(view: UnlockView) -> None:
    view.begin()
    view.show_recovery_key(GROUPS)
    assert view.recovery_key_page.key.accessibleDescription().startswith("7 X P 3, 3 B M 1")


def test_that_the_printed_sheet_holds_every_group(themed: Callable[[], object]) -> None:
    themed()
    whole, seven = _drawn(GROUPS), _drawn(GROUPS[:-1])
    assert whole != seven, "the last group leaves its mark"
    assert whole != _drawn((*GROUPS[:-1], "31EY"))


def test_that_the_sheet_is_one_page_on_a_printer(
    tmp_path: Path, themed: Callable[[], object]
) -> None:
    themed()
    paper = QPdfWriter(str(tmp_path / "paper.pdf"))
    RecoverySheet(GROUPS, "Robin Example (made up)").print_on(paper)
    del paper
    assert (tmp_path / "paper.pdf").read_bytes().count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("appearance", APPEARANCES.values(), ids=APPEARANCES.keys())
def test_that_every_page_can_be_used_by_everyone(
    laptop: Laptop,
    shown: Show,
    themed: Callable[[Appearance], object],
    appearance: Appearance,
) -> None:
    themed(appearance)
    presenter = UnlockPresenter(laptop, InlineRunner(), restore=_nothing)
    view = shown(UnlockView(presenter), 1200, 1000)
    view.begin()
    view.show_recovery_key(GROUPS)
    view.ask_for_groups((3, 7))
    for page in Page:
        presenter.go_to(page)
        settle()
        for check in ALL_CHECKS:
            check(view)


def test_that_nothing_is_scrolled_sideways_at_double_size(
    laptop: Laptop, shown: Show, themed: Callable[[Appearance], object]
) -> None:
    themed(APPEARANCES["large"])
    presenter = UnlockPresenter(laptop, InlineRunner(), restore=_nothing)
    view = shown(UnlockView(presenter), 1000, 760)
    view.begin()
    view.show_recovery_key(GROUPS)
    for page in Page:
        presenter.go_to(page)
        settle()
        assert view._shown().horizontalScrollBar().maximum() == 0, page


def _drawn(groups: tuple[str, ...]) -> QImage:
    image = QImage(900, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    RecoverySheet(groups, "Robin Example (made up)").draw(painter, QRectF(image.rect()))
    painter.end()
    return image


def _nothing(_backup: Path) -> None:
    """Bring nothing back."""
