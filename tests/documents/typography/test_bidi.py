"""Text that runs both ways is ordered as UAX #9 says."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unicode_cases import case_lines

from iro_desktop.documents.typography import bidi
from iro_desktop.documents.typography.bidi_classes import REMOVED, brackets, classes

BASES = {"0": False, "1": True, "2": None}
LETTERS = "abc אבג سلم 123 ١٢٣ .,:-+$%()[]\t\n\u2029"
EXPLICIT = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad\u0301"
MIXED = st.text(st.sampled_from(LETTERS + EXPLICIT), max_size=40) | st.text(max_size=20)
DIRECTIONS = st.sampled_from([False, True, None])


def test_that_unicodes_own_cases_come_out_as_they_say() -> None:
    wrong = []
    for case in case_lines("BidiCharacterTest.txt", "bidi-characters.txt"):
        codes, base, _paragraph, wanted, order = case.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        found = bidi.levels(text, BASES[base])
        shown = [place for place, level in enumerate(wanted.split()) if level != "x"]
        levels = [str(found[place]) if place in shown else "x" for place in range(len(text))]
        seen = bidi.visual_order([found[place] for place in shown])
        if [" ".join(levels), [shown[place] for place in seen]] != [
            wanted,
            [*map(int, order.split())],
        ]:
            wrong.append(case)
    assert not wrong


@given(text=MIXED, base=DIRECTIONS)
def test_that_every_character_has_a_level_within_bounds(text: str, base: bool | None) -> None:  # noqa: FBT001
    levels = bidi.levels(text, base)
    assert len(levels) == len(text)
    assert all(0 <= level <= 127 for level in levels)


@given(levels=st.lists(st.integers(0, 6), max_size=30))
def test_that_the_visual_order_shows_each_character_once(levels: list[int]) -> None:
    assert sorted(bidi.visual_order(levels)) == [*range(len(levels))]


@given(levels=st.lists(st.integers(0, 6), min_size=1, max_size=30))
def test_that_one_level_more_for_all_mirrors_the_line(levels: list[int]) -> None:
    deeper = [level + 1 for level in levels]
    assert bidi.visual_order(deeper) == bidi.visual_order(levels)[::-1]


@given(text=st.text(st.characters(max_codepoint=0x24F), max_size=40))
def test_that_latin_text_stays_at_the_level_of_its_paragraph(text: str) -> None:
    assert bidi.levels(text, right_to_left=False) == [0] * len(text)
    assert set(bidi.levels(text, right_to_left=None)) <= {0}


@given(first=MIXED, second=MIXED)
def test_that_paragraphs_do_not_touch_each_other(first: str, second: str) -> None:
    together = bidi.levels(f"{first}\n{second}", right_to_left=None)
    apart = [*bidi.levels(f"{first}\n", right_to_left=None)]
    assert together == apart + bidi.levels(second, right_to_left=None)


@given(text=MIXED, base=st.booleans())
def test_that_what_draws_nothing_has_the_level_of_what_stands_before_it(
    text: str,
    base: bool,  # noqa: FBT001
) -> None:
    levels, letters = bidi.levels(text, base), classes(text)
    for place, letter in enumerate(letters):
        if place and letter in REMOVED and letters[place - 1] not in "BS":
            assert levels[place] in {levels[place - 1], int(base)}


def test_that_an_arabic_line_with_a_number_and_a_name_is_seen_in_the_readers_order() -> None:
    text = "في 12 مايو Sam"
    levels = bidi.levels(text, right_to_left=True)
    seen = "".join(text[place] for place in bidi.visual_order(levels))
    assert seen == "Sam ويام 12 يف"


@pytest.mark.parametrize(
    ("text", "expected"), [("(12) سلام", True), ("12 Sam سلام", False), ("12", False)]
)
def test_that_the_first_letter_gives_a_text_its_direction(text: str, *, expected: bool) -> None:
    assert bidi.runs_right_to_left(text) == expected


def test_that_spaces_at_the_end_of_a_line_go_to_its_outer_edge() -> None:
    text = "سلام Sam and سلام"
    levels = bidi.levels(text, right_to_left=True)
    line = bidi.line_levels(text, levels, 0, 9, 1)
    assert levels[8] == 2
    assert line[8] == 1
    assert line[:8] == levels[:8]


def test_that_brackets_come_in_pairs() -> None:
    opening, closing = brackets()
    assert opening["("] == ")"
    assert closing["）"] == "）"
    assert not set(opening) & set(closing)
    assert {*opening.values()} <= {*closing.values()}


def test_that_too_many_open_brackets_pair_with_none() -> None:
    few, many = ("(" * depth + "a" + ")" * depth for depth in (63, 64))
    assert set(bidi.levels(f"{few}א", right_to_left=True)) == {1, 2}
    runs = [level for level, _run in itertools.groupby(bidi.levels(f"{many}א", right_to_left=True))]
    assert runs == [1, 2, 1]
