"""Whether a process still runs, and what it started."""

import os
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")
"""Where Linux tells of each process; macOS has no such place."""


def is_alive(number: int) -> bool:
    """Whether a process runs; one that only waits to be counted out by its parent does not."""
    if _PROCESSES.is_dir():
        told = _told_of(number)
        return told is not None and told.state != "Z"
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def children_of(number: int) -> list[int]:
    """Where the system does not list them: those of a dead PostgreSQL soon end by themselves."""
    others = [int(each.name) for each in _PROCESSES.glob("[0-9]*")]
    told = {other: _told_of(other) for other in others}
    return [other for other, of in told.items() if of is not None and of.parent == number]


def is_called(name: str, number: int) -> bool:
    """Whether a process runs the program of this name. True where the system does not say."""
    told = _told_of(number)
    return told.name == name if told is not None else not _PROCESSES.is_dir()


@dataclass(frozen=True, slots=True)
class _Told:
    """What the system says of a process."""

    name: str
    state: str
    parent: int


def _told_of(number: int) -> _Told | None:
    """Out of a line such as `812 (postgres) S 1 …`; the name may hold anything."""
    try:
        told = (_PROCESSES / str(number) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    before, _, after = told.rpartition(")")
    state, parent = after.split()[:2]
    return _Told(before.partition("(")[2], state, int(parent))
