"""Files' bytes to rows: what each table held, how much of it was taken, and what was wrong."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from iro_desktop.problems import Place, Problem
from iro_desktop.returns.annex_a import rows as annex_a_rows
from iro_desktop.returns.annex_a.tables import LIST_8
from iro_desktop.returns.cells import RowReader
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.headings import Recognised, recognise
from iro_desktop.returns.meetings import rows as meeting_rows
from iro_desktop.returns.meetings.tables import HOUSEHOLDS, MEETINGS
from iro_desktop.returns.opening import SHAPES, open_tables
from iro_desktop.returns.rows import Row
from iro_desktop.returns.safeguarding import rows as dataset_rows
from iro_desktop.returns.safeguarding import tables as dataset
from iro_desktop.returns.safeguarding.rows import DatasetRow
from iro_desktop.returns.ssda903 import rows as return_rows
from iro_desktop.returns.ssda903 import tables as ssda903
from iro_desktop.returns.tables import Breathe, RawRow, RawTable, no_hurry, note

_READERS: Mapping[str, Callable[[RowReader], Row | DatasetRow]] = {
    ssda903.HEADER.name: return_rows.header,
    ssda903.EPISODES.name: return_rows.episode,
    ssda903.REVIEWS.name: return_rows.review,
    ssda903.OC2.name: return_rows.health,
    ssda903.UASC.name: return_rows.asylum,
    LIST_8.name: annex_a_rows.child_in_care,
    MEETINGS.name: meeting_rows.meeting,
    HOUSEHOLDS.name: meeting_rows.household,
    dataset.PERSON.name: dataset_rows.person,
    dataset.EPISODES.name: dataset_rows.care,
    dataset.PLACEMENTS.name: dataset_rows.placement,
    dataset.LEGAL_STATUSES.name: dataset_rows.legal_status,
    dataset.REVIEWS.name: dataset_rows.care_review,
    dataset.CONFERENCES.name: dataset_rows.conference,
    dataset.FIRST_CONFERENCES.name: dataset_rows.first_conference,
    dataset.SDQ_SCORES.name: dataset_rows.score,
}
_BREATH = 50
_OPENING = 0.4  # how much of the work is done before the cells are looked at


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table of one file. `table` is empty where none was recognised.

    `read` counts rows that hold anything; `rows` are those that can go in; the others, of a table
    that is `needed`, were refused. A table that is not needed is counted and passed over.
    """

    source: str
    table: str
    needed: bool = False
    read: int = 0
    rows: tuple[Row | DatasetRow, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A whole file. `digest` tells whether two files are the same."""

    name: str
    digest: str
    tables: tuple[ReadTable, ...]


def read_file(name: str, data: bytes, breathe: Breathe = no_hurry) -> ReadFile:
    """Everything in a file, whatever it is. Any bytes give rows or problems, never an exception.

    Args:
        name: the file's name, without its folder.
        data: its bytes.
        breathe: called often; what it raises is passed on.
    """
    opened = open_tables(name, data, lambda done: breathe(done * _OPENING))
    tables = [ReadTable(name, "", problems=(problem,)) for problem in opened.problems]
    reading = _Reading(sum(len(raw.rows) for raw in opened.tables), breathe)
    read = [_read_table(raw, reading) for raw in opened.tables]
    if any(table.table for table in read):
        read = [_passed_over(table) for table in read]
    return ReadFile(name, hashlib.sha256(data).hexdigest(), (*tables, *read))


class _Reading:
    """How far the rows of a file's tables are read."""

    def __init__(self, rows: int, breathe: Breathe) -> None:
        self._rows = rows
        self._breathe = breathe
        self._done = 0

    def row_begins(self) -> None:
        """Count a row, and breathe now and then."""
        if self._done % _BREATH == 0:
            self._breathe(_OPENING + (1 - _OPENING) * self._done / self._rows)
        self._done += 1


def _read_table(raw: RawTable, reading: _Reading) -> ReadTable:
    found = recognise(raw, SHAPES)
    place = Place(raw.source, raw.heading_line)
    if not isinstance(found, Recognised):
        if found is None:
            problem = Problem(Finding.NO_KNOWN_HEADING, raw.source, place)
        else:
            data = {"nearest": found.shape.name, "missing": ", ".join(found.missing)}
            problem = Problem(Finding.NOT_RECOGNISED, raw.source, place, data)
        return ReadTable(raw.source, "", read=len(raw.rows), problems=(problem,))
    table = found.shape.name
    problems = _about_headings(found, place)
    if not found.shape.wanted:
        return ReadTable(raw.source, table, read=len(raw.rows), problems=problems)
    rows, of_rows = _read_rows(found, reading)
    return ReadTable(raw.source, table, True, len(raw.rows), rows, (*problems, *of_rows))


def _about_headings(found: Recognised, place: Place) -> tuple[Problem, ...]:
    source, table = found.raw.source, found.shape.name
    if not found.raw.rows:
        return (note(Finding.NO_ROWS, place, source, {"table": table}),)
    if not found.shape.wanted:
        return (note(Finding.NOT_NEEDED, place, source, {"table": table}),)
    said = (
        (Finding.COLUMNS_PASSED_OVER, found.passed_over),
        (Finding.COLUMNS_ABSENT, found.absent),
        (Finding.SAME_HEADING_TWICE, found.repeated),
    )
    return tuple(
        note(finding, place, source, {"table": table, "columns": ", ".join(columns)})
        for finding, columns in said
        if columns
    )


def _read_rows(
    table: Recognised, reading: _Reading
) -> tuple[tuple[Row | DatasetRow, ...], tuple[Problem, ...]]:
    read = _READERS[table.shape.name]
    rows: list[Row | DatasetRow] = []
    problems: list[Problem] = []
    for raw in table.raw.rows:
        reading.row_begins()
        row = RowReader(table, raw)
        fault = raw.fault or _shifted(table.raw.headings, raw)
        if fault is not None:
            row.refuse_row(fault, "")
        else:
            value = read(row)
            if not row.refused:
                rows.append(value)
        problems.extend(row.problems)
    return tuple(rows), tuple(problems)


def _shifted(headings: Sequence[str], row: RawRow) -> Finding | None:
    """More cells than headings: one of them holds a delimiter, and which is not known."""
    beyond = row.cells[len(headings) :]
    return Finding.TOO_MANY_CELLS if any(cell not in {None, ""} for cell in beyond) else None


def _passed_over(table: ReadTable) -> ReadTable:
    """A sheet of guidance or codes beside lists that are known is no fault."""
    if table.table:
        return table
    notes = tuple(
        note(Finding.SHEET_PASSED_OVER, problem.place, problem.subject)
        if problem.code in {Finding.NOT_RECOGNISED, Finding.NO_KNOWN_HEADING}
        else problem
        for problem in table.problems
    )
    return ReadTable(table.source, "", read=table.read, problems=notes)
