"""The Standard Safeguarding Dataset, as councils' systems export it, becomes a caseload."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from fixed_clock import FixedClock
from iro_desktop.domain.child import Sex
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.domain.review import ReviewKind, ReviewStatus
from iro_desktop.returns.findings import Finding
from iro_desktop.services.importing.report import ImportReport
from iro_desktop.services.importing.tables import import_paths
from iro_desktop.store import SqlStore

TABLES = {
    "ssd_person": (
        "pers_person_id,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob",
        "P1,Made-up,Child,F,WBRI,2012-03-04 00:00:00.000",
        "P2,Made-up,Sibling,M,WBRI,2015-06-07T00:00:00",
        "P3,Made-up,Neighbour,M,WBRI,2001-01-01",
    ),
    "ssd_cla_episodes": (
        (
            "clae_cla_episode_id,clae_person_id,clae_cla_id,clae_cla_episode_start_date,"
            "clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,"
            "clae_cla_episode_ceased_reason,clae_cla_placement_id"
        ),
        "E1,P1,C1,2025-01-10,S,N1,2025-06-01,X1,L1",
        "E2,P1,C1,2025-06-01,P,N1,,,L2",
    ),
    "ssd_cla_placement": (
        (
            "clap_cla_placement_id,clap_cla_placement_type,clap_cla_placement_provider,"
            "clap_cla_placement_postcode"
        ),
        "L1,U6,PR1,AB1 2CD",
        "L2,K2,PR4,AB1 2CE",
    ),
    "ssd_legal_status": (
        "lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date",
        "P1,C1,2025-01-10,2025-06-01",
        "P1,C2,2025-06-01,",
    ),
    "ssd_cla_reviews": (
        (
            "clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,"
            "clar_cla_review_cancelled,clar_cla_review_participation"
        ),
        "R1,C1,2025-02-07,2025-02-05 00:00:00,N,PN1 - Child physically attends",
        "R2,C1,2025-05-05,2025-05-04,Y,",
        "R3,C9,2025-05-05,2025-05-04,N,PN1",
        "R4,C1,2027-01-05,2027-01-04,N,",
    ),
    "ssd_cp_reviews": ("cppr_person_id,cppr_cp_review_date", "P2,2026-03-01"),
    "ssd_initial_cp_conference": ("icpc_person_id,icpc_icpc_date", "P2,2025-12-01"),
    "ssd_sdq_scores": (
        "csdq_person_id,csdq_sdq_completed_date,csdq_sdq_reason,csdq_sdq_score",
        "P1,2026-01-01,PLACEHOLDER_DATA,12",
        "P1,2025-01-01,PLACEHOLDER_DATA,19",
    ),
}


def write_dataset(folder: Path, **instead: tuple[str, ...]) -> Path:
    folder.mkdir()
    for name, lines in {**TABLES, **instead}.items():
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def report(store: SqlStore, clock: FixedClock, tmp_path: Path) -> ImportReport:
    return import_paths(store.unit_of_work, [write_dataset(tmp_path / "export")], clock)


def codes_of(report: ImportReport) -> list[str]:
    return [str(problem.code) for problem in report.problems]


def test_that_a_child_comes_with_the_name_that_a_return_never_has(
    store: SqlStore, report: ImportReport
) -> None:
    with store.unit_of_work() as uow:
        by_number = {child.number: child for child in uow.children.all()}
    child = by_number["P1"]
    assert (child.known_as, child.family_name) == ("Made-up", "Child")
    assert (child.date_of_birth, child.sex) == (dt.date(2012, 3, 4), Sex.FEMALE)
    assert child.sdq_score == 12
    assert report.children.added == 2


def test_that_a_person_of_whom_no_other_table_tells_is_left_out(
    store: SqlStore, report: ImportReport
) -> None:
    with store.unit_of_work() as uow:
        assert {child.number for child in uow.children.all()} == {"P1", "P2"}
    assert report.children.added == 2


def test_that_placements_and_legal_statuses_join_their_episodes(
    store: SqlStore, report: ImportReport
) -> None:
    assert report.episodes.added == 2
    with store.unit_of_work() as uow:
        told = [(one.legal_status, one.placement, one.provider) for one in uow.episodes.all()]
    assert sorted(told) == [("C1", "U6", "PR1"), ("C2", "K2", "PR4")]


def test_that_reviews_find_their_child_by_the_period_of_care(
    store: SqlStore, report: ImportReport
) -> None:
    with store.unit_of_work() as uow:
        reviews = {one.held_on or one.planned_for: one for one in uow.reviews.all()}
    held = reviews[dt.date(2025, 2, 5)]
    assert (held.status, held.participation) == (ReviewStatus.CLOSED, ParticipationCode.PN1)
    assert reviews[dt.date(2027, 1, 4)].status is ReviewStatus.PLANNED
    assert report.reviews.added == 4


def test_that_a_cancelled_review_was_not_held(store: SqlStore, report: ImportReport) -> None:
    with store.unit_of_work() as uow:
        assert dt.date(2025, 5, 4) not in {one.held_on for one in uow.reviews.all()}
    assert report.files


def test_that_conferences_come_as_meetings_of_their_kind(
    store: SqlStore, report: ImportReport
) -> None:
    with store.unit_of_work() as uow:
        kinds = {one.held_on: one.kind for one in uow.reviews.all()}
    assert kinds[dt.date(2025, 12, 1)] is ReviewKind.CHILD_PROTECTION_INITIAL
    assert kinds[dt.date(2026, 3, 1)] is ReviewKind.CHILD_PROTECTION
    assert report.files


def test_that_a_review_of_a_period_nobody_knows_is_told(report: ImportReport) -> None:
    (problem,) = (one for one in report.problems if one.code == Finding.NO_SUCH_PERIOD)
    assert (problem.place.source, problem.place.line) == ("ssd_cla_reviews.csv", 4)
    (file,) = (one for one in report.files if one.table == "ssd_cla_reviews")
    assert (file.rows_read, file.rows_refused) == (4, 1)


def test_that_days_written_as_moments_are_no_fault(report: ImportReport) -> None:
    assert Finding.DATE_READ_AS not in codes_of(report)


def test_that_importing_the_same_again_changes_nothing(
    store: SqlStore, clock: FixedClock, tmp_path: Path, report: ImportReport
) -> None:
    assert report.changed
    again = import_paths(store.unit_of_work, [tmp_path / "export"], clock)
    assert not again.changed


def test_that_a_day_that_cannot_be_read_leaves_its_row_out(
    store: SqlStore, clock: FixedClock, tmp_path: Path
) -> None:
    wrong = (TABLES["ssd_cp_reviews"][0], "P2,2026-13-01")
    folder = write_dataset(tmp_path / "wrong", ssd_cp_reviews=wrong)
    report = import_paths(store.unit_of_work, [folder], clock)
    (problem,) = (one for one in report.problems if one.code == Finding.NOT_A_DATE)
    assert problem.place.column == "cppr_cp_review_date"


def test_that_a_name_typed_here_is_not_written_over(
    store: SqlStore, clock: FixedClock, tmp_path: Path, report: ImportReport
) -> None:
    with store.unit_of_work() as uow:
        (child,) = (one for one in uow.children.all() if one.number == "P1")
        uow.children.put(replace(child, known_as="Em"))
    import_paths(store.unit_of_work, [tmp_path / "export"], clock)
    with store.unit_of_work() as uow:
        (child,) = (one for one in uow.children.all() if one.number == "P1")
    assert child.known_as == "Em"
    assert report.files
