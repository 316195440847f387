"""One section of the form as a page: its records, its questions, and what applies of them now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.answers import AnswerValue, answer_id
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.definition import Kind, Question, Records, Section
from iro_desktop.form_engine.validation import AnswerFault
from iro_desktop.i18n import tr
from iro_desktop.problems import Problem
from iro_desktop.services.council_people import with_council
from iro_desktop.ui import theme
from iro_desktop.ui.review.gap_words import gap_beside
from iro_desktop.ui.review.kept_passages import Place
from iro_desktop.ui.review.long_texts import equip
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.panel_table import BESIDE, PANELS, ROOMY, Maker
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.question_fields import MAKERS, Surroundings
from iro_desktop.ui.review.withheld.way_there import marks_in
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.group_field import GroupField
from iro_desktop.ui.widgets.note_label import NoteLabel
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.seeing import set_seen
from iro_desktop.ui.widgets.surfaces import WIDEST_TEXT, Card, PageHeader, ScrollPage
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.widgets.yes_no_field import YesNoField

Asked = tuple[str, str]
WIDEST_TOOLS = 1240


class SectionPage(ScrollPage):
    """`edited` carries what is to be kept; `left` says to keep it now; `changed`, to look anew.

    `failed` carries the KnownFault of something that goes to the store at once, `paper_wanted` an
    Explanation to print.
    """

    edited = Signal(object)
    left = Signal()
    changed = Signal()
    failed = Signal(object)
    paper_wanted = Signal(object)
    section_wanted = Signal(str)

    def __init__(
        self, presenter: ReviewPresenter, section: Section, parent: QWidget | None = None
    ) -> None:
        is_roomy = not ROOMY.isdisjoint(section.records)
        super().__init__(parent, widest=WIDEST_TOOLS if is_roomy else WIDEST_TEXT)
        self._presenter = presenter
        self.section = section
        self.rows: dict[Asked, QWidget] = {}
        self.panels: dict[Records, Panel] = {}
        self.beside: list[Panel] = []
        self._shows_gaps = False
        self._marked: set[FormRow] = set()
        self.add(PageHeader(section.title, section.help))
        for records in section.records:
            self.panels[records] = self._panel(PANELS[records])
            self.beside += [self._panel(beside) for beside in BESIDE.get(records, ())]
        self._questions = Card(spacing=22)
        self._nothing = Words(tr("Nothing is recorded in this section."), "muted")
        self.add(self._questions, self._nothing)
        for question in section.questions:
            self._questions.add(self._place(question, ""))
        self.refresh()

    def refresh(self) -> None:
        """Show what applies now, hide what does not, and let panels look anew."""
        for panel in self._every_panel():
            panel.refresh()
            panel.refresh_people()
        for row in self.rows.values():
            if isinstance(row, FormRow) and isinstance(row.field, PersonField):
                row.field.set_suggestions(self._people())
        for marks in marks_in(self):
            marks.refresh()
        self._show_rows()

    def set_shared(self, *, shared: bool) -> None:
        """Whether others see the screen: hide what is for the IRO alone."""
        for panel in self._every_panel():
            panel.set_shared(shared=shared)
        for marks in marks_in(self):
            marks.refresh()
        self._show_rows()

    def take_in(self) -> None:
        """Show every answer and record as they stand now, since what was done was taken back."""
        answers = self._presenter.answers
        for (question, item), row in self.rows.items():
            if not isinstance(row, FormRow):
                continue
            if row.field.value() != answers.get(question, item):
                row.field.set_value(answers.get(question, item))
            if isinstance(row.field, YesNoField):
                row.field.set_detail(answers.get(detail_of(question), item))
        self.refresh()

    def settle(self) -> None:
        """Keep what is ready to be kept and was not confirmed."""
        for panel in self._every_panel():
            panel.settle()

    def focus_first(self) -> None:
        """Put the focus on the first thing there is to do or to read."""
        if any(panel.focus_first() for panel in self.panels.values()):
            return
        for row in self.rows.values():
            if isinstance(row, FormRow) and row.isVisibleTo(self):
                row.focus_first()
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, gap: Problem) -> None:
        """Put the focus where something missing is put right."""
        row = self._row_of(gap)
        if row is None:
            self.focus_first()
        elif gap.code == AnswerFault.DETAIL_MISSING and isinstance(row.field, YesNoField):
            row.field.focus_detail()
        else:
            row.focus_first()

    def show_gaps(self) -> None:
        """Say beside each field what is missing there, and keep that true from now on."""
        self._shows_gaps = True
        self._mark_gaps()

    # What is shown

    def _show_rows(self) -> None:
        """Of a closed review, what was answered; else, every question that applies."""
        fixed, answers = self._presenter.review.is_fixed, self._presenter.answers
        applies = {
            (found.question.id, found.item)
            for part in self._presenter.sections()
            if part.section.id == self.section.id
            for found in part.every_question()
            if not (found.question.private and self._presenter.is_shared)
        }
        shown = {place for place in applies if not fixed or answers.is_answered(*place)}
        for place, row in self.rows.items():
            set_seen(row, seen=place in shown)
        set_seen(self._questions, seen=bool(shown & self.rows.keys()))
        if self._presenter.allowed.is_part:
            self._nothing.setText(self._presenter.no_records())
        set_seen(self._nothing, seen=fixed and not shown and not self.panels)
        if self._shows_gaps:
            self._mark_gaps()

    def _mark_gaps(self) -> None:
        beside: dict[FormRow, str] = {}
        for gap in self._presenter.gaps():
            row = self._row_of(gap) if gap.data["section"] == self.section.id else None
            if row is not None:
                beside.setdefault(row, gap_beside(gap))
        for row in self._marked - beside.keys():
            row.show_problem(None)
        for row, words in beside.items():
            row.show_problem(words)
        self._marked = set(beside)

    def _row_of(self, gap: Problem) -> FormRow | None:
        question = gap.data["question"].removesuffix(detail_of(""))
        row = self.rows.get((question, gap.data["item"]))
        if isinstance(row, FormRow):
            return row
        for panel in self.panels.values():
            found = panel.row_of(gap)
            if found is not None:
                return found
        return None

    # What it is made of

    def _panel(self, make: Maker) -> Panel:
        panel = make(self._presenter)
        panel.edited.connect(self.edited)
        panel.paper_wanted.connect(self.paper_wanted)
        panel.left.connect(self.left)
        panel.failed.connect(self.failed)
        panel.section_wanted.connect(self.section_wanted)
        panel.changed.connect(self._on_panel_changed)
        self.add(panel)
        return panel

    def _every_panel(self) -> tuple[Panel, ...]:
        return (*self.panels.values(), *self.beside)

    def _place(self, question: Question, item: str) -> QWidget:
        if question.kind is Kind.NOTE:
            row: QWidget = NoteLabel(question.text)
        elif question.kind is Kind.GROUP:
            row = self._group_row(question)
        else:
            row = self._question_row(question, item)
        self.rows[question.id, item] = row
        return row

    def _question_row(self, question: Question, item: str) -> FormRow:
        around = Surroundings(lambda: self._presenter.today, self._people())
        field = MAKERS[question.kind](question, around)
        review, presenter = self._presenter.review.id, self._presenter
        asked = detail_of(question.id) if question.kind is Kind.YES_NO else question.id
        equip(field, presenter, Place(answer_id(review, asked, item), "value"))
        field.set_value(self._presenter.answers.get(question.id, item))
        row = self._row(question, field)
        row.answer_changed.connect(lambda: self._take(question.id, item, field))
        if isinstance(field, YesNoField):
            detail = detail_of(question.id)
            field.set_detail(self._presenter.answers.get(detail, item))
            field.detail_changed.connect(lambda: self._keep(detail, item, field.detail()))
        return row

    def _group_row(self, question: Question) -> FormRow:
        group = GroupField(
            lambda item: self._item(question, item),
            self._presenter.new_item,
            question.item_name or tr("entry"),
        )
        group.set_value(self._presenter.answers.get(question.id))
        row = self._row(question, group)
        row.answer_changed.connect(lambda: self._keep(question.id, "", group.value()))
        return row

    def _row(self, question: Question, field: Field) -> FormRow:
        row = FormRow(
            question.text,
            field,
            hint=question.hint,
            help_text=question.help,
            required=question.required,
        )
        row.left.connect(self.left)
        if self._presenter.review.is_fixed:
            row.set_read_only(True)
        return row

    def _item(self, group: Question, item: str) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(12))
        for question in group.questions:
            layout.addWidget(self._place(question, item))
        return box

    def _people(self) -> list[str]:
        record = self._presenter.record
        names = [*(person.name for person in record.participants), record.iro.name]
        return with_council((name for name in names if name), self._presenter.council)

    # What happens

    def _take(self, question: str, item: str, field: Field) -> None:
        if not field.is_unread():  # a date half typed does not take away the one kept
            self._keep(question, item, field.value())

    def _keep(self, question: str, item: str, value: AnswerValue) -> None:
        edit = self._presenter.answer(question, item, value)
        if edit is not None:
            self.edited.emit(edit)
            self._show_rows()
            self.changed.emit()

    def _on_panel_changed(self) -> None:
        changed = self.sender()
        for panel in self._every_panel():
            if panel is not changed:
                panel.refresh()
        if self._shows_gaps:
            self._mark_gaps()
        self.changed.emit()
