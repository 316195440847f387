"""Who may decide about a child: panels for secure accommodation, and IROs of a family."""

from dataclasses import dataclass

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelMember:
    """One of those appointed to review a secure placement.

    `is_member_or_officer` is of the authority that looks after the child; `works_for_the_home` of
    the authority or home that provides the accommodation.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    name: str = ""
    is_chair: bool = False
    is_member_or_officer: bool = True
    works_for_the_home: bool = False
    position: int = 0
