"""A table as it stands in a file, whatever kind of file that is: headings, and rows of cells."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from iro_desktop.problems import Place, Problem, Severity
from iro_desktop.returns.findings import Finding

Cell = str | int | float | dt.date | None

# Told often, while a file is read, how much of it is done, from 0 to 1. May raise to give up.
Breathe = Callable[[float], None]


def no_hurry(_done: float) -> None:
    """Nobody waits to be told."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row's cells, and the line it begins on, from 1. `fault` says that it could not be read."""

    line: int
    cells: tuple[Cell, ...]
    fault: Finding | None = None


@dataclass(frozen=True, slots=True)
class RawTable:
    """Rows under headings. `source` is the file's name, and the sheet's where there are several."""

    source: str
    headings: tuple[str, ...]
    rows: tuple[RawRow, ...]
    heading_line: int = 1


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file held: tables, and what kept it from being read."""

    tables: tuple[RawTable, ...] = ()
    problems: tuple[Problem, ...] = ()


def refused(source: str, finding: Finding, line: int | None = None, **data: str) -> Opened:
    """A file that holds nothing that could be read."""
    return Opened(problems=(Problem(finding, source, Place(source, line), data),))


def note(
    finding: Finding, place: Place, subject: str = "", data: Mapping[str, str] | None = None
) -> Problem:
    """Something that was taken all the same, and is worth a look."""
    return Problem(finding, subject, place, data or {}, Severity.NOTE)
