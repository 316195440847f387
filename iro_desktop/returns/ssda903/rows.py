"""Rows of the return's tables as values, and how each is read from its cells."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.child import Sex
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.problems import Place
from iro_desktop.returns.cells import RowReader
from iro_desktop.returns.dates import as_returned
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.ssda903.codes import CodeSet, codes

_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE, "M": Sex.MALE, "F": Sex.FEMALE, "U": Sex.UNKNOWN}
HIGHEST_SDQ = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderRow:
    """Who a child is. `born` is None where the return does not say. It never says a name."""

    place: Place
    number: str
    born: dt.date | None
    sex: Sex
    ethnicity: str
    upn: str
    known_as: str = ""
    family_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeRow:
    """One episode of care. It holds no date of birth: that stands in another table."""

    place: Place
    number: str
    started: dt.date
    reason_started: str
    legal_status: str
    category_of_need: str
    placement: str
    provider: str
    ended: dt.date | None
    reason_ended: str
    reason_for_move: str
    home_postcode: str
    placement_postcode: str
    urn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One review that was held, or will be. `code` is None where it is blank or not known."""

    place: Place
    number: str
    born: dt.date | None
    day: dt.date
    code: ParticipationCode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthRow:
    """OC2: health, and the Strengths and Difficulties Questionnaire (0 to 40)."""

    place: Place
    number: str
    born: dt.date | None
    sdq_score: int | None
    sdq_reason: str
    health_assessment: bool | None
    dental_check: bool | None
    immunisations: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AsylumRow:
    """UASC: an unaccompanied asylum-seeking child, and until when (DUC)."""

    place: Place
    number: str
    born: dt.date | None
    sex: Sex
    until: dt.date | None


def sex(row: RowReader, column: str = "SEX") -> Sex:
    """M, F or U; 1 and 2 before 2025."""
    text = row.text(column).upper()
    found = _SEXES.get(text)
    if text and found is None:
        row.refuse_value(Finding.VALUE_REFUSED, column)
    return found or Sex.UNKNOWN


def header(row: RowReader) -> HeaderRow:
    """A row of Header."""
    return HeaderRow(
        place=row.place,
        number=row.child_number("CHILD"),
        born=row.day("DOB"),
        sex=sex(row),
        ethnicity=row.code("ETHNIC", codes(CodeSet.ETHNICITY)),
        upn=row.text("UPN").upper(),
    )


def episode(row: RowReader) -> EpisodeRow:
    """A row of Episodes."""
    found = EpisodeRow(
        place=row.place,
        number=row.child_number("CHILD"),
        started=row.needed_day("DECOM"),
        reason_started=row.code("RNE", codes(CodeSet.REASON_STARTED)),
        legal_status=row.code("LS", codes(CodeSet.LEGAL_STATUS)),
        category_of_need=row.code("CIN", codes(CodeSet.CATEGORY_OF_NEED)),
        placement=row.code("PLACE", codes(CodeSet.PLACEMENT)),
        provider=row.code("PLACE_PROVIDER", codes(CodeSet.PROVIDER)),
        ended=row.day("DEC"),
        reason_ended=row.code("REC", codes(CodeSet.REASON_ENDED)),
        reason_for_move=row.code("REASON_PLACE_CHANGE", codes(CodeSet.REASON_FOR_MOVE)),
        home_postcode=row.postcode("HOME_POST"),
        placement_postcode=row.postcode("PL_POST"),
        urn=row.text("URN").upper(),
    )
    _check_end(row, found)
    return found


def _check_end(row: RowReader, episode: EpisodeRow) -> None:
    if episode.ended and episode.ended < episode.started:
        row.refuse_row(Finding.ENDS_BEFORE_IT_BEGINS, "DEC", began=as_returned(episode.started))
    elif episode.ended and not episode.reason_ended:
        row.note(Finding.END_WITHOUT_REASON, "REC", ended=as_returned(episode.ended))
    elif episode.reason_ended and not row.text("DEC"):
        row.note(Finding.REASON_WITHOUT_END, "DEC", reason=episode.reason_ended)


def review(row: RowReader) -> ReviewRow:
    """A row of Reviews."""
    return ReviewRow(
        place=row.place,
        number=row.child_number("CHILD"),
        born=row.day("DOB"),
        day=row.needed_day("REVIEW", Finding.REVIEW_DATE),
        code=_participation(row),
    )


def _participation(row: RowReader) -> ParticipationCode | None:
    text = row.text("REVIEW_CODE").upper()
    if text in codes(CodeSet.PARTICIPATION):
        return ParticipationCode(text)
    row.refuse_value(Finding.PARTICIPATION_CODE, "REVIEW_CODE")
    return None


def health(row: RowReader) -> HealthRow:
    """A row of OC2."""
    return HealthRow(
        place=row.place,
        number=row.child_number("CHILD"),
        born=row.day("DOB"),
        sdq_score=row.whole_number("SDQ_SCORE", 0, HIGHEST_SDQ),
        sdq_reason=row.code("SDQ_REASON", codes(CodeSet.SDQ_REASON)),
        health_assessment=row.yes_no("HEALTH_ASSESSMENT"),
        dental_check=row.yes_no("TEETH_CHECK"),
        immunisations=row.yes_no("IMMUNISATIONS"),
    )


def asylum(row: RowReader) -> AsylumRow:
    """A row of UASC."""
    return AsylumRow(
        place=row.place,
        number=row.child_number("CHILD"),
        born=row.day("DOB"),
        sex=sex(row),
        until=row.day("DUC"),
    )
