"""Plain words as a record and a store have them: the reader, the lists, the spelling."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import Meeting

from iro_desktop.domain.child import ImportantPerson
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.participation import Participant, Role
from iro_desktop.domain.reading import PreferredWord
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.plain_words.remarks import Reason, Rule
from iro_desktop.services import review_records
from iro_desktop.services.changed import Topic
from iro_desktop.services.faults import LocalWordsRefused
from iro_desktop.services.plain_words import (
    drop_local_words,
    remarks_on,
    situation_at,
    situation_of,
    spelling_of,
    starter_words,
    take_local_words,
    third_parties_of,
    whose_words,
    word_lists,
)
from iro_desktop.services.workspace import Workspace

OURS = "council: Madeupshire\nwords:\n  - word: contact\n    offer: [family fun]\n"
FAULTY = "council: Madeupshire\nwords:\n  - word: contact\n"


@pytest.fixture
def record(meeting: Meeting, workspace: Workspace) -> ReviewRecord:
    """The made-up review, with someone of each sort written down."""
    read = review_records.read(workspace.uow_factory, meeting.review.id, workspace.clock.today())
    people = tuple(
        ImportantPerson(
            id=EntityId(name),
            child_id=read.child.id,
            name=name,
            relationship=relationship,
            may_be_invited=may_be_invited,
        )
        for name, relationship, may_be_invited in (
            ("Granny Smithers", "grandmother", True),
            ("Nettle Hidden", "father", False),
            ("Thistle Unsaid", "", True),
        )
    )
    roles = {
        "Mo Manager": Role.TEAM_MANAGER,
        "Terry Teacher": Role.SCHOOL,
        "Io Interpreter": Role.INTERPRETER,
        "Wilde Other": Role.OTHER,
    }
    participants = tuple(
        Participant(
            id=EntityId(name),
            child_id=read.child.id,
            review_id=read.review.id,
            name=name,
            role=role,
        )
        for name, role in roles.items()
    )
    preferred = PreferredWord(
        id=EntityId("word"), child_id=read.child.id, instead_of="contact", word="Mum days"
    )
    return replace(read, people=people, participants=participants, preferred_words=(preferred,))


def test_that_third_parties_are_those_whom_the_child_does_not_know_by_what_they_do(
    record: ReviewRecord,
) -> None:
    assert third_parties_of(record) == (
        "Mo Manager",
        "Io Interpreter",
        "Wilde Other",
        "Nettle Hidden",
        "Thistle Unsaid",
    )


def test_that_someone_known_in_one_place_is_known(record: ReviewRecord) -> None:
    aunt = replace(record.people[0], name="wilde  other", relationship="aunt")
    known = replace(record, people=(aunt,))
    assert "Wilde Other" not in third_parties_of(known)


def test_that_a_record_says_who_reads(record: ReviewRecord) -> None:
    held = replace(record.review, held_on=dt.date(2026, 2, 27))
    child = replace(record.child, date_of_birth=dt.date(2014, 2, 28))
    situation = situation_of(replace(record, review=held, child=child))
    assert record.child.known_as in situation.names
    assert situation.age == 11
    assert situation.words == (starter_words(),)
    undated = replace(record, review=replace(record.review, held_on=None, planned_for=None))
    assert situation_of(undated).age is None
    nameless = replace(record, child=replace(record.child, known_as=" "))
    assert situation_of(nameless).names == ()


def test_that_remarks_follow_the_record(record: ReviewRecord) -> None:
    name = record.child.known_as
    remarks = remarks_on(f"{name} has contact. Nettle came.", situation_of(record))
    assert [(one.rule, one.words) for one in remarks] == [
        (Rule.THIRD_PERSON, name),
        (Rule.JARGON, "contact"),
        (Rule.THIRD_PARTY, "Nettle"),
    ]
    assert remarks[1].offers[0] == "Mum days"


def test_that_names_and_own_words_in_the_record_are_spelt_right(record: ReviewRecord) -> None:
    text = "Granny Smithers, Io Interpreter and Mum days; Grany."
    spelling = spelling_of(record)
    assert [text[start:end] for start, end in spelling.unknown(text)] == ["Grany"]


def test_that_the_programs_own_words_are_used_until_a_council_brings_its_own(
    workspace: Workspace, meeting: Meeting
) -> None:
    def offers() -> tuple[Reason, str]:
        situation = situation_at(workspace, meeting.review.id)
        (remark,) = remarks_on("You have contact.", situation)
        return remark.reason, remark.offers[0]

    assert offers() == (Reason.SERVICES_WORD, "family time")
    taken = take_local_words(workspace.uow_factory, OURS, "ours.yaml")
    assert taken.topics == {Topic.DOCUMENTS}
    assert offers() == (Reason.COUNCIL_HAS_A_WORD, "family fun")
    assert not take_local_words(workspace.uow_factory, OURS, "again.yaml")
    assert drop_local_words(workspace.uow_factory)
    assert offers() == (Reason.SERVICES_WORD, "family time")


def test_that_the_settings_say_whose_list_is_in_use(workspace: Workspace) -> None:
    with workspace.uow_factory() as uow:
        assert whose_words(uow.settings) == ""
    take_local_words(workspace.uow_factory, OURS, "ours.yaml")
    with workspace.uow_factory() as uow:
        assert whose_words(uow.settings) == "Madeupshire"


def test_that_a_faulty_list_is_refused_with_where_and_changes_nothing(
    workspace: Workspace,
) -> None:
    take_local_words(workspace.uow_factory, OURS, "ours.yaml")
    with pytest.raises(LocalWordsRefused) as refused:
        take_local_words(workspace.uow_factory, FAULTY, "theirs.yaml")
    assert refused.value.data["why"].startswith("theirs.yaml:3:5  W004  ")
    with workspace.uow_factory() as uow:
        assert whose_words(uow.settings) == "Madeupshire"


def test_that_a_kept_list_that_is_refused_by_now_is_left_out(workspace: Workspace) -> None:
    with workspace.uow_factory() as uow:
        uow.settings.set("local_words", FAULTY)
    with workspace.uow_factory() as uow:
        assert word_lists(uow.settings) == (starter_words(),)
        with pytest.raises(LocalWordsRefused):
            whose_words(uow.settings)
