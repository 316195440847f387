"""How each fact that a condition may ask is known: from the record of one review alone.

A fact about a child is not known of a foster household, whose file has no age and no care.
"""

import datetime as dt
from collections.abc import Mapping

from iro_desktop.domain.care import (
    CARE_ORDERS,
    LONG_TERM_FOSTER,
    PLACED_WITH_PARENTS,
    Episode,
    periods_of_care,
    was_looked_after_on,
)
from iro_desktop.domain.child import age_on
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.form_engine.answers import AnswerSet, FactValue
from iro_desktop.form_engine.facts import Fact, ReviewNumber


def answers_of(record: ReviewRecord) -> AnswerSet:
    """A record's answers as the form engine takes them, with the facts of its review."""
    answers = ((answer.question, answer.item, answer.value) for answer in record.answers)
    return AnswerSet.of(answers, facts_of(record))


def facts_of(record: ReviewRecord) -> Mapping[str, FactValue]:
    """What is known of the review, by the fact's name; what nobody can know is not there."""
    review = record.review
    facts: dict[Fact, FactValue] = {
        Fact.KIND: review.kind.value,
        Fact.PEP_TOO: review.pep_too,
        Fact.CONDUCT: review.conduct.value,
        Fact.HELD_TOGETHER: bool(record.held_with) or record.with_family,
    }
    if not record.child.is_household:
        facts |= _of_the_child(record)
    return {fact.value: value for fact, value in facts.items()}


def _of_the_child(record: ReviewRecord) -> dict[Fact, FactValue]:
    """Those about the child on the day of the review.

    Where they live long term: in a placement that the council itself codes as long-term fostering
    (SSDA903 U1 and U4: SI 2010/959 reg 22B), or matched for good with their carers while fostered.
    The day of the match alone would hold of a child who has since been adopted or gone home, and
    the code alone is often late, so either will do while the child is fostered.
    """
    day = record.day
    found: dict[Fact, FactValue] = {
        Fact.REVIEW_NUMBER: review_number(record).value,
        Fact.UNACCOMPANIED: _is_unaccompanied(record, day),
    }
    if day is None:
        return found
    lived_in = _episode_on(record, day)
    matched = record.child.permanently_matched_on
    is_matched = matched is not None and matched <= day
    is_fostered = lived_in is not None and lived_in.placement.startswith("U")
    return found | {
        Fact.AGE: age_on(record.child.date_of_birth, day),
        Fact.LIVES_AT_HOME_ON_ORDER: lived_in is not None
        and lived_in.placement == PLACED_WITH_PARENTS
        and lived_in.legal_status in CARE_ORDERS,
        Fact.LONG_TERM_FOSTER: lived_in is not None
        and (lived_in.placement in LONG_TERM_FOSTER or (is_fostered and is_matched)),
    }


def review_number(record: ReviewRecord) -> ReviewNumber:
    """Which review of the case it is since the child last became looked after.

    Where no period of care is known for the day, every review of the case counts.
    """
    day = record.day
    period = was_looked_after_on(periods_of_care(record.episodes), day) if day else None
    held = [on for on in record.held_before if period is None or period.started <= on]
    numbers = (ReviewNumber.FIRST, ReviewNumber.SECOND, ReviewNumber.LATER)
    return numbers[min(len(held), 2)]


def _episode_on(record: ReviewRecord, day: dt.date) -> Episode | None:
    period = was_looked_after_on(periods_of_care(record.episodes), day)
    return None if period is None else period.episode_on(day)


def _is_unaccompanied(record: ReviewRecord, day: dt.date | None) -> bool:
    until = record.child.asylum_seeking_until
    ceased = until is not None and day is not None and until < day
    return record.child.unaccompanied and not ceased
