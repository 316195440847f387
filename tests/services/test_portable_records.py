import json
import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from made_up_meeting import Desk, Meeting

from fixed_clock import FixedClock
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import Conduct, Origin, ReviewStatus
from iro_desktop.domain.sittings import Sitting
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.services import closing_review, preparing, recording, review_records, writing
from iro_desktop.services.faults import FixedReview, NoSuchThing, RecordDiffers, UnreadableFile
from iro_desktop.services.portable_reading import read_record
from iro_desktop.services.portable_records import export_record, forget_record, import_record
from iro_desktop.services.portable_shape import PortableRecord
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.private_file import write_file
from iro_desktop.store import SqlStore, create_store
from practice_samples import put_practice
from written_samples import put_what_is_written

EVERYTHING = (
    "participants",
    "answers",
    "views",
    "decisions",
    "scale_answers",
    "addenda",
    "written_documents",
    "sittings",
    "panel_members",
    "document_texts",
    "withheld_passages",
    "kept_pictures",
    "document_versions",
    "sendings",
    "readings_together",
    "childs_replies",
    "managers_confirmations",
    "translated_texts",
    "map_items",
    "worries",
    "matrix_cells",
    "milestones",
    "rooms",
    "story_frames",
    "story_agreements",
    "network_people",
    "safety_rules",
    "plan_tests",
    "asked_questions",
    "tool_uses",
    "agenda_items",
    "meeting_parts",
    "agreements",
    "support_offers",
    "permanence_findings",
    "consultation_answers",
)
OF_THE_CHILD = (
    "reader_wishes",
    "preferred_words",
    "confidential_details",
    "activities",
    "sdq_scores",
)
SAMPLES = Path(__file__).with_name("samples")


@pytest.fixture
def full(meeting: Meeting) -> Meeting:
    """A closed review with something of every kind in it, and things taken away again."""
    workspace = meeting.workspace
    question = recording.ask_scaling_question(
        workspace.uow_factory,
        meeting.review,
        text="How safe is home?",
        meaning_of_0="Not",
        meaning_of_10="Wholly",
    )
    dropped = recording.ask_scaling_question(
        workspace.uow_factory, meeting.review, text="A?", meaning_of_0="", meaning_of_10=""
    )
    today = workspace.clock.today()
    mum = recording.new_scale_answer(meeting.review, question, "Mum", Role.PARENT, 0)
    aside = recording.new_scale_answer(meeting.review, dropped, "Aunt", Role.FAMILY, 1)
    view = recording.new_view(meeting.review, 0, "Made-up Officer", today)
    meeting.save(
        recording.scored(mum, 6.5, today),
        aside,
        replace(
            view, words="i {like} it\nhere “really” \U0001f980 é\u202eabc", sharing=Sharing.NOBODY
        ),
    )
    recording.remove(workspace.uow_factory, aside)
    with workspace.uow_factory() as uow:
        uow.sittings.put(
            Sitting(
                id=EntityId("sitting"),
                child_id=meeting.review.child_id,
                review_id=meeting.review.id,
                on=today,
            )
        )
        uow.panel_members.put(
            PanelMember(
                id=EntityId("member"),
                child_id=meeting.review.child_id,
                review_id=meeting.review.id,
                name="Made-up Stranger",
            )
        )
    with workspace.uow_factory() as uow:
        put_what_is_written(uow, meeting.review.child_id, meeting.review.id)
        put_practice(uow, meeting.review.child_id, meeting.review.id)
    meeting.answer("school_notes", "Fine")
    meeting.answer("wanted_role", ("chair", "agenda"))
    meeting.fill()
    (gone,) = meeting.decide("Taken back")
    recording.remove(workspace.uow_factory, gone)
    meeting.close()
    closing_review.add_addendum(workspace.uow_factory, meeting.review, "Later.", workspace.clock)
    writing.note_written(
        workspace.uow_factory, meeting.review.id, DocumentKind.LETTER, workspace.clock
    )
    return meeting


@pytest.fixture
def other(tmp_path: Path, clock: FixedClock) -> Iterator[SqlStore]:
    """Another laptop's empty store."""
    opened = create_store(tmp_path / "other", bytes(32), clock=clock, author="Other Officer")
    yield opened
    opened.close()


