"""What was answered, in words: option texts instead of values, dates as people say them."""

import datetime as dt

from iro_desktop.form_engine.answers import AnswerSet, detail_of
from iro_desktop.form_engine.definition import Kind, Question
from iro_desktop.form_engine.path import detail_applies
from iro_desktop.i18n.translator import Translator


def words_of(question: Question, answers: AnswerSet, tr: Translator, item: str = "") -> str:
    """The answer in words; empty where there is none or its kind has no words."""
    value = answers.get(question.id, item)
    words = ""
    match question.kind:
        case Kind.YES_NO if isinstance(value, bool):
            words = _yes_or_no(question, answers, tr, item)
        case Kind.CHOICE if isinstance(value, str):
            words = tr(_option(question, value))
        case Kind.CHOICES if isinstance(value, tuple):
            words = "; ".join(tr(_option(question, choice)) for choice in value)
        case Kind.DATE if isinstance(value, str):
            words = _date(value, tr)
        case Kind.NUMBER if isinstance(value, float):
            words = f"{tr.number(value)} {tr(question.unit)}".strip()
        case Kind.SCALE if isinstance(value, float):
            words = _score(question, value, tr)
        case Kind.TEXT | Kind.LONG_TEXT | Kind.PERSON if isinstance(value, str):
            words = value.strip()
        case Kind.DRAWING if value:
            words = tr("There is a drawing. It is kept with the record.")
        case _:
            pass
    return words


def _yes_or_no(question: Question, answers: AnswerSet, tr: Translator, item: str) -> str:
    said = tr("Yes") if answers.get(question.id, item) is True else tr("No")
    detail = answers.text(detail_of(question.id), item).strip()
    if not detail or not detail_applies(question, answers, item):
        return said
    return f"{said}. {detail}"


def _option(question: Question, value: str) -> str:
    return next((option.text for option in question.options if option.value == value), value)


def _date(value: str, tr: Translator) -> str:
    try:
        return tr.date(dt.date.fromisoformat(value))
    except ValueError:
        return value  # a date that nobody could read is still what was written


def _score(question: Question, value: float, tr: Translator) -> str:
    score = tr("{score} on a scale from 0 to 10", score=tr.number(value))
    if not (question.meaning_of_0 and question.meaning_of_10):
        return score
    ends = tr(
        "0 means: {lowest}. 10 means: {highest}.",
        lowest=tr(question.meaning_of_0),
        highest=tr(question.meaning_of_10),
    )
    return f"{score}. {ends}"
