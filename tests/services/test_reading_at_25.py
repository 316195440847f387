import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, EPISODE, Desk, Meeting

from iro_desktop.documents.blocks import Heading, Quotation
from iro_desktop.documents.plain_text import write_text
from iro_desktop.documents.whole_life import WholeLife
from iro_desktop.domain.care import Episode
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind, DocumentText
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ChildId, EntityId, EpisodeId, ReviewId, new_id
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.participation import Role, Voice
from iro_desktop.domain.review import Origin
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.domain.withholding import Reader, WithheldBecause, WithheldPassage
from iro_desktop.i18n import Translator
from iro_desktop.services import copies, happenings, reading_at_25, recording, withholding, writing
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.flags_for_reading import Missing, flag_in_words, flags

ENGLISH = Translator()
AT_25 = DocumentKind.READ_AT_25


def life_of(meeting: Meeting) -> WholeLife:
    today = meeting.workspace.clock.today()
    return reading_at_25.read(meeting.workspace.uow_factory, CHILD.id, today)


def missing_in(meeting: Meeting) -> set[Missing]:
    return {flag.missing for flag in flags(life_of(meeting))}


def composed(meeting: Meeting, kind: DocumentKind) -> str:
    return write_text(writing.compose(meeting.workspace, meeting.review.id, kind, ENGLISH))


def write_down(meeting: Meeting, kind: DocumentKind, **parts: str) -> None:
    with meeting.workspace.uow_factory() as uow:
        for part, words in parts.items():
            uow.document_texts.put(
                DocumentText(
                    id=EntityId(new_id()),
                    child_id=CHILD.id,
                    review_id=meeting.review.id,
                    kind=kind,
                    part=part,
                    words=words,
                )
            )


def test_that_every_review_that_was_held_is_read_from_the_oldest_on(desk: Desk) -> None:
    held: dict[ChildId, list[tuple[dt.date, ReviewId]]] = {}
    for review in desk.caseload.reviews:
        if review.held_on is not None:
            held.setdefault(review.child_id, []).append((review.held_on, review.id))
    child = max(held, key=lambda one: len(held[one]))
    today = desk.workspace.clock.today()
    life = reading_at_25.read(desk.workspace.uow_factory, child, today)
    assert [one.review.id for one in life.reviews] == [name for _, name in sorted(held[child])]
    assert len(life.reviews) > 2
    laptop = next(one for one in reversed(life.reviews) if one.review.origin is Origin.LAPTOP)
    document = writing.compose(desk.workspace, laptop.review.id, AT_25, ENGLISH)
    days = {block.text for block in document.blocks if isinstance(block, Heading)}
    shared = {view.words for one in life.reviews for view in one.views if view.may_be_printed}
    quoted = {block.words for block in document.blocks if isinstance(block, Quotation)}
    assert quoted == shared
    for one in life.reviews:
        if any(not decision.is_blank for decision in one.decisions):
            assert one.review.held_on is not None
            assert ENGLISH.date(one.review.held_on) in days


def test_that_a_child_nobody_knows_cannot_be_read(meeting: Meeting) -> None:
    today = meeting.workspace.clock.today()
    with pytest.raises(NoSuchThing):
        reading_at_25.read(meeting.workspace.uow_factory, ChildId("nobody"), today)


def test_that_a_decision_without_reason_or_owner_is_flagged(meeting: Meeting) -> None:
    meeting.open()
    made = recording.new_decision(meeting.review, 0)
    meeting.save(replace(made, what="Move to another school."))
    found = {flag.missing: flag for flag in flags(life_of(meeting))}
    for missing in (Missing.REASON_OF_DECISION, Missing.OWNER_OF_DECISION):
        assert found[missing].thing == made.id
        assert found[missing].words == "Move to another school."
        assert found[missing].day == meeting.workspace.clock.today()
    why = "Move to another school, because it is nearer to Nan."
    meeting.save(replace(made, what=why, owner="Perpetua Inkwell"))
    assert not missing_in(meeting) & {Missing.REASON_OF_DECISION, Missing.OWNER_OF_DECISION}


