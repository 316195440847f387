"""Read a time of day as people write one at a keyboard: 14:30, 14.30, 1430, 2.30pm, 9.

No Qt here.
"""

import datetime as dt
import re

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))? ?(am|pm)?")
_NOON = 12


def read_time(text: str) -> dt.time | None:
    """The time that is written there; None where it is none, or could be two."""
    found = _TIME.fullmatch(text.strip().lower().replace("a.m.", "am").replace("p.m.", "pm"))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None
