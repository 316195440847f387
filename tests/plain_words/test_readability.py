"""Reading age for English, lengths alone for every other language."""

import pytest

from iro_desktop.i18n import Translator
from iro_desktop.plain_words.messages import lengths_alone, reading_age
from iro_desktop.plain_words.readability import lengths, readability, sentence_scores

EASY = (
    "You live with Jo and Lee. You like the dog. You told me that school is fun. "
    "We will meet in May. I will come to your house and we will eat cake."
)
HARD = (
    "The interdisciplinary assessment identified considerable developmental vulnerabilities "
    "necessitating immediate therapeutic intervention, notwithstanding previous recommendations. "
    "Consequently professionals subsequently reconsidered accommodation arrangements."
)


def test_that_easy_words_have_the_reading_age_of_young_children() -> None:
    age = readability(EASY).reading_age
    assert age is not None
    assert age <= 7


def test_that_the_words_of_reports_have_the_reading_age_of_nobody_here() -> None:
    age = readability(HARD).reading_age
    assert age is not None
    assert age > 18


def test_that_the_figures_are_those_of_the_formulas() -> None:
    """20 words, 2 sentences, 20 syllables, 66 letters, worked out by hand."""
    text = "The cat sat on the mat with a red ball. " + "The dog ran up the hill to get the ball."
    found = readability(text)
    assert (found.words, found.sentences, found.syllables) == (20, 2, 20)
    assert found.grade == pytest.approx(0.39 * 10 + 11.8 - 15.59, abs=0.05)
    assert found.reading_ease == pytest.approx(206.835 - 10.15 - 84.6, abs=0.05)
    letters = sum(one.isalpha() for one in text)
    assert found.automated_index == pytest.approx(4.71 * letters / 20 + 5 - 21.43, abs=0.05)
    assert found.coleman_liau == pytest.approx(5.88 * letters / 20 - 2.96 - 15.8, abs=0.05)
    assert found.reading_age == 5.1


@pytest.mark.parametrize("text", ["", "Hello.", "Dear Wren, you did well."])
def test_that_a_few_words_have_no_reading_age(text: str) -> None:
    assert readability(text).reading_age is None


def test_that_a_sentence_of_under_five_words_is_not_scored_alone() -> None:
    text = "Dear Wren Made-up. You did so very well at swimming this year."
    (scored,) = sentence_scores(text)
    assert text[scored.start : scored.end] == "You did so very well at swimming this year."


def test_that_long_words_of_a_sentence_are_named() -> None:
    (scored,) = sentence_scores("Everybody thinks that your favourite holiday was brilliant.")
    assert scored.long_words == ("Everybody", "favourite", "holiday")


def test_that_abbreviations_end_no_sentence() -> None:
    assert readability("Dr. Example saw you at 3 p.m. on Monday. It went well.").sentences == 2


@pytest.mark.parametrize(
    ("language", "text", "sentences", "words"),
    [
        ("pl", "Lubisz psa. Mieszkasz z Jo!", 2, 5),
        ("hi", "आप खुश हैं। हम मिलेंगे।", 2, 5),
        ("ar", "هل أنت سعيد؟ نعم.", 2, 4),
        ("ur", "آپ خوش ہیں۔ ہم ملیں گے۔", 2, 6),
    ],
)
def test_that_other_languages_are_counted_by_their_own_full_stops(
    language: str, text: str, sentences: int, words: int
) -> None:
    found = lengths(text, language)
    assert (found.sentences, found.words) == (sentences, words)


def test_that_a_language_without_spaces_is_counted_in_characters() -> None:
    found = lengths("你好嗎？我們會見面。", "zh-Hant")
    assert (found.sentences, found.words, found.in_a_sentence, found.lix) == (2, None, 4.0, None)


@pytest.mark.parametrize("language", ["pl", "zh-Hant"])
def test_that_lengths_say_they_are_no_reading_age(language: str) -> None:
    said = lengths_alone(lengths("Lubisz psa. Mieszkasz z Jo!", language), Translator())
    assert "no reading age" in said


def test_that_a_reading_age_is_set_beside_what_suits_the_child() -> None:
    english = Translator()
    assert "would be better" in reading_age(readability(HARD), 9, english)
    assert reading_age(readability(EASY), 9, english).endswith("That suits this child.")
    assert "too few words" in reading_age(readability("Hello."), 9, english)
