"""Houses and figures: the child's own words and drawings, shared room by room; the path."""

from decimal import Decimal

from own_tools import Show, show_panel
from review_hands import Key, focus, press, push_on, write
from review_in_hand import SAFE, presenter_of

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.houses.choosing import HousesPanel
from iro_desktop.ui.review.tools.houses.panel import safety_house_panel
from iro_desktop.ui.review.tools.presenter import ToolsPresenter


def test_that_a_child_picks_a_figure_and_fills_a_room_by_the_keyboard(
    shown: Show, workspace: Workspace, review: ReviewId
) -> None:
    presenter = presenter_of(workspace, review)
    panel = show_panel(shown, HousesPanel, presenter)
    panel.pick_row.focus_first()
    press(Key.Key_Right)
    house = panel.shown()
    assert house.of is Tool.WIZARD
    assert presenter.record.tools.rooms == ()
    push_on(house.picture.buttons["dreams"])
    card = house.cards["dreams"]
    card.rows["words"].focus_first()
    write("a dog  and no shouting")
    card.rows["drawing"].focus_first()
    press(Key.Key_Space)
    press(Key.Key_Right)
    press(Key.Key_Space)
    card.rows["author"].focus_first()
    write("Cedar")
    card.rows["sharing"].focus_first()
    press(Key.Key_Space)
    (room,) = presenter_of(workspace, review).record.tools.rooms
    assert (room.tool, room.room, room.words) == (Tool.WIZARD, "dreams", "a dog  and no shouting")
    assert room.drawing
    assert (room.state, room.sharing) == (EntryState.ANSWERED, Sharing.EVERYONE)
    assert (room.author, room.heard_from, room.is_verbatim) == ("Cedar", "Cedar", True)
    assert house.picture.buttons["dreams"].accessibleDescription() == "words, a drawing"


def test_that_a_room_left_empty_says_why(
    shown: Show, workspace: Workspace, review: ReviewId
) -> None:
    panel = show_panel(shown, HousesPanel, presenter_of(workspace, review))
    house = panel.shown()
    push_on(house.picture.buttons["worries"])
    house.cards["worries"].rows["state"].focus_first()
    press(Key.Key_Down)
    (room,) = presenter_of(workspace, review).record.tools.rooms
    assert (room.room, room.state) == ("worries", EntryState.DECLINED)
    assert "Would rather not say" in house.picture.buttons["worries"].accessibleDescription()


def test_that_a_shared_screen_shows_no_room_that_is_not_for_everyone(
    shown: Show, unkept: ReviewPresenter
) -> None:
    tools = ToolsPresenter(unkept)
    for room, sharing in (("good_things", Sharing.EVERYONE), ("worries", Sharing.IRO_ONLY)):
        words = {"words": "as was said", "state": EntryState.ANSWERED, "sharing": sharing}
        tools.make(Room, tool=Tool.THREE_HOUSES, room=room, **words)
    panel = show_panel(shown, HousesPanel, unkept)
    house = panel.shown()
    push_on(house.picture.buttons["worries"])
    assert house.cards["worries"].isVisible()
    house.set_shared(shared=True)
    assert not house.cards["worries"].isVisible()
    assert house.picture.buttons["worries"].accessibleDescription() == "not shown here"
    push_on(house.picture.buttons["good_things"])
    assert house.cards["good_things"].isVisible()
    house.set_shared(shared=False)
    push_on(house.picture.buttons["worries"])
    assert house.cards["worries"].isVisible()


def test_that_the_childs_place_on_the_path_is_their_number_on_the_question_it_belongs_to(
    shown: Show, workspace: Workspace, review: ReviewId
) -> None:
    panel = show_panel(shown, safety_house_panel, presenter_of(workspace, review))
    push_on(panel.picture.buttons["path"])
    card = panel.cards["path"]
    card.rows["place"].focus_first()
    press(Key.Key_6)
    press(Key.Key_Period)
    assert presenter_of(workspace, review).record.scale_answers == ()
    card.rows["scale_id"].focus_first()
    press(Key.Key_Down)
    press(Key.Key_Return)
    record = presenter_of(workspace, review).record
    (room,) = record.tools.rooms
    assert (room.place, room.scale_id) == (Decimal("6.5"), SAFE.id)
    (answer,) = record.scale_answers
    assert (answer.role, answer.value) == (Role.CHILD, Decimal("6.5"))
    card.rows["place"].focus_first()
    press(Key.Key_8)
    (answer,) = presenter_of(workspace, review).record.scale_answers
    assert answer.value == Decimal(8)
    assert "8 out of 10" in focus().accessibleDescription()
