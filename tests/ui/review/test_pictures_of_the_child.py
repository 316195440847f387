"""Photos and drawings of the child: taken in clean, described, shared, ordered, taken out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import LOOKS
from PIL import Image
from PySide6.QtGui import QAccessible
from review_hands import Key, focus, go, press, push, push_on, write
from review_in_hand import TODAY, fill, presenter_of
from stray_windows import no_stray_windows

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.services import review_records
from iro_desktop.services.faults import DescriptionMissing, NotAPicture
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.pictures.panel import PicturesPanel
from iro_desktop.ui.review.pictures.presenter import PicturesPresenter
from iro_desktop.ui.review.view import ReviewView

Open = Callable[..., ReviewView]
FORMATS = ("png", "jpg", "webp")


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    """A made-up drawing, scanned."""
    return picture(tmp_path / "drawing.png")


def picture(file: Path) -> Path:
    Image.new("RGB", (300, 200), "#e9a23b").save(file)
    return file


@pytest.fixture
def view(open_view: Open, review: ReviewId) -> ReviewView:
    return open_view(review)


def pictures(view: ReviewView) -> PicturesPanel:
    (panel,) = go(view, "views").beside
    assert isinstance(panel, PicturesPanel)
    return panel


def kept(workspace: Workspace, review: ReviewId) -> list[KeptPicture]:
    record = review_records.read(workspace.uow_factory, review, TODAY)
    return sorted(record.pictures, key=lambda one: one.position)


def keep(panel: PicturesPanel, file: Path, words: str) -> None:
    panel.take_in(file)
    write(words)
    assert panel.new is not None
    push(panel.new, "Keep this picture")


# Without the screen


def test_that_a_picture_is_kept_with_what_is_seen_and_the_childs_choice(
    workspace: Workspace, review: ReviewId, drawing: Path
) -> None:
    shelf = PicturesPresenter(presenter_of(workspace, review))
    shelf.add(shelf.read(drawing), "A yellow sun", Sharing.EVERYONE)
    (one,) = shelf.pictures()
    assert (one.description, one.sharing) == ("A yellow sun", Sharing.EVERYONE)
    assert kept(workspace, review) == [one]


def test_that_a_picture_without_words_is_refused(
    workspace: Workspace, review: ReviewId, drawing: Path
) -> None:
    shelf = PicturesPresenter(presenter_of(workspace, review))
    with pytest.raises(DescriptionMissing):
        shelf.add(shelf.read(drawing), " ", Sharing.EVERYONE)
    assert shelf.pictures() == ()


def test_that_a_file_that_is_no_picture_is_refused_before_it_is_described(
    workspace: Workspace, review: ReviewId, tmp_path: Path
) -> None:
    shelf = PicturesPresenter(presenter_of(workspace, review))
    (tmp_path / "notes.png").write_text("not a picture")
    with pytest.raises(NotAPicture):
        shelf.read(tmp_path / "notes.png")


def test_that_pictures_change_places(workspace: Workspace, review: ReviewId, drawing: Path) -> None:
    shelf = PicturesPresenter(presenter_of(workspace, review))
    for words in ("one", "two", "three"):
        shelf.add(shelf.read(drawing), words, Sharing.NOT_ASKED)
    shelf.move(shelf.pictures()[2], -1)
    shelf.move(shelf.pictures()[0], -1)
    assert [one.description for one in shelf.pictures()] == ["one", "three", "two"]
    assert [one.description for one in kept(workspace, review)] == ["one", "three", "two"]


def test_that_what_is_seen_is_never_taken_away(
    workspace: Workspace, review: ReviewId, drawing: Path
) -> None:
    presenter = presenter_of(workspace, review)
    shelf = PicturesPresenter(presenter)
    shelf.add(shelf.read(drawing), "A sun", Sharing.NOT_ASKED)
    (one,) = shelf.pictures()
    assert shelf.describe(one, "  ") is None
    edit = shelf.describe(one, "A yellow sun")
    assert edit is not None
    presenter.save(edit)
    assert kept(workspace, review)[0].description == "A yellow sun"


# On the screen


@pytest.mark.parametrize("ending", FORMATS)
def test_that_a_picture_is_added_by_keys(
    view: ReviewView, workspace: Workspace, review: ReviewId, tmp_path: Path, ending: str
) -> None:
    panel = pictures(view)
    keep(panel, picture(tmp_path / f"sun.{ending}"), "A yellow sun")
    assert panel.isAncestorOf(focus())
    press(Key.Key_Space)
    (one,) = kept(workspace, review)
    assert (one.description, one.sharing) == ("A yellow sun", Sharing.EVERYONE)
    assert panel.new is None


def test_that_one_is_asked_what_is_seen(view: ReviewView, drawing: Path) -> None:
    panel = pictures(view)
    panel.take_in(drawing)
    assert panel.new is not None
    push(panel.new, "Keep this picture")
    assert panel.new.words_row.problem()
    assert panel.new.words_row.isAncestorOf(focus())


def test_that_a_picture_described_and_not_confirmed_is_not_lost(
    view: ReviewView, workspace: Workspace, review: ReviewId, drawing: Path
) -> None:
    pictures(view).take_in(drawing)
    write("A yellow sun")
    assert view.leave()
    assert [one.description for one in kept(workspace, review)] == ["A yellow sun"]


def test_that_words_typed_of_a_picture_are_kept(
    view: ReviewView, workspace: Workspace, review: ReviewId, drawing: Path
) -> None:
    panel = pictures(view)
    keep(panel, drawing, "A sun")
    (card,) = panel.cards.values()
    card.words_row.focus_first()
    press(Key.Key_End)
    write(" in yellow")
    assert view.leave()
    assert kept(workspace, review)[0].description == "A sun in yellow"
    thumbnail = QAccessible.queryAccessibleInterface(card.thumbnail)
    assert thumbnail.text(QAccessible.Text.Name) == "A sun in yellow"
    assert thumbnail.role() == QAccessible.Role.Graphic


def test_that_what_cannot_be_taken_in_is_said_in_words(view: ReviewView, tmp_path: Path) -> None:
    panel = pictures(view)
    (tmp_path / "notes.png").write_text("not a picture")
    panel.take_in(tmp_path / "notes.png")
    assert panel.fault.isVisible()
    assert "cannot be shown" in panel.fault.text()
    panel.take_in(tmp_path / "gone.png")
    assert "gone.png" in panel.fault.text()
    assert panel.new is None


def test_that_a_picture_taken_out_can_be_put_back(
    view: ReviewView, workspace: Workspace, review: ReviewId, drawing: Path
) -> None:
    panel = pictures(view)
    keep(panel, drawing, "A sun")
    push(panel, "Take out: Picture 1")
    assert kept(workspace, review) == []
    assert focus() is panel.back_button
    press(Key.Key_Space)
    assert [one.description for one in kept(workspace, review)] == ["A sun"]
    assert not panel.back_button.isVisible()


def test_that_pictures_change_places_by_keys_and_the_focus_goes_along(
    view: ReviewView, workspace: Workspace, review: ReviewId, drawing: Path
) -> None:
    panel = pictures(view)
    for words in ("one", "two", "three"):
        keep(panel, drawing, words)
    push(panel, "Earlier: Picture 3")
    assert focus().accessibleName() == "Earlier: Picture 2"
    press(Key.Key_Space)
    assert [one.description for one in kept(workspace, review)] == ["three", "one", "two"]
    assert focus().accessibleName() == "Later: Picture 1"


def test_that_tab_goes_from_picture_to_picture_as_they_stand(
    view: ReviewView, drawing: Path
) -> None:
    panel = pictures(view)
    for words in ("one", "two"):
        keep(panel, drawing, words)
    push(panel, "Earlier: Picture 2")
    first, second = (panel.cards[one.id] for one in panel.pictures.pictures())
    first.sharing_row.focus_first()
    press(Key.Key_Tab)
    assert second.isAncestorOf(focus())
    second.sharing_row.focus_first()
    press(Key.Key_Tab)
    assert focus() is panel.add_button


def test_that_after_closing_the_childs_choice_alone_can_change(
    open_view: Open, workspace: Workspace, review: ReviewId, drawing: Path
) -> None:
    presenter = presenter_of(workspace, review)
    shelf = PicturesPresenter(presenter)
    shelf.add(shelf.read(drawing), "A sun", Sharing.EVERYONE)
    fill(presenter)
    presenter.close()
    panel = pictures(open_view(review))
    (card,) = panel.cards.values()
    assert not panel.add_button.isVisible()
    card.words_row.focus_first()
    write("x")
    assert card.typed() == "A sun"
    card.sharing_row.focus_first()
    press(Key.Key_Down)
    assert kept(workspace, review)[0].sharing is Sharing.IRO_ONLY


def test_that_the_file_is_asked_for_without_a_loop_of_its_own(view: ReviewView) -> None:
    panel = pictures(view)
    push_on(panel.add_button)
    assert panel.dialog is not None
    assert panel.dialog.isVisible()
    panel.dialog.reject()


@pytest.mark.parametrize("look", LOOKS)
def test_that_everyone_can_use_the_pictures(
    open_view: Open,
    review: ReviewId,
    drawing: Path,
    themed: Callable[..., object],
    look: str,
) -> None:
    themed(LOOKS[look])
    view = open_view(review)
    panel = pictures(view)
    for words in ("A yellow sun", "The sea"):
        panel.take_in(drawing)
        write(words)
        panel.settle()
    panel.take_in(drawing)
    settle()
    for check in ALL_CHECKS:
        check(view)


def test_that_no_picture_shows_as_a_window_of_its_own(view: ReviewView, drawing: Path) -> None:
    with no_stray_windows(view):
        panel = pictures(view)
        keep(panel, drawing, "A sun")
        panel.take_in(drawing)
        settle()
