"""A council's own forms, from a file to a closed record."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from made_up_meeting import CHILD, Meeting, put_child

from fixed_clock import FixedClock
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import ReviewKind
from iro_desktop.form_engine.definition import Form
from iro_desktop.services import closing_review, council_forms
from iro_desktop.services.faults import CouncilFormRefused, NoSuchThing, RecordDiffers
from iro_desktop.services.portable_reading import read_record
from iro_desktop.services.portable_records import export_record, import_record
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import create_store

FORM = """\
form: {name}
version: {version}
title: {title}
{purpose}
sections:
  - id: asked
    title: What we ask
    stage: chair
    private: {private}
    questions:
      - id: what_came
        kind: choice
        text: What came of it?
        required: true
        options: {{as_it_is: As it is, small_changes: Small changes}}
        fills: outcome
"""


def text(
    name: str = "midway-talk",
    version: int = 1,
    title: str = "A talk halfway",
    purpose: str = "review_kinds: [looked_after]",
    private: str = "false",
) -> str:
    return FORM.format(
        name=name, version=version, title=title, purpose=purpose, private=private
    ).replace("        fills: outcome\n" if purpose.startswith("consults") else "\0", "")


def begun(workspace: Workspace, form: Form) -> Meeting:
    with workspace.uow_factory() as uow:
        put_child(uow)
    return Meeting.begun_under(workspace, form)


def add(workspace: Workspace, written: str) -> None:
    council_forms.add(
        workspace.uow_factory, written, "ours.yaml", workspace.catalogue, workspace.clock
    )


def refusal(workspace: Workspace, written: str) -> str:
    with pytest.raises(CouncilFormRefused) as refused:
        add(workspace, written)
    return refused.value.data["why"]


def titled(form: Form) -> tuple[str, int]:
    return form.title, form.version


def test_that_a_councils_form_goes_before_the_programs_until_it_is_retired(
    workspace: Workspace,
) -> None:
    before = workspace.form_for(ReviewKind.LOOKED_AFTER)
    add(workspace, text())
    assert titled(workspace.form_for(ReviewKind.LOOKED_AFTER)) == ("A talk halfway", 1)
    add(workspace, text(version=2, title="A longer talk"))
    assert titled(workspace.form_for(ReviewKind.LOOKED_AFTER)) == ("A longer talk", 2)
    council_forms.retire(workspace.uow_factory, "midway-talk", workspace.clock)
    assert workspace.form_for(ReviewKind.LOOKED_AFTER) == before
    add(workspace, text(version=2, title="A longer talk"))
    assert titled(workspace.form_for(ReviewKind.LOOKED_AFTER)) == ("A longer talk", 2)


def test_that_a_meeting_keeps_the_form_it_was_begun_under(workspace: Workspace) -> None:
    add(workspace, text())
    meeting = begun(workspace, workspace.form_for(ReviewKind.LOOKED_AFTER))
    add(workspace, text(version=2, title="A longer talk"))
    council_forms.retire(workspace.uow_factory, "midway-talk", workspace.clock)
    assert titled(workspace.form_of(meeting.review)) == ("A talk halfway", 1)
    why = refusal(workspace, text(title="Another talk"))
    assert why == (
        "ours.yaml:2:10  F052  Version 2 of this form is kept already; make this version 3."
    )


def test_that_a_version_may_be_mended_until_a_meeting_is_begun_under_it(
    workspace: Workspace,
) -> None:
    add(workspace, text())
    add(workspace, text(title="A mended talk"))
    form = workspace.form_for(ReviewKind.LOOKED_AFTER)
    assert form.title == "A mended talk"
    begun(workspace, form)
    assert "F051" in refusal(workspace, text(title="A talk too late"))
    assert workspace.form_for(ReviewKind.LOOKED_AFTER).title == "A mended talk"


def test_that_a_form_that_cannot_stand_beside_others_is_refused(workspace: Workspace) -> None:
    add(workspace, text())
    assert "F050" in refusal(workspace, text(name="cla-review", version=9))
    assert "F053" in refusal(workspace, text(name="our-other-talk"))
    why = refusal(workspace, text().replace("text:", "txt:"))
    assert [line.split("  ")[1] for line in why.splitlines()] == ["F013", "F012"]
    with workspace.uow_factory() as uow:
        assert [form.id for form in council_forms.listed(uow.settings)] == ["midway-talk"]


def test_that_a_council_may_have_many_meetings_of_its_own(workspace: Workspace) -> None:
    own = "review_kinds: [council]"
    add(workspace, text(name="panel-talk", title="The panel", purpose=own))
    add(workspace, text(name="school-talk", title="With the school", purpose=own))
    assert [form.title for form in workspace.councils_meetings()] == [
        "The panel",
        "With the school",
    ]
    meeting = begun(workspace, workspace.form_for(ReviewKind.LOOKED_AFTER))
    chosen = replace(meeting.review, kind=ReviewKind.COUNCIL, form="school-talk", form_version=0)
    assert workspace.form_of(chosen).title == "With the school"
    with pytest.raises(NoSuchThing):
        workspace.form_of(replace(chosen, form="lost-talk"))
    with pytest.raises(NoSuchThing):
        council_forms.retire(workspace.uow_factory, "lost-talk", workspace.clock)


def test_that_who_is_asked_before_a_meeting_is_asked_by_the_councils_form(
    workspace: Workspace,
) -> None:
    small = "consults: {role: child, to_age: 7}"
    add(workspace, text(name="asking-small", title="For you", purpose=small))
    assert workspace.consultation_form(Role.CHILD, 7).title == "For you"
    assert "F053" in refusal(
        workspace, text(name="asking-all", purpose="consults: {role: child, from_age: 7}")
    )
    add(
        workspace,
        text(name="asking-older", title="You", purpose="consults: {role: child, from_age: 8}"),
    )
    assert workspace.consultation_form(Role.CHILD, 8).title == "You"
    with pytest.raises(NoSuchThing):
        workspace.consultation_form(Role.INTERPRETER, None)


def test_that_a_meeting_closes_with_what_its_own_form_requires(workspace: Workspace) -> None:
    add(workspace, text())
    meeting = begun(workspace, workspace.form_for(ReviewKind.LOOKED_AFTER))
    meeting.change(held_on=dt.date(2026, 5, 6))
    assert [gap.subject for gap in closing_review.missing(meeting.record, meeting.form)] == [
        "what_came"
    ]
    meeting.answer("what_came", "small_changes")
    meeting.close()
    assert meeting.record.review.outcome == "small_changes"
    assert meeting.record.review.child_id == CHILD.id


def test_that_a_record_held_under_it_can_be_read_on_another_laptop(
    workspace: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    add(workspace, text())
    meeting = begun(workspace, workspace.form_for(ReviewKind.LOOKED_AFTER))
    path = tmp_path / "record.json"
    path.write_bytes(export_record(workspace.uow_factory, meeting.review.id))
    other = create_store(tmp_path / "other", bytes(32), clock=clock)
    there = replace(workspace, uow_factory=other.unit_of_work)
    import_record(other.unit_of_work, read_record(path))
    assert there.form_of(meeting.review) == workspace.form_of(meeting.review)
    # It is there to be read; what is asked there is still the program's own.
    assert there.form_for(ReviewKind.LOOKED_AFTER).id == "cla-review"
    other.close()


def test_that_a_record_under_another_form_of_that_name_is_refused(
    workspace: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    add(workspace, text())
    meeting = begun(workspace, workspace.form_for(ReviewKind.LOOKED_AFTER))
    path = tmp_path / "record.json"
    path.write_bytes(export_record(workspace.uow_factory, meeting.review.id))
    other = create_store(tmp_path / "other", bytes(32), clock=clock)
    add(replace(workspace, uow_factory=other.unit_of_work), text(title="Another talk"))
    with pytest.raises(RecordDiffers):
        import_record(other.unit_of_work, read_record(path))
    other.close()
