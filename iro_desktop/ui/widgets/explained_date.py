"""A due date that says why it is that day: a button, and beneath it the whole explanation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.services.explaining import Explanation
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.explanation_panel import ExplanationPanel
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton

_CHOOSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ExplainedDate(QWidget):
    """Click, Space, Enter or F1 show and hide why; Escape hides it and gives the focus back.

    `paper_wanted` carries the Explanation that is to be printed or saved. What stands in one line
    with the date is given as `before` and `after`, so that the explanation opens beneath it all.
    """

    paper_wanted = Signal(object)

    def __init__(
        self,
        explanation: Explanation | None = None,
        words: str = "",
        *,
        spoken: str = "",
        before: tuple[QWidget, ...] = (),
        after: tuple[QWidget, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._explanation: Explanation | None = None
        self.panel: ExplanationPanel | None = None
        self.button = ActionButton("", "chevron-right", "slight")
        self.button.setCheckable(True)
        self.button.setToolTip(tr("Why that day?"))
        self.button.toggled.connect(self._on_toggled)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space(8))
        self._layout.addWidget(FlowRow(*before, self.button, *after))
        self.show_date(explanation, words, spoken=spoken)

    @property
    def is_open(self) -> bool:
        """Whether the explanation is to be seen."""
        return self.button.isChecked()

    def show_date(
        self, explanation: Explanation | None, words: str = "", *, spoken: str = ""
    ) -> None:
        """Show a due date, as `words` where they are given. What is open stays open.

        `spoken` is what a screen reader says of the date, where the words are short. None shows
        no date at all, for what is not due.
        """
        self._explanation = explanation
        self.button.setVisible(explanation is not None)
        if explanation is None:
            self.close_explanation()
            return
        self.button.setText(words or explanation.day)
        name = tr("{due}. Why that day?", due=spoken or tr("Due {day}", day=explanation.day))
        accessibility.name(self.button, name, explanation.short)
        if self.panel is not None:
            self.panel.show_explanation(explanation)

    def open_explanation(self) -> None:
        """Show why it is that day."""
        self.button.setChecked(True)

    def close_explanation(self) -> None:
        """Hide why it is that day."""
        self.button.setChecked(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here: QWidget | None = self.focusWidget()  # PySide's own types leave out the None
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self._give_back()
        elif event.key() == Qt.Key.Key_F1:
            self.button.toggle()
        elif event.key() in _CHOOSING and isinstance(here, QAbstractButton):
            here.click()
        else:
            super().keyPressEvent(event)

    def _give_back(self) -> None:
        self.close_explanation()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self, asked: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.button.set_icon("chevron-down" if asked else "chevron-right")
        if asked and self._explanation is not None:
            self._shown_panel(self._explanation).show()
            accessibility.announce(self.button, self._explanation.whole)
        elif self.panel is not None:
            self.panel.hide()

    def _shown_panel(self, explanation: Explanation) -> ExplanationPanel:
        """Made when first asked for: most of the dates on a page are never asked."""
        if self.panel is None:
            self.panel = ExplanationPanel(explanation)
            self.panel.paper_wanted.connect(self.paper_wanted)
            self.panel.left.connect(self._give_back)
            self._layout.addWidget(self.panel)
        return self.panel
