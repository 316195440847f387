"""A text to read, with what the other version does not say underlined and on another ground."""

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from iro_desktop.i18n import ntr, screen
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.sync.conflicts.page import VersionWords
from iro_desktop.ui.widgets.text_field import GrowingText
from iro_desktop.ui.widgets.text_places import TextPlaces

_MOST_LINES = 40
_MOST_SAID = 6


class DifferingText(GrowingText):
    """Read with the keyboard like any text; what differs is said with its name as well."""

    def __init__(self, whose: str, label: str, version: VersionWords) -> None:
        super().__init__(fewest=1, most=_MOST_LINES)
        self.setReadOnly(True)
        self.setPlainText(version.words)
        self._mark(version)
        accessibility.name(
            self, screen()("{label}, {whose}", label=label, whose=whose), _said(version)
        )

    def _mark(self, version: VersionWords) -> None:
        places = TextPlaces(self.exact_text())
        drawn = QTextCharFormat()
        drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        drawn.setUnderlineColor(theme.colour("warning"))
        drawn.setBackground(theme.colour("warning_soft"))
        marks = []
        for start, end in version.differs:
            cursor = QTextCursor(self.document())
            cursor.setPosition(places.to_units(start))
            cursor.setPosition(places.to_units(end), QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, drawn
            marks.append(mark)
        self.setExtraSelections(marks)


def _said(version: VersionWords) -> str:
    differing = version.said_differences
    if not differing:
        return ""
    said = screen().list([screen()("“{words}”", words=one) for one in differing[:_MOST_SAID]])
    return ntr("Differs in: {words}", "Differs in: {words}", len(differing), words=said)
