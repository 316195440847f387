"""A laptop's store is put back to its own older copy, and is a device that no hub knows."""

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
