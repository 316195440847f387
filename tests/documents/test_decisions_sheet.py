import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from document_text import headings_of, text_of_document
from made_up_review import CHILD, REVIEW, a_record, an_id, made_up_rule, material_of
from tree_texts import anchors

from iro_desktop.documents.blocks import Choices, Document, Notice, WritingSpace
from iro_desktop.documents.decisions_sheet import build_decisions_sheet
from iro_desktop.documents.review_facts import Deadlines
from iro_desktop.domain.document_versions import ManagersConfirmation
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.timescales.explained import explain
from iro_desktop.domain.timescales.rule import Length, Unit
from iro_desktop.form_engine.definition import Form

HELD = dt.date(2026, 5, 5)


def written(record: ReviewRecord, form: Form, **changes: object) -> Document:
    return build_decisions_sheet(material_of(record, form, **changes))  # type: ignore[arg-type]  # a test names its own fields


def test_that_the_sheet_reads_as_it_was_agreed(
    form: Form, golden: Callable[[str, str], None]
) -> None:
    written_by = explain(made_up_rule("a", Length(5, Unit.WORKING_DAYS)), HELD, {})
    made = written(a_record(), form, deadlines=Deadlines(decisions_written=written_by))
    golden("decisions_sheet.txt", text_of_document(made))


def test_that_the_sheet_has_the_childs_number_and_no_name(form: Form) -> None:
    text = text_of_document(written(a_record(), form))
    assert a_record().child.number in text
    assert "Wren" not in text


def test_that_every_decision_stands_on_it_once(form: Form) -> None:
    made = [one for one in a_record().decisions if not one.is_blank]
    assert anchors(written(a_record(), form)) == [f"decision-{one.id}" for one in made]


def test_that_a_sheet_without_decisions_says_so(form: Form) -> None:
    text = text_of_document(written(replace(a_record(), decisions=()), form))
    assert "No decision was recorded." in text


def test_that_there_is_room_for_the_managers_answer_until_it_is_recorded(form: Form) -> None:
    waiting = written(a_record(), form)
    assert {Choices, WritingSpace} <= {type(block) for block in waiting.blocks}
    answer = ManagersConfirmation(
        id=an_id("answer"),
        child_id=CHILD,
        review_id=REVIEW,
        on=dt.date(2026, 5, 11),
        by="Robin Example",
        agrees=False,
        remarks="Number 2 needs the court first.",
    )
    answered = written(replace(a_record(), confirmations=(answer,)), form)
    assert not {Choices, WritingSpace} & {type(block) for block in answered.blocks}
    assert "11 May 2026 | Robin Example | No | Number 2 needs the court first." in text_of_document(
        answered
    )
    assert headings_of(answered) == headings_of(waiting)


def test_that_a_sheet_that_may_change_says_so(form: Form) -> None:
    assert any(isinstance(one, Notice) for one in written(a_record(), form, draft=True).blocks)
    assert not any(isinstance(one, Notice) for one in written(a_record(), form).blocks)
