import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.answers import Answer
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.redaction import MARKS, Redaction, any_spelling_of
from iro_desktop.domain.withholding import (
    ConfidentialDetail,
    Reader,
    WithheldBecause,
    WithheldPassage,
)

CHILD, REVIEW = ChildId("made-up-child"), ReviewId("made-up-review")
THIRD_PARTY = MARKS[WithheldBecause.THIRD_PARTY]
ADDRESS = MARKS[WithheldBecause.CONFIDENTIAL_ADDRESS]
WORDS = st.text("abc XY1'-.\n", min_size=1, max_size=20).filter(
    lambda words: any(each.isalnum() for each in words)
)


def a_decision(what: str, words_for_child: str = "") -> Decision:
    return Decision(
        id=EntityId("decision"),
        child_id=CHILD,
        review_id=REVIEW,
        what=what,
        words_for_child=words_for_child,
        due_on=dt.date(2026, 5, 4),
    )


def a_passage(words: str, thing: str = "decision", field: str = "what") -> WithheldPassage:
    return WithheldPassage(
        id=EntityId(f"passage {thing} {field} {words}"),
        child_id=CHILD,
        review_id=REVIEW,
        thing=thing,
        field=field,
        words=words,
        because=WithheldBecause.THIRD_PARTY,
        kept_from=(Reader.PARENT,),
    )


def a_detail(words: str) -> ConfidentialDetail:
    return ConfidentialDetail(
        id=EntityId("detail"), child_id=CHILD, words=words, kept_from=(Reader.PARENT,)
    )


def test_that_a_passage_is_cut_where_it_was_marked_and_nowhere_else() -> None:
    decision = a_decision("Ask Ray to move out.", "We ask Ray to move out.")
    redaction = Redaction([a_passage("Ray to move out")], [])
    cut = redaction.of(decision)
    assert cut.what == f"Ask {THIRD_PARTY}."
    assert cut.words_for_child == decision.words_for_child
    assert cut.due_on == decision.due_on
    assert redaction.cuts == {WithheldBecause.THIRD_PARTY: 1}
    assert redaction.lost == ()


def test_that_a_whole_field_is_cut_where_no_words_are_named() -> None:
    cut = Redaction([a_passage("")], []).of(a_decision("All of it."))
    assert cut.what == THIRD_PARTY


def test_that_a_passage_is_found_again_though_its_spaces_changed() -> None:
    cut = Redaction([a_passage("hit  her\nbrother")], []).of(a_decision("He hit her brother, once"))
    assert cut.what == f"He {THIRD_PARTY}, once"


def test_that_a_passage_that_stands_there_no_longer_is_told() -> None:
    passage = a_passage("written before")
    redaction = Redaction([passage], [])
    assert redaction.of(a_decision("Written anew.")).what == "Written anew."
    assert redaction.lost == (passage,)


@pytest.mark.parametrize(
    "written",
    [
        "12 Elm Road, RG1 2AB",
        "12 ELM ROAD RG12AB",
        "12, Elm-Road\nRG1 2ab",
        "12 Elm Road  (RG1 2AB)",
    ],
)
def test_that_an_address_is_cut_however_it_is_written(written: str) -> None:
    cut = Redaction([], [a_detail("12 Elm Road, RG1 2AB")]).of(a_decision(f"Live at {written} now"))
    assert cut.what.replace(")", "") == f"Live at {ADDRESS} now"


@pytest.mark.parametrize("other", ["Joanna is well", "annual review", "Planning", "Ann1"])
def test_that_other_words_that_hold_the_letters_stay(other: str) -> None:
    assert Redaction([], [a_detail("Ann")]).of(a_decision(other)).what == other


def test_that_a_detail_is_cut_in_every_text_of_a_record_and_no_name_of_a_thing() -> None:
    answer = Answer(
        id=EntityId("elm"), child_id=CHILD, review_id=REVIEW, question="elm", value=("Elm", "oak")
    )
    cut = Redaction([], [a_detail("Elm")]).of((answer, a_decision("Elm")))
    assert cut[0].value == (ADDRESS, "oak")
    assert (cut[0].id, cut[0].question) == (answer.id, answer.question)
    assert cut[1].what == ADDRESS


def test_that_a_picture_kept_from_a_reader_is_gone_from_its_record() -> None:
    picture = KeptPicture(
        id=EntityId("picture"), child_id=CHILD, review_id=REVIEW, image="", description="Home"
    )
    redaction = Redaction([a_passage("", "picture", "image")], [])
    assert redaction.of((picture,)) == ()
    assert redaction.cuts == {WithheldBecause.THIRD_PARTY: 1}


@given(WORDS, st.text("abc XY1'-.\n", max_size=20), st.text("abc XY1'-.\n", max_size=20))
def test_that_nothing_of_a_detail_remains_whatever_stands_around_it(
    secret: str, before: str, after: str
) -> None:
    pattern = any_spelling_of(secret)
    assert pattern is not None
    cut = Redaction([], [a_detail(secret)]).of(a_decision(f"{before} {secret} {after}"))
    assert not pattern.search(cut.what)


@given(st.text(max_size=40))
def test_that_without_anything_to_keep_a_record_stays_as_it_is(words: str) -> None:
    decision = a_decision(words)
    assert Redaction([], []).of(decision) == decision
