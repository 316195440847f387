"""Scaling questions as a line with marks and the same in a table; never an average.

One score is one person's. A person who was not asked is not in it, which is not a score of 0.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, Row, Scale, ScoreMark, Table, authored, plain
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.scaling import (
    Line,
    ScaleAnswer,
    ScaleAnswerState,
    ScalingQuestion,
    lines_over_time,
)
from iro_desktop.i18n.translator import Translator

_WIDTHS = (0.2, 0.16, 0.32, 0.32)
_FEWEST_POINTS = 2


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """How a document names the people, and heads the columns of its tables."""

    person: Callable[[ScaleAnswer], str]
    header: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class AskedToday:
    """One question with what people said to it, and what they said at earlier reviews."""

    question: ScalingQuestion
    answers: tuple[ScaleAnswer, ...]
    earlier: tuple[ScaleAnswer, ...]

    def lines(self) -> tuple[Line, ...]:
        """A line over time for each person who has given more than one score."""
        lines = lines_over_time((*self.earlier, *self.answers))
        return tuple(line for line in lines if len(line.points) >= _FEWEST_POINTS)


def asked_today(record: ReviewRecord) -> tuple[AskedToday, ...]:
    """The questions that anyone was asked at this review, in order."""
    found = []
    for question in sorted(record.scaling_questions, key=lambda question: question.position):
        answers = _to(question, record.scale_answers)
        asked = [answer for answer in answers if answer.state is not ScaleAnswerState.NOT_ASKED]
        if asked:
            in_order = tuple(sorted(asked, key=lambda answer: answer.position))
            earlier = tuple(_to(question, record.earlier_scale_answers))
            found.append(AskedToday(question, in_order, earlier))
    return tuple(found)


def score_blocks(asked: AskedToday, words: ScoreWords, tr: Translator) -> tuple[Block, ...]:
    """The line, where anyone gave a score, and the table."""
    marks = tuple(
        ScoreMark(words.person(answer), answer.value)
        for answer in asked.answers
        if answer.value is not None
    )
    table = _table(asked, words, tr)
    if not marks:
        return (table,)
    question = asked.question
    said = [
        tr("{person}: {score}", person=mark.person, score=tr.number(mark.value)) for mark in marks
    ]
    scale = Scale(
        question.text,
        question.meaning_of_0,
        question.meaning_of_10,
        marks,
        tr("A line from 0 to 10. {scores}.", scores="; ".join(said)),
        authored=True,
    )
    return (scale, table)


def _to(question: ScalingQuestion, answers: Iterable[ScaleAnswer]) -> list[ScaleAnswer]:
    return [answer for answer in answers if answer.question_id == question.id]


def _table(asked: AskedToday, words: ScoreWords, tr: Translator) -> Table:
    rows = tuple(
        Row(
            (
                plain(words.person(answer)),
                plain(_score(answer, tr)),
                authored(answer.why_not_lower.strip()),
                authored(answer.what_would_make_it_higher.strip()),
            )
        )
        for answer in asked.answers
    )
    return Table(authored(asked.question.text), words.header, rows, _WIDTHS)


def _score(answer: ScaleAnswer, tr: Translator) -> str:
    if answer.value is None:
        return phrases.no_score(answer.state, tr)
    how = phrases.medium(answer.medium, tr)
    number = tr.number(answer.value)
    return tr("{score} ({how})", score=number, how=how) if how else number
