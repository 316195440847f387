"""An IRO with what waits with them, and the way to their children."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.today.of_iros import IroLine, in_words
from iro_desktop.ui.widgets.named_line import NamedColumn
from iro_desktop.ui.widgets.words import Words


class IroRow(QWidget):
    """`iro_wanted` carries the name of the IRO whose children are wanted."""

    iro_wanted = Signal(str)

    def __init__(self, line: IroLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = in_words(line)
        column = NamedColumn(line.name or tr("No IRO is named"), made_up=False)
        column.setContentsMargins(0, 0, 0, 0)
        column.link.setEnabled(bool(line.name))
        column.link.clicked.connect(lambda: self.iro_wanted.emit(line.name))
        spoken = tr("The children of {name}: {what}", name=column.link.text(), what=said)
        accessibility.name(column.link, spoken)
        column.add_beneath(Words(said, "muted"))
        self.setLayout(column)
