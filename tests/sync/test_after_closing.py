from written_graphs import made

from iro_desktop.sync.after_closing import CameAfter, came_after
from iro_desktop.sync.rules import Rules

RULES = Rules()
WAS = {"what": "Swim on Fridays.", "owner": "Perpetua Inkwell", "kept": "not_looked_at"}
BEFORE, CLOSED = made("a", **WAS), made("b", "a", **{**WAS, "what": "Swim."})


def test_that_the_record_as_it_was_closed_is_whole() -> None:
    assert came_after([BEFORE, CLOSED], "b", RULES) is None


def test_that_another_laptops_words_came_after_whatever_its_clock() -> None:
    other = made("c", "a", **{**WAS, "what": "Run."})
    assert came_after([BEFORE, CLOSED, other], "b", RULES) == CameAfter(("b",), ("c",))


def test_that_what_does_not_touch_its_words_came_after_too() -> None:
    other = made("c", "a", **{**WAS, "owner": "Aunt Quillfeather"})
    assert came_after([BEFORE, CLOSED, other], "b", RULES) == CameAfter(("b",), ("c",))


def test_that_what_was_written_on_after_the_closing_came_after() -> None:
    later = made("c", "b", **{**WAS, "what": "Run."})
    assert came_after([BEFORE, CLOSED, later], "b", RULES) == CameAfter(("b",), ("c",))


def test_that_what_the_next_review_found_is_part_of_the_record() -> None:
    found = made("c", "b", **{**CLOSED.fields, "kept": "kept"})
    assert came_after([BEFORE, CLOSED, found], "b", RULES) is None
    other = made("d", "a", **{**WAS, "what": "Run."})
    assert came_after([BEFORE, CLOSED, found, other], "b", RULES) == CameAfter(("c",), ("d",))


def test_that_what_says_the_same_as_the_record_changes_nothing() -> None:
    alike = made("c", "a", **CLOSED.fields)
    assert came_after([BEFORE, CLOSED, alike], "b", RULES) is None


def test_that_taking_away_came_after() -> None:
    gone = made("c", "b", gone=True, **CLOSED.fields)
    assert came_after([BEFORE, CLOSED, gone], "b", RULES) == CameAfter(("b",), ("c",))


def test_that_a_thing_the_record_does_not_know_came_after_until_it_is_taken_away() -> None:
    assert came_after([BEFORE], None, RULES) == CameAfter((), ("a",))
    assert came_after([BEFORE, made("b", "a", gone=True, **WAS)], None, RULES) is None


def test_that_no_merge_changes_a_closed_record() -> None:
    other = made("c", "a", **{**WAS, "what": "Run."})
    settled = made("d", "b", "c", **CLOSED.fields)
    assert came_after([BEFORE, CLOSED, other, settled], "b", RULES) is None
    forged = made("d", "b", "c", **{**WAS, "what": "Never swim."})
    assert came_after([BEFORE, CLOSED, other, forged], "b", RULES) == CameAfter(("b",), ("d",))
