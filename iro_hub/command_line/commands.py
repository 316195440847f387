"""Which function does which command."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from iro_hub.command_line import access, backups, council, databases, people, records, serving

Command = Callable[[Namespace], int]

COMMANDS: Mapping[str, Command] = {
    "init": databases.init,
    "migrate": databases.migrate,
    "passwords": databases.passwords,
    "verify": databases.verify,
    "backup": backups.backup,
    "restore": backups.restore,
    "serve": serving.serve,
    "openapi": serving.openapi,
    "team": people.team,
    "person": people.person,
    "group": people.group,
    "enrol": people.enrol,
    "allocate": access.allocate,
    "cover": access.cover,
    "assign": access.assign,
    "sample": access.sample,
    "withdraw": access.withdraw,
    "access": access.access,
    "devices": access.devices,
    "revoke": access.revoke,
    "quarantine": records.quarantine,
    "audit": records.audit,
    "settings": council.settings,
    "keys": council.keys,
}
