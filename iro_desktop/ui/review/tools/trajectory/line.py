"""The trajectory as stops along a line, each with what is said of it. No Qt here."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.i18n import ntr, screen, tr


@dataclass(frozen=True, slots=True)
class Stop:
    """One milestone as it is drawn. `drift` is in days, None without a date first planned."""

    id: EntityId
    thread: EntityId
    name: str
    owner: str
    planned_on: dt.date | None
    revised_to: tuple[dt.date, ...]
    revised_because: tuple[str, ...]
    actual_on: dt.date | None
    drift: int | None
    waits_for: tuple[EntityId, ...]
    waits_for_names: tuple[str, ...]
    is_goal: bool
    is_of_permanence: bool

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Every day it has on the line, in the order in which they were given."""
        given = (self.planned_on, *self.revised_to, self.actual_on)
        return tuple(day for day in given if day is not None)

    def sentences(self) -> tuple[str, ...]:
        """All that the line shows of it, in words."""
        reasons = dict(enumerate(self.revised_because))
        said = [tr("The goal") if self.is_goal else ""]
        said.append(tr("Part of the plan for permanence") if self.is_of_permanence else "")
        said.append(tr("Owner: {name}", name=self.owner) if self.owner else "")
        if self.planned_on:
            said.append(tr("First planned for {date}", date=screen().date(self.planned_on)))
        said += [_revision(day, reasons.get(at, "")) for at, day in enumerate(self.revised_to)]
        if self.actual_on:
            said.append(tr("Reached on {date}", date=screen().date(self.actual_on)))
        said.append(drift_in_words(self.drift, reached=self.actual_on is not None))
        if self.waits_for_names:
            said.append(tr("Waits for: {names}", names=", ".join(self.waits_for_names)))
        return tuple(part for part in said if part)


def _revision(day: dt.date, because: str) -> str:
    if because:
        return tr("New date {date}: {reason}", date=screen().date(day), reason=because)
    return tr("New date {date}", date=screen().date(day))


def drift_in_words(drift: int | None, *, reached: bool) -> str:
    """How far a milestone is from the date first planned, in days."""
    if drift is None:
        return tr("Reached, with no date planned") if reached else tr("No date planned yet")
    if drift > 0:
        return ntr("{number} day later than planned", "{number} days later than planned", drift)
    if drift < 0:
        return ntr(
            "{number} day earlier than planned", "{number} days earlier than planned", -drift
        )
    return tr("Reached on the day planned") if reached else tr("As first planned")


def name_of(milestone: Milestone, number: int) -> str:
    """What a milestone is called, also before anyone wrote it down."""
    return milestone.what.strip() or tr("Milestone {number}", number=number)


def stops_of(
    milestones: Sequence[Milestone], shown: Sequence[Milestone], today: dt.date
) -> tuple[Stop, ...]:
    """The milestones as stops, in the order in which they are `shown`."""
    names = {one.thread: name_of(one, number) for number, one in enumerate(milestones, start=1)}
    return tuple(
        Stop(
            id=one.id,
            thread=one.thread,
            name=names[one.thread],
            owner=one.owner.strip(),
            planned_on=one.planned_on,
            revised_to=one.revised_to,
            revised_because=one.revised_because,
            actual_on=one.actual_on,
            drift=one.drift(today),
            waits_for=one.waits_for,
            waits_for_names=tuple(names[name] for name in one.waits_for if name in names),
            is_goal=one.is_goal,
            is_of_permanence=one.is_of_permanence,
        )
        for one in shown
    )
