"""Files that are not what they say: each is refused, and what is said of it holds no case data."""

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_meeting import CHILD, NOW, Meeting, put_child

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.scaling import ScalingQuestion
from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.i18n import Translator
from iro_desktop.services import recording
from iro_desktop.services.faults import KnownFault, RecordDiffers, UnreadableFile
from iro_desktop.services.portable_reading import read_record
from iro_desktop.services.portable_records import export_record, forget_record, import_record
from iro_desktop.services.portable_shape import PortableRecord
from iro_desktop.services.wording import words_for
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore, create_store
from written_samples import put_what_is_written

SECRET = "Zorbelina"
Record = dict[str, Any]  # JSON, to be broken anywhere


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, forms: Catalogue) -> Record:
    """A record as it was exported, with something in each part that is tampered with."""
    clock = FixedClock(NOW)
    store = create_store(tmp_path_factory.mktemp("whole") / "store", bytes(32), clock=clock)
    with store.unit_of_work() as uow:
        put_child(uow)
    meeting = Meeting.begun(Workspace(store.unit_of_work, clock, forms))
    question = recording.ask_scaling_question(
        store.unit_of_work, meeting.review, text="Safe?", meaning_of_0="", meaning_of_10=""
    )
    meeting.save(recording.new_scale_answer(meeting.review, question, "Mum", Role.PARENT, 0))
    meeting.decide("Swim on Fridays")
    meeting.answer("home_notes", 6.5)
    with store.unit_of_work() as uow:
        put_what_is_written(uow, CHILD.id, meeting.review.id)
    raw: Record = json.loads(export_record(store.unit_of_work, meeting.review.id))
    store.close()
    return raw


@pytest.fixture
def record(whole: Record) -> Record:
    return copy.deepcopy(whole)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    """Another laptop's store, which every test shares."""
    folder = tmp_path_factory.mktemp("other") / "store"
    opened = create_store(folder, bytes(32), clock=FixedClock(NOW), author="Other Officer")
    yield opened
    opened.close()


def written(folder: Path, raw: object) -> Path:
    path = folder / "tampered.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def state(store: SqlStore) -> tuple[object, ...]:
    with store.unit_of_work() as uow:
        return uow.reviews.all(), uow.children.all(), uow.decisions.all(), uow.history.unsent()


def _set(*path: str | int, to: object) -> Callable[[Record], None]:
    def change(raw: Record) -> None:
        here: Any = raw
        for step in path[:-1]:
            here = here[step]
        here[path[-1]] = to

    return change


def _drop(*path: str | int) -> Callable[[Record], None]:
    def change(raw: Record) -> None:
        here: Any = raw
        for step in path[:-1]:
            here = here[step]
        del here[path[-1]]

    return change


LIES: dict[str, Callable[[Record], None]] = {
    "another format": _set("format", to="a shopping list"),
    "a version to come": _set("version", to=6),
    "a version that is text": _set("version", to="1"),
    "something more": _set(SECRET, to="x"),
    "something more that looks like a place": _set(f"a - at {SECRET}", to="x"),
    "something less": _drop("decisions"),
    "a child without a number": _drop("child", "number"),
    "text for a date": _set("child", "date_of_birth", to=f"{SECRET}'s birthday"),
    "no such day": _set("child", "date_of_birth", to="2014-02-30"),
    "a number for a name": _set("child", "known_as", to=7),
    "no such code": _set("review", "participation", to=SECRET),
    "a list for a record": _set("review", to=[]),
    "a review of another child": _set("review", "child_id", to="someone else"),
    "a decision of another review": _set("decisions", 0, "review_id", to="another"),
    "a decision of another child": _set("decisions", 0, "child_id", to="another"),
    "an episode of another child": _set("episodes", 0, "child_id", to="another"),
    "history of another review": _set("history", 0, "review", to="another"),
    "history of another child": _set("history", 0, "child", to="another"),
    "history of no review": _set("history", 0, "review", to=None),
    "a time without a zone": _set("history", 0, "made_at", to="2026-11-22T10:00:00"),
    "a sending of another review": _set("sendings", 0, "review_id", to="another"),
    "a wish of another child": _set("reader_wishes", 0, "child_id", to="another"),
    "a letter sent that is not there": _set(
        "history", -1, "fields", to={"version_id": "no such version"}
    ),
    "a letter sent that is not even a name": _set(
        "history", -1, "fields", to={"version_id": [], "question_id": {}}
    ),
    "a signed letter that was changed": _set(
        "document_versions", 0, "signed_at", to="2026-12-02T09:30:00Z"
    ),
    "no question for an answer": _set("scaling_questions", to=[]),
    "a number no store has room for": _set("decisions", 0, "position", to=2**63),
}


