"""The files of easy read's pictures, by name, from `resources/pictograms/` and its manifest."""

import json
from functools import cache

from iro_desktop import paths


@cache
def pictogram(name: str) -> bytes | None:
    """The PNG file of a pictogram, or nothing if there is none of this name."""
    folder = paths.resources() / "pictograms"
    manifest = folder / "manifest.json"
    if not manifest.exists():
        return None
    listed = json.loads(manifest.read_text(encoding="utf-8"))["pictograms"]
    files = {entry["name"]: entry["file"] for entry in listed}
    return (folder / files[name]).read_bytes() if name in files else None
