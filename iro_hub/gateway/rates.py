"""How often someone may call: a first wall in each process, forgotten when it ends.

Wrong enrolment codes are counted in the database, where all processes see them.
"""

import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

KEYS_KEPT = 20_000
"""Who calls from ever new addresses makes us forget others, not grow."""

_IPV6_HOUSEHOLD = 64  # bits: whoever has one IPv6 address has all that begin with these
_Key = TypeVar("_Key", str, bytes)


class Buckets(Generic[_Key]):
    """A bucket for each key: `burst` tokens when full, and `rate` more each second."""

    def __init__(self, rate: float, burst: int, seconds: Callable[[], float]) -> None:
        self._rate = rate
        self._burst = burst
        self._seconds = seconds
        self._levels: OrderedDict[_Key, tuple[float, float]] = OrderedDict()

    def take(self, key: _Key) -> bool:
        """Take one out of the key's bucket; False where it is empty."""
        level = self._level(key)
        if level < 1:
            return False
        self._levels[key] = (level - 1, self._seconds())
        self._levels.move_to_end(key)
        if len(self._levels) > KEYS_KEPT:
            self._levels.popitem(last=False)
        return True

    def is_empty(self, key: _Key) -> bool:
        """Whether the next `take` would find nothing."""
        return self._level(key) < 1

    def _level(self, key: _Key) -> float:
        level, since = self._levels.get(key, (float(self._burst), 0.0))
        return min(self._burst, level + (self._seconds() - since) * self._rate)


class Remembered:
    """The keys last seen, as many as are kept."""

    def __init__(self) -> None:
        self._keys: OrderedDict[bytes, None] = OrderedDict()

    def add(self, key: bytes) -> None:
        """Remember `key` as seen just now."""
        self._keys[key] = None
        self._keys.move_to_end(key)
        if len(self._keys) > KEYS_KEPT:
            self._keys.popitem(last=False)

    def forget(self, key: bytes) -> None:
        """Remember `key` no longer."""
        self._keys.pop(key, None)

    def __contains__(self, key: bytes) -> bool:
        return key in self._keys


def source_of(host: str | None) -> str:
    """Under which name a caller's address is counted: an IPv6 address by its network."""
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    network = ipaddress.ip_network((int(address), _IPV6_HOUSEHOLD), strict=False)
    return str(network)
