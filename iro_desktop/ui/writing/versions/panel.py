"""The versions of one copy: what state it is in, the next step, and all that came before."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.documents.formats import Format
from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.document_versions import ManagersConfirmation
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.wishes_and_feelings import HeardHow
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.sending import Recipient
from iro_desktop.services.what_changed import WhatChanged
from iro_desktop.ui import theme
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.writing.preview_palette import preview_palette
from iro_desktop.ui.writing.versions.dispatch import Dispatch
from iro_desktop.ui.writing.versions.forms import CheckForm, CorrectForm, ReadForm, ReplyForm
from iro_desktop.ui.writing.versions.manager_card import ManagerCard
from iro_desktop.ui.writing.versions.next_step import Action
from iro_desktop.ui.writing.versions.notice import Notice
from iro_desktop.ui.writing.versions.page import Page
from iro_desktop.ui.writing.versions.password_card import PasswordCard
from iro_desktop.ui.writing.versions.presenter import VersionsPresenter
from iro_desktop.ui.writing.versions.refusals import Place, refusal_of, refusal_to_send
from iro_desktop.ui.writing.versions.send_form import SendForm
from iro_desktop.ui.writing.versions.send_order import Done, Order, Way
from iro_desktop.ui.writing.versions.sign_form import SignForm
from iro_desktop.ui.writing.versions.state_card import StateCard
from iro_desktop.ui.writing.versions.step_form import StepForm
from iro_desktop.ui.writing.versions.version_reader import VersionReader
from iro_desktop.ui.writing.versions.versions_card import VersionsCard

Typed = dict[str, AnswerValue]


class VersionsPanel(QWidget):
    """`go_wanted` carries a Place as text, `paper_wanted` an Explanation to print or save.

    It is a column of cards that does not scroll by itself.
    """

    go_wanted = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self, presenter: VersionsPresenter, runner: JobRunner) -> None:
        super().__init__()
        self._presenter, self._runner = presenter, runner
        self._page: Page | None = None
        self._read: str | None = None  # the content of the draft that is about to be signed
        self._typed: dict[tuple[CopyWanted, str], Typed] = {}
        self.notice = Notice()
        self.password = PasswordCard()
        self.check_form, self.sign_form, self.send_form = CheckForm(), SignForm(), SendForm()
        self.correct_form = CorrectForm()
        self.read_form = ReadForm(lambda: presenter.today)
        self.reply_form = ReplyForm(lambda: presenter.today)
        self.state = StateCard(
            {
                Action.CHECK: self.check_form,
                Action.SIGN: self.sign_form,
                Action.SEND: self.send_form,
                Action.CORRECT: self.correct_form,
                Action.READ_TOGETHER: self.read_form,
                Action.REPLY: self.reply_form,
            }
        )
        self.manager = ManagerCard(lambda: presenter.today)
        self.reader, self.versions = VersionReader(), VersionsCard()
        self.dispatch = Dispatch(presenter, runner, self)
        self._forms: dict[str, StepForm] = {
            action.value: form for action, form in self.state.forms.items()
        }
        self._forms["manager"] = self.manager.form
        self._lay_out()
        self._connect()

    def show_copy(self, wanted: CopyWanted) -> None:
        """Show the versions of a copy. What was typed for another is there when one comes back."""
        if self._page is not None and self._page.wanted == wanted:
            self.refresh()
            return
        if self._page is not None:
            for name, form in self._forms.items():
                self._typed[(self._page.wanted, name)] = form.typed()
        self._presenter.open(wanted)
        self.state.close_forms()
        self.reader.hide()
        self.notice.hide()
        self.refresh()
        for name, form in self._forms.items():
            form.put_back(self._typed.pop((wanted, name), {}))

    def refresh(self) -> None:
        """Show what is kept now. What is being typed is left alone."""
        self._page = page = self._presenter.page()
        people = tuple(page.people)
        self.check_form.show_people(page.owner, people)
        self.read_form.show_people(page.owner, people)
        self.correct_form.show_language(page.wanted.language)
        self.send_form.show_people(page.people, page.first_recipient, page.wanted.language)
        if page.draft is not None:
            self.sign_form.show_version(page.draft.version, page.owner)
        self.state.show_page(page)
        self.versions.show_versions(page.versions, page.numbers)
        self._show_manager()

    # Layout

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(16))
        for part in (
            *(self.notice, self.password, self.state),
            *(self.reader, self.manager, self.versions),
        ):
            layout.addWidget(part)
        layout.addStretch(1)

    def _connect(self) -> None:
        for part in (self.notice, self.state):
            part.go_wanted.connect(self._on_go)
        for card in (self.state, self.manager):
            card.paper_wanted.connect(self.paper_wanted)
        self.state.wanted.connect(self._on_wanted)
        self.state.waiting.sent.connect(self._on_gone)
        self.check_form.confirmed.connect(self._on_check)
        self.sign_form.confirmed.connect(self._on_sign)
        self.sign_form.open_wanted.connect(partial(self._on_wanted, Action.OPEN))
        self.correct_form.confirmed.connect(self._on_correct)
        self.read_form.confirmed.connect(self._on_read)
        self.reply_form.confirmed.connect(self._on_reply)
        self.send_form.wanted.connect(partial(self._on_send, self.dispatch.carry_out))
        self.send_form.saved.connect(partial(self._on_send, self.dispatch.save))
        self.send_form.noted.connect(partial(self._on_send, self.dispatch.note))
        self.send_form.voice_asked.connect(self._on_voice_asked)
        self.dispatch.began.connect(self._on_began)
        self.dispatch.done.connect(self._on_done)
        self.dispatch.failed.connect(self._on_failed)
        self.dispatch.not_printed.connect(self._on_not_printed)
        self.manager.form.confirmed.connect(self._on_manager)
        self.manager.taken_back.connect(self._on_taken_back)
        self.versions.open_wanted.connect(self._open)
        self.reader.left.connect(self._on_reader_left)
        self.password.told.connect(self.state.focus_first)

    def _show_manager(self) -> None:
        answers = self._presenter.manager()
        self.manager.setVisible(answers is not None)
        if answers is not None:
            may_answer = self._shown().allowed.writes("managers_confirmation")
            self.manager.set_to_read(to_read=not may_answer)
            self.manager.show_answers(answers.answers())

    # On the way to a signature

    def _on_wanted(self, action: Action) -> None:
        page = self._shown()
        if action in self.state.forms:
            self._note_what_is_read()
            self.state.open_form(action)
        elif action in {Action.DRAFT, Action.REDRAFT}:
            self._do(self._presenter.draft, tr("The draft is kept. Read it through now."))
        elif action is Action.DISCARD and page.draft is not None:
            version = page.draft.version
            discard = partial(self._presenter.discard, version.id)
            if self._do(discard, tr("The draft is thrown away.")) and version.what_changed:
                self.correct_form.put_back({"words": version.what_changed})
        elif action is Action.OPEN and page.newest is not None:
            self._open(page.newest.version.id)

    def _note_what_is_read(self) -> None:
        """What is checked or signed is the draft as it is now, whatever comes in meanwhile."""
        draft = self._shown().draft
        self._read = None if draft is None else draft.version.content

    def _on_check(self, by: str) -> None:
        check = partial(self._presenter.check, self._draft(), by, self._read)
        if not self._do(check, tr("It is checked."), self.check_form):
            self._note_what_is_read()

    def _on_sign(self) -> None:
        sign = partial(self._presenter.sign, self._draft(), self._read)
        said = tr("It is signed, and never changes from now on.")
        if not self._do(sign, said, self.sign_form):
            self._note_what_is_read()

    def _on_correct(self, what_changed: WhatChanged) -> None:
        name = self._signed()
        said = tr("The correction is drafted. Read it through, then check and sign it.")
        change = partial(self._presenter.correct, name, what_changed)
        self._do(change, said, self.correct_form)

    def _on_read(self, by: str, on: dt.date, note: str) -> None:
        change = partial(self._presenter.note_read, self._signed(), by, on, note)
        self._do(change, tr("It is noted that it was read together."), self.read_form)

    def _on_reply(self, words: str, how: HeardHow, on: dt.date) -> None:
        change = partial(self._presenter.keep_reply, self._signed(), words, how, on)
        self._do(change, tr("The reply is kept, word for word."), self.reply_form)

    def _on_gone(self, document: object, to: str) -> None:
        day = screen().date(self._presenter.today)
        waiting = [one for one in self._shown().waiting if one == document]
        for one in waiting:
            change = partial(self._presenter.mark_sent, one, to)
            self._do(change, tr("Marked as sent on {day}.", day=day))

    # Sending

    def _on_send(
        self, carry_out: Callable[[Order], None], to: Recipient, way: Way, kind: Format
    ) -> None:
        try:
            carry_out(Order(self._signed(), to, way, kind))
        except KnownFault as fault:
            self.notice.refuse(refusal_to_send(fault))

    def _on_began(self) -> None:
        self.notice.say(tr("Writing…"), "info")
        self.send_form.button.setEnabled(False)

    def _on_done(self, done: Done) -> None:
        self._presenter.settle(done)
        self.send_form.put_back({})
        self.state.close_forms()
        self.refresh()
        self.notice.say(done.said)
        if done.password:
            self.password.show_password(done.password, done.order.to.name, done.name)
        else:
            self.state.focus_first()

    def _on_failed(self, fault: Exception) -> None:
        self.send_form.show_way()
        if not isinstance(fault, KnownFault):
            raise fault
        self.notice.refuse(refusal_to_send(fault))

    def _on_not_printed(self) -> None:
        self.send_form.show_way()
        self.notice.say(
            tr("Nothing was printed, and nothing noted. Look at the printer, and try again."),
            "danger",
        )

    def _on_voice_asked(self) -> None:
        language = self._shown().wanted.language
        self._runner.run(
            lambda _control: self._presenter.has_voice(language),
            lambda found: self.send_form.show_voice(has_voice=found, language=language),
            self._on_failed,
        )

    # The manager, and reading

    def _on_manager(self, by: str, agrees: bool, on: dt.date, remarks: str) -> None:  # noqa: FBT001
        answers = self._presenter.manager()
        if answers is not None:
            change = partial(answers.confirm, by, on, remarks, agrees=agrees)
            if self._do(change, tr("The manager’s answer is noted."), self.manager.form):
                self.manager.close_form()

    def _on_taken_back(self, said: ManagersConfirmation) -> None:
        answers = self._presenter.manager()
        if answers is not None:
            self._do(partial(answers.take_back, said), tr("The answer is taken back."))
            self.manager.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, name: str) -> None:
        version = next(one.version for one in self._shown().versions if one.version.id == name)
        try:
            html, points = self._presenter.html_of(
                version, preview_palette(), theme.current().text_scale
            )
        except KnownFault as fault:
            self.notice.refuse(refusal_of(fault))
            return
        self.reader.show_version(version, html, points)
        self.reader.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reader_left(self) -> None:
        shown = self.reader.version
        self.reader.hide()
        for row in self.versions.rows:
            if shown is not None and row.listed.version.id == shown.id:
                row.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # What all of them do

    def _do(self, change: Callable[[], None], said: str, form: StepForm | None = None) -> bool:
        try:
            change()
        except KnownFault as fault:
            self.notice.refuse(refusal_of(fault))
            return False
        if form is not None:
            form.put_back({})
        self.state.close_forms()
        self.refresh()
        self.notice.say(said)
        self.state.focus_first()
        return True

    def _on_go(self, place: Place) -> None:
        self.go_wanted.emit(place.value)

    def _shown(self) -> Page:
        assert self._page is not None  # noqa: S101 - a copy is shown before anything is pressed
        return self._page

    def _draft(self) -> EntityId:
        draft = self._shown().draft
        assert draft is not None  # noqa: S101 - only a draft offers this
        return draft.version.id

    def _signed(self) -> EntityId:
        signed = self._shown().signed
        assert signed is not None  # noqa: S101 - only a signed version offers this
        return signed.version.id
