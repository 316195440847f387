import csv
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from fixed_clock import FixedClock
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ReviewId, child_id, new_id, review_id
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.domain.review import Origin, Review, ReviewKind, ReviewStatus
from iro_desktop.domain.sittings import cancel
from iro_desktop.services.changed import Topic
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.importing.report import FileReport, ImportReport, Progress, Total
from iro_desktop.services.importing.tables import import_paths
from iro_desktop.store import SqlStore

RETURNS = Path(__file__).resolve().parents[1] / "returns" / "samples"
SMALL, FAULTY = RETURNS / "small", RETURNS / "faulty"
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
FIRST = child_id("", "MADEUP1")
DAY = dt.date(2024, 3, 11)  # the day of MADEUP1's first review in the small return

Take = Callable[..., ImportReport]


@pytest.fixture
def take(store: SqlStore, clock: FixedClock) -> Take:
    def take_in(*paths: Path) -> ImportReport:
        return import_paths(store.unit_of_work, paths, clock)

    return take_in


def everything(store: SqlStore) -> tuple[list[Child], list[Episode], list[Review]]:
    with store.unit_of_work() as uow:
        return list(uow.children.all()), list(uow.episodes.all()), list(uow.reviews.all())


def write_reviews(folder: Path, *rows: str) -> Path:
    path = folder / "reviews.csv"
    path.write_text("\n".join(["CHILD,DOB,REVIEW,REVIEW_CODE", *rows]), "utf-8")
    return path


def keep(store: SqlStore, review: Review) -> None:
    with store.unit_of_work() as uow:
        uow.reviews.put(review)


def find(store: SqlStore, name: ReviewId) -> Review | None:
    with store.unit_of_work() as uow:
        return uow.reviews.find(name)


def our_review(**fields: object) -> Review:
    review = Review(id=ReviewId(new_id()), child_id=FIRST)
    return replace(review, **fields)  # type: ignore[arg-type]  # any field of a review


def test_that_a_first_import_adds_what_the_files_hold(store: SqlStore, take: Take) -> None:
    report = take(SMALL)
    children, episodes, reviews = everything(store)
    assert (len(children), len(episodes), len(reviews)) == (5, 5, 5)
    assert report.children == Total(added=5)
    assert report.episodes == Total(added=5)
    assert report.reviews == Total(added=5)
    assert report.changed.topics == {Topic.CASELOAD, Topic.CHILD, Topic.REVIEW}
    assert report.changed.children == {child.id for child in children}
    assert report.changed.reviews == {review.id for review in reviews}


def test_that_a_second_import_changes_nothing(store: SqlStore, take: Take) -> None:
    take(SMALL, FAULTY)
    before = everything(store)
    with store.unit_of_work() as uow:
        unsent = uow.history.unsent()
    report = take(FAULTY, SMALL)
    for total in (report.children, report.episodes, report.reviews):
        assert (total.added, total.updated) == (0, 0)
        assert total.unchanged > 0
    assert not report.changed
    assert everything(store) == before
    with store.unit_of_work() as uow:
        assert uow.history.unsent() == unsent


def test_that_every_row_of_every_file_is_accounted_for(take: Take) -> None:
    report = take(SMALL, FAULTY)
    assert FileReport("reviews.csv", "Reviews", True, 4, 4, 0) in report.files
    assert FileReport("oc3.csv", "OC3", needed=False, rows_read=1) in report.files
    assert FileReport("faulty-episodes.csv", "Episodes", True, 9, 4, 5) in report.files
    assert FileReport("something-else.csv", "", needed=False, rows_read=1) in report.files
    for file in report.files:
        if file.needed:
            assert file.rows_read == file.rows_taken + file.rows_refused
        else:
            assert (file.rows_taken, file.rows_refused) == (0, 0)


def test_that_the_same_file_under_another_name_is_read_once(take: Take) -> None:
    (said,) = (problem for problem in take(FAULTY).problems if problem.code == "F115")
    assert (said.place.source, said.data["other"]) == ("not-needed.csv", "not-needed-again.csv")


def test_that_a_path_that_is_not_there_is_refused_before_anything(
    store: SqlStore, take: Take, tmp_path: Path
) -> None:
    with pytest.raises(NoSuchThing):
        take(SMALL, tmp_path / "nowhere.csv")
    assert everything(store) == ([], [], [])


def test_that_a_folder_without_files_says_so(take: Take, tmp_path: Path) -> None:
    empty = tmp_path / "empty folder"
    empty.mkdir()
    (empty / "letter.docx").write_bytes(b"not looked at")
    report = take(empty)
    assert [problem.code for problem in report.problems] == ["F120"]
    assert report.files == ()


