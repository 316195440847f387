"""What the IRO did since the last review: a list to read."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.activities import Activity
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.activities import about, title_of


class ActivitiesPanel(Panel):
    """The newest first. Nothing of it is seen while others see the screen."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self._shown: tuple[Activity, ...] | None = None
        self.card = Card(tr("What you did since the last review"))
        self.nothing = Words(
            tr("Nothing is written down. You can do so on the child's page."), "muted"
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(12))
        self.card.add(self.nothing)
        self.card.body.addLayout(self._list)
        self.body.addWidget(self.card)
        self.refresh()

    @override
    def refresh(self) -> None:
        done = tuple(sorted(self.presenter.record.activities, key=lambda one: one.on, reverse=True))
        if done == self._shown:
            return
        self._shown = done
        empty(self._list)
        for activity in done:
            self._list.addWidget(_ActivityLines(activity))
        self.nothing.setVisible(not done)

    @override
    def set_shared(self, *, shared: bool) -> None:
        self.card.setVisible(not shared)


class _ActivityLines(QWidget):
    def __init__(self, activity: Activity) -> None:
        super().__init__()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.space(2))
        lines.addWidget(Words(title_of(activity), "strong"))
        if about(activity):
            lines.addWidget(Words(about(activity), "muted"))
        if activity.summary.strip():
            lines.addWidget(Words(activity.summary.strip()))
