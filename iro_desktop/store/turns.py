"""Whose turn it is in the store: who came first works first.

SQLite lets whoever waits for a transaction look again now and then, and never in turn. A round with
the hub begins its next transaction within microseconds of the last, so someone who types would find
the store taken again and again, for seconds, though no transaction is longer than a blink.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from iro_desktop.services.faults import LockedStore


class Turns:
    """A lock that goes from hand to hand in the order in which it was asked for."""

    def __init__(self, patience: float) -> None:
        """`patience`: how many seconds anyone waits."""
        self._patience = patience
        self._guard = threading.Lock()
        self._is_taken = False
        self._waiting: deque[threading.Event] = deque()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for one's turn, and have it while the block runs.

        Raises:
            LockedStore: whoever had it never came to an end.
        """
        self._take()
        try:
            yield
        finally:
            self._hand_on()

    def _take(self) -> None:
        with self._guard:
            if not self._is_taken:
                self._is_taken = True
                return
            turn = threading.Event()
            self._waiting.append(turn)
        is_ours = False
        try:
            is_ours = turn.wait(self._patience)
        finally:
            if not is_ours:
                self._go_away(turn)
        if not is_ours:
            raise LockedStore

    def _go_away(self, turn: threading.Event) -> None:
        """Wait no longer. What was handed over just now is handed on."""
        with self._guard:
            if turn in self._waiting:
                self._waiting.remove(turn)
                return
        self._hand_on()

    def _hand_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._is_taken = False
