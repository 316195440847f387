"""What an import came to: in one sentence, by kind, by file, and problem by problem."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.i18n import screen, tr
from iro_desktop.ui.importing.models import files_model
from iro_desktop.ui.importing.outcome import Outcome, TotalLine
from iro_desktop.ui.importing.problem_list import ProblemList
from iro_desktop.ui.importing.problems_panel import ProblemsPanel
from iro_desktop.ui.importing.tables import CalmTable
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.surfaces import Card, PageHeader, ScrollPage
from iro_desktop.ui.widgets.words import Words

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
        self.files.fit_columns(22, 16)
        self.files.fit_height()
        self.problems = ProblemsPanel(problems, today) if problems.total else None
        self.add(PageHeader(tr("Taken in"), actions=[self.again]), self.banner)
        if outcome.totals:
            self.add(FlowRow(*(_tile(line) for line in outcome.totals), spacing=12))
        self.add(_card(tr("Files"), self.files))
        if self.problems is not None:
            self.add(self.problems)

    def focus_first(self) -> None:
        """Put the focus at the top."""
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)


def _tile(line: TotalLine) -> Card:
    number, total = screen().number, line.total
    tile = Card(spacing=2)
    tile.add(
        Words(line.name, "strong", wrap=False),
        Words(tr("{figure} new", figure=number(total.added)), "h2", wrap=False),
        Words(tr("{figure} brought up to date", figure=number(total.updated)), "muted", wrap=False),
        Words(tr("{figure} as they were", figure=number(total.unchanged)), "muted", wrap=False),
    )
    return tile


def _card(title: str, table: QWidget) -> Card:
    card = Card(title)
    card.add(table)
    return card
