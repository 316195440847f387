"""A folder from which the council's own system picks up what was decided."""

import csv
import datetime as dt
import hashlib
import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from a_role_for_tests import be
from iro_desktop.domain.child import Child
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.domain.review import Origin, Review, ReviewKind, ReviewStatus
from iro_desktop.domain.sdq import OF_RETURN, SdqScore
from iro_desktop.services import listing
from iro_desktop.services.case_system_drop import Drop, write_drop
from iro_desktop.services.faults import PartOfTheRecord
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore

CHILD = Child(
    id=ChildId("c0ffee00-0000-4000-8000-000000000001"),
    number="P1",
    date_of_birth=dt.date(2012, 3, 4),
    known_as="Made-up",
    made_up=True,
)


def review(number: int, kind: ReviewKind = ReviewKind.LOOKED_AFTER, **more: object) -> Review:
    name = ReviewId(f"00000000-0000-4000-8000-{number:012}")
    plain = Review(
        id=name,
        child_id=CHILD.id,
        kind=kind,
        status=ReviewStatus.CLOSED,
        held_on=dt.date(2026, 11, 2),
    )
    return replace(plain, **more)


CLOSED = review(
    1, participation=ParticipationCode.PN1, participation_confirmed=True, closed_by="Made-up IRO"
)
REVIEWS = (
    CLOSED,
    review(2, status=ReviewStatus.CANCELLED, held_on=None, planned_for=dt.date(2026, 11, 5)),
    review(3, participation=ParticipationCode.PN2, status=ReviewStatus.OPEN),
    review(4, origin=Origin.RETURN),
    review(5, ReviewKind.CHILD_PROTECTION, outcome="plan_goes_on"),
    review(6, ReviewKind.CHILD_PROTECTION, outcome="put_off"),
    review(7, ReviewKind.CHILD_PROTECTION_INITIAL, outcome="no_plan"),
)


def decision(number: int, of: Review, what: str) -> Decision:
    name = EntityId(f"00000000-0000-4000-9000-{number:012}")
    return Decision(id=name, child_id=CHILD.id, review_id=of.id, what=what, owner="School")


@pytest.fixture
def drop(workspace: Workspace, tmp_path: Path) -> Drop:
    with workspace.uow_factory() as uow:
        uow.children.put(CHILD)
        for one in REVIEWS:
            uow.reviews.put(one)
        uow.decisions.put_all(
            (
                decision(1, CLOSED, "=cmd|' /C calc'!A1"),
                decision(2, CLOSED, ""),
                decision(3, REVIEWS[2], "Not decided yet"),
            )
        )
        score = SdqScore(id=EntityId("s1"), child_id=CHILD.id, on=dt.date(2026, 10, 1), total=12)
        uow.sdq_scores.put(score)
        uow.sdq_scores.put(replace(score, id=EntityId("s2"), source=OF_RETURN))
    return write_drop(workspace, tmp_path / "out")


def rows(drop: Drop, table: str) -> list[dict[str, str]]:
    text = (drop.path / f"{table}.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def test_that_a_closed_review_brings_its_day_and_its_confirmed_code(drop: Drop) -> None:
    first = rows(drop, "ssd_cla_reviews")[0]
    assert first["clar_cla_review_id"] == CLOSED.id
    assert first["clar_cla_review_date"] == "2026-11-02"
    assert first["clar_cla_review_participation"] == "PN1"
    assert first["clar_cla_review_cancelled"] == "N"
    assert first["iro_person_id"] == "P1"


def test_that_a_code_nobody_confirmed_is_not_told(drop: Drop) -> None:
    told = {row["clar_cla_review_id"]: row for row in rows(drop, "ssd_cla_reviews")}
    assert told[REVIEWS[2].id]["clar_cla_review_participation"] == ""


def test_that_a_cancelled_review_says_so(drop: Drop) -> None:
    told = {row["clar_cla_review_id"]: row for row in rows(drop, "ssd_cla_reviews")}
    assert told[REVIEWS[1].id]["clar_cla_review_cancelled"] == "Y"


def test_that_what_only_a_return_told_is_not_sent_back(drop: Drop) -> None:
    assert REVIEWS[3].id not in {row["iro_review_id"] for row in rows(drop, "iro_meetings")}
    assert [row["csdq_table_id"] for row in rows(drop, "ssd_sdq_scores")] == ["s1"]


def test_that_a_conference_says_whether_there_is_to_be_a_plan(drop: Drop) -> None:
    told = [row["cppr_cp_review_outcome_continue_cp"] for row in rows(drop, "ssd_cp_reviews")]
    assert told == ["Y", ""]
    (first,) = rows(drop, "ssd_initial_cp_conference")
    assert first["icpc_icpc_outcome_cp_flag"] == "N"


def test_that_decisions_come_from_closed_reviews_alone_and_run_no_formula(drop: Drop) -> None:
    (told,) = rows(drop, "iro_decisions")
    assert told["iro_what"] == " =cmd|' /C calc'!A1"
    assert (told["iro_owner"], told["iro_review_id"]) == ("School", CLOSED.id)
    assert (drop.reviews, drop.decisions, drop.records) == (6, 1, 0)


def test_that_the_manifest_vouches_for_every_file(drop: Drop) -> None:
    manifest = json.loads((drop.path / "manifest.json").read_text(encoding="utf-8"))
    told = {one["file"]: one["sha256"] for one in manifest["files"]}
    there = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in drop.path.iterdir()
        if path.name != "manifest.json"
    }
    assert told == there
    assert manifest["made_up"] is True


def test_that_only_its_owner_can_read_the_folder_and_its_name_tells_nothing(drop: Drop) -> None:
    assert stat.S_IMODE(drop.path.stat().st_mode) == 0o700
    assert "P1" not in drop.path.name


def test_that_whole_records_go_along_only_where_asked_for(
    workspace: Workspace, drop: Drop, tmp_path: Path
) -> None:
    assert not list(drop.path.glob("record-*"))
    whole = write_drop(workspace, tmp_path / "whole", with_records=True)
    assert (whole.path / f"record-{CLOSED.id}.json").is_file()
    assert whole.records == 4


def test_that_nothing_is_told_from_parts_of_records_as_if_it_were_all(
    drop: Drop, store: SqlStore, workspace: Workspace, tmp_path: Path
) -> None:
    be(store, "business_support")
    with pytest.raises(PartOfTheRecord):
        write_drop(workspace, tmp_path)
    (child,) = listing.children(store.unit_of_work, dt.date(2026, 11, 22))
    assert (child["looked_after"], child["next_review_due"]) == (None, None)
    rows = listing.reviews(store.unit_of_work, dt.date(2026, 11, 22))
    assert {(row["due"], row["in_time"]) for row in rows} == {(None, None)}
