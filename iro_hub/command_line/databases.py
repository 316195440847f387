"""Commands that make a hub, keep its database in shape, and check it."""

import argparse
import datetime as dt
import json
import secrets
import sys
import tomllib
from collections.abc import Mapping

from iro_hub.command_line.checked import in_words
from iro_hub.command_line.configuration_file import USUAL_PLACES, dsn_of, values_of
from iro_hub.command_line.files import write_whole
from iro_hub.database import servers
from iro_hub.database.checks import skipped
from iro_hub.database.checks import verify as verify_database
from iro_hub.database.migrate import migrate as migrate_database
from iro_hub.database.office import Office
from iro_hub.faults import HubFault

OPERATORS_FILE = USUAL_PLACES[1].name
GATEWAYS_FILE = "gateway.toml"
_ROLE_OF = {"operator": "iro_operator", "gateway": "iro_gateway", "sign_in": "iro_sign_in"}
_BYTES_OF_A_PASSWORD = 32
_OF_OPERATORS = "# For iro-hub as its operator. Keep it from the user that serves the gateway.\n"
_OF_GATEWAY = "# For `iro-hub serve`. It holds no way to people, allocations or records.\n"


def init(said: argparse.Namespace) -> int:
    """Make a hub in an empty database, with passwords of its own, and write them down twice."""
    owner = dsn_of("owner", values_of(said.config))
    files = (said.folder / OPERATORS_FILE, said.folder / GATEWAYS_FILE)
    for file in files:
        if file.exists():
            raise HubFault("exists", f"{file} is there already. New passwords: iro-hub passwords.")
    if servers.is_a_hub(owner):
        raise HubFault("exists", "There is a hub in this database already.")
    said.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    migrate_database(owner)
    dsns = {
        place: servers.as_role(owner, role, _new_password(), said.host or "")
        for place, role in _ROLE_OF.items()
    }
    kept = {} if servers.has_password(owner) else {"owner": owner}
    operators = {**kept, "operator": dsns["operator"]}
    write_whole(files[0], _as_file(_OF_OPERATORS, operators))
    gateways = {"gateway": dsns["gateway"], "sign_in": dsns["sign_in"]}
    write_whole(files[1], _as_file(_OF_GATEWAY, gateways))
    for place, role in _ROLE_OF.items():
        servers.set_password(owner, role, servers.password_in(dsns[place]))
    with Office(dsns["operator"]) as office:
        office.name_hub(said.name)
    for file in files:
        sys.stdout.write(f"{file}\n")
    return 0


def migrate(said: argparse.Namespace) -> int:
    """Run the migrations that have not run yet, and print their names."""
    for name in migrate_database(dsn_of("owner", values_of(said.config))):
        sys.stdout.write(f"{name}\n")
    return 0


def passwords(said: argparse.Namespace) -> int:
    """Give the three roles new passwords, and write them into the files of `init`.

    Whoever has the old ones is out at once, and nothing stays of what they set for a role.
    """
    owner = dsn_of("owner", values_of(said.config))
    files = (said.folder / OPERATORS_FILE, said.folder / GATEWAYS_FILE)
    for file in files:  # before anything is changed: one that others may read, or that cannot be
        values_of(file)
    for file in files:
        text = file.read_text(encoding="utf-8")
        told = tomllib.loads(text).get("database", {})
        for place, role in _ROLE_OF.items():
            if place in told:
                after = servers.with_password(told[place], _new_password())
                text = _with(text, place, after)
                servers.set_password(owner, role, servers.password_in(after))
        write_whole(file, text.encode())
    for role in _ROLE_OF.values():
        if not servers.end_sessions(owner, role):
            sys.stderr.write(f"Sessions of {role} go on: this role may not end them.\n")
        servers.settle(owner, role)  # once nobody is left who could change it again
    sys.stderr.write("Start the gateways anew: they still use the passwords before.\n")
    return 0


def verify(said: argparse.Namespace) -> int:
    """Recompute every number, hash and chain. Each fault is a line; with any, exit code 1."""
    dsn = dsn_of("owner", values_of(said.config))
    faults = verify_database(dsn)
    for fault in faults:
        sys.stdout.write(f"{in_words(fault)}\n")
    held = servers.held(dsn)
    sys.stderr.write(
        f"{held.children} children, {held.revisions} revisions ({held.body_bytes} bytes as sent,"
        f" {held.table_bytes} on disk), {held.people} people, {held.devices} laptops:"
        f" {len(faults) or 'no'} faults.\n"
    )
    undone = skipped(dsn)
    if undone.last is not None:
        moment = undone.last.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M")
        sys.stderr.write(
            f"Of the audit, {undone.many} lines were undone, the last by {moment} UTC.\n"
        )
    return 1 if faults else 0


def _new_password() -> str:
    return secrets.token_urlsafe(_BYTES_OF_A_PASSWORD)


def _as_file(top: str, dsns: Mapping[str, str]) -> bytes:
    lines = "".join(f"{_line(place, dsn)}\n" for place, dsn in dsns.items())
    return f"{top}\n[database]\n{lines}".encode()


def _with(text: str, place: str, dsn: str) -> str:
    """The file's text with another connection string in one line, and all else as it was."""
    lines = text.splitlines(keepends=True)
    changed = [
        f"{_line(place, dsn)}\n" if line.partition("=")[0].strip() == place else line
        for line in lines
    ]
    return "".join(changed)


def _line(place: str, dsn: str) -> str:
    return f"{place} = {json.dumps(dsn)}"