@pytest.mark.parametrize(
    ("sentence", "is_flagged"),
    [
        ("It was decided that Zorbelina should move.", True),
        ("It was also felt that this was best.", True),
        ("It has been agreed to wait.", True),
        ("At the meeting a decision was made to wait.", True),
        ("It was decided by the panel that she moves.", False),
        ("A decision was made by the judge.", False),
        ("The panel decided that she moves.", False),
        ("It was raining.", False),
        ("She felt that it was fair.", False),
    ],
)
def test_that_a_sentence_in_which_nobody_decides_is_flagged(
    meeting: Meeting, sentence: str, *, is_flagged: bool
) -> None:
    meeting.open()
    meeting.answer("home_notes", f"A first sentence. {sentence} And a last one.")
    found = [one for one in flags(life_of(meeting)) if one.missing is Missing.WHO_DECIDED]
    assert bool(found) is is_flagged
    for flag in found:
        assert flag.words in sentence


def test_that_the_childs_own_words_are_never_flagged(meeting: Meeting) -> None:
    meeting.open()
    today = meeting.workspace.clock.today()
    view = recording.new_view(meeting.review, 0, "Made-up Officer", today)
    meeting.save(replace(view, words="It was decided without me."))
    assert Missing.WHO_DECIDED not in missing_in(meeting)


def test_that_a_review_without_the_childs_view_is_flagged_until_something_came(
    meeting: Meeting,
) -> None:
    meeting.open()
    assert Missing.CHILDS_VIEW in missing_in(meeting)
    child = next(one for one in meeting.record.participants if one.role is Role.CHILD)
    meeting.save(replace(child, voice=Voice.DID_NOT_CONTRIBUTE))
    assert Missing.CHILDS_VIEW in missing_in(meeting)
    meeting.save(replace(child, voice=Voice.WITHOUT_WORDS))
    assert Missing.CHILDS_VIEW not in missing_in(meeting)


@pytest.mark.parametrize("reason", ["", "CARPL"])
def test_that_a_move_without_a_reason_is_flagged(meeting: Meeting, reason: str) -> None:
    meeting.open()
    moved = dt.date(2026, 1, 5)
    with meeting.workspace.uow_factory() as uow:
        uow.episodes.put(replace(EPISODE, ended=moved, reason_ended="X1", reason_for_move=reason))
        uow.episodes.put(
            Episode(
                id=EpisodeId("made-up-move"),
                child_id=CHILD.id,
                started=moved,
                reason_started="P",
                legal_status="C2",
                placement="K2",
            )
        )
    found = [one for one in flags(life_of(meeting)) if one.missing is Missing.REASON_OF_MOVE]
    assert [(one.thing, one.day) for one in found] == ([] if reason else [("made-up-move", moved)])
    text = composed(meeting, AT_25)
    assert ("The care plan was changed or carried out" in text) is bool(reason)


@pytest.mark.parametrize("language", ["en-GB", "en-XA"])
def test_that_every_flag_has_words_of_its_own_and_none_prints(
    meeting: Meeting, language: str
) -> None:
    meeting.open()
    meeting.decide("Wait")
    found = flags(life_of(meeting))
    assert found
    said = {flag_in_words(replace(found[0], missing=one), Translator(language)) for one in Missing}
    assert len(said) == len(Missing)
    text = composed(meeting, AT_25)
    assert not any(flag_in_words(flag, ENGLISH) in text for flag in found)


