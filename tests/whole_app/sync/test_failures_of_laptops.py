"""Laptops that are killed, whose disk is full, and files that come in pieces."""

import base64
import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bad_lines_for_tests import BadLine, Fate, bad_line
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.review import Review
from iro_desktop.services.faults import HubAway, NoSpace
from iro_desktop.services.syncing.reports import Note
from laptops_for_tests import MadeUpLaptop, TeamHub, a_child, a_review

HERE = Path(__file__)
MEBIBYTE = 1024 * 1024


@pytest.fixture
def line(hub: TeamHub) -> Iterator[BadLine]:
    with bad_line(hub.address) as line:
        yield line


def a_picture(review: Review, size: int, seed: int = 1) -> KeptPicture:
    bytes_of_it = random.Random(seed).randbytes(size)  # noqa: S311  # nobody has to guess them
    image = base64.b64encode(bytes_of_it).decode()
    return KeptPicture(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        image=image,
        description="A house with a red door",
    )


def with_a_picture(laptop: MadeUpLaptop, size: int) -> tuple[Child, Review, KeptPicture]:
    child = a_child()
    review = a_review(child)
    picture = a_picture(review, size)
    laptop.put(child, review, picture)
    return child, review, picture


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("when", ["before the hub holds it", "after the hub holds it"])
def test_that_a_laptop_killed_in_the_middle_of_a_push_loses_and_doubles_nothing(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop, line: BadLine, when: str
) -> None:
    child = a_child()
    review = a_review(child)
    ann.put(child, review)
    ann.close()
    killed = threading.Event()
    process: list[subprocess.Popen[bytes]] = []

    def kill_it(_method: str, path: str) -> Fate:
        if "/push" not in path:
            return Fate.PASSES
        if when.startswith("before"):
            process[0].kill()
            process[0].wait()
            killed.set()
            return Fate.NEVER_ARRIVES
        threading.Thread(target=wait_and_kill).start()
        return Fate.ANSWER_WAITS

    def wait_and_kill() -> None:
        line.was_answered.wait()
        process[0].kill()
        process[0].wait()
        killed.set()
        line.may_pass.set()

    line.fates = kill_it
    process.append(_dying(ann.folder, line.address))
    assert killed.wait(60)
    line.fates = lambda _method, _path: Fate.PASSES
    ann.start_again()
    ann.store.verify()
    assert ann.waiting() == 2
    assert ann.sync().sent == 2
    assert len(hub.held(child.id)) == 2
    assert ann.waiting() == 0
    anns_other.sync()
    assert anns_other.find(review) == review


def _dying(folder: Path, address: str) -> subprocess.Popen[bytes]:
    paths = [str(HERE.parents[2]), str(HERE.parents[3])]
    script = (
        "import sys, runpy\n"
        f"sys.path[:0] = {paths[1:]!r}\n"
        "import iro_hub.gateway\n"  # before the tests' folder of that name can hide it
        f"sys.path[:0] = {paths[:1]!r}\n"
        f"sys.argv = ['dying', {str(folder)!r}, {address!r}]\n"
        f"runpy.run_path({str(HERE.with_name('dying_laptop.py'))!r}, run_name='__main__')\n"
    )
    return subprocess.Popen([sys.executable, "-c", script], env=dict(os.environ))


