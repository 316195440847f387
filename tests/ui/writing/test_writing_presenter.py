"""The letter and the minutes without their screen: which is shown, what is made, what was sent."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from small_caseload import BEGUN_REVIEW, CEDARS_REVIEW, FERN, LETTER, workspace_of

from fixed_clock import FixedClock
from iro_desktop.documents.writers import Format
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Output, ReviewStatus
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import NoSuchThing, NotWritable
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.writing.presenter import WritingPresenter
from iro_desktop.ui.writing.preview_palette import preview_palette

FERNS_REVIEW = ReviewId(f"{FERN}-2026-08-20")
BEGINNINGS = {Format.DOCX: b"PK\x03\x04", Format.PDF: b"%PDF-"}


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


@pytest.mark.parametrize("kind", DocumentKind)
def test_that_the_preview_speaks_of_the_child_in_the_size_of_paper_and_twice_that(
    presenter: WritingPresenter, kind: DocumentKind
) -> None:
    presenter.kind = kind
    once, twice = (presenter.preview(preview_palette(), zoom) for zoom in (1.0, 2.0))
    assert "Fern" in once.html
    assert twice.points == 2 * once.points


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("file_format", BEGINNINGS)
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
    assert "fern" not in name.replace(FERNS_REVIEW[:8], "").lower()


def test_that_a_document_waits_to_be_sent_once_however_often_it_is_written(
    presenter: WritingPresenter, workspace: Workspace, told: list[Changed], tmp_path: Path
) -> None:
    for file_format in BEGINNINGS:
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


def test_that_a_document_that_has_gone_waits_no_longer(
    presenter: WritingPresenter, workspace: Workspace
) -> None:
    presenter.open(CEDARS_REVIEW)
    (letter,) = presenter.paper().unsent
    assert presenter.paper().reader == "Cedar"
    presenter.mark_sent(letter, " Cedar, by hand ")
    assert presenter.paper().unsent == ()
    with workspace.uow_factory() as uow:
        kept = uow.written_documents.find(LETTER)
        review = uow.reviews.find(CEDARS_REVIEW)
    assert kept is not None
    assert (kept.sent_to, kept.sent_on) == ("Cedar, by hand", dt.date(2026, 11, 22))
    assert review is not None
    assert review.status is ReviewStatus.CLOSED
