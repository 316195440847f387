"""What has been: reviews held, and the last decisions."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.child.past_reviews import DecisionLine, ReviewLine
from iro_desktop.ui.sync.badge import badges
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.link_button import SIDE, LinkButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words

MOST_REVIEWS = 6


class ReviewsCard(Card):
    """Reviews, newest first: the latest few, then all for whoever asks."""

    review_opened = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Reviews"), parent)
        self._lines: tuple[ReviewLine, ...] = ()
        self._nothing = ""
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(12))
        self._all = ActionButton("", "chevron-down", "quiet")
        self._all.clicked.connect(self.show_all)
        self.body.addLayout(self._list)
        self.body.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)

    def show_reviews(self, lines: tuple[ReviewLine, ...], *, is_part: bool = False) -> None:
        """Show the latest of these. `is_part`: there may be more than came to this laptop."""
        self._nothing = (
            tr("No review is in your part of the record.")
            if is_part
            else tr("No review is known yet.")
        )
        if lines == self._lines and self._list.count():
            return
        self._lines = lines
        self._fill(lines[:MOST_REVIEWS])
        self._all.setText(tr("Show all {number}", number=screen().number(len(lines))))
        self._all.setVisible(len(lines) > MOST_REVIEWS)

    def show_all(self) -> None:
        """Show every one, and go on where the list was cut."""
        self._fill(self._lines)
        self._all.hide()
        item = self._list.itemAt(MOST_REVIEWS)
        first = item.widget() if item else None
        if isinstance(first, _ReviewRow):
            first.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, lines: Sequence[ReviewLine]) -> None:
        empty(self._list)
        for line in lines:
            row = _ReviewRow(line)
            row.link.clicked.connect(partial(self.review_opened.emit, line.review))
            row.due.paper_wanted.connect(self.paper_wanted)
            self._list.addWidget(row)
        if not lines:
            self._list.addWidget(Words(self._nothing, "muted"))


class _ReviewRow(QWidget):
    def __init__(self, line: ReviewLine) -> None:
        super().__init__()
        self.link = LinkButton(line.day)
        accessibility.name(self.link, tr("Review of {whole}", whole=line.whole))
        top: list[QWidget] = [self.link]
        if line.in_time:
            late = line.late
            icon = "circle-alert" if late else "circle-check"
            top.append(Pill(line.in_time, "warning" if late else "success", icon))
        if line.status:
            top.append(Pill(line.status, "info"))
        top.extend(badges(line.synced))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(FlowRow(*top))
        about = " · ".join(part for part in (line.kind, line.participation) if part)
        words = Words(about, "small")
        words.setWordWrap(True)
        words.setContentsMargins(theme.space(SIDE), 0, theme.space(SIDE), 0)
        layout.addWidget(words)
        self.due = ExplainedDate()
        layout.addWidget(self.due)
        if line.due is None:
            self.due.hide()
        else:
            day = line.due.day
            self.due.show_date(
                line.due, tr("Due {day}", day=day), spoken=tr("Was due {day}", day=day)
            )


class DecisionsCard(Card):
    """The decisions of the last closed review, and whether each was kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Last decisions"), parent)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(14))
        self.body.addLayout(self._list)

    def show_decisions(self, lines: Sequence[DecisionLine]) -> None:
        """Show these; without any, the card is not there."""
        empty(self._list)
        for line in lines:
            self._list.addWidget(_decision(line))
        self.setVisible(bool(lines))


def _decision(line: DecisionLine) -> QWidget:
    row, layout = _row()
    layout.addWidget(Words(line.what))
    if line.who_and_when:
        layout.addWidget(Words(line.who_and_when, "muted"))
    layout.addWidget(Pill(line.kept, line.tone), 0, Qt.AlignmentFlag.AlignLeading)
    if line.note:
        layout.addWidget(Words(line.note, "muted"))
    return row


def _row() -> tuple[QWidget, QVBoxLayout]:
    row = QWidget()
    layout = QVBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.space(3))
    return row, layout
