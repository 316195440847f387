"""The frame each tool stands in: title, help, last time beside today, and where it prints."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.tools.entries import Tool
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.record_homes import ToolThing
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.edits import Edit
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.last_time import LastTime
from iro_desktop.ui.review.tools.presenter import ToolsPresenter
from iro_desktop.ui.widgets.choice_field import ChoicesField
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.side_by_side import SideBySide
from iro_desktop.ui.widgets.words import Words

E = TypeVar("E", bound=ToolThing)
MINUTES, LETTER = "minutes", "letter"


class ToolPanel(Panel):
    """A panel of one tool. What is worked with goes into `work`, from `fill` on.

    `beside_from` is the width, at 100 %, from which last time stands beside today's work and not
    beneath it. A subclass fills `work`, shows its entries in `refresh_entries`, and says in
    `show_earlier` how an earlier meeting is seen.
    """

    tool: ClassVar[Tool] = Tool.MAP
    beside_from: ClassVar[int] = 760

    def __init__(self, presenter: ReviewPresenter, tool: Tool | None = None) -> None:
        super().__init__(presenter)
        self.of: Tool = tool or self.tool
        self.tools = ToolsPresenter(presenter)
        self.is_shared = False
        self.title = Words(self.tools.title(self.of), "h2")
        self.bring_button = ActionButton("", "undo-2", "quiet")
        self.bring_button.clicked.connect(self._on_bring_over)
        self.last_button = ActionButton(tr("Last time"), "eye", "quiet")
        self.last_button.setCheckable(True)
        accessibility.name(self.last_button, tr("Last time: {tool}", tool=self.title.text()))
        self.last_button.toggled.connect(self._show_last_time)
        self.last_time = LastTime(self.show_earlier)
        self.work = QVBoxLayout()
        self.prints = ChoicesField(
            (Option(MINUTES, tr("In the minutes")), Option(LETTER, tr("In the letter"))), columns=2
        )
        self.prints_row = FormRow(
            tr("Where does this print?"),
            self.prints,
            spoken=tr("Where does this print: {tool}", tool=self.title.text()),
        )
        self.prints_row.answer_changed.connect(self._on_prints)
        self.prints_row.left.connect(self.left)
        self._lay_out()
        self.fill()
        self.refresh()

    # What a tool fills in

    def fill(self) -> None:
        """Put what is worked with into `work`."""
        raise NotImplementedError

    def refresh_entries(self) -> None:
        """Show the entries as they stand."""
        raise NotImplementedError

    def show_earlier(self, earlier: EarlierTools) -> QWidget:
        """How the tool stood at an earlier meeting, to be read only."""
        raise NotImplementedError

    # What is the same for all

    @override
    def refresh(self) -> None:
        self.refresh_entries()
        self.refresh_frame()

    def refresh_frame(self) -> None:
        """Show what can be done with the tool, and where it prints."""
        earlier = self.tools.earlier(self.of)
        self.last_button.setVisible(bool(earlier) and not self.is_shared)
        self.bring_button.setVisible(self.tools.to_bring_over(self.of) and not self.is_shared)
        if earlier:
            day = screen().date(earlier[0].held_on)
            words = tr("Bring over from {day}", day=day)
            self.bring_button.setText(words)
            accessibility.name(
                self.bring_button, tr("{action}: {what}", action=words, what=self.title.text())
            )
        self._show_last_time()
        self._sides.setHidden(self.is_shared and self.tools.is_for_iro_alone(self.of))
        use = self.tools.use_of(self.of)
        said = ((MINUTES, use.in_minutes), (LETTER, use.in_letter))
        self.prints.set_value(tuple(name for name, is_on in said if is_on))
        self.prints_row.set_read_only(self.is_fixed())
        self.prints_row.setVisible(self.tools.is_used(self.of) and not self.is_shared)

    @override
    def set_shared(self, *, shared: bool) -> None:
        """On a shared screen stands nothing of other meetings, nor of what is kept from someone."""
        if shared != self.is_shared:
            self.is_shared = shared
            self.refresh()

    def visible(self, entries: Iterable[E]) -> tuple[E, ...]:
        """Those that may be seen now: on a shared screen, none with a passage kept from someone."""
        return tuple(
            entry for entry in entries if not (self.is_shared and self.tools.is_withheld(entry))
        )

    def take(self, *edits: Edit) -> None:
        """Pass on what changed, and show what follows for the frame."""
        for edit in edits:
            self.edited.emit(edit)
        self.changed.emit()
        self.refresh_frame()

    def _lay_out(self) -> None:
        self.work.setContentsMargins(0, 0, 0, 0)
        self.work.setSpacing(theme.space(12))
        today = QWidget()
        today.setLayout(self.work)
        self._sides = sides = SideBySide(shares=(1, 0), narrowest=self.beside_from)
        sides.add_first(today)
        sides.add_second(self.last_time)
        self.last_time.hide()
        self.body.addWidget(self.title)
        self.body.addWidget(Words(self.tools.help(self.of), "muted"))
        self.body.addWidget(FlowRow(self.bring_button, self.last_button))
        self.body.addWidget(sides)
        self.body.addWidget(self.prints_row)

    def _show_last_time(self) -> None:
        is_wanted = self.last_button.isChecked() and not self.last_button.isHidden()
        if is_wanted:
            self.last_time.show_meetings(self.tools.earlier(self.of))
        self.last_time.setVisible(is_wanted)
        self._sides.share(*((3, 2) if is_wanted else (1, 0)))

    def _on_prints(self) -> None:
        chosen = self.prints.value() or ()
        use = self.tools.print_in(self.of, minutes=MINUTES in chosen, letter=LETTER in chosen)
        self.edit(use)

    def _on_bring_over(self) -> None:
        self.left.emit()  # what is typed is kept first
        try:
            self.tools.bring_over(self.of)
        except KnownFault as fault:
            self.failed.emit(fault)
            return
        self.refresh()
        self.changed.emit()
        if not self.focus_first():
            self.title.setFocus()
        accessibility.announce(
            self, tr("Brought over from last time: {tool}", tool=self.title.text())
        )
