"""Commands about what waits for a manager, and about who read and wrote what."""

import argparse

from iro_hub.command_line.offices import opened, person_of
from iro_hub.command_line.rows import print_csv, print_rows

_QUARANTINE = ("bundle", "child", "person_name", "received_at", "revisions", "why")
_ABOUT = (
    *("id", "name", "children", "revisions", "people", "devices", "waiting", "bytes"),
    "backed_up_to",
)
_AUDIT = ("at", "did", "person_name", "device", "child", "many", "about", "operator")


def quarantine(said: argparse.Namespace) -> int:
    """List what waits, or decide about a bundle."""
    with opened(said) as office:
        if said.verb == "list":
            return print_rows(office.quarantine(), _QUARANTINE, as_json=said.json)
        decision = said.verb.replace("-", "_")
        office.decide_quarantine(said.bundle, decision, said.reason)
    return 0


def about(said: argparse.Namespace) -> int:
    """Which hub this is, and how much it holds; of the record, numbers alone."""
    with opened(said) as office:
        return print_rows([office.about()], _ABOUT, as_json=said.json)


def audit(said: argparse.Namespace) -> int:
    """Who read and wrote what, the latest first."""
    with opened(said) as office:
        person = person_of(office, said.person) if said.person else ""
        rows = office.audit(child=said.child or "", person=person, since=said.since, most=said.most)
        if said.csv:
            return print_csv(rows, _AUDIT)
        return print_rows(rows, _AUDIT)
