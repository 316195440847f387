"""What was answered to one question of a form, at one review."""

from dataclasses import dataclass

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, derived_id

AnswerValue = str | float | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`item` names the entry of a repeated group, and is empty elsewhere. Dates stand as ISO text.

    `value` None says that an earlier answer was taken back; no answer at all is no row.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    question: str
    item: str = ""
    value: AnswerValue = None


def answer_id(review: ReviewId, question: str, item: str = "") -> EntityId:
    """One question of one review has one answer, on whichever laptop it is given."""
    return EntityId(derived_id("answer", review, question, item))
