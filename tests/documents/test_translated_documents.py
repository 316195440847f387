"""A person's own texts are found in a document, and stand in it in its language once translated."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import pytest
from document_samples import any_document, everything
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Facts,
    Heading,
    Notice,
    Paragraph,
    Picture,
    Quotation,
    Scale,
    Span,
    Table,
    authored,
    plain,
    text_of,
)
from iro_desktop.documents.other_languages import untranslated
from iro_desktop.documents.translating import key_of, segment_of, segments, translated
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.translations import TranslatedText
from iro_desktop.i18n.translator import Translator

POLISH = Translator("pl")


def a_document(*blocks: Block, language: str = "pl") -> Document:
    return Document("A letter", language, Design.LETTER, (Heading(1, "A letter"), *blocks))


def by_translator(
    *pairs: tuple[str, str], name: str = "A made-up translator"
) -> dict[str, TranslatedText]:
    return {key_of(source): a_text(source, target, name) for source, target in pairs}


def a_text(source: str, target: str, name: str = "A made-up translator") -> TranslatedText:
    return TranslatedText(
        id=EntityId(source),
        child_id=ChildId("child"),
        review_id=ReviewId("review"),
        language="pl",
        source=source,
        target=target,
        translator=name,
        translated_on=dt.date(2026, 11, 20),
    )


def all_of(found: Iterable[str]) -> dict[str, TranslatedText]:
    return by_translator(*((source, f"[{source}]") for source in found))


def test_that_authored_texts_are_found_in_order_with_their_headings() -> None:
    document = a_document(
        Paragraph((Span("You asked: "), Span("more football", authored=True))),
        Heading(2, "What you said"),
        Quotation("I like Rex", "You said this"),
        Table(authored("How is home?"), ("Who",), ()),
        Scale("How is home?", "Bad", "Good", (), "A line", authored=True),
        Facts((("Team", plain("North")), ("Place", authored("At school")))),
    )
    assert [(one.text, one.place) for one in segments(document)] == [
        ("more football", "A letter"),
        ("I like Rex", "What you said"),
        ("How is home?", "What you said"),
        ("Bad", "What you said"),
        ("Good", "What you said"),
        ("At school", "What you said"),
    ]


def test_that_the_same_text_is_the_same_segment_anywhere() -> None:
    assert segment_of("Rex ", "Here").id == segment_of("Rex", "There").id
    assert segment_of("Rex").id != segment_of("Max").id


def test_that_numbers_alone_and_texts_in_the_language_already_need_no_translator() -> None:
    document = a_document(
        Paragraph(authored("7")),
        Paragraph((Span("Lubię to", language="pl", authored=True),)),
        Quotation("Lubię Reksa", language="pl"),
    )
    assert segments(document, "pl") == ()
    done, missing = translated(document, {}, POLISH)
    assert missing == ()
    assert done == document


def test_that_what_is_translated_stands_in_the_documents_language() -> None:
    document = a_document(Paragraph((Span("Zdanie: "), Span(" more football ", authored=True))))
    done, missing = translated(document, by_translator(("more football", "piłka")), POLISH)
    assert missing == ()
    paragraph = done.blocks[1]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.spans[1] == Span(" piłka ", authored=True)


def test_that_what_is_not_translated_stays_and_is_tagged_as_english() -> None:
    document = a_document(Paragraph(authored("more football")), Paragraph(authored("a dog")))
    done, missing = translated(document, by_translator(("a dog", "pies")), POLISH)
    assert missing == ("more football",)
    assert done.blocks[2] == Paragraph((Span("more football", language="en-GB", authored=True),))
    assert untranslated(done) == missing


def test_that_a_childs_words_stay_with_the_translation_below() -> None:
    document = a_document(Quotation("I like Rex", "Powiedziane"))
    done, _ = translated(document, by_translator(("I like Rex", "Lubię Reksa")), POLISH)
    assert done.blocks[1] == Quotation("I like Rex", "Powiedziane", "en-GB", "Lubię Reksa")
    undone, missing = translated(document, {}, POLISH)
    assert undone.blocks[2] == Quotation("I like Rex", "Powiedziane", "en-GB")
    assert untranslated(undone) == missing == ("I like Rex",)


def test_that_a_scale_is_in_one_language() -> None:
    scale = Scale("How is home?", "Bad", "Good", (), "Linia", authored=True)
    texts = by_translator(("How is home?", "Jak w domu?"), ("Bad", "Źle"), ("Good", "Dobrze"))
    done, missing = translated(a_document(scale), texts, POLISH)
    assert missing == ()
    assert done.blocks[1] == replace(
        scale, question="Jak w domu?", meaning_of_0="Źle", meaning_of_10="Dobrze"
    )
    del texts["Bad"]
    undone, missing = translated(a_document(scale), texts, POLISH)
    assert missing == ("Bad",)
    assert undone.blocks[2] == replace(scale, language="en-GB")
    assert untranslated(undone)


def test_that_a_scale_of_the_catalogues_is_left_alone() -> None:
    scale = Scale("Jak w domu?", "Źle", "Dobrze", (), "Linia")
    assert translated(a_document(scale), {}, POLISH) == (a_document(scale), ())


def test_that_a_drawing_is_described_in_the_language_too() -> None:
    picture = Picture(b"", "A dog", authored("A dog"))
    done, _ = translated(a_document(picture), by_translator(("A dog", "Pies")), POLISH)
    assert done.blocks[1] == Picture(b"", "Pies", (Span("Pies", authored=True),))


def test_that_a_document_says_who_translated_it_and_when() -> None:
    document = a_document(Paragraph(authored("one text")), Paragraph(authored("and two")))
    texts = {**by_translator(("one text", "a")), **by_translator(("and two", "b"), name="Another")}
    done, _ = translated(document, texts, POLISH)
    last = [text_of(block.spans) for block in done.blocks[-2:] if isinstance(block, Paragraph)]
    assert ["A made-up translator" in last[0], "Another" in last[1]] == [True, True]
    assert all("20 listopada 2026" in said for said in last)


def test_that_a_document_with_parts_in_english_says_so_beneath_its_title() -> None:
    done, _ = translated(a_document(Paragraph(authored("a text"))), {}, POLISH)
    assert isinstance(done.blocks[0], Heading)
    assert isinstance(done.blocks[1], Notice)


@pytest.mark.parametrize("language", ["en-GB", "en-XA", "ar-XB"])
def test_that_a_document_in_english_passes_unchanged(language: str) -> None:
    document = replace(everything(Design.LETTER), language=language)
    assert translated(document, {}, Translator(language)) == (document, ())


@given(any_document(), st.sampled_from(("pl", "ur", "cy")))
def test_that_nothing_is_missing_once_every_segment_is_translated(
    document: Document, language: str
) -> None:
    say = Translator(language)
    whole = replace(document, language=language)
    found = [one.text for one in segments(whole, language)]
    _, missing = translated(whole, {}, say)
    assert set(missing) <= set(found)
    done, missing = translated(whole, all_of(found), say)
    assert missing == ()
    assert not [one for one in untranslated(done) if key_of(one) in found]


@given(any_document())
def test_that_what_goes_out_can_be_written_anywhere_and_is_there_once(document: Document) -> None:
    found = segments(document)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.text == key_of(one.text)
        assert one == segment_of(one.text, one.place)
