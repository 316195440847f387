"""Remarks on a whole document, each at its block."""

import pytest

from iro_desktop.documents import blocks as b
from iro_desktop.plain_words.remarks import Rule
from iro_desktop.plain_words.situation import Situation
from iro_desktop.services.plain_documents import BlockPlace, Part, remarks_on_document
from iro_desktop.services.plain_words import starter_words

WREN = Situation((starter_words(),), 10, ("Wren",))


def a_document(*blocks: b.Block, language: str = "en-GB") -> b.Document:
    return b.Document("A letter", language, b.Design.LETTER, blocks)


def places(document: b.Document) -> list[tuple[BlockPlace, Rule, str]]:
    found = remarks_on_document(document, WREN)
    for one in found.remarks:
        assert one.text[one.remark.start : one.remark.end] == one.remark.words
    return [(one.place, one.remark.rule, one.remark.words) for one in found.remarks]


BAD = b.plain("Wren refused.")
SAID = [Rule.THIRD_PERSON, Rule.BLAME]


@pytest.mark.parametrize(
    ("block", "place"),
    [
        (b.Paragraph(BAD), BlockPlace(1)),
        (b.Pictured("home", "A house", BAD), BlockPlace(1)),
        (b.ListItems((b.plain("You are well."), BAD)), BlockPlace(1, Part.ITEM, 1)),
        (b.Table(BAD, ("a", "b"), ()), BlockPlace(1, Part.CAPTION)),
        (
            b.Table((), ("a", "b"), (b.Row(((), ())), b.Row((b.plain("Fine"), BAD)))),
            BlockPlace(1, Part.CELL, 1, 1),
        ),
        (b.Picture(b"", "A dog", BAD), BlockPlace(1, Part.CAPTION)),
        (b.WritingSpace(BAD, 3), BlockPlace(1)),
        (b.Choices(b.plain("What?"), (b.plain("a"), BAD)), BlockPlace(1, Part.ITEM, 1)),
    ],
)
def test_that_a_remark_says_at_which_block_and_where_in_it(
    block: b.Block, place: BlockPlace
) -> None:
    document = a_document(b.Paragraph(b.plain("You are\nwell.")), block)
    assert places(document) == [(place, SAID[0], "Wren"), (place, SAID[1], "refused")]


@pytest.mark.parametrize(
    "block",
    [
        b.Quotation("I refused contact, I did."),
        b.Scale("Is contact good?", "refused", "engaged", (), "Wren: 3"),
        b.Signature(("Wren refused.",)),
        b.Notice(BAD),
        b.Facts((("Placement", b.plain("C2")),)),
        b.Paragraph(BAD, b.ParagraphStyle.ADDRESS),
        b.PageBreak(),
    ],
)
def test_that_the_childs_words_and_bare_facts_are_left_alone(block: b.Block) -> None:
    assert places(a_document(block)) == []


def test_that_a_heading_may_name_the_child_and_not_use_jargon() -> None:
    assert places(a_document(b.Heading(1, "Wren’s contact"))) == [
        (BlockPlace(0), Rule.JARGON, "contact")
    ]


def test_that_a_word_explained_in_one_block_is_known_in_the_next() -> None:
    explained = b.Paragraph(b.plain("A solicitor is someone who knows the law."))
    used = b.Paragraph(b.plain("Your solicitor came."))
    assert places(a_document(explained, used)) == []
    assert [rule for _, rule, _ in places(a_document(used, explained))] == [Rule.HARD_WORD]


def test_that_what_a_person_wrote_is_told_from_the_documents_own_sentences() -> None:
    spans = (b.Span("You have contact. "), b.Span("You refused.", authored=True))
    found = remarks_on_document(a_document(b.Paragraph(spans)), WREN)
    assert [(one.remark.words, one.authored) for one in found.remarks] == [
        ("contact", False),
        ("refused", True),
    ]


def test_that_a_passage_in_another_language_is_left_alone() -> None:
    spans = (b.Span("You said: "), b.Span("contact refused", language="pl"), b.Span(" contact."))
    assert [words for *_, words in places(a_document(b.Paragraph(spans)))] == ["contact"]


def test_that_a_document_in_another_language_has_lengths_and_no_reading_age() -> None:
    polish = a_document(b.Paragraph(b.plain("Lubisz psa. Mieszkasz z Jo!")), language="pl")
    found = remarks_on_document(polish, WREN)
    assert (found.remarks, found.readability) == ((), None)
    assert (found.lengths.sentences, found.lengths.words) == (2, 5)


def test_that_a_document_in_english_has_figures_of_its_running_text() -> None:
    found = remarks_on_document(
        a_document(b.Heading(1, "Everything"), b.Paragraph(b.plain("You are well."))), WREN
    )
    assert found.readability is not None
    assert found.readability.words == 3


def test_that_a_certificate_may_say_whose_it_is() -> None:
    text = b.Paragraph(b.plain("Wren took part. Wren refused nothing."))
    certificate = b.Document("A certificate", "en-GB", b.Design.CERTIFICATE, (text,))
    assert [rule for _, rule, _ in places(certificate)] == [Rule.BLAME]


def test_that_the_page_for_the_adult_is_left_alone() -> None:
    later = b.Heading(2, "For when you are older", "when_older")
    document = a_document(b.Paragraph(BAD), later, b.Paragraph(BAD))
    assert {place.block for place, _, _ in places(document)} == {0}
