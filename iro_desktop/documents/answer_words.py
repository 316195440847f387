"""What was answered, in words: option texts instead of values, dates as people say them."""

import datetime as dt

from iro_desktop.documents.blocks import Spans, authored, plain
from iro_desktop.documents.filled import filled
from iro_desktop.form_engine.answers import AnswerSet, detail_of
from iro_desktop.form_engine.definition import Kind, Question
from iro_desktop.form_engine.path import detail_applies
from iro_desktop.i18n.translator import Translator


def words_of(question: Question, answers: AnswerSet, tr: Translator, item: str = "") -> Spans:
    """The answer in words; empty where there is none or its kind has no words.

    What someone wrote is marked as authored. A name is not: nobody translates it.
    """
    value = answers.get(question.id, item)
    words: Spans = ()
    match question.kind:
        case Kind.YES_NO if isinstance(value, bool):
            words = _yes_or_no(question, answers, tr, item)
        case Kind.CHOICE if isinstance(value, str):
            words = plain(tr(_option(question, value)))
        case Kind.CHOICES if isinstance(value, tuple):
            words = plain("; ".join(tr(_option(question, choice)) for choice in value))
        case Kind.DATE if isinstance(value, str):
            words = _date(value, tr)
        case Kind.NUMBER if isinstance(value, float):
            words = plain(f"{tr.number(value)} {tr(question.unit)}".strip())
        case Kind.SCALE if isinstance(value, float):
            words = plain(_score(question, value, tr))
        case Kind.TEXT | Kind.LONG_TEXT if isinstance(value, str):
            words = authored(value.strip())
        case Kind.PERSON if isinstance(value, str):
            words = plain(value.strip())
        case Kind.DRAWING if value:
            words = plain(tr("There is a drawing. It is kept with the record."))
        case _:
            pass
    return tuple(span for span in words if span.text)


def _yes_or_no(question: Question, answers: AnswerSet, tr: Translator, item: str) -> Spans:
    said = plain(tr("Yes") if answers.get(question.id, item) is True else tr("No"))
    detail = answers.text(detail_of(question.id), item).strip()
    if not detail or not detail_applies(question, answers, item):
        return said
    return filled(tr("{yes_or_no}. {detail}"), yes_or_no=said, detail=authored(detail))


def _option(question: Question, value: str) -> str:
    return next((option.text for option in question.options if option.value == value), value)


def _date(value: str, tr: Translator) -> Spans:
    try:
        return plain(tr.date(dt.date.fromisoformat(value)))
    except ValueError:
        return authored(value.strip())  # a date that nobody could read is still what was written


def _score(question: Question, value: float, tr: Translator) -> str:
    score = tr("{score} on a scale from 0 to 10", score=tr.number(value))
    if not (question.meaning_of_0 and question.meaning_of_10):
        return score
    ends = tr(
        "0 means: {lowest}. 10 means: {highest}.",
        lowest=tr(question.meaning_of_0),
        highest=tr(question.meaning_of_10),
    )
    return tr("{score}. {explanation}", score=score, explanation=ends)
