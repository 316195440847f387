"""Reviews, conferences, scores and decisions as tables that a council's own system can pick up.

Tables of the Standard Safeguarding Dataset have its fields by its names. What the dataset has no
table for (decisions; who a review is about, since ours knows no period of care by the council's
own number) stands in tables and columns that begin with `iro_`.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from iro_desktop.domain.child import Child
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.meeting_kinds import KINDS
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.domain.sdq import SdqScore

_GOES_ON = "plan_goes_on"
_NO_OUTCOME = frozenset({"", "put_off"})
_PLAN = "plan"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "ssd_cla_reviews": (
        "clar_cla_review_id",
        "clar_cla_id",
        "clar_cla_review_due_date",
        "clar_cla_review_date",
        "clar_cla_review_cancelled",
        "clar_cla_review_participation",
        "iro_person_id",
        "iro_kind",
    ),
    "ssd_cp_reviews": (
        "cppr_cp_review_id",
        "cppr_person_id",
        "cppr_cp_review_due",
        "cppr_cp_review_date",
        "cppr_cp_review_outcome_continue_cp",
        "cppr_cp_review_participation",
    ),
    "ssd_initial_cp_conference": (
        "icpc_icpc_id",
        "icpc_person_id",
        "icpc_icpc_target_date",
        "icpc_icpc_date",
        "icpc_icpc_outcome_cp_flag",
    ),
    "ssd_sdq_scores": (
        "csdq_table_id",
        "csdq_person_id",
        "csdq_sdq_completed_date",
        "csdq_sdq_reason",
        "csdq_sdq_score",
    ),
    "iro_meetings": (
        "iro_review_id",
        "iro_person_id",
        "iro_kind",
        "iro_status",
        "iro_planned_for",
        "iro_held_on",
        "iro_outcome",
        "iro_next_on",
    ),
    "iro_decisions": (
        "iro_decision_id",
        "iro_review_id",
        "iro_person_id",
        "iro_what",
        "iro_owner",
        "iro_due_on",
        "iro_by_when",
        "iro_kept",
        "iro_kept_note",
    ),
}


@dataclass(frozen=True, slots=True)
class ToldReview:
    """One review with whose it is and when it was due; decisions only where it is closed."""

    child: Child
    review: Review
    due: dt.date | None
    decisions: Sequence[Decision] = ()


def tables(
    reviews: Sequence[ToldReview], scores: Iterable[tuple[Child, SdqScore]]
) -> Mapping[str, bytes]:
    """Every table as CSV in UTF-8, by its name without an ending. Days are ISO 8601."""
    rows: dict[str, list[Sequence[object]]] = {name: [] for name in COLUMNS}
    for told in reviews:
        _add_review(rows, told)
    for child, score in scores:
        if not score.is_of_return:  # what came from the council's own system it has
            rows["ssd_sdq_scores"].append(
                (score.id, child.number, score.on, score.reason, score.total)
            )
    return {name: _as_csv(COLUMNS[name], rows[name]) for name in COLUMNS}


def _add_review(rows: dict[str, list[Sequence[object]]], told: ToldReview) -> None:
    review, number = told.review, told.child.number
    kind = KINDS[review.kind]
    held = review.held_on or review.planned_for
    if kind.participation_counts:
        cancelled = "Y" if review.status is ReviewStatus.CANCELLED else "N"
        code = review.participation if review.participation_confirmed else None
        rows["ssd_cla_reviews"].append(
            (review.id, "", told.due, held, cancelled, code, number, review.kind)
        )
    elif review.held_on and review.kind is ReviewKind.CHILD_PROTECTION:
        rows["ssd_cp_reviews"].append(
            (review.id, number, told.due, held, _goes_on(review), review.participation)
        )
    elif review.held_on and review.kind is ReviewKind.CHILD_PROTECTION_INITIAL:
        rows["ssd_initial_cp_conference"].append(
            (review.id, number, told.due, held, _led_to_plan(review))
        )
    rows["iro_meetings"].append(
        (
            review.id,
            number,
            review.kind,
            review.status,
            review.planned_for,
            review.held_on,
            review.outcome,
            review.next_on,
        )
    )
    for one in told.decisions:
        rows["iro_decisions"].append(
            (
                one.id,
                review.id,
                number,
                one.what,
                one.owner,
                one.due_on,
                one.by_when,
                one.kept,
                one.kept_note,
            )
        )


def _goes_on(review: Review) -> str:
    if review.outcome in _NO_OUTCOME:
        return ""
    return "Y" if review.outcome == _GOES_ON else "N"


def _led_to_plan(review: Review) -> str:
    if review.outcome in _NO_OUTCOME:
        return ""
    return "Y" if review.outcome == _PLAN else "N"


def _as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    """A value as text. One that a spreadsheet would run as a formula gets a space before it."""
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, dt.date) else str(value)
    return f" {text}" if text[:1] in {"=", "+", "-", "@", "\t"} else text
