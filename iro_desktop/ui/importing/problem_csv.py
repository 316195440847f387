"""The list of problems as a CSV file that a spreadsheet opens, for whoever mends the return."""

import csv
import io
from collections.abc import Iterable

from iro_desktop.i18n import tr
from iro_desktop.problems import Severity
from iro_desktop.ui.importing.outcome import ProblemLine

# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def severity_words(severity: Severity) -> str:
    """What a severity is called on screen and in the list."""
    return tr("Left out") if severity is Severity.ERROR else tr("To note")


def problems_as_csv(lines: Iterable[ProblemLine]) -> bytes:
    """The lines under their headings, in UTF-8 with the mark that Excel looks for."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([tr("Kind"), tr("File"), tr("Row"), tr("Column"), tr("What, and what to do")])
    for line in lines:
        row = "" if line.row is None else str(line.row)
        cells = (severity_words(line.severity), line.file, row, line.column, line.sentence)
        writer.writerow([_harmless(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
