"""How far a version has come, as a row of steps: done, here, still to come."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.document_versions import VersionState
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.words.versions import state_in_words

_TO_THE_CHILD = frozenset({VersionState.READ, VersionState.ANSWERED})


class StepsLine(QWidget):
    """Each step says by word and mark whether it is done; nothing in it takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._pills = {state: Pill("") for state in VersionState}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FlowRow(*self._pills.values(), spacing=6))

    def show_state(self, state: VersionState | None, *, for_the_child: bool) -> None:
        """Show how far it is; None where there is no version yet."""
        order: Sequence[VersionState] = list(VersionState)
        reached = -1 if state is None else order.index(state)
        for number, (step, pill) in enumerate(self._pills.items()):
            words = _in_short(step)
            if number <= reached:
                pill.show_state(words, "success", "circle-check")
                accessibility.name(pill, tr("{step}: done", step=words))
            elif number == reached + 1:
                pill.show_state(words, "info", "circle-dot")
                accessibility.name(pill, tr("{step}: next", step=words))
            else:
                pill.show_state(words, "plain", "circle")
                accessibility.name(pill, tr("{step}: still to come", step=words))
            pill.setVisible(for_the_child or step not in _TO_THE_CHILD)


def _in_short(step: VersionState) -> str:
    """A step as it has room in the row."""
    short = {VersionState.READ: tr("Read together"), VersionState.ANSWERED: tr("Answered")}
    return short.get(step) or state_in_words(step)
