"""A council's wording in a store: kept, used for copies, refused, and dropped."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from made_up_meeting import Meeting

from iro_desktop.documents.blocks import Document, Paragraph, Pictured, Span, Table
from iro_desktop.documents.part_names import never_left_out
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.reading import ReadingStyle
from iro_desktop.domain.withholding import Reader
from iro_desktop.services import council_wording
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.copies import copy_of
from iro_desktop.services.faults import CouncilWordingRefused
from iro_desktop.store import SqlStore

GREETING = Paragraph((Span("Greetings, "), Span("Zorbelina"), Span("!")))


def a_text(*parts: str, title: str = "# {{title}}") -> str:
    return "\n\n".join((title, *parts)) + "\n"


def least(kind: DocumentKind) -> str:
    return a_text(*(f"{{{{{name}}}}}" for name in sorted(never_left_out(kind))))


def anchors(document: Document) -> Counter[str]:
    def found() -> Iterator[str]:
        for block in document.blocks:
            if isinstance(block, Table):
                yield from (row.anchor for row in block.rows if row.anchor)
            elif isinstance(block, Pictured) and block.anchor:
                yield block.anchor

    return Counter(found())


def test_that_a_copy_is_in_the_councils_words_in_their_language_alone(meeting: Meeting) -> None:
    kind, factory = DocumentKind.LETTER, meeting.workspace.uow_factory
    wanted = CopyWanted(review=meeting.review.id, kind=kind, reader=Reader.CHILD)
    before = copy_of(meeting.workspace, wanted).document
    text = least(kind).replace("# {{title}}", "# News for {{child}}\n\nGreetings, {{child}}!")
    assert council_wording.keep(factory, kind, "en-GB", text) == Changed(
        frozenset({Topic.DOCUMENTS})
    )
    assert not council_wording.keep(factory, kind, "en-GB", text)
    with factory() as uow:
        assert council_wording.worded(uow.settings) == ((kind, "en-GB"),)
    after = copy_of(meeting.workspace, wanted).document
    assert after.title.startswith("News for")
    assert after.draft is before.draft
    assert GREETING in after.blocks
    welsh = copy_of(meeting.workspace, replace(wanted, language="cy"))
    assert GREETING not in welsh.document.blocks
    easy = copy_of(meeting.workspace, replace(wanted, style=ReadingStyle.EASY_READ)).document
    assert anchors(easy) == anchors(before)
    council_wording.drop(factory, kind, "en-GB")
    assert copy_of(meeting.workspace, wanted).document == before


def test_that_the_councils_words_are_no_text_for_a_translator(meeting: Meeting) -> None:
    kind = DocumentKind.LETTER
    wanted = CopyWanted(review=meeting.review.id, kind=kind, reader=Reader.CHILD, language="pl")
    text = least(kind).replace("# {{title}}", "# Wiadomość\n\nKochanie")
    council_wording.keep(meeting.workspace.uow_factory, kind, "pl", text)
    copy = copy_of(meeting.workspace, wanted)
    assert copy.document.title == "Wiadomość"
    assert Paragraph((Span("Kochanie"),)) in copy.document.blocks
    assert "Kochanie" not in copy.untranslated


def test_that_a_faulty_wording_is_refused_with_every_fault_and_its_line(store: SqlStore) -> None:
    kind = DocumentKind.GOODBYE
    text = a_text("Dear {{nobody}}", "{{decisions}}", "{{decisions}}", "{{signature}}")
    with pytest.raises(CouncilWordingRefused) as refused:
        council_wording.keep(store.unit_of_work, kind, "en-GB", text)
    lines = refused.value.data["why"].splitlines()
    assert [line.split("  ")[:2] for line in lines] == [["3", "W001"], ["5", "W009"]]
    with store.unit_of_work() as uow:
        assert council_wording.wording_of(uow.settings, kind, "en-GB") == ""


def test_that_a_kept_wording_that_is_refused_by_now_is_passed_over(meeting: Meeting) -> None:
    wanted = CopyWanted(review=meeting.review.id, kind=DocumentKind.LETTER, reader=Reader.CHILD)
    before = copy_of(meeting.workspace, wanted).document
    with meeting.workspace.uow_factory() as uow:
        uow.settings.set("wording.letter.en-GB", "# No decisions")
    assert copy_of(meeting.workspace, wanted).document == before
