"""One person's number on one scaling question, and the talk about it."""

import datetime as dt
from collections.abc import Callable

from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.scaling import Medium, ScaleAnswer, ScaleAnswerState, ScalingQuestion
from iro_desktop.i18n import tr
from iro_desktop.services.recording import not_scored, scored
from iro_desktop.ui.review.attribute import Attribute, one_of_attribute, text_attribute
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.scale_field import ScaleField
from iro_desktop.ui.words import records

NUMBERLESS = (
    ScaleAnswerState.NOT_ASKED,
    ScaleAnswerState.DECLINED,
    ScaleAnswerState.TOO_YOUNG,
    ScaleAnswerState.UNKNOWN,
)
_WITH_A_NUMBER = ("medium", "why_not_lower", "what_would_make_it_higher")


class ScoreCard(RecordCard[ScaleAnswer]):
    """Giving a number says that they answered; taking it back says nothing."""

    def __init__(
        self, answer: ScaleAnswer, question: ScalingQuestion, day: Callable[[], dt.date]
    ) -> None:
        attributes = (_number(question, day), _state(day), *_talk())
        super().__init__(answer, attributes, removing=tr("Remove this answer"))

    @override
    def applies(self, name: str) -> bool:
        given = self.record.value is not None
        if name == "state":
            return not given
        return given or name not in _WITH_A_NUMBER


def _number(question: ScalingQuestion, day: Callable[[], dt.date]) -> Attribute[ScaleAnswer]:
    return Attribute(
        "value",
        "",
        ScaleField(question.meaning_of_0, question.meaning_of_10),
        lambda answer: None if answer.value is None else float(answer.value),
        lambda answer, value: scored(answer, _score(value), day()),
        spoken=question.text,
    )


def _state(day: Callable[[], dt.date]) -> Attribute[ScaleAnswer]:
    return Attribute(
        "state",
        tr("If there is no number"),
        PickField(records.options(records.scale_states(), NUMBERLESS)),
        lambda answer: answer.state.value,
        lambda answer, value: not_scored(answer, ScaleAnswerState(str(value)), day()),
    )


def _talk() -> tuple[Attribute[ScaleAnswer], ...]:
    return (
        text_attribute(
            "why_not_lower", tr("Why is it not lower?"), RemarkedTextField(fewest_lines=1), span=6
        ),
        text_attribute(
            "what_would_make_it_higher",
            tr("What would make it one higher?"),
            RemarkedTextField(fewest_lines=1),
            span=6,
        ),
        one_of_attribute(
            "medium",
            tr("How was the number given?"),
            PickField(records.options(records.media())),
            Medium,
        ),
    )


def _score(value: AnswerValue) -> float | None:
    return float(value) if isinstance(value, int | float) else None
