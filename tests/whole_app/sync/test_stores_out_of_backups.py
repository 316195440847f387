"""A laptop's store is put back to its own older copy, and is a device that no hub knows."""

import datetime as dt
import shutil
from pathlib import Path

from iro_desktop.store.backup import RESTORED_NAME
from laptops_for_tests import MadeUpLaptop, TeamHub, a_child, a_review


def put_back(laptop: MadeUpLaptop, copy: Path) -> None:
    laptop.close()
    shutil.rmtree(laptop.folder)
    shutil.copytree(copy, laptop.folder)
    (laptop.folder / RESTORED_NAME).touch()
    laptop.start_again()


def copy_of_all(laptop: MadeUpLaptop, copy: Path) -> Path:
    laptop.close()
    shutil.copytree(laptop.folder, copy)
    laptop.start_again()
    return copy


def test_that_it_lets_go_of_a_child_who_was_given_to_another_since(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop, tmp_path: Path
) -> None:
    child = a_child()
    ann.put(child, a_review(child))
    ann.sync()
    waiting = a_review(child, planned_at="not sent when it was copied")
    ann.put(waiting)
    copy = copy_of_all(ann, tmp_path / "copy")
    ann.sync()
    with hub.office() as office:
        office.allocate(child.id, hub.people["Ben Made-up"])
    assert ann.sync().wiped == (child.id,)
    held = hub.held(child.id)
    put_back(ann, copy)
    ann.enrol(hub, "Ann Made-up")
    report = ann.sync()
    assert report.wiped == (child.id,)
    assert ann.find(child) is None
    assert ann.waiting() == 0
    assert hub.held(child.id) == held
    ben.sync()
    assert ben.find(waiting) == waiting


def test_that_a_copy_is_not_wiped_before_a_restored_hub_has_it_again_whatever_came_since(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop, ben: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    anns_other.sync()
    with hub.office() as office:
        office.cover(child.id, hub.people["Ben Made-up"], dt.date(2999, 1, 1))
    ben.sync()
    older = hub.back_up()
    lost = a_review(child, planned_at="acknowledged, and lost with the hub")
    ben.put(lost)
    ben.sync()
    hub.restore(older)
    anns_other.put(*(a_review(child) for _ in range(3)))
    anns_other.sync()
    with hub.office() as office:
        office.end_access(child.id, hub.people["Ben Made-up"])
    report = ben.sync()
    assert (report.wiped, ben.find(lost)) == ((child.id,), None)
    with hub.office() as office:
        for each in office.quarantine():
            office.decide_quarantine(each.bundle, "release", "It was in the record.")
    ann.sync()
    assert ann.find(lost) == lost


def test_that_whose_cover_ended_hands_nothing_to_the_manager_that_the_record_holds(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    with hub.office() as office:
        office.cover(child.id, hub.people["Ben Made-up"], dt.date(2999, 1, 1))
    ben.sync()
    ben.put(a_review(child))
    ben.sync()
    ann.sync()
    ann.put(a_review(child))
    ann.sync()
    with hub.office() as office:
        office.end_access(child.id, hub.people["Ben Made-up"])
    report = ben.sync()
    assert (report.wiped, report.quarantined, report.notes) == ((child.id,), 0, ())


def test_that_who_left_before_the_restored_hub_heard_of_it_takes_no_word_along(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop
) -> None:
    child, own = a_child(), a_child("M-2")
    ann.put(child)
    ann.sync()
    with hub.office() as office:
        office.cover(child.id, hub.people["Ben Made-up"], dt.date(2999, 1, 1))
    ben.put(own)
    ben.sync()
    older = hub.back_up()
    lost = a_review(child, planned_at="acknowledged, and lost with the hub")
    ben.put(lost)
    ben.sync()
    hub.restore(older)
    with hub.office() as office:
        office.deactivate(hub.people["Ben Made-up"])
    report = ben.sync()
    assert (set(report.wiped), report.ended) == ({child.id, own.id}, "deactivated")
    with hub.office() as office:
        (waiting,) = office.quarantine()
        office.decide_quarantine(waiting.bundle, "release", "It was in the record.")
    ann.sync()
    assert ann.find(lost) == lost
