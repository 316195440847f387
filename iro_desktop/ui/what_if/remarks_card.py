"""Remarks one beneath the other, each with its state."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.ui import theme
from iro_desktop.ui.what_if.page import Remark
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words


class RemarksCard(Card):
    """Remarks one beneath the other, or `nothing` where there are none."""

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__(title)
        self._nothing = Words(nothing, "muted")
        self.add(self._nothing)
        self._shown: tuple[Remark, ...] = ()
        self._rows: list[QWidget] = []

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show these."""
        self._nothing.setVisible(not remarks)
        if remarks == self._shown:
            return
        self._shown = remarks
        throw_away(self.body, *self._rows)
        self._rows = [_remark_row(remark) for remark in remarks]
        self.add(*self._rows)


def _remark_row(remark: Remark) -> QWidget:
    row = QWidget()
    layout = QVBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.space(3))
    layout.addWidget(FlowRow(Pill(remark.state.text, remark.state.tone, remark.state.icon)))
    layout.addWidget(Words(remark.text))
    return row
