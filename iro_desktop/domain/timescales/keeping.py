"""Until when the case record of a looked after child is kept (SI 2010/959 reg 50)."""

import datetime as dt

from iro_desktop.domain.child import birthday
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner

_ADULT = 18


def kept_until(born: dt.date, died: dt.date | None, reckoner: Reckoner) -> Explained:
    """To the 75th anniversary of birth, or for 15 years from a death before 18."""
    if died is not None and died < birthday(born, _ADULT):
        return reckoner.due("retention_died_under_18", died)
    return reckoner.due("retention_case_record", born)
