"""Make the next version of a council setting out of a file. Laptops check what is in it.

Text settings are the council's own files as they are. `forms` and `wording` may be several files,
which travel as one JSON list; `people`, `holidays` and `retention` are JSON.
"""

import base64
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import msgspec

from iro_desktop.wire.council_settings import SETTING_NAMES, CouncilSetting
from iro_hub.faults import HubFault

MOST_BYTES = 5_000_000
_AS_JSON = frozenset({"people", "holidays", "retention", "wording"})


def setting_of(name: str, version: int, from_day: dt.date, files: Sequence[Path]) -> CouncilSetting:
    """A setting, not signed yet, out of its file or files.

    Args:
        name: one of `SETTING_NAMES`.
        version: one more than the last that was published.
        from_day: the day it begins to be in force.
        files: one file; of `forms` as many as there are forms. None takes the setting back.

    Raises:
        HubFault: no such setting, a file that cannot be read, too much, or JSON that is none.
    """
    if name not in SETTING_NAMES:
        known = ", ".join(SETTING_NAMES)
        raise HubFault("no_such_setting", f"There is no such setting. There are: {known}.")
    contents = [_read(path) for path in files]
    if name == "forms":
        content = msgspec.json.encode([_text(one) for one in contents]) if contents else b""
    elif len(contents) > 1:
        raise HubFault("one_file", "Only forms may be given in several files.")
    else:
        content = contents[0] if contents else b""
    if name in _AS_JSON and content:
        _require_json(content)
    if len(content) > MOST_BYTES:
        raise HubFault("too_large", f"A setting may have {MOST_BYTES // 1_000_000} MB at most.")
    text = base64.b64encode(content).decode("ascii")
    return CouncilSetting(name, version, from_day.isoformat(), text)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        sentence = f"{path.name} cannot be read: {fault.strerror or 'it is not there'}."
        raise HubFault("unreadable", sentence) from fault


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise HubFault("not_text", "A form is text in UTF-8.") from fault


def _require_json(content: bytes) -> None:
    try:
        msgspec.json.decode(content)
    except msgspec.DecodeError as fault:
        raise HubFault("not_json", "This setting is written in JSON.") from fault
