"""What a use-case touched, so that a screen refreshes only on what it shows."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from iro_desktop.domain.identifiers import ChildId, ReviewId


class Topic(StrEnum):
    """What about a child or a review is other than it was."""

    CASELOAD = "caseload"
    CHILD = "child"
    PEOPLE = "people"
    REVIEW = "review"
    ANSWERS = "answers"
    PARTICIPANTS = "participants"
    DECISIONS = "decisions"
    SCALING = "scaling"
    VIEWS = "views"
    DOCUMENTS = "documents"
    TOOLS = "tools"
    MEETING = "meeting"
    ACTIVITIES = "activities"
    SETTINGS = "settings"


class OfReview(Protocol):
    """A thing that hangs on a review of a child."""

    @property
    def child_id(self) -> ChildId:
        """The child it is about."""
        ...

    @property
    def review_id(self) -> ReviewId:
        """The review it hangs on."""
        ...


@dataclass(frozen=True, slots=True)
class Changed:
    """Names of what changed. An empty one says that nothing did."""

    topics: frozenset[Topic] = field(default_factory=frozenset)
    children: frozenset[ChildId] = field(default_factory=frozenset)
    reviews: frozenset[ReviewId] = field(default_factory=frozenset)

    @classmethod
    def of(cls, thing: OfReview, *topics: Topic) -> "Changed":
        """That these topics changed, of a thing that hangs on a review."""
        return cls(frozenset(topics), frozenset({thing.child_id}), frozenset({thing.review_id}))

    @classmethod
    def of_child(cls, child: ChildId, *topics: Topic) -> "Changed":
        """That these topics changed, of a child and none of their reviews in particular."""
        return cls(frozenset(topics), frozenset({child}))

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.topics)
