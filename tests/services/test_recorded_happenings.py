import datetime as dt

import pytest
from made_up_meeting import CHILD, put_child

from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services import happenings
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.workspace import Workspace

DAY = dt.date(2026, 10, 5)


@pytest.fixture
def known(workspace: Workspace) -> Workspace:
    with workspace.uow_factory() as uow:
        put_child(uow)
    return workspace


def test_that_what_happened_is_written_down_under_the_iros_name(known: Workspace) -> None:
    factory = known.uow_factory
    changed = happenings.record(factory, CHILD.id, Happening.PEP_HELD, DAY, " At school ")
    assert changed == Changed(frozenset({Topic.CHILD, Topic.CASELOAD}), frozenset({CHILD.id}))
    happenings.record(factory, CHILD.id, Happening.IMMUNISED, dt.date(2026, 9, 1))
    first, second = happenings.of_child(factory, CHILD.id)
    assert (first.happening, second.happening) == (Happening.IMMUNISED, Happening.PEP_HELD)
    assert (second.on, second.note, second.recorded_by) == (DAY, "At school", "Made-up Officer")


def test_that_the_same_said_twice_is_kept_once(known: Workspace) -> None:
    factory = known.uow_factory
    assert happenings.record(factory, CHILD.id, Happening.PEP_HELD, DAY)
    assert not happenings.record(factory, CHILD.id, Happening.PEP_HELD, DAY)
    assert len(happenings.of_child(factory, CHILD.id)) == 1


def test_that_what_was_written_down_can_be_taken_back_and_stays_in_history(
    known: Workspace,
) -> None:
    factory = known.uow_factory
    happenings.record(factory, CHILD.id, Happening.PEP_HELD, DAY)
    (said,) = happenings.of_child(factory, CHILD.id)
    assert happenings.withdraw(factory, said).children == {CHILD.id}
    assert happenings.of_child(factory, CHILD.id) == ()
    with factory() as uow:
        assert [one.withdrawn for one in uow.history.of_entity(said.id)] == [False, True]


@pytest.mark.parametrize("kind", sorted(set(Happening) - set(happenings.RECORDABLE)))
def test_that_what_the_store_knows_by_itself_is_not_written_down(
    known: Workspace, kind: Happening
) -> None:
    with pytest.raises(ValueError, match="nobody records"):
        happenings.record(known.uow_factory, CHILD.id, kind, DAY)


def test_that_nothing_is_written_down_about_a_child_nobody_knows(known: Workspace) -> None:
    with pytest.raises(NoSuchThing):
        happenings.record(known.uow_factory, ChildId("nobody"), Happening.PEP_HELD, DAY)
