"""What was found in the file that came back, and a way to keep what someone has looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill, Tone
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.writing.translating.findings import FoundText, Severity, heading_of

_SHORT = 60
_MARKS: dict[Severity, tuple[Tone, str]] = {
    Severity.STOPPED: ("danger", "circle-alert"),
    Severity.TO_LOOK_AT: ("warning", "eye"),
    Severity.MISSING: ("plain", "circle"),
}


class FindingsList(QWidget):
    """`looked_at` carries the text's id."""

    looked_at = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[FindingRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space(12))
        self.hide()

    def show_texts(self, texts: Sequence[FoundText]) -> None:
        """Show these, severity by severity, each with how many there are."""
        empty(self._layout)
        self.rows = []
        for severity in Severity:
            found = [text for text in texts if text.severity is severity]
            if found:
                tone, icon = _MARKS[severity]
                heading = FlowRow(Pill(heading_of(severity, len(found)), tone, icon))
                self._layout.addWidget(heading)
            for text in found:
                row = FindingRow(text)
                row.looked_at.connect(self.looked_at)
                self.rows.append(row)
                self._layout.addWidget(row)
        self.setVisible(bool(texts))

    def focus_first(self) -> bool:
        """Put the focus on the first text that waits for a look. Says whether there is one."""
        for row in self.rows:
            if row.keep_button is not None:
                row.show()  # at once: the focus goes there before the layout would show it
                row.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False


class FindingRow(QFrame):
    """Where it stands, the two texts one above the other, what was found, and what to do."""

    looked_at = Signal(str)

    def __init__(self, text: FoundText) -> None:
        super().__init__()
        self.setObjectName("banner" if text.severity is Severity.TO_LOOK_AT else "")
        self.setProperty("tone", "warning")
        self.keep_button: ActionButton | None = None
        layout = QVBoxLayout(self)
        edge = theme.space(12)
        layout.setContentsMargins(edge, theme.space(8), edge, theme.space(8))
        layout.setSpacing(theme.space(4))
        if text.place:
            layout.addWidget(Words(tr("Under “{heading}”", heading=text.place), "small"))
        if text.english:
            layout.addWidget(Words(text.english))
        if text.came:
            layout.addWidget(Words(text.came, "strong"))
        for sentence in text.said:
            layout.addWidget(Words(sentence, "problem"))
        for step in text.steps:
            layout.addWidget(Words(step, "muted"))
        if text.severity is Severity.TO_LOOK_AT:
            self.keep_button = ActionButton(tr("I have looked at it: keep it"), "check")
            short = f"{text.english[:_SHORT]}…" if len(text.english) > _SHORT else text.english
            name = tr("I have looked at it: keep the translation of “{text}”", text=short)
            accessibility.name(self.keep_button, name)
            self.keep_button.clicked.connect(lambda: self.looked_at.emit(text.name))
            layout.addWidget(FlowRow(self.keep_button))
