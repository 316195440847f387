"""The team's hub: joined by a code or in the browser, seen, signed in to again, and left."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui.settings.hub.presenter import Question
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words


class HubPanel(Panel):
    """Shows one of five things at a time: outside, waiting, asking, inside, about to leave."""

    enrol_wished = Signal(str, str)
    sign_in_wished = Signal(str)
    give_up_wished = Signal()
    confirmed = Signal()
    refused = Signal()
    leave_wished = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Team hub"),
            tr(
                "A hub keeps your team's records together and passes them between laptops. You "
                "never wait for it: what you write is kept here first, and goes when the hub can "
                "be reached."
            ),
        )
        self.state = Pill("")
        self._state_row = FlowRow(self.state)
        self.words, self.more = Words(""), Words("", "muted")
        self.address = TextField(tr("hub.example.gov.uk"))
        self.code = TextField()
        self._address_row = FormRow(tr("The hub's address"), self.address)
        self._code_row = FormRow(
            tr("Code from your manager"),
            self.code,
            hint=tr("It can be used once, and for a short time only."),
        )
        self.enrol_button = ActionButton(tr("Go on with the code"), "key-round")
        self.sign_in_button = ActionButton(tr("Sign in with the council's account"), "user")
        self.again_button = ActionButton(tr("Open the browser again"))
        self.give_up_button = ActionButton(tr("Stop waiting"), "x")
        self.yes_button = ActionButton(tr("Yes, that is me"), "check", "primary")
        self.no_button = ActionButton(tr("No, stop here"), "x")
        self.leave_button = ActionButton(tr("Leave this hub…"))
        self.leave_now_button = ActionButton(tr("Leave the hub"), kind="danger")
        self.stay_button = ActionButton(tr("Stay"))
        self._page = ""
        self.caution = Banner("", "warning")
        self.add(self._state_row, self.words, self.more, self.caution)
        self.add(self._address_row, self._code_row)
        self.finish(*self._all_buttons())
        self._connect()
        self._account = ("", "", "", "")
        self.show_outside("", "")

    def show_outside(self, address: str, why: str) -> None:
        """Offer to join, or to sign in again; `why` says why that is needed."""
        if why:
            self.state.show_state(tr("Signed out"), "warning", "lock")
        else:
            self.state.show_state(tr("Not part of a hub"), "plain", "cloud-off")
        self._say(why)
        if not self.address.value():
            self.address.set_value(address)
        self.code.set_value("")
        self._offer(self.enrol_button, self.sign_in_button, fields=True)

    def show_waiting(self, address: str) -> None:
        """Open the address in the browser, and wait for it with a way to give up."""
        self._page = address
        self.state.show_state(tr("Waiting for the browser"), "info", "calendar-clock")
        self._say(
            tr("Sign in on the page that opens in your browser, then come back here."),
            tr("Your account's password is typed there alone; this program never sees it."),
        )
        self._offer(self.again_button, self.give_up_button)
        self._open_page()

    def show_question(self, question: Question) -> None:
        """Ask whether this is right."""
        self.state.show_state(tr("Is this you?"), "info", "circle-help")
        self._say(
            tr("{hub} knows you as {who}.", hub=question.hub, who=question.who),
            tr(
                "Nothing has been sent yet. If you say yes, this laptop gives the hub what you "
                "write, and gets what your team wrote about the children you may see."
            ),
        )
        if question.caution:
            self.caution.say(question.caution, "warning")
        self._offer(self.yes_button, self.no_button)

    def show_account(self, hub: str, who: str, address: str, until: str) -> None:
        """Show to which hub this laptop belongs, and as whom."""
        self._account = (hub, who, address, until)
        self.state.show_state(tr("Part of {hub}", hub=hub), "success", "check")
        lasts = tr("Signed in until {day}; syncing renews that by itself.", day=until)
        self._say(
            tr("You are {who}.", who=who),
            " ".join((tr("The hub is at {address}.", address=address), lasts if until else "")),
        )
        self._offer(self.leave_button)

    def show_address_problem(self, text: str) -> None:
        """Say beside the address what is wrong with it."""
        self._address_row.show_problem(text)
        self._address_row.focus_first()

    def show_code_problem(self, text: str) -> None:
        """Say beside the code what is wrong with it."""
        self._code_row.show_problem(text)
        if not self._address_row.problem():
            self._code_row.focus_first()

    def _connect(self) -> None:
        self.address.answer_changed.connect(lambda: self._address_row.show_problem(None))
        self.code.answer_changed.connect(lambda: self._code_row.show_problem(None))
        self.enrol_button.clicked.connect(
            lambda: self.enrol_wished.emit(self.address.value() or "", self.code.value() or "")
        )
        self.sign_in_button.clicked.connect(
            lambda: self.sign_in_wished.emit(self.address.value() or "")
        )
        self.again_button.clicked.connect(self._open_page)
        self.give_up_button.clicked.connect(self.give_up_wished)
        self.yes_button.clicked.connect(self.confirmed)
        self.no_button.clicked.connect(self.refused)
        self.leave_button.clicked.connect(self._ask_whether_to_leave)
        self.leave_now_button.clicked.connect(self.leave_wished)
        self.stay_button.clicked.connect(lambda: self.show_account(*self._account))

    def _ask_whether_to_leave(self) -> None:
        hub, *_ = self._account
        self.state.show_state(tr("Leave {hub}?", hub=hub), "warning", "triangle-alert")
        self._say(
            tr(
                "Everything on this laptop stays here, and what was not sent goes on waiting. "
                "What the hub has, it keeps."
            ),
            tr("Nothing more comes or goes until you join a hub again, with a new code."),
        )
        self._offer(self.stay_button, self.leave_now_button)

    def _say(self, words: str, more: str = "") -> None:
        self.banner.hide()
        self.caution.hide()
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.more.setText(more)
        self.more.setVisible(bool(more))

    def _offer(self, *buttons: ActionButton, fields: bool = False) -> None:
        """Show these buttons. The focus never falls out of the card with what is hidden."""
        had_focus = self.holds_focus()
        for row in (self._address_row, self._code_row):
            row.show_problem(None)
            row.setVisible(fields)
        for button in buttons:
            button.setVisible(True)
        if had_focus:
            _first(self.address if fields else buttons[0])
        for button in self._all_buttons():
            if button not in buttons:
                button.setVisible(False)

    def _all_buttons(self) -> tuple[ActionButton, ...]:
        return (
            *(self.enrol_button, self.sign_in_button, self.again_button, self.give_up_button),
            *(self.yes_button, self.no_button),
            *(self.leave_button, self.stay_button, self.leave_now_button),
        )

    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._page))


def _first(widget: QWidget) -> None:
    if isinstance(widget, TextField):
        widget.focus_first()
    else:
        widget.setFocus()
