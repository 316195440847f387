"""Form definitions from files: read whole, or refused with every fault at its line and column."""

from dataclasses import dataclass
from pathlib import Path

from iro_desktop.form_engine.building import form_of
from iro_desktop.form_engine.definition import Form
from iro_desktop.form_engine.fault_wording import line_of
from iro_desktop.problems import Problem
from iro_desktop.source_files.faults import Faults
from iro_desktop.source_files.yaml_reader import read_text, tree_of


@dataclass(frozen=True, slots=True)
class Read:
    """A form, or None and the problems with its file, from the top."""

    form: Form | None
    problems: tuple[Problem, ...] = ()


def read_form(text: str, source: str) -> Read:
    """The form that a text defines. `source` is the file's name, for the problems."""
    return _read(text, Faults(source))


def read_form_file(path: Path, source: str = "") -> Read:
    """The form in a file. `source` names the file in problems; without it, its path does."""
    faults = Faults(source or path.as_posix())
    text = read_text(path, faults)
    return Read(None, faults.in_order()) if text is None else _read(text, faults)


def check_file(path: Path) -> tuple[str, ...]:
    """The problems with a file, a line each, as `forms check` prints them. None: it is a form."""
    return tuple(line_of(problem) for problem in read_form_file(path).problems)


def _read(text: str, faults: Faults) -> Read:
    tree = tree_of(text, faults)
    form = None if tree is None else form_of(tree, faults)
    return Read(form, faults.in_order())
