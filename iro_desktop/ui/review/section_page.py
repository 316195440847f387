"""One section of the form as a page: its records, its questions, and what applies of them now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.definition import Kind, Question, Records, Section
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.panels.table import PANELS
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.question_fields import MAKERS, Surroundings
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.group_field import GroupField
from iro_desktop.ui.widgets.note_label import NoteLabel
from iro_desktop.ui.widgets.surfaces import PageHeader, ScrollPage
from iro_desktop.ui.widgets.yes_no_field import YesNoField

Place = tuple[str, str]


class SectionPage(ScrollPage):
    """`edited` carries what is to be kept; `left` says to keep it now; `changed`, to look anew."""

    edited = Signal(object)
    left = Signal()
    changed = Signal()

    def __init__(self, presenter: ReviewPresenter, section: Section) -> None:
        super().__init__()
        self._presenter = presenter
        self.section = section
        self.rows: dict[Place, QWidget] = {}
        self.panels: dict[Records, Panel] = {}
        self.add(PageHeader(section.title, section.help))
        for records in section.records:
            self._add_panel(records)
        self._questions = _Questions()
        if section.questions:
            self.add(self._questions)
        for question in section.questions:
            self._questions.body.addWidget(self._place(question, ""))
        self.refresh()

    def refresh(self) -> None:
        """Show what applies now, hide what does not, and let panels look anew."""
        applies = {
            (found.question.id, found.item)
            for part in self._presenter.sections()
            if part.section.id == self.section.id
            for found in part.every_question()
        }
        for place, row in self.rows.items():
            row.setVisible(place in applies)
        for panel in self.panels.values():
            panel.refresh()

    def focus_first(self) -> None:
        """Put the focus on the first thing to answer, if the section has one."""
        for row in self.rows.values():
            if isinstance(row, FormRow) and row.isVisibleTo(self):
                row.focus_first()
                return

    def focus_on(self, question: str, item: str) -> None:
        """Put the focus on one question."""
        row = self.rows.get((question.removesuffix(detail_of("")), item))
        if isinstance(row, FormRow):
            row.focus_first()
        elif not question:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark_gaps(self, sentences: dict[Place, str]) -> None:
        """Say beside each question what is missing there."""
        for place, row in self.rows.items():
            if isinstance(row, FormRow):
                row.show_problem(sentences.get(place))

    def _add_panel(self, records: Records) -> None:
        panel = PANELS[records](self._presenter)
        panel.edited.connect(self.edited)
        panel.left.connect(self.left)
        panel.changed.connect(self.changed)
        self.panels[records] = panel
        self.add(panel)

    def _place(self, question: Question, item: str) -> QWidget:
        if question.kind is Kind.NOTE:
            row: QWidget = NoteLabel(question.text)
        elif question.kind is Kind.GROUP:
            row = self._group_row(question)
        else:
            row = self._row(question, item)
        self.rows[question.id, item] = row
        return row

    def _row(self, question: Question, item: str) -> FormRow:
        field = MAKERS[question.kind](question, self._surroundings())
        field.set_value(self._presenter.answers.get(question.id, item))
        row = FormRow(
            question.text,
            field,
            hint=question.hint,
            help_text=question.help,
            required=question.required,
        )
        row.answer_changed.connect(lambda: self._keep(question.id, item, field.value()))
        row.left.connect(self.left)
        if isinstance(field, YesNoField):
            detail = detail_of(question.id)
            field.set_detail(self._presenter.answers.get(detail, item))
            field.detail_changed.connect(lambda: self._keep(detail, item, field.detail()))
        row.set_read_only(self._presenter.review.is_fixed)
        return row

    def _group_row(self, question: Question) -> FormRow:
        group = GroupField(
            lambda item: self._item(question, item),
            self._presenter.new_item,
            question.item_name or tr("entry"),
        )
        group.set_value(self._presenter.answers.get(question.id))
        row = FormRow(
            question.text,
            group,
            hint=question.hint,
            help_text=question.help,
            required=question.required,
        )
        row.answer_changed.connect(lambda: self._keep(question.id, "", group.value()))
        row.left.connect(self.left)
        row.set_read_only(self._presenter.review.is_fixed)
        return row

    def _item(self, group: Question, item: str) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(12))
        for question in group.questions:
            layout.addWidget(self._place(question, item))
        return box

    def _keep(self, question: str, item: str, value: AnswerValue) -> None:
        edit = self._presenter.answer(question, item, value)
        if edit is not None:
            self.edited.emit(edit)
            self.refresh()
            self.changed.emit()

    def _surroundings(self) -> Surroundings:
        record = self._presenter.record
        names = [*(person.name for person in record.participants), record.iro.name]
        return Surroundings(
            lambda: self._presenter.today, [name for name in dict.fromkeys(names) if name]
        )


class _Questions(QFrame):
    """The ground the questions of a section stand on."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        margin = theme.space(22)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(theme.space(22))
