"""The whole child on the child's page: how much is out of date, and the page itself when asked."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.child import Child
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui.child.whole_child import WholeChildPresenter
from iro_desktop.ui.whole_child.sheet import WholeChildSheet
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words


class WholeChildCard(Card):
    """`changed` says to read the child anew; `paper_wanted` carries what is to be printed."""

    changed = Signal()
    paper_wanted = Signal(object)

    def __init__(self, presenter: WholeChildPresenter, parent: QWidget | None = None) -> None:
        super().__init__(tr("The whole child"), parent, spacing=10)
        self._presenter = presenter
        self._counted = Words("", "muted")
        self.toggle = ActionButton(tr("Show the page"), "chevron-right")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._on_toggled)
        self.print_button = ActionButton(tr("Print or save…"), "printer", "quiet")
        self.print_button.clicked.connect(self._on_print)
        self.sheet = WholeChildSheet(lambda: presenter.today)
        self.sheet.counted.hide()
        self.sheet.hide()
        self.sheet.recorded.connect(self._on_recorded)
        self.sheet.sdq_recorded.connect(self._on_sdq)
        self.sheet.sdq_withdrawn.connect(self._on_sdq_withdrawn)
        self.sheet.paper_wanted.connect(self.paper_wanted)
        self.add(self._counted, FlowRow(self.toggle, self.print_button), self.sheet)

    def show_child(self, child: Child) -> None:
        """Show a child; a household has no such page."""
        page = self._presenter.read(child)
        self.setVisible(page is not None)
        if page is not None:
            self.sheet.show_page(page, fixed=self.is_to_read)
            self._counted.setText(self.sheet.counted.text())

    def forget(self) -> None:
        """Begin anew, as another child's page is opened."""
        self.toggle.setChecked(False)
        self.sheet.close_forms()

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.toggle.set_icon("chevron-down" if shown else "chevron-right")
        self.toggle.setText(tr("Hide the page") if shown else tr("Show the page"))
        self.sheet.setVisible(shown)

    def _on_print(self) -> None:
        paper = self._presenter.paper()
        if paper is not None:
            self.paper_wanted.emit(paper)

    def _on_recorded(self, happening: Happening, day: dt.date, note: str) -> None:
        self._keep(lambda: self._presenter.record(happening, day, note))

    def _on_sdq(self, day: dt.date, total: int | None, reason: str) -> None:
        self._keep(lambda: self._presenter.record_sdq(day, total, reason))

    def _on_sdq_withdrawn(self, score: SdqScore) -> None:
        self._keep(lambda: self._presenter.withdraw_sdq(score))

    def _keep(self, act: Callable[[], None]) -> None:
        try:
            act()
        except KnownFault as fault:
            self.sheet.refuse(str(words_for(fault, screen())))
            return
        self.changed.emit()
        self.sheet.accept()
