"""England's bank holidays, from the `holidays` library and from what the council adds itself.

A holiday that has only just been proclaimed is in no library: it is kept as a setting of the store.
Source of the library's list, checked against GOV.UK's own for 2018 to 2028.
"""

import datetime as dt
from functools import cache

from iro_desktop.services.ports import Settings

_FIRST_YEAR, _LAST_YEAR = 1990, 2060
_ADDED = "added_bank_holidays"


@cache
def england() -> frozenset[dt.date]:
    """Every bank holiday in England, weekend ones included. Easter Monday needs the subdivision."""
    from holidays import country_holidays  # noqa: PLC0415 - 0.1 s that only due dates need

    years = range(_FIRST_YEAR, _LAST_YEAR + 1)
    return frozenset(country_holidays("GB", subdiv="ENG", years=years))


def observed(settings: Settings) -> frozenset[dt.date]:
    """The days that are not working days besides weekends, as this store knows them."""
    added = settings.get(_ADDED).split()
    return england() | {dt.date.fromisoformat(day) for day in added}
