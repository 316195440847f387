"""Tools filled in by keys, and by the mouse where it has a way of its own."""

from collections.abc import Callable, Iterator

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import LOOKS
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from review_hands import Key, Modifier, focus, press, push_on, write
from review_in_hand import SAFE, TODAY, begin, presenter_of
from stray_windows import no_stray_windows
from tools_in_hand import some_tools, tools_workspace

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.practice_pack import ScaleStarter
from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.record import ToolRecord
from iro_desktop.domain.withholding import Reader, WithheldBecause
from iro_desktop.services import review_records
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.kept_passages import Choice, Place
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.panels.new_scaling_question import NewScalingQuestion
from iro_desktop.ui.review.tools.best_questions.panel import BestQuestionsPanel
from iro_desktop.ui.review.tools.frame import ToolPanel
from iro_desktop.ui.review.tools.harm_matrix.panel import HarmMatrixPanel
from iro_desktop.ui.review.tools.shelf import ToolShelf
from iro_desktop.ui.review.tools.three_columns.item_card import ItemCard
from iro_desktop.ui.review.tools.three_columns.panel import MapPanel
from iro_desktop.ui.review.tools.worries.card import WorryCard
from iro_desktop.ui.review.tools.worries.panel import WorriesPanel
from iro_desktop.ui.widgets.surfaces import ScrollPage

ALT = Modifier.AltModifier
Open = Callable[..., Panel]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """One store for all: each test looks for what it wrote itself."""
    with tools_workspace(tmp_path_factory.mktemp("tools")) as made:
        yield made


@pytest.fixture(scope="module")
def review(workspace: Workspace) -> ReviewId:
    return begin(workspace)


@pytest.fixture
def opened(
    workspace: Workspace, review: ReviewId, shown: Callable[..., ScrollPage]
) -> Callable[[Callable[..., Panel]], Panel]:
    """Open a panel on a page of its own; whatever it passes on is kept."""
    pages: list[ScrollPage] = []  # Python would throw them away

    def open_(make: Callable[..., Panel]) -> Panel:
        presenter = presenter_of(workspace, review)
        panel = make(presenter)
        panel.edited.connect(presenter.save)
        page = ScrollPage(widest=1240)
        page.add(panel)
        pages.append(page)
        shown(page, 1100, 900)
        return panel

    return open_


def _kept(workspace: Workspace, review: ReviewId) -> ToolRecord:
    return review_records.read(workspace.uow_factory, review, TODAY).tools


def _place_of(kept: ToolRecord, words: str) -> tuple[str, int]:
    """In which column an item of the map stands, and where among all in it."""
    found = next(item for item in kept.map_items if item.words == words)
    return found.column, found.position


def _bring_over(panel: Panel) -> None:
    """Begin from last time, unless another test did."""
    assert isinstance(panel, ToolPanel)
    if panel.bring_button.isVisible():
        push_on(panel.bring_button)


def test_that_the_map_is_filled_moved_and_emptied_by_keys_and_the_focus_stays(
    opened: Open, workspace: Workspace, review: ReviewId
) -> None:
    panel = opened(MapPanel)
    panel.focus_first()
    for words in ("one", "two"):
        write(words)
        press(Key.Key_Return)
    press(Key.Key_Up)
    card = focus()
    assert isinstance(card, ItemCard)
    press(Key.Key_Up, ALT)
    kept = _kept(workspace, review)
    assert _place_of(kept, "two") < _place_of(kept, "one")
    press(Key.Key_Right, ALT)
    assert focus() is card
    kept = _kept(workspace, review)
    assert [_place_of(kept, words)[0] for words in ("one", "two")] == ["working_well", "worried"]
    press(Key.Key_Return)
    press(Key.Key_End)
    write(" now")
    press(Key.Key_Escape)
    assert focus() is card
    assert card.accessibleName().startswith("two now")
    press(Key.Key_Delete)
    assert "two now" not in {item.words for item in _kept(workspace, review).map_items}
    press(Key.Key_Space)  # the focus is on the way back
    assert isinstance(focus(), ItemCard)
    assert _place_of(_kept(workspace, review), "two now")[0] == "worried"


def test_that_the_map_says_in_two_keys_that_someone_would_rather_not_say(
    opened: Open, workspace: Workspace, review: ReviewId
) -> None:
    panel = opened(MapPanel)
    assert isinstance(panel, MapPanel)
    menu = panel.frames["worried"].open_reasons()
    menu.actions()[1].trigger()
    menu.close()
    (item,) = (one for one in _kept(workspace, review).map_items if not one.words)
    assert (item.column, item.state) == ("worried", EntryState.DECLINED)
    assert panel.cards[item.id].accessibleName() == "Would rather not say."


def test_that_a_question_of_the_pack_brings_what_0_and_10_mean_and_leaves_ones_own(
    shown: Callable[[NewScalingQuestion], NewScalingQuestion],
) -> None:
    asked = NewScalingQuestion((ScaleStarter("How safe?", "not", "quite"),))
    told = []
    asked.asked.connect(lambda *said: told.append(said))
    shown(asked)
    for meaning in ("not", "mine"):
        asked.begin()
        if meaning == "mine":
            asked._zero.set_value(meaning)
        write("How safe?")
        asked._on_asked()
        asked.done()
        assert told.pop()[:2] == ("How safe?", meaning)


