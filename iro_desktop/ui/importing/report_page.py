"""What an import came to: in one sentence, by kind, by file, and problem by problem."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui.importing.models import files_model, totals_model
from iro_desktop.ui.importing.outcome import Outcome
from iro_desktop.ui.importing.problem_list import ProblemList
from iro_desktop.ui.importing.problems_panel import ProblemsPanel
from iro_desktop.ui.importing.tables import CalmTable
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.surfaces import Card, PageHeader, ScrollPage

WIDEST = 1080


class ReportPage(ScrollPage):
    """Made anew for each import. `again_wished`: the person has more to take in."""

    again_wished = Signal()

    def __init__(
        self, outcome: Outcome, problems: ProblemList, summary: str, today: Callable[[], dt.date]
    ) -> None:
        super().__init__(widest=WIDEST)
        self.again = ActionButton(tr("Take in more…"), "upload")
        self.again.clicked.connect(self.again_wished)
        self.banner = Banner(summary, "success" if outcome.changed else "info")
        self.files = CalmTable(tr("Files"), files_model(outcome.files))
        self.files.fit_columns(30, 22)
        self.files.fit_height()
        self.problems = ProblemsPanel(problems, today) if problems.total else None
        self.add(PageHeader(tr("Taken in"), actions=[self.again]), self.banner)
        if outcome.totals:
            totals = CalmTable(tr("Totals"), totals_model(outcome.totals))
            totals.fit_columns(22, 12, 20)
            totals.fit_height()
            self.add(_card(tr("In your store"), totals))
        self.add(_card(tr("Files"), self.files))
        if self.problems is not None:
            self.add(self.problems)

    def focus_first(self) -> None:
        """Put the focus at the top."""
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)


def _card(title: str, table: QWidget) -> Card:
    card = Card(title)
    card.add(table)
    return card
