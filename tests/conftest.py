"""What every test may have: a clock that stands still, and an open, empty store."""

import datetime as dt
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt

import pytest

from fixed_clock import FixedClock


@pytest.fixture
def clock() -> FixedClock:
    """Sunday 22 November 2026, ten in the morning."""
    return FixedClock(dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC))
