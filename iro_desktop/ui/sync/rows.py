"""The rows of the hub's page: two versions, what the hub did not take, and what a manager decides.

A row of two versions stands on Today and on a child's page as well.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.sync.conflicts.page import ConflictLine
from iro_desktop.ui.sync.page import QuarantineLine, RefusedLine
from iro_desktop.ui.sync.presenter import RELEASE, SET_ASIDE
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.named_line import NamedColumn
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words


class ConflictRow(QWidget):
    """`conflict_opened` carries the thing of which there are two versions."""

    child_opened = Signal(str)
    conflict_opened = Signal(str)

    def __init__(self, line: ConflictLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = NamedColumn(line.name, made_up=line.made_up)
        words.link.clicked.connect(lambda: self.child_opened.emit(line.child))
        words.add_beneath(Words(line.what), Words(line.who, "muted"))
        self.decide = ActionButton(tr("Decide…"), "arrow-right")
        self.decide.clicked.connect(lambda: self.conflict_opened.emit(line.entity))
        accessibility.name(
            self.decide, tr("Decide: {what}, {name}", what=line.what, name=line.name)
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(12))
        layout.addLayout(words, 1)
        layout.addWidget(self.decide, 0, Qt.AlignmentFlag.AlignVCenter)


class RefusedRow(QWidget):
    """`again` and `kept` carry the bundle."""

    again = Signal(str)
    kept = Signal(str)

    def __init__(self, line: RefusedLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        again = ActionButton(tr("Try again"), "send")
        again.clicked.connect(lambda: self.again.emit(line.bundle))
        keep = ActionButton(tr("Keep here, do not send"), "save", "slight")
        keep.clicked.connect(lambda: self.kept.emit(line.bundle))
        for button in (again, keep):
            _name(button, line.what, line.name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(4))
        layout.addWidget(_headed(line.name, line.what))
        layout.addWidget(Words(line.why))
        layout.addWidget(Words(line.what_helps, "muted"))
        layout.addWidget(FlowRow(again, keep))


class QuarantineRow(QWidget):
    """`decided` carries the bundle, what was decided, and why: both need a reason."""

    decided = Signal(str, str, str)

    def __init__(self, line: QuarantineLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._reason = TextField()
        self.reason = FormRow(
            tr("Why? It is written down at the hub."),
            self._reason,
            spoken=tr("Why, for the work about {name}", name=line.name),
        )
        self.release = ActionButton(tr("Take into the record"), "check")
        self.release.clicked.connect(lambda: self._decide(RELEASE))
        self.set_aside = ActionButton(tr("Set aside"), "x", "slight")
        self.set_aside.clicked.connect(lambda: self._decide(SET_ASIDE))
        for button in (self.release, self.set_aside):
            _name(button, line.what, line.name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(6))
        layout.addWidget(_headed(line.name, line.what))
        layout.addWidget(Words(line.why))
        layout.addWidget(self.reason)
        layout.addWidget(FlowRow(self.release, self.set_aside))

    def _decide(self, decision: str) -> None:
        reason = (self._reason.value() or "").strip()
        if not reason:
            self.reason.show_problem(tr("Write down why first."))
            self.reason.focus_first()
            return
        self.reason.show_problem(None)
        self.decided.emit(self._line.bundle, decision, reason)


def _headed(name: str, what: str) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.space(8))
    row.addWidget(Words(name, "strong", wrap=False))
    row.addWidget(Words(what, "muted"), 1)
    return head


def _name(button: ActionButton, what: str, name: str) -> None:
    """What a button does and to what, for those who come to it alone."""
    accessibility.name(
        button, tr("{action}: {what}, {name}", action=button.text(), what=what, name=name)
    )
