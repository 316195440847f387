"""A length as people write it: a number and a unit."""

import re

from iro_desktop.domain.timescales.rule import Length, Unit
from iro_desktop.source_files.faults import Faults
from iro_desktop.source_files.keys import Keys
from iro_desktop.source_files.tree import Scalar
from iro_desktop.timescale_files.faults import TimescaleFault

_LENGTH = re.compile(r"(\d{1,3}) (working day|day|week|month|year|term)s?\Z", re.ASCII)
_UNITS = {
    "working day": Unit.WORKING_DAYS,
    "day": Unit.DAYS,
    "week": Unit.WEEKS,
    "month": Unit.MONTHS,
    "year": Unit.YEARS,
    "term": Unit.TERMS,
}


def length_of(keys: Keys, faults: Faults) -> Length | None:
    """`within: 20 working days` or `before: 3 working days`; None, and noted, where neither."""
    within, before = keys.node("within"), keys.node("before")
    if (within is None) == (before is None):
        faults.add(TimescaleFault.NO_LENGTH, keys.spot)
        return None
    node = within if within is not None else before
    assert node is not None  # noqa: S101 - one of the two is there, as was just seen
    text = node.text if isinstance(node, Scalar) else "..."
    match = _LENGTH.match(text)
    if match is None:
        faults.add(TimescaleFault.NOT_A_LENGTH, node.spot, text)
        return None
    longer = keys.flag("keeps_longer")
    return Length(int(match[1]), _UNITS[match[2]], before is not None, longer)