@pytest.mark.parametrize("lie", LIES)
def test_that_a_file_that_is_not_a_whole_record_is_refused(
    record: Record, tmp_path: Path, lie: str
) -> None:
    LIES[lie](record)
    path = written(tmp_path, record)
    with pytest.raises(UnreadableFile) as fault:
        read_record(path)
    said = str(words_for(fault.value, Translator()))
    assert said.startswith("tampered.json cannot be read: ")
    for secret in (SECRET, CHILD.number, "birthday", str(tmp_path)):
        assert secret not in said


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\xff",
        b"[" * 200_000,
        b'{"format": NaN}',
        b'{"format": Infinity}',
        b'{"format": 1e999}',
        b'{"format": "\\ud800"}',
        b"9" * 5000,
        b"PK\x03\x04",
    ],
    ids=lambda data: repr(data[:12]),
)
def test_that_a_file_that_is_not_json_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile):
        read_record(path)


def test_that_a_folder_or_nothing_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.json"):
        with pytest.raises(UnreadableFile):
            read_record(path)


STORIES: dict[str, Callable[[Record], None]] = {
    "a decision changed beside its history": _set("decisions", 0, "what", to="Swim never"),
    "a decision left out beside its history": _set("decisions", to=[]),
    "a view put in without history": lambda raw: raw["views"].append(
        {"id": "v", "child_id": CHILD.id, "review_id": raw["review"]["id"], "words": "I hate it"}
    ),
    "a review closed beside its history": _set("review", "status", to="closed"),
    "no history": _set("history", to=[]),
    "fields that are not those of the kind": _set("history", 0, "fields", to={"id": 1}),
    "a revision of another thing": _set("history", 0, "entity", to="another"),
    "a child's revision among the review's": lambda raw: raw["history"].append(
        {
            **raw["history"][0],
            "id": "new",
            "entity": CHILD.id,
            "kind": "child",
            "parents": [],
            "fields": {**raw["child"], "known_as": "Someone Else"},
        }
    ),
    "a kind nobody knows": _set("history", 0, "kind", to="spell"),
}


@pytest.mark.parametrize("story", STORIES)
def test_that_a_record_and_its_history_must_say_the_same(
    record: Record, tmp_path: Path, other: SqlStore, story: str
) -> None:
    STORIES[story](record)
    before = state(other)
    with pytest.raises(KnownFault) as fault:
        import_record(other.unit_of_work, read_record(written(tmp_path, record)))
    assert state(other) == before
    assert SECRET not in str(words_for(fault.value, Translator()))


def test_that_a_file_cannot_reach_into_another_review(
    record: Record, meeting: Meeting, tmp_path: Path
) -> None:
    factory = meeting.workspace.uow_factory
    path = tmp_path / "first.json"
    path.write_bytes(export_record(factory, meeting.review.id))
    forget_record(factory, meeting.review.id, path)
    later = Meeting.begun(meeting.workspace)
    (own,) = later.decide("Stay in this school")
    before = later.record
    for revision in record["history"]:
        if revision["kind"] == "decision":
            revision["entity"] = revision["fields"]["id"] = own.id
    for decision in record["decisions"]:
        decision["id"] = own.id
    with pytest.raises(RecordDiffers):
        import_record(factory, read_record(written(tmp_path, record)))
    assert later.record == before


def test_that_a_file_cannot_take_over_another_childs_question(
    record: Record, store: SqlStore, tmp_path: Path
) -> None:
    another = replace(CHILD, id=ChildId("another-child"))
    (raw,) = record["scaling_questions"]
    question = ScalingQuestion(id=raw["id"], child_id=another.id, text="Mine?")
    with store.unit_of_work() as uow:
        uow.children.put(another)
        uow.scaling_questions.put(question)
    with pytest.raises(RecordDiffers):
        import_record(store.unit_of_work, read_record(written(tmp_path, record)))
    with store.unit_of_work() as uow:
        assert uow.scaling_questions.all() == [question]
        assert uow.reviews.all() == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


def test_that_no_value_anywhere_breaks_the_reading(
    record: Record, tmp_path: Path, other: SqlStore
) -> None:
    top = sorted(PortableRecord.__struct_fields__)

    @settings(max_examples=100)
    @given(st.sampled_from(top), JSON, st.data())
    def refused_or_taken(name: str, value: object, data: st.DataObject) -> None:
        raw = copy.deepcopy(record)
        part = raw[name][0] if isinstance(raw[name], list) and raw[name] else raw[name]
        if isinstance(part, dict) and data.draw(st.booleans()):
            part[data.draw(st.sampled_from(sorted(part)))] = value
        else:
            raw[name] = value
        try:
            taken = read_record(written(tmp_path, raw))
            import_record(other.unit_of_work, taken)
        except KnownFault as fault:
            said = str(words_for(fault, Translator()))
        else:
            said = ""
            forget(other, taken.review.id, tmp_path / "again.json")
        assert SECRET not in said

    refused_or_taken()


def forget(store: SqlStore, review: ReviewId, path: Path) -> None:
    path.write_bytes(export_record(store.unit_of_work, review))
    forget_record(store.unit_of_work, review, path)
