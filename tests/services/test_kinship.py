"""Who may be named as a child's parent."""

import datetime as dt
from dataclasses import replace

from made_up_meeting import CHILD

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.kinship import possible_parents
from iro_desktop.services.workspace import Workspace


def _child(name: str, born: dt.date) -> Child:
    return Child(id=ChildId(name), number=name, date_of_birth=born, made_up=True)


BABY = _child("baby", dt.date(2026, 5, 1))
JUST_OLD_ENOUGH = _child("just-old-enough", dt.date(2015, 5, 1))
A_DAY_TOO_YOUNG = _child("a-day-too-young", dt.date(2015, 5, 2))


def test_that_those_of_eleven_and_more_are_offered_the_oldest_first(workspace: Workspace) -> None:
    with workspace.uow_factory() as uow:
        uow.children.put_all((BABY, A_DAY_TOO_YOUNG, JUST_OLD_ENOUGH, CHILD))
    found = possible_parents(workspace.uow_factory, BABY)
    assert [one.id for one in found] == [CHILD.id, JUST_OLD_ENOUGH.id]


def test_that_whoever_is_named_is_offered_whatever_their_age(workspace: Workspace) -> None:
    with workspace.uow_factory() as uow:
        uow.children.put_all((BABY, A_DAY_TOO_YOUNG))
    named = replace(BABY, parent_id=A_DAY_TOO_YOUNG.id)
    assert possible_parents(workspace.uow_factory, named) == (A_DAY_TOO_YOUNG,)
    assert possible_parents(workspace.uow_factory, BABY) == ()
