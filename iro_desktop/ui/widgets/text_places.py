"""Places in a text: Python counts characters, Qt counts units of UTF-16. No Qt here."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

_LAST_OF_ONE_UNIT = "\uffff"

Range = tuple[int, int]


class TextPlaces:
    """Turns places in one text from the one way of counting into the other."""

    def __init__(self, text: str) -> None:
        self._units: Sequence[int] | None = None  # None: both ways count alike
        if text and max(text) > _LAST_OF_ONE_UNIT:
            wide = (2 if each > _LAST_OF_ONE_UNIT else 1 for each in text)
            self._units = tuple(accumulate(wide, initial=0))

    def to_units(self, place: int) -> int:
        """Where Qt finds what Python finds at `place`."""
        return place if self._units is None else self._units[min(place, len(self._units) - 1)]

    def from_units(self, unit: int) -> int:
        """Where Python finds what Qt finds at `unit`."""
        return unit if self._units is None else bisect_left(self._units, unit)
