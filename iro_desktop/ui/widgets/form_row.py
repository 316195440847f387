"""The only way for a field to get on to a page: with its question, help, and what is wrong.

A row gives the field its name, its description and its label; no screen does that by hand.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.iconed import ActionButton, IconLabel
from iro_desktop.ui.widgets.words import Words


class FormRow(QFrame):
    """A question and its field. `required` means: needed to close the review.

    `needed` are the words beside a required question, where it is needed for something else.
    `spoken` is what a screen reader says in place of the question, where what is seen leans on
    what stands around it; the question may then be empty.
    """

    answer_changed = Signal()
    left = Signal()
    _wanted, _veiled = True, False  # Qt tells of changes while the row is still being made

    def __init__(
        self,
        question_text: str,
        field: Field,
        *,
        hint: str = "",
        help_text: str = "",
        required: bool = False,
        needed: str = "",
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("form_row")
        self.field = field
        self._question, self._hint, self._help = question_text, hint, help_text
        self._spoken = spoken or question_text
        self._required, self._shown_problem = required, ""
        self._needed = needed or tr("needed to close")
        self._label = self._make_label()
        self._problem: ProblemLine | None = None
        self._lay_out()
        if not question_text:
            self._label.hide()
        field.answer_changed.connect(self.answer_changed)
        field.left.connect(self.left)
        field.problem_changed.connect(self._refresh)
        self._refresh()

    def _make_label(self) -> Words:
        label = Words(self._question.replace("&", "&&"), "question")
        label.setBuddy(self.field.first_control())
        return label

    def _lay_out(self) -> None:
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(6))
        if self._required:
            layout.addLayout(self._marked_as_needed())
        else:
            layout.addWidget(self._label)
        if self._hint:
            layout.addWidget(Words(self._hint, "muted"))
        if self._help:
            layout.addWidget(self._make_help_button(), 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.field)

    def _marked_as_needed(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(theme.space(8))
        top.addWidget(self._label, 1)
        self._needed_words = Words(self._needed, "small", wrap=False)
        top.addWidget(self._needed_words, 0, Qt.AlignmentFlag.AlignTop)
        return top

    def _make_help_button(self) -> QPushButton:
        self._help_label: Words | None = None  # made when it is first asked for
        self._help_button = button = ActionButton(tr("Help"), "circle-help", "slight")
        button.setCheckable(True)
        button.toggled.connect(self._show_help)
        accessibility.name(button, tr("Help with: {question}", question=self._question))
        return button

    def _show_help(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._help_label is None:
            self._help_label = Words(self._help, "muted")
            self._column.insertWidget(self._column.indexOf(self._help_button) + 1, self._help_label)
        self._help_label.setVisible(shown)

    @property
    def is_required(self) -> bool:
        """Whether it cannot stay empty for good."""
        return self._required

    def set_question(self, question: str) -> None:
        """Ask otherwise."""
        if question != self._question:
            if self._spoken == self._question:
                self._spoken = question
            self._question = question
            self._label.setText(question.replace("&", "&&"))
            self._label.setVisible(bool(question))
            self._refresh()

    def set_spoken(self, spoken: str) -> None:
        """Have a screen reader say this in place of the question."""
        if spoken != self._spoken:
            self._spoken = spoken
            self._refresh()

    def show_problem(self, text: str | None) -> None:
        """Say beside the field what is wrong with it; None takes that away."""
        self._shown_problem = text or ""
        self._refresh()

    def problem(self) -> str:
        """What is said to be wrong: by the field itself, or by whoever checked."""
        return self.field.problem() or self._shown_problem

    def add_below(self, widget: QWidget) -> None:
        """Put something beneath the field that belongs to the answer."""
        self._column.addWidget(widget)

    def focus_first(self) -> None:
        """Put the focus where the user answers."""
        self.field.focus_first()

    @override
    def setVisible(self, visible: bool) -> None:
        """Show the row, or hide it. A veiled one stays out of sight until the veil is gone."""
        self._wanted = visible
        self._see(seen=visible and not self._veiled)

    def set_veiled(self, *, veiled: bool) -> None:
        """Whether it is not for the eyes before the screen, whatever shows it."""
        if veiled != self._veiled:
            self._veiled = veiled
            self._see(seen=self._wanted and not veiled)

    def _see(self, *, seen: bool) -> None:
        # What is not hidden shows with its page; told to be seen, Qt would lay it out by itself.
        around = self.parentWidget()
        came_late = around is not None and around.isVisible() and not self.isVisible()
        if not seen or self.isHidden() or came_late:
            super().setVisible(seen)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Whether the answer can be seen only: nothing is then needed of its reader."""
        self.field.set_read_only(read_only)
        if self._required:
            self._needed_words.setVisible(not read_only)

    def _refresh(self) -> None:
        problem = self.problem()
        self._show_problem_line(problem)
        self.field.set_faulty(bool(problem))
        needed = self._needed if self._required else ""
        wrong = tr("Problem: {problem}", problem=problem) if problem else ""
        help_text = self._help
        self.field.set_names(
            self._spoken, accessibility.sentence(wrong, needed, self._hint, help_text)
        )

    def _show_problem_line(self, problem: str) -> None:
        """Most rows never have one, so it is made when it is first needed."""
        if self._problem is None:
            if not problem:
                return
            self._problem = ProblemLine()
            below_the_field = self._column.indexOf(self.field) + 1
            self._column.insertWidget(below_the_field, self._problem)
        self._problem.show_text(problem)


class ProblemLine(QFrame):
    """What is wrong, in words beside a mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words("", "problem")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.space(2), 0, 0)
        layout.setSpacing(theme.space(6))
        mark = IconLabel("circle-alert", "danger", 18)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show a problem, or nothing."""
        self._words.setText(text)
        self.setVisible(bool(text))