def exported(meeting: Meeting, folder: Path) -> Path:
    path = folder / "record.json"
    write_file(export_record(meeting.workspace.uow_factory, meeting.review.id), path)
    return path


def held(uow_factory: UnitOfWorkFactory, review: ReviewId) -> dict[str, object]:
    with uow_factory() as uow:
        found: dict[str, object] = {
            name: list(getattr(uow, name).of_review(review)) for name in EVERYTHING
        }
        for name in OF_THE_CHILD:
            found[name] = list(getattr(uow, name).all())
        found["review"] = uow.reviews.find(review)
        found["history"] = list(uow.history.of_review(review))
        return found


def test_that_a_record_has_something_of_everything(full: Meeting) -> None:
    for name, things in held(full.workspace.uow_factory, full.review.id).items():
        assert things, name


def test_that_a_record_forgotten_and_taken_in_again_is_the_same_to_the_byte(
    full: Meeting, tmp_path: Path
) -> None:
    factory = full.workspace.uow_factory
    path = exported(full, tmp_path)
    before = held(factory, full.review.id)
    forget_record(factory, full.review.id, path)
    with pytest.raises(NoSuchThing):
        export_record(factory, full.review.id)
    left = held(factory, full.review.id)
    assert {name for name, things in left.items() if things} == set(OF_THE_CHILD)
    changed = import_record(factory, read_record(path))
    assert changed.reviews == {full.review.id}
    assert held(factory, full.review.id) == before
    assert export_record(factory, full.review.id) == path.read_bytes()


def test_that_a_record_goes_whole_to_another_laptop(
    full: Meeting, tmp_path: Path, other: SqlStore
) -> None:
    path = exported(full, tmp_path)
    assert import_record(other.unit_of_work, read_record(path))
    assert export_record(other.unit_of_work, full.review.id) == path.read_bytes()
    assert held(other.unit_of_work, full.review.id) == held(
        full.workspace.uow_factory, full.review.id
    )
    today = full.workspace.clock.today()
    there = review_records.read(other.unit_of_work, full.review.id, today)
    here = full.record
    assert there == replace(here, iro=there.iro)
    with pytest.raises(FixedReview):
        recording.remove(other.unit_of_work, here.views[0])


def test_that_an_old_question_whose_answer_was_taken_away_goes_with_it(
    full: Meeting, tmp_path: Path, other: SqlStore
) -> None:
    later = Meeting.begun(full.workspace)
    question = full.record.scaling_questions[0]
    answer = recording.new_scale_answer(later.review, question, "Mum", Role.PARENT, 0)
    later.save(answer)
    recording.remove(full.workspace.uow_factory, answer)
    path = exported(later, tmp_path)
    assert import_record(other.unit_of_work, read_record(path))
    assert export_record(other.unit_of_work, later.review.id) == path.read_bytes()


def test_that_what_is_held_already_is_left_alone(full: Meeting, tmp_path: Path) -> None:
    path = exported(full, tmp_path)
    assert not import_record(full.workspace.uow_factory, read_record(path))
    assert exported(full, tmp_path).read_bytes() == path.read_bytes()


def test_that_a_record_held_in_another_state_is_refused(full: Meeting, tmp_path: Path) -> None:
    path = exported(full, tmp_path)
    factory = full.workspace.uow_factory
    closing_review.add_addendum(factory, full.review, "Later still.", full.workspace.clock)
    before = held(factory, full.review.id)
    with pytest.raises(RecordDiffers):
        import_record(factory, read_record(path))
    with pytest.raises(RecordDiffers):
        forget_record(factory, full.review.id, path)
    assert held(factory, full.review.id) == before


def test_that_a_file_of_another_review_forgets_nothing(full: Meeting, tmp_path: Path) -> None:
    path = exported(full, tmp_path)
    later = Meeting.begun(full.workspace)
    with pytest.raises(RecordDiffers):
        forget_record(full.workspace.uow_factory, later.review.id, path)
    assert later.record


