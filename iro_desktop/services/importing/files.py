"""Which files an import is to read, out of the files and folders that were given."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from iro_desktop.problems import Place, Problem, Severity
from iro_desktop.returns.findings import Finding
from iro_desktop.services.faults import NoSuchThing, UnreadableFile

# What is looked for in a folder. A file that is given by itself is read whatever it is called.
SUFFIXES = frozenset({".csv", ".tsv", ".xml", ".xlsx", ".xlsm", ".xls"})


def find_files(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The files, each once, in the order of their names; and folders that hold none.

    Folders within a folder are not looked into: they may be another year's.

    Raises:
        NoSuchThing: a path does not exist.
        UnreadableFile: the system does not let us look into it.
    """
    found: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            if not path.exists():
                raise NoSuchThing(kind="file or folder", name=str(path))
            files = tuple(_in_folder(path)) if path.is_dir() else (path,)
        except OSError as fault:
            raise UnreadableFile(name=path.name, why=fault.strerror or "") from fault
        if not files:
            name = path.resolve().name
            problems.append(Problem(Finding.NOTHING_IN_FOLDER, name, Place(name)))
        for file in files:
            found.setdefault(file.resolve(), file)
    ordered = sorted(found.values(), key=lambda file: (file.name, str(file)))
    return tuple(ordered), tuple(problems)


def _in_folder(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        hidden = path.name.startswith((".", "~$"))
        if path.is_file() and path.suffix.lower() in SUFFIXES and not hidden:
            yield path


def same_contents(name: str, other: str) -> Problem:
    """A file that is another one over again, and is read once."""
    data = {"other": other}
    return Problem(Finding.SAME_FILE, name, Place(name), data, Severity.NOTE)
