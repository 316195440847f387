"""Everyone who was part of a child's life in care: who they were, and when they came to reviews."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, Row, Spans, Table, authored, plain
from iro_desktop.documents.whole_life import WholeLife
from iro_desktop.domain.independence import folded
from iro_desktop.domain.participation import WAS_THERE, Participant, Role
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator


@dataclass(slots=True)
class _Person:
    name: str
    who: Spans
    years: set[int] = field(default_factory=set)


def people_who_mattered(life: WholeLife, tr: Translator) -> tuple[Block, ...]:
    """One row for each, by name: first those whom the child's page names, then who came."""
    found: dict[str, _Person] = {}
    for person in life.reviews[-1].people if life.reviews else ():
        if person.name.strip():
            who = authored(person.relationship.strip())
            found.setdefault(folded(person.name), _Person(person.name.strip(), who))
    for record in life.reviews:
        for one in _others(record):
            known = found.setdefault(folded(one.name), _Person(one.name.strip(), _who(one, tr)))
            if record.review.held_on and one.attendance in WAS_THERE:
                known.years.add(record.review.held_on.year)
    rows = tuple(
        Row((plain(one.name), one.who, plain(tr.list([str(year) for year in sorted(one.years)]))))
        for one in found.values()
    )
    header = (tr("Name"), tr("Who they were to you"), tr("Came to reviews in"))
    caption = plain(tr("People who knew you, or worked for you"))
    return (Table(caption, header, rows, (0.34, 0.36, 0.3)),) if rows else ()


def _others(record: ReviewRecord) -> Iterable[Participant]:
    in_order = sorted(record.participants, key=lambda person: person.position)
    return (one for one in in_order if one.role is not Role.CHILD and _was_part(one))


def _was_part(person: Participant) -> bool:
    """Whether somebody was asked or came: who was only thought of was no part of it."""
    return bool(person.name.strip()) and (person.invited or person.attendance in WAS_THERE)


def _who(person: Participant, tr: Translator) -> Spans:
    relationship = person.relationship.strip()
    return authored(relationship) if relationship else plain(phrases.role(person.role, tr))
