"""Sections that several forms share, each version in a file of its own under `shared`.

A form takes one in with `use: taking_part/v1`. Once released its file never changes.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from iro_desktop.problems import Problem
from iro_desktop.source_files.faults import Faults
from iro_desktop.source_files.tree import Node
from iro_desktop.source_files.yaml_reader import read_text, tree_of

FOLDER = "shared"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*/v[1-9][0-9]*\Z")


@dataclass(frozen=True, slots=True)
class SharedSection:
    """What stands in one file: its tree, or None and the problems with it."""

    source: str
    tree: Node | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class SharedSections:
    """The shared sections under a folder, each read once. `shown` names the folder in problems."""

    folder: Path
    shown: str = FOLDER
    _read: dict[str, SharedSection] = field(default_factory=dict, compare=False)

    def names(self) -> tuple[str, ...]:
        """Every one there is, as a form writes it."""
        return tuple(f"{file.parent.name}/{file.stem}" for file in shared_files(self.folder))

    def get(self, name: str) -> SharedSection | None:
        """The one of that name; None where there is none."""
        if not _NAME.match(name):
            return None
        if name not in self._read:
            path = self.folder / f"{name}.yaml"
            if not path.is_file():
                return None
            faults = Faults(f"{self.shown}/{name}.yaml")
            text = read_text(path, faults)
            tree = None if text is None else tree_of(text, faults)
            self._read[name] = SharedSection(faults.source, tree, faults.in_order())
        return self._read[name]


def shared_files(folder: Path) -> tuple[Path, ...]:
    """The files that hold shared sections, in a stable order."""
    return tuple(sorted(folder.glob("*/v*.yaml")))
