"""Inviting on screen: who is asked, who is missing, and the ways out as drafts and letters."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Review
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import Translator, ntr, screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.inviting import Sheet
from iro_desktop.services.wording import words_for
from iro_desktop.ui import theme
from iro_desktop.ui.inviting.people import InviteesCard
from iro_desktop.ui.inviting.presenter import InvitingPresenter, Made, Shape
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.file_dialogs import ask_for_folder
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.surfaces import Card, PageHeader, ScrollPage
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.reviews import kind_of_review

_YES, _NO = "yes", "no"


class InvitingView(QWidget):
    """`back_wanted` asks for where one came from; `saved` carries the folder's path."""

    back_wanted = Signal(str)
    saved = Signal(str)

    def __init__(self, presenter: InvitingPresenter, runner: JobRunner) -> None:
        super().__init__()
        self._presenter = presenter
        self._runner = runner
        self._dialog: QFileDialog | None = None
        self._header = PageHeader(tr("Invite to the review"), " ")
        self.message = Banner("", dismissible=True)
        self.message.hide()
        self.by_when = Words("", "muted")
        self.invited = InviteesCard(
            tr("Who is asked"), tr("Nobody yet. Name them while you prepare the review.")
        )
        self.missing = InviteesCard(tr("Parts that nobody fills yet"), tr("None: all are filled."))
        self.named, self.others = _yes_or_no(), _yes_or_no()
        self._lay_out()

    def show_review(self, review: ReviewId) -> None:
        """Show who is asked to a review, with the focus on the first choice."""
        self._presenter.open(review)
        self.message.hide()
        self.refresh()
        self.named.focus_first()

    def refresh(self) -> None:
        """Read anew who is asked; what was chosen stays."""
        sheet = self._presenter.sheet()
        self._header.set_subtitle(_which(sheet.review))
        self.by_when.setText(self._by_when(sheet))
        self.by_when.setVisible(bool(self.by_when.text()))
        self.by_when.set_role("problem" if self._presenter.is_late(sheet) else "muted")
        self.invited.show_people(sheet.invited)
        self.missing.show_people(sheet.missing)
        self.named.set_value(_YES if self._presenter.named else _NO)
        self.others.set_value(_YES if self._presenter.with_others else _NO)
        self._show_ready(is_ready=bool(sheet.invited))

    def leave(self) -> bool:
        """Nothing is typed here."""
        return True

    def save_in(self, folder: Path, shape: Shape) -> None:
        """Make a file for everyone who is asked, in `folder`; the window stays free meanwhile."""
        order = self._presenter.order(shape)
        self._show_ready(is_ready=False)
        self.message.say(tr("Writing…"), "info")
        self._runner.run(
            lambda _control: self._presenter.make(order),
            lambda made: self._on_made(made, folder),
            self._on_failed,
        )

    # Layout

    def _lay_out(self) -> None:
        choices = Card(tr("What the invitations may say"))
        named = FormRow(
            tr("May they say what the child is called?"),
            self.named,
            hint=tr("Otherwise they bear a reference that tells nobody who it is."),
        )
        others = FormRow(
            tr("Has the child agreed that everyone is told who else is asked?"),
            self.others,
            hint=tr("Otherwise nobody is told."),
        )
        choices.add(named, others)
        self.named.answer_changed.connect(self._on_chosen)
        self.others.answer_changed.connect(self._on_chosen)
        page = ScrollPage()
        parts = (self._header, self.message, self.by_when, self.invited, self.missing, choices)
        page.add(*parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addWidget(self._make_foot())

    def _make_foot(self) -> QFrame:
        back = ActionButton(tr("Back"), "arrow-left", "quiet")
        back.clicked.connect(lambda: self.back_wanted.emit(self._presenter.review))
        self.word = ActionButton(tr("Save letters as Word…"), "file-text")
        self.pdf = ActionButton(tr("Save letters as PDF…"), "download")
        self.drafts = ActionButton(tr("Save as e-mail drafts…"), "mail", "primary")
        for button, shape in self._buttons():
            button.clicked.connect(lambda _on=False, shape=shape: self._ask_where(shape))
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        side = theme.space(20)
        row.setContentsMargins(side, theme.space(10), side, theme.space(10))
        row.addWidget(FlowRow(back, self.word, self.pdf, self.drafts))
        return foot

    def _buttons(self) -> tuple[tuple[ActionButton, Shape], ...]:
        return (self.word, Shape.WORD), (self.pdf, Shape.PDF), (self.drafts, Shape.DRAFT)

    def _show_ready(self, *, is_ready: bool) -> None:
        for button, _shape in self._buttons():
            button.setEnabled(is_ready)

    def _by_when(self, sheet: Sheet) -> str:
        if sheet.send_by is None or sheet.consult_by is None:
            return ""
        talk, send = screen().date(sheet.consult_by.on), screen().date(sheet.send_by.on)
        words = tr(
            "Talk with the child by {talk} about where to meet and whom to ask; "
            "have the invitations sent by {send} ({source}).",
            talk=talk,
            send=send,
            source=sheet.send_by.rule.law,
        )
        if self._presenter.is_late(sheet):
            return f"{words} {tr('That day has gone: send them now.')}"
        return words

    # What happens

    def _on_chosen(self) -> None:
        self._presenter.named = self.named.value() == _YES
        self._presenter.with_others = self.others.value() == _YES

    def _ask_where(self, shape: Shape) -> None:
        self._dialog = ask_for_folder(
            self,
            tr("Into which folder should the invitations go?"),
            lambda into: self.save_in(into, shape),
        )

    def _on_made(self, made: Made, folder: Path) -> None:
        self._show_ready(is_ready=True)
        try:
            self._presenter.keep(made, folder)
        except KnownFault as fault:
            self._on_failed(fault)
            return
        self._say_saved(made, folder)
        self.saved.emit(str(folder))

    def _on_failed(self, fault: Exception) -> None:
        self._show_ready(is_ready=True)
        if not isinstance(fault, KnownFault):
            raise fault
        self.message.say(str(words_for(fault, Translator())), "danger")

    def _say_saved(self, made: Made, folder: Path) -> None:
        words = ntr(
            "{number} invitation saved in {folder}.",
            "{number} invitations saved in {folder}.",
            len(made.files),
            folder=folder.name,
        )
        if made.missing_characters:
            boxes = tr(
                "No font here has these characters, so each shows as □: {characters}",
                characters=" ".join(sorted(made.missing_characters)),
            )
            self.message.say(f"{words} {boxes}", "warning")
        else:
            self.message.say(words, "success")


def _yes_or_no() -> ChoiceField:
    """One of the two always holds: nothing is said unless it was chosen."""
    both = (Option(_YES, tr("Yes")), Option(_NO, tr("No")))
    return ChoiceField(both, in_a_row=True, may_be_cleared=False)


def _which(review: Review) -> str:
    """Which review it is, and when and where, as far as that is known."""
    parts = [kind_of_review(review.kind)]
    if review.planned_for:
        parts.append(screen().weekday_date(review.planned_for))
    if review.starts_at:
        parts.append(screen().time(review.starts_at))
    if review.planned_at.strip():
        parts.append(review.planned_at.strip())
    return ", ".join(parts)
