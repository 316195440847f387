"""The recovery key that is printed once: 160 random bits, forgiving in how they are read back.

Letters are Crockford's base 32 (https://www.crockford.com/base32.html), which has no I, L, O or U.
"""

import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LETTERS = 32
_GROUP = 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = str.maketrans("", "", " -\t\r\n\u00a0\u2010\u2011\u2013")

GROUPS = _LETTERS // _GROUP


def new_recovery_key() -> str:
    """Eight groups of four letters, joined by hyphens."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS))
    return "-".join(letters[start : start + _GROUP] for start in range(0, _LETTERS, _GROUP))


def read_recovery_key(typed: str) -> str | None:
    """The bare 32 letters of what someone typed, or None where it cannot be a recovery key.

    Case, spaces and hyphens do not matter; O is read as 0, and I and L as 1.
    """
    letters = _read(typed)
    if len(letters) != _LETTERS or not set(letters) <= set(_ALPHABET):
        return None
    return letters


def recovery_group_matches(recovery_key: str, index: int, typed: str) -> bool:
    """Whether `typed` is the group `index` (0 to 7) of the key, read as forgivingly as the key.

    Raises:
        IndexError: there is no such group.
    """
    group = recovery_key.split("-")[index]
    return _read(typed) == group


def _read(typed: str) -> str:
    return typed.upper().translate(_BETWEEN).translate(_READ_AS)
