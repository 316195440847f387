"""What a use-case touched, so that a screen refreshes only on what it shows."""

from dataclasses import dataclass, field
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Changed:
    """Names of what changed. An empty one says that nothing did."""

    topics: frozenset[Topic] = field(default_factory=frozenset)
    children: frozenset[ChildId] = field(default_factory=frozenset)
    reviews: frozenset[ReviewId] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.topics)
