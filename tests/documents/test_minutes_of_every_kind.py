"""Minutes of each kind of meeting with something in every place: nothing lost, nothing twice."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from document_text import headings_of, text_of_document
from full_records import a_full_record
from made_up_material import PANEL, LabelsInWords
from made_up_review import material_of

from iro_desktop import paths
from iro_desktop.documents.blocks import Document
from iro_desktop.documents.care_leaver_letter import build_care_leaver_letter
from iro_desktop.documents.letter_to_child import build_letter
from iro_desktop.documents.minutes import build_minutes
from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.child import Subject
from iro_desktop.domain.meeting_kinds import KINDS
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import Conduct, ReviewKind
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.catalogue import read_catalogue
from iro_desktop.form_engine.definition import Form, Kind
from iro_desktop.form_engine.path import applicable, detail_applies
from iro_desktop.form_engine.review_facts import answers_of
from iro_desktop.services.practice import built_in_pack

FORMS = read_catalogue(paths.forms())
BUILT_IN = [kind for kind in ReviewKind if kind is not ReviewKind.COUNCIL]
PACK = built_in_pack()


def record_of(kind: ReviewKind, **said: AnswerValue) -> ReviewRecord:
    record = a_full_record(FORMS.current_for(kind), kind, **said)
    if KINDS[kind].subject is not Subject.HOUSEHOLD:
        return record
    household = replace(
        record.child,
        subject=Subject.HOUSEHOLD,
        known_as="The Example household",
        family_name="",
        date_of_birth=dt.date(2021, 6, 1),
    )
    carers = (Role.CHILD, Role.CARER, Role.IRO, Role.SUPERVISING_SOCIAL_WORKER)
    people = (
        replace(person, role=role)
        for person, role in zip(record.participants, carers, strict=False)
    )
    return replace(record, child=household, participants=tuple(people), due=None)


def minutes(record: ReviewRecord, form: Form) -> Document:
    labels = LabelsInWords()
    return build_minutes(material_of(record, form, pack=PACK, labels=labels))


def text_of(kind: ReviewKind) -> str:
    return text_of_document(minutes(record_of(kind), FORMS.current_for(kind)))


def said_in(record: ReviewRecord, form: Form) -> list[str]:
    """The free words of every answer that applies and is placed in the minutes."""
    answers = answers_of(record)
    return [
        answers.text(question.id, asked.item)
        if not detail_applies(question, answers)
        else answers.text(detail_of(question.id))
        for section in applicable(form, answers)
        for asked in section.every_question()
        if (question := asked.question).minutes is not None
        and (question.kind in (Kind.TEXT, Kind.LONG_TEXT) or detail_applies(question, answers))
    ]


@pytest.mark.parametrize("kind", BUILT_IN)
def test_that_all_that_is_placed_in_minutes_stands_there_under_headings_that_differ(
    kind: ReviewKind,
) -> None:
    form, record = FORMS.current_for(kind), record_of(kind)
    made = minutes(record, form)
    text = text_of_document(made)
    assert [words for words in said_in(record, form) if words not in text] == []
    headings = headings_of(made)
    assert len(headings) == len(set(headings))
    assert "Nothing recorded." not in text


def test_that_minutes_of_a_review_with_everything_read_as_agreed(
    golden: Callable[[str, str], None],
) -> None:
    golden("minutes_with_everything.txt", text_of(ReviewKind.LOOKED_AFTER))


def test_that_minutes_of_a_conference_read_as_agreed(golden: Callable[[str, str], None]) -> None:
    golden("minutes_of_a_conference.txt", text_of(ReviewKind.CHILD_PROTECTION_INITIAL))


def test_that_minutes_of_a_household_read_as_agreed(golden: Callable[[str, str], None]) -> None:
    golden("minutes_of_a_household.txt", text_of(ReviewKind.FOSTER_CARER))


def test_that_parts_which_do_not_apply_are_not_missed() -> None:
    form = FORMS.current_for(ReviewKind.LOOKED_AFTER)
    record = replace(record_of(ReviewKind.LOOKED_AFTER), answers=())
    headings = headings_of(minutes(record, form))
    assert "At home on a care order" not in headings
    assert "The care plan" in headings
    on_paper = replace(record, review=replace(record.review, conduct=Conduct.PAPER))
    assert "A review without a meeting" in headings_of(minutes(on_paper, form))


def test_that_minutes_of_a_secure_panel_say_who_sat_on_it() -> None:
    form = FORMS.current_for(ReviewKind.SECURE)
    material = material_of(record_of(ReviewKind.SECURE), form, pack=PACK, panel=PANEL)
    material = replace(material, labels=LabelsInWords())
    assert "Ali Example | Member | Yes" in text_of_document(build_minutes(material))


def test_that_the_letter_to_a_care_leaver_holds_all_that_is_meant_for_it() -> None:
    form, record = FORMS.current_for(ReviewKind.CARE_LEAVER), record_of(ReviewKind.CARE_LEAVER)
    text = text_of_document(build_care_leaver_letter(material_of(record, form, pack=PACK)))
    meant = [
        answers_of(record).text(asked.question.id)
        for section in applicable(form, answers_of(record))
        for asked in section.questions
        if asked.question.letter is not None and asked.question.kind is not Kind.GROUP
    ]
    assert len(meant) > 5
    assert [words for words in meant if words not in text] == []
    assert "House of dreams" in text
    assert "Our next meeting is on 26 October 2026" in text


def test_that_only_the_childs_own_officer_says_so_in_a_letter() -> None:
    said = {}
    for kind in (ReviewKind.LOOKED_AFTER, ReviewKind.SECURE):
        material = material_of(record_of(kind), FORMS.current_for(kind), labels=LabelsInWords())
        said[kind] = text_of_document(build_letter(material))
    assert "I am your independent reviewing officer" in said[ReviewKind.LOOKED_AFTER]
    assert "your independent reviewing officer" not in said[ReviewKind.SECURE].casefold()
