"""Above the diary: which part of it, back and forth, and what is left out of it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import theme
from iro_desktop.ui.diary.page import Choice, DiaryPage, Mode
from iro_desktop.ui.widgets.calm_combo_box import CalmComboBox
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.words import Words

MODE_KEYS = {
    Mode.MONTH: "Ctrl+Shift+M",
    Mode.WEEK: "Ctrl+Shift+W",
    Mode.LIST: "Ctrl+Shift+L",
}
BACK_KEYS, FORTH_KEYS, TODAY_KEYS = "Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+Shift+T"


class DiaryBar(QWidget):
    """Asks for another part of the diary. The choosers carry the value chosen."""

    mode_wanted = Signal(str)
    step_wanted = Signal(int)
    today_wanted = Signal()
    conflicts_wanted = Signal()
    calendars_wanted = Signal()
    kind_chosen = Signal(str)
    area_chosen = Signal(str)
    whose_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Words("", "h2", wrap=False)
        self.back = IconButton(tr("Back"), "chevron-left")
        self.forth = IconButton(tr("Forward"), "chevron-right")
        self.today = ActionButton(tr("Today"), "", "chip")
        self.modes = {mode: self._make_mode(mode) for mode in Mode}
        self.conflicts = ActionButton("", "triangle-alert", "chip")
        self.calendars = ActionButton(tr("Your calendar program"), "calendar", "chip")
        self.whose = Chooser(tr("Whose children"))
        self.kinds = Chooser(tr("Kind of review"))
        self.areas = Chooser(tr("Team"))
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(10))
        where = (self.back, self.today, self.forth, self.title, self.conflicts)
        filters = (self.whose, self.kinds, self.areas, self.calendars)
        layout.addWidget(FlowRow(*where, spacing=10))
        layout.addWidget(FlowRow(*self.modes.values(), *filters, spacing=10))

    def show_page(self, page: DiaryPage) -> None:
        """Show where one is, and what was chosen."""
        self.title.setText(page.title)
        self._name_steps(page.mode)
        for mode, chip in self.modes.items():
            chip.setChecked(mode is page.mode)
            chip.set_icon("check" if mode is page.mode else "")
        self.whose.show_choice(page.whose)
        self.kinds.show_choice(page.kinds)
        self.areas.show_choice(page.areas)
        number = len(page.conflicts)
        self.conflicts.setText(ntr("{number} to look at", "{number} to look at", number))
        self.conflicts.setVisible(number > 0)

    def _name_steps(self, mode: Mode) -> None:
        is_week = mode is Mode.WEEK
        for button, name, keys in (
            (self.back, tr("The week before") if is_week else tr("The month before"), BACK_KEYS),
            (self.forth, tr("The week after") if is_week else tr("The month after"), FORTH_KEYS),
        ):
            button.set_name(name)
            button.setToolTip(tr("{name} ({keys})", name=name, keys=spoken(keys)))

    def _make_mode(self, mode: Mode) -> ActionButton:
        text = {Mode.MONTH: tr("Month"), Mode.WEEK: tr("Week"), Mode.LIST: tr("List")}[mode]
        chip = ActionButton(text, "", "chip")
        chip.setCheckable(True)
        chip.setToolTip(spoken(MODE_KEYS[mode]))
        chip.clicked.connect(lambda: self.mode_wanted.emit(mode.value))
        return chip

    def _connect(self) -> None:
        self._group = QButtonGroup(self)
        for chip in self.modes.values():
            self._group.addButton(chip)
        for button in (self.back, self.forth):
            button.setProperty("kind", "edged")
        self.today.setToolTip(spoken(TODAY_KEYS))
        self.back.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.forth.clicked.connect(lambda: self.step_wanted.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.conflicts.clicked.connect(self.conflicts_wanted)
        self.calendars.clicked.connect(self.calendars_wanted)
        self.whose.chosen.connect(self.whose_chosen)
        self.kinds.chosen.connect(self.kind_chosen)
        self.areas.chosen.connect(self.area_chosen)


class Chooser(CalmComboBox):
    """A filter: `chosen` carries the value. It hides where there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(self.updateGeometry)
        self.activated.connect(lambda: self.chosen.emit(str(self.currentData())))

    def show_choice(self, choice: Choice) -> None:
        """Offer these options, without telling anyone."""
        there = [(str(self.itemData(row)), self.itemText(row)) for row in range(self.count())]
        if there != list(choice.options):
            self.clear()
            for value, text in choice.options:
                self.addItem(text, str(value))
            self.view().setMinimumWidth(super().sizeHint().width())
        self.setCurrentIndex(max(0, self.findData(str(choice.chosen))))
        self.setVisible(bool(choice.options))

    @override
    def sizeHint(self) -> QSize:
        """As wide as what is chosen: the longest that could be would push the others away."""
        size, width = super().sizeHint(), self.fontMetrics().horizontalAdvance
        longest = max((width(self.itemText(row)) for row in range(self.count())), default=0)
        return QSize(size.width() - longest + width(self.currentText()), size.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def spoken(keys: str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
