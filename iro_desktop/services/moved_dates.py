"""What moves when the days or the rules that due dates are reckoned with are changed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.reckoning import reckoner_of


@dataclass(frozen=True, slots=True)
class MovedDate:
    """An open due date of a child as it was, and as it is: on another day, or practically so."""

    child: Child
    before: Explained
    after: Explained

    @property
    def is_limit_moved(self) -> bool:
        """Whether the limit itself is another day, not only the last practical one."""
        return self.before.on != self.after.on


def reckoner_now(uow_factory: UnitOfWorkFactory) -> Reckoner:
    """The engine as the store has it now, to hold on to before something is changed."""
    with uow_factory() as uow:
        return reckoner_of(uow.settings)


def moved(
    uow_factory: UnitOfWorkFactory, today: dt.date, before: Reckoner, after: Reckoner
) -> tuple[MovedDate, ...]:
    """Every open due date that the second engine has on another day, the soonest first."""
    if before == after:
        return ()
    with uow_factory() as uow:
        found = [one for one in _reckoned_twice(uow, today, before, after) if _is_moved(one)]
    return tuple(sorted(found, key=lambda one: (one.after.on, one.child.number)))


def _is_moved(one: MovedDate) -> bool:
    was, now = one.before, one.after
    return (was.on, was.last_working_day) != (now.on, now.last_working_day)


def _reckoned_twice(
    uow: UnitOfWork, today: dt.date, before: Reckoner, after: Reckoner
) -> Iterable[MovedDate]:
    episodes = _by_child(uow.episodes.all())
    reviews = _by_child(uow.reviews.all())
    happenings = _by_child(uow.happenings.all())
    for child in uow.children.all():
        clock = ReviewClock.of(
            child.date_of_birth,
            episodes[child.id],
            reviews[child.id],
            before,
            today,
            happenings[child.id],
        )
        was, now = clock.next_due(today), replace(clock, reckoner=after).next_due(today)
        if was is not None and now is not None:
            yield MovedDate(child, was, now)


class _OfChild(Protocol):
    @property
    def child_id(self) -> ChildId: ...


_T = TypeVar("_T", bound=_OfChild)


def _by_child(things: Iterable[_T]) -> dict[ChildId, list[_T]]:
    children: dict[ChildId, list[_T]] = defaultdict(list)
    for thing in things:
        children[thing.child_id].append(thing)
    return children
