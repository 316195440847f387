"""England's bank holidays, from the `holidays` library and from what the council adds itself.

A holiday that has only just been proclaimed is in no library: it is kept as a setting of the store.
Source of the library's list, checked against GOV.UK's own for 2018 to 2028.
"""

import datetime as dt
import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType

from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.domain.working_days import is_working_day
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.ports import Settings, UnitOfWorkFactory

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_ADDED = "added_bank_holidays"
ADDED_NAME = "bank holiday added by the council"
_AS_GOV_UK_SAYS = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
    "(observed)": "(substitute day)",
}
"""What the library calls them, and what the list on GOV.UK does."""


class HolidayRefusal(StrEnum):
    """Why a day cannot be added: offices are closed on it already."""

    AT_A_WEEKEND = "at_a_weekend"
    KNOWN_ALREADY = "known_already"


@cache
def england() -> Mapping[dt.date, str]:
    """Every bank holiday in England with its name, weekend ones included.

    Easter Monday needs the subdivision.
    """
    from holidays import country_holidays  # noqa: PLC0415 - 0.1 s that only due dates need

    years = range(_FIRST_YEAR, _LAST_YEAR + 1)
    found = country_holidays("GB", subdiv="ENG", years=years)
    return MappingProxyType({day: _as_gov_uk_says(name) for day, name in found.items()})


def _as_gov_uk_says(name: str) -> str:
    for theirs, ours in _AS_GOV_UK_SAYS.items():
        name = name.replace(theirs, ours)
    return name


def observed(settings: Settings) -> Holidays:
    """The days that are not working days besides weekends, as this store knows them."""
    return _with(tuple(added(settings).items()))


def added(settings: Settings) -> Holidays:
    """The days that were added here, in order, each with its name; empty where it has none."""
    return dict(sorted(_kept(settings.get(_ADDED)).items()))


def refusal_of(day: dt.date, holidays: Holidays) -> HolidayRefusal | None:
    """Why a day cannot be added to these; None where it can."""
    if day in holidays:
        return HolidayRefusal.KNOWN_ALREADY
    return None if is_working_day(day, holidays) else HolidayRefusal.AT_A_WEEKEND


def add_holiday(uow_factory: UnitOfWorkFactory, day: dt.date, name: str = "") -> Changed:
    """Have a day count as a bank holiday. One that is refused changes nothing."""
    with uow_factory() as uow:
        if refusal_of(day, observed(uow.settings)):
            return Changed()
        _keep(uow.settings, {**added(uow.settings), day: " ".join(name.split())})
    return Changed(frozenset({Topic.CASELOAD}))


def remove_holiday(uow_factory: UnitOfWorkFactory, day: dt.date) -> Changed:
    """Have a day that was added here no longer count."""
    with uow_factory() as uow:
        before = added(uow.settings)
        if day not in before:
            return Changed()
        _keep(uow.settings, {one: name for one, name in before.items() if one != day})
    return Changed(frozenset({Topic.CASELOAD}))


@lru_cache(maxsize=8)
def _with(more: tuple[tuple[dt.date, str], ...]) -> Holidays:
    named = {day: name or ADDED_NAME for day, name in more}
    return MappingProxyType({**named, **england()})


def _kept(text: str) -> Holidays:
    # Stores of the first release hold bare days, parted by spaces.
    names = json.loads(text) if text.startswith("{") else dict.fromkeys(text.split(), "")
    return {dt.date.fromisoformat(day): name for day, name in names.items()}


def _keep(settings: Settings, days: Holidays) -> None:
    named = {day.isoformat(): name for day, name in sorted(days.items())}
    settings.set(_ADDED, json.dumps(named) if named else "")
