from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

import pytest
from document_samples import ONE_OF_EACH, a_document
from document_text import text_of_document

from iro_desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Signature,
    Span,
    Table,
    plain,
    text_of,
)
from iro_desktop.documents.leaks import Leak, Secret, leaks
from iro_desktop.documents.withheld_notes import with_notes
from iro_desktop.domain.redaction import MARKS
from iro_desktop.domain.withholding import WithheldBecause
from iro_desktop.i18n import Translator

ENGLISH = Translator("en-GB")
SECRET = Secret("14 Hidden Lane", WithheldBecause.CONFIDENTIAL_ADDRESS)
WITH_TEXT = [kind for kind in get_args(Block) if kind is not PageBreak]


def planted(value: Any, text: str) -> list[Any]:  # Any: whatever a block is made of
    """The value once for each text in it, with `text` in that one's place."""
    if type(value) is str:
        return [text]
    if isinstance(value, tuple):
        return [
            (*value[:place], changed, *value[place + 1 :])
            for place, each in enumerate(value)
            for changed in planted(each, text)
        ]
    if is_dataclass(value):
        return [
            replace(value, **{field.name: changed})  # type: ignore[type-var]  # a dataclass
            for field in fields(value)
            if field.name != "language"
            for changed in planted(getattr(value, field.name), text)
        ]
    return []


@pytest.mark.parametrize("kind", WITH_TEXT, ids=lambda kind: kind.__name__)
def test_that_a_leak_is_found_in_every_text_of_every_kind_of_block(kind: type) -> None:
    blocks = planted(ONE_OF_EACH[kind], "I live at 14, hidden  LANE now")
    assert blocks
    for block in blocks:
        assert leaks(a_document(block), [SECRET]), block


def test_that_a_leak_says_where_it_is() -> None:
    document = a_document(
        Heading(1, "A title"),
        Heading(2, "Where you live"),
        Paragraph(plain("Nothing here.")),
        Paragraph((Span("At 14 Hid"), Span("den Lane.", bold=True))),
    )
    assert leaks(document, [SECRET]) == (
        Leak("Where you live", 4, WithheldBecause.CONFIDENTIAL_ADDRESS),
    )


def test_that_a_leak_that_goes_on_in_the_next_block_is_found() -> None:
    document = a_document(Paragraph(plain("At 14 Hidden")), Paragraph(plain("Lane, we said")))
    assert leaks(document, [SECRET])


@pytest.mark.parametrize("field", ["title", "running_title", "author"])
def test_that_a_leak_in_the_papers_of_a_document_is_found(field: str) -> None:
    assert leaks(replace(a_document(), **{field: "Fourteen? 14 Hidden Lane"}), [SECRET]) == (
        Leak("", 0, WithheldBecause.CONFIDENTIAL_ADDRESS),
    )


@pytest.mark.parametrize("written", ["１４ Hidden Lane", "14 Hïdden Lane", "14HIDDENLANE"])
def test_that_a_leak_written_in_other_letters_is_found(written: str) -> None:
    assert leaks(a_document(Paragraph(plain(f"at {written} now"))), [SECRET])


def test_that_words_of_which_only_a_part_stands_there_are_no_leak() -> None:
    document = a_document(Paragraph(plain("The lane is hidden: 114 Hidden Lanes")))
    assert leaks(document, [SECRET]) == ()


def noted(because: WithheldBecause, *blocks: Block) -> Document:
    return with_notes(a_document(*blocks), {because: 1}, ENGLISH)


@pytest.mark.parametrize("because", WithheldBecause)
@pytest.mark.parametrize("kind", WITH_TEXT, ids=lambda kind: kind.__name__)
def test_that_no_mark_is_left_in_any_text_of_any_block(
    kind: type, because: WithheldBecause
) -> None:
    for block in planted(ONE_OF_EACH[kind], f"Before {MARKS[because]} after"):
        written = repr(noted(because, block))
        assert MARKS[because] not in written
        assert "\\uf8a" not in written
        assert "[left out" in written


def test_that_a_note_in_a_persons_text_is_not_that_persons() -> None:
    mark = MARKS[WithheldBecause.THIRD_PARTY]
    document = noted(
        WithheldBecause.THIRD_PARTY, Paragraph((Span(f"I saw {mark} there", authored=True),))
    )
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert [span.authored for span in first.spans] == [True, False, True]
    assert text_of(first.spans) == "I saw [left out: about someone else] there"


def test_that_a_copy_says_at_its_end_that_something_is_missing_before_who_signs() -> None:
    document = noted(
        WithheldBecause.CONFIDENTIAL_ADDRESS,
        Paragraph(plain("With best wishes,")),
        Signature(("Made-up Officer",)),
    )
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds == ["Heading", "ListItems", "Paragraph", "Paragraph", "Signature"]
    assert "A private address is not in this copy." in text_of_document(document)


@pytest.mark.parametrize(
    "because", [WithheldBecause.SERIOUS_HARM, WithheldBecause.KEEP_OUT], ids=str
)
def test_that_a_note_does_not_say_what_could_hurt(because: WithheldBecause) -> None:
    words = text_of_document(noted(because, Paragraph(plain(MARKS[because]))))
    assert "Some things are private and are not in this copy." in words
    assert "harm" not in words
    assert "child" not in words


def test_that_a_copy_with_nothing_left_out_has_no_note() -> None:
    document = a_document(Table((), ("A",), (Row((plain("b"),)),)))
    assert with_notes(document, {}, ENGLISH) is document
