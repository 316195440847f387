"""Every rule there is: searched, walked by key, and read whole."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.settings.lines import Line, matching
from iro_desktop.ui.settings.lines_list import LinesList
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.surfaces import Divider
from iro_desktop.ui.widgets.text_field import LongTextField, TextField
from iro_desktop.ui.widgets.words import Words

FEWEST_LINES = 6


class RulesFinder(QWidget):
    """The rule one is on is explained beneath the list; Enter goes there. `explain` takes a key."""

    def __init__(self, explain: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explain = explain
        self._rules: tuple[Line, ...] = ()
        self.words = TextField()
        self._search = FormRow(
            tr("Find a timescale"),
            self.words,
            hint=tr("By its name, its length, its law, or “not confirmed”"),
        )
        self._count = Words("", "muted")
        self.list = LinesList(tr("All timescales"), tr("Enter goes to the whole of one."))
        self.whole = LongTextField(fewest_lines=FEWEST_LINES)
        self.whole.set_read_only(True)
        self._whole_row = FormRow("", self.whole)
        self.words.answer_changed.connect(self._on_typed)
        self.list.shown.connect(self._show_whole)
        self.list.opened.connect(self._whole_row.focus_first)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(10))
        for widget in (
            Divider(),
            self._search,
            self._count,
            self.list,
            self._whole_row,
        ):
            layout.addWidget(widget)

    def show_rules(self, rules: tuple[Line, ...]) -> None:
        """Show these, narrowed to what is searched for."""
        self._rules = rules
        self._narrow()

    def count(self) -> str:
        """How many are shown, in words."""
        return self._count.text()

    def _on_typed(self) -> None:
        self._narrow()
        accessibility.announce(self.list, self._count.text())

    def _narrow(self) -> None:
        found = matching(self._rules, self.words.value() or "")
        number = screen().number
        total = number(len(self._rules))
        self._count.setText(tr("{figure} of {total} shown", figure=number(len(found)), total=total))
        self.list.show_lines(found)
        self.list.setVisible(bool(found))
        self.list.go_to_first()

    def _show_whole(self, line: Line | None) -> None:
        self._whole_row.setVisible(line is not None)
        if line is not None:
            self._whole_row.set_question(line.title)
            self.whole.set_value(self._explain(line.key))