def test_that_the_next_review_still_stands_when_one_is_forgotten(
    full: Meeting, tmp_path: Path
) -> None:
    factory = full.workspace.uow_factory
    later = Meeting.begun(full.workspace)
    later.change(held_on=full.review.held_on, status=ReviewStatus.OPEN)
    (decision,) = full.record.decisions
    preparing.look_at_decision(factory, replace(decision, kept=Kept.KEPT), later.review.id)
    path = exported(full, tmp_path)
    forget_record(factory, full.review.id, path)
    assert later.record.last_decisions == ()
    import_record(factory, read_record(path))
    assert full.record.decisions[0].kept is Kept.KEPT


def test_that_someone_taken_off_the_childs_page_since_stays_away(
    full: Meeting, tmp_path: Path
) -> None:
    factory = full.workspace.uow_factory
    path = exported(full, tmp_path)
    forget_record(factory, full.review.id, path)
    with factory() as uow:
        gone, *rest = uow.people.of_child(full.review.child_id)
        uow.people.withdraw(gone)
    import_record(factory, read_record(path))
    with factory() as uow:
        assert list(uow.people.of_child(full.review.child_id)) == rest


def test_that_what_this_laptop_knows_of_the_child_is_not_overwritten(
    full: Meeting, tmp_path: Path
) -> None:
    factory = full.workspace.uow_factory
    path = exported(full, tmp_path)
    forget_record(factory, full.review.id, path)
    with factory() as uow:
        child = replace(uow.children.all()[0], known_as="Zorb")
        uow.children.put(child)
    import_record(factory, read_record(path))
    assert full.record.child == child


def test_that_the_file_is_its_owners_alone_and_says_what_it_is(
    full: Meeting, tmp_path: Path
) -> None:
    path = exported(full, tmp_path)
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    raw = json.loads(path.read_bytes())
    assert (raw["format"], raw["version"], raw["made_up"]) == (
        "iro-desktop review record",
        5,
        True,
    )
    assert raw["scale_answers"][0]["value"] == str(Decimal("6.5"))


def test_that_every_made_up_record_can_be_carried_to_another_laptop(
    desk: Desk, other: SqlStore, tmp_path: Path
) -> None:
    chosen = [one for one in desk.caseload.reviews if one.origin is Origin.LAPTOP][::9]
    returned = [one for one in desk.caseload.reviews if one.origin is Origin.RETURN][:2]
    for review in (*chosen, *returned):
        path = tmp_path / f"{review.id}.json"
        path.write_bytes(export_record(desk.store.unit_of_work, review.id))
        import_record(other.unit_of_work, read_record(path))
        assert export_record(other.unit_of_work, review.id) == path.read_bytes()


@pytest.mark.parametrize("released", [f"record_v{number}.json" for number in range(1, 5)])
def test_that_a_record_that_an_earlier_release_wrote_is_taken_in_as_it_was(
    other: SqlStore, tmp_path: Path, released: str
) -> None:
    record = read_record(SAMPLES / released)
    assert import_record(other.unit_of_work, record)
    review = record.review
    assert (review.conduct, review.lasts_minutes) == (Conduct.MEETING, 0)
    assert bool(record.sittings) is ("v1" not in released)
    has_documents = "v1" not in released and "v2" not in released
    assert bool(record.document_versions) is has_documents
    assert bool(record.confidential_details) is has_documents
    assert bool(record.milestones) is bool(record.activities) is ("v4" in released)
    assert record.closing_seals == []
    found = held(other.unit_of_work, review.id)
    assert found["review"] == review
    assert found["decisions"] == record.decisions
    assert not import_record(other.unit_of_work, record)
    again = tmp_path / "again.json"
    again.write_bytes(export_record(other.unit_of_work, review.id))
    assert replace_version(read_record(again)) == replace_version(record)
    forget_record(other.unit_of_work, review.id, again)
    assert import_record(other.unit_of_work, read_record(again))


def replace_version(record: PortableRecord) -> PortableRecord:
    return msgspec.structs.replace(record, version=0)


def test_that_a_review_nobody_knows_cannot_be_exported(desk: Desk) -> None:
    with pytest.raises(NoSuchThing):
        export_record(desk.store.unit_of_work, ReviewId("nobody"))


def test_that_a_file_that_is_gone_forgets_nothing(full: Meeting, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        forget_record(full.workspace.uow_factory, full.review.id, tmp_path / "gone.json")
    assert full.record
