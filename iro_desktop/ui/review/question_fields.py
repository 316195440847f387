"""Which field answers which kind of question: one table, and what each field needs to be made."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from iro_desktop.form_engine.definition import Kind, Question
from iro_desktop.ui.widgets.choice_field import ChoiceField, ChoicesField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.drawing_field import DrawingField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.number_field import NumberField
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.scale_field import ScaleField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.yes_no_field import YesNoField


@dataclass(frozen=True)
class Surroundings:
    """What fields know of the review they stand in."""

    today: Callable[[], dt.date]
    people: Sequence[str]


Maker = Callable[[Question, Surroundings], Field]


def reaches_child(question: Question) -> bool:
    """Whether what is answered in words stands in the letter to the child."""
    return question.letter is not None


# A group and a note are no single field: the section page makes those itself.
MAKERS: Mapping[Kind, Maker] = {
    Kind.TEXT: lambda _question, _around: TextField(),
    Kind.LONG_TEXT: lambda question, _around: RemarkedTextField(for_child=reaches_child(question)),
    Kind.CHOICE: lambda question, _around: ChoiceField(question.options),
    Kind.CHOICES: lambda question, _around: ChoicesField(question.options),
    Kind.DATE: lambda _question, around: DateField(around.today),
    Kind.NUMBER: lambda question, _around: NumberField(
        question.minimum, question.maximum, question.unit
    ),
    Kind.SCALE: lambda question, _around: ScaleField(question.meaning_of_0, question.meaning_of_10),
    Kind.PERSON: lambda _question, around: PersonField(around.people),
    Kind.YES_NO: lambda question, _around: YesNoField(
        question.detail, detail_on=question.detail_on
    ),
    Kind.DRAWING: lambda _question, _around: DrawingField(),
}
