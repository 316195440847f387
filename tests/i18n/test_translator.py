import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.i18n import Translator, ntr, screen, speak, tr
from iro_desktop.i18n.directions import is_balanced
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES, MIRRORED, STRETCHED

CODES = st.sampled_from(sorted(LANGUAGES))
TYPED = st.text(max_size=40)
BRACES = "I said {x} and {0} and {{y}} } {"


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_that_what_a_child_said_stays_as_it_was_said(code: str) -> None:
    said = Translator(code)("{name} said: {words}", name="{words}", words=BRACES)
    assert said.count(BRACES) == 1
    assert "{words}" in said.replace(BRACES, "")


@given(CODES, TYPED)
def test_that_no_typed_text_is_ever_taken_for_fields(code: str, typed: str) -> None:
    translator = Translator(code)
    assert typed in translator("before {typed} after", typed=typed)
    assert typed in translator.count("{number} {typed}", "{number} of {typed}", 2, typed=typed)


@pytest.mark.parametrize("code", [ENGLISH, MIRRORED])
def test_that_a_text_without_fields_may_hold_braces(code: str) -> None:
    assert Translator(code)(BRACES) == BRACES


def test_that_stretching_lengthens_and_marks_but_leaves_fields_alone() -> None:
    stretched = Translator(STRETCHED)
    said = stretched("Due on {day} for {name}", day="4 May", name="a name")
    assert said.startswith("[")
    assert said.endswith("]")
    assert "4 May" in said
    assert "a name" in said
    assert "Due" not in said
    assert len(said) > 1.3 * len("Due on 4 May for a name")


@given(TYPED.filter(lambda text: "\0" not in text))
def test_that_stretching_breaks_no_text(text: str) -> None:
    said = Translator(STRETCHED)(text)
    assert (said == "") == (text == "")
    assert said.count("{") == text.count("{")


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_that_no_text_is_no_text(code: str) -> None:
    assert Translator(code)("") == ""


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 reviews"), (1, "one review"), (2, "2 reviews")]
)
def test_that_a_number_takes_the_form_that_goes_with_it(number: int, words: str) -> None:
    assert Translator().count("one review", "{number} reviews", number) == words


def test_that_a_number_may_be_said_in_words_of_its_own() -> None:
    said = Translator().count("{number} row", "{number} rows", 2, number="two")
    assert said == "two rows"


DAY = dt.date(2026, 5, 4)


@pytest.mark.parametrize("code", [ENGLISH, STRETCHED, MIRRORED])
def test_that_dates_are_said_as_in_england(code: str) -> None:
    translator = Translator(code)
    assert translator.date(DAY) == "4 May 2026"
    assert translator.short_date(dt.date(2026, 9, 14)) == "14 Sept 2026"
    assert translator.weekday_date(DAY) == "Monday 4 May 2026"
    assert translator.short_weekday_date(DAY) == "Mon 4 May 2026"
    assert translator.weekday_and_day(DAY) == "Mon 4 May"
    assert (translator.weekday(DAY), translator.short_weekday(DAY)) == ("Monday", "Mon")
    assert translator.month(DAY) == "May 2026"
    assert translator.time(dt.time(14, 30)) == "14:30"


@given(st.dates())
def test_that_every_date_can_be_said(day: dt.date) -> None:
    said = Translator().date(day)
    assert said.split()[0] == str(day.day)
    assert said.split()[-1] == str(day.year)


@pytest.mark.parametrize(
    ("value", "said"), [(7, "7"), (Decimal("7.0"), "7"), (6.5, "6.5"), (Decimal("0.0"), "0")]
)
def test_that_numbers_have_no_idle_noughts(value: int | float | Decimal, said: str) -> None:
    assert Translator().number(value) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_that_several_things_are_a_list_in_a_sentence(items: list[str], said: str) -> None:
    assert Translator().list(items) == said


def test_that_a_list_may_hold_braces() -> None:
    assert Translator().list(["{0}", "{1}"]) == "{0} and {1}"


def test_that_directions_are_known() -> None:
    assert {code for code, one in LANGUAGES.items() if one.right_to_left} == {"ar", "ur", MIRRORED}


def test_that_the_screen_speaks_the_language_it_was_told_to() -> None:
    before = screen().language.code
    try:
        assert speak(STRETCHED) is screen()
        assert tr("Close") != "Close"
        assert ntr("one", "{number} of them", 3).startswith("[3 ")
    finally:
        speak(before)
    assert tr("Close") == Translator(before)("Close")


@pytest.mark.parametrize("code", ["ar", "ur"])
@pytest.mark.parametrize("number", ["01632 960 001", "A7DC7623 and D40E4AC9", "Wren Example"])
def test_that_what_runs_the_other_way_is_kept_together(code: str, number: str) -> None:
    said = Translator(code)("You can ring me on {telephone}.", telephone=number)
    assert f"\u2068{number}\u2069" in said
    assert is_balanced(said)


@pytest.mark.parametrize("code", ["ar", "ur"])
def test_that_what_runs_the_same_way_is_left_as_it_is(code: str) -> None:
    name = "مها"
    assert "\u2068" not in Translator(code)("Dear {name},", name=name)


def test_that_english_keeps_nothing_apart() -> None:
    assert Translator()("Ring me on {telephone}.", telephone="01632 960 001") == (
        "Ring me on 01632 960 001."
    )
