"""Failed tries at the passphrase, kept on disk, and the growing wait that follows them.

This slows someone at the keyboard. Someone who can copy the files is slowed by Argon2id alone.
"""

import datetime as dt
import math
from pathlib import Path
from typing import Annotated

import msgspec

from iro_desktop.services.ports import Clock
from iro_desktop.services.private_file import replace_file

FREE_TRIES = 3
LONGEST_WAIT = 300


class _Tries(msgspec.Struct, frozen=True):
    failed: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
    last: dt.datetime


_NONE = _Tries(0, dt.datetime.min.replace(tzinfo=dt.UTC))


def wait_after(failed: int) -> int:
    """Seconds to wait after so many failures in a row: none for three, then 2, 4, 8 up to 300."""
    if failed <= FREE_TRIES:
        return 0
    return min(LONGEST_WAIT, 1 << min(failed - FREE_TRIES, 16))


class FailedTries:
    """The count in its file. A try counts as failed from before it begins until it succeeds.

    So ending the program in the middle of a try gains nothing. A disk that cannot be written must
    not keep an owner out: then the count lasts as long as the program.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._tries = self._read()

    def seconds_to_wait(self) -> int:
        """How long until the next try is allowed, 0 when it is."""
        wait = wait_after(self._tries.failed)
        if not wait:
            return 0
        now = self._clock.now()
        if now < self._tries.last:
            # The clock was set back: count from now, or the wait could last for years.
            self._keep(_Tries(self._tries.failed, now))
        left = wait - (now - self._tries.last).total_seconds()
        return max(0, math.ceil(left))

    def begin(self) -> None:
        """Count the try that is about to be made."""
        self._keep(_Tries(self._tries.failed + 1, self._clock.now()))

    def clear(self) -> None:
        """Forget the failures: a try succeeded."""
        self._tries = _NONE
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return  # the file cannot be removed; the next success tries again

    def _keep(self, tries: _Tries) -> None:
        self._tries = tries
        try:
            replace_file(self._path, msgspec.json.encode(tries))
        except OSError:
            return  # see the class: the count in memory stands

    def _read(self) -> _Tries:
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return _NONE
        except OSError:
            return self._suspicious()
        try:
            tries = msgspec.json.decode(data, type=_Tries)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return self._suspicious()
        aware = tries.last if tries.last.tzinfo else tries.last.replace(tzinfo=dt.UTC)
        return _Tries(tries.failed, aware)

    def _suspicious(self) -> _Tries:
        # Spoiling the file must not be a way round the wait.
        return _Tries(FREE_TRIES + 6, self._clock.now())
