"""Practice tools carried on from meeting to meeting, printed where the IRO says, and kept safe."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, Meeting

from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.comparison import Change, compare
from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.record import ToolRecord
from iro_desktop.domain.tools.safety_plan import NetworkPerson
from iro_desktop.domain.tools.story import StoryFrame
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.domain.tools.waiting import WaitingFault
from iro_desktop.domain.tools.worries import WorryKind, WorryStatement
from iro_desktop.domain.withholding import Reader, WithheldBecause, WithheldPassage
from iro_desktop.i18n.translator import Translator
from iro_desktop.services import copies, practice, review_records, tools
from iro_desktop.services.faults import FixedReview, PracticePackRefused
from iro_desktop.services.places_of_words import places_of_words
from iro_desktop.services.tool_remarks import ToolRemark, remarks_of, sentence
from iro_desktop.services.withholding import for_reader
from iro_desktop.services.workspace import Workspace

LAST_SPRING = dt.date(2026, 5, 4)
WORDS = "Uncle Fictional shouts at night"


@pytest.fixture
def before(meeting: Meeting) -> Review:
    """A review that was held before the one at hand."""
    held = Review(
        id=ReviewId("made-up-spring"),
        child_id=CHILD.id,
        status=ReviewStatus.OPEN,
        held_on=LAST_SPRING,
    )
    with meeting.workspace.uow_factory() as uow:
        uow.reviews.put(held)
    return held


def stood_in(workspace: Workspace, before: Review) -> None:
    """What tools held last spring."""

    def new(kind: type, **said: object) -> object:
        return tools.new_entry(kind, before, 0, "Made-up Officer", LAST_SPRING, **said)

    item = tools.new_entry(
        MapItem, before, 0, "Made-up Officer", LAST_SPRING, column="worried", words=WORDS
    )
    picture = KeptPicture(
        id=EntityId("made-up-picture"),
        child_id=CHILD.id,
        review_id=before.id,
        image="iVBORw0KGgo=",
        description="A house",
    )
    passage = WithheldPassage(
        id=EntityId("made-up-passage"),
        child_id=CHILD.id,
        review_id=before.id,
        thing=item.id,
        field="words",
        words="Uncle Fictional",
        because=WithheldBecause.THIRD_PARTY,
        kept_from=(Reader.PARENT,),
    )
    step = tools.new_entry(
        Milestone, before, 0, "Made-up Officer", LAST_SPRING, what="Move", planned_on=LAST_SPRING
    )
    with workspace.uow_factory() as uow:
        uow.map_items.put(item)
        uow.withheld_passages.put(passage)
        uow.kept_pictures.put(picture)
        uow.milestones.put(
            replace(step, revised_to=(dt.date(2026, 6, 1),), revised_because=("No place",))
        )
        uow.rooms.put(new(Room, tool=Tool.THREE_HOUSES, room="dreams", words="A dog"))
        uow.story_frames.put(new(StoryFrame, sentence="We live here.", picture_id=picture.id))
        uow.asked_questions.put(
            new(AskedQuestion, question="Who helps?", answer="Gran", state=EntryState.ANSWERED)
        )


def test_that_a_tool_goes_on_from_where_it_stood_each_thing_once(
    meeting: Meeting, before: Review
) -> None:
    factory, review = meeting.workspace.uow_factory, meeting.review
    stood_in(meeting.workspace, before)
    for tool in Tool:
        first = tools.carry_forward(factory, review.id, tool)
        assert bool(first) == (tool in {
            Tool.MAP, Tool.TRAJECTORY, Tool.WORDS_AND_PICTURES, Tool.BEST_QUESTIONS,
        })  # fmt: skip
        assert not tools.carry_forward(factory, review.id, tool)
    record = review_records.read(factory, review.id, dt.date(2026, 11, 22))
    there = record.earlier_tools[0].tools
    assert {one.change for one in compare(there.map_items, record.tools.map_items)} == {Change.SAME}
    (step,) = record.tools.milestones
    assert (step.planned_on, step.expected_on) == (LAST_SPRING, dt.date(2026, 6, 1))
    assert record.tools.rooms == ()
    (asked,) = record.tools.asked_questions
    assert (asked.question, asked.answer, asked.state) == ("Who helps?", "", EntryState.UNANSWERED)
    (frame,) = record.tools.story_frames
    assert frame.picture_id in {picture.id for picture in record.pictures}


def test_that_what_was_kept_from_someone_stays_kept_in_what_is_carried_and_in_what_it_was(
    meeting: Meeting, before: Review
) -> None:
    factory, review = meeting.workspace.uow_factory, meeting.review
    stood_in(meeting.workspace, before)
    tools.carry_forward(factory, review.id, Tool.MAP)
    day = dt.date(2026, 11, 22)
    record = review_records.read(factory, review.id, day)
    assert WORDS in repr(record.tools)
    cut = for_reader(record, Reader.PARENT, day)
    assert "Fictional" not in repr((cut.record.tools, cut.record.earlier_tools[0].tools))
    assert cut.lost == ()
    assert sum(cut.left_out.values()) == 2
    minutes = CopyWanted(review=review.id, kind=DocumentKind.MINUTES, reader=Reader.PARENT)
    copy = copies.copy_of(meeting.workspace, minutes)
    copy.require_safe()
    assert "Fictional" not in repr(copy.document)
    assert "shouts at night" in repr(copy.document)
    whole = copies.copy_of(meeting.workspace, replace(minutes, reader=Reader.FILE))
    assert WORDS in repr(whole.document)
    assert places_of_words(factory, CHILD.id, "Uncle Fictional", day) == 2


def test_that_every_text_of_a_tool_is_cut_and_no_id_of_it(meeting: Meeting) -> None:
    factory, review = meeting.workspace.uow_factory, meeting.review
    asked = tools.new_entry(
        AskedQuestion, review, 0, "Officer", LAST_SPRING, question="Does Pat Secret help?"
    )
    person = tools.new_entry(
        NetworkPerson, review, 0, "Officer", LAST_SPRING, part="Drives Pat Secret home"
    )
    room = tools.new_entry(
        Room, review, 0, "Officer", LAST_SPRING, tool=Tool.WIZARD, room="dreams", drawing="{}"
    )
    with factory() as uow:
        uow.asked_questions.put(asked)
        uow.network_people.put(person)
        uow.rooms.put(room)
        for thing, field, words in (
            (asked.id, "question", "Pat Secret"),
            (person.id, "part", "Pat Secret"),
            (room.id, "drawing", ""),
        ):
            uow.withheld_passages.put(
                WithheldPassage(
                    id=EntityId(f"{thing}-{field}"),
                    child_id=CHILD.id,
                    review_id=review.id,
                    thing=thing,
                    field=field,
                    words=words,
                    because=WithheldBecause.THIRD_PARTY,
                    kept_from=(Reader.PARENT,),
                )
            )
    day = dt.date(2026, 11, 22)
    record = review_records.read(factory, review.id, day)
    cut = for_reader(record, Reader.PARENT, day)
    assert "Secret" not in repr(cut.record.tools)
    assert cut.record.tools.rooms[0].drawing == ""
    assert cut.record.tools.rooms[0].thread == room.thread
    assert cut.lost == ()


def test_that_a_closed_review_takes_nothing_more(meeting: Meeting, before: Review) -> None:
    with meeting.workspace.uow_factory() as uow:
        uow.reviews.put(replace(before, status=ReviewStatus.CLOSED))
    with pytest.raises(FixedReview):
        tools.carry_forward(meeting.workspace.uow_factory, before.id, Tool.MAP)


def test_that_what_a_tool_lacks_is_said_in_a_sentence_that_names_it(meeting: Meeting) -> None:
    review = meeting.review
    alone = tools.new_entry(
        WorryStatement,
        review,
        0,
        "Officer",
        LAST_SPRING,
        kind=WorryKind.DANGER,
        words="He may be alone again",
        disputed_by=("Mum",),
    )
    said = tools.new_entry(
        MapItem, review, 0, "Officer", LAST_SPRING, column="worried", words="Dark", is_verbatim=True
    )
    step = tools.new_entry(
        Milestone, review, 0, "Officer", LAST_SPRING, what="Move", waits_for=(EntityId("gone"),)
    )
    record = ToolRecord(map_items=(said,), worries=(alone,), milestones=(step,))
    found = remarks_of(record, LAST_SPRING)
    assert [(one.code, one.subject) for one in found] == [
        (ToolRemark.WITHOUT_GOAL, alone.id),
        (ToolRemark.WITHOUT_SCALE, alone.id),
        (ToolRemark.UNEXPLAINED_DISPUTE, alone.id),
        (WaitingFault.FOR_NOTHING, step.id),
        (ToolRemark.WITHOUT_SPEAKER, said.id),
    ]
    words = [sentence(one, Translator()) for one in found]
    assert len(set(words)) == len(words)
    assert all("He may be alone again" in line for line in words[:3])
    worry = replace(alone, kind=WorryKind.WORRY, disputed_by=())
    assert remarks_of(ToolRecord(worries=(worry,)), LAST_SPRING) == ()


def test_that_a_councils_pack_is_in_force_until_it_goes_back(workspace: Workspace) -> None:
    factory = workspace.uow_factory
    text = "pack: ours\nversion: 2\ntitle: Ours\ntitles: {map: Our board}\n"
    with pytest.raises(PracticePackRefused) as refused:
        practice.take_pack(factory, text + "colour: red\n", "ours.yaml")
    assert "ours.yaml:5:1  F012  'colour'" in refused.value.data["why"]
    assert practice.take_pack(factory, text, "ours.yaml")
    with factory() as uow:
        assert practice.pack_in_force(uow.settings).titles[Tool.MAP] == "Our board"
        assert practice.name_of_council_pack(uow.settings) == "ours.yaml"
        uow.settings.set("practice_pack", "no pack any more")
    with factory() as uow:
        assert practice.pack_in_force(uow.settings) == practice.built_in_pack()
    assert practice.drop_pack(factory)
    with factory() as uow:
        assert practice.name_of_council_pack(uow.settings) == ""
