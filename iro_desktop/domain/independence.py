"""Who may decide about a child: panels for secure accommodation, and IROs of parent and child.

Children (Secure Accommodation) Regulations 1991 (SI 1991/1505), regulations 15 and 16, as amended;
IRO Handbook (2010). Names are compared without regard to case and spaces.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.problems import Problem

LEAST_MEMBERS = 3  # SI 1991/1505 reg 15


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelMember:
    """One of those appointed to review a secure placement.

    `is_member_or_officer` is of the authority that looks after the child; `works_for_the_home` of
    the authority or home that provides the accommodation. Who has not been asked counts as one.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    name: str = ""
    is_chair: bool = False
    is_member_or_officer: bool = True
    works_for_the_home: bool = False
    position: int = 0

    @property
    def is_independent(self) -> bool:
        """Whether they belong neither to the child's authority nor to the home."""
        return not (self.is_member_or_officer or self.works_for_the_home)


def panel_problems(
    members: Sequence[PanelMember],
    child_iro: str,
    criteria_review_on: dt.date | None = None,
    looked_after_review_on: dt.date | None = None,
) -> tuple[Problem, ...]:
    """Why a panel may not review a secure placement; none where it may.

    Codes: `panel_too_small`, `panel_without_independent` (SI 1991/1505 reg 15: three persons, one
    of them neither member nor officer of the authority); `panel_without_chair`,
    `panel_with_two_chairs`, `panel_chair_is_iro`, `criteria_review_too_late` (practice guidance:
    the review of the criteria comes before the looked-after review and has another chair, who is
    not the child's own IRO). A member without a name is not appointed yet, and one named twice is
    one. Two reviews on one day are in order.
    """
    return tuple(
        Problem(code)
        for code in (
            *_of_members([member for member in members if folded(member.name)]),
            *_of_chair([folded(member.name) for member in members if member.is_chair], child_iro),
            *_of_days(criteria_review_on, looked_after_review_on),
        )
    )


def _of_members(named: Sequence[PanelMember]) -> Iterator[str]:
    if len({folded(member.name) for member in named}) < LEAST_MEMBERS:
        yield "panel_too_small"
    tied = {folded(member.name) for member in named if not member.is_independent}
    if not {folded(member.name) for member in named} - tied:
        yield "panel_without_independent"


def _of_chair(chairs: Sequence[str], child_iro: str) -> Iterator[str]:
    if not any(chairs):
        yield "panel_without_chair"
    if len({name for name in chairs if name}) > 1:
        yield "panel_with_two_chairs"
    if folded(child_iro) and folded(child_iro) in chairs:
        yield "panel_chair_is_iro"


def _of_days(criteria: dt.date | None, looked_after: dt.date | None) -> Iterator[str]:
    if criteria is not None and looked_after is not None and looked_after < criteria:
        yield "criteria_review_too_late"


def iro_conflicts(child: Child, every_child: Iterable[Child]) -> tuple[Problem, ...]:
    """Why a child may not have the IRO named on their page; none where they may.

    `same_iro_as_parent` and `same_iro_as_own_child` (IRO Handbook: a parent and child who are both
    looked after have different IROs). Brothers and sisters should share one. `subject` of a
    problem is the other child's id. `every_child` are those looked after; `child` among them or
    not, as it is about to be.
    """
    name = folded(child.iro_name)
    if not name:
        return ()
    return tuple(
        Problem(code, other.id)
        for other in every_child
        if other.id != child.id and folded(other.iro_name) == name
        for code in _kinship(child, other)
    )


def _kinship(child: Child, other: Child) -> Iterator[str]:
    if child.parent_id == other.id:
        yield "same_iro_as_parent"
    if other.parent_id == child.id:
        yield "same_iro_as_own_child"


def folded(name: str) -> str:
    """A name as it is compared: without regard to case and to how its parts are spaced."""
    return " ".join(name.split()).casefold()
