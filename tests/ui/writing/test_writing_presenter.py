"""The letter and the minutes without their screen: which is shown, what is made, what was sent."""

from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from small_caseload import BEGUN_REVIEW, CEDARS_REVIEW, FERN, workspace_of

from fixed_clock import FixedClock
from iro_desktop.documents.formats import Format
from iro_desktop.domain.correspondence import DocumentKind, document_text_id
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.review import Output
from iro_desktop.domain.withholding import Reader, WithheldBecause, WithheldPassage
from iro_desktop.services import reading_wishes
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import MarkLost, NoSuchThing, NotWritable
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.writing.made import Composed
from iro_desktop.ui.writing.presenter import WritingPresenter
from iro_desktop.ui.writing.preview_palette import preview_palette

FERNS_REVIEW = ReviewId(f"{FERN}-2026-08-20")
BEGINNINGS = {
    Format.DOCX: b"PK\x03\x04",
    Format.PDF: b"%PDF-",
    Format.HTML: b"<!DOCTYPE html>",
    Format.EPUB: b"PK\x03\x04",
    Format.TEXT: b"\xef\xbb\xbf",
}
FILE_KINDS = (DocumentKind.LETTER, DocumentKind.MINUTES, DocumentKind.CERTIFICATE)


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def told() -> list[Changed]:
    return []


@pytest.fixture
def presenter(workspace: Workspace, told: list[Changed]) -> WritingPresenter:
    made = WritingPresenter(workspace, told.append)
    made.open(FERNS_REVIEW)
    return made


def _unsent(workspace: Workspace, review: ReviewId) -> Sequence[DocumentKind]:
    with workspace.uow_factory() as uow:
        written = uow.written_documents.of_review(review)
    return [document.kind for document in written if document.sent_on is None]


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (Output.LETTER, DocumentKind.LETTER),
        (Output.MINUTES, DocumentKind.MINUTES),
        (Output.BOTH, DocumentKind.LETTER),
        (None, DocumentKind.MINUTES),  # less than two years in one home: minutes are proposed
    ],
)
def test_that_what_the_iro_decided_to_write_is_shown_first(
    workspace: Workspace, chosen: Output | None, shown: DocumentKind
) -> None:
    with workspace.uow_factory() as uow:
        review = uow.reviews.find(BEGUN_REVIEW)
        assert review is not None
        uow.reviews.put(replace(review, output=chosen))
    presenter = WritingPresenter(workspace, lambda _change: None)
    presenter.open(BEGUN_REVIEW)
    assert presenter.paper().kind is shown


def test_that_a_review_that_is_not_closed_gives_a_draft(
    presenter: WritingPresenter, workspace: Workspace
) -> None:
    assert not presenter.paper().is_draft
    presenter.open(BEGUN_REVIEW)
    assert presenter.paper().is_draft


def test_that_a_review_nobody_knows_is_not_opened(presenter: WritingPresenter) -> None:
    with pytest.raises(NoSuchThing):
        presenter.open(ReviewId("nobody's"))
    assert presenter.review == FERNS_REVIEW


def _composed(presenter: WritingPresenter, zoom: float = 1.0) -> Composed:
    return presenter.compose(presenter.wanted, preview_palette(), zoom)


@pytest.mark.parametrize("kind", DocumentKind)
def test_that_the_preview_is_in_the_size_of_paper_and_twice_that(
    presenter: WritingPresenter, kind: DocumentKind
) -> None:
    presenter.kind = kind
    once, twice = (_composed(presenter, zoom) for zoom in (1.0, 2.0))
    assert once.copy.document.title in unescape(once.preview.html)
    assert twice.preview.points == 2 * once.preview.points


