"""One row's cells, read by column, and what is found wrong with them on the way."""

import datetime as dt
import re
from collections.abc import Container, Mapping
from dataclasses import replace

from iro_desktop.problems import Place, Problem, Severity
from iro_desktop.returns.dates import as_returned, read_date
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.headings import Recognised
from iro_desktop.returns.tables import Cell, RawRow

_WHOLE_NUMBER_AS_DECIMAL = re.compile(r"([0-9]+)\.0+")
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}")
_SPREADSHEET_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!"}
)
_YES_NO = {"1": True, "0": False, "Y": True, "N": False, "YES": True, "NO": False}


def as_text(cell: Cell) -> str:
    """A cell as a person would read it, with no space around it."""
    if isinstance(cell, str):
        return cell.replace("\u00a0", " ").strip()
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


class RowReader:
    """One row of a recognised table. `problems` holds what was found; `refused` keeps it out.

    Every reading method gives an empty value where the cell is blank or was refused.
    """

    __slots__ = ("_cells", "_positions", "number", "place", "problems", "refused")

    def __init__(self, table: Recognised, row: RawRow) -> None:
        self.place = Place(table.raw.source, row.line)
        self.problems: list[Problem] = []
        self.refused = False
        self.number = ""
        self._cells = row.cells
        self._positions = table.positions

    def note(self, finding: Finding, column: str, **data: str) -> None:
        """Say something about a cell that is taken all the same."""
        self._add(finding, column, data, Severity.NOTE)

    def refuse_value(self, finding: Finding, column: str, **data: str) -> None:
        """Leave one value out; the rest of the row goes in."""
        self._add(finding, column, data, Severity.ERROR)

    def refuse_row(self, finding: Finding, column: str, **data: str) -> None:
        """Leave the row out."""
        self.refused = True
        self._add(finding, column, data, Severity.ERROR)

    def _add(
        self, finding: Finding, column: str, data: Mapping[str, str], severity: Severity
    ) -> None:
        place = replace(self.place, column=column or None)
        values = {"value": self._written(column), **data}
        self.problems.append(Problem(finding, self.number, place, values, severity))

    def _cell(self, column: str) -> Cell:
        position = self._positions.get(column)
        if position is None or position >= len(self._cells):
            return None
        return self._cells[position]

    def _written(self, column: str) -> str:
        return as_text(self._cell(column))

    def text(self, column: str) -> str:
        """What stands there. A spreadsheet's own error counts as nothing, with a note."""
        text = as_text(self._cell(column))
        if text in _SPREADSHEET_ERRORS:
            self.note(Finding.SPREADSHEET_ERROR, column)
            return ""
        return text

    def child_number(self, column: str) -> str:
        """Who the row is about. Without that it cannot go in."""
        text = self.text(column).upper()
        if whole := _WHOLE_NUMBER_AS_DECIMAL.fullmatch(text):
            text = whole[1]
        self.number = text
        if not text:
            self.refuse_row(Finding.NO_CHILD_NUMBER, column)
        return text

    def day(self, column: str) -> dt.date | None:
        """A date that may be blank. One that cannot be read is left out."""
        day, finding = read_date(self._cell(column))
        if finding is None:
            return day
        if day is None:
            self.refuse_value(finding, column)
        else:
            self.note(finding, column, read_as=as_returned(day))
        return day

    def needed_day(self, column: str, finding: Finding | None = None) -> dt.date:
        """A date that the row cannot go in without. Where it is refused, the date means nothing.

        `finding` is what to call it instead of what is wrong with the date.
        """
        day, found = read_date(self._cell(column))
        if day is None:
            self.refuse_row(finding or found or Finding.NOT_A_DATE, column)
            return dt.date.min
        if found is not None:
            self.note(found, column, read_as=as_returned(day))
        return day

    def code(self, column: str, known: Container[str], *, keep_unknown: bool = True) -> str:
        """A code in capitals. One that is not known is kept with a note, or left out."""
        text = self.text(column).upper()
        if not text or text in known:
            return text
        if keep_unknown:
            self.note(Finding.UNKNOWN_CODE_KEPT, column)
            return text
        self.refuse_value(Finding.VALUE_REFUSED, column)
        return ""

    def yes_no(self, column: str) -> bool | None:
        """1 or 0; None where nothing is said."""
        text = self.text(column).upper()
        answer = _YES_NO.get(text)
        if text and answer is None:
            self.refuse_value(Finding.VALUE_REFUSED, column)
        return answer

    def whole_number(self, column: str, lowest: int, highest: int) -> int | None:
        """A whole number within limits; None where nothing is said."""
        text = self.text(column)
        whole = _WHOLE_NUMBER_AS_DECIMAL.fullmatch(text)
        digits = whole[1] if whole else text
        if digits.isascii() and digits.isdigit() and len(digits) <= len(str(highest)):
            number = int(digits)
            if lowest <= number <= highest:
                return number
        if text:
            self.refuse_value(Finding.VALUE_REFUSED, column)
        return None

    def postcode(self, column: str) -> str:
        """A postcode in capitals. What cannot be one is left out."""
        text = " ".join(self.text(column).upper().split())
        if text and not _POSTCODE.fullmatch(text):
            self.refuse_value(Finding.VALUE_REFUSED, column)
            return ""
        return text
