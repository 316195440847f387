"""England's bank holidays, from the `holidays` library and from what the council adds itself.

A holiday that has only just been proclaimed is in no library: it is kept as a setting of the store.
Source of the library's list, checked against GOV.UK's own for 2018 to 2028.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.ports import Settings, UnitOfWorkFactory

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_ADDED = "added_bank_holidays"
ADDED_NAME = "bank holiday added by the council"


@cache
def england() -> Mapping[dt.date, str]:
    """Every bank holiday in England with its name, weekend ones included.

    Easter Monday needs the subdivision.
    """
    from holidays import country_holidays  # noqa: PLC0415 - 0.1 s that only due dates need

    years = range(_FIRST_YEAR, _LAST_YEAR + 1)
    return MappingProxyType(dict(country_holidays("GB", subdiv="ENG", years=years)))


def observed(settings: Settings) -> Holidays:
    """The days that are not working days besides weekends, as this store knows them."""
    return _with(added(settings))


def added(settings: Settings) -> tuple[dt.date, ...]:
    """The days that were added here, in order."""
    return tuple(sorted(dt.date.fromisoformat(day) for day in settings.get(_ADDED).split()))


def add_holiday(uow_factory: UnitOfWorkFactory, day: dt.date) -> Changed:
    """Have a day count as a bank holiday. One that is known already changes nothing."""
    with uow_factory() as uow:
        if day in observed(uow.settings):
            return Changed()
        _keep(uow.settings, (*added(uow.settings), day))
    return Changed(frozenset({Topic.CASELOAD}))


def remove_holiday(uow_factory: UnitOfWorkFactory, day: dt.date) -> Changed:
    """Have a day that was added here no longer count."""
    with uow_factory() as uow:
        before = added(uow.settings)
        if day not in before:
            return Changed()
        _keep(uow.settings, (other for other in before if other != day))
    return Changed(frozenset({Topic.CASELOAD}))


@lru_cache(maxsize=8)
def _with(more: tuple[dt.date, ...]) -> Holidays:
    return MappingProxyType({**dict.fromkeys(more, ADDED_NAME), **england()})


def _keep(settings: Settings, days: Iterable[dt.date]) -> None:
    settings.set(_ADDED, " ".join(day.isoformat() for day in sorted(days)))
