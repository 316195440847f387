"""The team's hub in the settings: joined by a code and in the browser, signed in again, left."""

from collections.abc import Callable, Iterator

import pytest
from accessibility_checks import ALL_CHECKS, settle
from held_jobs import HeldJobs
from looks import LOOKS
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from browser_of_the_test import Browser
from fixed_clock import FixedClock
from iro_desktop.hub.browser_sign_in import HttpSignInPages
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import CodeRefused, HubAway
from iro_desktop.services.team_hub import membership
from iro_desktop.services.team_hub.port import HubDoor
from iro_desktop.services.team_hub.signing_in import WaysIn
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.runner import InlineRunner, Runner
from iro_desktop.ui.settings.hub.panel import HubPanel
from iro_desktop.ui.settings.hub.presenter import HubPresenter, Question
from iro_desktop.ui.settings.sections import Section, SectionWork
from iro_desktop.vault.sealing import NaclBoxes
from iro_desktop.wire.people import Enrol, Enrolled, Person, SignIn, SignInSettings
from small_issuer import SmallIssuer

ADDRESS = "https://hub.example.org"
CODE = "ABCD-EFGH"
OFFICER = Person("p", "Made-up Officer", "iro", "North")


class DoorOfTheTest(HubDoor):
    """Takes one code, and any account of its issuer."""

    def __init__(self) -> None:
        self.settings = SignInSettings()
        self.person = OFFICER
        self.closed = 0
        self.is_away = False

    def close(self) -> None:
        self.closed += 1

    def sign_in_settings(self) -> SignInSettings:
        return self.settings

    def enrol(self, request: Enrol) -> Enrolled:
        if self.is_away:
            raise HubAway
        if request.code != CODE:
            raise CodeRefused
        return self._enrolled()

    def sign_in(self, request: SignIn) -> Enrolled:
        return self._enrolled()

    def _enrolled(self) -> Enrolled:
        return Enrolled("t" * 43, "2027-02-20T10:00:00+00:00", self.person, "h", "Madeupshire hub")


class PageOfTheTest:
    """The settings' page: its one card is the hub's."""

    def __init__(self, panel: HubPanel) -> None:
        self._panel = panel

    def show_done(self, _section: Section, text: str) -> None:
        self._panel.say_done(text)

    def show_note(self, _section: Section, text: str) -> None:
        self._panel.say_note(text)

    def show_fault(self, _section: Section, text: str) -> None:
        self._panel.say_fault(text)

    def show_busy(self, _section: Section, busy: bool) -> None:  # noqa: FBT001 - as the screen
        self._panel.set_busy(busy)


@pytest.fixture
def door() -> DoorOfTheTest:
    return DoorOfTheTest()


@pytest.fixture
def changes() -> list[Changed]:
    return []


@pytest.fixture
def panel(shown: Callable[..., HubPanel]) -> HubPanel:
    return shown(HubPanel(), 800, 700)


Joined = Callable[[JobRunner], HubPresenter]


@pytest.fixture
def joined_to(
    store: SqlStore,
    clock: FixedClock,
    door: DoorOfTheTest,
    panel: HubPanel,
    changes: list[Changed],
) -> Joined:
    """The panel and its presenter, put together as the settings do it."""
    kept: list[HubPresenter] = []  # a signal does not keep whom it tells

    def join(jobs: JobRunner) -> HubPresenter:
        work = SectionWork(jobs)
        work.begin(PageOfTheTest(panel))
        ways = WaysIn(lambda _address: door, NaclBoxes, HttpSignInPages)
        made = HubPresenter(store.unit_of_work, clock, ways, jobs, work, changes.append)
        panel.enrol_wished.connect(made.enrol)
        panel.sign_in_wished.connect(made.sign_in)
        panel.give_up_wished.connect(made.give_up)
        panel.confirmed.connect(made.confirm)
        panel.refused.connect(made.refuse)
        panel.leave_wished.connect(made.leave)
        made.begin(panel)
        kept.append(made)
        return made

    return join