def test_that_what_the_officer_typed_survives(store: SqlStore, take: Take) -> None:
    take(SMALL)
    with store.unit_of_work() as uow:
        child = uow.children.find(FIRST)
        assert child is not None
        typed = replace(
            child,
            known_as="Made Up",
            family_name="Person",
            pronouns="they/them",
            languages=("en", "pl"),
            communication_needs="Pictures help",
            sibling_group="one",
            iro_name="Made-up Officer",
            iro_allocated_on=dt.date(2024, 1, 1),
            social_worker="Made-up Worker",
            permanently_matched_on=dt.date(2025, 1, 1),
            last_dental_check=dt.date(2026, 1, 1),
            sdq_score=3,
            upn="",
        )
        uow.children.put(typed)
    report = take(SMALL)
    assert report.children == Total(updated=1, unchanged=4)
    with store.unit_of_work() as uow:
        # What the return owns is the return's again; everything else is as it was typed.
        assert uow.children.find(FIRST) == replace(typed, sdq_score=17, upn="A123456789012")


def test_that_a_blank_in_a_return_takes_nothing_away(
    store: SqlStore, take: Take, tmp_path: Path
) -> None:
    take(SMALL)
    before = everything(store)
    header = tmp_path / "header.csv"
    header.write_text("CHILD,SEX,DOB,ETHNIC,UPN\nMADEUP1,,27/03/2012,,\n", "utf-8")
    health = tmp_path / "oc2.csv"
    columns = "CHILD,DOB,SDQ_SCORE,SDQ_REASON,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT"
    health.write_text(f"{columns}\nMADEUP1,,,,,,\n", "utf-8")
    take(tmp_path / "header.csv", health)
    assert everything(store) == before


def test_that_an_older_return_does_not_open_what_a_newer_one_ended(
    store: SqlStore, take: Take, tmp_path: Path
) -> None:
    take(SMALL)
    with (SMALL / "episodes.csv").open(newline="") as file:
        headings, *rows = csv.reader(file)
    for row in rows:
        row[headings.index("DEC")] = row[headings.index("REC")] = ""
    older = tmp_path / "episodes.csv"
    older.write_text("\n".join(map(",".join, [headings, *rows])), "utf-8")
    before = everything(store)
    take(older)
    assert everything(store) == before


def test_that_a_corrected_code_is_taken_for_a_review_only_the_return_knows(
    store: SqlStore, take: Take, tmp_path: Path
) -> None:
    take(SMALL)
    report = take(write_reviews(tmp_path, "MADEUP1,27/03/2012,11/03/2024,PN4"))
    assert report.reviews == Total(updated=1)
    review = find(store, review_id(FIRST, DAY))
    assert review is not None
    assert review.participation is ParticipationCode.PN4


def test_that_a_review_chaired_here_is_neither_doubled_nor_overwritten(
    store: SqlStore, take: Take
) -> None:
    ours = our_review(
        held_on=DAY,
        status=ReviewStatus.CLOSED,
        closed_on=DAY,
        closed_by="Made-up Officer",
        participation=ParticipationCode.PN3,
    )
    take(SMALL / "header.csv")
    keep(store, ours)
    report = take(SMALL)
    assert report.reviews == Total(added=4, unchanged=1)
    assert find(store, ours.id) == ours
    assert find(store, review_id(FIRST, DAY)) is None
    (said,) = (problem for problem in report.problems if problem.code == "R125")
    assert (said.data["value"], said.data["ours"]) == ("PN1", "PN3")
    assert (said.place.source, said.place.line, said.subject) == ("reviews.csv", 2, "MADEUP1")


@pytest.mark.parametrize(
    "status", [ReviewStatus.PLANNED, ReviewStatus.PREPARING, ReviewStatus.OPEN]
)
def test_that_a_review_at_work_here_is_left_alone_with_a_word(
    store: SqlStore, take: Take, status: ReviewStatus
) -> None:
    ours = our_review(planned_for=DAY, status=status)
    take(SMALL / "header.csv")
    keep(store, ours)
    report = take(SMALL)
    assert find(store, ours.id) == ours
    assert [problem.code for problem in report.problems if problem.code == "R126"] == ["R126"]
    assert take(SMALL).reviews == Total(unchanged=5)


@pytest.mark.parametrize("other", [{"status": ReviewStatus.CANCELLED}, {"kind": ReviewKind.SECURE}])
def test_that_a_review_held_that_day_is_not_taken_for_one_cancelled_or_of_another_kind(
    store: SqlStore, take: Take, other: dict[str, object]
) -> None:
    ours = our_review(planned_for=DAY, **other)
    take(SMALL / "header.csv")
    keep(store, ours)
    assert take(SMALL).reviews == Total(added=5)
    assert find(store, ours.id) == ours
    assert find(store, review_id(FIRST, DAY)) is not None


def test_that_a_review_planned_by_a_return_and_cancelled_here_stays_cancelled(
    store: SqlStore, take: Take, tmp_path: Path
) -> None:
    path = write_reviews(tmp_path, "MADEUP1,27/03/2012,24/11/2026,PN1")
    take(path)
    planned = find(store, review_id(FIRST, dt.date(2026, 11, 24)))
    assert planned is not None
    cancelled = cancel(planned, "Moved away")
    keep(store, cancelled)
    assert take(path).reviews == Total(unchanged=1)
    assert find(store, planned.id) == cancelled


