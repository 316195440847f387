"""Stores that tests take copies of: making tables and filling them takes longer than most tests."""

import datetime as dt
import shutil
from pathlib import Path

from fixed_clock import FixedClock
from iro_desktop.store import SqlStore, open_store

KEY = bytes(range(32))
NOW = dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)


def copy_of(store: Path, folder: Path, clock: FixedClock) -> SqlStore:
    """A copy of the closed store in `store`, made in `folder` and open."""
    shutil.copytree(store, folder)
    return open_store(folder, KEY, clock=clock, author="Made-up Officer")
