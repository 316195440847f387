"""What came in from others reaches the screens: at once, or when someone has finished a field.

What is on screen counts as read from the moment the screens are told. Until then the store keeps
what is typed beside what came in (`Sight`), so that nobody's words take the place of another's.
Forms that stand open are not read anew: they count as what they were filled from (`Fillings`).
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.services.changed import Changed
from iro_desktop.services.ports import Sight, UnitOfWork, UnitOfWorkFactory
from iro_desktop.ui.changes import Changes
from iro_desktop.ui.fillings import Fillings, Form
from iro_desktop.ui.widgets.in_focus import is_typed_into


class Arrivals(QObject):
    """`keep` brings what was typed to the store, and says whether nothing is left to keep.

    `is_held_up` says that the screen in front waits. A screen that shows what came in around a
    field that is typed into does not wait; what it shows counts as read once that field was left.
    `forms` gives every form that keeps what it asks by a button of its own.
    """

    def __init__(self, uow_factory: UnitOfWorkFactory, sight: Sight, changes: Changes) -> None:
        super().__init__()
        self.changes = changes
        self._uow_factory, self._sight = uow_factory, sight
        self.keep: Callable[[], bool] = lambda: True
        self.is_held_up: Callable[[], bool] = lambda: False
        self.forms: Callable[[], Iterable[Form]] = tuple
        self._fillings = Fillings()
        self._waiting = Changed()
        self._is_behind = False
        self._told_of = 0
        sight.held_back = self._fillings.held_back
        self.all_is_seen()
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there is no widget without one
        application.focusChanged.connect(self._on_focus_moved)

    def hear(self, change: Changed) -> None:
        """Others wrote: tell the screens, now or when nobody is typing."""
        self._waiting = both(self._waiting, change)
        self._is_behind = True
        with self._uow_factory() as uow:
            self._told_of = uow.history.newest()
        if self.keep():
            self._go_on(QApplication.focusWidget())

    def all_is_seen(self) -> None:
        """A screen is about to be read anew, and nothing is being typed on any other."""
        with self._uow_factory() as uow:
            self._see(uow, uow.history.newest())

    def tell(self) -> None:
        """Let the screens know of what waits."""
        waiting, self._waiting = self._waiting, Changed()
        self.changes.tell_received(waiting)

    def rest(self) -> None:
        """The store is about to close: nothing more is told."""
        self._waiting, self._is_behind = Changed(), False

    def _on_focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._is_behind and not self.is_held_up() and self.keep():
            self._go_on(now)

    def _go_on(self, focused: QWidget | None) -> None:
        if self.is_held_up():
            return
        # A button may be about to keep what was typed beside it.
        is_in_hand = is_typed_into(focused) or (
            not self._waiting and isinstance(focused, QAbstractButton)
        )
        if not is_in_hand:
            with self._uow_factory() as uow:  # a round that runs may have brought more by now
                self._see(uow, max(self._told_of, self._sight.upto))
        self.tell()

    def _see(self, uow: UnitOfWork, upto: int) -> None:
        self._is_behind = False
        if upto > self._sight.upto:
            self._fillings.note(self.forms(), self._sight.upto, lambda name: child_of(uow, name))
            self._sight.upto = upto


def child_of(uow: UnitOfWork, subject: str) -> ChildId:
    """The child that a screen is about: named itself, or by its review."""
    review = uow.reviews.find(ReviewId(subject))
    return ChildId(subject) if review is None else review.child_id


def both(one: Changed, other: Changed) -> Changed:
    """What either touched. One that names no children touched any."""
    if not one or not other:
        return one or other
    return Changed(
        one.topics | other.topics,
        one.children | other.children if one.children and other.children else frozenset(),
        one.reviews | other.reviews if one.reviews and other.reviews else frozenset(),
    )
