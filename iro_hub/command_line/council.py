"""Commands about what the council decides for its laptops, and about its keys."""

import argparse
import base64
import sys

from iro_desktop.wire.council_settings import CouncilSetting
from iro_hub.command_line.offices import opened
from iro_hub.command_line.rows import print_rows
from iro_hub.council_settings.escrow import make_escrow_key
from iro_hub.council_settings.publishing import setting_of
from iro_hub.council_settings.signing import make_key, read_key, signed, verify_key_of
from iro_hub.database.office import Office

_SETTINGS = ("name", "version", "from_day")
_NEXT_KEY = "next_key"


def settings(said: argparse.Namespace) -> int:
    """Publish a setting, or list what was published."""
    with opened(said) as office:
        if said.verb == "list":
            return print_rows(office.settings(), _SETTINGS, as_json=said.json)
        key = read_key(said.key)
        made = setting_of(said.name, _next(office, said.name), said.from_day, said.files)
        office.publish_setting(signed(made, key), verify_key_of(key))
    sys.stdout.write(f"{made.name} {made.version}\n")
    return 0


def keys(said: argparse.Namespace) -> int:
    """Make the key that signs, or the next one; set or clear the escrow key."""
    if said.verb == "make":
        sys.stdout.write(f"{make_key(said.file)}\n")
        return 0
    with opened(said) as office:
        if said.verb == "escrow":
            public = make_escrow_key(said.file)
            office.set_escrow_key(public)
            sys.stdout.write(f"{public}\n")
        elif said.verb == "no-escrow":
            office.set_escrow_key("")
        else:
            _rotate(said, office)
    return 0


def _rotate(said: argparse.Namespace, office: Office) -> None:
    """The next key goes to laptops signed by the one before: they take no other's word."""
    before = read_key(said.key)
    after = make_key(said.file)
    content = base64.b64encode(after.encode()).decode()
    made = CouncilSetting(_NEXT_KEY, _next(office, _NEXT_KEY), said.from_day.isoformat(), content)
    office.publish_setting(signed(made, before), after)
    sys.stdout.write(f"{after}\n")


def _next(office: Office, name: str) -> int:
    versions = [setting.version for setting in office.settings() if setting.name == name]
    return max(versions, default=0) + 1
