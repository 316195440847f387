"""What is kept from a reader stands in no copy for them, of whatever kind and format."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, Meeting

from iro_desktop.documents.formats import Format
from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.documents.writers import write
from iro_desktop.documents.written_parts import written_parts
from iro_desktop.domain.copies import CopyWanted, usual_reader
from iro_desktop.domain.correspondence import DocumentKind, DocumentText
from iro_desktop.domain.identifiers import EntityId, derived_id
from iro_desktop.domain.redaction import any_spelling_of, folded
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.domain.withholding import (
    ConfidentialDetail,
    Reader,
    WithheldBecause,
    WithheldPassage,
)
from iro_desktop.form_engine.definition import Kind
from iro_desktop.i18n import Translator
from iro_desktop.services import copies, recording, withholding
from iro_desktop.services.copies import Copy
from iro_desktop.services.faults import MarkLost, NotInTheText, WouldLeak
from written_text import words_in

HIDDEN = "9 Hollow Beech Way, RG99 9ZZ"
WRITTEN = ("lives at 9 Hollow Beech Way, RG99 9ZZ", "is at 9 HOLLOW BEECH WAY\nRG999ZZ, they say")
OTHERS = tuple(reader for reader in Reader if reader is not Reader.FILE)
KINDS = tuple(BUILDERS)


def an_id(*keys: str) -> EntityId:
    return EntityId(derived_id("made up", *keys))


def keep_the_address(meeting: Meeting, *kept_from: Reader, until: dt.date | None = None) -> None:
    detail = ConfidentialDetail(
        id=an_id("address"), child_id=CHILD.id, words=HIDDEN, kept_from=kept_from, until=until
    )
    withholding.keep_detail(meeting.workspace.uow_factory, detail, meeting.workspace.clock)


def keep(meeting: Meeting, thing: str, field: str, words: str, *kept_from: Reader) -> None:
    passage = WithheldPassage(
        id=an_id(thing, field, words),
        child_id=CHILD.id,
        review_id=meeting.review.id,
        thing=thing,
        field=field,
        words=words,
        because=WithheldBecause.THIRD_PARTY,
        kept_from=kept_from,
    )
    withholding.keep_passage(
        meeting.workspace.uow_factory,
        meeting.review.id,
        passage,
        meeting.record,
        meeting.workspace.clock,
    )


def a_copy(meeting: Meeting, kind: DocumentKind, reader: Reader) -> Copy:
    return copies.copy_of(
        meeting.workspace, CopyWanted(review=meeting.review.id, kind=kind, reader=reader)
    )


@pytest.fixture
def planted(meeting: Meeting) -> Meeting:
    """A meeting in which the address stands wherever anyone could type it."""
    meeting.open()
    for section in meeting.form.sections:
        for question in section.questions:
            if question.kind in {Kind.TEXT, Kind.LONG_TEXT}:
                meeting.answer(question.id, f"The child {WRITTEN[0]}.")
    meeting.change(planned_at=HIDDEN)
    factory = meeting.workspace.uow_factory
    for person in meeting.record.participants:
        meeting.save(replace(person, relationship=f"someone who {WRITTEN[1]}"))
    view = recording.new_view(meeting.review, 0, "Made-up Officer", meeting.workspace.clock.today())
    meeting.save(replace(view, words=f"I know who {WRITTEN[1]}.", sharing=Sharing.EVERYONE))
    meeting.decide(f"Visit whoever {WRITTEN[0]}")
    with factory() as uow:
        for kind in DocumentKind:
            for part in written_parts(kind, Translator()):
                uow.document_texts.put(
                    DocumentText(
                        id=an_id(kind, part.id),
                        child_id=CHILD.id,
                        review_id=meeting.review.id,
                        kind=kind,
                        part=part.id,
                        words=f"Someone {WRITTEN[1]}.",
                    )
                )
    return meeting


def stands_in(text: str) -> bool:
    pattern = any_spelling_of(HIDDEN)
    assert pattern is not None
    return bool(pattern.search(folded(text)))


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_confidential_address_prints_on_no_copy_for_those_it_is_kept_from(
    planted: Meeting, kind: DocumentKind
) -> None:
    keep_the_address(planted, *OTHERS)
    for reader in (usual_reader(kind), Reader.CHILD, Reader.PARENT):
        if reader is Reader.FILE:
            continue
        copy = a_copy(planted, kind, reader)
        copy.require_safe()
        assert not stands_in(repr(copy.document).replace("\\n", "\n"))
        assert not stands_in(words_in(write(copy.document, Format.HTML).data, Format.HTML))


def test_that_it_does_print_for_the_file_and_after_its_last_day(planted: Meeting) -> None:
    keep_the_address(planted, *OTHERS)
    assert stands_in(repr(a_copy(planted, DocumentKind.MINUTES, Reader.FILE).document))
    yesterday = planted.workspace.clock.today() - dt.timedelta(days=1)
    keep_the_address(planted, *OTHERS, until=yesterday)
    assert stands_in(repr(a_copy(planted, DocumentKind.LETTER, Reader.CHILD).document))


@pytest.mark.parametrize("file_format", [Format.PDF, Format.DOCX])
def test_that_a_file_does_not_hold_it_either(planted: Meeting, file_format: Format) -> None:
    keep_the_address(planted, Reader.CHILD)
    data = write(a_copy(planted, DocumentKind.LETTER, Reader.CHILD).document, file_format).data
    assert not stands_in(words_in(data, file_format))
    assert "left out: a private address" in words_in(data, file_format)


def test_that_a_passage_is_left_out_with_an_honest_note_for_those_it_is_kept_from(
    meeting: Meeting,
) -> None:
    meeting.open()
    (decision,) = meeting.decide("Ask Barnaby Thistlewhip to stay away from school")
    keep(meeting, decision.id, "what", "Barnaby Thistlewhip", Reader.PARENT)
    for_parent = a_copy(meeting, DocumentKind.MINUTES, Reader.PARENT)
    assert "Ask [left out: about someone else] to stay away" in words_in(
        write(for_parent.document, Format.HTML).data, Format.HTML
    )
    assert for_parent.left_out == {WithheldBecause.THIRD_PARTY: 1}
    for_school = a_copy(meeting, DocumentKind.MINUTES, Reader.SCHOOL)
    assert "Barnaby Thistlewhip" in repr(for_school.document)
    assert not for_school.left_out


def test_that_a_copy_that_would_leak_is_refused_with_where(meeting: Meeting) -> None:
    meeting.open()
    first, second = meeting.decide("Ask Barnaby Thistlewhip", "Tell barnaby  thistlewhip why")
    keep(meeting, first.id, "what", "Barnaby Thistlewhip", Reader.PARENT)
    copy = a_copy(meeting, DocumentKind.MINUTES, Reader.PARENT)
    with pytest.raises(WouldLeak) as refused:
        copy.require_safe()
    assert "Decisions and recommendations" in refused.value.data["places"]
    keep(meeting, second.id, "what", "barnaby  thistlewhip", Reader.PARENT)
    keep(meeting, second.id, "words_for_child", "barnaby  thistlewhip", Reader.PARENT)
    keep(meeting, first.id, "words_for_child", "Barnaby Thistlewhip", Reader.PARENT)
    a_copy(meeting, DocumentKind.MINUTES, Reader.PARENT).require_safe()


def test_that_a_mark_whose_words_were_changed_stops_the_copy(meeting: Meeting) -> None:
    meeting.open()
    (decision,) = meeting.decide("Ask Barnaby Thistlewhip")
    keep(meeting, decision.id, "what", "Barnaby Thistlewhip", Reader.PARENT)
    meeting.save(replace(decision, what="Ask the neighbour", words_for_child=""))
    copy = a_copy(meeting, DocumentKind.MINUTES, Reader.PARENT)
    assert len(copy.lost) == 1
    with pytest.raises(MarkLost):
        copy.require_safe()


def test_that_only_words_that_stand_there_can_be_marked(meeting: Meeting) -> None:
    meeting.open()
    (decision,) = meeting.decide("Ask the neighbour")
    with pytest.raises(NotInTheText):
        keep(meeting, decision.id, "what", "somebody else", Reader.PARENT)


def test_that_who_decided_and_when_is_kept_with_the_mark(meeting: Meeting) -> None:
    meeting.open()
    (decision,) = meeting.decide("Ask the neighbour")
    keep(meeting, decision.id, "what", "the neighbour", Reader.CHILD)
    (passage,) = meeting.record.withheld
    assert (passage.decided_by, passage.decided_on) == (
        "Made-up Officer",
        meeting.workspace.clock.today(),
    )
    withholding.give_back(meeting.workspace.uow_factory, passage)
    assert meeting.record.withheld == ()


def test_that_a_closed_record_can_still_be_marked(meeting: Meeting) -> None:
    meeting.fill()
    meeting.close()
    decision = meeting.record.decisions[0]
    keep(meeting, decision.id, "what", "Fridays", Reader.PARENT)
    keep(meeting, decision.id, "words_for_child", "Fridays", Reader.PARENT)
    copy = a_copy(meeting, DocumentKind.MINUTES, Reader.PARENT)
    copy.require_safe()
    assert "Fridays" not in repr(copy.document)
