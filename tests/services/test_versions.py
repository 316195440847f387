"""Versions of documents: what is signed stays to the byte, and what must not be signed is not."""

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_meeting import Meeting
from written_versions import Letters, a_letter

from fixed_clock import FixedClock
from iro_desktop.documents.blocks import (
    Heading,
    Notice,
    Paragraph,
    Quotation,
    Span,
    plain,
    text_of,
)
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.document_versions import DocumentVersion, VersionState
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.reading import ReadingStyle
from iro_desktop.domain.withholding import ConfidentialDetail, Reader
from iro_desktop.services import versions, withholding
from iro_desktop.services.copies import copy_of
from iro_desktop.services.faults import (
    NameMissing,
    NoSuchThing,
    NotChecked,
    NotSigned,
    NotTranslated,
    ReasonMissing,
    SignedVersion,
    StillADraft,
    VersionDamaged,
    WouldLeak,
)
from iro_desktop.services.owner import Signatory, introduce
from iro_desktop.services.redrafting import says_the_same
from iro_desktop.services.what_changed import WhatChanged

HOME = "4 Made-up Lane, Madeford"


@pytest.fixture
def closed(meeting: Meeting) -> Letters:
    meeting.fill()
    meeting.close()
    return Letters.of(meeting)


def test_that_a_letter_goes_from_draft_to_signature(closed: Letters, clock: FixedClock) -> None:
    drafted = closed.draft()
    assert (drafted.number, closed.listed()[0].state) == (1, VersionState.DRAFTED)
    checked = closed.check(drafted)
    assert (checked.checked_on, checked.checked_by) == (clock.today(), "Made-up Officer")
    assert closed.listed()[0].state is VersionState.CHECKED
    signed = closed.sign(checked)
    assert (signed.signed_at, signed.signed_by) == (clock.now(), "Made-up Officer")
    assert len(signed.digest) == 64
    assert signed.is_whole
    assert closed.listed()[0].state is VersionState.SIGNED
    assert versions.document_of(signed) == a_letter()


def test_that_the_letter_of_a_real_record_is_signed_as_it_was_made(closed: Letters) -> None:
    copy = copy_of(closed.meeting.workspace, closed.wanted)
    signed = closed.signed(copy.document)
    assert versions.document_of(signed) == copy.document


def test_that_a_letter_waits_to_be_sent_once_it_is_signed(closed: Letters) -> None:
    closed.signed()
    closed.wanted = replace(closed.wanted, reader=Reader.PARENT)
    closed.signed()
    with closed.meeting.workspace.uow_factory() as uow:
        (waiting,) = uow.written_documents.of_review(closed.meeting.review.id)
    assert (waiting.kind, waiting.sent_on) == (DocumentKind.LETTER, None)


def test_that_a_draft_gives_way_to_the_next_and_has_to_be_checked_again(closed: Letters) -> None:
    first = closed.check(closed.draft())
    same = closed.draft()
    assert same == first
    other = closed.draft(a_letter("You were kind."))
    assert (other.id, other.number, other.checked_on) == (first.id, 1, None)
    assert len(closed.listed()) == 1


def test_that_another_reader_language_or_style_has_versions_of_its_own(closed: Letters) -> None:
    closed.signed()
    for change in (
        {"reader": Reader.PARENT},
        {"reader_name": "Mum"},
        {"language": "pl"},
        {"style": ReadingStyle.LARGE_PRINT},
    ):
        other = closed.for_(**change)
        assert other.draft().number == 1
    assert len(closed.listed()) == 5


def test_that_a_correction_says_what_changed_and_leaves_the_signed_one(closed: Letters) -> None:
    signed = closed.signed()
    correction = closed.correct(signed)
    assert (correction.number, correction.corrects) == (2, signed.id)
    assert correction.what_changed == "The day"
    assert correction.checked_on is None
    heading, notice, words = versions.document_of(correction).blocks
    assert isinstance(heading, Heading)
    assert isinstance(notice, Notice)
    assert text_of(notice.spans).endswith("The day")
    assert isinstance(words, Paragraph)
    second = closed.sign(closed.check(correction))
    one, two = closed.listed()
    assert (one.version, one.corrected_by) == (signed, second.id)
    assert (two.version, two.corrected_by) == (second, None)


def test_that_a_correction_drafted_again_is_a_correction_still(closed: Letters) -> None:
    signed = closed.signed()
    correction = closed.correct(signed)
    again = closed.draft(a_letter("You were wise."))
    assert (again.id, again.number, again.corrects) == (correction.id, 2, signed.id)
    assert isinstance(versions.document_of(again).blocks[1], Notice)


