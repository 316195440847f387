import re
from html.parser import HTMLParser

import pytest
from document_samples import ONE_OF_EACH, a_document, any_document, everything
from hypothesis import given, settings

from iro_desktop.documents.blocks import (
    Design,
    Document,
    Heading,
    Paragraph,
    Row,
    Scale,
    Span,
    Table,
    plain,
)
from iro_desktop.documents.html import LIGHT, Palette, body_points, write_html

KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "p", "br", "hr", "b", "i", "span", "a"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "th", "td", "img"),
}
VOID = {"meta", "br", "hr", "img", "col", "input", "link"}


class Outline(HTMLParser):
    """Every element of a page, in order, and what was left open or closed twice."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("design", Design)
def test_that_a_page_names_its_language_and_title(design: Design) -> None:
    page = write_html(everything(design))
    assert '<html lang="en-GB" dir="ltr">' in page
    assert "<title>A made-up document</title>" in page
    assert page.index("<h1>Heading words</h1>") < page.index('<th scope="col"')


@given(document=any_document())
@settings(max_examples=60, deadline=None)
def test_that_no_text_opens_an_element_or_leaves_one_open(document: Document) -> None:
    outline = Outline(write_html(document))
    assert outline.open == []
    assert {tag for tag, _attributes in outline.tags} <= KNOWN


@given(document=any_document())
@settings(max_examples=60, deadline=None)
def test_that_a_page_fetches_nothing_and_runs_nothing(document: Document) -> None:
    for _tag, attributes in Outline(write_html(document)).tags:
        assert (attributes.get("src") or "data:image/").startswith("data:image/")
        assert "href" not in attributes
        assert not [name for name in attributes if name.startswith("on")]


def test_that_the_screens_colours_are_the_pages_colours() -> None:
    dark = Palette("#010101", "#020202", "#030303", "#040404", "#050505", "#060606")
    used = set(re.findall("#[0-9A-Fa-f]{6}", write_html(everything(Design.LETTER), dark)))
    assert used == {"#010101", "#020202", "#030303", "#040404", "#050505", "#060606"}


def test_that_without_an_accent_of_its_own_a_page_takes_the_designs() -> None:
    letter, minutes = (
        write_html(a_document(design=design), LIGHT) for design in (Design.LETTER, Design.MINUTES)
    )
    assert set(re.findall("#[0-9A-F]{6}", letter)) != set(re.findall("#[0-9A-F]{6}", minutes))


def test_that_zoom_makes_all_text_larger() -> None:
    sizes = [
        [float(size) for size in re.findall(r"font-size: ([\d.]+)pt", page)]
        for page in (
            write_html(everything(Design.MINUTES)),
            write_html(everything(Design.MINUTES), zoom=2),
        )
    ]
    assert sizes[1] == [2 * size for size in sizes[0]]
    assert body_points(Design.MINUTES) in sizes[0]


def test_that_a_record_can_be_pointed_to_by_its_id_once() -> None:
    row = Row((plain("1"),), "decision_1")
    page = write_html(a_document(Table((), ("Number",), (row, row))))
    assert page.count('id="decision_1"') == 1


def test_that_a_scale_marks_the_numbers_given_and_says_them_in_words() -> None:
    scale = ONE_OF_EACH[Scale]
    page = write_html(a_document(scale))
    assert re.findall('class="marked">(\\d+)<', page) == ["6", "7"]
    assert "Maya 6.5" in page
    assert "Maya gave 6.5, Priya gave 6." in page


def test_that_emphasis_is_weight_where_the_face_has_no_italics() -> None:
    spans = Paragraph((Span("so", italic=True),))
    assert "<b>so</b>" in write_html(a_document(spans, design=Design.LETTER))
    assert "<i>so</i>" in write_html(a_document(spans, design=Design.MINUTES))


def test_that_a_right_to_left_page_says_so() -> None:
    page = write_html(a_document(Heading(1, "Words"), right_to_left=True))
    assert 'dir="rtl"' in page
