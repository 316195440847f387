"""Say things to whoever sits before the terminal, and stop with a sentence."""

from __future__ import annotations

import sys


class CannotGoOn(Exception):
    """What is wrong and what to do about it, as the person at the terminal reads it."""


def say(words: str) -> None:
    """One line, at once, so that it stands before what a program started next has to say."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
