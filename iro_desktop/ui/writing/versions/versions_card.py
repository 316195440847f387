"""Every version of the copy, newest first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.i18n import tr
from iro_desktop.services.versions import Listed
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.surfaces import Card, Divider
from iro_desktop.ui.writing.versions.version_row import VersionRow


class VersionsCard(Card):
    """`open_wanted` carries the id of the version that is to be read."""

    open_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Versions"))
        self.rows: list[VersionRow] = []
        self._shown: tuple[Listed, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(12))
        self.body.addLayout(self._list)
        self.hide()

    def show_versions(self, listed: tuple[Listed, ...], names: dict[EntityId, int]) -> None:
        """Show these; nothing at all where there is none."""
        if listed != self._shown:
            self._shown = listed
            empty(self._list)
            self.rows = [VersionRow(one, names) for one in listed]
            for number, row in enumerate(self.rows):
                row.open_wanted.connect(self.open_wanted)
                if number:
                    self._list.addWidget(Divider())
                self._list.addWidget(row)
        self.setVisible(bool(listed))