def test_that_an_item_of_the_map_is_carried_to_another_column_by_the_mouse(
    opened: Open, workspace: Workspace, review: ReviewId
) -> None:
    some_tools(presenter_of(workspace, review))
    panel = opened(MapPanel)
    assert isinstance(panel, MapPanel)
    card = next(one for one in panel.cards.values() if one.item.column == "working_well")
    target = panel.frames["worried"]
    start, end = QPoint(40, 12), card.mapFromGlobal(target.mapToGlobal(QPoint(60, 70)))
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(card, start + QPoint(30, 5))
    QTest.mouseMove(card, end)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=end)
    (kept,) = (one for one in _kept(workspace, review).map_items if one.id == card.item.id)
    assert kept.column == "worried"


def test_that_the_matrix_is_walked_by_arrows_and_a_blank_cell_reads_as_a_question(
    opened: Open, workspace: Workspace, review: ReviewId
) -> None:
    panel = opened(HarmMatrixPanel)
    panel.focus_first()
    press(Key.Key_Right)
    press(Key.Key_Down)
    assert focus().accessibleName().startswith("How bad it was, Worst time. Not asked yet. Ask: ")
    cell = focus()
    press(Key.Key_Return)
    write("Two nights in hospital")
    press(Key.Key_Escape)
    assert focus() is cell
    assert "Two nights in hospital" in cell.accessibleName()
    kept = {(cell.row, cell.column): cell.words for cell in _kept(workspace, review).matrix_cells}
    assert kept["severity", "worst"] == "Two nights in hospital"


def test_that_a_worry_stands_with_its_scale_on_one_card_and_says_what_is_missing(
    opened: Open, workspace: Workspace, review: ReviewId
) -> None:
    panel = opened(WorriesPanel)
    assert isinstance(panel, WorriesPanel)
    _bring_over(panel)
    (card,) = panel.statements.cards.values()
    assert isinstance(card, WorryCard)
    assert card.scale.block is not None
    assert card.scale.block.question.id == SAFE.id
    assert card.lacking.isHidden()
    card.scale.block.who_row.focus_first()
    write("Cedar")
    push_on(card.scale.block.add_button)
    assert len(panel.presenter.record.scale_answers) == 1
    someone = card.rows["who_is_worried"].findChildren(QLineEdit)[0]
    someone.setFocus()
    write("Made-up Gran")
    press(Key.Key_Return)
    card.scale.row.focus_first()
    press(Key.Key_Home)
    press(Key.Key_Return)
    (kept,) = _kept(workspace, review).worries
    assert kept.scale_id is None
    assert kept.who_is_worried == ("Made-up Gran",)
    assert card.scale.block is None
    assert card.lacking.isVisible()


def test_that_a_question_of_the_bank_is_chosen_and_answered(
    opened: Open, workspace: Workspace, review: ReviewId
) -> None:
    panel = opened(BestQuestionsPanel)
    assert isinstance(panel, BestQuestionsPanel)
    name, link = next(iter(panel.bank.links.items()))
    push_on(link)
    write("my gran")
    answers = {one.bank_id: one.answer for one in _kept(workspace, review).asked_questions}
    assert answers[name] == "my gran"


def test_that_last_time_can_be_seen_beside_today_but_not_on_a_shared_screen(
    opened: Open, workspace: Workspace, review: ReviewId
) -> None:
    presenter = presenter_of(workspace, review)
    some_tools(presenter)
    hidden = next(one for one in presenter.record.tools.map_items if "Gran" in one.words)
    choice = Choice(WithheldBecause.THIRD_PARTY, (Reader.PARENT,))
    presenter.withheld.keep(Place(hidden.id, "words"), "Gran", choice)
    shelf = opened(ToolShelf)
    assert isinstance(shelf, ToolShelf)
    assert shelf.tiles[Tool.MAP].isChecked()
    assert not shelf.tiles[Tool.FAIRY].isChecked()
    panel = shelf.panels[Tool.MAP]
    assert isinstance(panel, MapPanel)
    push_on(panel.last_button)
    assert panel.last_time.isVisible()
    assert hidden.id in panel.cards
    shelf.set_shared(shared=True)
    assert not panel.last_time.isVisible()
    assert not panel.last_button.isVisible()
    assert hidden.id not in panel.cards
    shelf.set_shared(shared=False)
    assert hidden.id in panel.cards
    panel.tools.print_in(Tool.MAP, minutes=False, letter=False)
    shelf.set_shared(shared=True)  # what prints nowhere is the IRO's own
    assert not shelf.tiles[Tool.MAP].isVisible()
    assert not panel.isVisible()
    shelf.set_shared(shared=False)
    assert panel.isVisible()


@pytest.mark.parametrize("look", ["large", "mirrored"])
def test_that_everyone_can_use_the_tools(
    opened: Open,
    workspace: Workspace,
    review: ReviewId,
    themed: Callable[..., object],
    look: str,
) -> None:
    themed(LOOKS[look])
    some_tools(presenter_of(workspace, review))
    shelf = opened(ToolShelf)
    assert isinstance(shelf, ToolShelf)
    with no_stray_windows(shelf.window()):
        for tool in (Tool.WORRIES, Tool.HARM_MATRIX):
            _bring_over(shelf.open(tool))
        questions = shelf.open(Tool.BEST_QUESTIONS)
        assert isinstance(questions, BestQuestionsPanel)
        push_on(questions.asked.add_button)
        settle()
    matrix, of_map = shelf.panels[Tool.HARM_MATRIX], shelf.panels[Tool.MAP]
    assert isinstance(matrix, HarmMatrixPanel)
    assert isinstance(of_map, MapPanel)
    matrix.open(("severity", "worst"))
    of_map.open(next(iter(of_map.cards)))
    settle()
    for check in ALL_CHECKS:
        check(shelf.window())
