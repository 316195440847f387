"""Syllables by rules of spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.plain_words.syllables import syllables


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "home homes hoped you eye voice choice friend don’t"),
        (2, "table tables wanted boxes safely movement careful something study being quiet poem"),
        (2, "people social nation special onion marriage rhythm didn’t meeting placement centre"),
        (3, "radio area family usual important together advocate loyalty tourism favourite"),
        (4, "independent permanently January education"),
        (5, "university immediately accommodation"),
    ],
)
def test_that_a_word_has_the_syllables_one_says(number: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), number)


def test_that_capitals_and_possessives_make_no_difference() -> None:
    assert syllables("Family’s") == syllables("family") == 3


@given(st.text(max_size=30))
def test_that_anything_at_all_has_at_least_one_syllable_and_no_more_than_letters(
    text: str,
) -> None:
    assert 1 <= syllables(text) <= max(1, len(text) + 1)
