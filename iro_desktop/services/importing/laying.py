"""Lay what files say over what is held: what is new, what changes, what stays as it is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, ReviewId, child_id
from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewStatus
from iro_desktop.problems import Place, Problem
from iro_desktop.returns.caseload import Caseload, Known
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.tables import note
from iro_desktop.services.importing.merging import day_of, is_ours, merge_child, merge_review
from iro_desktop.services.importing.report import Total
from iro_desktop.services.ports import UnitOfWork


class Thing(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """Its name."""
        ...


T = TypeVar("T", bound=Thing)


@dataclass(frozen=True, slots=True)
class Held:
    """Everything in the store that an import can touch."""

    children: Sequence[Child]
    episodes: Sequence[Episode]
    reviews: Sequence[Review]

    @classmethod
    def in_store(cls, uow: UnitOfWork) -> "Held":
        """Read it all: an import goes over the whole caseload anyway."""
        return cls(uow.children.all(), uow.episodes.all(), uow.reviews.all())

    def known(self, authority: str) -> Known:
        """What readers need of it. A child is the same when the council's number is.

        With an authority named, only its own children are: numbers of two councils may clash.
        """
        ours = [
            child
            for child in self.children
            if not child.is_household
            and (not authority or child.id == child_id(authority, child.number))
        ]
        households = [child for child in self.children if child.is_household]
        episodes: dict[ChildId, list[Episode]] = {}
        for episode in self.episodes:
            episodes.setdefault(episode.child_id, []).append(episode)
        return Known(
            ids={child.number: child.id for child in ours},
            births={child.number: child.date_of_birth for child in ours},
            episodes=episodes,
            households={one.number: one.id for one in households if one.number},
        )


@dataclass(frozen=True, slots=True)
class Laid(Generic[T]):
    """Things to keep, and how many of all were new, changed and the same."""

    things: tuple[T, ...]
    total: Total


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be done to the store, and what is to be said about it."""

    children: Laid[Child]
    episodes: Laid[Episode]
    reviews: Laid[Review]
    superseded: tuple[Episode, ...]
    problems: tuple[Problem, ...]


def lay_over(held: Held, caseload: Caseload) -> Changes:
    """What the store lacks of a caseload."""
    reviews, problems = _without_ours(held.reviews, caseload)
    episodes = _lay(held.episodes, caseload.episodes, lambda _held, told: told)
    taken_away = len(caseload.superseded)
    total = replace(episodes.total, updated=episodes.total.updated + taken_away)
    laid_reviews = _lay(held.reviews, reviews, merge_review)
    ours = len(caseload.reviews) - len(reviews)
    return Changes(
        children=_lay(held.children, caseload.children, merge_child),
        episodes=replace(episodes, total=total),
        reviews=replace(
            laid_reviews,
            total=replace(laid_reviews.total, unchanged=laid_reviews.total.unchanged + ours),
        ),
        superseded=caseload.superseded,
        problems=problems,
    )


def _lay(held: Iterable[T], told: Iterable[T], merge: Callable[[T, T], T]) -> Laid[T]:
    by_id = {thing.id: thing for thing in held}
    changed: list[T] = []
    added = unchanged = 0
    for thing in told:
        before = by_id.get(thing.id)
        after = thing if before is None else merge(before, thing)
        if before is None:
            added += 1
        elif after == before:
            unchanged += 1
            continue
        changed.append(after)
    return Laid(tuple(changed), Total(added, len(changed) - added, unchanged))


def _without_ours(
    held: Iterable[Review], caseload: Caseload
) -> tuple[list[Review], tuple[Problem, ...]]:
    """Reviews that the IRO did not make or work on here; and where a return differs from theirs."""
    ours = [review for review in held if is_ours(review)]
    by_id = {review.id: review for review in ours}
    by_day = {
        (review.child_id, day_of(review)): review
        for review in ours
        if review.kind in OF_THE_CASE and review.status is not ReviewStatus.CANCELLED
    }
    left: list[Review] = []
    problems: list[Problem] = []
    numbers = {child.id: child.number for child in caseload.children}
    for told in caseload.reviews:
        own = by_day.get((told.child_id, day_of(told))) or by_id.get(told.id)
        if own is None:
            left.append(told)
            continue
        said = _difference(own, told, caseload.places)
        if said is not None:
            problems.append(replace(said, subject=numbers[told.child_id]))
    return left, tuple(problems)


def _difference(own: Review, told: Review, places: Mapping[ReviewId, Place]) -> Problem | None:
    place = places[told.id]
    value = told.participation.value if told.participation else ""
    if own.held_on is None and told.held_on is not None:
        return note(Finding.PLANNED_HERE, place, data={"value": value})
    if own.participation and told.participation and own.participation is not told.participation:
        data = {"value": value, "ours": own.participation.value}
        return note(Finding.CHAIRED_HERE, place, data=data)
    return None
