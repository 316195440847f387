"""Made-up files of councils, as bytes; and where files that others made lie, if they are here."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

from iro_desktop.problems import Problem
from iro_desktop.returns.reading import ReadFile, read_file

SAMPLES = Path(__file__).parent / "samples"
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
)
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE"
OC2 = "CHILD,DOB,SDQ_SCORE,SDQ_REASON,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT"
UASC = "CHILD,SEX,DOB,DUC"
LIST_8 = (
    "Child Unique ID",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Date Started to be Looked After",
    "Start date of current legal status",
    "Child's Legal Status",
    "Date of Latest Statutory Review",
    "Start Date of Most Recent Placement",
    "Placement Type",
)


def csv_of(headings: str, *rows: str) -> bytes:
    """Headings and rows as lines."""
    return "\n".join((headings, *rows, "")).encode()


def read_csv(headings: str, *rows: str, name: str = "made-up.csv") -> ReadFile:
    """The same, read."""
    return read_file(name, csv_of(headings, *rows))


def read_folder(folder: Path) -> list[ReadFile]:
    """Every file of a folder, read."""
    return [read_file(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]


def workbook(sheets: dict[str, Iterable[Sequence[object]]]) -> bytes:
    """An Excel workbook with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def problems_of(file: ReadFile) -> list[Problem]:
    """What was found in a file."""
    return [problem for table in file.tables for problem in table.problems]


def codes_of(file: ReadFile) -> list[str]:
    """The codes of what was found."""
    return [str(problem.code) for problem in problems_of(file)]
