"""How the screen looks, kept beside the store so that it holds before the store is open.

One small JSON file. Nothing about any child, nor about the IRO, is in it.
"""

import json
from pathlib import Path

from iro_desktop.services.disk_faults import disk_faults
from iro_desktop.ui.appearance import Appearance, Scheme

NAME = "appearance.json"
_SCHEMES: dict[str, Scheme] = {"light": "light", "dark": "dark", "system": "system"}


def read_appearance(folder: Path) -> Appearance:
    """The appearance kept in a store's folder; the usual one where none can be read."""
    usual = Appearance()
    try:
        kept = json.loads((folder / NAME).read_bytes())
        scheme = _SCHEMES[kept["scheme"]]
        return Appearance.for_language(kept["language"], scheme, int(kept["text_percent"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return usual


def keep_appearance(folder: Path, appearance: Appearance) -> None:
    """Keep an appearance in a store's folder. Raises NoSpace, NotWritable."""
    kept = {
        "scheme": appearance.scheme,
        "text_percent": appearance.text_percent,
        "language": appearance.language,
    }
    path = folder / NAME
    part = path.with_suffix(".part")
    with disk_faults(NAME):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.write_text(json.dumps(kept) + "\n", encoding="utf-8")
        part.replace(path)
