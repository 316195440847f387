"""Which words a closed record is made of: what of it was the newest, on the laptop that closed it.

What another laptop wrote without knowing of the closing came after it, whatever its clock says,
and goes into an addendum or stays out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, derived_id

FIXED_WITH_REVIEW = frozenset(
    {
        "participant",
        "answer",
        "view",
        "decision",
        "scale_answer",
        "sitting",
        "panel_member",
        "kept_picture",
        "map_item",
        "worry_statement",
        "matrix_cell",
        "milestone",
        "room",
        "story_frame",
        "network_person",
        "safety_rule",
        "plan_test",
        "asked_question",
        "agenda_item",
        "meeting_part",
        "agreement",
        "support_offer",
        "permanence_finding",
        "consultation_answer",
    }
)
"""Kinds of things that are fixed once their review is closed or cancelled; the review is too."""

_MAY_FOLLOW: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "decision": frozenset({"kept", "kept_note", "kept_words", "kept_looked_at_in"}),
        "kept_picture": frozenset({"sharing"}),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingSeal:
    """The newest revision of each thing of a review when it was closed, by the thing's id."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    heads: Mapping[str, str] = field(default_factory=dict)


def closing_seal_id(review: ReviewId) -> EntityId:
    """A review is closed once, so it has one seal, on whichever laptop it is closed."""
    return EntityId(derived_id("closing seal", review))


def may_follow(kind: str, before: Mapping[str, object], after: Mapping[str, object]) -> bool:
    """Whether a closed record may take this change: all that differs came to be known since.

    That is what the next review found of a decision, and whether a picture may be shown. Fields are
    plain JSON values.
    """
    differing = {
        name
        for name in {*before, *after}
        if name not in before or name not in after or before[name] != after[name]
    }
    return differing <= _MAY_FOLLOW.get(kind, frozenset())
