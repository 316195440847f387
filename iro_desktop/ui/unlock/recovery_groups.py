"""The recovery key in groups, and whether a person has really written it down.

Groups are read back as forgivingly as the vault reads the whole key: case, spaces and hyphens do
not matter, O is 0, and I and L are 1.
"""

import secrets
from collections.abc import Callable

ASKED = 2
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})

PickGroups = Callable[[int], tuple[int, ...]]


def groups_of(recovery_key: str) -> tuple[str, ...]:
    """The groups as they are printed, in order."""
    return tuple(recovery_key.split("-"))


def pick_groups(count: int) -> tuple[int, ...]:
    """Which groups to ask for, in reading order, numbered from 0."""
    return tuple(sorted(secrets.SystemRandom().sample(range(count), ASKED)))


def group_matches(group: str, typed: str) -> bool:
    """Whether what was typed is that group."""
    return _read(typed) == _read(group)


def _read(text: str) -> str:
    letters = "".join(letter for letter in text.upper() if letter.isalnum())
    return letters.translate(_READ_AS)
