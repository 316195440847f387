import ctypes
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdfium2
import pytest
from document_samples import a_document, everything
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Facts,
    Heading,
    ListItems,
    Notice,
    PageBreak,
    Paragraph,
    Pictured,
    Quotation,
    Row,
    Signature,
    Table,
    plain,
)
from iro_desktop.documents.formats import Format
from iro_desktop.documents.writers import write
from iro_desktop.domain.reading import ReadingStyle
from written_text import pages_of

A_PAGE_OF_WORDS = Paragraph(plain("Words that fill the page. " * 140))
HEADER = ("Number", "What")


def pdf(*blocks: Block, design: Design = Design.MINUTES, made_up: bool = False) -> bytes:
    return write(a_document(*blocks, design=design, made_up=made_up), Format.PDF).data


def test_that_each_page_says_which_of_how_many_it_is_and_what_it_belongs_to() -> None:
    pages = pages_of(pdf(A_PAGE_OF_WORDS, PageBreak(), A_PAGE_OF_WORDS, A_PAGE_OF_WORDS))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Running title" in page


def test_that_each_page_of_made_up_data_says_so() -> None:
    sentence = "Made-up data – not a real child"
    blocks = (A_PAGE_OF_WORDS, A_PAGE_OF_WORDS)
    assert all(sentence in page for page in pages_of(pdf(*blocks, made_up=True)))
    assert not any(sentence in page for page in pages_of(pdf(*blocks)))


def test_that_the_file_names_its_title_author_and_language_and_shows_the_title() -> None:
    data = pdf(Paragraph(plain("Words")))
    with pypdfium2.PdfDocument(data) as document:
        about = document.get_metadata_dict()
    assert about["Title"] == "A made-up document"
    assert about["Author"] == "Made-up Officer"
    assert about["Producer"] == "IRO Desktop"
    assert b"/Lang (en-GB)" in data
    assert b"/DisplayDocTitle true" in data


def test_that_headings_make_the_outline_and_skip_no_level() -> None:
    data = pdf(Heading(2, "Title"), Heading(4, "Part"), Heading(6, "Deeper"), Heading(2, "Next"))
    with pypdfium2.PdfDocument(data) as document:
        outline = [(entry.level, entry.get_title()) for entry in document.get_toc()]
    assert outline == [(0, "Title"), (1, "Part"), (2, "Deeper"), (1, "Next")]


def test_that_a_record_can_be_pointed_to_by_its_id() -> None:
    data = pdf(Table((), HEADER, (Row((plain("1"), plain("A promise")), "decision_1"),)))
    with pypdfium2.PdfDocument(data) as document:
        assert raw.FPDF_GetNamedDestByName(document, ctypes.c_char_p(b"decision_1"))
        assert not raw.FPDF_GetNamedDestByName(document, ctypes.c_char_p(b"decision_2"))


def test_that_every_font_is_inside_the_file() -> None:
    data = write(everything(Design.LETTER), Format.PDF).data
    names = set(re.findall(rb"/BaseFont /(\S+)", data))
    assert names
    assert all(re.match(rb"[A-Z]{6}\+", name) for name in names)
    assert data.count(b"/Type /FontDescriptor") == data.count(b"/FontFile2")


def test_that_a_long_table_repeats_its_head_and_breaks_no_row() -> None:
    rows = tuple(
        Row((plain(f"<{number}>"), plain("several words " * 9 + f"end{number}.")))
        for number in range(200)
    )
    pages = pages_of(pdf(Table((), HEADER, rows, (0.2, 0.8))))
    assert len(pages) > 5
    assert all("Number What" in page for page in pages)
    for number in range(200):
        holding = [page for page in pages if f"<{number}>" in page]
        assert len(holding) == 1
        assert f"end{number}." in holding[0]


def test_that_the_last_row_of_a_long_table_has_company() -> None:
    for count in range(30, 60):
        rows = tuple(Row((plain(f"<{number}>"), plain("words"))) for number in range(count))
        pages = pages_of(pdf(Table((), HEADER, rows)))
        if len(pages) > 1:
            assert f"<{count - 2}>" in pages[-1]


def test_that_a_page_of_easy_read_has_six_to_eight_lines_beside_their_pictures() -> None:
    lines = (Pictured("home", "A house", plain("<You have a room of your own. It has a door.>")),)
    document = replace(a_document(*lines * 40), design=Design.LETTER, style=ReadingStyle.EASY_READ)
    *full, _rest = pages_of(write(document, Format.PDF).data)
    assert {page.count("<") for page in full} <= {6, 7, 8}