@pytest.mark.parametrize("kind", FILE_KINDS)
@pytest.mark.parametrize("file_format", Format)
def test_that_a_file_is_what_it_says_and_its_name_says_nothing_of_the_child(
    presenter: WritingPresenter, tmp_path: Path, kind: DocumentKind, file_format: Format
) -> None:
    presenter.kind = kind
    order = presenter.order(file_format)
    data, missing = presenter.make(order)
    name = presenter.file_name(order)
    presenter.keep(order, data, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(BEGINNINGS[file_format])
    assert missing == frozenset()
    assert name.endswith(f".{file_format.value}")
    assert FERN not in name.lower()
    assert FERNS_REVIEW[:6] not in name


def test_that_the_usual_reader_gets_the_copy_that_they_asked_for(
    presenter: WritingPresenter, workspace: Workspace
) -> None:
    reading_wishes.keep(workspace.uow_factory, FERN, language="pl", style=ReadingStyle.LARGE_PRINT)
    presenter.kind = DocumentKind.LETTER
    wanted = presenter.wanted
    assert (wanted.reader, wanted.language) == (Reader.CHILD, "pl")
    assert wanted.style is ReadingStyle.LARGE_PRINT
    presenter.want_reader(Reader.CARER, "Made-up Carer")
    assert (presenter.wanted.reader_name, presenter.wanted.language) == ("Made-up Carer", "en-GB")


def test_that_each_document_keeps_its_own_choice_until_another_review_is_opened(
    presenter: WritingPresenter,
) -> None:
    presenter.kind = DocumentKind.LETTER
    presenter.want(language="cy")
    presenter.want(length=Length.SHORT)
    presenter.kind = DocumentKind.MINUTES
    assert presenter.wanted.language == "en-GB"
    presenter.kind = DocumentKind.LETTER
    presenter.open(FERNS_REVIEW)  # as one comes back from the review
    assert presenter.kind is DocumentKind.LETTER
    assert (presenter.wanted.language, presenter.wanted.length) == ("cy", Length.SHORT)
    presenter.open(CEDARS_REVIEW)
    presenter.kind = DocumentKind.LETTER
    assert presenter.wanted.language == "en-GB"


def test_that_what_is_typed_for_a_document_stands_in_it_and_shows_that_it_was_begun(
    presenter: WritingPresenter, told: list[Changed]
) -> None:
    presenter.kind = DocumentKind.GOODBYE
    needed = [each.part.id for each in presenter.parts() if each.part.is_required]
    assert "why" in needed
    presenter.keep_part(FERNS_REVIEW, DocumentKind.GOODBYE, "why", "I move to another town.")
    assert {each.part.id: each.words for each in presenter.parts()}["why"].startswith("I move")
    assert "I move to another town." in unescape(_composed(presenter).preview.html)
    assert told[-1].topics == {Topic.DOCUMENTS}
    presenter.read_again()
    (goodbye,) = (one for one in presenter.shelf() if one.kind is DocumentKind.GOODBYE)
    assert goodbye.is_likely


def test_that_a_letter_to_the_child_is_read_for_plain_words_and_minutes_are_not(
    presenter: WritingPresenter,
) -> None:
    presenter.kind = DocumentKind.LETTER
    letter = presenter.inspect(_composed(presenter).copy)
    assert letter.pdf.startswith(b"%PDF-")
    assert len(letter.sizes) >= 1
    assert letter.reading is not None
    assert "eading age" in letter.reading.figure
    presenter.want(language="pl")
    polish = presenter.inspect(_composed(presenter).copy).reading
    assert polish is not None
    assert "no reading age" in polish.figure
    presenter.kind = DocumentKind.MINUTES
    assert presenter.inspect(_composed(presenter).copy).reading is None


def test_that_a_copy_that_would_leak_is_shown_but_not_written_out(
    presenter: WritingPresenter, workspace: Workspace, clock: FixedClock
) -> None:
    presenter.kind = DocumentKind.GOODBYE
    presenter.keep_part(FERNS_REVIEW, DocumentKind.GOODBYE, "why", "Fern moved on.")
    with workspace.uow_factory() as uow:
        uow.withheld_passages.put(
            WithheldPassage(
                id=EntityId("kept"),
                child_id=FERN,
                review_id=FERNS_REVIEW,
                thing=document_text_id(FERNS_REVIEW, DocumentKind.GOODBYE, "why"),
                field="words",
                words="words that were changed since",
                because=WithheldBecause.THIRD_PARTY,
                kept_from=(Reader.CHILD,),
            )
        )
    assert _composed(presenter).copy.lost
    with pytest.raises(MarkLost):
        presenter.make(presenter.order(Format.PDF))


def test_that_a_document_waits_to_be_sent_once_however_often_it_is_written(
    presenter: WritingPresenter, workspace: Workspace, told: list[Changed], tmp_path: Path
) -> None:
    for file_format in Format:
        presenter.keep(presenter.order(file_format), b"x", tmp_path / f"x.{file_format.value}")
    assert _unsent(workspace, FERNS_REVIEW) == [presenter.kind]
    assert [change.topics for change in told] == [{Topic.DOCUMENTS, Topic.CASELOAD}]


def test_that_a_draft_is_not_for_sending(
    presenter: WritingPresenter, workspace: Workspace, told: list[Changed], tmp_path: Path
) -> None:
    presenter.open(BEGUN_REVIEW)
    presenter.keep(presenter.order(Format.PDF), b"x", tmp_path / "x.pdf")
    assert _unsent(workspace, BEGUN_REVIEW) == []
    assert told == []


def test_that_a_file_belongs_to_the_review_it_was_ordered_for(
    presenter: WritingPresenter, workspace: Workspace, tmp_path: Path
) -> None:
    presenter.kind = DocumentKind.LETTER
    order = presenter.order(Format.PDF)
    presenter.open(CEDARS_REVIEW)
    presenter.kind = DocumentKind.MINUTES
    data, _missing = presenter.make(order)
    presenter.keep(order, data, tmp_path / "x.pdf")
    assert _unsent(workspace, FERNS_REVIEW) == [DocumentKind.LETTER]
    assert _unsent(workspace, CEDARS_REVIEW) == [DocumentKind.LETTER]


def test_that_a_file_that_could_not_be_written_does_not_wait_to_be_sent(
    presenter: WritingPresenter, workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    with pytest.raises(NotWritable):
        presenter.keep(presenter.order(Format.PDF), b"x", tmp_path / "file" / "x.pdf")
    assert _unsent(workspace, FERNS_REVIEW) == []
