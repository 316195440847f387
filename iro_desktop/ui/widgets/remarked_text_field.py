"""A long text that is looked at while it is written: remarks, spelling, and what can be offered.

Until there is something to say it costs no more than a plain one. Nothing in it changes the text
but the person who writes: an offer taken is one step, and can be undone.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.widgets.findings import (
    Finding,
    Shape,
    TextChecks,
    change_for,
    count_in_words,
    findings_in,
    with_suggestions,
)
from iro_desktop.ui.widgets.findings_panel import FindingsPanel
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.marked_text import Mark, MarkedText
from iro_desktop.ui.widgets.tab_order import follow
from iro_desktop.ui.widgets.text_field import FEWEST_LINES, LongTextField
from iro_desktop.ui.widgets.text_places import Range

PAUSE_MS = 400
_DRAWN_AS = {
    Shape.SENTENCE: Mark.SENTENCE,
    Shape.WORDS: Mark.WORDS,
    Shape.SPELLING: Mark.SPELLING,
}


class RemarkedTextField(LongTextField):
    """`for_child`: its words reach the child, so plain words are looked for as well as spelling.

    `verbatim`: somebody's own words, exactly as given; nothing is remarked on them. Nothing is
    looked for before `set_checks`. `menu_opened` and `keep_wanted` are those of its
    text. F7 goes from finding to finding; Escape goes back to the text.
    """

    menu_opened = Signal(QMenu, int)
    keep_wanted = Signal()

    def __init__(
        self,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        fewest_lines: int = FEWEST_LINES,
        for_child: bool = False,
        verbatim: bool = False,
    ) -> None:
        super().__init__(placeholder, parent, fewest_lines=fewest_lines)
        self.for_child, self.verbatim = for_child, verbatim
        self.findings: tuple[Finding, ...] = ()
        self.panel: FindingsPanel | None = None
        self.count_button: ActionButton | None = None
        self._checks: TextChecks | None = None
        self._in_front = 0
        self._waits = self._types = self._read_only = False
        self._said = ("", "")
        self._pause: QTimer | None = None
        self.text.menu_opened.connect(self._on_menu)
        self.text.walk_wanted.connect(self.walk)
        self.text.keep_wanted.connect(self.keep_wanted)
        self.answer_changed.connect(self._on_typed)
        self.text.textChanged.connect(self._look_soon)

    @property
    def text(self) -> MarkedText:
        """The control that holds the words."""
        assert isinstance(self._text, MarkedText)  # noqa: S101 - `_make_text` made it
        return self._text

    def set_checks(self, checks: TextChecks | None) -> None:
        """Have the text looked at from now on, or no longer."""
        self._checks = None if self.verbatim else checks
        self._look_soon()

    def look_now(self) -> None:
        """Look at the text as it stands, without waiting for a pause."""
        self._waits = False
        if self._pause is not None:
            self._pause.stop()
        checks, text = self._checks, self.text.exact_text()
        if checks is None or self._read_only:
            self._show(())
        else:
            unfinished = self._unfinished()
            self._show(findings_in(text, checks, for_child=self.for_child, unfinished=unfinished))

    def walk(self, step: int) -> None:
        """Show the next finding in the panel, or the one before. The first is the cursor's."""
        self._types = False
        self.look_now()
        if not self.findings:
            accessibility.announce(self, tr("There is nothing to remark on here."))
            return
        if self.panel is None or self.panel.isHidden():
            self._in_front = self._nearest(self.text.place(), step)
        else:
            self._in_front = (self._in_front + step) % len(self.findings)
        self._show_in_front()
        self._panel().focus_first()
        accessibility.announce(self._panel(), self._panel().said())

    def hide_panel(self) -> None:
        """Put the panel away and go back to the text."""
        if self.panel is not None and not self.panel.isHidden():
            self.panel.hide()
            self._note_panel()
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_below(self, widget: QWidget) -> None:
        """Put something beneath the text."""
        self._column().addWidget(widget)
        widget.show()  # at once: the focus may go there before the layout would show it
        self._order()

    @override
    def set_value(self, value: AnswerValue) -> None:
        self._types = False
        super().set_value(value)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        super().set_read_only(read_only)
        if read_only:  # by default Qt lets only a mouse select what is read
            flags = Qt.TextInteractionFlag
            self.text.setTextInteractionFlags(
                flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
            )
        self._look_soon()

    @override
    def set_names(self, name: str, description: str = "") -> None:
        self._said = (name, description)
        self._say_count()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waits:
            self._look_soon()

    @override
    def _make_text(self, fewest_lines: int) -> MarkedText:
        return MarkedText(fewest_lines)

    @override
    def _on_left(self) -> None:
        """The last word is finished now."""
        self._types = False
        if self._waits or self._pause is not None:
            self._look_soon()

    # Looking, after a pause

    def _on_typed(self) -> None:
        self._types = True

    def _look_soon(self) -> None:
        """Nothing is looked at while it cannot be seen, or while somebody types."""
        if self._checks is None and not self.findings:
            return
        if self._pause is None:
            if not self.findings and self.text.document().isEmpty():
                return
            self._pause = QTimer(self)
            self._pause.setSingleShot(True)
            self._pause.setInterval(PAUSE_MS)
            self._pause.timeout.connect(self._on_pause)
        self._waits = True
        if self.isVisible():
            self._pause.start()

    def _on_pause(self) -> None:
        if self.isVisible():
            self.look_now()

    def _unfinished(self) -> tuple[Range, ...]:
        """The word at the cursor, while it is being typed."""
        place = self.text.place()
        return ((place - 1, place),) if self._types and self.text.hasFocus() and place else ()

    # What is shown

    def _show(self, findings: tuple[Finding, ...]) -> None:
        changed = findings != self.findings
        self.findings = findings
        for shape, mark in _DRAWN_AS.items():
            spans = [(one.start, one.end) for one in findings if one.shape is shape]
            self.text.set_marks(mark, spans)
        if not changed:
            return
        self._show_count()
        if self.panel is not None and not self.panel.isHidden():
            if findings:
                self._in_front = min(self._in_front, len(findings) - 1)
                self._show_in_front(move=False)
            else:
                focus = QApplication.focusWidget()
                inside = focus is not None and self.panel.isAncestorOf(focus)
                self.panel.hide()
                self._note_panel()
                if inside:
                    self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_count(self) -> None:
        words = count_in_words(self.findings)
        if self.count_button is None and words:
            self.count_button = ActionButton("", "pencil", "slight")
            self.count_button.setCheckable(True)
            self.count_button.setToolTip(tr("F7 goes from one to the next"))
            self.count_button.clicked.connect(self._on_count)
            keeps = self.count_button.sizePolicy()
            keeps.setRetainSizeWhenHidden(True)  # nothing moves while somebody types
            self.count_button.setSizePolicy(keeps)
            self._column().insertWidget(1, self.count_button, 0, Qt.AlignmentFlag.AlignLeading)
            self._order()
        if self.count_button is not None:
            self.count_button.setText(words)
            self.count_button.setVisible(bool(words))
        self._say_count()

    def _say_count(self) -> None:
        name, description = self._said
        words = count_in_words(self.findings)
        told = tr("{count}. F7 goes to them.", count=words) if words else ""
        super().set_names(name, accessibility.sentence(told, description))
        if self.count_button is not None:
            about = tr("{count}: {question}", count=words, question=name)
            accessibility.name(self.count_button, about)

    def _on_count(self) -> None:
        if self.panel is not None and not self.panel.isHidden():
            self.hide_panel()
        else:
            self.walk(1)
        self._note_panel()

    def _nearest(self, place: int, step: int) -> int:
        numbers = range(len(self.findings))
        if step < 0:
            before = (number for number in numbers if self.findings[number].end <= place)
            return max(before, default=len(self.findings) - 1)
        return next((number for number in numbers if self.findings[number].end >= place), 0)

    def _show_in_front(self, *, move: bool = True) -> None:
        finding, checks = self.findings[self._in_front], self._checks
        offers = () if checks is None else with_suggestions(finding, checks)
        panel = self._panel()
        panel.show_finding(finding, self._in_front + 1, len(self.findings), offers)
        panel.show()
        self._order()
        self._note_panel()
        self.text.set_marks(Mark.IN_FRONT, [(finding.start, finding.end)])
        if move:
            self.text.go_to(finding.end)

    def _note_panel(self) -> None:
        shown = self.panel is not None and not self.panel.isHidden()
        if not shown:
            self.text.set_marks(Mark.IN_FRONT, ())
        if self.count_button is not None:
            self.count_button.setChecked(shown)

    def _panel(self) -> FindingsPanel:
        if self.panel is None:
            self.panel = FindingsPanel()
            self.panel.offer_taken.connect(self._on_offer)
            self.panel.walk_wanted.connect(self.walk)
            self.panel.hide_wanted.connect(self.hide_panel)
            place = 1 if self.count_button is None else 2
            self._column().insertWidget(place, self.panel)
        return self.panel

    def _order(self) -> None:
        """Tab goes from the text to what stands beneath it, from top to bottom."""
        items = (self._column().itemAt(place) for place in range(1, self._column().count()))
        parts = (item.widget() for item in items if item is not None)
        follow(self.text, *(part for part in parts if part is not None))

    def _column(self) -> QVBoxLayout:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - a long text is laid out in one
        return column

    # What is taken

    def _on_offer(self, offer: str) -> None:
        self.take(self.findings[self._in_front], offer)
        if self.panel is not None and not self.panel.isHidden():
            self.panel.focus_first()
            accessibility.announce(self.panel, self.panel.said())

    def take(self, finding: Finding, offer: str) -> None:
        """Put an offer where it goes, unless the text says something else there by now."""
        change = change_for(self.text.exact_text(), finding, offer)
        if change is not None and not self._read_only:
            self.text.replace(change.start, change.end, change.words)
            self._types = False
            self.left.emit()  # kept at once
        self.look_now()

    def _on_menu(self, menu: QMenu, place: int) -> None:
        """What the word at this place might be stands first."""
        spelt = [
            one
            for one in self.findings
            if one.shape is Shape.SPELLING and one.start <= place <= one.end
        ]
        before = menu.actions()[0] if menu.actions() else None
        if spelt and self._checks is not None and not self._read_only:
            finding = spelt[0]
            offers = with_suggestions(finding, self._checks)
            for offer in offers:
                action = QAction(offer, menu)
                action.triggered.connect(lambda _on, offer=offer: self.take(finding, offer))
                menu.insertAction(before, action)  # type: ignore[arg-type]  # None: at the end
            if not offers:
                nothing = QAction(tr("No word like it is known"), menu)
                nothing.setEnabled(False)
                menu.insertAction(before, nothing)  # type: ignore[arg-type]  # as above
            menu.insertSeparator(before)  # type: ignore[arg-type]  # as above
        self.menu_opened.emit(menu, place)


def texts_in(widget: QWidget) -> Sequence[RemarkedTextField]:
    """Every such field within a widget."""
    return widget.findChildren(RemarkedTextField)
