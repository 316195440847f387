"""The answers that a form places in a document, as blocks for each of the document's parts.

Only what applies is placed: an answer left over under a condition that no longer holds is not.
A drawing is printed only where the form places it in a letter; elsewhere it is only named.
"""

from collections.abc import Callable
from dataclasses import dataclass

from iro_desktop.documents.answer_words import words_of
from iro_desktop.documents.blocks import (
    Block,
    Paragraph,
    Picture,
    Row,
    Span,
    Spans,
    Table,
    plain,
    text_of,
)
from iro_desktop.documents.drawn_strokes import png_of
from iro_desktop.documents.filled import filled
from iro_desktop.documents.sentences import STOPS, lines_of
from iro_desktop.domain.drawings import NotADrawing, decode
from iro_desktop.form_engine.answers import AnswerSet
from iro_desktop.form_engine.definition import ANSWER, Form, Kind, Placing, Question
from iro_desktop.form_engine.path import PathItem, PathQuestion, applicable
from iro_desktop.i18n.translator import Translator

_COLON_NOT_NEEDED = (*STOPS, ":", "：")
_FULL_STOPS = (".", "。", "।", "۔")


@dataclass(frozen=True, slots=True)
class Placement:
    """Which of a question's two placings is meant, and what is laid out how."""

    placing: Callable[[Question], Placing | None]
    groups_as_tables: bool
    shows_drawings: bool


IN_LETTER = Placement(lambda question: question.letter, groups_as_tables=False, shows_drawings=True)
IN_MINUTES = Placement(
    lambda question: question.minutes, groups_as_tables=True, shows_drawings=False
)


def placed_answers(
    form: Form, answers: AnswerSet, placement: Placement, tr: Translator
) -> dict[str, tuple[Block, ...]]:
    """Blocks by part, in the form's order. A part without answers is not in it."""
    found: dict[str, list[Block]] = {}
    for section in applicable(form, answers):
        for asked in section.questions:
            placing = placement.placing(asked.question)
            if placing is not None:
                blocks = _blocks(asked, placing, answers, placement, tr)
                found.setdefault(placing.part, []).extend(blocks)
    return {part: tuple(blocks) for part, blocks in found.items() if blocks}


def parts_with(form: Form, answers: AnswerSet, placement: Placement) -> frozenset[str]:
    """The parts in which a question stands that applies and must be answered to close."""
    return frozenset(
        placing.part
        for section in applicable(form, answers)
        for asked in section.questions
        if asked.question.required and (placing := placement.placing(asked.question)) is not None
    )


def has_date(form: Form, answers: AnswerSet, placement: Placement, part: str) -> bool:
    """Whether a day has been given that stands in this part."""
    return any(
        asked.question.kind is Kind.DATE
        and answers.is_answered(asked.question.id)
        and (placing := placement.placing(asked.question)) is not None
        and placing.part == part
        for section in applicable(form, answers)
        for asked in section.questions
    )


def led_in(lead_in: str, words: Spans, tr: Translator) -> tuple[Paragraph, ...]:
    """An answer with its lead-in: bold before it, or as the sentence that takes it in.

    Each line of the answer is a paragraph of its own.
    """
    lines = lines_of(words)
    if not lines:
        return ()
    if ANSWER in lead_in:
        return (Paragraph(_taken_in(tr(lead_in), lines)),)
    first = lines[0]
    if lead_in:
        lead = tr(lead_in)
        joint = " " if lead.endswith(_COLON_NOT_NEEDED) else _colon(tr)
        first = (Span(lead + joint, bold=True), *first)
    return (Paragraph(first), *(Paragraph(line) for line in lines[1:]))


def _colon(tr: Translator) -> str:
    """What stands between a word and what it leads in to, as the language writes it."""
    return tr("{outcome}: {note}").removeprefix("{outcome}").removesuffix("{note}")


def _taken_in(sentence: str, lines: tuple[Spans, ...]) -> Spans:
    """The answer inside its sentence, which does not stop twice."""
    answer: Spans = lines[0]
    for line in lines[1:]:
        answer = (*answer, Span(" "), *line)
    stop = sentence[-1]
    if sentence.endswith(ANSWER + stop) and stop in _FULL_STOPS and text_of(answer).endswith(STOPS):
        sentence = sentence[:-1]
    return filled(sentence, answer=answer)


def _blocks(
    asked: PathQuestion,
    placing: Placing,
    answers: AnswerSet,
    placement: Placement,
    tr: Translator,
) -> tuple[Block, ...]:
    if asked.question.kind is Kind.DRAWING and placement.shows_drawings:
        return _drawing(answers.text(asked.question.id), tr)
    if asked.question.kind is not Kind.GROUP:
        return led_in(placing.lead_in, words_of(asked.question, answers, tr), tr)
    items = [item for item in asked.items if _says_something(item, answers, tr)]
    if not items:
        return ()
    if placement.groups_as_tables:
        return (_table(asked.question, placing, items, answers, placement, tr),)
    return tuple(
        paragraph
        for item in items
        for inner in item.questions
        if (inner_placing := placement.placing(inner.question)) is not None
        for paragraph in led_in(
            inner_placing.lead_in, words_of(inner.question, answers, tr, item.id), tr
        )
    )


def _drawing(strokes: str, tr: Translator) -> tuple[Block, ...]:
    try:
        drawn = decode(strokes)
    except NotADrawing:
        return ()
    return (Picture(png_of(drawn), tr("A drawing that you made"), share=0.7),) if drawn else ()


def _says_something(item: PathItem, answers: AnswerSet, tr: Translator) -> bool:
    return any(words_of(inner.question, answers, tr, item.id) for inner in item.questions)


def _table(
    group: Question,
    placing: Placing,
    items: list[PathItem],
    answers: AnswerSet,
    placement: Placement,
    tr: Translator,
) -> Table:
    columns = [
        (inner, inner_placing.lead_in or inner.text)
        for inner in group.questions
        if (inner_placing := placement.placing(inner)) is not None
    ]
    rows = []
    for item in items:
        asked = {inner.question.id for inner in item.questions}
        cells = (
            words_of(inner, answers, tr, item.id) if inner.id in asked else ()
            for inner, _ in columns
        )
        rows.append(Row(tuple(cells)))
    header = tuple(tr(heading) for _, heading in columns)
    return Table(plain(tr(placing.lead_in or group.text)), header, tuple(rows))
