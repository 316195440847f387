"""Who came to the meeting, who sent word and who could not come, told to the child."""

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, ListItems, Paragraph, plain
from iro_desktop.documents.letter_wording import child_there
from iro_desktop.domain.participation import Attendance, Participant, Role
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator

_WAS_THERE = {Attendance.IN_PERSON, Attendance.BY_VIDEO_OR_PHONE}


def who_came(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """A list of those who came, then whether the child was there, then who was not.

    Someone who is simply missing is not named: the letter blames nobody.
    """
    people = sorted(record.participants, key=lambda person: person.position)
    others = [person for person in people if person.role is not Role.CHILD and person.name.strip()]
    there = [person for person in others if person.attendance in _WAS_THERE]
    found: list[Block] = []
    if there:
        found.append(Paragraph(plain(tr("These people came:")), keep_with_next=True))
        found.append(ListItems(tuple(plain(_introduced(person, record, tr)) for person in there)))
    sentences = [
        *(child_there(person.attendance, tr) for person in people if person.role is Role.CHILD),
        _sent_word(_names(others, Attendance.SENT_VIEWS, record, tr), tr),
        _sorry(_names(others, Attendance.APOLOGIES, record, tr), tr),
    ]
    found.extend(Paragraph(plain(sentence)) for sentence in sentences if sentence)
    return tuple(found)


def _introduced(person: Participant, record: ReviewRecord, tr: Translator) -> str:
    name = person.name.strip()
    if person.role is Role.IRO or name == record.iro.name.strip():
        return tr("{name} (me)", name=name)
    relationship = person.relationship.strip() or phrases.role_to_child(person.role, tr)
    if not relationship or relationship.casefold() in name.casefold():
        return name
    return tr("{name} ({relationship})", name=name, relationship=relationship)


def _names(
    people: list[Participant], attendance: Attendance, record: ReviewRecord, tr: Translator
) -> str:
    return tr.list(
        [_introduced(person, record, tr) for person in people if person.attendance is attendance]
    )


def _sent_word(names: str, tr: Translator) -> str:
    if not names:
        return ""
    return tr("Not there, but they told us what they think: {names}.", names=names)


def _sorry(names: str, tr: Translator) -> str:
    return tr("They wanted to come and could not: {names}.", names=names) if names else ""
