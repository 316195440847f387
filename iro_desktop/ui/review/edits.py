"""Changes on their way to the store, each with a key of its own, so that the latest one counts."""

from dataclasses import dataclass

from iro_desktop.domain.answers import AnswerValue, answer_id
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.review import LateReason, Review
from iro_desktop.domain.sittings import Sitting
from iro_desktop.services.record_homes import Recorded

Thing = Recorded | Sitting | PanelMember


@dataclass(frozen=True, slots=True)
class AnswerEdit:
    """An answer as it stands on the screen. It knows its review: another may be in front by now."""

    review: Review
    question: str
    item: str
    value: AnswerValue


@dataclass(frozen=True, slots=True)
class LookBack:
    """What became of a decision of the review before, as `kept_looked_at_in` found it."""

    decision: Decision


@dataclass(frozen=True, slots=True)
class WhyLate:
    """Why a review was held late, as the IRO says it."""

    review: ReviewId
    reason: LateReason | None
    note: str


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What is seen in a picture, as it stands on the screen."""

    picture: EntityId
    words: str


@dataclass(frozen=True, slots=True)
class Removal:
    """A thing taken away."""

    thing: Thing


Edit = AnswerEdit | LookBack | WhyLate | PictureWords | Removal | Review | Thing


def key_of(edit: Edit) -> tuple[str, str]:
    """What the edit is of: a later edit of the same replaces an earlier one."""
    match edit:
        case AnswerEdit(review, question, item, _):
            return ("answer", answer_id(review.id, question, item))
        case LookBack(decision):
            return ("look back", decision.id)
        case WhyLate(review_id):
            return ("why late", review_id)
        case PictureWords(picture):
            return ("picture", picture)
        case Removal(thing):
            return (type(thing).__name__, thing.id)
        case _:
            return (type(edit).__name__, edit.id)
