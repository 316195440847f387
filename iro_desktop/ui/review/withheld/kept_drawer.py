"""The list of what is kept from others, at the side: what, from whom, why, who decided and when."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.withholding import WithheldPassage
from iro_desktop.i18n import ntr, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.drawer import Drawer
from iro_desktop.ui.review.kept_passages import DetailLine, KeptLine
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.withheld.kept_row import KeptRow
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.tab_order import follow
from iro_desktop.ui.widgets.words import Words


class KeptDrawer(Drawer):
    """`place_wanted` and `anew_wanted` carry a passage to go to or to mark anew.

    `failed` carries a KnownFault.
    """

    failed = Signal(object)
    place_wanted = Signal(object)
    anew_wanted = Signal(object)

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(tr("Kept from others"), hiding=tr("Hide what is kept from others"))
        self._presenter, self._withheld = presenter, presenter.withheld
        self._shown: tuple[object, ...] = ()
        self.rows: tuple[KeptRow, ...] = ()
        self._parts: list[QWidget] = []
        self.lost = Banner("", "warning")
        self.lost.hide()
        self.add(self.lost)

    def refresh(self) -> None:
        """Show what is kept as it stands now."""
        lines, details = self._withheld.lines(), self._withheld.details()
        to_read = not self._presenter.allowed.writes("withheld_passage")
        if (lines, details, to_read) == self._shown:
            return
        self._shown = (lines, details, to_read)
        throw_away(self.body, *self._parts)
        self._tell_lost(lines)
        self.rows = tuple(self._row(line, to_read=to_read) for line in lines)
        self._parts = [*(_carded(row) for row in self.rows), *map(_detail, details)]
        if not self._parts:
            nothing = self._presenter.no_records() if to_read else _nothing()
            self._parts = [Words(nothing, "muted")]
        self.add(*self._parts)
        follow(self.hide_button, *self._parts)

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        self.hide_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Another review comes: hold nothing of this one."""
        self.hide()
        throw_away(self.body, *self._parts)
        self._parts, self.rows, self._shown = [], (), ()

    def _tell_lost(self, lines: tuple[KeptLine, ...]) -> None:
        lost = sum(line.is_lost for line in lines)
        if lost:
            said = ntr(
                "One passage stands no longer where it was marked. Until it is marked anew or "
                "given back, no copy goes to those it is kept from.",
                "{number} passages stand no longer where they were marked. Until they are marked "
                "anew or given back, no copy goes to those they are kept from.",
                lost,
            )
            self.lost.say(said, "warning")
        else:
            self.lost.hide()

    def _row(self, line: KeptLine, *, to_read: bool) -> KeptRow:
        row = KeptRow(line, in_full=True, to_read=to_read)
        row.back_wanted.connect(_later(self._on_back, line.passage))
        row.anew_wanted.connect(_later(self.anew_wanted.emit, line.passage))
        row.place_wanted.connect(_later(self.place_wanted.emit, line.passage))
        return row

    def _on_back(self, passage: WithheldPassage) -> None:
        self.left.emit()
        self.focus_first()
        try:
            self._withheld.give_back(passage)
        except KnownFault as fault:
            self.failed.emit(fault)
            return
        accessibility.announce(self, tr("Given back"))


def _later(act: Callable[[WithheldPassage], None], passage: WithheldPassage) -> Callable[[], None]:
    return lambda: act(passage)


def _carded(row: QWidget) -> Card:
    card = Card(spacing=6)
    edge = theme.space(12)
    card.body.setContentsMargins(edge, edge, edge, edge)
    card.add(row)
    return card


def _detail(line: DetailLine) -> Card:
    card = Card(spacing=4)
    edge = theme.space(12)
    card.body.setContentsMargins(edge, edge, edge, edge)
    card.add(Words(line.what, "strong"))
    for text in (
        tr("In every document of this child; changed on the child's page"),
        tr("Kept from: {readers}", readers=line.kept_from),
        tr("Your note: {why}", why=line.why) if line.why else "",
        tr("Decided by {who}", who=line.decided) if line.decided else "",
    ):
        if text:
            card.add(Words(text, "small"))
    return card


def _nothing() -> str:
    return tr(
        "Nothing is kept from anyone. To keep words from others, select them in any longer text "
        "and press Ctrl+Shift+K."
    )
