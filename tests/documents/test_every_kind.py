"""What is true of a document of any kind."""

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest
from document_text import headings_of, rows_of, text_of_document
from made_up_material import FORM, a_material, a_whole_record, written_for
from made_up_review import KEPT_FROM_OTHERS, NUMBER

from iro_desktop.documents.blocks import Document, Heading, Picture, Quotation, Span, Table
from iro_desktop.documents.kind_words import kind_of_document
from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.documents.material import Material
from iro_desktop.documents.written_parts import unwritten, written_parts
from iro_desktop.domain.child import Child
from iro_desktop.domain.copies import FOR_THE_CHILD, usual_reader
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.domain.withholding import Reader
from iro_desktop.i18n.languages import LANGUAGES, STRETCHED
from iro_desktop.i18n.translator import Translator

EVERY = tuple(DocumentKind)
FOR_A_CHILD = tuple(kind for kind in EVERY if kind in FOR_THE_CHILD)
HOLD_THE_DECISIONS = (
    DocumentKind.SECURE_REPORT,
    DocumentKind.DISRUPTION_REPORT,
    DocumentKind.COURT_VIEW,
    DocumentKind.READ_AT_25,
)


def built(material: Material, kind: DocumentKind) -> Document:
    return BUILDERS[kind](material)


def spans_in(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from spans_in(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))


def an_empty_record() -> ReviewRecord:
    record = a_whole_record()
    child = Child(id=record.child.id, number=NUMBER, date_of_birth=dt.date(2015, 8, 30))
    return ReviewRecord(
        child=child, review=Review(id=record.review.id, child_id=child.id), iro=Signatory("")
    )


@pytest.mark.parametrize("kind", EVERY)
def test_that_each_has_a_builder_a_name_a_usual_reader_and_its_written_parts(
    kind: DocumentKind,
) -> None:
    assert kind in BUILDERS
    assert kind_of_document(kind, Translator())
    assert usual_reader(kind) in Reader
    parts = written_parts(kind, Translator())
    assert len({part.id for part in parts}) == len(parts)
    assert all(part.heading and part.hint for part in parts)
    assert set(unwritten(kind, {})) == {part.id for part in parts if part.is_required}
    assert not unwritten(kind, written_for(kind))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("kind", EVERY)
def test_that_an_empty_record_makes_a_whole_document(kind: DocumentKind, language: str) -> None:
    tr = Translator(language)
    for record in (an_empty_record(), a_whole_record()):
        for draft in (False, True):
            material = Material(
                record=record, form=FORM, tr=tr, reader=usual_reader(kind), draft=draft
            )
            document = built(material, kind)
            levels = [block.level for block in document.blocks if isinstance(block, Heading)]
            assert levels[0] == 1
            assert 1 not in levels[1:]
            assert all(later <= before + 1 for before, later in itertools.pairwise(levels))
            assert "None" not in text_of_document(document)
            assert document.language == language
            for table in (block for block in document.blocks if isinstance(block, Table)):
                assert {len(row.cells) for row in table.rows} == {len(table.header)}
                assert len(table.widths) in {0, len(table.header)}


@pytest.mark.parametrize("kind", EVERY)
def test_that_no_words_stand_in_it_that_the_child_did_not_share(kind: DocumentKind) -> None:
    text = text_of_document(built(a_material(kind), kind))
    for words in (*KEPT_FROM_OTHERS, "not to be printed"):
        assert words not in text


@pytest.mark.parametrize("kind", FOR_A_CHILD)
def test_that_the_councils_number_stands_in_nothing_for_the_child(kind: DocumentKind) -> None:
    assert NUMBER not in repr(built(a_material(kind), kind))


@pytest.mark.parametrize("kind", HOLD_THE_DECISIONS)
def test_that_nor_does_it_in_a_childs_copy_of_a_report(kind: DocumentKind) -> None:
    material = replace(a_material(kind), reader=Reader.CHILD)
    assert NUMBER not in repr(built(material, kind))


@pytest.mark.parametrize("kind", EVERY)
def test_that_what_the_iro_wrote_stands_in_it_once_and_is_known_as_theirs(
    kind: DocumentKind,
) -> None:
    material = a_material(kind)
    spans = list(spans_in(built(material, kind)))
    for words in material.texts.values():
        held = [span for span in spans if words in span.text]
        assert len(held) == 1, words
        assert held[0].authored, words


@pytest.mark.parametrize("kind", EVERY)
def test_that_no_fixed_phrase_passes_for_a_persons_own(kind: DocumentKind) -> None:
    """Stretched English marks each text of a catalogue; names, days and codes are no one's text."""
    stretched = built(a_material(kind, Translator(STRETCHED)), kind)
    for span in spans_in(stretched):
        assert not (span.authored and span.text.startswith("[")), span


