from collections.abc import Callable
from dataclasses import replace

import pytest
from document_text import headings_of, text_of_document
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_review import a_decision, a_record, material_of
from tree_texts import anchors, fixed_texts, persons_texts

from iro_desktop.documents.blocks import (
    Design,
    Document,
    Facts,
    Heading,
    ListItems,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Pictured,
    Quotation,
    Signature,
    Table,
    plain,
    text_of,
)
from iro_desktop.documents.easy_read import easy_read, in_style, words_and_pictures
from iro_desktop.documents.letter_to_child import build_letter
from iro_desktop.domain.reading import ReadingStyle
from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.programs_forms import programs_forms

FORM = programs_forms().get("cla-review", 1)
ENGLISH = Translator("en-GB")


def letter(language: str = "en-GB") -> Document:
    return build_letter(material_of(a_record(), FORM, language))


def lines(document: Document) -> list[str]:
    return [text_of(block.spans) for block in document.blocks if isinstance(block, Pictured)]


def test_that_the_easy_letter_reads_as_it_was_agreed(
    form: Form, golden: Callable[[str, str], None]
) -> None:
    made = easy_read(build_letter(material_of(a_record(), form)), ENGLISH)
    golden("letter_easy_read.txt", text_of_document(made))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_that_easy_read_says_every_word_of_the_letter_and_keeps_its_headings(
    language: str,
) -> None:
    tr = Translator(language)
    before, after = letter(language), easy_read(letter(language), tr)
    assert headings_of(after) == headings_of(before)
    told = "".join("".join(persons_texts(after)).split())
    for words in persons_texts(before):
        for line in words.splitlines():
            assert "".join(line.split()) in told
    quoted = [block for block in after.blocks if isinstance(block, Quotation)]
    assert [block.words for block in quoted] == [
        block.words for block in before.blocks if isinstance(block, Quotation)
    ]


def test_that_no_running_text_list_or_table_is_left_without_its_pictures() -> None:
    made = easy_read(letter(), ENGLISH)
    signature = next(n for n, block in enumerate(made.blocks) if isinstance(block, Signature))
    for number, block in enumerate(made.blocks[:signature]):
        assert not isinstance(block, (ListItems, Table, Facts))
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.BODY:
            assert number == signature - 1 or all(span.bold for span in block.spans)


def test_that_words_of_the_child_stand_beside_their_picture_with_who_heard_them_beneath() -> None:
    about = Paragraph(plain("About: health"), keep_with_next=True)
    told = Paragraph(plain("This is what you said."), keep_with_next=True)
    quoted = Quotation("I sleep well.", "You said this to Dana")
    document = Document("t", "en-GB", Design.LETTER, (about, quoted, told, quoted))
    named, first, led_in, second, _ = easy_read(document, ENGLISH).blocks
    assert isinstance(named, Paragraph)
    assert (text_of(named.spans), named.spans[0].bold) == ("About: health", True)
    assert first == replace(quoted, pictogram="health", description="A stethoscope")
    assert isinstance(led_in, Pictured)
    assert led_in.keep_with_next
    assert second == replace(quoted, pictogram="talk", description=led_in.description)


def test_that_the_page_for_the_adult_is_left_as_it_is() -> None:
    before, after = letter(), easy_read(letter(), ENGLISH)
    later = before.blocks[[type(block) for block in before.blocks].index(PageBreak) :]
    assert after.blocks[-len(later) :] == later


def test_that_a_promise_is_a_line_with_who_and_by_when_beneath_it() -> None:
    made = lines(easy_read(letter(), ENGLISH))
    first = made.index("1. You will have swimming lessons.")
    assert made[first + 1 : first + 3] == ["Who will do it: Dana Example", "By when: 31 May 2026"]


@settings(deadline=None, max_examples=40)
@given(
    decisions=st.lists(st.tuples(st.text(), st.text()), max_size=5, unique=True),
)
def test_that_each_promise_is_found_once_by_its_id(decisions: list[tuple[str, str]]) -> None:
    made = tuple(a_decision(what, told, n) for n, (what, told) in enumerate(decisions))
    record = replace(a_record(), decisions=made)
    document = easy_read(build_letter(material_of(record, FORM)), ENGLISH)
    assert anchors(document) == [f"decision-{one.id}" for one in made if not one.is_blank]


def test_that_no_glad_picture_stands_beside_what_did_not_happen() -> None:
    made = easy_read(letter(), ENGLISH)
    pictures = {
        text_of(block.spans): block.pictogram
        for block in made.blocks
        if isinstance(block, Pictured)
    }
    assert pictures["What happened: We kept this promise. It is red."] == "handshake"
    assert pictures["What happened: We did not keep this promise."] not in {"handshake", "happy"}
    assert pictures["I am sorry."] == "sad"


def test_that_two_short_sentences_share_a_picture_and_longer_ones_do_not() -> None:
    long = ["You are well.", f"You {'really ' * 12}grow."]
    texts = ("You are well. You grow fast. You eat.", " ".join(long))
    paragraphs = tuple(Paragraph(plain(text)) for text in texts)
    document = Document("t", "en-GB", Design.LETTER, paragraphs)
    made = lines(easy_read(document, ENGLISH))
    assert made == ["You are well. You grow fast.", "You eat.", *long]


@pytest.mark.parametrize(
    ("text", "pictogram"),
    [
        ("You are happy with Dana.", "happy"),
        ("You are not happy with Dana.", "talk"),
        ("You do not like your school.", "school"),
        ("You see your brother.", "family"),
        ("The dentist was pleased.", "health"),
        ("You may come in.", "talk"),
    ],
)
def test_that_a_picture_goes_with_what_is_said(text: str, pictogram: str) -> None:
    document = Document("t", "en-GB", Design.LETTER, (Heading(1, "x"), Paragraph(plain(text))))
    row = easy_read(document, ENGLISH).blocks[1]
    assert isinstance(row, Pictured)
    assert row.pictogram == pictogram
    assert row.description


def test_that_pictures_stand_beside_the_first_paragraph_of_a_part_alone() -> None:
    before, after = letter(), words_and_pictures(letter(), ENGLISH)
    assert len(after.blocks) == len(before.blocks) + 1
    waiting = False
    for old, new in zip(before.blocks, after.blocks, strict=False):
        if isinstance(old, Heading):
            waiting = True
        if isinstance(new, Pictured):
            assert waiting
            assert isinstance(old, Paragraph)
            assert new.spans == old.spans
            waiting = False
        else:
            assert new == old


@pytest.mark.parametrize("style", ReadingStyle)
def test_that_a_document_knows_its_style_and_names_where_its_pictures_are_from(
    style: ReadingStyle,
) -> None:
    made = in_style(letter(), style, ENGLISH)
    assert made.style is style
    has_pictures = any(isinstance(block, Pictured) for block in made.blocks)
    assert ("OpenMoji" in " ".join(fixed_texts(made))) is has_pictures
    assert has_pictures is (style in {ReadingStyle.EASY_READ, ReadingStyle.WORDS_AND_PICTURES})
