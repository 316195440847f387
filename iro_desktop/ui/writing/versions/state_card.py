"""What state the copy is in, what stands in the way, and the next step, which opens in place."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.link_button import LinkButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.deadlines import Deadline
from iro_desktop.ui.writing.versions.next_step import Action, action_in_words, next_step
from iro_desktop.ui.writing.versions.page import Page
from iro_desktop.ui.writing.versions.refusals import Place, Refusal, place_in_words
from iro_desktop.ui.writing.versions.step_form import StepForm
from iro_desktop.ui.writing.versions.steps_line import StepsLine
from iro_desktop.ui.writing.versions.waiting_rows import WaitingRows


class StateCard(Card):
    """`wanted` carries an Action, `go_wanted` a Place, `paper_wanted` an Explanation."""

    wanted = Signal(object)
    go_wanted = Signal(object)
    paper_wanted = Signal(object)

    def __init__(self, forms: Mapping[Action, StepForm]) -> None:
        super().__init__(tr("On its way"))
        self.forms = forms
        self.steps = StepsLine()
        self.sentence = Words("", "strong")
        self._urgency = Pill("")
        self.send_by = ExplainedDate(after=(self._urgency,))
        self.send_by.paper_wanted.connect(self.paper_wanted)
        self.hindrances = _Hindrances()
        self.hindrances.go_wanted.connect(self.go_wanted)
        self.waiting = WaitingRows()
        self.buttons = {action: _button(action) for action in Action}
        for action, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, one=action: self.wanted.emit(one))
        self.bar = FlowRow(*self.buttons.values())
        self.add(self.steps, self.sentence, self.send_by, self.hindrances, self.waiting)
        self.add(self.bar, *forms.values())
        for form in forms.values():
            form.given_up.connect(self.close_forms)

    def show_page(self, page: Page) -> None:
        """Show a copy. A step that is open stays open, unless it is no longer possible."""
        step = next_step(page)
        state = page.newest.state if page.newest else None
        self.steps.show_state(state, for_the_child=page.is_for_the_child)
        self.sentence.setText(step.sentence)
        self.sentence.set_role("problem" if step.is_wrong else "strong")
        self._show_send_by(page.send_by)
        is_draft = page.signed is None or page.draft is not None
        may_sign = page.allowed.writes("document_version")
        shown = is_draft and page.versions and may_sign
        self.hindrances.show_hindrances(page.hindrances if shown else ())
        waiting = page.waiting if page.allowed.writes("written_document") else ()
        self.waiting.show_documents(waiting, page.child if page.is_for_the_child else "")
        for action, button in self.buttons.items():
            button.setVisible(action in step.actions)
            kind = "primary" if action is step.main else _QUIET.get(action, "")
            if button.property("kind") != kind:
                button.setProperty("kind", kind)
                theme.restyle(button)
                button.set_icon(action_in_words(action)[1])
        for action, form in self.forms.items():
            if action not in step.actions:
                form.hide()
        self._show_actions()

    def open_form(self, action: Action) -> None:
        """Ask what a step needs."""
        for other, form in self.forms.items():
            form.setVisible(other is action)
        self._show_actions()
        self.forms[action].focus_first()

    def close_forms(self) -> None:
        """Put what is asked away; what was typed stays for the next time."""
        had_focus = any(form.isVisible() for form in self.forms.values())
        for form in self.forms.values():
            form.hide()
        self._show_actions()
        if had_focus:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on what comes next, or on the first thing that can be done."""
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        main = next((one for one in shown if one.property("kind") == "primary"), None)
        for button in (main, *shown):
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _show_actions(self) -> None:
        self.bar.setVisible(all(form.isHidden() for form in self.forms.values()))

    def _show_send_by(self, due: Deadline | None) -> None:
        self.send_by.setVisible(due is not None)
        if due is not None:
            words = tr("Send by {day}", day=due.explanation.day)
            self.send_by.show_date(due.explanation, words)
            self._urgency.show_state(due.state.text, due.state.tone, due.state.icon)


_QUIET = {Action.DISCARD: "quiet", Action.OPEN: "quiet"}


def _button(action: Action) -> ActionButton:
    return ActionButton(*action_in_words(action), _QUIET.get(action, ""))


class _Hindrances(QWidget):
    """What stands against a signature, each with the way to where it is put right."""

    go_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Refusal, ...] = ()
        self.links: list[LinkButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space(2))

    def show_hindrances(self, hindrances: tuple[Refusal, ...]) -> None:
        """Show these, or nothing."""
        if hindrances != self.shown:
            self.shown, self.links = hindrances, []
            empty(self._layout)
            if hindrances:
                self._layout.addWidget(Words(tr("Before it can be signed:"), "muted"))
            for one in hindrances:
                self._layout.addWidget(self._line(one))
        self.setVisible(bool(hindrances))

    def _line(self, hindrance: Refusal) -> QWidget:
        place = hindrance.place
        if place is None:
            return Words(hindrance.sentence)
        link = LinkButton(hindrance.sentence)
        accessibility.name(link, f"{hindrance.sentence} {place_in_words(place)}")
        link.setToolTip(place_in_words(place))
        link.clicked.connect(lambda _on=False, there=place: self._go(there))
        self.links.append(link)
        return link

    def _go(self, place: Place) -> None:
        self.go_wanted.emit(place)
