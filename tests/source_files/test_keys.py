import datetime as dt
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, id_of, instead, keys_of, word_of
from iro_desktop.source_files.tree import Listing, Scalar, Spot
from iro_desktop.source_files.wording import SENTENCES, sentence
from iro_desktop.source_files.yaml_reader import tree_of

NOWHERE = Spot(1, 1)


class Colour(StrEnum):
    """A made-up closed list."""

    RED = "red"
    BLUE = "blue"


class Reading:
    """The keys of a made-up file, and the sentences of its faults so far."""

    def __init__(self, text: str) -> None:
        self.faults = Faults("made-up.yaml")
        tree = tree_of(text, self.faults)
        assert tree is not None
        keys = keys_of(tree, "rule", self.faults)
        assert keys is not None
        self.keys: Keys = keys

    def told(self) -> list[str]:
        return [sentence(problem, SENTENCES) for problem in self.faults.in_order()]


def test_that_a_day_is_read() -> None:
    reading = Reading("from: 2011-04-01")
    assert reading.keys.date("from") == dt.date(2011, 4, 1)
    assert not reading.faults


@given(day=st.dates())
def test_that_every_day_is_read_as_it_is_written(day: dt.date) -> None:
    assert Reading(f"from: {day.isoformat()}").keys.date("from") == day


@pytest.mark.parametrize(
    "written",
    [
        *("2011-02-30", "2011-13-01", "2011-00-01", "0000-01-01"),
        *("20110401", "2011-W13-5", "2011-4-1", "01/04/2011", "1 April 2011"),
        *("2011-04-01T00:00", "2011-04", "2011", "soon", "٢٠١١-٠٤-٠١"),
    ],
)
def test_that_what_is_no_day_or_is_written_otherwise_is_told(written: str) -> None:
    reading = Reading(f"from: {written}")
    assert reading.keys.date("from") is None
    (problem,) = reading.faults.in_order()
    assert (problem.code, problem.place.column) == (SourceFault.NOT_A_DATE, 7)
    assert reading.told() == [
        f"'from' must be a day written as 2011-04-01, and is '{written}'.",
    ]


@pytest.mark.parametrize("written", ["[2011-04-01]", "{day: 2011-04-01}", ""])
def test_that_a_day_is_one_value(written: str) -> None:
    reading = Reading(f"from: {written}")
    assert reading.keys.date("from") is None
    assert [problem.code for problem in reading.faults.in_order()] == [SourceFault.NOT_A_DATE]


def test_that_a_day_may_be_left_out_unless_it_is_required() -> None:
    reading = Reading("until: 2011-04-01")
    assert reading.keys.date("from") is None
    assert not reading.faults
    assert reading.keys.date("from", required=True) is None
    assert reading.told() == ["This rule has no 'from'; add it."]


def test_that_a_day_that_was_asked_for_is_not_an_unknown_key() -> None:
    reading = Reading("from: 2011-04-01")
    reading.keys.date("from")
    assert reading.keys.done()


def test_that_text_is_without_the_spaces_round_it() -> None:
    reading = Reading("title: ' A rule '")
    assert reading.keys.text("title") == "A rule"
    assert reading.keys.text("note") == ""
    assert not reading.faults


def test_that_numbers_keep_their_places() -> None:
    reading = Reading("days: 2.50\nlimit: .inf\nother: many")
    assert str(reading.keys.number("days")) == "2.50"
    assert reading.keys.number("none") is None
    assert reading.keys.number("limit") is None
    assert reading.keys.number("other") is None
    assert reading.told() == [
        "'limit' must be a number, and is '.inf'; write digits.",
        "'other' must be a number, and is 'many'; write digits.",
    ]


@given(number=st.decimals(allow_nan=False, allow_infinity=False))
def test_that_any_number_is_read_exactly(number: Decimal) -> None:
    assert Reading(f"days: {number}").keys.number("days") == number


@pytest.mark.parametrize(("written", "version"), [("3", 3), ("0", 0), ("-1", 0), ("1.5", 0)])
def test_that_a_version_is_a_whole_number_from_1(written: str, version: int) -> None:
    reading = Reading(f"version: {written}")
    assert reading.keys.version("version") == version
    assert bool(reading.faults) == (version == 0)


