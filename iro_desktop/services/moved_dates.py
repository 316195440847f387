"""What moves when the days or the rules that due dates are reckoned with are changed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from iro_desktop.domain.child import Child
from iro_desktop.domain.life import life_of
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.open_clocks import open_clocks
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.services.caseload import by_child, read_everything
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
    """Every open due date that the second engine has on another day, the soonest first.

    A rule that only one of the two engines knows moves nothing: its due dates come or go.
    """
    if before == after:
        return ()
    with uow_factory() as uow:
        found = [one for one in _reckoned_twice(uow, today, before, after) if _is_moved(one)]
    return tuple(sorted(found, key=lambda one: (one.after.on, one.child.number, one.after.rule.id)))


def _is_moved(one: MovedDate) -> bool:
    was, now = one.before, one.after
    return (was.on, was.last_working_day) != (now.on, now.last_working_day)


def _reckoned_twice(
    uow: UnitOfWork, today: dt.date, before: Reckoner, after: Reckoner
) -> Iterator[MovedDate]:
    known = replace(read_everything(uow), reckoner=before)
    documents = by_child(uow.written_documents.all())
    for child in known.children:
        clock = known.clock_of(child, today)
        was, now = clock.next_due(today), replace(clock, reckoner=after).next_due(today)
        if was is not None and now is not None:
            yield MovedDate(child, was, now)
        life = life_of(
            child,
            clock.periods,
            known.reviews.get(child.id, ()),
            clock.happenings,
            documents.get(child.id, ()),
        )
        other = {due.rule.id: due for due in open_clocks(life, before, today)}
        for due in open_clocks(life, after, today):
            if due.rule.id in other:
                yield MovedDate(child, other[due.rule.id], due)
