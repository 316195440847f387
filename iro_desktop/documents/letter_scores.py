"""The scaling questions as a letter tells them: line, table, and how the child's number moved."""

from iro_desktop.documents.blocks import Block, Paragraph, plain
from iro_desktop.documents.scores import AskedToday, ScoreWords, asked_today, score_blocks
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.scaling import ScaleAnswer
from iro_desktop.i18n.translator import Translator


def scores_told(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """Every question that was asked at this review; nothing where none was."""

    def scorer(answer: ScaleAnswer) -> str:
        return tr("You") if answer.role is Role.CHILD else answer.person.strip()

    words = ScoreWords(
        scorer,
        (
            tr("Who"),
            tr("Number from 0 to 10"),
            tr("Why it is not lower"),
            tr("What would make it one higher"),
        ),
    )
    found: list[Block] = []
    for asked in asked_today(record):
        found.extend(score_blocks(asked, words, tr))
        found.extend(_your_change(asked, tr))
    return tuple(found)


def _your_change(asked: AskedToday, tr: Translator) -> tuple[Block, ...]:
    return tuple(
        Paragraph(
            plain(
                tr(
                    "Last time, on {day}, your number was {before}. Now it is {now}.",
                    day=tr.date(line.points[-2].day),
                    before=tr.number(line.points[-2].value),
                    now=tr.number(line.points[-1].value),
                )
            )
        )
        for line in asked.lines()
        if line.role is Role.CHILD
    )
