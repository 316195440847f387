"""Contacts between meetings, counted for a report."""

import argparse

from iro_desktop.command_line.caseload import print_rows
from iro_desktop.command_line.days import WRONG_USAGE, are_turned
from iro_desktop.command_line.means import Means
from iro_desktop.command_line.opened import opened
from iro_desktop.services import activities

_COLUMNS = ("counted", "what", "number")


def count_contacts(said: argparse.Namespace, means: Means) -> int:
    """Count what was done from one day to another: by kind, and by how the child was seen."""
    if are_turned(said, "contacts"):
        return WRONG_USAGE
    with opened(said, means) as store:
        found = activities.counts(store.unit_of_work, said.first, said.last)
    rows = [_row("kind", kind.value, number) for kind, number in found.of_kind.items()]
    rows += [_row("seen", how.value, number) for how, number in found.seen.items()]
    rows += [
        _row("all", "contacts", found.total),
        _row("all", "children", found.children),
        _row("all", "minutes", found.minutes),
    ]
    return print_rows(said, rows, _COLUMNS)


def _row(counted: str, what: str, number: int) -> dict[str, object]:
    return {"counted": counted, "what": what, "number": number}
