"""Commands about teams, people, and what the council's groups make of someone."""

import argparse
import sys

from iro_hub.command_line.offices import opened, person_of
from iro_hub.command_line.rows import print_rows
from iro_hub.database.office import Office
from iro_hub.faults import HubFault

_MINUTES = 60
_TEAMS = ("id", "name", "within")
_PEOPLE = ("id", "name", "role", "team", "whole_service", "is_active")
_GROUPS = ("issuer", "group_name", "role", "team", "whole_service")


def team(said: argparse.Namespace) -> int:
    """Add a team, or list them."""
    with opened(said) as office:
        if said.verb == "list":
            return print_rows(office.teams(), _TEAMS, as_json=said.json)
        sys.stdout.write(f"{office.add_team(said.name, said.within)}\n")
    return 0


def person(said: argparse.Namespace) -> int:
    """Add, change, list, shut out, let in again."""
    with opened(said) as office:
        if said.verb == "list":
            return print_rows(office.people(), _PEOPLE, as_json=said.json)
        if said.verb == "add":
            _require_whole_identity(said)
            made = office.add_person(
                said.name,
                said.role,
                said.team,
                whole_service=said.service,
                issuer=said.issuer,
                subject=said.subject,
            )
            sys.stdout.write(f"{made}\n")
        elif said.verb == "change":
            _change(office, said)
        elif said.verb == "deactivate":
            office.deactivate(person_of(office, said.person))
        else:
            office.reactivate(person_of(office, said.person))
    return 0


def _change(office: Office, said: argparse.Namespace) -> None:
    _require_whole_identity(said)
    identity = None if said.issuer is None else (said.issuer, said.subject)
    if all(each is None for each in (said.name, said.role, said.team, said.service, identity)):
        raise HubFault("nothing_given", "Say what to change: see person change --help.")
    office.change_person(
        person_of(office, said.person),
        name=said.name,
        role=said.role,
        team=said.team,
        whole_service=said.service,
        identity=identity,
    )


def _require_whole_identity(said: argparse.Namespace) -> None:
    if bool(said.issuer) != bool(said.subject):
        raise HubFault("half_an_identity", "Who signs in is an issuer and a subject: give both.")


def group(said: argparse.Namespace) -> int:
    """Map a group of the council's accounts, or list those mapped."""
    with opened(said) as office:
        if said.verb == "list":
            return print_rows(office.groups(), _GROUPS, as_json=said.json)
        if said.verb == "remove":
            office.unmap_group(said.issuer, said.group)
            return 0
        office.map_group(said.issuer, said.group, said.role, said.team, whole_service=said.service)
    return 0


def enrol(said: argparse.Namespace) -> int:
    """Print a code, alone, on standard output: it is told this once."""
    with opened(said) as office:
        code = office.enrol_code(person_of(office, said.person), said.hours * _MINUTES)
    sys.stdout.write(f"{code}\n")
    sys.stderr.write(f"It enrols one laptop, once, within {said.hours} hours.\n")
    return 0
