"""What stands at the side of a section, a key away: decisions, the whole child, what is kept."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.decisions_drawer import DecisionsDrawer
from iro_desktop.ui.review.foot import ReviewFoot
from iro_desktop.ui.review.pages import ReviewPages
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.whole_child.panel import WholeChildDrawer
from iro_desktop.ui.review.withheld.kept_drawer import KeptDrawer


class Drawers(QObject):
    """One is open at most. `moved` says that one came or went, and that the room is to be shared.

    `left` says to keep what was typed; `page_wanted`, that the focus has no other place to go.
    """

    moved = Signal()
    left = Signal()
    page_wanted = Signal()

    def __init__(self, presenter: ReviewPresenter, pages: ReviewPages, foot: ReviewFoot) -> None:
        super().__init__(foot)
        self._presenter, self._pages, self._foot = presenter, pages, foot
        self.decisions, self.kept = DecisionsDrawer(presenter), KeptDrawer(presenter)
        self.whole_child = WholeChildDrawer(presenter)
        foot.decisions_button.toggled.connect(self._on_decisions)
        foot.kept_button.toggled.connect(self._on_kept)
        foot.whole_child_button.toggled.connect(self._on_whole_child)
        self.decisions.hide_wanted.connect(lambda: foot.decisions_button.setChecked(False))
        self.kept.hide_wanted.connect(self._hide_kept)
        self.whole_child.hide_wanted.connect(lambda: foot.whole_child_button.setChecked(False))

    @property
    def every(self) -> tuple[QWidget, ...]:
        """All that may stand at the side."""
        return self.decisions, self.kept, self.whole_child

    def add_decision(self) -> None:
        """Add a decision, in the section that holds them or at the side."""
        if self._presenter.is_fixed("decision"):
            return
        panel = self._pages.decisions_in_front()
        if panel is not None:
            panel.add()
        else:
            self._foot.decisions_button.setChecked(True)
            self.decisions.add_decision()

    def toggle_decisions(self) -> None:
        """Show the decisions, or hide them."""
        if not self._presenter.is_fixed("decision"):
            self._foot.decisions_button.toggle()

    def toggle_kept(self) -> None:
        """Show what is kept from others, or hide it. Never before other eyes."""
        if self._presenter.is_shared:
            return
        self._foot.kept_button.toggle()
        if self._foot.kept_button.isChecked():
            self.kept.focus_first()

    def toggle_whole_child(self) -> None:
        """Show the whole child on one page, or hide it: not of a household, nor to other eyes."""
        button = self._foot.whole_child_button
        if button.isVisibleTo(self._foot):
            button.toggle()
            if button.isChecked():
                self.whole_child.focus_first()

    def show_wanted(self) -> None:
        """Show the one that is asked for, as things stand now."""
        if self._foot.kept_button.isChecked():
            self.kept.refresh()
            self.kept.show()
        else:
            self.kept.hide()
        if self._foot.whole_child_button.isChecked():
            self.whole_child.show_page()
        else:
            self.whole_child.hide()
        in_front = self._pages.decisions_in_front() is not None
        if self._foot.decisions_button.isChecked() and not in_front:
            self.decisions.show_decisions()
        else:
            self.decisions.hide()
        self.moved.emit()

    def put_away(self) -> None:
        """Have none in sight."""
        for button in self._buttons():
            button.setChecked(False)

    def forget(self) -> None:
        """Another review comes: hold nothing of this one."""
        self.put_away()
        self.decisions.forget()
        self.kept.forget()
        self.whole_child.forget()

    def _on_decisions(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        said = tr("Decisions are shown") if shown else tr("Decisions are hidden")
        self._on_toggled(self._foot.decisions_button, self.decisions, said, shown=shown)

    def _on_kept(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        said = (
            tr("What is kept from others is shown")
            if shown
            else tr("What is kept from others is hidden")
        )
        self._on_toggled(self._foot.kept_button, self.kept, said, shown=shown)

    def _on_whole_child(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        said = tr("The whole child is shown") if shown else tr("The whole child is hidden")
        self._on_toggled(self._foot.whole_child_button, self.whole_child, said, shown=shown)

    def _buttons(self) -> tuple[QAbstractButton, ...]:
        foot = self._foot
        return foot.decisions_button, foot.kept_button, foot.whole_child_button

    def _on_toggled(
        self, button: QAbstractButton, drawer: QWidget, said: str, *, shown: bool
    ) -> None:
        self.left.emit()
        inside = has_focus(drawer)
        for other in self._buttons() if shown else ():
            if other is not button:
                other.setChecked(False)
        self._foot.show_kept(self._presenter.withheld.count())
        self._foot.arrange()
        self.show_wanted()
        if inside and drawer.isHidden():
            self.page_wanted.emit()
        accessibility.announce(self._foot, said)

    def _hide_kept(self) -> None:
        self._foot.kept_button.setChecked(False)


def has_focus(widget: QWidget) -> bool:
    """Whether the focus is somewhere within a widget."""
    focus = QApplication.focusWidget()
    return focus is not None and widget.isAncestorOf(focus)
