"""One kept passage on a line: a lock, what and from whom, and the way to give it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.kept_passages import KeptLine
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconLabel
from iro_desktop.ui.widgets.words import Words


class KeptRow(QWidget):
    """`in_full`: also where it stands, the note of why, and who decided, for the list of all.

    `to_read` offers nothing that changes it. `anew_wanted` asks to mark it again; where it is not
    lost, `place_wanted` asks to go there.
    """

    back_wanted = Signal()
    anew_wanted = Signal()
    place_wanted = Signal()

    def __init__(self, line: KeptLine, *, in_full: bool = False, to_read: bool = False) -> None:
        super().__init__()
        mark = ("triangle-alert", "warning") if line.is_lost else ("lock", "primary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.space(2), 0, theme.space(2))
        layout.setSpacing(theme.space(8))
        layout.addWidget(IconLabel(*mark, 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(Words(line.what, "strong" if in_full else ""))
        for text in _said(line, in_full=in_full):
            words.addWidget(Words(text, "small"))
        if line.is_lost:
            words.addWidget(Words(tr("These words stand there no longer."), "problem"))
        buttons = self._buttons(line, in_full=in_full, to_read=to_read)
        if buttons:
            words.addWidget(FlowRow(*buttons, spacing=4))
        layout.addLayout(words, 1)

    def _buttons(self, line: KeptLine, *, in_full: bool, to_read: bool) -> list[ActionButton]:
        buttons = []
        if line.is_lost and not to_read:
            buttons.append(self._button(tr("Mark anew"), line, self.anew_wanted))
        elif in_full and not line.is_lost:
            buttons.append(self._button(tr("Go there"), line, self.place_wanted))
        if not to_read:
            buttons.append(self._button(tr("Give back"), line, self.back_wanted))
        return buttons

    def _button(self, text: str, line: KeptLine, signal: object) -> ActionButton:
        button = ActionButton(text, "", "slight")
        accessibility.name(button, tr("{action}: {what}", action=text, what=line.what))
        button.clicked.connect(signal)
        return button


def _said(line: KeptLine, *, in_full: bool) -> list[str]:
    kept_from = tr("Kept from: {readers}", readers=line.kept_from)
    if not in_full:
        return [kept_from]
    why = tr("Your note: {why}", why=line.passage.why) if line.passage.why else ""
    decided = tr("Decided by {who}", who=line.decided) if line.decided else ""
    where = tr("In: {where}", where=line.where)
    return [text for text in (where, kept_from, line.because, why, decided) if text]
