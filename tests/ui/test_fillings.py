"""Up to where a form that stands open shows others' words, and for how long that counts."""

from collections.abc import Callable, Iterator

import pytest
from accessibility_checks import settle
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.ports import Sight
from iro_desktop.store import SqlStore
from iro_desktop.ui.arrivals import Arrivals
from iro_desktop.ui.changes import Changes
from iro_desktop.ui.fillings import Fillings, Form
from laptops_for_tests import a_child

ASH, BIRCH = ChildId("ash"), ChildId("birch")


class AskedAnew(QWidget):
    refilled = Signal()


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[AskedAnew]:
    """A form that stands open on a page."""
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    made = AskedAnew()
    layout.addWidget(made)
    page.show()
    yield made
    page.hide()


@pytest.fixture
def fillings(form: QWidget) -> Fillings:
    """The form, of Ash, was open when something came in after revision 7."""
    made = Fillings()
    note(made, form, 7)
    return made


def note(fillings: Fillings, form: QWidget, upto: int, subject: str = ASH) -> None:
    fillings.note([Form(form, subject)], upto, ChildId)


def test_that_a_form_holds_back_its_own_child_alone(form: QWidget, fillings: Fillings) -> None:
    note(fillings, form, 9)  # more came in
    assert fillings.held_back(ASH) == 7
    assert fillings.held_back(BIRCH) is None
    sight = Sight(9, fillings.held_back)
    assert (sight.of(ASH), sight.of(BIRCH)) == (7, 9)


def test_that_a_form_that_may_be_of_any_child_holds_back_all(form: QWidget) -> None:
    fillings = Fillings()
    note(fillings, form, 7, subject="")
    assert fillings.held_back(ASH) == fillings.held_back(BIRCH) == 7


def test_that_what_a_form_asked_may_be_kept_after_it_was_put_away(
    form: QWidget, fillings: Fillings
) -> None:
    form.hide()
    assert fillings.held_back(ASH) == 7
    settle()
    assert fillings.held_back(ASH) is None


def test_that_a_form_shown_again_was_filled_again(form: QWidget, fillings: Fillings) -> None:
    form.hide()
    form.show()
    assert fillings.held_back(ASH) is None
    note(fillings, form, 9)
    assert fillings.held_back(ASH) == 9


def test_that_a_form_that_says_it_was_filled_anew_holds_back_nothing(
    form: AskedAnew, fillings: Fillings
) -> None:
    form.refilled.emit()
    assert fillings.held_back(ASH) is None


def test_that_a_form_out_of_sight_stands_open_all_the_same(
    form: QWidget, fillings: Fillings
) -> None:
    form.window().hide()
    settle()
    note(fillings, form, 9)
    assert fillings.held_back(ASH) == 7


def test_that_a_form_that_is_gone_holds_back_nothing(form: QWidget, fillings: Fillings) -> None:
    form.deleteLater()
    settle()
    assert fillings.held_back(ASH) is None
    fillings.note([], 9, ChildId)
    assert fillings.held_back(ASH) is None


def test_that_what_a_round_brings_before_it_is_told_is_not_seen_as_a_field_is_left(
    store: SqlStore, shown: Callable[[QWidget], QWidget]
) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(a_child())
    page = QWidget()
    layout = QVBoxLayout(page)
    field, other = QLineEdit(), QLineEdit()
    for line in (field, other):
        layout.addWidget(line)
    shown(page)
    sight = Sight()
    arrivals = Arrivals(store.unit_of_work, sight, Changes())
    field.setFocus()
    field.setModified(True)
    with store.unit_of_work() as uow:
        uow.children.put(a_child("M-2"))
        told = uow.history.newest()
    arrivals.hear(Changed(frozenset(Topic)))
    with store.unit_of_work() as uow:
        uow.children.put(a_child("M-3"))
    other.setFocus()
    assert sight.upto == told
    arrivals.rest()


def test_that_nothing_counts_as_seen_while_what_was_typed_cannot_be_kept(
    store: SqlStore, qapp: QApplication
) -> None:
    sight = Sight()
    arrivals = Arrivals(store.unit_of_work, sight, Changes())
    arrivals.keep = lambda: False
    with store.unit_of_work() as uow:
        uow.children.put(a_child())
    arrivals.hear(Changed(frozenset(Topic)))
    assert sight.upto == 0
    arrivals.rest()