def test_that_the_newest_signed_version_is_the_one_that_is_corrected(closed: Letters) -> None:
    first = closed.signed()
    second = closed.sign(closed.check(closed.correct(first)))
    third = closed.correct(first, "The name")
    assert (third.number, third.corrects) == (3, second.id)


def test_that_a_signed_version_is_neither_drafted_checked_signed_nor_discarded_again(
    closed: Letters,
) -> None:
    signed = closed.signed()
    factory = closed.meeting.workspace.uow_factory
    for act in (
        lambda: closed.draft(a_letter("Else")),
        lambda: closed.check(signed),
        lambda: closed.sign(signed),
        lambda: versions.discard(factory, signed.id),
    ):
        with pytest.raises(SignedVersion):
            act()
    assert closed.listed()[0].version == signed


def test_that_a_draft_can_be_discarded(closed: Letters) -> None:
    drafted = closed.draft()
    assert versions.discard(closed.meeting.workspace.uow_factory, drafted.id)
    assert closed.listed() == ()
    with pytest.raises(NoSuchThing):
        closed.check(drafted)


def test_that_only_a_signed_version_is_corrected_and_only_with_a_reason(closed: Letters) -> None:
    drafted = closed.draft()
    with pytest.raises(NotSigned):
        closed.correct(drafted)
    signed = closed.sign(closed.check(drafted))
    with pytest.raises(ReasonMissing):
        closed.correct(signed, "  ")


def test_that_nothing_is_signed_unchecked(closed: Letters) -> None:
    with pytest.raises(NotChecked):
        closed.sign(closed.draft())


def test_that_nobody_checks_or_signs_what_came_in_since_they_read_it(closed: Letters) -> None:
    drafted, workspace = closed.draft(), closed.meeting.workspace
    theirs = closed.draft(a_letter("You were kind."))
    assert theirs.id == drafted.id
    with pytest.raises(NotChecked):
        versions.check(workspace, drafted.id, as_read=drafted.content)
    closed.check(theirs)
    with pytest.raises(NotChecked):
        versions.sign(workspace, drafted.id, as_read=drafted.content)
    signed, _ = versions.sign(workspace, drafted.id, as_read=theirs.content)
    assert signed.content == theirs.content


def test_that_nobody_signs_without_a_name(closed: Letters) -> None:
    checked = closed.check(closed.draft())
    introduce(closed.meeting.workspace.uow_factory, Signatory(""))
    with pytest.raises(NameMissing):
        closed.sign(checked)
    signed, _ = versions.sign(closed.meeting.workspace, checked.id, "Another Officer ")
    assert signed.signed_by == "Another Officer"


def test_that_a_letter_drafted_before_the_review_was_closed_is_not_signed(
    meeting: Meeting,
) -> None:
    wanted = CopyWanted(review=meeting.review.id, kind=DocumentKind.LETTER, reader=Reader.CHILD)
    early = Letters(meeting, wanted)
    drafted = early.check(early.draft(copy_of(meeting.workspace, wanted).document))
    with pytest.raises(StillADraft):
        early.sign(drafted)
    meeting.fill()
    meeting.close()
    with pytest.raises(StillADraft):
        early.sign(drafted)
    assert early.signed(copy_of(meeting.workspace, wanted).document).is_signed


def test_that_a_letter_without_a_draft_mark_waits_for_the_record_too(meeting: Meeting) -> None:
    wanted = CopyWanted(review=meeting.review.id, kind=DocumentKind.LETTER, reader=Reader.CHILD)
    early = Letters(meeting, wanted)
    with pytest.raises(StillADraft):
        early.signed()


@pytest.mark.parametrize(
    "kind", [DocumentKind.INTRODUCTION, DocumentKind.COURT_VIEW, DocumentKind.GOODBYE]
)
def test_that_what_tells_of_no_meeting_waits_for_none(meeting: Meeting, kind: DocumentKind) -> None:
    early = Letters(meeting, CopyWanted(review=meeting.review.id, kind=kind, reader=Reader.CHILD))
    assert early.signed().is_signed


def test_that_the_decisions_wait_for_the_meeting_alone(meeting: Meeting) -> None:
    wanted = CopyWanted(review=meeting.review.id, kind=DocumentKind.DECISIONS, reader=Reader.FILE)
    early = Letters(meeting, wanted)
    with pytest.raises(StillADraft):
        early.signed()
    meeting.open()
    assert early.signed().is_signed


def test_that_a_letter_with_untranslated_parts_is_not_signed(closed: Letters) -> None:
    foreign = Paragraph((Span("You were brave.", authored=True, language="en-GB"),))
    said = Quotation("I like it", language="en-GB", translation="Lubi\u0119 to")
    with pytest.raises(NotTranslated) as refused:
        closed.signed(a_letter("By\u0142a\u015b dzielna.", foreign, said, language="pl"))
    assert refused.value.data == {"count": "1"}
    translated = closed.check(closed.draft(a_letter("Dzielna.", said, language="pl")))
    with pytest.raises(NotTranslated):
        versions.sign(closed.meeting.workspace, translated.id, "", ("Brave",))
    assert closed.sign(translated).is_signed


