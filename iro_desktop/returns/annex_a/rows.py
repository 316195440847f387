"""Children in care as list 8 of Annex A has them: one row a child, the latest of everything.

Codes come with a letter before them and words after ("f) U6: Foster placement"): the code is kept.
"""

import datetime as dt
import re
from collections.abc import Container
from dataclasses import dataclass

from iro_desktop.domain.child import Sex
from iro_desktop.problems import Place
from iro_desktop.returns.cells import RowReader
from iro_desktop.returns.dates import as_returned
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.ssda903.codes import CodeSet, codes

_LETTER = re.compile(r"^[A-Za-z]{1,2}\)\s*")
_SEXES = {
    "male": Sex.MALE,
    "m": Sex.MALE,
    "1": Sex.MALE,
    "female": Sex.FEMALE,
    "f": Sex.FEMALE,
    "2": Sex.FEMALE,
}
_NO_SEX = re.compile(r"not |neither|un(born|known)|indeterminate|0|3|9|u$", re.IGNORECASE)
_YES = re.compile(r"(y|yes|1|true)\b", re.IGNORECASE)
_NO = re.compile(r"(n|no|0|false)\b", re.IGNORECASE)
# What the letters stand for, where a council writes the letter alone.
_PLANS = {
    "a": "Return to family",
    "b": "Adoption",
    "c": "SGO/CAO",
    "d": "Supported living in the community",
    "e": "Long-term residential placement",
    "f": "Long-term fostering",
    "g": "Other",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildInCareRow:
    """A row of list 8. Text and dates that are not given are empty and None."""

    place: Place
    number: str
    born: dt.date | None
    sex: Sex
    ethnicity: str
    unaccompanied: bool
    started: dt.date | None
    category_of_need: str
    legal_status: str
    legal_status_since: dt.date | None
    latest_review: dt.date | None
    last_social_work_visit: dt.date | None
    permanence_plan: str
    last_iro_contact: dt.date | None
    last_health_assessment: dt.date | None
    last_dental_check: dt.date | None
    ended: dt.date | None
    reason_ended: str
    placed_since: dt.date | None
    placement: str
    provider: str
    postcode: str
    urn: str
    team: str
    social_worker: str


def child_in_care(row: RowReader) -> ChildInCareRow:
    """A row of list 8."""
    found = ChildInCareRow(
        place=row.place,
        number=row.child_number("Child Unique ID"),
        born=row.day("Date of Birth"),
        sex=_sex(row),
        ethnicity=_code(row, "Ethnicity", CodeSet.ETHNICITY),
        unaccompanied=_yes(
            row, "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"
        ),
        started=row.day("Date Started to be Looked After"),
        category_of_need=_code(row, "Child's Category of Need", CodeSet.CATEGORY_OF_NEED),
        legal_status=_code(row, "Child's Legal Status", CodeSet.LEGAL_STATUS),
        legal_status_since=row.day("Start date of current legal status"),
        latest_review=row.day("Date of Latest Statutory Review"),
        last_social_work_visit=row.day("Date of Last Social Work Visit"),
        permanence_plan=_plan(row.text("What is the permanence plan for this child?")),
        last_iro_contact=row.day("Date of Last IRO Visit / Contact to the Child"),
        last_health_assessment=row.day("Date of Last Health Assessment"),
        last_dental_check=row.day("Date of Last Dental Check"),
        ended=row.day("Date Ceased to be Looked After"),
        reason_ended=_code(row, "Reason Ceased to be Looked After", CodeSet.REASON_ENDED),
        placed_since=row.day("Start Date of Most Recent Placement"),
        placement=_code(row, "Placement Type", CodeSet.PLACEMENT),
        provider=_code(row, "Placement Provider", CodeSet.PROVIDER),
        postcode=row.postcode("Placement postcode"),
        urn=row.text("URN of Placement").upper(),
        team=row.text("Allocated Team"),
        social_worker=row.text("Allocated Worker"),
    )
    if found.started and found.ended and found.ended < found.started:
        began = as_returned(found.started)
        row.refuse_row(Finding.ENDS_BEFORE_IT_BEGINS, "Date Ceased to be Looked After", began=began)
    return found


def bare(text: str) -> str:
    """What stands after the letter: "b) Female" is "Female"."""
    return _LETTER.sub("", text).strip()


def bare_code(text: str, known: Container[str]) -> str:
    """The code in front of its words; the whole text where no known code stands there."""
    words = bare(text)
    first = re.split(r"[\s:\-\u2013]", words, maxsplit=1)[0].upper()
    return first if first in known else words


def _code(row: RowReader, column: str, code_set: CodeSet) -> str:
    known = codes(code_set)
    code = bare_code(row.text(column), known)
    if code and code not in known:
        row.note(Finding.UNKNOWN_CODE_KEPT, column)
    return code


def _sex(row: RowReader) -> Sex:
    text = bare(row.text("Gender")).lower()
    found = _SEXES.get(text)
    if text and found is None and not _NO_SEX.match(text):
        row.refuse_value(Finding.VALUE_REFUSED, "Gender")
    return found or Sex.UNKNOWN


def _yes(row: RowReader, column: str) -> bool:
    text = bare(row.text(column))
    if text and not _YES.match(text) and not _NO.match(text):
        row.refuse_value(Finding.VALUE_REFUSED, column)
    return bool(_YES.match(text))


def _plan(text: str) -> str:
    letter = text.rstrip(")").strip().lower()
    return _PLANS.get(letter) or bare(text)
