import pytest
from document_samples import A_PICTURE, a_document
from spoken_documents import ADDRESS, document_in, every_block
from spoken_samples import SAMPLES
from tagged_reading import Tagged, artifacts, read

from iro_desktop.documents.blocks import (
    Block,
    Choices,
    Design,
    Facts,
    Heading,
    ListItems,
    Notice,
    Paragraph,
    Picture,
    Pictured,
    Quotation,
    Row,
    Scale,
    Signature,
    Span,
    Table,
    Timeline,
    WritingSpace,
    facts,
    plain,
    text_of,
)
from iro_desktop.documents.pdf import write_pdf
from iro_desktop.domain.reading import ReadingStyle


def read_back(*blocks: Block, language: str = "en-GB") -> Tagged:
    return read(write_pdf(document_in(language, *blocks))[0])


def outline(element: Tagged) -> list[object]:
    """Tags as they stand in each other."""
    return [element.tag, *map(outline, element.kids)] if element.kids else [element.tag]


# One case for each kind of block.
def words_of(block: Block) -> list[str]:  # noqa: C901, PLR0911, PLR0912
    """What is read aloud of a block, piece by piece."""
    match block:
        case Heading() as heading:
            return [heading.text]
        case Paragraph() | Notice() as text:
            return [text_of(text.spans)]
        case Quotation() as said:
            return [part for part in (said.words, said.translation, said.source) if part]
        case ListItems() as listed:
            marks = [f"{number}." if listed.numbered else "•" for number in range(1, 9)]
            items = zip(marks, listed.items, strict=False)
            return [part for mark, item in items for part in (mark, text_of(item))]
        case Choices() as choices:
            boxes = [part for item in choices.items for part in ("☐", text_of(item))]
            return [text_of(choices.prompt), *boxes]
        case Facts() as terms:
            return [part for label, value in terms.items for part in (label, text_of(value))]
        case Table() as table:
            cells = [text_of(cell) for row in table.rows for cell in row.cells]
            return [text_of(table.caption), *table.header, *cells]
        case Scale() as scale:
            return [scale.question, scale.description]
        case Timeline() as timeline:
            return [timeline.description]
        case Picture() as picture:
            return [picture.description, text_of(picture.caption)]
        case Pictured() as pictured:
            return [pictured.description, text_of(pictured.spans)]
        case WritingSpace() as space:
            return [text_of(space.prompt)]
        case Signature() as signature:
            return [*signature.lines]
        case _:
            return []


SAID = frozenset({"P", "Lbl", "Figure", *(f"H{level}" for level in range(1, 7))})


@pytest.mark.parametrize("language", SAMPLES)
def test_that_what_is_read_aloud_is_what_was_written_in_its_order(language: str) -> None:
    blocks = every_block(language)
    said = [each.said for each in read_back(*blocks, language=language).walk() if each.tag in SAID]
    assert said == [words for block in blocks for words in words_of(block)]


def test_that_no_words_are_glued_together_where_a_line_ends() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    document = read_back(Paragraph(plain(words)), Paragraph(plain("one\ntwo\nthree")))
    assert [element.said for element in document.kids] == [words, "one two three"]


def test_that_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    words = "Words that fill more than a page. " * 120
    document = read_back(Paragraph(plain(words.strip())))
    assert [element.tag for element in document.kids] == ["P"]
    assert document.kids[0].said == words.strip()


def test_that_headings_have_their_levels() -> None:
    headings = [Heading(level, f"Level {level}") for level in range(1, 8)]
    tags = [element.tag for element in read_back(*headings).kids]
    assert tags == ["H1", "H2", "H3", "H4", "H5", "H6", "H6"]


def test_that_a_quotation_holds_its_words_their_translation_and_who_said_them() -> None:
    quotation = Quotation("Tęsknię za domem.", "Made-up child", "pl", "I miss home.")
    (quoted,) = read_back(quotation).kids
    assert outline(quoted) == ["BlockQuote", ["P"], ["P"], ["P"]]
    assert [(each.said, each.language) for each in quoted.kids] == [
        ("Tęsknię za domem.", "pl"),
        ("I miss home.", ""),
        ("Made-up child", ""),
    ]


@pytest.mark.parametrize(("numbered", "label"), [(True, "1."), (False, "•")])
def test_that_a_list_says_its_marks_and_its_items(*, numbered: bool, label: str) -> None:
    (items,) = read_back(ListItems((plain("First"), plain("Second")), numbered=numbered)).kids
    item = ["LI", ["Lbl"], ["LBody", ["P"]]]
    assert outline(items) == ["L", item, item]
    assert items.kids[0].kids[0].said == label
    assert str(items.attributes["ListNumbering"]) == ("/Decimal" if numbered else "/Disc")


def test_that_facts_are_a_list_of_terms_with_what_they_mean() -> None:
    (terms,) = read_back(facts(("Name", plain("Amira")), ("Age", plain("12")))).kids
    said = [[part.said for part in item.kids] for item in terms.kids]
    assert said == [["Name", "Amira"], ["Age", "12"]]


def test_that_choices_are_a_list_of_boxes() -> None:
    prompt, boxes = read_back(Choices(plain("Which?"), (plain("One"), plain("Two")))).kids
    assert prompt.said == "Which?"
    assert [item.said for item in boxes.kids] == ["☐One", "☐Two"]


