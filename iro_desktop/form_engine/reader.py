"""Form definitions from files: read whole, or refused with every fault at its line and column."""

from dataclasses import dataclass
from pathlib import Path

from iro_desktop import paths
from iro_desktop.form_engine.building import built
from iro_desktop.form_engine.conditions import Scope
from iro_desktop.form_engine.definition import Form
from iro_desktop.form_engine.fault_wording import line_of
from iro_desktop.form_engine.questions import Frame
from iro_desktop.form_engine.sections import SectionNode, ids_of, sections_of
from iro_desktop.form_engine.shared_sections import FOLDER, SharedSections, shared_files
from iro_desktop.problems import Problem
from iro_desktop.source_files.faults import Faults
from iro_desktop.source_files.yaml_reader import read_text, tree_of


@dataclass(frozen=True, slots=True)
class Read:
    """A form, or None and the problems with its file, from the top."""

    form: Form | None
    problems: tuple[Problem, ...] = ()


def read_form(text: str, source: str, shared: SharedSections | None = None) -> Read:
    """The form that a text defines. `source` is the file's name, for the problems.

    Shared sections that it takes in are the program's own, unless others are given.
    """
    return _read(text, Faults(source), shared or _own_shared())


def read_form_file(path: Path, source: str = "", shared: SharedSections | None = None) -> Read:
    """The form in a file. `source` names the file in problems; without it, its path does."""
    faults = Faults(source or path.as_posix())
    text = read_text(path, faults)
    if text is None:
        return Read(None, faults.in_order())
    return _read(text, faults, shared or _shared_beside(path, source))


def check_file(path: Path) -> tuple[str, ...]:
    """The problems with a file, a line each, as `forms check` prints them. None: it is a form.

    A file in the folder of shared sections is checked as one, for no form in particular.
    """
    in_shared = path.resolve().parent.parent.name == FOLDER
    problems = section_problems(path) if in_shared else read_form_file(path).problems
    return tuple(line_of(problem) for problem in problems)


def section_problems(path: Path, source: str = "") -> tuple[Problem, ...]:
    """What is wrong with a shared section, whichever form takes it in."""
    faults = Faults(source or path.as_posix())
    text = read_text(path, faults)
    tree = None if text is None else tree_of(text, faults)
    if tree is not None:
        standings = [SectionNode(tree, faults)]
        sections_of(standings, Frame(Scope(ids_of(standings)), None, None))
    return faults.in_order()


def _shared_beside(path: Path, source: str) -> SharedSections:
    """Those in the folder of the form's own folder, where there are any; else the program's."""
    beside = path.parent.parent / FOLDER
    if not shared_files(beside):
        return _own_shared()
    return SharedSections(beside, FOLDER if source else beside.as_posix())


def _own_shared() -> SharedSections:
    return SharedSections(paths.forms() / FOLDER)


def _read(text: str, faults: Faults, shared: SharedSections) -> Read:
    tree = tree_of(text, faults)
    if tree is None:
        return Read(None, faults.in_order())
    found = built(tree, faults, shared)
    return Read(found.form, found.problems)
