"""A field for each kind of question on a form, whose answer is kept as the words on the form."""

from decimal import Decimal

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.form_engine.definition import Kind, Option, Question
from iro_desktop.i18n import screen, tr
from iro_desktop.ui.widgets.choice_field import ChoiceField, ChoicesField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.number_field import NumberField
from iro_desktop.ui.widgets.text_field import LongTextField, TextField

_JOINER = "; "
_LOWEST, _HIGHEST = Decimal(0), Decimal(10)
_UNANSWERABLE = frozenset({Kind.NOTE, Kind.DRAWING, Kind.GROUP})


def can_be_written_down(question: Question) -> bool:
    """Whether an answer to it is words."""
    return question.kind not in _UNANSWERABLE


def field_for(question: Question) -> Field:
    """An empty field."""
    match question.kind:
        case Kind.CHOICE | Kind.YES_NO:
            return ChoiceField(_options(question))
        case Kind.CHOICES:
            return ChoicesField(_options(question))
        case Kind.SCALE:
            return NumberField(_LOWEST, _HIGHEST)
        case Kind.LONG_TEXT:
            return LongTextField()
        case _:
            return TextField()


def shown(question: Question, words: str) -> AnswerValue:
    """What the field shows for words that are kept."""
    if question.kind in {Kind.CHOICE, Kind.YES_NO}:
        return next((one.value for one in _options(question) if one.text == words), None)
    if question.kind is Kind.CHOICES:
        parts = words.split(_JOINER)
        return tuple(one.value for one in _options(question) if one.text in parts)
    if question.kind is Kind.SCALE:
        try:
            return float(words.replace(",", "."))
        except ValueError:
            return None
    return words


def said(question: Question, value: AnswerValue) -> str:
    """The words to keep for what a field holds."""
    if question.kind in {Kind.CHOICE, Kind.CHOICES, Kind.YES_NO}:
        chosen = value if isinstance(value, tuple) else (value,)
        return _JOINER.join(one.text for one in _options(question) if one.value in chosen)
    if isinstance(value, float | int):
        return screen().number(value)
    return value if isinstance(value, str) else ""


def _options(question: Question) -> tuple[Option, ...]:
    if question.kind is Kind.YES_NO:
        return (Option("yes", tr("Yes")), Option("no", tr("No")))
    return question.options
