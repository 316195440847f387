"""Which function does which command. Each is loaded once it is wanted: most need no gateway."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from importlib import import_module

Command = Callable[[Namespace], int]

PLACES: Mapping[str, str] = {
    "init": "databases",
    "migrate": "databases",
    "about": "records",
    "passwords": "databases",
    "verify": "databases",
    "backup": "backups",
    "restore": "backups",
    "serve": "serving",
    "openapi": "serving",
    "team": "people",
    "person": "people",
    "group": "people",
    "enrol": "people",
    "allocate": "access",
    "cover": "access",
    "assign": "access",
    "sample": "access",
    "withdraw": "access",
    "access": "access",
    "devices": "access",
    "revoke": "access",
    "quarantine": "records",
    "audit": "records",
    "settings": "council",
    "keys": "council",
    "escrow": "escrow",
}
"""The module beside this one that holds the function of the command's name."""


def command_of(name: str) -> Command:
    """The function of a command."""
    module = import_module(f"iro_hub.command_line.{PLACES[name]}")
    found: Command = getattr(module, name)
    return found