@pytest.mark.parametrize("kind", EVERY)
def test_that_a_required_part_says_so_in_a_draft_and_is_left_out_otherwise(
    kind: DocumentKind,
) -> None:
    required = [part for part in written_parts(kind, Translator()) if part.is_required]
    material = replace(a_material(kind), texts={})
    draft = text_of_document(built(replace(material, draft=True), kind))
    final = text_of_document(built(material, kind))
    assert draft.count("Nothing written yet.") == len(required)
    assert "Nothing written yet." not in final


@pytest.mark.parametrize("kind", HOLD_THE_DECISIONS)
def test_that_every_decision_stands_in_a_report_once_by_its_id(kind: DocumentKind) -> None:
    material = a_material(kind)
    anchors = [row.anchor for row in rows_of(built(material, kind)) if row.anchor]
    assert len(anchors) == len(set(anchors))
    written = [one for one in material.record.decisions if not one.is_blank]
    assert {f"decision-{one.id}" for one in written} <= set(anchors)


@pytest.mark.parametrize("kind", EVERY)
def test_that_it_is_known_as_made_up_and_says_who_wrote_it(kind: DocumentKind) -> None:
    document = built(a_material(kind), kind)
    assert document.made_up
    assert document.author == "Avery Example"
    assert NUMBER not in document.running_title
    assert "Wren" not in document.running_title


def test_that_an_invitation_of_an_adult_names_no_child_unless_that_was_chosen() -> None:
    material = a_material(DocumentKind.INVITATION)
    for_others = repr(built(material, DocumentKind.INVITATION))
    assert "Wren" not in for_others
    named = repr(built(replace(material, names_child=True), DocumentKind.INVITATION))
    assert "Wren’s review" in named
    assert "Made-up" not in named


@pytest.mark.parametrize("kind", [DocumentKind.RESOLUTION, DocumentKind.MEET_YOUR_IRO])
def test_that_what_may_lie_on_a_desk_names_no_child(kind: DocumentKind) -> None:
    assert "Wren" not in repr(built(a_material(kind), kind))


@pytest.mark.parametrize("born", [2020, 2015, 2010])
@pytest.mark.parametrize(
    "kind",
    [
        DocumentKind.CONSULTATION,
        DocumentKind.MEET_YOUR_IRO,
        DocumentKind.INTRODUCTION,
        DocumentKind.GOODBYE,
    ],
)
def test_that_a_child_of_any_age_is_spoken_to_in_sentences_they_can_read(
    kind: DocumentKind, born: int
) -> None:
    record = a_whole_record()
    record = replace(record, child=replace(record.child, date_of_birth=dt.date(born, 1, 1)))
    material = replace(a_material(kind, record=record), texts={})
    longest = {2020: 14, 2015: 22, 2010: 30}[born]
    document = built(material, kind)
    for block in document.blocks:
        if not isinstance(block, Table | Quotation | Picture):
            for span in spans_in(block):
                for sentence in span.text.replace("?", ".").split("."):
                    assert len(sentence.split()) <= longest, sentence


def test_that_a_secure_report_is_signed_by_the_panels_chair_and_warns_of_a_bad_panel() -> None:
    kind = DocumentKind.SECURE_REPORT
    material = a_material(kind)
    lawful = text_of_document(built(replace(material, draft=True), kind))
    assert "Robin Example\nChair of the panel" in lawful
    assert "may not sit" not in lawful
    two = replace(material, panel=material.panel[:2], draft=True)
    assert "may not sit" in text_of_document(built(two, kind))
    final = replace(two, draft=False)
    assert "may not sit" not in text_of_document(built(final, kind))


@pytest.mark.parametrize("kind", [DocumentKind.DISRUPTION_REPORT, DocumentKind.COURT_VIEW])
def test_that_the_law_of_one_kind_of_review_is_never_said_of_another(kind: DocumentKind) -> None:
    record = a_whole_record()
    beside = replace(record, review=replace(record.review, kind=ReviewKind.DISRUPTION))
    assert "reg 33(2)" in text_of_document(built(a_material(kind), kind))
    assert "reg 33(2)" not in text_of_document(built(a_material(kind, record=beside), kind))


def test_that_a_resolution_letter_says_by_when_and_without_a_day_how_long() -> None:
    kind = DocumentKind.RESOLUTION
    material = a_material(kind)
    with_day = text_of_document(built(material, kind))
    assert "I raised this formally on 11 May 2026." in with_day
    assert "It is to be resolved by Tuesday 9 June 2026." in with_day
    without = text_of_document(built(replace(material, resolution=None), kind))
    assert "no more than 20 working days" in without


def test_that_a_goodbye_holds_the_promises_that_are_still_open() -> None:
    kind = DocumentKind.GOODBYE
    record = a_whole_record()
    before = replace(record, decisions=())
    text = text_of_document(built(a_material(kind, record=before), kind))
    assert "You will visit your old school." in text
    assert "You will get a bike." not in text
    nothing = replace(before, last_decisions=())
    headings = headings_of(built(a_material(kind, record=nothing), kind))
    assert "Our promises to you" not in headings
