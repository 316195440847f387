"""Commands about who may see which child, and with which laptop."""

import argparse

from iro_hub.command_line.offices import opened, person_of
from iro_hub.command_line.rows import print_rows
from iro_hub.faults import HubFault

_ACCESS = ("child", "person_name", "access", "review", "until", "is_open")
_DEVICES = (
    *("id", "person_name", "enrolled_at", "last_seen"),
    *("left_at", "revoked_at", "revoked_why"),
)


def allocate(said: argparse.Namespace) -> int:
    """Make someone a child's own IRO; who was it before is so no longer."""
    with opened(said) as office:
        office.allocate(said.child, person_of(office, said.person), team=said.team)
    return 0


def cover(said: argparse.Namespace) -> int:
    """Let an IRO stand in until a day, and with it."""
    with opened(said) as office:
        office.cover(said.child, person_of(office, said.person), said.until)
    return 0


def assign(said: argparse.Namespace) -> int:
    """Give business support a review, or a worker their part."""
    with opened(said) as office:
        office.assign(
            said.child, person_of(office, said.person), review=said.review, until=said.until
        )
    return 0


def sample(said: argparse.Namespace) -> int:
    """Let an auditor read a record until a day, and with it."""
    with opened(said) as office:
        office.sample(said.child, person_of(office, said.person), said.until)
    return 0


def withdraw(said: argparse.Namespace) -> int:
    """End someone's access to a child."""
    with opened(said) as office:
        ended = office.end_access(said.child, person_of(office, said.person))
    if not ended:
        raise HubFault("not_found", "That person had no access to this child.")
    return 0


def access(said: argparse.Namespace) -> int:
    """List who may see which child; with `--all`, who could as well."""
    with opened(said) as office:
        person = person_of(office, said.person) if said.person else ""
        rows = office.allocations(child=said.child or "", person=person)
        shown = [row for row in rows if said.all or row.is_open]
        return print_rows(shown, _ACCESS, as_json=said.json)


def devices(said: argparse.Namespace) -> int:
    """List the laptops."""
    with opened(said) as office:
        return print_rows(office.devices(), _DEVICES, as_json=said.json)


def revoke(said: argparse.Namespace) -> int:
    """Shut a laptop out: at its next contact it hands over what is unsent, and wipes its copy."""
    with opened(said) as office:
        office.revoke(said.device, said.why)
    return 0
