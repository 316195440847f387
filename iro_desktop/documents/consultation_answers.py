"""What people answered before the meeting, in the minutes: each person's questions and words."""

from itertools import groupby

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, Facts, Paragraph, authored, facts, plain
from iro_desktop.documents.filled import filled
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator


def consultation_answers(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """Those that may be printed; nothing of what a child answered, nor of what is the IRO's."""
    printed = [answer for answer in record.consultation_answers if answer.may_be_printed]
    order = [(person.name, person.role) for person in record.participants]
    printed.sort(key=lambda one: (_place(one, order), one.person, one.position))
    blocks: list[Block] = []
    for (name, role), answers in groupby(printed, key=lambda one: (one.person, one.role)):
        who = phrases.role(role, tr)
        lead_in = filled(
            tr("{name}, {role}, said before the meeting:"), name=plain(name), role=plain(who)
        )
        blocks.append(Paragraph(lead_in, keep_with_next=True))
        blocks.append(_answers(tuple(answers), tr))
    return tuple(blocks)


def _answers(answers: tuple[ConsultationAnswer, ...], tr: Translator) -> Facts:
    return facts(*((tr(answer.asked), authored(answer.words.strip())) for answer in answers))


def _place(answer: ConsultationAnswer, order: list[tuple[str, Role]]) -> int:
    who = (answer.person, answer.role)
    return order.index(who) if who in order else len(order)
