"""Whose work the program brings along, under which licence: read from where it lies."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path
from typing import Any

from iro_desktop import paths

_NAME = re.compile(r"[A-Za-z0-9_.-]+")
_LICENCE_FILES = ("LICENSE.txt", "LICENSE")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One work of others: what it is called, whose, which version, its licence, what we changed.

    `licence_file` holds the licence in full, None where it comes with the package alone.
    """

    name: str
    licence: str
    version: str = ""
    by: str = ""
    changes: str = ""
    licence_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Idea:
    """Something about writing for children that others knew first. No words of theirs are here."""

    idea: str
    who: str


def fonts() -> tuple[Attribution, ...]:
    """The faces, a family each."""
    folder = paths.resources() / "fonts"
    manifest = _manifest(folder)
    licence = manifest["licence"].partition(",")[0]
    found: dict[str, Attribution] = {}
    for entry in manifest["files"]:
        family = entry["file"].partition("/")[0]
        name = family.replace("-", " ").title()
        file = _licence_in(folder / family)
        found.setdefault(family, Attribution(name, licence, entry["version"], licence_file=file))
    return tuple(found.values())


def pictures() -> tuple[Attribution, ...]:
    """Easy read's pictures, with everyone who drew one of them; and the icons of the screens."""
    pictograms, icons = paths.resources() / "pictograms", paths.resources() / "icons"
    drawn, lined = _manifest(pictograms), _manifest(icons)
    authors = sorted({entry["author"] for entry in drawn["pictograms"]})
    return (
        Attribution(
            drawn["attribution"],
            drawn["licence"],
            drawn["version"],
            by=", ".join(authors),
            changes=drawn["changes"],
            licence_file=_licence_in(pictograms),
        ),
        Attribution(
            lined["source"], lined["licence"], lined["version"], licence_file=_licence_in(icons)
        ),
    )


def words() -> tuple[Attribution, ...]:
    """The dictionary for spelling, and the data that texts are divided by."""
    manifest = _manifest(paths.words())
    dictionaries = {
        entry["package"]: Attribution(
            entry["package"],
            manifest["licence"].partition(",")[0].partition(": ")[2],
            entry["version"],
            licence_file=_licence_in(paths.words() / entry["file"].partition("/")[0]),
        )
        for entry in manifest["files"]
    }
    return (
        *dictionaries.values(),
        _of_unicode(paths.resources() / "unicode"),
    )


def ideas() -> tuple[Idea, ...]:
    """Who knew which words trouble children; the lists themselves are our own."""
    return tuple(Idea(each["idea"], each["who"]) for each in _manifest(paths.words())["ideas"])


def software() -> tuple[Attribution, ...]:
    """The packages that the program is built on, as far as they say who they are."""
    return tuple(sorted(_packages(), key=lambda one: one.name.casefold()))


def _of_unicode(folder: Path) -> Attribution:
    file = _licence_in(folder)
    lines = file.read_text(encoding="utf-8").splitlines() if file else []
    licence = next((line for line in lines if "AGREEMENT" in line), "").strip().capitalize()
    return Attribution("Unicode", licence, licence_file=file)


def _packages() -> Iterator[Attribution]:
    try:
        needed = requires("iro-desktop") or []
    except PackageNotFoundError:
        return
    for requirement in needed:
        name = _NAME.match(requirement)
        if name is None or "extra ==" in requirement:
            continue
        try:
            told = metadata(name[0]).json
        except PackageNotFoundError:
            continue
        yield Attribution(str(told["name"]), _licence(told), str(told["version"]))


def _licence(told: Mapping[str, str | list[str]]) -> str:
    """What a package says its licence is: in a field of two ages, or in a classifier."""
    said = str(told.get("license_expression") or told.get("license") or "").partition("\n")[0]
    return said or _classified(list(told.get("classifier") or []))


def _classified(classifiers: list[str]) -> str:
    licences = [each for each in classifiers if each.startswith("License ::")]
    return licences[-1].rpartition(" :: ")[2] if licences else ""


def _manifest(folder: Path) -> dict[str, Any]:  # what JSON holds; our own files, tested as such
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


def _licence_in(folder: Path) -> Path | None:
    return next((folder / name for name in _LICENCE_FILES if (folder / name).is_file()), None)
