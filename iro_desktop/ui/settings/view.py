"""The settings: a page of cards."""

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.review_record import Signatory
from iro_desktop.i18n import screen, tr
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.saving import Autosave
from iro_desktop.ui.settings.about.about_panel import AboutPanel
from iro_desktop.ui.settings.appearance_panel import AppearancePanel
from iro_desktop.ui.settings.backup_panel import BackupPanel
from iro_desktop.ui.settings.documents.panels import DocumentsPanels
from iro_desktop.ui.settings.due_dates.panels import DueDatesPanels
from iro_desktop.ui.settings.facts_panel import FactsPanel
from iro_desktop.ui.settings.forms.panel import FormsPanel
from iro_desktop.ui.settings.hub.panel import HubPanel
from iro_desktop.ui.settings.keyring_panel import KeyringPanel
from iro_desktop.ui.settings.owner_panel import OwnerPanel
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.settings.passphrase_panel import PassphrasePanel
from iro_desktop.ui.settings.practice.panel import PracticePanel
from iro_desktop.ui.settings.presenter import KeyringState, SettingsPresenter
from iro_desktop.ui.settings.sections import Section
from iro_desktop.ui.widgets.passphrase_advice import NewPassphraseFaults
from iro_desktop.ui.widgets.surfaces import PageHeader, ScrollPage


class SettingsView(QWidget):
    """`appearance_changed` carries an Appearance to wear from now on; it is kept already."""

    appearance_changed = Signal(object)

    def __init__(
        self,
        presenter: SettingsPresenter,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._presenter = presenter
        self.owner_panel = OwnerPanel()
        self.hub = HubPanel()
        self.appearance_panel = AppearancePanel()
        self.passphrase_panel = PassphrasePanel()
        self.keyring_panel = KeyringPanel()
        self.backup_panel = BackupPanel(presenter.today)
        self.due_dates = DueDatesPanels(presenter.due_dates)
        self.documents = DocumentsPanels(presenter.wording, presenter.look, presenter.words)
        self.forms = FormsPanel()
        self.practice = PracticePanel()
        self.facts_panel, self.about_panel = FactsPanel(presenter.folder), AboutPanel()
        self._panels: dict[Section, Panel] = {
            Section.OWNER: self.owner_panel,
            Section.HUB: self.hub,
            Section.APPEARANCE: self.appearance_panel,
            Section.BACKUP: self.backup_panel,
            Section.PASSPHRASE: self.passphrase_panel,
            Section.KEYRING: self.keyring_panel,
            **self.due_dates.by_section(),
            **self.documents.by_section(),
            Section.FORMS: self.forms,
            Section.PRACTICE: self.practice,
        }
        self._lay_out()
        self._autosave = Autosave(self._keep_owner, self)
        self._connect()
        self.owner_panel.show_owner(presenter.owner())
        self.appearance_panel.show_appearance(appearance)
        presenter.begin(self)
        presenter.due_dates.begin(self.due_dates)
        self._has_documents = False

    def on_changed(self, change: Changed) -> None:
        """Show what the council sent. What is being written, and not kept yet, stays."""
        if Topic.SETTINGS not in change.topics:
            return
        self._presenter.due_dates.look_again()
        if self._has_documents:
            self.documents.look_again()
            self._presenter.forms.look_again()
            self._presenter.practice.look_again()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Fill what takes long to read when it is first looked at, not when the store opens."""
        super().showEvent(event)
        if not self._has_documents:
            self._has_documents = True
            self.documents.begin()
            self._presenter.forms.begin(self.forms)
            self._presenter.practice.begin(self.practice)
            self._presenter.hub.begin(self.hub)
            self.about_panel.begin()
            self._presenter.list_languages(self.documents.languages.show_languages)

    def leave(self) -> bool:
        """Keep what was typed, now. Says whether nothing is left."""
        kept = self._autosave.flush()
        self._presenter.hub.give_up()
        return self.documents.wording.leave() and kept

    def _lay_out(self) -> None:
        page = ScrollPage()
        page.add(PageHeader(tr("Settings")), *self._panels.values())
        self.hub.setVisible(self._presenter.hub.has_ways)
        page.add(self.documents.languages, self.facts_panel, self.about_panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    def _connect(self) -> None:
        wishes = self._presenter
        self.owner_panel.typed.connect(lambda owner: self._autosave.touch("owner", owner))
        self.owner_panel.left.connect(self._autosave.flush)
        status = self.owner_panel.status
        self._autosave.saving_started.connect(status.show_saving)
        self._autosave.saved.connect(status.show_saved)
        self._autosave.failed.connect(self._on_not_kept)
        self.appearance_panel.appearance_picked.connect(self._on_appearance_picked)
        self.passphrase_panel.change_wished.connect(wishes.change_passphrase)
        self.keyring_panel.remember_wished.connect(wishes.remember)
        self.keyring_panel.forget_wished.connect(wishes.forget)
        self.backup_panel.place_chosen.connect(wishes.back_up)
        self.backup_panel.check_wished.connect(wishes.verify)
        self.forms.file_chosen.connect(wishes.forms.add_file)
        self.forms.retire_wished.connect(wishes.forms.retire)
        self.forms.use_again_wished.connect(wishes.forms.use_again)
        self.hub.enrol_wished.connect(wishes.hub.enrol)
        self.hub.sign_in_wished.connect(wishes.hub.sign_in)
        self.hub.give_up_wished.connect(wishes.hub.give_up)
        self.hub.confirmed.connect(wishes.hub.confirm)
        self.hub.refused.connect(wishes.hub.refuse)
        self.hub.leave_wished.connect(wishes.hub.leave)
        self.practice.file_chosen.connect(wishes.practice.use_file)
        self.practice.own_wished.connect(wishes.practice.use_own)

    def _keep_owner(self, _key: Hashable, value: object) -> None:
        if isinstance(value, Signatory):
            self._presenter.keep_owner(value)

    def _on_not_kept(self, fault: KnownFault) -> None:
        self.owner_panel.status.show_failed(str(words_for(fault, screen())))

    def _on_appearance_picked(self, appearance: Appearance) -> None:
        self._presenter.keep_appearance(appearance)
        self.appearance_changed.emit(appearance)

    # What the presenter asks

    def show_done(self, section: Section, text: str) -> None:
        """Say what was done."""
        self._panels[section].say_done(text)
        if section is Section.PASSPHRASE:
            self.passphrase_panel.clear()

    def show_note(self, section: Section, text: str) -> None:
        """Say something that is neither good nor bad."""
        self._panels[section].say_note(text)

    def show_fault(self, section: Section, text: str) -> None:
        """Say what went wrong and what to do."""
        self._panels[section].say_fault(text)

    def show_busy(self, section: Section, busy: bool) -> None:  # noqa: FBT001 - one state, named
        """Say that work is under way, or no longer."""
        self._panels[section].set_busy(busy)

    def show_new_passphrase_faults(self, faults: NewPassphraseFaults) -> None:
        """Say beside the fields what is wrong with a new passphrase."""
        self.passphrase_panel.new_passphrase.show_faults(faults)

    def show_keyring(self, state: KeyringState) -> None:
        """Show whether the sign-in opens the store."""
        self.keyring_panel.show_state(state)
