"""The way in: a place to drop files, and what can be dropped."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.importing.drop_area import DropArea
from iro_desktop.ui.widgets.iconed import IconLabel
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.surfaces import Card, PageHeader, ScrollPage
from iro_desktop.ui.widgets.words import Words


class StartPage(ScrollPage):
    """Says what became of the last try, where that came to nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner("")
        self.banner.hide()
        self.drop_area = DropArea()
        known = Card(tr("What can be taken in"))
        known.add(
            _kind(
                "list-checks",
                tr("Your council's SSDA903 return"),
                tr("As CSV files or as one XML file, of any year. Whole folders may be given."),
            ),
            _kind(
                "clipboard-list",
                tr("An Ofsted Annex A workbook"),
                tr("An Excel file. The list of children in care is read."),
            ),
            _kind(
                "file-text",
                tr("The record of a review"),
                tr("A file that IRO Desktop wrote on another laptop, ending in .json."),
            ),
        )
        subtitle = tr(
            "Files are known by what is in them, not by their names. Taking the same in again "
            "brings things up to date, and never doubles them or touches what you wrote."
        )
        self.add(PageHeader(tr("Take in files"), subtitle), self.banner, self.drop_area, known)

    def focus_first(self) -> None:
        """Put the focus on the first way to choose."""
        self.drop_area.files_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _kind(icon: str, name: str, about: str) -> QWidget:
    words = QVBoxLayout()
    words.setSpacing(theme.space(2))
    words.addWidget(Words(name, "strong"))
    words.addWidget(Words(about, "muted"))
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.space(12))
    layout.addWidget(IconLabel(icon, "primary"), 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(words, 1)
    return line
