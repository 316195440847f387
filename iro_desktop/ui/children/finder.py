"""What narrows the table down: words to search for, filters, and by what it is sorted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import theme
from iro_desktop.ui.children.presenter import ChildrenPage
from iro_desktop.ui.children.rows import Column, Filter, heading
from iro_desktop.ui.children.search_line import SearchLine
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.words import Words

_KNOWN_OF_PARTS = frozenset({Filter.ALL, Filter.HALF_FINISHED})
"""What can be told of children of whom only a part is here; "overdue: 0" would be made up."""


class Finder(QWidget):
    """Tells what was typed, which filter was chosen, and what to sort by."""

    typed = Signal(str)
    chosen = Signal(str)
    sorting_wanted = Signal(int, bool)
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._descending = False
        self._search = self._make_search()
        self._chips = {each: self._make_chip(each) for each in Filter}
        self._group = QButtonGroup(self)
        for chip in self._chips.values():
            self._group.addButton(chip)
        self._column = self._make_column()
        self._direction = IconButton(tr("Turn the order round"), "arrow-up")
        self._direction.setProperty("kind", "edged")
        self._direction.clicked.connect(lambda: self._ask_order(turned=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(12))
        layout.addLayout(self._top())
        layout.addWidget(FlowRow(*self._chips.values()))
        self.setFocusProxy(self._search)

    def look_for(self, words: str) -> None:
        """Have words stand where one types what to look for."""
        self._search.setText(words)

    def focus_search(self) -> None:
        """Put the focus where words are typed, with what is there marked."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def show_page(self, page: ChildrenPage) -> None:
        """Show the counts, the filter and the order that hold now."""
        for each, chip in self._chips.items():
            is_chosen = each is page.chosen
            chip.setText(
                tr("{filter} · {number}", filter=_name(each), number=_number(page.counts[each]))
            )
            chip.setChecked(is_chosen)
            chip.setVisible(is_chosen or not page.only_parts or each in _KNOWN_OF_PARTS)
            chip.set_icon("check" if is_chosen else "")
        self._column.set_value(page.sorted_by.name)
        self._descending = page.descending
        self._direction.set_icon("arrow-down" if page.descending else "arrow-up")

    def _make_search(self) -> SearchLine:
        search = SearchLine(tr("Search by name or number"))
        search.setAccessibleDescription(tr("Ctrl+F comes back here, Escape clears it."))
        search.textChanged.connect(self.typed)
        search.returnPressed.connect(self.left_downwards)
        return search

    def _make_chip(self, each: Filter) -> ActionButton:
        chip = ActionButton(_name(each), "", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self.chosen.emit(each.value))
        return chip

    def _make_column(self) -> PickField:
        field = PickField([Option(column.name, heading(column)) for column in Column])
        field.set_names(tr("Sort by"))
        field.answer_changed.connect(lambda: self._ask_order(turned=False))
        return field

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(theme.space(10))
        top.addWidget(self._search, 1)
        top.addSpacing(theme.space(8))
        top.addWidget(Words(tr("Sort by"), "muted", wrap=False))
        top.addWidget(self._column)
        top.addWidget(self._direction)
        return top

    def _ask_order(self, *, turned: bool) -> None:
        descending = not self._descending if turned else False
        self.sorting_wanted.emit(Column[self._column.value()].value, descending)


def _name(each: Filter) -> str:
    return {
        Filter.IN_CARE: tr("In care"),
        Filter.ALL: tr("All"),
        Filter.DUE_SOON: tr("Due within 30 days"),
        Filter.OVERDUE: tr("Overdue"),
        Filter.HALF_FINISHED: tr("Half-finished"),
        Filter.UNNAMED: tr("Without a name"),
        Filter.HOUSEHOLDS: tr("Foster households"),
    }[each]


def _number(count: int) -> str:
    return screen().number(count)
