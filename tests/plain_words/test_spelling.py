"""British spelling, with names and words of one's own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.plain_words.spelling import Spelling

SPELLING = Spelling(["Madeupshire", "Dana Example-Smith", "my voice person", "wibbly"])


def unknown(text: str, leave_out: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [text[start:end] for start, end in SPELLING.unknown(text, leave_out)]


@pytest.mark.parametrize("text", ["We recieved it.", "Your favourite color.", "It was wierd."])
def test_that_a_word_nobody_spells_so_is_marked(text: str) -> None:
    assert len(unknown(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Your favourite colour is grey.",
        "You don’t like the carers’ grown-up rules.",
        "Madeupshire’s wibbly house, and Dana Example-Smith’s.",
        "Ring 07700 900123, write to a@council.example or see www.council.example.",
        "The 12th of May at 3pm with CAMHS and two TVs.",
        "A naïve café.",
        "你好 مرحبا",
    ],
)
def test_that_words_names_and_addresses_are_let_be(text: str) -> None:
    assert unknown(text) == []


def test_that_another_languages_passage_is_left_out() -> None:
    text = "Mum said mieszkasz tutaj."
    assert unknown(text) == ["mieszkasz", "tutaj"]
    assert unknown(text, ((9, 24),)) == []


def test_that_what_it_might_be_is_suggested() -> None:
    assert SPELLING.suggestions("recieved")[0] == "received"
    assert SPELLING.suggestions("received") == ()
    assert SPELLING.suggestions("x" * 500) == ()


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_that_any_text_is_looked_through(text: str) -> None:
    ranges = SPELLING.unknown(text)
    assert list(ranges) == sorted(ranges)
    for start, end in ranges:
        assert 0 <= start < end <= len(text)
        assert not SPELLING.knows(text[start:end])
