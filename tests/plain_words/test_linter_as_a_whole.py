"""What holds of every text: places are right, paragraphs stand alone, nothing fails."""

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_reader import WREN, YOUNG

from iro_desktop.i18n import Translator
from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.messages import name_of, offers_lead, sentence
from iro_desktop.plain_words.readability import Readability, readability
from iro_desktop.plain_words.remarks import AT_FIRST_USE, Remark, Rule
from iro_desktop.plain_words.situation import Situation

PIECES = (
    *("Wren", "Wren’s", "the child", "he/she", "She", "said", "contact", "LAC review", "placement"),
    *(
        "will be",
        "told",
        "soon",
        "Someone",
        "will",
        "look into",
        "EHCP",
        "(EHCP)",
        "advocate",
        "is",
    ),
    *("refused", "incident", "Robin", "Elsewhere", "“", "”", '"', ".", ".", "!", "?", ";", " – "),
    *(
        "\n",
        "\n\n",
        "and",
        "but",
        "because",
        "we",
        "you",
        "was",
        "not",
        "extraordinary",
        "Dr.",
        "’",
    ),
    *("That", "means", "-", "/", "😀", "é", "ا", "的", "\t", "\u00a0", "\r\n", "3", "May", "'s"),
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=20).map("".join),
    st.text(max_size=80),
)
READERS = st.sampled_from([WREN, YOUNG])


def grouped(remarks: tuple[Remark, ...]) -> dict[Rule, list[Remark]]:
    by_rule = defaultdict(list)
    for remark in remarks:
        by_rule[remark.rule].append(remark)
    return by_rule


@given(TEXTS, READERS)
def test_that_every_remark_stands_where_its_words_are(text: str, reader: Situation) -> None:
    for remark in Linter(reader).remarks(text):
        assert 0 <= remark.start < remark.end <= len(text)
        assert text[remark.start : remark.end] == remark.words
        assert "\n" not in remark.words


@given(TEXTS, READERS)
def test_that_remarks_of_one_rule_do_not_overlap_and_are_in_order(
    text: str, reader: Situation
) -> None:
    remarks = Linter(reader).remarks(text)
    assert list(remarks) == sorted(remarks)
    for of_rule in grouped(remarks).values():
        assert all(before.end <= after.start for before, after in pairwise(of_rule))


@given(st.lists(TEXTS, max_size=4), READERS)
def test_that_a_text_is_remarked_on_paragraph_by_paragraph(
    texts: list[str], reader: Situation
) -> None:
    """But for what is to be explained once, where it is first used."""
    whole = "\n".join(texts)
    alone: list[Remark] = []
    start = 0
    for line in whole.split("\n"):
        alone += [remark.moved(start) for remark in Linter(reader).remarks(line)]
        start += len(line) + 1
    together = Linter(reader).remarks(whole)
    assert set(together) <= set(alone)
    assert {one.rule for one in set(alone) - set(together)} <= AT_FIRST_USE


@settings(max_examples=50)
@given(st.lists(TEXTS, max_size=6), READERS)
def test_that_what_was_read_before_changes_nothing(texts: list[str], reader: Situation) -> None:
    remembering = Linter(reader)
    for text in texts:
        assert remembering.remarks(text) == Linter(reader).remarks(text)
        assert remembering.readability(text) == readability(text)


@given(TEXTS)
def test_that_any_text_has_figures(text: str) -> None:
    assert isinstance(readability(text), Readability)


@given(TEXTS, st.sampled_from(["en-GB", "en-XA"]))
def test_that_every_remark_has_a_sentence(text: str, language: str) -> None:
    tr = Translator(language)
    for remark in Linter(WREN).remarks(text):
        assert sentence(remark, tr)
        assert bool(offers_lead(remark, tr)) == bool(remark.offers)


def test_that_words_with_braces_are_said_as_they_stand() -> None:
    (remark,) = Linter(WREN).remarks("{offer} you were told {words}.")
    assert "were told" in sentence(remark, Translator())


@pytest.mark.parametrize("rule", Rule)
def test_that_every_rule_has_a_name_of_its_own(rule: Rule) -> None:
    tr = Translator()
    assert [name_of(one, tr) for one in Rule].count(name_of(rule, tr)) == 1
