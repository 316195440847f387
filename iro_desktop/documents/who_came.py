"""Who came to the meeting, who sent word and who could not come, told to the child."""

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import (
    Block,
    ListItems,
    Paragraph,
    Spans,
    authored,
    plain,
    text_of,
)
from iro_desktop.documents.filled import filled, listed
from iro_desktop.documents.letter_wording import child_there
from iro_desktop.domain.participation import WAS_THERE, Attendance, Participant, Role
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator


def who_came(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """A list of those who came, then whether the child was there, then who was not.

    Someone who is simply missing is not named: the letter blames nobody.
    """
    people = sorted(record.participants, key=lambda person: person.position)
    others = [person for person in people if person.role is not Role.CHILD and person.name.strip()]
    there = [person for person in others if person.attendance in WAS_THERE]
    found: list[Block] = []
    if there:
        found.append(Paragraph(plain(tr("These people came:")), keep_with_next=True))
        found.append(ListItems(tuple(_introduced(person, record, tr) for person in there)))
    sentences = [
        *(
            plain(child_there(person.attendance, tr))
            for person in people
            if person.role is Role.CHILD
        ),
        _told(
            tr("Not there, but they told us what they think: {names}."),
            _with(others, Attendance.SENT_VIEWS, record, tr),
            tr,
        ),
        _told(
            tr("They wanted to come and could not: {names}."),
            _with(others, Attendance.APOLOGIES, record, tr),
            tr,
        ),
    ]
    found.extend(Paragraph(sentence) for sentence in sentences if text_of(sentence))
    return tuple(found)


def _introduced(person: Participant, record: ReviewRecord, tr: Translator) -> Spans:
    name, relationship = person.name.strip(), person.relationship.strip()
    if person.role is Role.IRO or name == record.iro.name.strip():
        return plain(tr("{name} (me)", name=name))
    known = (
        authored(relationship) if relationship else plain(phrases.role_to_child(person.role, tr))
    )
    if not text_of(known) or text_of(known).casefold() in name.casefold():
        return plain(name)
    return filled(tr("{name} ({relationship})"), name=plain(name), relationship=known)


def _with(
    people: list[Participant], attendance: Attendance, record: ReviewRecord, tr: Translator
) -> list[Spans]:
    return [_introduced(person, record, tr) for person in people if person.attendance is attendance]


def _told(sentence: str, people: list[Spans], tr: Translator) -> Spans:
    return filled(sentence, names=listed(people, tr)) if people else ()