def test_that_the_head_of_a_table_comes_once_on_a_page() -> None:
    rows = tuple(Row((plain(f"<{number}>"), plain("words " * 40))) for number in range(4))
    for lines in range(20, 50):
        filler = Paragraph(plain("\n".join(["filler"] * lines)))
        table = Table((), HEADER, rows, (0.4, 0.6))
        pages = pages_of(pdf(filler, table, design=Design.LETTER))
        assert max(page.count("Number What") for page in pages) == 1


@pytest.mark.parametrize("design", Design)
def test_that_a_row_taller_than_a_page_is_written_to_its_end(design: Design) -> None:
    tall = Row((plain("1"), plain("word " * 3000 + "end.")))
    after = Row((plain("2"), plain("after it")))
    pages = pages_of(pdf(Table((), HEADER, (tall, after)), design=design))
    assert sum(page.count("word") for page in pages) == 3000
    assert "end." in "".join(pages)
    assert "after it" in pages[-1]


@pytest.mark.parametrize(
    "block",
    [
        Heading(1, "heading " * 2000 + "end."),
        Quotation("quoted " * 3000, "source " * 2000 + "end."),
        Facts((("label " * 500, plain("value " * 3000 + "end.")),)),
        Notice(plain("notice " * 3000 + "end.")),
        Signature((*["line"] * 200, "end.")),
        Table(plain("caption " * 2000), ("head " * 3000, "head"), (Row((plain("end."),)),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_that_what_is_longer_than_a_page_goes_over_pages(block: Block) -> None:
    pages = pages_of(pdf(Paragraph(plain("before")), block))
    assert len(pages) > 1
    assert "end." in "".join(pages)


NEXT_BLOCKS: tuple[Block, ...] = (
    Paragraph(plain("Start of what follows. " * 12)),
    Quotation("Start of what follows.", "Source"),
    Table(plain("Caption"), HEADER, (Row((plain("Start of what follows."), plain("b"))),) * 6),
    Facts((("Start of what follows.", plain("b")),) * 3),
    Notice(plain("Start of what follows.")),
)


@given(
    lines=st.integers(20, 60), block=st.sampled_from(NEXT_BLOCKS), design=st.sampled_from(Design)
)
@settings(max_examples=80, deadline=None)
def test_that_no_page_ends_with_a_heading(lines: int, block: Block, design: Design) -> None:
    filler = Paragraph(plain("\n".join(["filler"] * lines)))
    pages = pages_of(pdf(filler, Heading(2, "The heading"), block, design=design))
    (page,) = (page for page in pages if "The heading" in page)
    assert "Start of what follows." in page


@given(
    lines=st.integers(10, 60),
    block=st.sampled_from(NEXT_BLOCKS),
    style=st.sampled_from(ReadingStyle),
)
@settings(max_examples=40, deadline=None)
def test_that_no_page_is_left_empty(lines: int, block: Block, style: ReadingStyle) -> None:
    filler = Paragraph(plain("\n".join(["filler"] * lines)))
    document = replace(a_document(filler, block, design=Design.LETTER), style=style)
    pages = pages_of(write(document, Format.PDF).data)
    assert [page for page in pages if page.split() == around(pages, page)] == []


def around(pages: list[str], page: str) -> list[str]:
    """The words of a page with nothing on it."""
    return f"Running title Page {pages.index(page) + 1} of {len(pages)}".split()


@pytest.mark.parametrize("rows", [10, 14, 28])
def test_that_a_page_that_is_just_full_is_followed_by_none_that_is_empty(rows: int) -> None:
    full = Facts((("Label", plain("Value")),) * rows)
    document = a_document(full, *NEXT_BLOCKS, design=Design.LETTER)
    pages = pages_of(write(replace(document, style=ReadingStyle.LARGER_PRINT), Format.PDF).data)
    assert [page for page in pages if page.split() == around(pages, page)] == []


@pytest.mark.parametrize("design", Design)
def test_that_no_mark_of_a_list_stands_without_the_start_of_its_text(design: Design) -> None:
    items = tuple(plain(f"<{number}> " + "words of an item " * 9) for number in range(8))
    for lines in range(20, 50):
        filler = Paragraph(plain("\n".join(["filler"] * lines)))
        for page in pages_of(pdf(filler, ListItems(items), design=design)):
            assert page.count("•") == page.count("<")


def test_that_a_table_starts_where_its_head_and_a_tall_row_or_two_low_ones_fit() -> None:
    tall = tuple(Row((plain(f"<{number}>"), plain("words " * 60))) for number in range(6))
    low = tuple(Row((plain(f"<{number}>"), plain("words"))) for number in range(30))
    first = {rows: set[int]() for rows in (tall, low)}
    for lines in range(20, 50):
        filler = Paragraph(plain("\n".join(["filler"] * lines)))
        for rows, counts in first.items():
            pages = pages_of(pdf(filler, Table((), HEADER, rows, (0.4, 0.6))))
            (start,) = (page for page in pages if "<0>" in page)
            counts.add(start.count("<"))
    assert min(first[tall]) == 1
    assert min(first[low]) == 2


@given(lines=st.integers(20, 60))
@settings(max_examples=20, deadline=None)
def test_that_a_signature_stays_on_one_page(lines: int) -> None:
    filler = Paragraph(plain("\n".join(["filler"] * lines)))
    pages = pages_of(pdf(filler, Signature(("First line", "Second line", "Third line"))))
    (page,) = (page for page in pages if "First line" in page)
    assert "Third line" in page


def test_that_characters_without_a_font_are_shown_as_boxes_and_listed() -> None:
    written = write(a_document(Quotation("Hello ሀ and 😀.")), Format.PDF)
    assert written.missing_characters == {"ሀ"}
    assert "Hello □ and 😀." in pages_of(written.data)[0]


def test_that_spaces_lines_and_very_long_words_stay_as_typed() -> None:
    words = "x" * 400
    (page,) = pages_of(pdf(Quotation(f"one\ntwo  three\n{words}")))
    assert "one two three" in page
    assert page.replace(" ", "").count("x" * 400) == 1


def test_that_nothing_reaches_beyond_the_edge_of_the_page() -> None:
    data = pdf(
        Paragraph(plain("W" * 500)),
        Table((), ("W" * 90,) * 3, (Row((plain("W" * 200),) * 3),)),
        Facts((("W" * 200, plain("W" * 200)),)),
        design=Design.LETTER,
    )
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        text_page = page.get_textpage()
        boxes = [text_page.get_charbox(index) for index in range(text_page.count_chars())]
        width = page.get_width()
        text_page.close()
        page.close()
    assert max(right for _left, _bottom, right, _top in boxes) < width - 50
    assert min(left for left, _bottom, _right, _top in boxes) > 50


def lines_of(data: bytes) -> tuple[list[float], list[str]]:
    """How far below the page's top each line of the only page begins, in points; and the lines."""
    with pypdfium2.PdfDocument(data) as document:
        (page,) = document
        text = page.get_textpage()
        boxes = [text.get_rect(index) for index in range(text.count_rects())]
        height = page.get_height()
        return [height - box[3] for box in boxes], [text.get_text_bounded(*box) for box in boxes]


@pytest.mark.parametrize("style", [ReadingStyle.STANDARD, ReadingStyle.LARGER_PRINT])
def test_that_a_certificate_hangs_in_the_middle_of_its_frame(style: ReadingStyle) -> None:
    blocks = (Heading(1, "Certificate"), Paragraph(plain("For Maya")), Signature(("Sam",)))
    made = replace(
        a_document(*blocks, design=Design.CERTIFICATE, made_up=True), style=style, running_title=""
    )
    tops, lines = lines_of(write(made, Format.PDF).data)
    assert lines == ["Certificate", "For Maya", "Sam", "Made-up data – not a real child"]
    title, _name, signature, notice = tops
    assert notice > 7 * 72 / 25.4 + 3  # the frame is 7 mm from the edge
    assert 200 < title < signature < 842 - 200


def test_that_text_of_a_right_to_left_document_stands_at_the_right() -> None:
    document = a_document(Paragraph(plain("Short")), right_to_left=True)
    with pypdfium2.PdfDocument(write(document, Format.PDF).data) as opened:
        page = opened[0]
        text_page = page.get_textpage()
        left, *_rest = text_page.get_charbox(0)
        middle = page.get_width() / 2
        text_page.close()
        page.close()
    assert left > middle


def test_that_documents_written_at_once_do_not_disturb_each_other() -> None:
    letter, minutes = everything(Design.LETTER), everything(Design.MINUTES)
    alone = [write(document, Format.PDF).data for document in (letter, minutes)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda each: write(each, Format.PDF).data, [letter, minutes] * 8))
    assert made == alone * 8