def test_that_what_is_kept_from_a_reader_at_an_earlier_review_is_left_out_too(
    meeting: Meeting,
) -> None:
    meeting.fill()
    decision = meeting.decide("Ask Barnaby Thistlewhip to stay away")[0]
    meeting.close()
    passage = WithheldPassage(
        id=EntityId(""),
        child_id=CHILD.id,
        review_id=meeting.review.id,
        thing=decision.id,
        field="what",
        words="Barnaby Thistlewhip",
        because=WithheldBecause.THIRD_PARTY,
        kept_from=(Reader.CHILD,),
    )
    factory, clock = meeting.workspace.uow_factory, meeting.workspace.clock
    withholding.keep_passage(factory, meeting.review.id, passage, meeting.record, clock)
    later = Meeting.begun(meeting.workspace)
    later.change(held_on=dt.date(2027, 1, 4))
    wanted = CopyWanted(review=later.review.id, kind=AT_25, reader=Reader.CHILD)
    copy = copies.copy_of(later.workspace, wanted)
    copy.require_safe()
    assert "Barnaby Thistlewhip" not in write_text(copy.document)
    assert copy.left_out == {WithheldBecause.THIRD_PARTY: 1}
    whole = copies.copy_of(later.workspace, replace(wanted, reader=Reader.FILE))
    assert "Barnaby Thistlewhip" in write_text(whole.document)


def test_that_words_not_shared_are_missed_honestly(meeting: Meeting) -> None:
    meeting.open()
    today = meeting.workspace.clock.today()
    view = recording.new_view(meeting.review, 0, "Made-up Officer", today)
    meeting.save(replace(view, words="Only for you: umbrella", sharing=Sharing.IRO_ONLY))
    text = composed(meeting, AT_25)
    assert "umbrella" not in text
    assert "You said more than stands here." in text


def test_that_a_concern_is_to_be_resolved_until_it_was(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    kind = DocumentKind.RESOLUTION
    assert "I raised this formally" not in composed(meeting, kind)
    happenings.record(factory, CHILD.id, Happening.CONCERN_RAISED, dt.date(2020, 12, 18))
    # domain research, test vectors: opened 18 December 2020, ends 20 January 2021 at the latest
    assert "It is to be resolved by Wednesday 20 January 2021." in composed(meeting, kind)
    happenings.record(factory, CHILD.id, Happening.CONCERN_RESOLVED, dt.date(2021, 1, 4))
    assert "I raised this formally" not in composed(meeting, kind)


def test_that_a_secure_report_names_its_panel_and_a_disruption_report_what_happened(
    meeting: Meeting,
) -> None:
    factory = meeting.workspace.uow_factory
    with factory() as uow:
        uow.panel_members.put(
            PanelMember(
                id=EntityId("made-up-member"),
                child_id=CHILD.id,
                review_id=meeting.review.id,
                name="Ottoline Fernwhistle",
                is_chair=True,
            )
        )
    happened = dt.date(2026, 9, 1)
    happenings.record(factory, CHILD.id, Happening.PLACEMENT_DISRUPTED, happened, "A flood.")
    assert "Ottoline Fernwhistle" in composed(meeting, DocumentKind.SECURE_REPORT)
    assert "A flood." in composed(meeting, DocumentKind.DISRUPTION_REPORT)


def test_that_a_document_is_a_draft_while_a_required_part_is_not_written(meeting: Meeting) -> None:
    kind = DocumentKind.GOODBYE
    draft = writing.compose(meeting.workspace, meeting.review.id, kind, ENGLISH)
    assert draft.draft
    assert "Draft. This letter has not been sent." in write_text(draft)
    write_down(meeting, kind, why="I move away.", enjoyed="Your jokes.", next_iro="Sam Example.")
    final = writing.compose(meeting.workspace, meeting.review.id, kind, ENGLISH)
    assert not final.draft
    assert "Your jokes." in write_text(final)


def test_that_a_review_of_a_return_is_never_named_by_what_comes_of_the_councils_number(
    desk: Desk,
) -> None:
    returned = next(one for one in desk.caseload.reviews if one.origin is Origin.RETURN)
    document = writing.compose(desk.workspace, returned.id, DocumentKind.INVITATION, ENGLISH)
    assert returned.id[:8].upper() not in repr(document)
