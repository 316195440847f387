"""The screen of two versions: each in full, what differs, and a decision that a person makes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.i18n import screen, tr
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import KnownFault, NoSuchThing
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.sync.conflicts import page as pages
from iro_desktop.ui.sync.conflicts.page import ConflictPage
from iro_desktop.ui.sync.conflicts.part_card import DecisionRow, PartCard, side_head
from iro_desktop.ui.sync.conflicts.presenter import ConflictPresenter
from iro_desktop.ui.widgets.bar import Bar
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.surfaces import Card, Divider, PageHeader, ScrollPage
from iro_desktop.ui.widgets.words import Words

DECIDE = "Ctrl+Return"
WIDEST = 1120


class ConflictView(QWidget):
    """`left` says that there is nothing more to decide here, `child_opened` whose page is wanted.

    Nothing is chosen beforehand, and nothing is kept until it is decided: what is chosen here and
    not decided is not lost words, only a choice.
    """

    left = Signal()
    child_opened = Signal(str)
    review_opened = Signal(str)

    def __init__(self, presenter: ConflictPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._shown: ConflictPage | None = None
        self.parts: list[PartCard] = []
        self.whole: DecisionRow | None = None
        self._header = PageHeader("")
        self._why = Banner("", "warning")
        self._fault = Banner("", "danger")
        self.decide_button = ActionButton(tr("Decide"), "check", "primary")
        self.later_button = ActionButton(tr("Not now"), "", "quiet")
        self._next = ActionButton(tr("Skip to the next"), "arrow-right")
        self._place = Words("", "muted")
        self._foot = Bar(self._place, self.later_button, self._next, self.decide_button)
        self._foot.setObjectName("bar")
        self._lay_out()
        self.decide_button.clicked.connect(self.decide)
        self.later_button.clicked.connect(self.left)
        self._next.clicked.connect(self._on_next)
        decide = QShortcut(QKeySequence(DECIDE), self, self.decide)
        decide.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys = QKeySequence(DECIDE).toString(QKeySequence.SequenceFormat.NativeText)
        self.decide_button.setToolTip(keys)
        accessibility.name(self, tr("Two versions"))

    # What the desk asks of a screen

    def show_conflict(self, entity: EntityId) -> None:
        """Show the two versions of a thing; where it was settled meanwhile, the next."""
        page = self._presenter.open(entity)
        if page is None:
            self._go_on()
        else:
            self._show_page(page)

    def leave(self) -> bool:
        """Nothing is typed here that counts before it is decided."""
        return True

    def on_changed(self, _change: Changed) -> None:
        """Look whether what is shown still stands so; what was chosen stays if it does."""
        if self._shown is not None and self.isVisible():
            self._look_again()

    def has_conflict(self) -> bool:
        """Whether there is anything to decide on the screen."""
        return self._shown is not None

    def _look_again(self) -> None:
        assert self._shown is not None  # noqa: S101 - only what is shown is looked at again
        page = self._presenter.open(self._shown.entity)
        if page is None:
            accessibility.announce(self, tr("This was decided meanwhile."))
            self._go_on()
        elif _what_is_decided(page) != _what_is_decided(self._shown):
            self._show_page(page)
            self._fault.say(tr("Something more was written meanwhile: look again."), "warning")

    # Deciding

    def decide(self) -> None:
        """Keep the decision, if there is one for each part; else say where it is missing."""
        undecided = [row for row in self._rows() if not row.is_decided()]
        if undecided:
            undecided[0].ask()
            return
        shown, self._shown = self._shown, None  # its own change is no news to it
        try:
            self._settle()
        except NoSuchThing:  # what was shown is no longer all there is
            self._shown = shown
            self._look_again()
        except KnownFault as fault:
            self._shown = shown
            self._fault.say(str(words_for(fault, screen())), "danger")
        else:
            accessibility.announce(self, tr("Decided. Both versions stay in the history."))
            self._go_on()

    def _settle(self) -> None:
        if self.whole is not None:
            self._presenter.settle_as_a_whole(self.whole.chosen(), self.whole.written())
            return
        decided = {
            card.part.name: card.decision for card in self.parts if card.decision is not None
        }
        self._presenter.settle_by_part(
            {name: row.chosen() for name, row in decided.items()},
            {name: row.written() for name, row in decided.items()},
        )

    def _rows(self) -> list[DecisionRow]:
        rows = [card.decision for card in self.parts if card.decision is not None]
        return [self.whole] if self.whole is not None else rows

    def _on_next(self) -> None:
        following = self._presenter.next_one()
        if following is not None:
            self.show_conflict(following)

    def _go_on(self) -> None:
        following = self._presenter.next_one()
        self._shown = None
        if following is None:
            self.left.emit()
        else:
            self.show_conflict(following)
            accessibility.announce(self, tr("The next one: {what}", what=self._title()))

    # What is shown

    def _title(self) -> str:
        shown = self._shown
        if shown is None:
            return ""
        return (
            tr("{kind}: {about}", kind=shown.title, about=shown.about)
            if shown.about
            else shown.title
        )

    def _show_page(self, page: ConflictPage) -> None:
        self._shown = page
        self._fault.hide()
        self._header.set_title(page.title)
        self._header.set_subtitle(page.where)
        self._about.setText(page.about)
        self._about.setVisible(bool(page.about))
        self._place.setText(page.place)
        self._why.say(page.why, "warning")
        empty(self._list)
        self.parts, self.whole = [], None
        for part in page.parts:
            card = PartCard(part, page.sides)
            self.parts.append(card)
            self._list.addWidget(card)
        if page.offers:
            self._list.addWidget(self._whole_card(page))
        if page.merged:
            self._list.addWidget(_merged_card(page))
        self._next.setVisible(bool(page.place))
        self._foot.arrange()
        self._scroll.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on the first choice."""
        rows = self._rows()
        if rows:
            rows[0].choice.focus_first()

    def _whole_card(self, page: ConflictPage) -> Card:
        card = Card(tr("What is to stand?"))
        if not page.parts:
            for side in page.sides:
                card.add(side_head(side))
        self.whole = DecisionRow(
            "",
            page.offers,
            spoken=tr("What is to stand?"),
            writing=pages.ADDENDUM,
            begins_as=page.addendum,
        )
        card.add(self.whole)
        return card

    def _lay_out(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(16))
        self._scroll = ScrollPage(widest=WIDEST)
        self._about = Words("", "h3")
        self._scroll.add(self._header, self._about, self._fault, self._why)
        self._scroll.body.addLayout(self._list)
        self._fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot)


def _merged_card(page: ConflictPage) -> Card:
    """What nobody disputes, as it will stand whatever is decided."""
    card = Card(tr("Not in question"), spacing=10)
    card.add(Words(tr("This stands already, whatever you decide above."), "muted"))
    for number, (label, value) in enumerate(page.merged):
        if number:
            card.add(Divider())
        card.add(Words(label, "small"), Words(value))
    return card


def _what_is_decided(page: ConflictPage) -> tuple[object, ...]:
    """What a choice was made of: where it is other, the choice is to be made anew."""
    versions = tuple(field.versions for part in page.parts for field in part.fields)
    return page.cause, len(page.sides), versions, page.offers
