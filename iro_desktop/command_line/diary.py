"""The diary: listed, or written as a calendar file."""

import argparse
import sys

from iro_desktop.command_line.caseload import print_rows
from iro_desktop.command_line.days import WRONG_USAGE, are_turned
from iro_desktop.command_line.means import Means
from iro_desktop.command_line.opened import not_the_stores_own, opened
from iro_desktop.i18n import screen
from iro_desktop.services import diary, diary_listing
from iro_desktop.services.diary_calendar import calendar_file
from iro_desktop.services.private_file import write_file

_COLUMNS = ("day", "starts_at", "standing", "kind", "due", "reference", "child_number", "iro")


def show_diary(said: argparse.Namespace, means: Means) -> int:
    """List what stands in the diary between two days, or write it as a calendar file."""
    if are_turned(said, "diary"):
        return WRONG_USAGE
    return _list(said, means) if said.ics is None else _write(said, means)


def _list(said: argparse.Namespace, means: Means) -> int:
    with opened(said, means) as store:
        rows = diary_listing.entries(store.unit_of_work, means.clock.today(), said.first, said.last)
    return print_rows(said, rows, _COLUMNS)


def _write(said: argparse.Namespace, means: Means) -> int:
    out = not_the_stores_own(said.ics, said.store)
    with opened(said, means) as store:
        entries = diary.entries(store.unit_of_work, means.clock.today(), said.first, said.last)
        content = calendar_file(
            store.unit_of_work,
            entries,
            screen(),
            means.clock.now(),
            with_names=said.with_names,
        )
        write_file(content, out)
    sys.stdout.write(f"{said.ics}\n")
    return 0
