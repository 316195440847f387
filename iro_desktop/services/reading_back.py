"""Decisions read back at the end of a meeting: who is asked, what they say, what is never lost."""

from dataclasses import dataclass, replace

from iro_desktop.domain.chairing import Agreement, Agrees
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import natural_id
from iro_desktop.domain.participation import WAS_THERE, Role
from iro_desktop.domain.review_record import ReviewRecord

WITH_WORDS = frozenset({Agrees.PARTLY, Agrees.DISAGREES})


@dataclass(frozen=True, slots=True)
class Listener:
    """Someone to whom decisions are read back. Not `was_there`: only what they said is known."""

    person: str
    role: Role
    was_there: bool = True


def listeners(record: ReviewRecord) -> tuple[Listener, ...]:
    """Everyone who was there, the child first; and whoever said something and left the list."""
    there = [
        Listener(person.name, person.role)
        for person in sorted(record.participants, key=lambda one: one.role is not Role.CHILD)
        if person.attendance in WAS_THERE
    ]
    known = {(one.person, one.role) for one in there}
    for agreement in record.agreements:
        key = (agreement.person, agreement.role)
        if key not in known and agreement.agrees is not Agrees.NOT_ASKED:
            known.add(key)
            there.append(Listener(agreement.person, agreement.role, was_there=False))
    return tuple(there)


def agreement_of(record: ReviewRecord, decision: Decision, who: Listener) -> Agreement:
    """What someone said to a decision; a new one, not asked yet, where nothing is recorded."""
    for agreement in record.agreements:
        if (agreement.decision_id, agreement.person, agreement.role) == (
            decision.id,
            who.person,
            who.role,
        ):
            return agreement
    return Agreement(
        id=natural_id("agreement", decision.id, who.role.value, who.person.casefold()),
        child_id=record.review.child_id,
        review_id=record.review.id,
        decision_id=decision.id,
        person=who.person,
        role=who.role,
        position=max((one.position for one in record.agreements), default=-1) + 1,
    )


def said(agreement: Agreement, agrees: Agrees) -> Agreement:
    """The agreement with another answer. Words stay, whatever is answered: none are lost."""
    return replace(agreement, agrees=agrees)


def all_agree(record: ReviewRecord, decision: Decision) -> tuple[Agreement, ...]:
    """An agreement for each who was there and was not asked; what others said stands."""
    position = max((one.position for one in record.agreements), default=-1)
    found = []
    for who in listeners(record):
        agreement = agreement_of(record, decision, who)
        if who.was_there and agreement.agrees is Agrees.NOT_ASKED:
            position += 1
            found.append(replace(agreement, agrees=Agrees.AGREES, position=position))
    return tuple(found)


def is_read_back(record: ReviewRecord, decision: Decision) -> bool:
    """Whether anyone has said anything to it."""
    return any(
        one.decision_id == decision.id and one.agrees is not Agrees.NOT_ASKED
        for one in record.agreements
    )
