"""What every field of a form is: a value that can be read, set, and watched."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.ui import accessibility, theme


class Field(QWidget):
    """One answer. The user's changes are told by `answer_changed`; `set_value` tells nothing.

    `left` is told once the focus has gone to something outside the field. `problem_changed` is
    told when what stands in the field can be read again, or no longer.
    """

    answer_changed = Signal()
    left = Signal()
    problem_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls: list[QWidget] = []
        self._watched = 0
        self._problem = ""

    def value(self) -> AnswerValue:
        """The answer as it stands, None when there is none."""
        raise NotImplementedError

    def set_value(self, value: AnswerValue) -> None:
        """Show an answer, without telling anyone that it changed."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Whether the answer can be seen only. What is seen can still be read by keyboard."""
        raise NotImplementedError

    def first_control(self) -> QWidget:
        """The control that takes the focus first: a label's buddy."""
        return self._controls[0]

    def last_control(self) -> QWidget:
        """The control that takes the focus last."""
        return self._controls[-1]

    def focus_first(self) -> None:
        """Put the focus where the user begins."""
        self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def set_names(self, name: str, description: str = "") -> None:
        """Give each inner control the name and description a screen reader says."""
        for control in self._controls:
            accessibility.name(control, name, description)

    def problem(self) -> str:
        """Why what was typed cannot be read as an answer; empty when it can."""
        return self._problem

    def is_unread(self) -> bool:
        """Whether something stands here that is no answer, as a date half typed.

        `value` is None then, which does not mean that the answer was taken back.
        """
        return False

    def set_faulty(self, faulty: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Mark the first control's edge. The words beside it say what is wrong."""
        edged = self._controls[0]
        if faulty != (edged.property("faulty") == "true"):  # to be styled anew takes its time
            edged.setProperty("faulty", "true" if faulty else "false")
            theme.restyle(edged)

    def _set_problem(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.problem_changed.emit()

    def _hold(self, *controls: QWidget) -> None:
        """Take inner controls that can be focused into the field, in reading order."""
        self._controls += controls
        self.setFocusProxy(self._controls[0])
        if self.isVisible():
            self._watch()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Watch the controls from now on. Until then nothing in here can be left."""
        super().showEvent(event)
        self._watch()

    def _watch(self) -> None:
        # Being made and dressed, a control is sent some thirty events, none of which matters here.
        for control in self._controls[self._watched :]:
            control.installEventFilter(self)
        self._watched = len(self._controls)

    def _on_left(self) -> None:
        """What a field does itself when it is left, before anyone is told."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell `left` when the focus goes to something that is not of this field."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            gone_to = QApplication.focusWidget()
            inside = gone_to is not None and self.isAncestorOf(gone_to)
            menu = event.reason() == Qt.FocusReason.PopupFocusReason
            if not menu and (not inside or gone_to is watched):
                self._on_left()
                self.left.emit()
        return False
