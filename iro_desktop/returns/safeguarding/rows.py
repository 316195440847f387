"""Rows of the dataset as values, and how each is read from its cells.

Moments such as `2026-11-22 00:00:00.000` are how the dataset writes a day, so they are no fault.
"""

import datetime as dt
import re
from dataclasses import dataclass

from iro_desktop.domain.child import Sex
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.problems import Place
from iro_desktop.returns.cells import RowReader
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.ssda903.codes import CodeSet, codes
from iro_desktop.returns.ssda903.rows import HIGHEST_SDQ
from iro_desktop.returns.ssda903.rows import sex as sex_in

_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9:.]+Z?)?")
_PLACEHOLDERS = frozenset({"", "NULL", "PLACEHOLDER_DATA", "SSD_PH"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A row of ssd_person."""

    place: Place
    number: str
    born: dt.date | None
    sex: Sex
    ethnicity: str
    forename: str
    surname: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CareRow:
    """A row of ssd_cla_episodes. `period` is the period of care that reviews are told by."""

    place: Place
    number: str
    period: str
    started: dt.date
    reason_started: str
    category_of_need: str
    ended: dt.date | None
    reason_ended: str
    placement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementRow:
    """A row of ssd_cla_placement, found by `number`: the placement's, not the child's."""

    place: Place
    number: str
    kind: str
    provider: str
    postcode: str
    urn: str
    reason_for_move: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalStatusRow:
    """A row of ssd_legal_status."""

    place: Place
    number: str
    status: str
    started: dt.date
    ended: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CareReviewRow:
    """A row of ssd_cla_reviews. `number` is the period of care's: the table names no child."""

    place: Place
    number: str
    day: dt.date
    code: ParticipationCode | None
    is_cancelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceRow:
    """A row of ssd_cp_reviews or of ssd_initial_cp_conference."""

    place: Place
    number: str
    day: dt.date
    is_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """A row of ssd_sdq_scores."""

    place: Place
    number: str
    on: dt.date | None
    score: int | None
    reason: str


DatasetRow = (
    PersonRow | CareRow | PlacementRow | LegalStatusRow | CareReviewRow | ConferenceRow | ScoreRow
)


def person(row: RowReader) -> PersonRow:
    """A row of ssd_person."""
    return PersonRow(
        place=row.place,
        number=row.child_number("pers_person_id"),
        born=_day(row, "pers_dob"),
        sex=sex_in(row, "pers_sex"),
        ethnicity=row.code("pers_ethnicity", codes(CodeSet.ETHNICITY)),
        forename=_text(row, "pers_forename"),
        surname=_text(row, "pers_surname"),
    )


def care(row: RowReader) -> CareRow:
    """A row of ssd_cla_episodes."""
    return CareRow(
        place=row.place,
        number=row.child_number("clae_person_id"),
        period=_text(row, "clae_cla_id").upper(),
        started=_needed_day(row, "clae_cla_episode_start_date"),
        reason_started=_code(row, "clae_cla_episode_start_reason", CodeSet.REASON_STARTED),
        category_of_need=_code(row, "clae_cla_primary_need_code", CodeSet.CATEGORY_OF_NEED),
        ended=_day(row, "clae_cla_episode_ceased_date"),
        reason_ended=_code(row, "clae_cla_episode_ceased_reason", CodeSet.REASON_ENDED),
        placement=_text(row, "clae_cla_placement_id").upper(),
    )


def placement(row: RowReader) -> PlacementRow:
    """A row of ssd_cla_placement."""
    return PlacementRow(
        place=row.place,
        number=row.child_number("clap_cla_placement_id"),
        kind=_code(row, "clap_cla_placement_type", CodeSet.PLACEMENT),
        provider=_code(row, "clap_cla_placement_provider", CodeSet.PROVIDER),
        postcode=row.postcode("clap_cla_placement_postcode"),
        urn=_text(row, "clap_cla_placement_urn").upper(),
        reason_for_move=_code(row, "clap_cla_placement_change_reason", CodeSet.REASON_FOR_MOVE),
    )


def legal_status(row: RowReader) -> LegalStatusRow:
    """A row of ssd_legal_status."""
    return LegalStatusRow(
        place=row.place,
        number=row.child_number("lega_person_id"),
        status=_code(row, "lega_legal_status", CodeSet.LEGAL_STATUS),
        started=_needed_day(row, "lega_legal_status_start_date"),
        ended=_day(row, "lega_legal_status_end_date"),
    )


def care_review(row: RowReader) -> CareReviewRow:
    """A row of ssd_cla_reviews."""
    return CareReviewRow(
        place=row.place,
        number=row.child_number("clar_cla_id"),
        day=_needed_day(row, "clar_cla_review_date"),
        code=_participation(row),
        is_cancelled=_text(row, "clar_cla_review_cancelled").upper().startswith(("Y", "1")),
    )


def conference(row: RowReader) -> ConferenceRow:
    """A row of ssd_cp_reviews."""
    return ConferenceRow(
        place=row.place,
        number=row.child_number("cppr_person_id"),
        day=_needed_day(row, "cppr_cp_review_date"),
        is_first=False,
    )


def first_conference(row: RowReader) -> ConferenceRow:
    """A row of ssd_initial_cp_conference."""
    return ConferenceRow(
        place=row.place,
        number=row.child_number("icpc_person_id"),
        day=_needed_day(row, "icpc_icpc_date"),
        is_first=True,
    )


def score(row: RowReader) -> ScoreRow:
    """A row of ssd_sdq_scores."""
    return ScoreRow(
        place=row.place,
        number=row.child_number("csdq_person_id"),
        on=_day(row, "csdq_sdq_completed_date"),
        score=row.whole_number("csdq_sdq_score", 0, HIGHEST_SDQ),
        reason=_code(row, "csdq_sdq_reason", CodeSet.SDQ_REASON),
    )


def _text(row: RowReader, column: str) -> str:
    text = row.text(column)
    return "" if text.upper() in _PLACEHOLDERS else text


def _code(row: RowReader, column: str, known: CodeSet) -> str:
    """A code of the return; what the dataset writes for "not there yet" is none."""
    return row.code(column, codes(known)) if _text(row, column) else ""


def _day(row: RowReader, column: str) -> dt.date | None:
    text = _text(row, column)
    found = _MOMENT.fullmatch(text)
    if found:
        try:
            return dt.date.fromisoformat(found[1])
        except ValueError:
            row.refuse_value(Finding.NOT_A_DATE, column)
            return None
    return row.day(column) if text else None


def _needed_day(row: RowReader, column: str) -> dt.date:
    before = len(row.problems)
    day = _day(row, column)
    if day is None:
        del row.problems[before:]
        row.refuse_row(Finding.NOT_A_DATE, column)
    return day or dt.date.min


def _participation(row: RowReader) -> ParticipationCode | None:
    """The code alone; exports write its words after it, as `PN1 - Child physically attends`."""
    column = "clar_cla_review_participation"
    text = _text(row, column).upper()[:3]
    if not text:
        return None
    if text in codes(CodeSet.PARTICIPATION):
        return ParticipationCode(text)
    row.refuse_value(Finding.PARTICIPATION_CODE, column)
    return None