def test_that_a_correction_in_another_language_says_in_it_what_changed(closed: Letters) -> None:
    polish = closed.for_(language="pl")
    signed = polish.signed(a_letter("Dzielna.", language="pl"))
    with pytest.raises(NotTranslated):
        polish.sign(polish.check(polish.correct(signed)))
    correction = polish.correct(signed, "The day", "Dzie\u0144")
    again = polish.draft(a_letter("M\u0105dra.", language="pl"))
    assert again.id == correction.id
    notice = versions.document_of(again).blocks[1]
    assert isinstance(notice, Notice)
    assert text_of(notice.spans).endswith("Dzie\u0144")
    assert polish.sign(polish.check(again)).what_changed == "The day"
    with pytest.raises(NameMissing):
        versions.correct(closed.meeting.workspace, signed.id, a_letter(), WhatChanged("A", "B"))


def test_that_a_letter_that_would_leak_is_not_signed_whenever_it_was_drafted(
    closed: Letters,
) -> None:
    meeting = closed.meeting
    checked = closed.check(closed.draft(a_letter("Here.", Paragraph(plain(HOME)))))
    detail = ConfidentialDetail(
        id=EntityId(""), child_id=meeting.review.child_id, words=HOME, kept_from=(Reader.CHILD,)
    )
    withholding.keep_detail(meeting.workspace.uow_factory, detail, meeting.workspace.clock)
    with pytest.raises(WouldLeak):
        closed.sign(checked)
    for_the_file = closed.for_(reader=Reader.FILE)
    assert for_the_file.signed(a_letter("Here.", Paragraph(plain(HOME)))).is_signed


def test_that_a_change_to_what_was_signed_is_seen(closed: Letters) -> None:
    signed = closed.signed()
    forged = replace(signed, content=signed.content.replace("brave", "bold"))
    assert signed.is_whole
    assert not forged.is_whole
    assert not replace(signed, signed_at=None).is_whole
    with pytest.raises(VersionDamaged):
        versions.document_of(forged)
    with pytest.raises(VersionDamaged):
        versions.document_of(replace(signed, signed_at=None, content="{}"))


STEPS = ("draft", "redraft", "check", "sign", "correct", "discard", "next day")
_names = (f"Reader {number}" for number in count())


def _take(step: str, made: Letters, clock: FixedClock, words: Iterator[int]) -> None:
    known = [each.version for each in made.listed()]
    mine = [one for one in known if one.reader_name == made.wanted.reader_name]
    open_draft = next((one for one in mine if not one.is_signed), None)
    match step:
        case "draft":
            made.draft()
        case "redraft":
            made.draft(a_letter(f"Words {next(words)}"))
        case "check" if open_draft:
            made.check(open_draft)
        case "sign" if open_draft:
            made.sign(open_draft)
        case "correct" if mine:
            made.correct(mine[0], f"Change {next(words)}")
        case "discard" if mine:
            versions.discard(made.meeting.workspace.uow_factory, mine[-1].id)
        case "next day":
            clock.advance(dt.timedelta(days=1).total_seconds())


def test_that_no_order_of_steps_whatever_changes_a_signed_version(
    closed: Letters, clock: FixedClock
) -> None:
    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.sampled_from(STEPS), min_size=4, max_size=14))
    def whatever(steps: list[str]) -> None:
        name, words = next(_names), count()
        made = closed.for_(reader_name=name)
        signed: dict[str, DocumentVersion] = {}
        for step in ("draft", "check", "sign", *steps):
            with suppress(NotChecked, NotSigned, SignedVersion):
                _take(step, made, clock, words)
            mine = [one for one in made.listed() if one.version.reader_name == name]
            assert [one.version.number for one in mine] == list(range(1, len(mine) + 1))
            assert sum(not one.version.is_signed for one in mine) <= 1
            found = {one.version.id: one.version for one in mine if one.version.is_signed}
            assert all(version.is_whole for version in found.values())
            assert signed.items() <= found.items()
            signed = found
        assert signed

    whatever()


def test_that_a_draft_says_the_same_until_the_record_says_otherwise(closed: Letters) -> None:
    factory = closed.meeting.workspace.uow_factory
    drafted = closed.draft()
    assert says_the_same(factory, drafted, a_letter())
    assert not says_the_same(factory, drafted, a_letter("You were kind."))
    correction = closed.correct(closed.sign(closed.check(drafted)))
    assert says_the_same(factory, correction, a_letter("You were kind."))
    assert not says_the_same(factory, correction, a_letter())
