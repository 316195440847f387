"""Show the recovery key, this once, to be written down or printed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.unlock.page import UnlockPage
from iro_desktop.ui.unlock.recovery_sheet import RecoverySheet
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.read_out_frame import ReadOutFrame
from iro_desktop.ui.widgets.words import Words

COLUMNS = 4


class RecoveryKeyPage(UnlockPage):
    """The key in large groups. It is never put on the clipboard, where other programs read."""

    def __init__(self) -> None:
        super().__init__(
            tr("Keep your recovery key"),
            tr(
                "If you forget the passphrase, only this key opens the store. It is shown now "
                "and never again. Write it on paper, and keep the paper away from the laptop."
            ),
            step=tr("Step 3 of 3"),
        )
        self._owner_name = ""
        self._groups: tuple[str, ...] = ()
        self.key = _GroupGrid()
        self._print = ActionButton(tr("Print it…"), "printer")
        self._print.clicked.connect(self.print_sheet)
        self.add_fields(self.key)
        self.add_aside(self._print)
        self.add_primary(tr("I have it on paper"))

    def show_groups(self, groups: tuple[str, ...], owner_name: str) -> None:
        """Set these groups out."""
        self._groups, self._owner_name = groups, owner_name
        self.key.show_groups(groups)

    def print_sheet(self) -> None:
        """Ask the system where to print, and print one sheet."""
        dialog = QPrintDialog(QPrinter(QPrinter.PrinterMode.HighResolution), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Print the recovery key"))
        dialog.accepted.connect(lambda: self.sheet().print_on(dialog.printer()))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def sheet(self) -> RecoverySheet:
        """What is printed."""
        return RecoverySheet(self._groups, self._owner_name)

    @override
    def clear(self) -> None:
        self.show_groups((), "")

    @override
    def focus_first(self) -> None:
        self.key.setFocus(Qt.FocusReason.OtherFocusReason)


class _GroupGrid(ReadOutFrame):
    """Groups in rows of four, each with its number. One stop for the keyboard: it reads them all.

    Groups run from left to right in every language, as they are typed.
    """

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        edge = theme.space(16)
        self._grid.setContentsMargins(edge, edge, edge, edge)
        self._grid.setHorizontalSpacing(theme.space(12))
        self._grid.setVerticalSpacing(theme.space(14))

    def show_groups(self, groups: tuple[str, ...]) -> None:
        """Show these and no others."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, group in enumerate(groups):
            cell = _cell(number + 1, group)
            self._grid.addWidget(cell, number // COLUMNS, number % COLUMNS)
        spelt = ", ".join(" ".join(group) for group in groups)
        accessibility.name(self, tr("Recovery key"), spelt)

    def groups(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(label.text() for label in self.findChildren(QLabel, "group"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying is not offered: the clipboard is open to every program, and may be kept."""
        event.ignore()


def _cell(number: int, group: str) -> QWidget:
    cell = QWidget()
    layout = QVBoxLayout(cell)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    letters = QLabel(group)
    letters.setObjectName("group")
    letters.setProperty("role", "h1")
    letters.setTextFormat(Qt.TextFormat.PlainText)
    font = QFont(letters.font())
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 112)
    letters.setFont(font)
    layout.addWidget(Words(str(number), "small"))
    layout.addWidget(letters)
    return cell
