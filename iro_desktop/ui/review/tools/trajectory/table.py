"""The trajectory as a table: the same facts as the line, a row for each milestone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidgetItem

from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.review.tools.trajectory.line import Stop, drift_in_words
from iro_desktop.ui.widgets.scale_over_time import WholeTable


class TrajectoryTable(WholeTable):
    """It is read only; arrows go from cell to cell."""

    def __init__(self) -> None:
        super().__init__(0, 5)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        near = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(near)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if is_wide_text():
            self.horizontalHeader().setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(theme.scaled(110))
        self.verticalHeader().sectionResized.connect(self.updateGeometry)
        self.verticalHeader().hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        accessibility.name(self, tr("The milestones as a table"))

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """A row for each, in this order."""
        self.setHorizontalHeaderLabels(
            [
                tr("Milestone"),
                tr("First planned"),
                tr("New date"),
                tr("Reached"),
                tr("Against the plan"),
            ]
        )
        self.setRowCount(len(stops))
        for row, stop in enumerate(stops):
            for column, words in enumerate(_cells(stop)):
                self.setItem(row, column, QTableWidgetItem(words))
        self.updateGeometry()


def _cells(stop: Stop) -> tuple[str, ...]:
    name = stop.name
    if stop.owner:
        name = tr("{name} · {role}", name=name, role=stop.owner)
    if stop.waits_for_names:
        waits = tr("Waits for: {names}", names=", ".join(stop.waits_for_names))
        name = f"{name}\n{waits}"
    say = screen().short_date
    return (
        name,
        say(stop.planned_on) if stop.planned_on else "",
        "\n".join(say(day) for day in stop.revised_to),
        say(stop.actual_on) if stop.actual_on else "",
        drift_in_words(stop.drift, reached=stop.actual_on is not None),
    )
