"""Who was asked, who answered and who was there, and how the child took part; for the minutes."""

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, Row, Spans, Table, authored, facts, plain
from iro_desktop.documents.filled import filled
from iro_desktop.domain.participation import Asked, Participant, Role
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator

_WIDTHS = (0.24, 0.22, 0.18, 0.2, 0.16)


def attendance_table(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """Everyone who was thought of, asked or not, there or not. Nothing where nobody was."""
    people = sorted(record.participants, key=lambda person: person.position)
    if not people:
        return ()
    header = (
        tr("Name"),
        tr("Who") if record.child.is_household else tr("Who they are to the child"),
        tr("Asked to come"),
        tr("Asked for their views"),
        tr("There"),
    )
    rows = tuple(_row(person, tr) for person in people)
    return (Table(plain(tr("People asked and people there")), header, rows, _WIDTHS),)


def participation_facts(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """The participation code with its meaning, and how the child's views came to the meeting.

    Nothing of a household, whose children are asked and have no code.
    """
    if record.child.is_household:
        return ()
    items: list[tuple[str, Spans]] = []
    code = record.review.participation
    if code is not None:
        meaning = phrases.participation(code, tr)
        shown = tr("{meaning} ({code})", meaning=meaning, code=code.value)
        if not record.review.participation_confirmed:
            shown = tr("{code}, suggested and not confirmed", code=shown)
        items.append((tr("Participation"), plain(shown)))
        items.append((tr("Reason"), authored(record.review.participation_reason.strip())))
    voices = (phrases.voice(person.voice, tr) for person in _children(record))
    items.extend((tr("The child's voice"), plain(voice)) for voice in voices)
    said = facts(*items)
    return (said,) if said.items else ()


def _children(record: ReviewRecord) -> list[Participant]:
    return [person for person in record.participants if person.role is Role.CHILD]


def _row(person: Participant, tr: Translator) -> Row:
    relationship = person.relationship.strip()
    cells = (
        plain(person.name.strip()),
        authored(relationship) if relationship else plain(phrases.role(person.role, tr)),
        _invited(person, tr),
        _consulted(person, tr),
        plain(phrases.attendance(person.attendance, tr)),
    )
    return Row(cells)


def _invited(person: Participant, tr: Translator) -> Spans:
    if person.invited:
        return plain(tr("Yes"))
    reason = person.not_invited_because.strip()
    return filled(tr("No: {reason}"), reason=authored(reason)) if reason else plain(tr("No"))


def _consulted(person: Participant, tr: Translator) -> Spans:
    asked, how = plain(phrases.asked(person.consulted, tr)), person.consulted_how.strip()
    if not how or person.consulted is Asked.NOT_YET:
        return asked
    return filled(tr("{asked}: {how}"), asked=asked, how=authored(how))
