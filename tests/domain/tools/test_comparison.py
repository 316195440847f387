"""A tool at two meetings: what is new, changed, moved and gone, whatever stands in it."""

import datetime as dt

from hypothesis import given
from tool_samples import BEFORE, carried, item, items

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import ReviewKind
from iro_desktop.domain.tools.comparison import (
    Change,
    compare,
    entries_of,
    last_with,
)
from iro_desktop.domain.tools.entries import Tool
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.record import EarlierTools, ToolRecord
from iro_desktop.domain.tools.three_columns import MapItem

Items = tuple[MapItem, ...]


@given(items)
def test_that_what_was_carried_on_untouched_is_the_same(before: Items) -> None:
    found = compare(before, carried(before))
    assert [one.now for one in found] == list(carried(before))
    assert {one.change for one in found} <= {Change.SAME}


@given(items, items)
def test_that_each_thing_of_either_meeting_stands_once(before: Items, now: Items) -> None:
    found = compare(before, now)
    assert [one.now for one in found if one.now] == list(now)
    assert sorted(one.before.id for one in found if one.before) == sorted(one.id for one in before)
    assert all(one.before.thread == one.now.thread for one in found if one.before and one.now)


@given(items, items)
def test_that_looked_at_backwards_new_is_gone_and_gone_is_new(before: Items, now: Items) -> None:
    there, back = compare(before, now), compare(now, before)
    for change, mirrored in ((Change.NEW, Change.GONE), (Change.GONE, Change.NEW)):
        of_there = {(one.now or one.before) for one in there if one.change is change}
        of_back = {(one.now or one.before) for one in back if one.change is mirrored}
        assert of_there == of_back
    moved = [sum(one.change is Change.MOVED for one in found) for found in (there, back)]
    assert moved[0] == moved[1]


def test_that_an_item_in_another_column_moved_and_may_say_something_else_as_well() -> None:
    before = item("p", "worried", "He is late.", BEFORE)
    moved, reworded = item("p", "working_well", "He is late."), item("p", "next", "He comes early.")
    (one,), (other,) = compare((before,), (moved,)), compare((before,), (reworded,))
    assert (one.change, one.says_otherwise) == (Change.MOVED, True)
    assert (other.change, other.says_otherwise) == (Change.MOVED, True)
    (same,) = compare((before,), (item("p", "worried", "He is late. "),))
    assert same.change is Change.SAME


def test_that_a_room_is_the_same_where_it_is_the_same_place_though_it_was_asked_anew() -> None:
    def room(name: str, words: str) -> Room:
        given = item(name)
        return Room(
            id=given.id,
            child_id=given.child_id,
            review_id=given.review_id,
            thread=given.thread,
            tool=Tool.WIZARD,
            room="dreams",
            words=words,
        )

    (one,) = compare((room("p", "A dog"),), (room("q", "Two dogs"),))
    assert one.change is Change.CHANGED
    record = ToolRecord(rooms=(room("p", "A dog"),))
    assert entries_of(record, Tool.WIZARD) == record.rooms
    assert entries_of(record, Tool.FAIRY) == ()


def test_that_the_latest_meeting_with_a_tool_is_the_one_looked_back_on() -> None:
    def meeting(number: int, *entries: MapItem) -> EarlierTools:
        held = dt.date(2026, number, 1)
        tools = ToolRecord(map_items=entries)
        return EarlierTools(ReviewId(str(number)), ReviewKind.LOOKED_AFTER, held, tools)

    earlier = (meeting(5), meeting(4, item("p")), meeting(2, item("p")))
    assert last_with(earlier, Tool.MAP) == earlier[1]
    assert last_with(earlier, Tool.WORRIES) is None