@pytest.mark.parametrize("word", ["yes", "True", "1", ""])
def test_that_a_flag_is_true_or_false_and_nothing_like_them(word: str) -> None:
    reading = Reading(f"on: {word}\noff: false")
    assert reading.keys.flag("on", default=True) is True
    assert reading.keys.flag("off", default=True) is False
    assert reading.told() == [f"'on' is '{word}'; write true or false."]


def test_that_a_word_of_a_closed_list_is_read_or_a_near_one_offered() -> None:
    reading = Reading("first: red\nsecond: blu")
    assert reading.keys.word("first", Colour, "colour") is Colour.RED
    assert reading.keys.word("second", Colour, "colour") is None
    assert reading.told() == ["'blu' is not a colour; did you mean 'blue'?"]


def test_that_a_list_is_no_word() -> None:
    faults = Faults("made-up.yaml")
    assert word_of(Listing((), NOWHERE), Colour, "colour", faults) is None
    assert [problem.code for problem in faults.in_order()] == [SourceFault.NOT_TEXT]


@pytest.mark.parametrize(
    ("written", "joint", "hint"),
    [
        ("Where they live", "_", "write 'where_they_live'"),
        ("first-review", "_", "write 'first_review'"),
        ("First review", "-", "write 'first-review'"),
        ("2nd", "_", "write 'nd'"),
        ("??", "_", "use small letters, digits and '_'"),
        ("??", "-", "use small letters, digits and '-'"),
    ],
)
def test_that_an_id_that_is_none_is_offered_as_one(written: str, joint: str, hint: str) -> None:
    faults = Faults("made-up.yaml")
    assert id_of(Scalar(written, NOWHERE), faults, dashes=joint == "-") == ""
    (problem,) = faults.in_order()
    assert (problem.code, problem.data["instead"]) == (SourceFault.NOT_AN_ID, hint)


@given(word=st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", fullmatch=True))
def test_that_an_id_is_taken_as_it_stands(word: str) -> None:
    faults = Faults("made-up.yaml")
    assert id_of(Scalar(word, NOWHERE), faults, dashes=True) == word
    assert not faults


def test_that_the_entries_of_a_list_are_read_and_a_lone_value_is_told() -> None:
    reading = Reading("several: [a, b]\nlone: a")
    assert len(reading.keys.entries("several")) == 2
    assert reading.keys.entries("none") == ()
    assert reading.keys.entries("lone") == ()
    assert reading.told() == ["'lone' must be a list; start each entry with '- '."]


def test_that_a_key_that_stands_twice_is_told_with_its_first_line() -> None:
    reading = Reading("days: 1\nother: 2\ndays: 3")
    assert reading.keys.number("days") == 1
    assert reading.told() == ["'days' stands twice, first in line 1; keep one of them."]


def test_that_keys_nobody_asked_for_are_told() -> None:
    reading = Reading("days: 1\nwekdays: true\n")
    reading.keys.number("days")
    reading.keys.flag("weekdays")
    assert not reading.keys.done()
    assert reading.told() == ["'wekdays' is not a key of a rule; did you mean 'weekdays'?"]


def test_that_a_key_knows_its_place_and_a_missing_one_that_of_its_mapping() -> None:
    keys = Reading("\n  days: 1\n  other: 2").keys
    assert "other" in keys
    assert "none" not in keys
    assert keys.spot_of("other") == Spot(3, 3)
    assert keys.spot_of("none") == Spot(2, 3)


def test_that_a_value_without_keys_is_told() -> None:
    faults = Faults("made-up.yaml")
    assert keys_of(Scalar("a", NOWHERE), "rule", faults) is None
    (problem,) = faults.in_order()
    assert sentence(problem, SENTENCES) == (
        "A rule must be keys with values; write 'key: value' lines."
    )


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("dais", ["days", "months"], "did you mean 'days'?"),
        ("colour", ["days", "months"], "write one of: days, months"),
        ("days", [], "there is none"),
    ],
)
def test_that_a_hint_is_the_nearest_word_or_all_of_them(
    word: str, known: list[str], hint: str
) -> None:
    assert instead(word, known) == hint
