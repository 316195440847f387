"""The files of easy read's pictures, by name, from `resources/pictograms/` and its manifest."""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from iro_desktop import paths


class _Listed(NamedTuple):
    file: str
    description: str


def known() -> tuple[str, ...]:
    """The names of all pictograms, in order."""
    return tuple(sorted(_listed()))


def file(name: str) -> Path:
    """The PNG file of a pictogram. Raises KeyError if there is none of this name."""
    return _folder() / _listed()[name].file


def description(name: str) -> str:
    """What is seen, in English. Raises KeyError if there is no pictogram of this name."""
    return _listed()[name].description


@cache
def pictogram(name: str) -> bytes | None:
    """The PNG file of a pictogram as it is, or nothing if there is none of this name."""
    return file(name).read_bytes() if name in _listed() else None


def _folder() -> Path:
    return paths.resources() / "pictograms"


@cache
def _listed() -> dict[str, _Listed]:
    manifest = json.loads((_folder() / "manifest.json").read_text(encoding="utf-8"))
    return {
        entry["name"]: _Listed(entry["file"], entry["description"])
        for entry in manifest["pictograms"]
    }
