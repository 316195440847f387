import datetime as dt
from dataclasses import replace

import pytest

from iro_desktop.documents.blocks import Document, ListItems, Paragraph, Signature, text_of
from iro_desktop.documents.formats import Format
from iro_desktop.documents.invitation import (
    Invitation,
    build_childs_invitation,
    build_invitation,
)
from iro_desktop.documents.plain_text import write_text
from iro_desktop.documents.writers import write
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import Signatory
from iro_desktop.i18n import Translator
from iro_desktop.i18n.languages import MIRRORED, STRETCHED

CHILD = Child(
    id=ChildId("made-up-child"),
    number="MADEUP471108",
    date_of_birth=dt.date(2014, 2, 28),
    known_as="Zorbelina",
    family_name="Quillfeather",
    made_up=True,
)
REVIEW = Review(
    id=ReviewId("1a2b3c4d-made-up"),
    child_id=CHILD.id,
    planned_for=dt.date(2026, 5, 1),
    planned_at="Made-up Library",
    starts_at=dt.time(10, 30),
    lasts_minutes=45,
)
IRO = Signatory("Made-up Officer", "01632 960 001", "officer@example.org", "Madeupshire")
INVITATION = Invitation(
    CHILD, REVIEW, IRO, "1A2B3C4D", to="Ms Chalkdust", others=("Aunt Quillfeather",)
)
BUILDERS = (build_invitation, build_childs_invitation)


def words(document: Document) -> str:
    return write_text(document)


@pytest.mark.parametrize("build", BUILDERS)
def test_that_it_says_when_where_and_who_asks(build: object) -> None:
    text = words(build(INVITATION, Translator()))  # type: ignore[operator]  # one of BUILDERS
    for said in (
        *("Day: Friday 1 May 2026", "10:30", "45 minutes", "Place: Made-up Library"),
        *("Made-up Officer", "01632 960 001", "officer@example.org", "Madeupshire"),
    ):
        assert said in text


def test_that_an_adults_names_no_child_unless_that_was_chosen() -> None:
    hidden = words(build_invitation(replace(INVITATION, others=()), Translator()))
    assert "1A2B3C4D" in hidden
    for secret in (CHILD.known_as, CHILD.family_name, CHILD.number):
        assert secret not in hidden
    named = words(build_invitation(replace(INVITATION, named=True, others=()), Translator()))
    assert "Zorbelina’s review" in named
    assert CHILD.family_name not in named
    assert CHILD.number not in named


@pytest.mark.parametrize("build", BUILDERS)
def test_that_who_else_comes_is_said_only_where_the_child_agreed(build: object) -> None:
    told = build(INVITATION, Translator())  # type: ignore[operator]  # one of BUILDERS
    kept = build(replace(INVITATION, others=()), Translator())  # type: ignore[operator]
    assert "Aunt Quillfeather" in words(told)
    assert "Aunt Quillfeather" not in words(kept)


@pytest.mark.parametrize("build", BUILDERS)
def test_that_no_page_holds_the_name_of_the_sender_alone(build: object) -> None:
    *_, last, farewell, signature = build(INVITATION, Translator()).blocks  # type: ignore[operator]
    assert isinstance(signature, Signature)
    assert all(isinstance(one, Paragraph) and one.keep_with_next for one in (last, farewell))


@pytest.mark.parametrize("born", [2021, 2016, 2010])
def test_that_a_child_of_any_age_is_asked_and_not_told(born: int) -> None:
    child = replace(CHILD, date_of_birth=dt.date(born, 1, 1))
    document = build_childs_invitation(replace(INVITATION, child=child), Translator())
    assert "You do not have to come." in words(document)
    ways = next(block for block in document.blocks if isinstance(block, ListItems))
    assert len(ways.items) > 3
    assert "1A2B3C4D" not in words(document)


def test_that_a_young_child_reads_short_sentences() -> None:
    young = replace(CHILD, date_of_birth=dt.date(2020, 1, 1))
    document = build_childs_invitation(replace(INVITATION, child=young), Translator())
    ways = next(block for block in document.blocks if isinstance(block, ListItems))
    assert max(len(text_of(way).split()) for way in ways.items) <= 12


@pytest.mark.parametrize("build", BUILDERS)
def test_that_what_is_not_known_yet_is_promised_and_nothing_is_made_up(build: object) -> None:
    review = replace(REVIEW, planned_for=None, planned_at=" ", starts_at=None)
    nobody = Signatory("")
    document = build(  # type: ignore[operator]  # one of BUILDERS
        replace(INVITATION, review=review, iro=nobody, to=""), Translator()
    )
    text = words(document)
    assert "Day: I will tell you the day." in text
    assert "Time: I will tell you the time." in text
    assert "Place: I will tell you where." in text
    assert "Hello," in text
    assert "None" not in text


@pytest.mark.parametrize("build", BUILDERS)
@pytest.mark.parametrize("language", ["en-GB", STRETCHED, MIRRORED])
@pytest.mark.parametrize("file_format", Format)
def test_that_it_can_be_written_in_every_format_and_direction(
    build: object, language: str, file_format: Format
) -> None:
    document = build(INVITATION, Translator(language))  # type: ignore[operator]  # one of BUILDERS
    assert document.made_up
    assert write(document, file_format).missing_characters == frozenset()
