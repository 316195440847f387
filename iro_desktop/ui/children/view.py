"""My children: find a child by typing, or see a part of the caseload."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import ntr, tr
from iro_desktop.services.changed import Changed
from iro_desktop.services.households import NewHousehold
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.children.finder import Finder
from iro_desktop.ui.children.new_household import NewHouseholdPage
from iro_desktop.ui.children.presenter import TOPICS, ChildrenPage, ChildrenPresenter
from iro_desktop.ui.children.rows import Column, Filter
from iro_desktop.ui.children.table import ChildrenTable
from iro_desktop.ui.children.why_drawer import WhyDrawer
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import PageHeader
from iro_desktop.ui.widgets.words import Words


class ChildrenView(QWidget):
    """`child_opened` tells whose page is wanted, `paper_wanted` carries an Explanation to print."""

    child_opened = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self, presenter: ChildrenPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._is_stale = True
        self._said = ""
        self._has_rows = False
        self._add = ActionButton(tr("Add a foster household…"), "plus")
        self._add.clicked.connect(self._on_add_wanted)
        self._header = PageHeader(tr("My children"), actions=[self._add])
        self.new_household = NewHouseholdPage(lambda: presenter.today)
        self.new_household.confirmed.connect(self._on_household_confirmed)
        self.new_household.given_up.connect(self._on_household_given_up)
        self._finder = Finder()
        self._table = ChildrenTable()
        self._nothing = Words("", "muted")
        self.why = WhyDrawer()
        self.why.paper_wanted.connect(self.paper_wanted)
        self.why.left.connect(self._on_left_downwards)
        self._elsewhere = ActionButton("", "search", "quiet")
        presenter.show_on(self)
        self.setFocusProxy(self._finder)
        accessibility.name(self, tr("My children"))
        self._lay_out()
        self._finder.typed.connect(presenter.search)
        self._finder.chosen.connect(self.show_filter)
        self._finder.sorting_wanted.connect(self._on_sorting_wanted)
        self._finder.left_downwards.connect(self._on_left_downwards)
        self._table.sorting_wanted.connect(self._on_sorting_wanted)
        self._table.child_chosen.connect(self.child_opened)
        self._table.why_wanted.connect(self.why.ask)
        self._table.row_chosen.connect(self.why.follow)
        self._elsewhere.clicked.connect(lambda: self.show_filter(Filter.ALL.value))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._finder.focus_search)

    def refresh(self) -> None:
        """Read the caseload again."""
        self._is_stale = False
        self._presenter.refresh()

    def leave(self) -> bool:
        """Nothing is typed here that is kept."""
        return True

    def on_changed(self, change: Changed) -> None:
        """Read again, now or when next seen, if what changed is shown here."""
        if not change.topics & TOPICS:
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def show_filter(self, name: str) -> None:
        """Show a part of the caseload, by the value of its `Filter`."""
        self._close_new_household()
        self._presenter.choose(Filter(name))

    def look_for(self, words: str) -> None:
        """Look for words among all children, as if they had been typed."""
        self.show_filter(Filter.ALL.value)
        self._finder.look_for(words)

    def show_page(self, page: ChildrenPage) -> None:
        """Show these children."""
        before, self._said = self._said, page.said
        self._finder.show_page(page)
        self._table.show_page(page)
        self._nothing.setText(page.nothing)
        self._elsewhere.setText(
            ntr("Look among all: {number} found", "Look among all: {number} found", page.elsewhere)
        )
        self._elsewhere.setVisible(page.elsewhere > 0)
        self._add.setVisible(page.chosen is Filter.HOUSEHOLDS and page.may_begin)
        self._header.set_title(tr("My children") if page.may_begin else tr("Children"))
        if self._stack.currentWidget() is not self.new_household:
            self._stack.setCurrentIndex(1 if page.nothing else 0)
        self._has_rows = not page.nothing
        if self.isVisible() and page.said != before:
            accessibility.announce(self, page.nothing or page.said)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _on_sorting_wanted(self, column: int, descending: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._presenter.sort_by(Column(column), descending=descending)

    def _on_add_wanted(self) -> None:
        self._stack.setCurrentWidget(self.new_household)
        self.new_household.ask()

    def _on_household_confirmed(self, new: NewHousehold) -> None:
        self._close_new_household()
        self.child_opened.emit(self._presenter.make_household(new))

    def _on_household_given_up(self) -> None:
        self._close_new_household()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_new_household(self) -> None:
        self._stack.setCurrentIndex(0 if self._has_rows else 1)

    def _on_left_downwards(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        nothing = QWidget()
        empty = QVBoxLayout(nothing)
        empty.setContentsMargins(0, theme.space(24), 0, 0)
        empty.addWidget(self._nothing)
        empty.addWidget(self._elsewhere, 0, Qt.AlignmentFlag.AlignLeading)
        empty.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(nothing)
        self._stack.addWidget(self.new_household)
        layout = QVBoxLayout(self)
        side = theme.space(28)
        layout.setContentsMargins(side, theme.space(24), side, theme.space(20))
        layout.setSpacing(theme.space(12))
        layout.addWidget(self._header)
        layout.addWidget(self._finder)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.why)
