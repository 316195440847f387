"""Letter, minutes, sheet and easy read hold the same decisions, each once, by id."""

import datetime as dt
from dataclasses import replace

import pytest
from document_text import text_of_document
from made_up_review import a_record, a_view, material_of
from rich_review import a_picture
from tree_texts import anchors

from iro_desktop.documents.age_bands import AgeBand
from iro_desktop.documents.blocks import Document, Picture
from iro_desktop.documents.easy_read import in_style
from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.services.programs_forms import programs_forms

FORM = programs_forms().get("cla-review", 1)
HOLD_DECISIONS = (
    DocumentKind.LETTER,
    DocumentKind.MINUTES,
    DocumentKind.DECISIONS,
    DocumentKind.CARE_LEAVER_LETTER,
)
SHOW_PICTURES = {
    DocumentKind.LETTER,
    DocumentKind.MINUTES,
    DocumentKind.CARE_LEAVER_LETTER,
    DocumentKind.READ_AT_25,
}
BORN = {AgeBand.YOUNG: 2022, AgeBand.MIDDLE: 2016, AgeBand.OLDER: 2009}
STYLES = (ReadingStyle.STANDARD, ReadingStyle.EASY_READ, ReadingStyle.WORDS_AND_PICTURES)


def renderings(record: ReviewRecord, kind: DocumentKind) -> list[Document]:
    return [
        in_style(BUILDERS[kind](made), style, made.tr)
        for length in Length
        for style in STYLES
        for made in [material_of(record, FORM, length=length)]
    ]


def aged(band: AgeBand) -> ReviewRecord:
    record = a_record()
    born = dt.date(BORN[band], 1, 15)
    return replace(record, child=replace(record.child, date_of_birth=born))


@pytest.mark.parametrize("band", AgeBand)
@pytest.mark.parametrize("kind", HOLD_DECISIONS)
def test_that_each_decision_stands_once_in_each_rendering_at_every_age(
    kind: DocumentKind, band: AgeBand
) -> None:
    record = aged(band)
    expected = [f"decision-{one.id}" for one in record.decisions if not one.is_blank]
    for document in renderings(record, kind):
        assert anchors(document) == expected
        text = text_of_document(document)
        assert all(one.reference in text for one in record.decisions if not one.is_blank)


@pytest.mark.parametrize("kind", DocumentKind)
def test_that_no_view_and_no_picture_that_is_not_shared_stands_anywhere(kind: DocumentKind) -> None:
    shared, *others = [
        (sharing, f"{sharing.value} thistledown")
        for sharing in sorted(Sharing, key=lambda one: one is not Sharing.EVERYONE)
    ]
    everything = (shared, *others)
    record = replace(
        a_record(),
        views=tuple(a_view(words, sharing, n) for n, (sharing, words) in enumerate(everything)),
        pictures=tuple(
            a_picture(f"picture {words}", sharing, n)
            for n, (sharing, words) in enumerate(everything)
        ),
    )
    seen = set()
    for document in renderings(record, kind):
        text = text_of_document(document)
        assert [words for _, words in others if words in text] == []
        pictures = [block for block in document.blocks if isinstance(block, Picture)]
        assert all(picture.image.startswith(b"\x89PNG") for picture in pictures)
        seen |= {picture.description for picture in pictures}
    assert seen == ({f"picture {shared[1]}"} if kind in SHOW_PICTURES else set())


@pytest.mark.parametrize("band", AgeBand)
def test_that_a_short_letter_holds_what_matters_most_and_says_that_there_is_more(
    band: AgeBand,
) -> None:
    record = aged(band)
    full, short = (
        text_of_document(BUILDERS[DocumentKind.LETTER](material_of(record, FORM, length=length)))
        for length in (Length.FULL, Length.SHORT)
    )
    for kept in (
        "Dear Wren,",
        "I wanna stay here til Im 18.",
        "You will have swimming lessons.",
        "Why it could not happen: Dana wants you to be eleven first.",
        "Our next meeting is on 26 October 2026.",
        "01632 960001",
    ):
        assert kept in short
        assert kept in full
    for left_out in ("Who came to your meeting?", "Did we keep our promises?", "older"):
        assert left_out not in short
    assert "short letter" in short
    assert len(short) < len(full) / 2