def test_that_a_review_planned_by_a_return_is_held_once_its_day_has_come(
    store: SqlStore, take: Take, tmp_path: Path, clock: FixedClock
) -> None:
    path = write_reviews(tmp_path, "MADEUP1,27/03/2012,24/11/2026,PN1")
    take(path)
    name = review_id(FIRST, dt.date(2026, 11, 24))
    planned = find(store, name)
    assert planned is not None
    assert planned.status is ReviewStatus.PLANNED
    clock.advance(3 * 86_400)
    assert take(path).reviews == Total(updated=1)
    held = find(store, name)
    assert held is not None
    assert (held.status, held.held_on) == (ReviewStatus.CLOSED, dt.date(2026, 11, 24))


def test_that_a_review_planned_by_a_return_and_prepared_here_stays_ours(
    store: SqlStore, take: Take, tmp_path: Path, clock: FixedClock
) -> None:
    path = write_reviews(tmp_path, "MADEUP1,27/03/2012,24/11/2026,PN1")
    take(path)
    planned = find(store, review_id(FIRST, dt.date(2026, 11, 24)))
    assert planned is not None
    prepared = replace(planned, status=ReviewStatus.PREPARING, form="cla-review", form_version=1)
    keep(store, prepared)
    clock.advance(3 * 86_400)
    assert take(path).reviews == Total(unchanged=1)
    assert find(store, prepared.id) == prepared
    assert prepared.origin is Origin.RETURN


def test_that_a_child_who_was_met_under_the_same_number_is_the_same_child(
    store: SqlStore, take: Take
) -> None:
    met = Child(
        id=child_id("elsewhere", "MADEUP1"), number="MADEUP1", date_of_birth=dt.date(2012, 3, 27)
    )
    with store.unit_of_work() as uow:
        uow.children.put(met)
    assert take(SMALL).children == Total(added=4, updated=1)


def test_that_two_councils_children_of_one_number_are_two(
    store: SqlStore, clock: FixedClock
) -> None:
    for authority in ("E01", "E02", "E01"):
        import_paths(store.unit_of_work, [SMALL], clock, authority=authority)
    children, episodes, reviews = everything(store)
    assert (len(children), len(episodes), len(reviews)) == (10, 10, 10)


def test_that_the_files_given_one_by_one_make_what_they_make_together(
    store: SqlStore, take: Take
) -> None:
    for name in ("header.csv", "episodes.csv", "reviews.csv", "oc2.csv", "uasc.csv", "small.xml"):
        take(SMALL / name)
    report = take(SMALL)
    assert not report.changed
    assert len(everything(store)[0]) == 5


def test_that_progress_goes_from_the_start_to_the_end_and_never_back(
    store: SqlStore, clock: FixedClock
) -> None:
    told: list[Progress] = []
    import_paths(store.unit_of_work, [SMALL], clock, progress=told.append)
    fractions = [step.fraction for step in told]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0, 1)


def test_that_cancelling_at_any_moment_leaves_everything_as_it_was(
    store: SqlStore, clock: FixedClock, take: Take
) -> None:
    asked: list[None] = []

    def counting() -> bool:
        asked.append(None)
        return False

    import_paths(store.unit_of_work, [SMALL / "header.csv"], clock)
    before = everything(store)

    def after(number: int) -> Callable[[], bool]:
        left = iter(range(number))
        return lambda: next(left, None) is None

    moment = 0
    while True:
        report = import_paths(store.unit_of_work, [SMALL], clock, cancelled=after(moment))
        if not report.cancelled:
            break
        assert everything(store) == before
        assert report.files == ()
        moment += 1
    import_paths(store.unit_of_work, [SMALL], clock, cancelled=counting)
    assert moment > 10
    assert len(everything(store)[1]) == 5
    assert asked


def test_that_a_fault_of_the_disk_in_the_middle_keeps_nothing(
    store: SqlStore, clock: FixedClock
) -> None:
    class DiskFull(Exception):
        pass

    def full(step: Progress) -> None:
        if step.fraction > 0.9:
            raise DiskFull

    with pytest.raises(DiskFull):
        import_paths(store.unit_of_work, [SMALL], clock, progress=full)
    assert everything(store) == ([], [], [])


if SHARED.is_dir():

    def test_that_a_whole_council_goes_in_and_a_second_time_changes_nothing(
        store: SqlStore, clock: FixedClock
    ) -> None:
        told: list[Progress] = []
        folders = [SHARED / "ssda903", SHARED / "annex-a"]
        report = import_paths(store.unit_of_work, folders, clock, progress=told.append)
        assert report.children == Total(added=2675 + 253 + 5)
        assert report.reviews == Total(added=12568 + 1206 + 5)
        taken = {file.table: 0 for file in report.files}
        for file in report.files:
            taken[file.table] += file.rows_taken
            assert file.rows_refused == 0
        assert taken["Reviews"] == 12582 + 1206
        assert taken["Episodes"] == 5050 + 459
        steps = [step.fraction for step in told]
        assert max(b - a for a, b in pairwise(steps)) <= 0.02
        again = import_paths(store.unit_of_work, folders, clock)
        for total in (again.children, again.episodes, again.reviews):
            assert (total.added, total.updated) == (0, 0)