class PagesOpened(QObject):
    """Stands where the system's browser is."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def opened() -> Iterator[PagesOpened]:
    made = PagesOpened()
    QDesktopServices.setUrlHandler("http", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("http")


def is_joined(store: SqlStore) -> bool:
    with store.unit_of_work() as uow:
        return bool(membership.token_of(uow))


def type_in(qtbot: QtBot, panel: HubPanel, address: str, code: str) -> None:
    panel.address.focus_first()
    qtbot.keyClicks(QApplication.focusWidget(), address)
    panel.code.focus_first()
    qtbot.keyClicks(QApplication.focusWidget(), code)


def press(qtbot: QtBot, button: QObject) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_that_a_laptop_is_joined_by_the_keyboard_once_the_person_says_it_is_them(
    qtbot: QtBot,
    panel: HubPanel,
    joined_to: Joined,
    store: SqlStore,
    door: DoorOfTheTest,
    changes: list[Changed],
) -> None:
    joined_to(InlineRunner())
    type_in(qtbot, panel, ADDRESS, CODE)
    press(qtbot, panel.enrol_button)
    assert "Madeupshire hub knows you as Made-up Officer" in panel.words.text()
    assert not is_joined(store)
    assert panel.yes_button.hasFocus()
    press(qtbot, panel.yes_button)
    assert is_joined(store)
    assert panel.state.text() == "Part of Madeupshire hub"
    assert "independent reviewing officer" in panel.words.text()
    assert panel.leave_button.hasFocus()
    assert len(changes) == 1
    assert door.closed == 1


def test_that_saying_no_keeps_nothing(
    qtbot: QtBot, panel: HubPanel, joined_to: Joined, store: SqlStore, changes: list[Changed]
) -> None:
    joined_to(InlineRunner())
    type_in(qtbot, panel, ADDRESS, CODE)
    press(qtbot, panel.enrol_button)
    press(qtbot, panel.no_button)
    assert not is_joined(store)
    assert panel.enrol_button.isVisible()
    assert panel.code.value() is None
    assert panel.holds_focus()
    assert changes == []


def test_that_what_is_missing_or_unsafe_is_said_beside_its_field(
    qtbot: QtBot, panel: HubPanel, joined_to: Joined
) -> None:
    joined_to(InlineRunner())
    press(qtbot, panel.enrol_button)
    assert panel._address_row.problem()
    assert panel._code_row.problem()
    type_in(qtbot, panel, "http://hub.example.org", "")
    press(qtbot, panel.sign_in_button)
    assert "HTTPS" in panel._address_row.problem()
    assert not panel.banner.isVisible()


@pytest.mark.parametrize(
    ("code", "is_away", "words"), [("X", False, "code"), (CODE, True, "reached")]
)
def test_that_a_fault_is_a_sentence_in_the_card(
    qtbot: QtBot,
    panel: HubPanel,
    joined_to: Joined,
    door: DoorOfTheTest,
    code: str,
    words: str,
    *,
    is_away: bool,
) -> None:
    door.is_away = is_away
    joined_to(InlineRunner())
    type_in(qtbot, panel, ADDRESS, code)
    press(qtbot, panel.enrol_button)
    assert words in panel.banner.text()
    assert panel.address.value() == ADDRESS
    assert door.closed == 1


def test_that_the_screen_goes_on_while_the_hub_is_asked(
    qtbot: QtBot, panel: HubPanel, joined_to: Joined, store: SqlStore
) -> None:
    jobs = HeldJobs()
    joined_to(jobs)
    type_in(qtbot, panel, ADDRESS, CODE)
    press(qtbot, panel.enrol_button)
    press(qtbot, panel.enrol_button)
    assert len(jobs.held) == 1
    jobs.let_go()
    assert panel.yes_button.isVisible()


def test_that_one_signs_in_in_the_browser(
    qtbot: QtBot,
    panel: HubPanel,
    joined_to: Joined,
    store: SqlStore,
    door: DoorOfTheTest,
    opened: PagesOpened,
    runner: Runner,
) -> None:
    with SmallIssuer() as issuer:
        door.settings = SignInSettings(issuer.url, issuer.client_id)
        joined_to(runner)
        type_in(qtbot, panel, ADDRESS, "")
        press(qtbot, panel.sign_in_button)
        qtbot.waitUntil(lambda: bool(opened.urls))
        assert panel.give_up_button.isVisible()
        with Browser().opened(opened.urls[0]):
            qtbot.waitUntil(panel.yes_button.isVisible)
    press(qtbot, panel.yes_button)
    assert is_joined(store)


def test_that_waiting_for_the_browser_can_be_given_up(
    qtbot: QtBot,
    panel: HubPanel,
    joined_to: Joined,
    store: SqlStore,
    door: DoorOfTheTest,
    opened: PagesOpened,
    runner: Runner,
) -> None:
    with SmallIssuer() as issuer:
        door.settings = SignInSettings(issuer.url, issuer.client_id)
        presenter = joined_to(runner)
        type_in(qtbot, panel, ADDRESS, "")
        press(qtbot, panel.sign_in_button)
        qtbot.waitUntil(lambda: bool(opened.urls))
        press(qtbot, panel.again_button)
        assert len(opened.urls) == 2
        press(qtbot, panel.give_up_button)
        assert panel.sign_in_button.isVisible()
        assert panel.holds_focus()
        qtbot.waitUntil(lambda: not runner.is_busy())
    presenter.give_up()
    assert not is_joined(store)
    assert not panel.banner.isVisible()


def test_that_who_is_signed_out_is_told_why_and_signs_in_again_as_themselves(
    qtbot: QtBot, panel: HubPanel, joined_to: Joined, store: SqlStore, door: DoorOfTheTest
) -> None:
    presenter = joined_to(InlineRunner())
    presenter.enrol(ADDRESS, CODE)
    presenter.confirm()
    with store.unit_of_work() as uow:
        membership.note_signed_out(uow)
    presenter.begin(panel)
    assert panel.state.text() == "Signed out"
    assert "asks Made-up Officer to sign in again" in panel.words.text()
    assert panel.address.value() == ADDRESS
    with store.unit_of_work() as uow:
        uow.settings.set("device", "another")
    presenter.begin(panel)
    assert "came out of a backup" in panel.words.text()
    presenter.enrol(ADDRESS, CODE)
    assert not panel.caution.isVisible()
    door.person = Person("q", "Another Officer", "iro", "North")
    presenter.enrol(ADDRESS, CODE)
    assert "this laptop was Made-up Officer’s" in panel.caution.text()


def test_that_leaving_is_asked_about_first_and_keeps_everything(
    qtbot: QtBot, panel: HubPanel, joined_to: Joined, store: SqlStore, changes: list[Changed]
) -> None:
    presenter = joined_to(InlineRunner())
    presenter.enrol(ADDRESS, CODE)
    presenter.confirm()
    press(qtbot, panel.leave_button)
    assert "stays here" in panel.words.text()
    assert panel.stay_button.hasFocus()
    press(qtbot, panel.stay_button)
    assert is_joined(store)
    press(qtbot, panel.leave_button)
    press(qtbot, panel.leave_now_button)
    assert not is_joined(store)
    assert panel.holds_focus()
    assert panel.address.value() == ADDRESS
    assert len(changes) == 2


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_that_each_face_of_the_card_can_be_used_by_everyone(
    shown: Callable[..., HubPanel], themed: Callable[[Appearance], object], look: Appearance
) -> None:
    themed(look)
    panel = shown(HubPanel(), 1000, 900)
    faces: list[Callable[[], None]] = [
        lambda: panel.show_outside(ADDRESS, "Why it is so."),
        lambda: panel.show_address_problem("This is wrong."),
        lambda: panel.show_question(Question("Madeupshire hub", "Made-up Officer", "Beware.")),
        lambda: panel.show_account("Madeupshire hub", "Made-up Officer", ADDRESS, "4 May 2027"),
        panel.leave_button.click,
    ]
    for show in faces:
        show()
        settle()
        for check in ALL_CHECKS:
            check(panel)
