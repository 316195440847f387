"""What can be done with an entry of the diary, as a menu: open it, or ask why it is that day."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from iro_desktop.i18n import tr
from iro_desktop.services.diary import Standing
from iro_desktop.ui.diary.page import EntryLine

EXPLAINING = frozenset({Qt.Key.Key_E, Qt.Key.Key_F1})
"""The keys that ask why."""
MOST_EXPLAINED = 10  # a service's day has dozens, and a menu longer than the screen helps nobody

Act = Callable[[EntryLine], object]


def first_explained(lines: Sequence[EntryLine]) -> EntryLine | None:
    """The first that can say why: what is due itself, before a meeting that has to be in time."""
    explained = [line for line in lines if line.due is not None]
    return min(explained, key=lambda line: line.standing is not Standing.DUE, default=None)


def menu_of_entry(parent: QWidget, line: EntryLine, open_it: Act, explain: Act) -> QMenu:
    """The menu of one entry."""
    menu = _menu(parent)
    page = tr("Open the review") if line.review is not None else tr("Open the child's page")
    if not line.together:
        menu.addAction(page, lambda: open_it(line))
    for one in line.together:
        words = tr("Open: {name}, {what}", name=one.name, what=one.kind)
        menu.addAction(words, partial(open_it, one))
    if line.due is not None:
        _add_why(menu, _asked(line), line, explain)
    return menu


def menu_of_day(
    parent: QWidget, lines: Sequence[EntryLine], open_day: Callable[[], object], explain: Act
) -> QMenu:
    """The menu of a day: to list it, or to ask why of each that can say so."""
    menu = _menu(parent)
    menu.addAction(tr("Show the day in the list"), open_day)
    explained = [line for line in lines if line.due is not None]
    for line in explained[:MOST_EXPLAINED]:
        words = tr(
            "{question} {name}, {what}", question=_asked(line), name=line.name, what=line.kind
        )
        _add_why(menu, words, line, explain)
    return menu


def _asked(line: EntryLine) -> str:
    return tr("Why that day?") if line.standing is Standing.DUE else tr("Due by when?")


def _add_why(menu: QMenu, words: str, line: EntryLine, explain: Act) -> None:
    menu.addAction(words, lambda: explain(line))


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
