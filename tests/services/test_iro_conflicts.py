import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, EPISODE, put_child

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EpisodeId
from iro_desktop.i18n import Translator
from iro_desktop.services.child_file import save_child
from iro_desktop.services.faults import IroConflict
from iro_desktop.services.wording import words_for
from iro_desktop.services.workspace import Workspace

PARENT = Child(
    id=ChildId("made-up-parent"),
    number="MADEUP100001",
    date_of_birth=dt.date(2009, 5, 4),
    iro_name="Ada Madeup",
    made_up=True,
)
OF_PARENT = replace(EPISODE, id=EpisodeId("of-parent"), child_id=PARENT.id)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    with workspace.uow_factory() as uow:
        put_child(uow)
        put_child(uow, PARENT, OF_PARENT)
    return workspace


def child_of(workspace: Workspace, name: ChildId) -> Child | None:
    with workspace.uow_factory() as uow:
        return uow.children.find(name)


def test_that_a_child_whose_parent_is_looked_after_has_another_iro(family: Workspace) -> None:
    factory = family.uow_factory
    related = replace(CHILD, parent_id=PARENT.id)
    assert save_child(factory, related)
    with pytest.raises(IroConflict) as refused:
        save_child(factory, replace(related, iro_name="ada  MADEUP"))
    assert "parent is looked after too" in str(words_for(refused.value, Translator()))
    assert child_of(family, CHILD.id) == related
    with pytest.raises(IroConflict):
        save_child(factory, replace(PARENT, iro_name="Made-up Officer"))
    assert child_of(family, PARENT.id) == PARENT


def test_that_the_owner_is_the_iro_of_both_where_nobody_is_named(family: Workspace) -> None:
    unnamed = replace(PARENT, iro_name="")
    assert save_child(family.uow_factory, unnamed)
    with pytest.raises(IroConflict):
        save_child(family.uow_factory, replace(CHILD, parent_id=PARENT.id))


def test_that_a_parent_who_has_left_care_may_have_had_the_same_iro(family: Workspace) -> None:
    with family.uow_factory() as uow:
        left = replace(OF_PARENT, ended=dt.date(2026, 1, 5), reason_ended="E4B")
        uow.episodes.put(left)
    wanted = replace(CHILD, parent_id=PARENT.id, iro_name="Ada Madeup")
    assert save_child(family.uow_factory, wanted)


def test_that_what_else_is_said_of_a_child_in_conflict_already_is_kept(
    family: Workspace,
) -> None:
    standing = replace(CHILD, parent_id=PARENT.id, iro_name="Ada Madeup")
    with family.uow_factory() as uow:
        uow.children.put(standing)
    assert save_child(family.uow_factory, replace(standing, pronouns="they"))


def test_that_brothers_and_sisters_may_share_an_iro(family: Workspace) -> None:
    sister = replace(CHILD, id=ChildId("sister"), number="MADEUP3", parent_id=PARENT.id)
    assert save_child(family.uow_factory, replace(CHILD, parent_id=PARENT.id))
    assert save_child(family.uow_factory, sister)
