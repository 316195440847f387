"""Changes on their way to the store, each with a key of its own, so that the latest one counts."""

from dataclasses import dataclass

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.review import Review
from iro_desktop.domain.scaling import ScaleAnswer
from iro_desktop.domain.wishes_and_feelings import View


@dataclass(frozen=True, slots=True)
class AnswerEdit:
    """An answer as it stands on the screen."""

    question: str
    item: str
    value: AnswerValue


@dataclass(frozen=True, slots=True)
class LookBack:
    """What became of a decision of the review before."""

    decision: Decision


Thing = Participant | Decision | View | ScaleAnswer
Edit = AnswerEdit | LookBack | Review | Participant | Decision | View | ScaleAnswer


def key_of(edit: Edit) -> tuple[str, str, str]:
    """What the edit is of: a later edit of the same replaces an earlier one."""
    match edit:
        case AnswerEdit(question, item, _):
            return ("answer", question, item)
        case LookBack(decision):
            return ("look back", decision.id, "")
        case _:
            return (type(edit).__name__, edit.id, "")
