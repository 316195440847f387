"""Which documents of a review are in front, in which group, and how far each has come."""

import datetime as dt
from dataclasses import replace

import pytest

from iro_desktop.domain.child import Child
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.document_versions import DocumentVersion, VersionState
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.domain.withholding import Reader
from iro_desktop.services.versions import Listed
from iro_desktop.ui.writing.shelf import GROUPS, Shelved, shelf, state_in_words

TODAY = dt.date(2026, 11, 22)
WREN, REVIEW = ChildId("wren"), ReviewId("wrens-review")
HELD = Review(id=REVIEW, child_id=WREN, status=ReviewStatus.OPEN, held_on=TODAY)
RECORD = ReviewRecord(
    child=Child(id=WREN, number="2001", date_of_birth=dt.date(2016, 1, 1), made_up=True),
    review=HELD,
    iro=Signatory(name="Robin Example (made up)"),
    previous_review_on=dt.date(2026, 5, 1),
)
AFTER = {DocumentKind.LETTER, DocumentKind.MINUTES, DocumentKind.DECISIONS}
BEFORE = {DocumentKind.INVITATION, DocumentKind.CHILDS_INVITATION, DocumentKind.CONSULTATION}


def _likely(record: ReviewRecord) -> set[DocumentKind]:
    return {one.kind for one in shelf(record, (), (), TODAY) if one.is_likely}


def _version(kind: DocumentKind, name: str = "v") -> DocumentVersion:
    return DocumentVersion(
        id=EntityId(name),
        child_id=WREN,
        review_id=REVIEW,
        kind=kind,
        number=1,
        reader=Reader.CHILD,
        drafted_on=TODAY,
    )


def _letter(shelved: tuple[Shelved, ...]) -> Shelved:
    return next(one for one in shelved if one.kind is DocumentKind.LETTER)


def test_that_every_kind_stands_in_one_group() -> None:
    listed = [kind for kinds in GROUPS.values() for kind in kinds]
    assert sorted(listed) == sorted(DocumentKind)
    assert [one.kind for one in shelf(RECORD, (), (), TODAY)] == listed


def test_that_invitations_are_in_front_until_the_review_was_held() -> None:
    booked = replace(RECORD, review=replace(HELD, held_on=None, status=ReviewStatus.PLANNED))
    assert _likely(booked) == AFTER | BEFORE
    assert _likely(RECORD) == AFTER | {DocumentKind.CERTIFICATE}


def test_that_a_first_review_brings_the_iro_along() -> None:
    first = replace(RECORD, previous_review_on=None)
    assert _likely(first) >= {DocumentKind.MEET_YOUR_IRO, DocumentKind.INTRODUCTION}


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        (ReviewKind.SECURE, DocumentKind.SECURE_REPORT),
        (ReviewKind.DISRUPTION, DocumentKind.DISRUPTION_REPORT),
        (ReviewKind.CARE_LEAVER, DocumentKind.CARE_LEAVER_LETTER),
    ],
)
def test_that_a_review_of_a_kind_of_its_own_has_its_own_document(
    kind: ReviewKind, document: DocumentKind
) -> None:
    assert document not in _likely(RECORD)
    assert document in _likely(replace(RECORD, review=replace(HELD, kind=kind)))


def test_that_someone_of_sixteen_may_get_a_care_leavers_letter() -> None:
    older = replace(RECORD.child, date_of_birth=dt.date(2010, 11, 22))
    assert DocumentKind.CARE_LEAVER_LETTER in _likely(replace(RECORD, child=older))


def test_that_what_was_begun_is_in_front_whatever_the_review() -> None:
    version = Listed(_version(DocumentKind.COURT_VIEW), VersionState.DRAFTED)
    (court,) = (
        one for one in shelf(RECORD, [version], (), TODAY) if one.kind is DocumentKind.COURT_VIEW
    )
    assert court.is_likely
    assert state_in_words(court) == "Draft"


def test_that_the_furthest_copy_says_how_far_a_document_is() -> None:
    signed = Listed(_version(DocumentKind.LETTER, "a"), VersionState.SIGNED)
    draft = Listed(_version(DocumentKind.LETTER, "b"), VersionState.DRAFTED)
    assert state_in_words(_letter(shelf(RECORD, [signed, draft], (), TODAY))) == "Signed"
    corrected = replace(signed, corrected_by=EntityId("b"))
    assert state_in_words(_letter(shelf(RECORD, [corrected, draft], (), TODAY))) == "Draft"


def test_that_what_waits_to_be_sent_says_so_and_then_that_it_has_gone() -> None:
    waiting = WrittenDocument(
        id=EntityId("w"),
        child_id=WREN,
        review_id=REVIEW,
        kind=DocumentKind.LETTER,
        written_on=TODAY,
    )
    letter = _letter(shelf(RECORD, (), [waiting], TODAY))
    assert (state_in_words(letter), letter.is_sent) == ("Waiting to be sent", False)
    gone = replace(waiting, sent_on=TODAY, sent_to="Wren")
    letter = _letter(shelf(RECORD, (), [gone], TODAY))
    assert (state_in_words(letter), letter.is_sent) == ("Sent", True)
