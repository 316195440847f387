from itertools import product

import pytest

from iro_desktop.i18n import Translator
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.services import faults
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for

FAULTS = sorted(KnownFault.__subclasses__(), key=lambda kind: kind.__name__)
DATA = {
    "wait": "30",
    "least": "12",
    "what": "the letter",
    "backup": "store.bak",
    "kind": "review",
    "name": "{name}",
    "count": "3",
    "why": "it is {why}",
    "code": "xx",
    "known": "en-GB",
}
ENGLISH = Translator()
ANYTHING = words_for(KnownFault(), ENGLISH)


def test_that_faults_are_declared_in_one_place() -> None:
    assert {kind.__module__ for kind in FAULTS} == {faults.__name__}


@pytest.mark.parametrize("kind", FAULTS)
def test_that_every_fault_has_a_sentence_and_a_next_step_of_its_own(
    kind: type[KnownFault],
) -> None:
    words = words_for(kind(**DATA), ENGLISH)
    assert words.sentence.endswith(".") or words.sentence.endswith(":")
    assert words.next_step.endswith(".")
    assert words != ANYTHING
    assert str(words) == f"{words.sentence} {words.next_step}"


def test_that_no_two_faults_say_the_same() -> None:
    said = [words_for(kind(**DATA), ENGLISH).sentence for kind in FAULTS]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_that_a_fault_raised_with_less_than_it_should_say_still_has_words(code: str) -> None:
    translator = Translator(code)
    for kind, data in product(FAULTS, ({}, {"name": "x"}, {"surprise": "y"})):
        assert "{" not in str(words_for(kind(**data), translator)), (kind, data)


def test_that_what_a_fault_names_is_never_taken_for_a_field() -> None:
    said = words_for(faults.NoSuchThing(kind="review", name="{kind} {0}"), ENGLISH).sentence
    assert said == "There is no review called {kind} {0}."


def test_that_a_missing_file_is_not_looked_for_among_the_children() -> None:
    for kind in ("file", "file or folder"):
        words = words_for(faults.NoSuchThing(kind=kind, name="a.csv"), ENGLISH)
        assert "iro-desktop children" not in str(words)


def test_that_a_fault_shows_no_data_of_its_own_accord() -> None:
    fault = faults.NoSuchThing(kind="child", name="Zorbelina")
    assert "Zorbelina" not in str(fault)
    assert "Zorbelina" not in repr(fault)
