"""What a condition may ask of the review itself, before anyone has answered anything.

Each fact is asked as a question of its kind is, so that the same operators and values fit it.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from iro_desktop.domain.review import Conduct, ReviewKind
from iro_desktop.form_engine.definition import Kind, Option, Question


class Fact(StrEnum):
    """The closed list of facts. `form_engine.review_facts` says how each is known."""

    KIND = "kind"
    REVIEW_NUMBER = "review_number"
    AGE = "age"
    LIVES_AT_HOME_ON_ORDER = "lives_at_home_on_order"
    UNACCOMPANIED = "unaccompanied"
    LONG_TERM_FOSTER = "long_term_foster"
    PEP_TOO = "pep_too"
    CONDUCT = "conduct"
    HELD_TOGETHER = "held_together"


class ReviewNumber(StrEnum):
    """Which review of the case it is in the present period of care."""

    FIRST = "first"
    SECOND = "second"
    LATER = "later"


def _words(fact: Fact, words: Iterable[StrEnum]) -> Question:
    options = tuple(Option(word.value, word.value) for word in words)
    return Question(fact.value, Kind.CHOICE, fact.value, options=options)


def _yes_or_no(fact: Fact) -> Question:
    return Question(fact.value, Kind.YES_NO, fact.value)


ASKED_AS: Mapping[Fact, Question] = {
    Fact.KIND: _words(Fact.KIND, ReviewKind),
    Fact.REVIEW_NUMBER: _words(Fact.REVIEW_NUMBER, ReviewNumber),
    Fact.AGE: Question(Fact.AGE.value, Kind.NUMBER, Fact.AGE.value),
    Fact.LIVES_AT_HOME_ON_ORDER: _yes_or_no(Fact.LIVES_AT_HOME_ON_ORDER),
    Fact.UNACCOMPANIED: _yes_or_no(Fact.UNACCOMPANIED),
    Fact.LONG_TERM_FOSTER: _yes_or_no(Fact.LONG_TERM_FOSTER),
    Fact.PEP_TOO: _yes_or_no(Fact.PEP_TOO),
    Fact.CONDUCT: _words(Fact.CONDUCT, Conduct),
    Fact.HELD_TOGETHER: _yes_or_no(Fact.HELD_TOGETHER),
}
