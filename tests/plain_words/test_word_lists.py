"""The program's own list, and a council's list laid over it."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_reader import STARTER, found, only

from iro_desktop import paths
from iro_desktop.plain_words.faults import line_of
from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.remarks import Reason, Rule
from iro_desktop.plain_words.situation import Situation
from iro_desktop.plain_words.word_list import Kind, WordList
from iro_desktop.plain_words.word_list_reader import read_starter_list, read_word_list

COUNCIL = """\
council: Madeupshire
words:
  - word: contact
    offer: [family and friends time]
    why: Our children chose it.
  - word: hub
    also: [hubs]
    offer: [the house in Mill Lane]
  - word: banana
    kind: blame
    why: A made-up word.
allow: [siblings]
familiar: [MUGA]
spelling: [Brambleton]
"""


def council(text: str = COUNCIL) -> Situation:
    words, problems = read_word_list(text, "ours.yaml")
    assert not problems
    assert words is not None
    return Situation((words, STARTER), 10)


def faults(text: str) -> list[str]:
    words, problems = read_word_list(text, "ours.yaml")
    assert words is None
    return [line_of(problem) for problem in problems]


def test_that_a_councils_word_comes_before_ours_and_ours_after_it() -> None:
    remark = only("You have contact.", Rule.JARGON, council())
    assert remark.reason is Reason.COUNCIL_HAS_A_WORD
    assert remark.offers[:2] == ("family and friends time", "family time")
    assert remark.why == "Our children chose it."


def test_that_the_childs_word_comes_before_the_councils() -> None:
    mine = Situation(council().words, 10, preferred=(("contact", "Mum days"),))
    remark = only("You have contact.", Rule.JARGON, mine)
    assert remark.reason is Reason.CHILD_HAS_A_WORD
    assert remark.offers[:2] == ("Mum days", "family and friends time")


def test_that_a_council_adds_words_and_lets_others_be() -> None:
    assert found("You went to two hubs.", Rule.JARGON, council()) == ["hubs"]
    assert found("Banana!", Rule.BLAME, council()) == ["Banana"]
    assert found("Your siblings came.", Rule.JARGON, council()) == []
    assert found("You like the MUGA.", Rule.ACRONYM, council()) == []


def test_that_a_councils_list_says_whose_it_is_and_how_its_words_are_spelt() -> None:
    mine = council().words[0]
    assert (mine.owner, mine.spellings) == ("Madeupshire", ("Brambleton",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("words: []\n", "ours.yaml:1:1  F013"),
        ("council: M\n", "ours.yaml:1:1  W006"),
        ("council: M\nwords:\n  - word: contact\n", "ours.yaml:3:5  W004"),
        ("council: M\nwords:\n  - word: x\n    offer: [X]\n", "ours.yaml:3:5  W005"),
        ("council: M\nwords:\n  - word: '!'\n    offer: [a]\n", "ours.yaml:3:5  W002"),
        ("council: M\nwords:\n  - word: x\n    also: [X]\n    why: y\n", "ours.yaml:3:5  W001"),
        (
            "council: M\nwords:\n  - word: x\n    why: y\n    unless: [x, yz]\n",
            "ours.yaml:3:5  W003",
        ),
        ("council: M\nwords:\n  - word: x\n    why: y\n    kind: rude\n", "ours.yaml:5:11  F021"),
        ("council: M\nwords:\n  - wrod: x\n    why: y\n", "ours.yaml:3:5  F013"),
        ("council: M\nwords:\n  - word: x\n    offer: a\n", "ours.yaml:4:12  F015"),
        ("council: M\nallow: ['']\n", "ours.yaml:2:9  F014"),
        ("council: M\nwords: [\tx]\n", "ours.yaml:2"),
    ],
)
def test_that_a_fault_says_where_it_is(text: str, said: str) -> None:
    assert any(line.startswith(said) for line in faults(text)), faults(text)


def test_that_all_faults_are_said_and_each_is_a_sentence() -> None:
    said = faults("council: M\nwords:\n  - word: x\n  - word: x\n    kind: y\n")
    assert len(said) == 4
    assert all(line.endswith(".") for line in said)


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_that_any_file_is_read_or_refused_with_reasons(text: str) -> None:
    words, problems = read_word_list(text, "ours.yaml")
    assert (words is None) == bool(problems)
    assert all(line_of(problem) for problem in problems)


def test_that_the_programs_own_list_has_no_fault() -> None:
    words, problems = read_starter_list(paths.words() / "starter.yaml")
    assert [line_of(problem) for problem in problems] == []
    assert words is not None
    assert {term.kind for term in words.terms} == set(Kind)


def test_that_nothing_we_offer_is_itself_remarked_on() -> None:
    linter = Linter(Situation((STARTER,), 14))
    told_off = {Rule.JARGON, Rule.BLAME, Rule.SOFTENED_HARM, Rule.PASSIVE, Rule.ACRONYM}
    assert {
        (term.forms[0], offer, remark.words)
        for term in STARTER.terms
        for offer in term.offers
        for remark in linter.remarks(offer)
        if remark.rule in told_off
    } == set()


def test_that_what_is_offered_can_be_written_and_is_no_instruction() -> None:
    offers = {offer for term in STARTER.terms for offer in term.offers}
    assert {
        offer for offer in offers if offer.startswith(("say ", "explain ", "their name"))
    } == set()


def test_that_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    words, problems = read_starter_list(tmp_path / "none.yaml")
    assert words is None
    assert [problem.code for problem in problems] == ["F001"]


def test_that_words_of_others_are_those_of_the_manifest() -> None:
    home = paths.words()
    listed = json.loads((home / "manifest.json").read_text("utf-8"))["files"]
    there = {one.relative_to(home).as_posix() for one in (home / "en_GB").iterdir()}
    assert there == {entry["file"] for entry in listed}
    for entry in listed:
        content = (home / entry["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"], entry["file"]


def test_that_lists_are_told_apart_without_walking_through_them() -> None:
    assert WordList() != WordList()
    assert len({STARTER, STARTER}) == 1
