"""The council's school terms, in which a review is best held out of lessons.

Kept as a setting of the store; they name no child and no school.
"""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.ports import Settings, UnitOfWorkFactory

_KEPT = "school_terms"


@dataclass(frozen=True, slots=True)
class Term:
    """One term, both days included."""

    name: str
    first: dt.date
    last: dt.date

    def holds(self, day: dt.date) -> bool:
        """Whether `day` is in it."""
        return self.first <= day <= self.last

    def overlaps(self, other: "Term") -> bool:
        """Whether any day is in both."""
        return self.first <= other.last and other.first <= self.last


class TermFault(StrEnum):
    """What is wrong with a term."""

    NAMELESS = "nameless"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    OVERLAPS = "overlaps"


@dataclass(frozen=True, slots=True)
class TermRefusal:
    """Why a term is not taken. `other` is the one that it overlaps, None where none."""

    fault: TermFault
    other: Term | None = None


def read(settings: Settings) -> tuple[Term, ...]:
    """The terms that are known, in order of their days."""
    rows = json.loads(settings.get(_KEPT) or "[]")
    return tuple(
        Term(name, dt.date.fromisoformat(first), dt.date.fromisoformat(last))
        for name, first, last in rows
    )


def term_of(day: dt.date, terms: Iterable[Term]) -> Term | None:
    """The term that a day is in, None in the holidays or where no term is known."""
    return next((term for term in terms if term.holds(day)), None)


def refusal_of(term: Term, others: Iterable[Term]) -> TermRefusal | None:
    """Why a term cannot stand beside the others; None where it can."""
    if not term.name.strip():
        return TermRefusal(TermFault.NAMELESS)
    if term.last < term.first:
        return TermRefusal(TermFault.ENDS_BEFORE_IT_BEGINS)
    other = next((other for other in others if term.overlaps(other)), None)
    return TermRefusal(TermFault.OVERLAPS, other) if other else None


def put(uow_factory: UnitOfWorkFactory, term: Term, instead_of: Term | None = None) -> Changed:
    """Keep a term, in place of another where one is given. One refused changes nothing."""
    term = Term(" ".join(term.name.split()), term.first, term.last)
    with uow_factory() as uow:
        before = read(uow.settings)
        others = [other for other in before if other != instead_of]
        if refusal_of(term, others):
            return Changed()
        return _keep(uow.settings, before, [*others, term])


def remove(uow_factory: UnitOfWorkFactory, term: Term) -> Changed:
    """No longer know a term."""
    with uow_factory() as uow:
        before = read(uow.settings)
        return _keep(uow.settings, before, [other for other in before if other != term])


def _keep(settings: Settings, before: tuple[Term, ...], terms: Iterable[Term]) -> Changed:
    ordered = tuple(sorted(terms, key=lambda term: term.first))
    if ordered == before:
        return Changed()
    rows = [(term.name, term.first.isoformat(), term.last.isoformat()) for term in ordered]
    settings.set(_KEPT, json.dumps(rows))
    return Changed(frozenset({Topic.CASELOAD}))
