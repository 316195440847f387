"""The cards about how to write, and what is wished for in them."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.reading import PreferredWord, ReaderWishes
from iro_desktop.domain.withholding import ConfidentialDetail
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui.child.confidential_card import ConfidentialCard
from iro_desktop.ui.child.entries_card import EntriesCard
from iro_desktop.ui.child.read_at_25_card import ReadAt25Card
from iro_desktop.ui.child.reading_cards import PreferredWordsCard, WishesCard
from iro_desktop.ui.child.reading_presenter import ReadingPresenter


class ReadingPart(QObject):
    """Four cards. `changed` says that something was noted or taken away.

    `failed` carries what could not be done, in words.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, presenter: ReadingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.wishes, self.words = WishesCard(), PreferredWordsCard()
        self.confidential = ConfidentialCard(lambda: presenter.today, presenter.places_of)
        self.at_25 = ReadAt25Card(presenter.at_25)
        self._connect()

    def show_child(self, child: Child, people: Iterable[ImportantPerson]) -> None:
        """Show what is noted of a child."""
        ways = self._presenter.read(child.id, child.known_as, people)
        self.wishes.show_ways(ways)
        self.words.show_ways(ways)
        self.confidential.show_ways(ways)
        self.at_25.refresh()

    def forget(self) -> None:
        """Begin anew, as another child's page is opened."""
        for card in (self.wishes, self.words, self.confidential):
            card.forget()
        self.at_25.forget()

    def _connect(self) -> None:
        keeping: tuple[tuple[EntriesCard, Callable[[], None]], ...] = (
            (self.wishes, self._keep_wishes),
            (self.words, self._keep_word),
            (self.confidential, self._keep_detail),
        )
        for card, keep in keeping:
            card.form.confirmed.connect(keep)
            card.removed.connect(self._on_removed)
            card.put_back.connect(self._on_put_back)

    def _keep_wishes(self) -> None:
        wishes = self.wishes.wishes()
        if wishes is not None:
            earlier = self.wishes.editing
            self._keep(self.wishes, lambda: self._presenter.keep_wishes(wishes, earlier))

    def _keep_word(self) -> None:
        pair = self.words.pair()
        if pair is not None:
            earlier = self.words.editing
            self._keep(self.words, lambda: self._presenter.prefer(*pair, earlier))

    def _keep_detail(self) -> None:
        detail = self.confidential.detail()
        if detail is not None:
            self._keep(self.confidential, lambda: self._presenter.keep_detail(detail))

    def _keep(self, card: EntriesCard, act: Callable[[], None]) -> None:
        try:
            act()
        except KnownFault as fault:
            card.form.refuse(str(words_for(fault, screen())))
        else:
            card.accept(tr("Kept."))
            self.changed.emit()

    def _on_removed(self, noted: object) -> None:
        match noted:
            case ReaderWishes():
                self._try(lambda: self._presenter.forget_wishes(noted))
            case PreferredWord():
                self._try(lambda: self._presenter.drop_word(noted))
            case ConfidentialDetail():
                self._try(lambda: self._presenter.give_back(noted))

    def _on_put_back(self, noted: object) -> None:
        match noted:
            case ReaderWishes():
                self._try(lambda: self._presenter.keep_wishes(noted))
            case PreferredWord():
                self._try(lambda: self._presenter.prefer(noted.instead_of, noted.word))
            case ConfidentialDetail():
                self._try(lambda: self._presenter.keep_detail(noted))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except KnownFault as fault:
            self.failed.emit(str(words_for(fault, screen())))
        else:
            self.changed.emit()
