"""Scaling questions: a block for each, asked of several people, and a way to ask another."""

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.practice_pack import ScaleStarter
from iro_desktop.i18n import tr
from iro_desktop.services import practice
from iro_desktop.services.faults import KnownFault
from iro_desktop.ui import theme
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.panels.new_scaling_question import NewScalingQuestion
from iro_desktop.ui.review.panels.scaling_question import QuestionBlock
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.words import Words


class ScalingPanel(Panel):
    """The questions of this child."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self.blocks: dict[EntityId, QuestionBlock] = {}
        self._empty = Words("", "muted")
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(theme.space(28))
        self.new_question = NewScalingQuestion(_starters(presenter))
        self.new_question.asked.connect(self._on_asked)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._blocks)
        self.body.addWidget(self.new_question)
        self.refresh()

    @override
    def refresh(self) -> None:
        fixed, answers = self.is_fixed(), self.presenter.record.scale_answers
        for question in self.presenter.record.scaling_questions:
            if question.id not in self.blocks:
                self._add_block(QuestionBlock(self.presenter, question))
            block = self.blocks[question.id]
            block.refresh()
            asked = any(answer.question_id == question.id for answer in answers)
            block.setVisible(asked or not fixed)
        self.new_question.setVisible(not fixed)
        self._empty.setText(
            tr("No scaling question was asked.")
            if fixed
            else tr("No scaling question has been asked of this child yet.")
        )
        self._empty.setVisible(not (answers if fixed else self.blocks))

    @override
    def refresh_people(self) -> None:
        for block in self.blocks.values():
            block.refresh_people()

    @override
    def focus_first(self) -> bool:
        for block in self.blocks.values():
            if block.isVisibleTo(self):
                return block.focus_first()
        if self.is_fixed():
            return False
        self.new_question.begin_button.setFocus()
        return True

    def _add_block(self, block: QuestionBlock) -> None:
        block.edited.connect(self.edited)
        block.left.connect(self.left)
        block.changed.connect(self.changed)
        self.blocks[block.question.id] = block
        self._blocks.addWidget(block)

    def _on_asked(self, wording: str, meaning_of_0: str, meaning_of_10: str) -> None:
        try:
            question = self.presenter.ask_scaling_question(wording, meaning_of_0, meaning_of_10)
        except KnownFault as fault:
            self.failed.emit(fault)
            return
        self.new_question.done()
        self.refresh()
        self.changed.emit()
        self.blocks[question.id].who_row.focus_first()


def _starters(presenter: ReviewPresenter) -> tuple[ScaleStarter, ...]:
    """What the practice pack in force asks."""
    with presenter.workspace.uow_factory() as uow:
        return practice.pack_in_force(uow.settings).scales
