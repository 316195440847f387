"""That text comes back as it was typed when somebody else's program copies it out of the file."""

import re
import unicodedata
from collections import Counter

import pytest
from spoken_documents import document_in
from spoken_samples import SAMPLES

from iro_desktop.documents.blocks import Paragraph, plain
from iro_desktop.documents.pdf import write_pdf
from written_text import pages_of

# PDFium marks a hyphen at a line's end as one that may go, and has its own mind about white space.
_UNSEEN = re.compile(r"[\s\x02\ufffe]+")
_FOOT = re.compile(r"Page \d of \d|\d of \d Page")


def copied(language: str, text: str) -> str:
    document = document_in(language, Paragraph(plain(text)))
    found = _FOOT.sub("", " ".join(pages_of(write_pdf(document)[0])))
    for around in (SAMPLES[language].title, "Made-up data – not a real child"):
        found = found.replace(around, "", 1)
    return letters(found)


def letters(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("language", SAMPLES)
def test_that_text_in_every_language_is_copied_as_it_was_typed(language: str) -> None:
    sample = SAMPLES[language]
    typed = f"{sample.sentence} {sample.long} {' '.join(sample.words)}"
    assert letters(typed) in copied(language, typed)


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("hi", "क्षत्रिय श्रृंखला ज़िन्दगी"),
        ("bn", "ক্ষত্রিয় শ্রদ্ধা"),
        ("pa", "ਸ੍ਰੀ ਪ੍ਰੇਮ ਸਿੰਘ"),
        ("ar", "السَّلَامُ عَلَيْكُمْ يَا مَدْرَسَةُ"),
        ("ur", "گھر ۱۲ بجے"),
        ("ar", "(واحد) [اثنان] «ثلاثة» <أربعة>"),
        ("en-GB", "Amira said مرحبا and नमस्ते to 媽媽 👩‍👧 today"),
        ("fr", "L’œuf — « ça va ? » 5 €"),
        ("zh-Hant", "她說：「好！」（是嗎？）…"),
    ],
)
def test_that_letters_which_join_or_stack_are_copied_as_they_were_typed(
    language: str, typed: str
) -> None:
    assert letters(typed) in copied(language, typed)


# From right to left, PDFium guesses the order of several words of the other direction, and where
# the sign of a number stands. A screen reader is told the text itself (test_pdf_tags.py).
KNOWN_SHORTFALLS = (
    "قالت Maya hello ثم ذهبت",
    "قالت ٥٠% و 50%",
)


@pytest.mark.parametrize("typed", KNOWN_SHORTFALLS)
def test_that_no_letter_is_lost_where_the_order_is_guessed(typed: str) -> None:
    assert Counter(letters(typed)) <= Counter(copied("ar", typed))