ROWS = tuple(Row((plain(f"Name {number}"), plain(f"What {number}"))) for number in range(90))


def test_that_a_table_has_a_caption_a_head_and_heads_of_rows() -> None:
    (table,) = read_back(Table(plain("Caption"), ("Who", "What"), ROWS[:2])).kids
    cell = ["P"]
    row = ["TR", ["TH", cell], ["TD", cell]]
    head = ["THead", ["TR", ["TH", cell], ["TH", cell]]]
    assert outline(table) == ["Table", ["Caption", cell], head, ["TBody", row, row]]
    scopes = [str(each.attributes["Scope"]) for each in table.all("TH")]
    assert scopes == ["/Column", "/Column", "/Row", "/Row"]


def test_that_the_head_of_a_long_table_is_read_once_and_seen_on_each_page() -> None:
    data = write_pdf(document_in("en-GB", Table((), ("Who", "Does what"), ROWS)))[0]
    (table,) = read(data).kids
    assert table.said.count("Does what") == 1
    assert sum("Does what" in text for text in artifacts(data)) >= 2


def test_that_a_cell_over_two_pages_is_one_cell() -> None:
    words = "word " * 3000 + "end"
    (table,) = read_back(Table((), ("One", "Two"), (Row((plain("1"), plain(words))),))).kids
    assert [cell.said for cell in table.all("TD")] == [words]


def test_that_an_empty_cell_keeps_its_column() -> None:
    (table,) = read_back(Table((), ("One", "Two"), (Row(((), plain("second"))),))).kids
    assert [cell.said for cell in table.all("TBody")[0].kids[0].kids] == ["", "second"]


def test_that_a_picture_is_described_and_says_where_it_stands() -> None:
    figure, caption = read_back(Picture(A_PICTURE, "A dog", plain("Drawn by Amira"), 0.5)).kids
    assert (figure.tag, figure.said, caption.said) == ("Figure", "A dog", "Drawn by Amira")
    left, bottom, right, top = map(float, figure.attributes["BBox"])  # type: ignore[call-overload]
    assert 0 < left < right < 595
    assert 0 < bottom < top < 842


def test_that_a_picture_that_nothing_is_said_of_is_passed_over() -> None:
    assert read_back(Picture(A_PICTURE, " "), Paragraph(plain("After"))).said == "After"


def test_that_a_pictogram_comes_before_its_sentence() -> None:
    figure, sentence = read_back(
        Pictured("people-meeting", "People at a table", plain("We met."))
    ).kids
    assert [(each.tag, each.said) for each in (figure, sentence)] == [
        ("Figure", "People at a table"),
        ("P", "We met."),
    ]


def test_that_a_scale_is_asked_and_then_told_in_words() -> None:
    question, figure = read_back(Scale("How is home?", "Bad", "Good", (), "Nobody marked it.")).kids
    assert (question.tag, question.said) == ("P", "How is home?")
    assert (figure.tag, figure.said) == ("Figure", "Nobody marked it.")


def test_that_lines_to_write_on_are_not_read() -> None:
    assert read_back(WritingSpace(plain("What do you think?"), 40)).said == "What do you think?"


def test_that_words_in_another_language_say_so() -> None:
    spans = (Span("She said "), Span("dzień dobry", language="pl"), Span("."))
    (paragraph,) = read_back(Paragraph(spans)).kids
    assert [(each.tag, each.language, each.said) for each in paragraph.kids] == [
        ("Span", "pl", "dzień dobry")
    ]


def test_that_a_link_says_where_it_leads() -> None:
    spans = (Span("Write to "), Span("made-up@example.org", link=ADDRESS), Span("."))
    (paragraph,) = read_back(Paragraph(spans)).kids
    (link,) = paragraph.all("Link")
    assert link.links == [(ADDRESS, "made-up@example.org")]
    assert link.said == "made-up@example.org"


@pytest.mark.parametrize("language", ["ar", "ur"])
def test_that_text_from_right_to_left_is_said_in_the_order_of_speech(language: str) -> None:
    words = f"{SAMPLES[language].long} Maya Copper 12 (3)"
    (paragraph,) = read_back(Paragraph(plain(words)), language=language).kids
    assert paragraph.said == words


def test_that_words_of_two_directions_and_languages_are_said_in_order() -> None:
    urdu = SAMPLES["ur"].quoted
    spans = (Span("Amira said: "), Span(urdu, language="ur"), Span(" and left."))
    (paragraph,) = read_back(Paragraph(spans)).kids
    assert paragraph.said == f"Amira said: {urdu} and left."


@pytest.mark.parametrize("style", ReadingStyle)
def test_that_head_and_foot_of_a_page_are_not_read_with_the_text(style: ReadingStyle) -> None:
    document = document_in("en-GB", Paragraph(plain("Words")), style=style)
    data = write_pdf(document)[0]
    assert read(data).said == "Words"
    around = " ".join(artifacts(data))
    assert "Page 1 of 1" in around
    assert "Made-up data" in around


def test_that_nothing_of_a_document_of_nothing_is_read() -> None:
    assert read(write_pdf(a_document(design=Design.MINUTES))[0]).said == ""
