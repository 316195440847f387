"""What is wrong with the answers, or still missing before a review can be closed.

Half-finished is normal: nothing here keeps an answer from being saved.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from iro_desktop.form_engine.answers import AnswerSet, AnswerValue, detail_of, says_something
from iro_desktop.form_engine.definition import Form, Kind, Question, Records
from iro_desktop.form_engine.path import PathQuestion, PathSection, applicable, detail_applies
from iro_desktop.problems import Place, Problem

HALF = Decimal("0.5")


class AnswerFault(StrEnum):
    """Codes of the problems; whoever words them has a sentence for each."""

    MISSING = "answer_missing"
    DETAIL_MISSING = "answer_detail_missing"
    ITEM_MISSING = "answer_item_missing"
    RECORD_MISSING = "record_missing"
    WRONG_KIND = "answer_of_wrong_kind"
    NOT_A_DATE = "answer_not_a_date"
    NOT_AN_OPTION = "answer_not_an_option"
    BELOW_MINIMUM = "answer_below_minimum"
    ABOVE_MAXIMUM = "answer_above_maximum"
    NOT_IN_HALVES = "answer_not_in_halves"


_SHAPES: dict[Kind, type | tuple[type, ...]] = {
    Kind.TEXT: str,
    Kind.LONG_TEXT: str,
    Kind.CHOICE: str,
    Kind.CHOICES: tuple,
    Kind.DATE: str,
    Kind.NUMBER: (int, float),
    Kind.SCALE: (int, float),
    Kind.PERSON: str,
    Kind.YES_NO: bool,
    Kind.DRAWING: str,
    Kind.GROUP: tuple,
}


def problems_with(
    form: Form, answers: AnswerSet, record_counts: Mapping[Records, int]
) -> tuple[Problem, ...]:
    """Every problem with what applies now, in the form's order.

    `record_counts` says how many records of each kind the review holds; a kind left out has none.
    In each problem `subject` is the question's id (or the kind of record), `place.source` the
    section's id and `data` holds `section`, `question`, `item`, `text`, and what the fault needs.
    """
    return tuple(
        problem
        for part in applicable(form, answers)
        for problem in _of_section(part, answers, record_counts)
    )


def _of_section(
    part: PathSection, answers: AnswerSet, record_counts: Mapping[Records, int]
) -> Iterator[Problem]:
    section = part.section
    for records in section.required_records:
        if not record_counts.get(records, 0):
            yield Problem(
                AnswerFault.RECORD_MISSING,
                records.value,
                Place(section.id),
                {"section": section.id, "question": "", "item": "", "text": section.title},
            )
    for found in part.every_question():
        yield from _of_question(section.id, found, answers)


def _of_question(section: str, found: PathQuestion, answers: AnswerSet) -> Iterator[Problem]:
    question = found.question
    if question.kind is Kind.NOTE:
        return
    value = answers.get(question.id, found.item)
    if not says_something(value):
        if question.required:
            group = question.kind is Kind.GROUP
            yield _problem(
                AnswerFault.ITEM_MISSING if group else AnswerFault.MISSING, section, found
            )
        return
    yield from _of_value(section, found, value)
    if question.required and detail_applies(question, answers, found.item):
        detail = detail_of(question.id)
        if not answers.is_answered(detail, found.item):
            yield _problem(
                AnswerFault.DETAIL_MISSING,
                section,
                found,
                question=detail,
                text=question.detail,
                asked=question.text,
            )


def _of_value(section: str, found: PathQuestion, value: AnswerValue) -> Iterator[Problem]:
    question = found.question
    if not _has_shape(question.kind, value):
        yield _problem(AnswerFault.WRONG_KIND, section, found, kind=question.kind.value)
        return
    match question.kind:
        case Kind.DATE if not _is_date(str(value)):
            yield _problem(AnswerFault.NOT_A_DATE, section, found)
        case Kind.CHOICE | Kind.CHOICES:
            known = {option.value for option in question.options}
            chosen = value if isinstance(value, tuple) else (str(value),)
            for choice in chosen:
                if choice not in known:
                    yield _problem(AnswerFault.NOT_AN_OPTION, section, found, value=choice)
        case Kind.NUMBER | Kind.SCALE if isinstance(value, int | float):
            yield from _of_number(section, found, Decimal(str(value)))
        case _:
            pass


def _of_number(section: str, found: PathQuestion, value: Decimal) -> Iterator[Problem]:
    question = found.question
    if not value.is_finite():
        yield _problem(AnswerFault.WRONG_KIND, section, found, kind=question.kind.value)
    elif question.minimum is not None and value < question.minimum:
        yield _problem(AnswerFault.BELOW_MINIMUM, section, found, limit=str(question.minimum))
    elif question.maximum is not None and value > question.maximum:
        yield _problem(AnswerFault.ABOVE_MAXIMUM, section, found, limit=str(question.maximum))
    elif question.kind is Kind.SCALE and value % HALF:
        yield _problem(AnswerFault.NOT_IN_HALVES, section, found)


def _has_shape(kind: Kind, value: AnswerValue) -> bool:
    if isinstance(value, bool) and kind is not Kind.YES_NO:
        return False
    return isinstance(value, _SHAPES[kind])


def _is_date(text: str) -> bool:
    try:
        # fromisoformat also takes 20260504 and 2026-W19-1; one spelling is kept.
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _problem(fault: AnswerFault, section: str, found: PathQuestion, **data: str) -> Problem:
    question: Question = found.question
    base = {"section": section, "question": question.id, "item": found.item, "text": question.text}
    return Problem(fault, question.id, Place(section), {**base, **data})
