"""The scale of a statement's goal: choose one of the child's questions, or make one, and ask it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.tools.worries import WorryStatement
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.ui import theme
from iro_desktop.ui.review.panels.new_scaling_question import NewScalingQuestion
from iro_desktop.ui.review.panels.scaling_question import QuestionBlock
from iro_desktop.ui.review.tools.worries.presenter import WorriesPresenter
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.pick_field import PickField

NONE_YET = ""


class ScalePart(QWidget):
    """`edited`, `left`, `changed` and `failed` are those of a panel."""

    edited = Signal(object)
    left = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, worries: WorriesPresenter, name: str) -> None:
        super().__init__()
        self._worries, self._name = worries, name
        self.block: QuestionBlock | None = None
        self.pick = PickField(self._options())
        self.row = FormRow(tr("Which scaling question measures the goal?"), self.pick)
        self.row.answer_changed.connect(self._on_picked)
        self.row.left.connect(self.left)
        self.new_question = NewScalingQuestion(worries.pack.scales)
        self.new_question.asked.connect(self._on_asked)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, theme.space(6), 0, 0)
        self._body.setSpacing(theme.space(12))
        self._body.addWidget(self.row)
        self._body.addWidget(self.new_question)

    def refresh(self) -> None:
        """Show the question that measures the goal as it stands."""
        statement, fixed = self._statement(), self._worries.review.review.is_fixed
        self.pick.set_options(self._options())
        self.pick.set_value(statement.scale_id or NONE_YET)
        self.row.set_read_only(fixed)
        scale = self._worries.scale_of(statement)
        self.new_question.setVisible(scale is None and not fixed)
        if self.block is not None and (scale is None or self.block.question.id != scale.id):
            self.block.hide()
            self.block.setParent(None)
            self.block.deleteLater()
            self.block = None
        if scale is not None and self.block is None:
            self.block = QuestionBlock(self._worries.review, scale)
            self.block.edited.connect(self.edited)
            self.block.left.connect(self.left)
            self.block.changed.connect(self.changed)
            self._body.addWidget(self.block)
        if self.block is not None:
            self.block.refresh()
            self.block.setHidden(self._worries.review.is_shared)  # one number sways the next

    def refresh_people(self) -> None:
        """Offer the names of those who are on the list by now."""
        if self.block is not None:
            self.block.refresh_people()

    def set_of(self, title: str) -> None:
        """Name the statement that it measures, for those who do not see it."""
        question = tr("Which scaling question measures the goal?")
        self.row.set_spoken(tr("{question} ({of})", question=question, of=title))

    def _statement(self) -> WorryStatement:
        return self._worries.statement(self._name)

    def _options(self) -> tuple[Option, ...]:
        of_child = (Option(scale.id, scale.text) for scale in self._worries.scales())
        return (Option(NONE_YET, tr("None yet")), *of_child)

    def _on_picked(self) -> None:
        picked = self.pick.value()
        scale = EntityId(picked) if picked else None
        self._take(self._worries.measure_by(self._statement(), scale))

    def _on_asked(self, wording: str, meaning_of_0: str, meaning_of_10: str) -> None:
        try:
            self._worries.measure_anew(self._statement(), wording, meaning_of_0, meaning_of_10)
        except KnownFault as fault:
            self.failed.emit(fault)
            return
        self.new_question.done()
        self._take(self._statement())
        if self.block is not None:
            self.block.focus_first()

    def _take(self, statement: WorryStatement) -> None:
        self.refresh()
        self.edited.emit(statement)
        self.left.emit()
        self.changed.emit()
