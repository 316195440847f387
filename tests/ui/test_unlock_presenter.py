"""The first screen without the screen: which page comes when, over the real vault and store."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from held_jobs import HeldJobs
from made_up_laptop import OWNER, PASSPHRASE, laptop_in, make_closed_store

from fixed_clock import FixedClock
from iro_desktop.domain.review_record import Signatory
from iro_desktop.services import owner
from iro_desktop.services.access import Laptop, remember
from iro_desktop.services.ports import OpenStore
from iro_desktop.store import restore
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.unlock.presenter import Page, UnlockPresenter
from iro_desktop.ui.widgets.passphrase_advice import NewPassphraseFaults

FREE_TRIES = 3


@dataclass
class ListedScreen:
    """Keeps what it was asked to show."""

    pages: list[Page] = field(default_factory=list)
    busy: list[bool] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    waits: list[int] = field(default_factory=list)
    new_passphrase_faults: list[NewPassphraseFaults] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    groups: tuple[str, ...] = ()
    asked: tuple[int, ...] = ()
    wrong: tuple[bool, ...] = ()
    stores: list[OpenStore] = field(default_factory=list)

    def show_page(self, page: Page) -> None:
        self.pages.append(page)

    def show_busy(self, busy: bool) -> None:  # noqa: FBT001
        self.busy.append(busy)

    def show_fault(self, text: str) -> None:
        self.faults.append(text)

    def show_notice(self, text: str) -> None:
        self.notices.append(text)

    def show_wait(self, seconds: int) -> None:
        self.waits.append(seconds)

    def show_new_passphrase_faults(self, faults: NewPassphraseFaults) -> None:
        self.new_passphrase_faults.append(faults)

    def show_recovery_key_missing(self) -> None:
        self.missing.append("recovery key")

    def show_name_missing(self) -> None:
        self.missing.append("name")

    def show_recovery_key(self, groups: tuple[str, ...]) -> None:
        self.groups = groups

    def ask_for_groups(self, numbers: tuple[int, ...]) -> None:
        self.asked = numbers

    def show_wrong_groups(self, wrong: tuple[bool, ...]) -> None:
        self.wrong = wrong

    def hand_over(self, store: OpenStore) -> None:
        self.stores.append(store)
        store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "laptop"


@pytest.fixture
def laptop(folder: Path, clock: FixedClock) -> Laptop:
    return laptop_in(folder, clock)


@pytest.fixture
def seen() -> ListedScreen:
    return ListedScreen()


@pytest.fixture
def presenter(laptop: Laptop) -> UnlockPresenter:
    return UnlockPresenter(laptop, InlineRunner(), pick=lambda _count: (2, 6))


def test_that_a_laptop_without_a_store_begins_with_who_the_iro_is(
    presenter: UnlockPresenter, seen: ListedScreen
) -> None:
    presenter.begin(seen)
    assert seen.pages == [Page.ABOUT_YOU]


def test_that_a_name_is_needed_before_the_passphrase(
    presenter: UnlockPresenter, seen: ListedScreen
) -> None:
    presenter.begin(seen)
    presenter.introduce(Signatory(name="  ", telephone="01632 960 001"))
    assert seen.missing == ["name"]
    assert seen.pages == [Page.ABOUT_YOU]
    presenter.introduce(OWNER)
    assert seen.pages[-1] is Page.PASSPHRASE


def test_that_no_store_is_made_under_a_weak_passphrase(
    presenter: UnlockPresenter, seen: ListedScreen, laptop: Laptop
) -> None:
    presenter.begin(seen)
    presenter.introduce(OWNER)
    presenter.make("robin example", "robin example")
    assert seen.new_passphrase_faults[-1].passphrase
    presenter.make(PASSPHRASE, PASSPHRASE + "s")
    assert seen.new_passphrase_faults[-1].again
    assert not laptop.keys.exists()


def test_that_a_new_store_opens_only_once_two_groups_are_read_back(
    presenter: UnlockPresenter, seen: ListedScreen
) -> None:
    presenter.begin(seen)
    presenter.introduce(OWNER)
    presenter.make(PASSPHRASE, PASSPHRASE)
    assert seen.pages[-1] is Page.RECOVERY_KEY
    presenter.ask_back()
    assert (seen.pages[-1], seen.asked) == (Page.CHECK_BACK, (3, 7))
    presenter.check_back([seen.groups[2], "####"])
    assert seen.wrong == (False, True)
    assert not seen.stores
    presenter.check_back([seen.groups[2].lower(), f" {seen.groups[6]} "])
    assert len(seen.stores) == 1


def test_that_a_new_store_knows_its_owner(
    presenter: UnlockPresenter, seen: ListedScreen, laptop: Laptop
) -> None:
    make_closed_store(laptop)
    presenter.begin(seen, use_keyring=False)
    kept: list[Signatory] = []
    seen.hand_over = lambda store: kept.append(_owner_of(store))  # type: ignore[method-assign]  # to look before it closes
    presenter.unlock(PASSPHRASE)
    assert kept == [OWNER]


def test_that_a_window_closed_before_the_check_lets_go_of_the_new_store(
    presenter: UnlockPresenter, seen: ListedScreen, laptop: Laptop
) -> None:
    presenter.begin(seen)
    presenter.introduce(OWNER)
    presenter.make(PASSPHRASE, PASSPHRASE)
    presenter.let_go()
    reopened = laptop.open_store(laptop.folder, laptop.keys.unlock(PASSPHRASE))
    reopened.close()


def test_that_a_wrong_passphrase_is_worded_and_the_right_one_opens(
    presenter: UnlockPresenter, seen: ListedScreen, laptop: Laptop
) -> None:
    make_closed_store(laptop)
    presenter.begin(seen)
    assert seen.pages == [Page.OPENING, Page.UNLOCK]
    presenter.unlock("not the passphrase")
    assert "does not open" in seen.faults[-1]
    presenter.unlock(PASSPHRASE)
    assert len(seen.stores) == 1


def test_that_an_empty_passphrase_is_not_a_try(
    presenter: UnlockPresenter, seen: ListedScreen, laptop: Laptop
) -> None:
    make_closed_store(laptop)
    presenter.begin(seen)
    for _press in range(FREE_TRIES + 2):
        presenter.unlock("")
    assert laptop.keys.seconds_to_wait() == 0


def test_that_the_wait_after_failures_is_counted_down_to_nought(
    presenter: UnlockPresenter, seen: ListedScreen, laptop: Laptop, clock: FixedClock
) -> None:
    make_closed_store(laptop)
    presenter.begin(seen)
    for _try in range(FREE_TRIES + 1):
        presenter.unlock("not the passphrase")
    assert seen.waits == [2]
    faults = len(seen.faults)
    presenter.unlock(PASSPHRASE)
    assert not seen.stores
    assert len(seen.faults) == faults, "the countdown says it already"
    clock.advance(1)
    presenter.tick()
    clock.advance(1)
    presenter.tick()
    assert seen.waits[-2:] == [1, 0]
    presenter.unlock(PASSPHRASE)
    assert len(seen.stores) == 1


def test_that_a_wait_goes_on_after_the_program_was_started_anew(
    presenter: UnlockPresenter, seen: ListedScreen, folder: Path, clock: FixedClock
) -> None:
    before = laptop_in(folder, clock)
    make_closed_store(before)
    failing = UnlockPresenter(before, InlineRunner())
    failing.begin(ListedScreen())
    for _try in range(FREE_TRIES + 2):
        failing.unlock("not the passphrase")
        clock.advance(2)
    after = UnlockPresenter(laptop_in(folder, clock), InlineRunner())
    after.begin(seen)
    assert seen.waits == [2]


def test_that_the_recovery_key_opens_the_store_under_a_new_passphrase(
    presenter: UnlockPresenter, seen: ListedScreen, laptop: Laptop
) -> None:
    key = make_closed_store(laptop)
    presenter.begin(seen)
    presenter.recover("", "green kettle harbour", "green kettle harbour")
    assert seen.missing == ["recovery key"]
    presenter.recover(key.lower().replace("-", " "), "green kettle harbour", "green kettle harbour")
    assert len(seen.stores) == 1
    presenter.unlock("green kettle harbour")
    assert len(seen.stores) == 2


def test_that_the_computers_sign_in_opens_the_store_where_it_was_chosen(
    presenter: UnlockPresenter, seen: ListedScreen, laptop: Laptop
) -> None:
    make_closed_store(laptop)
    remember(laptop, PASSPHRASE)
    presenter.begin(seen)
    assert len(seen.stores) == 1
    presenter.begin(seen, use_keyring=False)
    assert seen.pages[-1] is Page.UNLOCK
    assert len(seen.stores) == 1, "locked by hand, it stays locked"


def test_that_a_fault_while_the_sign_in_opens_leads_to_the_passphrase(
    presenter: UnlockPresenter, seen: ListedScreen, laptop: Laptop
) -> None:
    make_closed_store(laptop)
    remember(laptop, PASSPHRASE)
    held = laptop.open_store(laptop.folder, laptop.keys.unlock(PASSPHRASE))
    try:
        presenter.begin(seen)
    finally:
        held.close()
    assert seen.pages[-1] is Page.UNLOCK
    assert "another window" in seen.faults[-1]


def test_that_a_backup_is_brought_back_and_opened(
    tmp_path: Path, seen: ListedScreen, laptop: Laptop, clock: FixedClock
) -> None:
    make_closed_store(laptop)
    store = laptop.open_store(laptop.folder, laptop.keys.unlock(PASSPHRASE))
    store.back_up(tmp_path / "made-up.backup")
    store.close()
    empty = laptop_in(tmp_path / "other laptop", clock)
    presenter = UnlockPresenter(
        empty, InlineRunner(), restore=lambda backup: restore(backup, empty.folder)
    )
    presenter.begin(seen)
    presenter.go_to(Page.RESTORE)
    presenter.restore_from(tmp_path / "made-up.backup")
    assert seen.pages[-1] is Page.UNLOCK
    assert seen.notices
    presenter.unlock(PASSPHRASE)
    assert len(seen.stores) == 1


def test_that_a_file_that_is_no_backup_is_refused_on_the_same_page(
    tmp_path: Path, seen: ListedScreen, laptop: Laptop
) -> None:
    presenter = UnlockPresenter(
        laptop, InlineRunner(), restore=lambda backup: restore(backup, laptop.folder)
    )
    presenter.begin(seen)
    presenter.go_to(Page.RESTORE)
    other = tmp_path / "letter.txt"
    other.write_text("made up")
    presenter.restore_from(other)
    assert seen.pages[-1] is Page.RESTORE
    assert "not a backup" in seen.faults[-1]


def test_that_a_second_wish_waits_for_the_first(laptop: Laptop, seen: ListedScreen) -> None:
    make_closed_store(laptop)
    jobs = HeldJobs()
    presenter = UnlockPresenter(laptop, jobs)
    presenter.begin(seen, use_keyring=False)
    presenter.unlock(PASSPHRASE)
    presenter.unlock(PASSPHRASE)
    presenter.go_to(Page.RECOVER)
    assert seen.busy == [True]
    assert seen.pages == [Page.UNLOCK]
    jobs.let_go()
    assert seen.busy == [True, False]
    assert len(seen.stores) == 1


def test_that_a_bug_is_not_worded_as_a_fault(seen: ListedScreen, laptop: Laptop) -> None:
    presenter = UnlockPresenter(laptop, InlineRunner(), restore=_broken)
    presenter.begin(seen)
    with pytest.raises(ZeroDivisionError):
        presenter.restore_from(laptop.folder)
    assert seen.busy == [True, False]
    assert not seen.faults


def test_that_what_is_slow_to_load_is_loaded_while_the_person_types(
    laptop: Laptop, seen: ListedScreen
) -> None:
    loaded: list[str] = []
    jobs = HeldJobs()
    warm_up: Callable[[], None] = lambda: loaded.append("loaded")  # noqa: E731
    UnlockPresenter(laptop, jobs, warm_up=warm_up).begin(seen)
    assert seen.pages == [Page.ABOUT_YOU]
    assert not loaded
    jobs.let_go()
    assert loaded == ["loaded"]


def _owner_of(store: OpenStore) -> Signatory:
    try:
        return owner.read(store.unit_of_work)
    finally:
        store.close()


def _broken(_backup: Path) -> None:
    raise ZeroDivisionError
