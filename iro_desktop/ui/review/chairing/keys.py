"""The keys one chairs by: bound here, shown in a small panel, and listed in docs/keys.md."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.foot import BACK, NEXT, SHOW_DECISIONS, SHOW_KEPT, SHOW_WHOLE_CHILD
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.sync.keys import SYNC
from iro_desktop.ui.widgets.iconed import IconButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words

SHOW_KEYS, PRIVATE_NOW = "F1", "F9"
SECTIONS = "F4"
NEXT_CHILD, CHILD_BEFORE = "F6", "Shift+F6"
ARMS_LENGTH, SHARE = "F7", "F8"
UNDO, REDO = "Ctrl+Z", "Ctrl+Shift+Z"
ADD_DECISION, SAVE, GO_ON_WRITING = "Ctrl+D", "Ctrl+S", "Ctrl+Return"
ALL_AGREE, UP, DOWN = "Ctrl+Shift+A", "Alt+Up", "Alt+Down"


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key and what it does."""

    keys: str
    does: str


def overview() -> tuple[KeyLine, ...]:
    """Every key of a review, those of the meeting itself first."""
    return (
        KeyLine(PRIVATE_NOW, tr("Private now: a calm picture hides everything. Esc returns")),
        KeyLine(SHARE, tr("Share the screen: hide what is not for every eye, and show it again")),
        KeyLine(ARMS_LENGTH, tr("Read at arm's length: larger text, and back")),
        KeyLine(NEXT_CHILD, tr("The next brother or sister at this meeting")),
        KeyLine(CHILD_BEFORE, tr("The brother or sister before")),
        KeyLine(UNDO, tr("Take back what was done last")),
        KeyLine(REDO, tr("Do it again")),
        KeyLine(ADD_DECISION, tr("Add a decision, from anywhere")),
        KeyLine(SHOW_DECISIONS, tr("Show the decisions, or hide them")),
        KeyLine(SHOW_WHOLE_CHILD, tr("Show the whole child on one page, or hide it")),
        KeyLine(ALL_AGREE, tr("Reading back: everyone agrees with this decision")),
        KeyLine(UP, tr("Move an item of the agenda up")),
        KeyLine(DOWN, tr("Move an item of the agenda down")),
        KeyLine(SECTIONS, tr("Go to the list of sections: letters find one, Enter opens it")),
        KeyLine(NEXT, tr("The next section")),
        KeyLine(BACK, tr("The section before")),
        KeyLine(GO_ON_WRITING, tr("Go on writing in the next section")),
        KeyLine(SHOW_KEPT, tr("Show what is kept from others, or hide it")),
        KeyLine(SYNC, tr("Sync with the team’s hub now, where there is one")),
        KeyLine(SAVE, tr("Save now: it saves by itself as well")),
        KeyLine(SHOW_KEYS, tr("Show these keys, or hide them")),
    )


def spoken(keys: str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def bind(keys: Mapping[str, Callable[[], object]], to: QWidget) -> None:
    """Have each key do something while one is anywhere within a widget's window."""
    for name, action in keys.items():
        QShortcut(QKeySequence(name), to, action)


class KeysPanel(Card):
    """`hide_wanted` says itself."""

    hide_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=8)
        self.hide_button = IconButton(tr("Hide the keys"), "x")
        self.hide_button.clicked.connect(self.hide_wanted)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(tr("Keys while chairing"), "h3"), 1)
        row.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignTop)
        self.add(head)
        page = QWidget()
        page.setLayout(_grid(overview()))
        self._keys = _Scrolled(page)
        self.body.addWidget(self._keys)
        accessibility.name(self, tr("Keys while chairing"))
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide_wanted.emit()
        elif not self._keys.turn(event.key()):
            super().keyPressEvent(event)


class _Scrolled(QScrollArea):
    """As high as what is in it wants, and lower where the window is: it pushes nothing out."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._page = page
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def turn(self, key: int) -> bool:
        """Scroll by a key that is meant for it, wherever in the panel the focus is."""
        bar = self.verticalScrollBar()
        steps = {Qt.Key.Key_Up: -bar.singleStep(), Qt.Key.Key_Down: bar.singleStep()}
        pages = {Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_PageDown: bar.pageStep()}
        step = {**steps, **pages}.get(Qt.Key(key))
        if step is not None:
            bar.setValue(bar.value() + step)
        return step is not None

    @override
    def sizeHint(self) -> QSize:
        wanted = self._page.sizeHint()
        return QSize(wanted.width(), self._page.heightForWidth(self.width() or wanted.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()


def _grid(lines: Sequence[KeyLine]) -> QGridLayout:
    """Two columns of keys beside what they do; one, where the text is large."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.space(16))
    grid.setVerticalSpacing(theme.space(4))
    columns = 1 if is_wide_text() else 2
    rows = -(-len(lines) // columns)
    for place, line in enumerate(lines):
        column = 2 * (place // rows)
        grid.addWidget(Words(spoken(line.keys), "strong", wrap=False), place % rows, column)
        grid.addWidget(Words(line.does), place % rows, column + 1)
        grid.setColumnStretch(column + 1, 1)
    return grid
