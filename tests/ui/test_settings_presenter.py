"""Settings without the screen: what each wish does to the real store and vault."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from held_jobs import HeldJobs
from hypothesis import given
from hypothesis import strategies as st
from made_up_laptop import OWNER, PASSPHRASE, laptop_in

from fixed_clock import FixedClock
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.services.access import Laptop, make_store
from iro_desktop.services.ports import OpenStore
from iro_desktop.store import restore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.settings.kept_appearance import NAME, keep_appearance, read_appearance
from iro_desktop.ui.settings.presenter import KeyringState, SettingsPresenter
from iro_desktop.ui.settings.sections import Section
from iro_desktop.ui.widgets.passphrase_advice import NewPassphraseFaults

NEW = "green kettle harbour"


@dataclass
class ListedScreen:
    """Keeps what it was asked to show."""

    done: list[tuple[Section, str]] = field(default_factory=list)
    notes: list[tuple[Section, str]] = field(default_factory=list)
    faults: list[tuple[Section, str]] = field(default_factory=list)
    busy: list[tuple[Section, bool]] = field(default_factory=list)
    new_passphrase_faults: list[NewPassphraseFaults] = field(default_factory=list)
    keyring: list[KeyringState] = field(default_factory=list)

    def show_done(self, section: Section, text: str) -> None:
        self.done.append((section, text))

    def show_note(self, section: Section, text: str) -> None:
        self.notes.append((section, text))

    def show_fault(self, section: Section, text: str) -> None:
        self.faults.append((section, text))

    def show_busy(self, section: Section, busy: bool) -> None:  # noqa: FBT001
        self.busy.append((section, busy))

    def show_new_passphrase_faults(self, faults: NewPassphraseFaults) -> None:
        self.new_passphrase_faults.append(faults)

    def show_keyring(self, state: KeyringState) -> None:
        self.keyring.append(state)


@pytest.fixture
def laptop(tmp_path: Path, clock: FixedClock) -> Laptop:
    return laptop_in(tmp_path / "laptop", clock)


@pytest.fixture
def opened(laptop: Laptop) -> Iterator[OpenStore]:
    made = make_store(laptop, PASSPHRASE, OWNER)
    yield made.store
    made.store.close()


@pytest.fixture
def seen() -> ListedScreen:
    return ListedScreen()


@pytest.fixture
def presenter(
    opened: OpenStore,
    laptop: Laptop,
    clock: FixedClock,
    seen: ListedScreen,
) -> SettingsPresenter:
    made = SettingsPresenter(opened, laptop, clock, InlineRunner(), lambda _change: None)
    made.begin(seen)
    return made


def test_that_who_the_iro_is_is_kept(presenter: SettingsPresenter) -> None:
    assert presenter.owner() == OWNER
    presenter.keep_owner(replace(OWNER, telephone="01632 960 002"))
    assert presenter.owner().telephone == "01632 960 002"


def test_that_the_passphrase_is_changed_and_the_store_is_the_same(
    presenter: SettingsPresenter, laptop: Laptop, seen: ListedScreen
) -> None:
    before = laptop.keys.unlock(PASSPHRASE)
    presenter.change_passphrase(PASSPHRASE, NEW, NEW)
    assert seen.done[-1][0] is Section.PASSPHRASE
    assert laptop.keys.unlock(NEW) == before


def test_that_a_wrong_present_passphrase_changes_nothing(
    presenter: SettingsPresenter, laptop: Laptop, seen: ListedScreen
) -> None:
    presenter.change_passphrase("not the passphrase", NEW, NEW)
    assert seen.faults[-1][0] is Section.PASSPHRASE
    assert laptop.keys.unlock(PASSPHRASE)


@pytest.mark.parametrize(("new", "again"), [("robin example", "robin example"), (NEW, "")])
def test_that_a_weak_or_unrepeated_passphrase_is_not_even_tried(
    presenter: SettingsPresenter, laptop: Laptop, seen: ListedScreen, new: str, again: str
) -> None:
    presenter.change_passphrase(PASSPHRASE, new, again)
    assert seen.new_passphrase_faults[-1]
    assert not seen.busy
    assert laptop.keys.unlock(PASSPHRASE)


def test_that_the_sign_in_opens_the_store_only_while_that_is_chosen(
    presenter: SettingsPresenter, laptop: Laptop, seen: ListedScreen
) -> None:
    assert seen.keyring == [KeyringState.OFF]
    presenter.remember(PASSPHRASE)
    assert seen.keyring[-1] is KeyringState.ON
    assert laptop.keys.remembered() == laptop.keys.unlock(PASSPHRASE)
    presenter.forget()
    assert seen.keyring[-1] is KeyringState.OFF
    assert laptop.keys.remembered() is None


def test_that_the_sign_in_is_not_trusted_without_the_passphrase(
    presenter: SettingsPresenter, laptop: Laptop, seen: ListedScreen
) -> None:
    presenter.remember("not the passphrase")
    assert seen.faults[-1][0] is Section.KEYRING
    assert laptop.keys.remembered() is None


def test_that_a_computer_without_a_keyring_is_told_of(
    tmp_path: Path, clock: FixedClock, seen: ListedScreen
) -> None:
    laptop = laptop_in(tmp_path / "bare", clock, keyring_works=False)
    store = make_store(laptop, PASSPHRASE, OWNER).store
    presenter = SettingsPresenter(store, laptop, clock, InlineRunner(), lambda _change: None)
    presenter.begin(seen)
    presenter.remember(PASSPHRASE)
    store.close()
    assert seen.keyring[-1] is KeyringState.MISSING
    assert not seen.done


def test_that_a_backup_can_be_brought_back(
    presenter: SettingsPresenter, seen: ListedScreen, tmp_path: Path, clock: FixedClock
) -> None:
    presenter.back_up(tmp_path / "made-up.backup")
    section, words = seen.done[-1]
    assert section is Section.BACKUP
    assert "made-up.backup" in words
    assert str(tmp_path) not in words
    other = laptop_in(tmp_path / "other", clock)
    restore(tmp_path / "made-up.backup", other.folder)
    store = other.open_store(other.folder, other.keys.unlock(PASSPHRASE))
    store.close()


def test_that_a_backup_that_cannot_be_written_says_so(
    presenter: SettingsPresenter, seen: ListedScreen, tmp_path: Path
) -> None:
    presenter.back_up(tmp_path / "no such folder" / "made-up.backup")
    assert seen.faults[-1][0] is Section.BACKUP
    assert seen.busy == [(Section.BACKUP, True), (Section.BACKUP, False)]


def test_that_a_whole_store_is_said_to_be_whole(
    presenter: SettingsPresenter, seen: ListedScreen
) -> None:
    presenter.verify()
    assert seen.done[-1][0] is Section.BACKUP


def test_that_one_backup_is_made_at_a_time(
    opened: OpenStore, laptop: Laptop, clock: FixedClock, seen: ListedScreen, tmp_path: Path
) -> None:
    jobs = HeldJobs()
    presenter = SettingsPresenter(opened, laptop, clock, jobs, lambda _change: None)
    presenter.begin(seen)
    presenter.back_up(tmp_path / "one.backup")
    presenter.back_up(tmp_path / "two.backup")
    jobs.let_go()
    assert (tmp_path / "one.backup").exists()
    assert not (tmp_path / "two.backup").exists()


@given(
    st.sampled_from(["light", "dark", "system"]),
    st.integers(100, 200),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_that_an_appearance_is_read_as_it_was_kept(
    tmp_path_factory: pytest.TempPathFactory, scheme: str, percent: int, language: str
) -> None:
    folder = tmp_path_factory.mktemp("laptop")
    appearance = Appearance.for_language(language, scheme, percent)  # type: ignore[arg-type]  # drawn from the three
    keep_appearance(folder, appearance)
    assert read_appearance(folder) == appearance


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"scheme": "purple", "text_percent": 100, "language": "en-GB"}',
        b'{"scheme": "dark", "text_percent": 900, "language": "en-GB"}',
        b'{"scheme": "dark", "text_percent": null, "language": "en-GB"}',
        b'{"scheme": "dark", "text_percent": 100, "language": "tlh"}',
        b'{"scheme": ["dark"], "text_percent": 100, "language": {}}',
    ],
)
def test_that_a_spoilt_appearance_is_the_usual_one(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / NAME).write_bytes(kept)
    assert read_appearance(tmp_path) == Appearance()


def test_that_no_appearance_is_the_usual_one(tmp_path: Path) -> None:
    assert read_appearance(tmp_path / "nothing here") == Appearance()


def test_that_an_appearance_that_cannot_be_kept_is_said(
    opened: OpenStore, laptop: Laptop, clock: FixedClock, seen: ListedScreen, tmp_path: Path
) -> None:
    occupied = tmp_path / "occupied"
    occupied.write_text("made up")
    elsewhere = replace(laptop, folder=occupied)
    presenter = SettingsPresenter(opened, elsewhere, clock, InlineRunner(), lambda _change: None)
    presenter.begin(seen)
    presenter.keep_appearance(Appearance("dark"))
    assert seen.faults[-1][0] is Section.APPEARANCE
