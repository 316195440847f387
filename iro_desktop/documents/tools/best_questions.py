"""What was asked at the meeting, and what was answered."""

from iro_desktop.documents.blocks import (
    Block,
    Paragraph,
    Quotation,
    Row,
    Span,
    Spans,
    Table,
    authored,
    plain,
)
from iro_desktop.documents.filled import filled
from iro_desktop.documents.tools.view import ToolView, in_order, last_time, no_words
from iro_desktop.domain.tools.best_questions import AskedQuestion


def in_minutes(view: ToolView) -> tuple[Block, ...]:
    """Each question with its answer, and last time's beside it."""
    tr = view.tr
    asked = _asked(view)
    before = {one.now.id: one.before for one in view.compared(asked, AskedQuestion) if one.now}
    rows = tuple(
        Row(
            (
                _question(one, view),
                plain(one.heard_from.strip()),
                _answer(one, before.get(one.id), view),
            )
        )
        for one in asked
    )
    header = (tr("Question"), tr("Who was asked"), tr("Answer"))
    return (Table((), header, rows, (0.36, 0.2, 0.44)),) if rows else ()


def in_letter(view: ToolView) -> tuple[Block, ...]:
    """What was asked, and what was said; questions without an answer are left out."""
    found: list[Block] = []
    for one in _asked(view):
        if one.answer.strip():
            question = filled(
                view.tr("I asked: {question}"), question=authored(one.question.strip())
            )
            found += [
                Paragraph(question, keep_with_next=True),
                Quotation(one.answer, _who(one, view)),
            ]
    return tuple(found)


def _who(one: AskedQuestion, view: ToolView) -> str:
    who = one.heard_from.strip()
    return view.tr("You") if who == view.record.child.known_as.strip() else who


def _asked(view: ToolView) -> list[AskedQuestion]:
    told = [one for one in view.tools.asked_questions if one.question.strip()]
    return sorted(in_order(told), key=lambda one: not one.is_best)


def _question(one: AskedQuestion, view: ToolView) -> Spans:
    spans = authored(one.question.strip())
    if not one.is_best:
        return spans
    return (*spans, Span("\n"), Span(view.tr("The best question of this review"), bold=True))


def _answer(one: AskedQuestion, before: AskedQuestion | None, view: ToolView) -> Spans:
    tr, words = view.tr, one.answer.strip()
    answer: Spans = plain(no_words(one.state, tr))
    if words:
        quoted = filled(tr("“{words}”"), words=authored(words))
        answer = quoted if one.is_verbatim else authored(words)
    if view.last and before and before.answer.strip() and before.answer.strip() != words:
        return (*answer, Span("\n"), *last_time(before.answer, view.last.held_on, tr))
    return answer
