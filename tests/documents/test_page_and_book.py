import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from defusedxml import ElementTree
from document_samples import ONE_OF_EACH, a_document, any_document, everything
from hypothesis import given, settings
from language_samples import WORDS, sample

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    Paragraph,
    Picture,
    Pictured,
    Quotation,
    Row,
    Span,
    Table,
    plain,
)
from iro_desktop.documents.epub import write_epub
from iro_desktop.documents.html import write_page
from iro_desktop.documents.theme import Theme

VOID = {"meta", "br", "img", "col", "input", "link", "circle", "line", "rect"}


class Elements(HTMLParser):
    """Every element of a page, in order, and what was left open."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def page_of(*blocks: Block, design: Design = Design.LETTER) -> Elements:
    return Elements(write_page(a_document(*blocks, design=design)))


@given(document=any_document())
@settings(max_examples=40, deadline=None)
def test_that_any_page_is_whole_and_runs_and_fetches_nothing(document: Document) -> None:
    page = Elements(write_page(document))
    assert page.open == []
    tags = Counter(tag for tag, _attributes in page.found)
    assert tags["main"] == tags["title"] == 1
    assert tags["h1"] <= 1
    assert not {"script", "iframe", "object", "form"} & set(tags)
    for _tag, attributes in page.found:
        assert not [name for name in attributes if name.startswith("on")]
        assert (attributes.get("src") or "data:image/").startswith("data:image/")
        assert re.match("mailto:|tel:|https:", attributes.get("href") or "mailto:")
    names = [attributes["id"] for _tag, attributes in page.found if "id" in attributes]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("design", Design)
def test_that_headings_follow_each_other_and_the_first_is_the_only_one_of_its_kind(
    design: Design,
) -> None:
    blocks = (Heading(1, "A"), Heading(3, "B"), Heading(1, "C"), Heading(2, "D"))
    levels = [tag for tag, _attributes in page_of(*blocks, design=design).found if tag[0] == "h"]
    assert [tag for tag in levels if tag[1:].isdigit()] == ["h1", "h2", "h2", "h2"]


def test_that_a_page_without_headings_takes_its_title_for_one() -> None:
    assert "<h1" in write_page(a_document(Paragraph(plain("Words"))))


def test_that_a_table_has_a_caption_and_heads_of_columns_and_rows() -> None:
    page = page_of(ONE_OF_EACH[Table])
    assert len(page.named("caption")) == 1
    scopes = Counter(attributes.get("scope") for attributes in page.named("th"))
    assert scopes == {"col": 2, "row": 2}
    assert len([row for row in page.named("tr") if row.get("id")]) == 2


def test_that_every_picture_is_said_in_words() -> None:
    page = page_of(
        ONE_OF_EACH[Picture],
        Pictured("home", "A house", plain("Home.")),
        Quotation("Woof.", "Maya", pictogram="dog", description="A dog"),
    )
    said = [image["alt"] for image in page.named("img")]
    assert said == ["A made-up dog, drawn", "A house", "A dog"]


def test_that_each_passage_says_its_language_and_its_direction() -> None:
    page = page_of(
        Paragraph((Span("Dzień dobry", language="pl"),)),
        Quotation("مرحبا", "Maya", "ar", "Hello"),
    )
    assert [(span["lang"], span.get("dir")) for span in page.named("span")] == [
        ("pl", None),
        ("ar", "rtl"),
    ]
    assert [each.get("dir") for each in page.named("p")] == [None, "rtl", None]


def test_that_a_themes_colour_is_the_pages() -> None:
    assert "#7A1F5C" in write_page(everything(Design.LETTER), Theme("#7A1F5C"))


@pytest.mark.parametrize("language", WORDS)
def test_that_a_book_is_a_book_in_every_language(language: str) -> None:
    document = sample(language)
    with ZipFile(BytesIO(write_epub(document))) as book:
        first, *_others = book.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert book.read("mimetype") == b"application/epub+zip"
        package = ElementTree.fromstring(book.read("EPUB/package.opf"))
        text = book.read("EPUB/text.xhtml").decode()
        contents = book.read("EPUB/nav.xhtml").decode()
        names = set(book.namelist())
    name = "{http://www.idpf.org/2007/opf}"
    listed = {f"EPUB/{item.get('href')}" for item in package.iter(f"{name}item")}
    assert listed == names - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    assert "data:" not in text
    spine = package.find(f"{name}spine")
    assert (spine.get("page-progression-direction") == "rtl") == document.right_to_left
    for place in re.findall(r'href="text\.xhtml#([^"]+)"', contents):
        assert f'id="{place}"' in text


def test_that_a_book_names_its_title_language_and_what_it_does_for_readers() -> None:
    with ZipFile(BytesIO(write_epub(everything(Design.LETTER)))) as book:
        package = book.read("EPUB/package.opf").decode()
    assert "<dc:title>A made-up document</dc:title><dc:language>en-GB</dc:language>" in package
    for feature in ("alternativeText", "structuralNavigation", "tableOfContents"):
        assert f'"schema:accessibilityFeature">{feature}<' in package


def test_that_a_picture_shown_twice_is_kept_once() -> None:
    picture = ONE_OF_EACH[Picture]
    with ZipFile(BytesIO(write_epub(a_document(picture, picture)))) as book:
        assert len([name for name in book.namelist() if name.endswith(".png")]) == 1


def test_that_another_document_is_another_book() -> None:
    books = [a_document(Paragraph(plain(words))) for words in ("One", "Two")]
    assert write_epub(books[0]) != write_epub(books[1])
    assert write_epub(books[0]) == write_epub(replace(books[0]))


def test_that_rows_of_a_stacked_table_keep_their_places() -> None:
    rows = (Row((plain("Words"), plain("More")), "decision_9"),)
    assert 'id="decision_9"' in write_page(a_document(Table((), ("A", "B"), rows)))
