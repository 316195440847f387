"""What ties a long text to what is kept of it: its menu and key, its marks, the panel beneath."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from iro_desktop.domain.withholding import WithheldPassage
from iro_desktop.i18n import tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.withholding import places_in
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.kept_passages import Choice, KeptLine, Place
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.withheld.keep_panel import KeepPanel
from iro_desktop.ui.review.withheld.kept_row import KeptRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.marked_text import Mark
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.words.withholding import passage_in_words

KEEP = "Ctrl+Shift+K"


class FieldMarks(QObject):
    """Lives with its field. It makes nothing beneath it before something is kept, or to be."""

    def __init__(self, field: RemarkedTextField, presenter: ReviewPresenter, place: Place) -> None:
        super().__init__(field)
        self.field, self.place = field, place
        self._presenter, self._withheld = presenter, presenter.withheld
        self._words = ""
        self._again: WithheldPassage | None = None
        self.panel: KeepPanel | None = None
        self._rows: QWidget | None = None
        self._passages: tuple[WithheldPassage, ...] = ()
        self._lines: tuple[KeptLine, ...] = ()
        field.menu_opened.connect(self._on_menu)
        field.keep_wanted.connect(self.ask)
        field.answer_changed.connect(self._draw)
        field.left.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept of the text as it stands now."""
        passages = self._withheld.kept_in(self.place)
        if not passages and not self._passages:
            return
        self._passages = passages
        self._draw()
        self._list()
        row = _row_around(self.field)
        if row is not None:
            row.set_veiled(veiled=bool(passages) and self._presenter.is_shared)

    def ask(self) -> None:
        """Ask why and from whom the words that are selected are kept; all, where none are."""
        if not self._may_keep():
            return
        self._again = None
        self._ask(self.field.text.selected(), None)

    def _may_keep(self) -> bool:
        return self._presenter.allowed.writes("withheld_passage")

    def mark_anew(self, passage: WithheldPassage) -> None:
        """Ask anew for a passage whose words are lost: they are selected in the text."""
        self._again = passage
        self._ask("", Choice(passage.because, passage.kept_from, passage.why))
        self.field.text.setFocus(Qt.FocusReason.OtherFocusReason)
        said = tr("Select the words in the text; they show beneath it.")
        accessibility.announce(self.field, said)

    def go_to(self, passage: WithheldPassage) -> None:
        """Put the cursor where a passage stands."""
        self.field.focus_first()
        places = places_in(self.field.text.exact_text(), passage.words)
        if places:
            self.field.text.go_to(places[0][0])

    def _ask(self, words: str, choice: Choice | None) -> None:
        if self.panel is None:
            self.panel = KeepPanel()
            self.panel.confirmed.connect(self._on_confirmed)
            self.panel.given_up.connect(self._on_given_up)
            self.field.add_below(self.panel)
            self.field.text.selectionChanged.connect(self._on_selection)
        self._words = words
        self.panel.ask(words, choice)

    def _on_selection(self) -> None:
        """The words meant follow the selection, while the panel asks."""
        words = self.field.text.selected()
        if words and self.panel is not None and not self.panel.isHidden():
            self._words = words
            self.panel.show_words(words)

    def _on_confirmed(self, choice: Choice) -> None:
        self.field.left.emit()  # what was typed is kept first
        try:
            self._withheld.keep(self.place, self._words, choice, self._again)
        except KnownFault as fault:
            if self.panel is not None:
                self.panel.refuse(fault)
            return
        self._on_given_up()
        cursor = self.field.text.textCursor()
        cursor.clearSelection()
        self.field.text.setTextCursor(cursor)
        self.refresh()
        accessibility.announce(
            self.field, tr("{what}: kept from others", what=passage_in_words(self._words))
        )

    def _on_given_up(self) -> None:
        if self.panel is not None:
            self.panel.hide()
        self.field.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self, passage: WithheldPassage) -> None:
        self.field.left.emit()
        self._withheld.give_back(passage)
        self.refresh()
        self.field.text.setFocus(Qt.FocusReason.OtherFocusReason)
        accessibility.announce(
            self.field, tr("{what}: given back", what=passage_in_words(passage.words))
        )

    def _draw(self) -> None:
        if self._passages or self.field.text.marks(Mark.KEPT):
            text = self.field.text.exact_text()
            spans = [span for one in self._passages for span in places_in(text, one.words)]
            self.field.text.set_marks(Mark.KEPT, spans)

    def _list(self) -> None:
        lines = tuple(line for line in self._withheld.lines() if line.passage in self._passages)
        if lines == self._lines:
            return
        self._lines = lines
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
            self._rows = None
        if not lines:
            return
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        for line in lines:
            row = KeptRow(line, to_read=not self._may_keep())
            row.back_wanted.connect(_later(self._on_back, line.passage))
            row.anew_wanted.connect(_later(self.mark_anew, line.passage))
            column.addWidget(row)
        self.field.add_below(self._rows)

    def _on_menu(self, menu: QMenu, place: int) -> None:
        if not self._may_keep():
            return
        selected = self.field.text.selected()
        menu.addSeparator()
        words = tr("Keep from others…") if selected else tr("Keep all of this from others…")
        keep = QAction(words, menu)
        keep.setShortcut(QKeySequence(KEEP))
        keep.setEnabled(self.field.value() is not None)
        keep.triggered.connect(self.ask)
        menu.addAction(keep)
        text = self.field.text.exact_text()
        for passage in self._passages:
            if any(start <= place <= end for start, end in places_in(text, passage.words)):
                what = passage_in_words(passage.words)
                back = QAction(tr("Give back: {what}", what=what), menu)
                back.triggered.connect(_later(self._on_back, passage))
                menu.addAction(back)


def _row_around(field: QWidget) -> FormRow | None:
    around: QWidget | None = field.parentWidget()
    while around is not None and not isinstance(around, FormRow):
        around = around.parentWidget()
    return around


def _later(act: Callable[[WithheldPassage], None], passage: WithheldPassage) -> Callable[[], None]:
    return lambda: act(passage)
