"""Every fixed phrase that a document looks up is one that translators are given.

And whatever else stands in it is a person's own text, marked as such, or a name, a day, a number.
"""

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po
from made_up_meeting import Desk
from typing_extensions import override

from iro_desktop import paths
from iro_desktop.documents.blocks import (
    Block,
    Document,
    Facts,
    Heading,
    Picture,
    Pictured,
    Quotation,
    Scale,
    Signature,
    Spans,
    Table,
    Timeline,
)
from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.documents.translating import with_spans
from iro_desktop.documents.written_parts import written_parts
from iro_desktop.domain.copies import CopyWanted, usual_reader
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.i18n.languages import STRETCHED
from iro_desktop.i18n.translator import Translator
from iro_desktop.services import copies


class Listening(Translator):
    """Remembers every text that it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    @override
    def __call__(self, text: str, /, **fields: object) -> str:
        self.asked.add(text)
        return super().__call__(text, **fields)

    @override
    def count(self, one: str, many: str, number: int, /, **fields: object) -> str:
        self.asked.add(one)
        return super().count(one, many, number, **fields)


@pytest.fixture(scope="module")
def given_to_translators() -> set[str]:
    with (paths.resources() / "locale" / "documents.pot").open("rb") as file:
        entries = [message.id for message in read_po(file) if message.id]
    return {entry if isinstance(entry, str) else entry[0] for entry in entries}


def hints(kind: DocumentKind) -> set[str]:
    """What the writer sees of the parts on screen, which no document prints."""
    return {part.hint for part in written_parts(kind, Translator())}


def some_reviews(desk: Desk) -> list[Review]:
    """Two of each kind of review in each state, so that every part of a document has its turn."""
    found: dict[tuple[object, ReviewStatus], list[Review]] = {}
    for review in desk.caseload.reviews:
        found.setdefault((review.kind, review.status), []).append(review)
    return [review for reviews in found.values() for review in reviews[-2:]]


@pytest.mark.parametrize("kind", BUILDERS)
def test_that_translators_are_given_every_phrase_of_every_kind_of_document(
    desk: Desk, given_to_translators: set[str], kind: DocumentKind
) -> None:
    tr = Listening()
    for number, review in enumerate(some_reviews(desk)):
        wanted = CopyWanted(
            review=review.id,
            kind=kind,
            reader=usual_reader(kind),
            style=(ReadingStyle.STANDARD, ReadingStyle.EASY_READ)[number % 2],
            length=tuple(Length)[number % len(Length)],
        )
        copies.copy_in(desk.workspace, wanted, tr)
    unknown = tr.asked - given_to_translators - hints(kind) - {""}
    assert not unknown, "give these to translators: make texts"
    assert len(tr.asked) > 1


def fixed_texts(block: Block) -> Iterator[str]:
    """What stands in a block that is marked as no person's own text."""
    found: list[str] = []

    def look(spans: Spans) -> Spans:
        found.extend(span.text for span in spans if not span.authored)
        return spans

    with_spans(block, look)
    yield from found
    match block:
        case Heading():
            yield block.text
        case Table():
            yield from block.header
        case Facts():
            yield from (label for label, _ in block.items)
        case Signature():
            yield from block.lines
        case Quotation():
            yield block.source
        case Scale() | Pictured() | Timeline():
            yield block.description
        case Picture():
            yield block.description if not block.caption else ""
        case _:
            pass


def english_left_in(document: Document) -> set[str]:
    """Fixed texts that say something in a row of small words and that no catalogue gave.

    In the stretched language a catalogue's text stands in brackets.
    """
    return {
        text
        for block in document.blocks
        for text in fixed_texts(block)
        if "[" not in text and re.search(r"\b[a-z]+ [a-z]+ [a-z]+\b", text)
    }


@pytest.mark.parametrize("kind", BUILDERS)
def test_that_nothing_in_a_document_is_english_by_oversight(desk: Desk, kind: DocumentKind) -> None:
    tr = Translator(STRETCHED)
    names = {child.team for child in desk.caseload.children}
    for review in some_reviews(desk):
        wanted = CopyWanted(review=review.id, kind=kind, reader=usual_reader(kind))
        document = copies.copy_in(desk.workspace, wanted, tr).document
        assert english_left_in(document) - names == set()
