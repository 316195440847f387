"""What people said when the decisions were read back to them, and who was in which part."""

from collections.abc import Iterable

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, Row, Spans, Table, authored, plain
from iro_desktop.documents.decision_rows import numbered
from iro_desktop.domain.chairing import Agreement, Agrees, MeetingPart
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator

_WIDTHS = (0.12, 0.28, 0.2, 0.4)
_PART_WIDTHS = (0.3, 0.2, 0.5)


def read_back(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """A row for each person and decision, in the order of the decisions; nothing where none was.

    What was said to a decision that was taken out since stands at the end.
    """
    rows = [
        _row(number, agreement, tr)
        for number, decision in numbered(record.decisions)
        for agreement in _asked(record.agreements, decision.id)
    ]
    standing = {decision.id for _, decision in numbered(record.decisions)}
    gone = (one for one in record.agreements if one.decision_id not in standing)
    rows += [_row("–", one, tr) for one in gone if one.agrees in _NOT_YES]
    header = (tr("Number"), tr("Who"), tr("Agrees"), tr("In their words"))
    caption = plain(tr("What people said when the decisions were read back"))
    return (Table(caption, header, tuple(rows), _WIDTHS),) if rows else ()


def parts_of_the_meeting(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """Who was in which part, where the meeting had several. Notes on a part print nowhere."""
    if not record.meeting_parts:
        return ()
    names: dict[str, str] = {
        person.id: person.name.strip() or phrases.role(person.role, tr)
        for person in record.participants
    }
    rows = tuple(
        Row(
            (
                authored(part.title.strip()),
                plain(_when(part, tr)),
                plain(", ".join(names[one] for one in part.people if one in names)),
            )
        )
        for part in record.meeting_parts
    )
    header = (tr("Part of the meeting"), tr("When"), tr("Who was there"))
    return (Table(plain(tr("The parts of the meeting")), header, rows, _PART_WIDTHS),)


_NOT_YES = frozenset({Agrees.PARTLY, Agrees.DISAGREES})


def _asked(agreements: Iterable[Agreement], decision: str) -> list[Agreement]:
    said = (one for one in agreements if one.decision_id == decision)
    return [one for one in said if one.agrees is not Agrees.NOT_ASKED]


def _row(number: str, agreement: Agreement, tr: Translator) -> Row:
    person = plain(agreement.person.strip() or phrases.role(agreement.role, tr))
    words = agreement.words.strip()
    quoted: Spans = authored(words) if words else ()
    return Row((plain(number), person, plain(_answer(agreement.agrees, tr)), quoted))


def _answer(value: Agrees, tr: Translator) -> str:
    return {
        Agrees.NOT_ASKED: tr("Not asked"),
        Agrees.AGREES: tr("Yes"),
        Agrees.PARTLY: tr("Partly"),
        Agrees.DISAGREES: tr("No"),
        Agrees.NOT_THERE: tr("Not there"),
    }[value]


def _when(part: MeetingPart, tr: Translator) -> str:
    if part.began_at is None or part.ended_at is None:
        return "" if part.began_at is None else tr.time(part.began_at)
    return tr("{start} to {end}", start=tr.time(part.began_at), end=tr.time(part.ended_at))
