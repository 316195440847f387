"""The one window: the lock in front, the desk behind it, and a cover for eyes that should not see.

Its title never says more than the program's name.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.services.ports import OpenStore
from iro_desktop.ui import theme
from iro_desktop.ui.cover import Cover
from iro_desktop.ui.unlock.view import UnlockView

if TYPE_CHECKING:  # at run time the desk brings in every screen, and the lock shows first
    from iro_desktop.ui.desk import Desk

LOCK_AFTER_MS = 15 * 60 * 1000
LOCK_AGAIN_MS = 5_000
_WORK = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class MainWindow(QMainWindow):
    """Locked or open. `make_unlock` and `make_desk` build what is shown.

    `settle` stops work in the background and waits for it, before the store is let go of.
    """

    def __init__(
        self,
        make_unlock: Callable[[], UnlockView],
        make_desk: Callable[[OpenStore], "Desk"],
        *,
        settle: Callable[[], object],
        lock_after_ms: int = LOCK_AFTER_MS,
    ) -> None:
        super().__init__()
        self._settle = settle
        self._make_unlock, self._make_desk = make_unlock, make_desk
        self.setWindowTitle(tr("IRO Desktop"))
        self.resize(theme.scaled(1240), theme.scaled(820))
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.store: OpenStore | None = None
        self.desk: Desk | None = None
        self.unlock: UnlockView | None = None
        self._cover = Cover()
        self._cover.lifted.connect(self.toggle_cover)
        self.stack.addWidget(self._cover)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(lock_after_ms)
        self._idle.timeout.connect(self.lock)
        self._lock_again = QTimer(self)
        self._lock_again.setSingleShot(True)
        self._lock_again.setInterval(LOCK_AGAIN_MS)
        self._lock_again.timeout.connect(self.lock)
        QShortcut(QKeySequence(Qt.Key.Key_F9), self, self.toggle_cover)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def begin(self, store: OpenStore | None = None) -> None:
        """Show the lock, or the desk of a store that is open already."""
        if store is None:
            self._show_unlock(use_keyring=True)
        else:
            self.open(store)

    def open(self, store: OpenStore) -> None:
        """Show the desk of an open store."""
        self.store = store
        self.rebuild()
        self._drop_unlock()
        self._idle.start()

    def rebuild(self) -> None:
        """Make the desk anew, as a change of language or size of text needs."""
        if self.store is None:
            return
        old = self.desk
        if old is not None:
            if not old.keep_everything():
                return
            old.rest()
        self.desk = self._make_desk(self.store)
        self.desk.lock_wanted.connect(self.lock)
        self.stack.addWidget(self.desk)
        self.stack.setCurrentWidget(self.desk)
        self.desk.focus_screen()
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def lock(self) -> None:
        """Keep what was typed, close the store, forget the key, and show the lock.

        While the disk does not take what was typed, everything is hidden and the store stays open;
        locking is tried again by itself.
        """
        if self._let_go():
            self._show_unlock(use_keyring=False)
        else:
            self._cover.say_unkept(unkept=True)
            self.stack.setCurrentWidget(self._cover)
            self._cover.setFocus()
            self._lock_again.start()

    def toggle_cover(self) -> None:
        """Hide everything at a key, and show it again where one was."""
        if self.desk is None:
            return
        covered = self.stack.currentWidget() is self._cover
        self._lock_again.stop()
        self._cover.say_unkept(unkept=False)
        self.desk.leave()
        self.stack.setCurrentWidget(self.desk if covered else self._cover)
        if not covered:
            self._cover.setFocus()

    def keep_everything(self) -> None:
        """Bring what was typed to the disk, whatever else goes wrong."""
        if self.desk is not None:
            self.desk.keep_everything()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open while the disk does not take what was typed; the screen in front says why."""
        if not self._let_go():
            self.stack.setCurrentWidget(self.desk or self._cover)
            event.ignore()
            return
        self._drop_unlock()
        super().closeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any work puts off the time at which the window locks itself."""
        if event.type() in _WORK and self.store is not None:
            self._idle.start()
        elif event.type() == QEvent.Type.ApplicationDeactivate and self.desk is not None:
            self.desk.leave()
        return False

    def _let_go(self) -> bool:
        """Let go of the store, once all that was typed is kept. Says whether it was."""
        if self.desk is not None and not self.desk.keep_everything():
            return False
        self._idle.stop()
        self._lock_again.stop()
        self._cover.say_unkept(unkept=False)
        if self.desk is not None:
            self.desk.rest()
            self.stack.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None
        self._settle()
        if self.store is not None:
            self.store.close()
            self.store = None
        return True

    def _show_unlock(self, *, use_keyring: bool) -> None:
        self.unlock = self._make_unlock()
        self.unlock.opened.connect(self.open)
        self.stack.addWidget(self.unlock)
        self.stack.setCurrentWidget(self.unlock)
        self.unlock.begin(use_keyring=use_keyring)

    def _drop_unlock(self) -> None:
        if self.unlock is not None:
            self.unlock.let_go()
            self.stack.removeWidget(self.unlock)
            self.unlock.deleteLater()
            self.unlock = None
