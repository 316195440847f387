"""A day on the command line."""

import argparse
import datetime as dt
import re

from iro_desktop.i18n import tr

FIRST, LAST = dt.date(1900, 1, 1), dt.date(2099, 12, 31)
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
