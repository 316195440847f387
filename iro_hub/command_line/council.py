"""Commands about what the council decides for its laptops, and about its keys."""

import argparse
import base64
import datetime as dt
import sys
from collections.abc import Sequence

from iro_desktop.wire.council_settings import CouncilSetting
from iro_hub.command_line.offices import opened
from iro_hub.command_line.rows import print_rows
from iro_hub.council_settings.publishing import setting_of
from iro_hub.council_settings.signing import make_key, read_key, signed, verify_key_of
from iro_hub.database.office import Office
from iro_hub.database.office_rows import SettingRow
from iro_hub.faults import HubFault

_SETTINGS = ("name", "version", "from_day")
_NEXT_KEY = "next_key"


def settings(said: argparse.Namespace) -> int:
    """Publish a setting, or list what was published."""
    with opened(said) as office:
        if said.verb == "list":
            return print_rows(office.settings(), _SETTINGS, as_json=said.json)
        key = read_key(said.key)
        _require_known(office, verify_key_of(key))
        made = setting_of(said.name, _next(office, said.name), said.from_day, said.files)
        office.publish_setting(signed(made, key), verify_key_of(key))
    sys.stdout.write(f"{made.name} {made.version}\n")
    return 0


def keys(said: argparse.Namespace) -> int:
    """Make the key that signs, or the next one."""
    if said.verb == "make":
        sys.stdout.write(f"{make_key(said.file)}\n")
        return 0
    with opened(said) as office:
        _rotate(said, office)
    return 0


def _rotate(said: argparse.Namespace, office: Office) -> None:
    """The next key goes to laptops signed by the one before: they take no other's word.

    What is in force on that day or begins later is signed anew: a laptop that comes afterwards
    knows the new key alone.
    """
    before, rows = read_key(said.key), office.settings()
    _require_known(office, verify_key_of(before))
    after = make_key(said.file)
    content = base64.b64encode(after.encode()).decode()
    version = _next(office, _NEXT_KEY)
    made = CouncilSetting(_NEXT_KEY, version, said.from_day.isoformat(), content)
    office.publish_setting(signed(made, before), after)
    key = read_key(said.file)
    for name in sorted({row.name for row in rows} - {_NEXT_KEY}):
        for row in _still_wanted([row for row in rows if row.name == name], said.from_day):
            again = CouncilSetting(name, _next(office, name), row.from_day.isoformat(), row.content)
            office.publish_setting(signed(again, key), after)
    sys.stdout.write(f"{after}\n")


def _require_known(office: Office, key: str) -> None:
    """That laptops know this key, or that it is the first and they will.

    Raises:
        HubFault: they would take nothing that it signs, and nobody would hear of it.
    """
    known = office.about().verify_key
    if known and key != known:
        raise HubFault(
            "other_key",
            "This is not the key that this hub's laptops know: they would take nothing that it "
            "signs. Give the file of the key in force.",
        )


def _still_wanted(rows: Sequence[SettingRow], on: dt.date) -> Sequence[SettingRow]:
    """Of the versions of a setting: the last that began by a day, and those after it."""
    begun = [place for place, row in enumerate(rows) if row.from_day <= on]
    return rows[begun[-1] if begun else 0 :]


def _next(office: Office, name: str) -> int:
    versions = [setting.version for setting in office.settings() if setting.name == name]
    return max(versions, default=0) + 1