def test_that_a_full_disk_while_taking_in_keeps_what_was_there_and_goes_on_later(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    child = a_child()
    reviews = [a_review(child, counted_because="x" * 2000) for _ in range(250)]
    ann.put(child, *reviews)
    ann.sync()
    mine = a_child("M-2")
    anns_other.put(mine)
    limits = _limit_pages(anns_other, 40)
    with pytest.raises(NoSpace):
        anns_other.sync()
    limits.remove()
    anns_other.store.verify()
    assert anns_other.find(mine) == mine
    assert anns_other.sync().is_whole
    with anns_other.uow() as uow:
        assert len(uow.reviews.of_child(child.id)) == len(reviews)
    assert anns_other.waiting() == 0


class _Limits:
    """No more pages in a store's file than it has now and a few."""

    def __init__(self, laptop: MadeUpLaptop, more: int) -> None:
        from sqlalchemy import event  # noqa: PLC0415

        self._engine = laptop.store._engine
        self._event = event
        with self._engine.begin() as connection:
            held = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        self._pages = held + more
        event.listen(self._engine, "begin", self._limit)

    def _limit(self, connection: object) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {self._pages}")  # type: ignore[attr-defined]  # SQLAlchemy's

    def remove(self) -> None:
        self._pages = 1_000_000_000
        with self._engine.begin():
            pass
        self._event.remove(self._engine, "begin", self._limit)


def _limit_pages(laptop: MadeUpLaptop, more: int) -> _Limits:
    return _Limits(laptop, more)


def test_that_a_picture_comes_over_as_it_was_and_is_sent_once(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop, line: BadLine
) -> None:
    child, review, picture = with_a_picture(ann, 60_000)
    again = KeptPicture(
        id=EntityId(new_id()),
        child_id=child.id,
        review_id=review.id,
        image=picture.image,
        description="The same once more",
    )
    ann.put(again)
    ann.sync(by=line.address)
    assert line.count("PUT", "/files/") == 1
    longest = max(len(body) for body in hub.ask("SELECT body FROM hub.revision"))
    assert longest < 2_000
    anns_other.sync()
    assert (anns_other.find(picture), anns_other.find(again)) == (picture, again)
    (mine,) = ann.revisions(picture.id)
    assert anns_other.revisions(picture.id) == [mine]


def test_that_a_file_cut_half_way_is_sent_from_where_it_broke(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop, line: BadLine
) -> None:
    *_, picture = with_a_picture(ann, 2 * MEBIBYTE)
    line.fails_at("PUT", "/files/", Fate.NEVER_ARRIVES, {2})
    with pytest.raises(HubAway):
        ann.sync(by=line.address)
    line.fates = lambda _method, _path: Fate.PASSES
    line.asked.clear()
    ann.sync(by=line.address)
    starts = [
        path.split("start=")[1].split("&")[0] for method, path in line.asked if method == "PUT"
    ]
    assert starts == [str(MEBIBYTE), str(2 * MEBIBYTE)]
    anns_other.sync()
    assert anns_other.find(picture) == picture


def test_that_a_file_cut_half_way_is_fetched_from_where_it_broke(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop, line: BadLine
) -> None:
    child, _, picture = with_a_picture(ann, 2 * MEBIBYTE)
    ann.sync()
    line.fails_at("GET", "/content", Fate.ANSWER_IS_CUT, {2})
    with pytest.raises(HubAway):
        anns_other.sync(by=line.address)
    anns_other.start_again()
    line.fates = lambda _method, _path: Fate.PASSES
    line.asked.clear()
    assert anns_other.sync(by=line.address).is_whole
    starts = [path.split("start=")[1] for _, path in line.asked if "/content" in path]
    assert starts == [str(MEBIBYTE), str(2 * MEBIBYTE)]
    assert anns_other.find(picture) == picture
    assert _kept_files(anns_other) == 0
    assert anns_other.acknowledged(child.id) == ann.acknowledged(child.id)


def test_that_a_file_that_cannot_be_had_yet_keeps_what_follows_for_later(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    *_, picture = with_a_picture(ann, 60_000)
    later, other = a_child("M-2"), a_child("M-3")
    ann.put(later, other)
    ann.sync()
    with hub.database.connect() as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("CREATE TABLE public.put_aside AS TABLE hub.file_piece")
        connection.execute("DELETE FROM hub.file_piece")
    report = anns_other.sync()
    assert report.notes == (Note.FILES_WAITING,)
    assert not report.is_whole
    assert anns_other.find(picture) is None
    assert anns_other.find(later) == later
    with hub.database.connect() as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("INSERT INTO hub.file_piece SELECT * FROM public.put_aside")
    assert anns_other.sync().is_whole
    assert anns_other.find(picture) == picture


def test_that_a_picture_of_someone_deactivated_goes_into_quarantine_with_its_words(
    hub: TeamHub, ann: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    review = a_review(child)
    ann.put(review, a_picture(review, 60_000))
    with hub.office() as office:
        office.deactivate(hub.people["Ann Made-up"])
    report = ann.sync()
    assert (report.quarantined, report.refused, report.wiped) == (1, 0, (child.id,))
    assert hub.ask("SELECT count(*) FROM hub.file_piece") == [1]


def _kept_files(laptop: MadeUpLaptop) -> int:
    from sqlalchemy import text  # noqa: PLC0415

    with laptop.store._engine.begin() as connection:
        return int(connection.execute(text("SELECT count(*) FROM kept_file")).scalar_one())
