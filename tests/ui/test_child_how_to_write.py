"""How to write to a child, their own words, what is kept confidential, and what is read at 25."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, LOOKS, WIDTH
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import ASH, CEDAR, workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.review import Origin, Review, ReviewStatus
from iro_desktop.domain.withholding import ConfidentialDetail, Reader
from iro_desktop.services import preferred_words, reading_wishes, recording, withholding
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.child.presenter import ChildPresenter
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.widgets.link_button import LinkButton

Key = Qt.Key
OpenPage = Callable[[], ChildView]


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def open_page(workspace: Workspace, shown: Callable[..., ChildView]) -> OpenPage:
    def open_() -> ChildView:
        view = ChildView(ChildPresenter(workspace, lambda _change: None), pause_ms=60_000)
        view.show_child(ASH)
        return shown(view, WIDTH, HEIGHT)

    return open_


def press(button: QWidget, qtbot: QtBot) -> None:
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    settle()


def write(text: str, qtbot: QtBot) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def tab(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)


def return_(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    settle()


def titles(card: QWidget) -> list[str]:
    entries = card._entries  # type: ignore[attr-defined]  # what the card shows
    return [entry.title for entry in entries]


def a_held_review(workspace: Workspace, origin: Origin = Origin.LAPTOP) -> Review:
    review = Review(
        id=ReviewId("held"),
        child_id=ASH,
        held_on=dt.date(2026, 11, 2),
        status=ReviewStatus.OPEN,
        origin=origin,
    )
    with workspace.uow_factory() as uow:
        uow.reviews.put(review)
    return review


def test_that_the_child_is_asked_about_first(open_page: OpenPage, workspace: Workspace) -> None:
    card = open_page().reading.wishes
    assert titles(card) == ["Ash"]
    assert not reading_wishes.of_child(workspace.uow_factory, ASH)


def test_that_how_the_child_wants_letters_is_kept(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    card = open_page().reading.wishes
    card.edit_wanted.emit(card._entries[0].noted)  # type: ignore[index]  # the child's
    card._language.set_value("pl")
    card._style.set_value("easy-read")
    card._length.set_value("short")
    return_(qtbot)
    (kept,) = reading_wishes.of_child(workspace.uow_factory, ASH)
    assert (kept.reader, kept.language) == ("", "pl")
    assert (kept.style, kept.length) == (ReadingStyle.EASY_READ, Length.SHORT)
    assert card.form.isHidden()
    assert "Polish" in card._entries[0].details[0]  # type: ignore[index]  # the child's
    assert "not yet checked" in card._entries[0].details[1]  # type: ignore[index]  # the same


def test_that_a_reader_is_added_renamed_taken_away_and_put_back(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    card = open_page().reading.wishes
    press(card.add_button, qtbot)
    return_(qtbot)
    assert "Say who reads it" in card._who_row.problem()
    write("Dana Example", qtbot)
    return_(qtbot)
    assert titles(card) == ["Ash", "Dana Example"]
    card._on_edit(card._entries[1])  # type: ignore[index]  # Dana
    card._who.set_value("Dana Other")
    return_(qtbot)
    assert titles(card) == ["Ash", "Dana Other"]
    card._on_removed(card._entries[1])  # type: ignore[index]  # Dana
    assert titles(card) == ["Ash"]
    press(card.undo_button, qtbot)
    assert titles(card) == ["Ash", "Dana Other"]
    assert len(reading_wishes.of_child(workspace.uow_factory, ASH)) == 1


def test_that_the_childs_own_word_is_kept_and_changed(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    card = open_page().reading.words
    press(card.add_button, qtbot)
    write("contact", qtbot)
    return_(qtbot)
    assert "child’s own word" in card._own_row.problem()
    write("seeing Nan", qtbot)
    return_(qtbot)
    assert titles(card) == ["Instead of “contact” say “seeing Nan”"]
    card._on_edit(card._entries[0])  # type: ignore[index]  # the only one
    card._usual.set_value("placement")
    return_(qtbot)
    assert titles(card) == ["Instead of “placement” say “seeing Nan”"]
    (noted,) = preferred_words.of_child(workspace.uow_factory, ASH)
    assert noted.instead_of == "placement"
    card._on_removed(card._entries[0])  # type: ignore[index]  # the only one
    assert preferred_words.of_child(workspace.uow_factory, ASH) == ()


def test_that_escape_gives_a_form_up(open_page: OpenPage, qtbot: QtBot) -> None:
    card = open_page().reading.words
    press(card.add_button, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert card.form.isHidden()
    assert QApplication.focusWidget() is card.add_button


def test_that_an_address_is_kept_from_those_who_were_chosen(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    review = a_held_review(workspace)
    decision = replace(
        recording.new_decision(review, 0), what="Meet at 12, Elm Road", words_for_child=""
    )
    recording.save(workspace.uow_factory, decision)
    card = open_page().reading.confidential
    press(card.add_button, qtbot)
    return_(qtbot)
    assert "three characters" in card._words_row.problem()
    write("12 elm road", qtbot)
    card.say_places()
    assert card._found.text() == "Found in one place of this child’s record."
    return_(qtbot)
    assert "from whom" in card._from_row.problem()
    card._from.set_value(("parent",))
    card.form.confirmed.emit()
    with workspace.uow_factory() as uow:
        (kept,) = withholding.details_of(uow, ASH)
    assert (kept.words, kept.kept_from, kept.until) == ("12 elm road", (Reader.PARENT,), None)
    entry = card._entries[0]  # type: ignore[index]  # the only one
    assert entry.details[0] == "Kept from: A parent"
    card._on_removed(entry)
    press(card.undo_button, qtbot)
    assert titles(card) == ["12 elm road"]


def test_that_a_word_that_stands_nowhere_says_so(open_page: OpenPage) -> None:
    card = open_page().reading.confidential
    card.on_add()
    card._words.set_value("Quillwort House")
    card.say_places()
    assert card._found.text().startswith("Found nowhere")


def test_that_what_an_adult_would_miss_leads_to_its_review(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    review = a_held_review(workspace)
    recording.save(
        workspace.uow_factory,
        replace(recording.new_decision(review, 0), what="Swim on Fridays", words_for_child=""),
    )
    view = open_page()
    card, opened, wanted = view.reading.at_25, [], []
    view.review_opened.connect(opened.append)
    view.at_25_wanted.connect(wanted.append)
    press(card.look_button, qtbot)
    assert card._said.text() == "3 things are missing."
    link = card.findChildren(LinkButton)[0]
    press(link, qtbot)
    press(card.document_button, qtbot)
    assert opened == [review.id]
    assert wanted == [review.id]


def test_that_a_review_known_from_a_return_alone_is_not_held_against_the_writer(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    a_held_review(workspace, Origin.RETURN)
    card = open_page().reading.at_25
    press(card.look_button, qtbot)
    assert card._said.text() == "Nothing that we look for is missing."


def test_that_another_childs_page_begins_anew(open_page: OpenPage, qtbot: QtBot) -> None:
    view = open_page()
    press(view.reading.words.add_button, qtbot)
    view.show_child(CEDAR)
    assert view.reading.words.form.isHidden()
    assert titles(view.reading.wishes) == ["Cedar"]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_that_the_cards_can_be_read_and_used_however_they_look(
    open_page: OpenPage,
    workspace: Workspace,
    themed: Callable[[object], object],
    look: object,
    clock: FixedClock,
) -> None:
    themed(look)
    factory = workspace.uow_factory
    reading_wishes.keep(factory, ASH, "Dana Example", language="ur")
    preferred_words.prefer(factory, ASH, "contact", "seeing Nan")
    detail = ConfidentialDetail(
        id=EntityId(""), child_id=ASH, words="12 Elm Road", kept_from=(Reader.PARENT,)
    )
    withholding.keep_detail(factory, detail, clock)
    view = open_page()
    for card in (view.reading.wishes, view.reading.words, view.reading.confidential):
        card.on_add()
    view.reading.at_25.look()
    settle()
    for check in ALL_CHECKS:
        check(view)
