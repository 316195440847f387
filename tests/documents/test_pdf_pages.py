"""A PDF's pages as pictures: as many, as large and as black as they are on paper."""

from concurrent.futures import ThreadPoolExecutor

from iro_desktop.documents.blocks import Design, Document, Heading, PageBreak, Paragraph, plain
from iro_desktop.documents.formats import Format
from iro_desktop.documents.pdf_pages import page_picture, page_sizes
from iro_desktop.documents.writers import write

TWO_PAGES = Document(
    title="Made up",
    language="en-GB",
    design=Design.LETTER,
    blocks=(
        Heading(1, "First"),
        Paragraph(plain("Dear you")),
        PageBreak(),
        Paragraph(plain("The end")),
    ),
)
WHITE = b"\xff\xff\xff"


def _pdf() -> bytes:
    return write(TWO_PAGES, Format.PDF).data


def test_that_each_page_is_as_large_as_a_sheet_of_a4() -> None:
    sizes = page_sizes(_pdf())
    assert [(round(size.width), round(size.height)) for size in sizes] == [(595, 842)] * 2


def test_that_a_picture_has_three_bytes_for_each_pixel_at_any_scale() -> None:
    pdf = _pdf()
    for scale in (0.5, 1.0, 1.37):
        picture = page_picture(pdf, 1, scale)
        assert (picture.number, picture.width) == (1, -int(-595.28 * scale // 1))
        assert len(picture.pixels) == 3 * picture.width * picture.height


def test_that_what_is_written_shows_on_its_own_page() -> None:
    first, second = (page_picture(_pdf(), number, 1.0).pixels for number in range(2))
    assert first != second
    for pixels in (first, second):
        ink = sum(pixels[at : at + 3] != WHITE for at in range(0, len(pixels), 3))
        assert 100 < ink < len(pixels) // 6  # words on a white sheet


def test_that_pages_can_be_drawn_and_measured_from_several_threads_at_once() -> None:
    pdf = _pdf()
    alone = page_picture(pdf, 0, 0.7).pixels
    with ThreadPoolExecutor(4) as threads:
        drawn = [threads.submit(page_picture, pdf, 0, 0.7) for _ in range(40)]
        sized = [threads.submit(page_sizes, pdf) for _ in range(40)]
    assert all(each.result().pixels == alone for each in drawn)
    assert all(len(each.result()) == 2 for each in sized)
