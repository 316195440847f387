"""What was said when decisions were read back, the parts of a meeting, and the day agreed."""

import datetime as dt
from dataclasses import replace

import pytest
from document_text import rows_of, text_of_document
from made_up_review import a_record

from iro_desktop.documents.blocks import Document, text_of
from iro_desktop.documents.letter_to_child import build_letter
from iro_desktop.documents.material import Material
from iro_desktop.documents.minutes import build_minutes
from iro_desktop.domain.chairing import Agreement, Agrees, MeetingPart
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.withholding import Reader
from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.programs_forms import programs_forms


@pytest.fixture(scope="module")
def current() -> Form:
    """The form of today, which asks for these records."""
    return programs_forms().current_for("looked_after")


def _material(record: ReviewRecord, form: Form) -> Material:
    return Material(record=record, form=form, tr=Translator("en-GB"), reader=Reader.OTHER)


def _rows(minutes: Document) -> list[list[str]]:
    return [[text_of(cell) for cell in row.cells] for row in rows_of(minutes)]


def _said(record: ReviewRecord, decision: str, person: str, agrees: Agrees) -> Agreement:
    return Agreement(
        id=EntityId(f"{decision}-{person}"),
        child_id=record.child.id,
        review_id=record.review.id,
        decision_id=EntityId(decision),
        person=person,
        role=Role.PARENT,
        agrees=agrees,
        words="It is too far" if agrees is Agrees.DISAGREES else "",
    )


def test_that_what_each_person_said_to_the_decisions_is_in_the_minutes_and_no_objection_lost(
    current: Form,
) -> None:
    record = a_record()
    first = min(record.decisions, key=lambda one: one.position)
    agreements = (
        _said(record, first.id, "Made-up Mum", Agrees.AGREES),
        _said(record, first.id, "Made-up Dad", Agrees.DISAGREES),
        _said(record, first.id, "Made-up Aunt", Agrees.NOT_ASKED),
        _said(record, "taken out since", "Made-up Uncle", Agrees.DISAGREES),
        _said(record, "taken out since", "Made-up Nan", Agrees.AGREES),
    )
    minutes = build_minutes(_material(replace(record, agreements=agreements), current))
    rows = [row for row in _rows(minutes) if len(row) == 4 and "Made-up" in row[1]]
    assert rows == [
        ["1", "Made-up Mum", "Yes", ""],
        ["1", "Made-up Dad", "No", "It is too far"],
        ["–", "Made-up Uncle", "No", "It is too far"],
    ]


def test_that_the_minutes_say_who_was_in_which_part_and_nothing_of_the_note(
    current: Form,
) -> None:
    record = a_record()
    person = record.participants[0]
    part = MeetingPart(
        id=EntityId("alone"),
        child_id=record.child.id,
        review_id=record.review.id,
        title="With me alone",
        people=(person.id, "someone who left the list"),
        began_at=dt.time(14),
        ended_at=dt.time(14, 20),
        note="said in private",
    )
    minutes = build_minutes(_material(replace(record, meeting_parts=(part,)), current))
    assert ["With me alone", "14:00 to 14:20", person.name] in _rows(minutes)
    assert "said in private" not in text_of_document(minutes)


def test_that_the_day_agreed_is_in_minutes_and_letter_and_why_someone_stays_away_in_neither(
    current: Form,
) -> None:
    record = a_record()
    agreed = replace(
        record.review, next_on=dt.date(2026, 10, 19), next_at=dt.time(15), next_place="Your school"
    )
    away = replace(record.participants[0], asked_away="asked-away-why")
    whole = replace(record, review=agreed, participants=(away, *record.participants[1:]))
    letter = text_of_document(build_letter(_material(whole, current)))
    minutes = text_of_document(build_minutes(_material(whole, current)))
    assert "Our next meeting is on 19 October 2026 at 15:00. Where: Your school." in letter
    assert "or before" not in letter
    assert "19 October 2026 at 15:00" in minutes
    assert "asked-away-why" not in letter + minutes
