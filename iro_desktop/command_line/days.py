"""A day on the command line, and a run of days."""

import argparse
import datetime as dt
import re
import sys

from iro_desktop.i18n import tr

FIRST, LAST = dt.date(1900, 1, 1), dt.date(2099, 12, 31)
WRONG_USAGE = 2
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)


def day(text: str) -> dt.date:
    """A day written 2025-09-01, for argparse, which says what is wrong with another."""
    try:
        found = dt.date.fromisoformat(text) if _ISO.match(text) else None
    except ValueError:
        found = None
    if found is None:
        raise argparse.ArgumentTypeError(
            tr("“{text}” is not a day; write year, month and day, as in 2025-09-01", text=text)
        )
    if not FIRST <= found <= LAST:
        raise argparse.ArgumentTypeError(
            tr(
                "{text} is too far away; give a day from {first} to {last}",
                text=text,
                first=FIRST.isoformat(),
                last=LAST.isoformat(),
            )
        )
    return found


def are_turned(said: argparse.Namespace, command: str) -> bool:
    """Whether a command's --from is after its --to; says so where it is, as argparse would."""
    if said.first <= said.last:
        return False
    words = tr(
        "iro-desktop {command}: error: --from {first} is after --to {last}",
        command=command,
        first=said.first.isoformat(),
        last=said.last.isoformat(),
    )
    sys.stderr.write(f"{words}\n")
    return True
