"""A figure beside its limit."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Something measured. `limit` is in the same unit; a ratio above 1 is too slow."""

    what: str
    value: float
    limit: float
    unit: str

    @property
    def ratio(self) -> float:
        """The figure as a share of its limit."""
        return self.value / self.limit


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def median_ms(work: Callable[[int], object], times: int) -> float:
    """The middle of many runs, in milliseconds. `work` is told which run it is."""
    return statistics.median(seconds(lambda run=run: work(run)) for run in range(times)) * 1000  # type: ignore[misc]  # mypy cannot type a lambda's default
