"""The record as the grown-up will read it: what they would miss, and the way to the document."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.child.reading_presenter import AtTwentyFive, FlagLine
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.link_button import LinkButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words

MOST_LINES = 6


class ReadAt25Card(Card):
    """`review_opened` carries where a flag is put right, `document_wanted` whose document it is.

    The record is read through only once somebody asks: it is all of the child's.
    """

    review_opened = Signal(str)
    document_wanted = Signal(str)

    def __init__(self, look: Callable[[], AtTwentyFive]) -> None:
        super().__init__(tr("Read at 25"))
        self._look = look
        self._shows_all = False
        self._said = Words("", "strong")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(10))
        self.look_button = ActionButton(tr("See what they would miss"), "search")
        self.document_button = ActionButton(tr("Read it as they will"), "file-text")
        self.all_button = ActionButton("", "chevron-down", "quiet")
        self.look_button.clicked.connect(self.look)
        self.document_button.clicked.connect(self._on_document)
        self.all_button.clicked.connect(self._on_all)
        self.add(
            Words(
                tr(
                    "One day this child may read all of it: what happened, who decided, and why. "
                    "These remarks are for you, and print nowhere."
                ),
                "muted",
            ),
            self._said,
        )
        self.body.addLayout(self._list)
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(FlowRow(self.look_button, self.document_button))
        self.forget()

    def forget(self) -> None:
        """Begin anew, as another child's page is opened."""
        self._found: AtTwentyFive | None = None
        self._shows_all = False
        empty(self._list)
        self._said.hide()
        self.all_button.hide()

    def refresh(self) -> None:
        """Look again, where somebody has asked."""
        if self._found is not None:
            self._show(self._look())

    def look(self) -> None:
        """Read the record through, and list what is missing."""
        self._show(self._look())
        accessibility.announce(self, self._said.text())

    def _show(self, found: AtTwentyFive) -> None:
        if found == self._found:
            return
        self._found = found
        self._said.setText(
            ntr(
                "One thing is missing.",
                "{number} things are missing.",
                len(found.flags),
            )
            if found.flags
            else tr("Nothing that we look for is missing.")
        )
        self._said.show()
        self._fill()

    def _fill(self) -> None:
        empty(self._list)
        flags = self._found.flags if self._found else ()
        for flag in flags if self._shows_all else flags[:MOST_LINES]:
            row = self._row(flag)
            self._list.addWidget(row)
            row.show()
        self.all_button.setText(tr("Show all {number}", number=screen().number(len(flags))))
        self.all_button.setVisible(len(flags) > MOST_LINES and not self._shows_all)

    def _row(self, flag: FlagLine) -> QWidget:
        day = screen().date(flag.day) if flag.day else ""
        said = tr("{day}: {remark}", day=day, remark=flag.said) if day else flag.said
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        if flag.review is None:
            column.addWidget(Words(said))
        else:
            link = LinkButton(said)
            about = tr("Opens the review. {words}", words=flag.words)
            accessibility.name(link, said, about)
            link.clicked.connect(partial(self._on_link, flag.review))
            column.addWidget(link)
        if flag.words:
            column.addWidget(Words(tr("“{words}”", words=flag.words), "muted"))
        return row

    def _on_link(self, review: str) -> None:
        self.review_opened.emit(review)

    def _on_all(self) -> None:
        self._shows_all = True
        self._fill()
        item = self._list.itemAt(MOST_LINES)
        row = item.widget() if item else None
        link = row.findChild(LinkButton) if row else None
        if link is not None:
            link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_document(self) -> None:
        review = (self._found or self._look()).review
        if review is None:
            self._said.setText(tr("No review of this child was held yet."))
            self._said.show()
        else:
            self.document_wanted.emit(review)
