"""The first screen: it fills the window until a store is open."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.services.ports import OpenStore
from iro_desktop.ui.unlock import presenter as p
from iro_desktop.ui.unlock.about_you_page import AboutYouPage
from iro_desktop.ui.unlock.check_back_page import CheckBackPage
from iro_desktop.ui.unlock.new_passphrase_page import NewPassphrasePage
from iro_desktop.ui.unlock.page import UnlockPage
from iro_desktop.ui.unlock.recover_page import RecoverPage
from iro_desktop.ui.unlock.recovery_key_page import RecoveryKeyPage
from iro_desktop.ui.unlock.restore_page import RestorePage
from iro_desktop.ui.unlock.unlock_page import PassphrasePage
from iro_desktop.ui.widgets.passphrase_advice import NewPassphraseFaults


class UnlockView(QWidget):
    """Pages of which one is seen. `opened` carries the OpenStore, once."""

    opened = Signal(object)

    def __init__(self, presenter: p.UnlockPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._presenter = presenter
        self.unlock_page = PassphrasePage()
        self.recover_page = RecoverPage()
        self.about_you_page = AboutYouPage(can_restore=presenter.can_restore)
        self.new_passphrase_page = NewPassphrasePage()
        self.recovery_key_page = RecoveryKeyPage()
        self.check_back_page = CheckBackPage()
        self.restore_page = RestorePage()
        self._pages: dict[p.Page, UnlockPage] = {
            p.Page.OPENING: UnlockPage(tr("Opening your store…")),
            p.Page.UNLOCK: self.unlock_page,
            p.Page.RECOVER: self.recover_page,
            p.Page.ABOUT_YOU: self.about_you_page,
            p.Page.PASSPHRASE: self.new_passphrase_page,
            p.Page.RECOVERY_KEY: self.recovery_key_page,
            p.Page.CHECK_BACK: self.check_back_page,
            p.Page.RESTORE: self.restore_page,
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()

    def begin(self, *, use_keyring: bool = True) -> None:
        """Bring the first page. After locking by hand `use_keyring` is False."""
        self._presenter.begin(self, use_keyring=use_keyring)

    def let_go(self) -> None:
        """The window is closing: close a store that was made and not handed over."""
        self._presenter.let_go()

    def _connect(self) -> None:
        wishes = self._presenter
        self.unlock_page.gone_on.connect(self._on_unlock)
        self.unlock_page.recovery_chosen.connect(lambda: wishes.go_to(p.Page.RECOVER))
        self.recover_page.gone_on.connect(self._on_recover)
        self.recover_page.gone_back.connect(lambda: wishes.go_to(p.Page.UNLOCK))
        self.about_you_page.gone_on.connect(lambda: wishes.introduce(self.about_you_page.owner()))
        self.about_you_page.restore_chosen.connect(lambda: wishes.go_to(p.Page.RESTORE))
        self.new_passphrase_page.gone_on.connect(self._on_make)
        self.new_passphrase_page.gone_back.connect(lambda: wishes.go_to(p.Page.ABOUT_YOU))
        self.recovery_key_page.gone_on.connect(wishes.ask_back)
        self.check_back_page.gone_on.connect(
            lambda: wishes.check_back(self.check_back_page.typed())
        )
        self.check_back_page.gone_back.connect(lambda: wishes.go_to(p.Page.RECOVERY_KEY))
        self.restore_page.file_chosen.connect(self._on_backup_chosen)
        self.restore_page.gone_back.connect(lambda: wishes.go_to(p.Page.ABOUT_YOU))
        for wait in (self.unlock_page.wait, self.recover_page.wait):
            wait.ticked.connect(wishes.tick)

    def _on_unlock(self) -> None:
        self._presenter.unlock(self.unlock_page.passphrase.value() or "")

    def _on_recover(self) -> None:
        page = self.recover_page
        new = page.new_passphrase
        self._presenter.recover(page.recovery_key.value() or "", new.passphrase(), new.again())

    def _on_make(self) -> None:
        new = self.new_passphrase_page.new_passphrase
        self._presenter.make(new.passphrase(), new.again())

    def _on_backup_chosen(self, backup: Path) -> None:
        self._presenter.restore_from(backup)

    # What the presenter asks

    def show_page(self, page: p.Page) -> None:
        """Bring a page, with the focus where the person begins."""
        if page is p.Page.PASSPHRASE:
            names = p.owner_words(self._presenter.owner)
            self.new_passphrase_page.new_passphrase.set_owner(names)
        shown = self._pages[page]
        if page in {p.Page.UNLOCK, p.Page.RECOVER}:
            shown.clear()
        self._stack.setCurrentWidget(shown)
        shown.start()

    def show_busy(self, busy: bool) -> None:  # noqa: FBT001 - one state, named
        """Say on the page's button that it is at work, or no longer."""
        self._shown().set_busy(busy)

    def show_fault(self, text: str) -> None:
        """Say what went wrong and what to do."""
        self._shown().banner.say(text, "danger")
        self._shown().focus_first()

    def show_notice(self, text: str) -> None:
        """Say something good."""
        self._shown().banner.say(text, "success")

    def show_wait(self, seconds: int) -> None:
        """Say how long until the next try; 0 when the wait is over."""
        for page in (self.unlock_page, self.recover_page):
            page.wait.show_seconds(seconds)
            page.set_waiting(seconds > 0)

    def show_new_passphrase_faults(self, faults: NewPassphraseFaults) -> None:
        """Say beside the fields what is wrong with a new passphrase."""
        page = self._shown()
        if isinstance(page, RecoverPage | NewPassphrasePage):
            page.new_passphrase.show_faults(faults)

    def show_recovery_key_missing(self) -> None:
        """Say that a recovery key is needed."""
        self.recover_page.show_key_missing()

    def show_name_missing(self) -> None:
        """Say that a name is needed."""
        self.about_you_page.show_name_missing()

    def show_recovery_key(self, groups: tuple[str, ...]) -> None:
        """Set the groups out to be written down."""
        self.recovery_key_page.show_groups(groups, self._presenter.owner.name)
        self.new_passphrase_page.clear()

    def ask_for_groups(self, numbers: tuple[int, ...]) -> None:
        """Ask for these groups, numbered from 1."""
        self.check_back_page.ask_for(numbers)

    def show_wrong_groups(self, wrong: tuple[bool, ...]) -> None:
        """Mark which of the groups asked for were not right."""
        self.check_back_page.show_wrong(wrong)

    def hand_over(self, store: OpenStore) -> None:
        """The store is open: let go of all that was typed, and tell the window."""
        for page in self._pages.values():
            page.clear()
        self.opened.emit(store)

    def _shown(self) -> UnlockPage:
        return self._pages[self._presenter.page]
