"""A record that is exported in the middle of a conflict is taken in, conflict and all."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from made_up_meeting import Meeting

from fixed_clock import FixedClock
from fresh_stores import copy_of
from iro_desktop.domain.conflicts import ConflictCause, Settlement
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import RevisionId, new_id
from iro_desktop.services.faults import RecordDiffers, UnreadableFile
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import Stamp
from iro_desktop.services.portable_reading import read_record
from iro_desktop.services.portable_records import export_record, import_record
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.syncing.conflicts import merge_forks, open_conflicts, settle
from iro_desktop.store import SqlStore

MINE, THEIRS = "Swim on Mondays.", "Swim on Tuesdays."


@pytest.fixture
def elsewhere(fresh_store: Path, tmp_path: Path, clock: FixedClock) -> Iterator[SqlStore]:
    """Another laptop, which knows nothing yet."""
    store = copy_of(fresh_store, tmp_path / "elsewhere", clock)
    with store.unit_of_work() as uow:
        uow.settings.set("device", "elsewhere")
    yield store
    store.close()


@pytest.fixture
def decision(meeting: Meeting, clock: FixedClock) -> Decision:
    """What both laptops went on from."""
    (made,) = meeting.decide("Swim on Fridays.")
    clock.advance(3600)
    return made


def change(meeting: Meeting, decision: Decision, **fields: object) -> Decision:
    changed = replace(decision, **fields)  # type: ignore[arg-type]  # any field
    meeting.save(changed)
    return changed


def comes_in(
    meeting: Meeting, decision: Decision, *, withdrawn: bool = False, **newer: object
) -> None:
    """A colleague's version of the decision as it was first, made hours later.

    `newer` are fields that only a newer program knows.
    """
    with meeting.workspace.uow_factory() as uow:
        first = uow.history.of_entity(decision.id)[0]
        theirs = replace(
            first,
            id=RevisionId(new_id()),
            parents=(first.id,),
            author="Made-up Colleague",
            device="theirs",
            made_at=first.made_at + dt.timedelta(hours=5),
            fields={**first.fields, "what": decision.what, "owner": decision.owner, **newer},
            withdrawn=withdrawn,
        )
        stamp = Stamp(1, "person-2", "Made-up Colleague", theirs.made_at)
        touched = uow.ledger.take_in([(theirs, stamp)])
    merge_forks(meeting.workspace.uow_factory, touched)


def exported(meeting: Meeting, tmp_path: Path) -> Path:
    file = tmp_path / "record.json"
    file.write_bytes(export_record(meeting.workspace.uow_factory, meeting.review.id))
    return file


def taken_in(store: SqlStore, file: Path) -> None:
    assert import_record(store.unit_of_work, read_record(file))


def history_of(factory: UnitOfWorkFactory, decision: Decision) -> list[Revision]:
    with factory() as uow:
        return sorted(uow.history.of_entity(decision.id), key=lambda each: each.id)


@pytest.fixture
def disputed(meeting: Meeting, decision: Decision) -> Meeting:
    """Two changed one sentence, each in their own way."""
    meeting.fill()
    change(meeting, decision, what=MINE)
    comes_in(meeting, replace(decision, what=THEIRS))
    return meeting


def test_that_a_conflict_travels_as_it_is_and_is_shown_there(
    disputed: Meeting, decision: Decision, elsewhere: SqlStore, tmp_path: Path, clock: FixedClock
) -> None:
    file = exported(disputed, tmp_path)
    assert decision.id in {each.id for each in read_record(file).decisions}
    taken_in(elsewhere, file)
    (conflict,) = open_conflicts(elsewhere.unit_of_work)
    assert conflict.cause is ConflictCause.BOTH_CHANGED
    assert {side.fields["what"] for side in conflict.sides} == {MINE, THEIRS}
    here = disputed.workspace.uow_factory
    assert history_of(elsewhere.unit_of_work, decision) == history_of(here, decision)

    both = {**conflict.merged, "what": f"{MINE} {THEIRS}"}
    settle(elsewhere.unit_of_work, conflict, Settlement(both), clock)
    assert not open_conflicts(elsewhere.unit_of_work)
    assert not import_record(elsewhere.unit_of_work, read_record(file))  # settled stays settled


def test_that_what_one_took_away_travels_too(
    meeting: Meeting, decision: Decision, elsewhere: SqlStore, tmp_path: Path
) -> None:
    meeting.fill()
    change(meeting, decision, what=MINE)
    comes_in(meeting, decision, withdrawn=True)
    taken_in(elsewhere, exported(meeting, tmp_path))
    (conflict,) = open_conflicts(elsewhere.unit_of_work)
    assert conflict.cause is ConflictCause.TAKEN_AWAY_AND_CHANGED


def test_that_what_came_in_after_the_closing_travels_too(
    meeting: Meeting, decision: Decision, elsewhere: SqlStore, tmp_path: Path, clock: FixedClock
) -> None:
    meeting.fill()
    change(meeting, decision, what=MINE)
    meeting.close()
    comes_in(meeting, replace(decision, what=THEIRS), sung="La la.")
    taken_in(elsewhere, exported(meeting, tmp_path))
    (conflict,) = open_conflicts(elsewhere.unit_of_work)
    assert conflict.cause is ConflictCause.AFTER_CLOSING
    with elsewhere.unit_of_work() as uow:
        found = uow.decisions.find(decision.id)
    assert found is not None
    assert found.what == MINE
    as_it_was_closed = Settlement(dict(conflict.sides[0].fields))
    settle(elsewhere.unit_of_work, conflict, as_it_was_closed, clock)
    assert not open_conflicts(elsewhere.unit_of_work)


def test_that_what_comes_together_by_itself_does_so_there(
    meeting: Meeting, decision: Decision, elsewhere: SqlStore, tmp_path: Path
) -> None:
    meeting.fill()
    change(meeting, decision, owner="Aunt Quillfeather")
    with meeting.workspace.uow_factory() as uow:
        first = uow.history.of_entity(decision.id)[0]
        theirs = replace(
            first,
            id=RevisionId(new_id()),
            parents=(first.id,),
            device="theirs",
            fields={**first.fields, "what": THEIRS},
        )
        uow.history.take_in([theirs])
    taken_in(elsewhere, exported(meeting, tmp_path))
    assert not open_conflicts(elsewhere.unit_of_work)
    with elsewhere.unit_of_work() as uow:
        found = uow.decisions.find(decision.id)
    assert found is not None
    assert (found.what, found.owner) == (THEIRS, "Aunt Quillfeather")


def test_that_a_file_may_not_state_what_no_version_says(
    disputed: Meeting, decision: Decision, elsewhere: SqlStore, tmp_path: Path
) -> None:
    record = read_record(exported(disputed, tmp_path))
    forged = [
        replace(each, what="Nobody said so.") if each.id == decision.id else each
        for each in record.decisions
    ]
    with pytest.raises(UnreadableFile):
        import_record(elsewhere.unit_of_work, msgspec.structs.replace(record, decisions=forged))
    left_out = [each for each in record.decisions if each.id != decision.id]
    with pytest.raises(UnreadableFile):
        import_record(elsewhere.unit_of_work, msgspec.structs.replace(record, decisions=left_out))
    with elsewhere.unit_of_work() as uow:
        assert not uow.reviews.all()


def test_that_a_dispute_that_is_held_in_part_is_refused(
    disputed: Meeting, decision: Decision, elsewhere: SqlStore, tmp_path: Path
) -> None:
    taken_in(elsewhere, exported(disputed, tmp_path))
    comes_in(disputed, replace(decision, what="Swim on Sundays."))
    with pytest.raises(RecordDiffers):
        taken_in(elsewhere, exported(disputed, tmp_path))


def test_that_what_was_begun_after_the_closing_travels_too(
    meeting: Meeting, decision: Decision, elsewhere: SqlStore, tmp_path: Path
) -> None:
    meeting.fill()
    meeting.close()
    with meeting.workspace.uow_factory() as uow:
        first = uow.history.of_entity(decision.id)[0]
        fields = {**first.fields, "id": "another", "what": THEIRS}
        other = replace(first, id=RevisionId(new_id()), entity="another", fields=fields)
        other = replace(other, device="theirs", parents=())
        stamp = Stamp(1, "person-2", "Made-up Colleague", other.made_at)
        touched = uow.ledger.take_in([(other, stamp)])
    merge_forks(meeting.workspace.uow_factory, touched)
    taken_in(elsewhere, exported(meeting, tmp_path))
    (conflict,) = open_conflicts(elsewhere.unit_of_work)
    assert (conflict.cause, conflict.entity) == (ConflictCause.AFTER_CLOSING, "another")
