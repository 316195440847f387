"""How a tool stood at an earlier meeting, quietly beside today's."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.reviews import kind_of_review

Show = Callable[[EarlierTools], QWidget]


def meeting_in_words(earlier: EarlierTools) -> str:
    """Which meeting it was: its day and its kind."""
    day = screen().date(earlier.held_on)
    return tr("{day}: {kind}", day=day, kind=kind_of_review(earlier.kind))


class LastTime(QFrame):
    """A choice of meeting, and what `show` makes of the one chosen, to be read only."""

    def __init__(self, show: Show) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._show = show
        self._meetings: tuple[EarlierTools, ...] = ()
        self.meeting = PickField(())
        self.row = FormRow(tr("Compare with"), self.meeting)
        self.row.answer_changed.connect(self.refresh)
        self.shown: QWidget | None = None
        self._body = QVBoxLayout(self)
        edge = theme.space(14)
        self._body.setContentsMargins(edge, edge, edge, edge)
        self._body.setSpacing(theme.space(12))
        self._body.addWidget(self.row)
        self._body.addStretch(1)
        accessibility.name(self, tr("Last time"))

    def show_meetings(self, meetings: Sequence[EarlierTools]) -> None:
        """Offer these meetings, the latest first; the one chosen stays chosen."""
        if self._meetings == tuple(meetings):
            return
        self._meetings = tuple(meetings)
        self.meeting.set_options(
            [Option(one.review_id, meeting_in_words(one)) for one in self._meetings]
        )
        self.refresh()

    def chosen(self) -> EarlierTools | None:
        """The meeting today's is compared with."""
        wanted = self.meeting.value()
        return next((one for one in self._meetings if one.review_id == wanted), None)

    def refresh(self) -> None:
        """Make anew what is seen of the meeting chosen, as today's may bear on it."""
        if self.shown is not None:
            throw_away(self._body, self.shown)
            self.shown = None
        earlier = self.chosen()
        if earlier is not None:
            self.shown = self._show(earlier)
            self._body.insertWidget(1, self.shown)


def lines(texts: Sequence[tuple[str, str]], title: str = "") -> QWidget:
    """Words with a quiet line above each, for panels that need nothing more."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.space(10))
    if title:
        column.addWidget(Words(title, "strong"))
    for above, words in texts:
        pair = QVBoxLayout()
        pair.setSpacing(theme.space(2))
        if above:
            pair.addWidget(Words(above, "small"))
        pair.addWidget(Words(words))
        column.addLayout(pair)
    column.addStretch(1)
    return box
