"""What forms that stand open were filled from, while others' words come in around them.

A form with a button of its own goes on showing what it was filled from until it is confirmed, while
the screens around it are read anew. Until it is put away or filled again, what is kept of the child
it is about counts as written of what the form shows (`Sight.held_back`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.domain.identifiers import ChildId

_SOON = 0  # milliseconds: once Qt is back in its own loop


@dataclass(frozen=True, slots=True)
class Form:
    """A form, open or not, and the child or review it is about; empty where it may be of any."""

    widget: QWidget
    subject: str = ""


class Fillings:
    """Of each form that was open when something came in: up to where it shows others' words."""

    def __init__(self) -> None:
        self._by_form: dict[QWidget, _Filling] = {}

    def note(self, forms: Iterable[Form], upto: int, child_of: Callable[[str], ChildId]) -> None:
        """Screens show more than `upto` from now on; the forms that stand open do not."""
        every = tuple(forms)
        there = {form.widget for form in every}
        self._by_form = {
            widget: filling
            for widget, filling in self._by_form.items()
            if widget in there and not filling.is_over
        }
        for form in every:
            if not form.widget.isHidden() and form.widget not in self._by_form:
                about = child_of(form.subject) if form.subject else None
                self._by_form[form.widget] = _Filling(form.widget, upto, about)

    def held_back(self, child: ChildId) -> int | None:
        """Up to where the form about this child that shows the least shows others' words."""
        found = [
            one.upto
            for one in tuple(self._by_form.values())
            if not one.is_over and one.child in {None, child}
        ]
        return min(found, default=None)


class _Filling(QObject):
    """Lasts until the form is put away, shown again, or says itself that it is `refilled`."""

    def __init__(self, form: QWidget, upto: int, child: ChildId | None) -> None:
        super().__init__(form)
        self.upto, self.child = upto, child
        self.is_over = False
        form.installEventFilter(self)
        refilled = getattr(form, "refilled", None)
        if isinstance(refilled, SignalInstance):
            refilled.connect(self._end)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.ShowToParent | QEvent.Type.DeferredDelete:
                self._end()
            case QEvent.Type.HideToParent:
                # A form may be put away first, and what it asked for be kept then.
                QTimer.singleShot(_SOON, self, self._end)
            case _:
                pass
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        if not self.is_over:
            self.is_over = True
            self.deleteLater()  # a form may stand for years, and be filled many times a day
