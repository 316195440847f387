"""The whole child on one page, in a section of the review and at its side."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from typing_extensions import override

from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui.review.drawer import Drawer
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.whole_child.presenter import WholeChildPresenter
from iro_desktop.ui.whole_child.sheet import WholeChildSheet
from iro_desktop.ui.widgets.emptying import throw_away


class WholeChildPanel(Panel):
    """The page as of the day of the review; what is missing is written down where it is seen."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self._whole = WholeChildPresenter(presenter)
        self.sheet = WholeChildSheet(lambda: presenter.today)
        self.sheet.recorded.connect(self._on_recorded)
        self.sheet.sdq_recorded.connect(self._on_sdq)
        self.sheet.sdq_withdrawn.connect(self._on_sdq_withdrawn)
        self.sheet.paper_wanted.connect(self.paper_wanted)
        self.body.addWidget(self.sheet)
        self._show()

    @override
    def refresh(self) -> None:
        self._whole.read()
        self._show()

    @override
    def focus_first(self) -> bool:
        return self.sheet.focus_first()

    def _show(self) -> None:
        page = self._whole.page
        self.sheet.setVisible(page is not None)
        if page is not None:
            self.sheet.show_page(page, fixed=self.is_fixed())

    def _on_recorded(self, happening: Happening, day: dt.date, note: str) -> None:
        self._keep(lambda: self._whole.record(happening, day, note))

    def _on_sdq(self, day: dt.date, total: int | None, reason: str) -> None:
        self._keep(lambda: self._whole.record_sdq(day, total, reason))

    def _on_sdq_withdrawn(self, score: SdqScore) -> None:
        self._keep(lambda: self._whole.withdraw_sdq(score))

    def _keep(self, act: Callable[[], None]) -> None:
        self.left.emit()
        try:
            act()
        except KnownFault as fault:
            self.sheet.refuse(str(words_for(fault, screen())))
            self.failed.emit(fault)
            return
        self._show()
        self.sheet.accept()


class WholeChildDrawer(Drawer):
    """The page at the side. `failed` and `paper_wanted` are those of the panel in it."""

    failed = Signal(object)
    paper_wanted = Signal(object)

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(tr("The whole child"), hiding=tr("Hide the whole child"))
        self._presenter = presenter
        self.panel: WholeChildPanel | None = None

    def show_page(self) -> None:
        """Show the page as it stands now."""
        if self.panel is None:
            self.panel = WholeChildPanel(self._presenter)
            self.panel.left.connect(self.left)
            self.panel.failed.connect(self.failed)
            self.panel.paper_wanted.connect(self.paper_wanted)
            self.add(self.panel)
        self.panel.refresh()
        self.show()

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done."""
        if self.panel is not None:
            self.panel.focus_first()

    def forget(self) -> None:
        """Another review comes: hold nothing of this one's child."""
        self.hide()
        if self.panel is not None:
            throw_away(self.body, self.panel)
            self.panel = None
