import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from document_text import headings_of, rows_of, text_of_document
from hypothesis import given
from hypothesis import strategies as st
from made_up_review import (
    CHILD,
    KEPT_FROM_OTHERS,
    REVIEW,
    a_decision,
    a_record,
    a_view,
    an_id,
    made_up_rule,
    material_of,
)

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Document, Notice, Quotation, text_of
from iro_desktop.documents.minutes import build_minutes
from iro_desktop.documents.review_facts import Deadlines
from iro_desktop.domain.document_versions import ManagersConfirmation
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.domain.review import OF_THE_CASE, Conduct, LateReason, ReviewKind
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.domain.timescales.explained import explain
from iro_desktop.domain.timescales.rule import Length, Unit
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.programs_forms import programs_forms

# Properties take the form from here: as an argument, a failure would print the whole of it.
FORM = programs_forms().get("cla-review", 1)


def written(record: ReviewRecord, form: Form, *, draft: bool = False) -> Document:
    return build_minutes(material_of(record, form, draft=draft))


def test_that_the_minutes_read_as_they_were_agreed(
    form: Form, golden: Callable[[str, str], None]
) -> None:
    golden("minutes_later_review.txt", text_of_document(written(a_record(), form)))


def test_that_words_not_shared_with_everyone_stand_nowhere_in_the_minutes(form: Form) -> None:
    text = text_of_document(written(a_record(), form))
    assert [words for words in KEPT_FROM_OTHERS if words in text] == []


@given(choices=st.lists(st.tuples(st.text(min_size=1), st.sampled_from(Sharing)), max_size=8))
def test_that_the_minutes_quote_only_what_the_child_shares_with_everyone(
    choices: list[tuple[str, Sharing]],
) -> None:
    views = tuple(
        a_view(f"{words}\x00{number}", sharing, number, f"matter {number}.")
        for number, (words, sharing) in enumerate(choices)
    )
    minutes = written(replace(a_record(), views=views), FORM)
    quoted = [block.words for block in minutes.blocks if isinstance(block, Quotation)]
    assert quoted == [view.words for view in views if view.sharing is Sharing.EVERYONE]
    text = text_of_document(minutes)
    hidden = [view for view in views if view.sharing is not Sharing.EVERYONE]
    assert [view.about for view in hidden if view.about in text] == []


@given(
    decisions=st.lists(st.tuples(st.text(), st.text(), st.integers(0, 9)), max_size=8, unique=True)
)
def test_that_every_decision_stands_in_the_minutes_once_with_its_words(
    decisions: list[tuple[str, str, int]],
) -> None:
    made = [a_decision(what, told, position) for what, told, position in decisions]
    minutes = written(replace(a_record(), decisions=tuple(made)), FORM)
    rows = {row.anchor: row for row in rows_of(minutes) if row.anchor}
    decided = [decision for decision in made if not decision.is_blank]
    assert sorted(rows) == sorted(f"decision-{decision.id}" for decision in decided)
    assert len([row for row in rows_of(minutes) if row.anchor]) == len(decided)
    for decision in decided:
        cells = [text_of(cell) for cell in rows[f"decision-{decision.id}"].cells]
        assert cells[-1] == decision.reference
        what, told = decision.what.strip(), decision.words_for_child.strip()
        assert cells[1] == (what or told)
        assert cells[4] == (told if what and told and told != what else "In the same words")


def test_that_an_empty_part_is_left_out_unless_it_must_be_filled(form: Form) -> None:
    bare = ReviewRecord(a_record().child, a_record().review, Signatory("Avery Example"))
    bare = replace(bare, review=replace(bare.review, participation=None))
    minutes = written(bare, form)
    headings = headings_of(minutes)
    assert "Health and wellbeing" not in headings
    assert "Scaling questions" not in headings
    assert "Decisions and recommendations" in headings
    assert text_of_document(minutes).count("Nothing recorded.") == 10


def test_that_a_code_nobody_confirmed_is_called_suggested(form: Form) -> None:
    record = a_record()
    unsure = replace(record, review=replace(record.review, participation_confirmed=False))
    assert "suggested and not confirmed" in text_of_document(written(unsure, form))
    assert "suggested and not confirmed" not in text_of_document(written(record, form))


def test_that_every_participation_code_comes_with_its_meaning(form: Form) -> None:
    record = a_record()
    meanings = set()
    for code in ParticipationCode:
        coded = replace(record, review=replace(record.review, participation=code))
        text = text_of_document(written(coded, form))
        meaning, found, _ = text.partition(f" ({code.value})\n")
        assert found
        meanings.add(meaning.rpartition("Participation: ")[2])
    assert len(meanings) == len(ParticipationCode)


def test_that_each_kind_of_review_has_its_own_title(form: Form) -> None:
    record = a_record()
    titles = {
        written(replace(record, review=replace(record.review, kind=kind)), form).title
        for kind in ReviewKind
    }
    assert len(titles) == len(ReviewKind)


@pytest.mark.parametrize("kind", ReviewKind)
def test_that_only_the_childs_review_was_due_by_the_regulation(
    form: Form, kind: ReviewKind
) -> None:
    record = a_record()
    assert record.due is not None
    said = text_of_document(
        written(replace(record, review=replace(record.review, kind=kind), next_due=None), form)
    )
    assert (record.due.rule.law in said) == (kind in OF_THE_CASE)


def test_that_a_review_of_a_return_is_named_by_its_reference(form: Form) -> None:
    material = replace(material_of(a_record(), form), reference="R-2026-01")
    assert build_minutes(material).running_title == "Review R-2026-01"


def test_that_codes_are_put_into_words_by_whoever_knows_them(form: Form) -> None:
    class Words:
        def legal_status(self, code: str) -> str:
            return f"Full care order ({code})"

        def placement(self, code: str) -> str:
            return f"With foster carers ({code})"

    minutes = build_minutes(material_of(a_record(), form, labels=Words()))
    text = text_of_document(minutes)
    assert "Legal status: Full care order (C2)" in text
    assert "Placement: With foster carers (U6)" in text


def test_that_what_follows_the_review_has_its_days_where_they_were_reckoned(form: Form) -> None:
    held, days = dt.date(2026, 5, 5), dict[dt.date, str]()
    deadlines = Deadlines(
        explain(made_up_rule("a", Length(5, Unit.WORKING_DAYS)), held, days),
        explain(made_up_rule("b", Length(10, Unit.WORKING_DAYS)), held, days),
    )
    text = text_of_document(build_minutes(material_of(a_record(), form, deadlines=deadlines)))
    assert "Decisions written: within 5 working days, by 12 May 2026" in text
    assert "Record written" not in text


def test_that_the_minutes_say_what_the_manager_answered_or_that_no_answer_is_recorded(
    form: Form,
) -> None:
    none = "No answer of a manager to these decisions is recorded."
    assert none in text_of_document(written(a_record(), form))
    assert none not in text_of_document(written(replace(a_record(), decisions=()), form))
    answer = ManagersConfirmation(
        id=an_id("answer"),
        child_id=CHILD,
        review_id=REVIEW,
        on=dt.date(2026, 5, 11),
        by="Robin Example",
        agrees=True,
    )
    text = text_of_document(written(replace(a_record(), confirmations=(answer,)), form))
    assert "11 May 2026 | Robin Example | Yes | \n" in text
    assert none not in text


def test_that_the_minutes_say_why_a_review_was_late_or_held_otherwise(form: Form) -> None:
    record = a_record()
    review = replace(
        record.review,
        conduct=Conduct.SERIES,
        began_on=dt.date(2026, 4, 20),
        adjourned_on=dt.date(2026, 4, 20),
        adjourned_because="The school report was missing.",
        resumed_on=dt.date(2026, 5, 4),
        late_reason=LateReason.REPORT_MISSING,
        late_note="It came on 1 May.",
    )
    text = text_of_document(written(replace(record, review=review), form))
    for said in (
        "Held as: Several meetings",
        "Begun on: 20 April 2026",
        "Why it was adjourned: The school report was missing.",
        "Resumed on: 4 May 2026",
        "Why it was held late: A report was missing: It came on 1 May.",
    ):
        assert f"{said}\n" in text


def test_that_each_reason_for_lateness_and_each_way_of_meeting_has_words() -> None:
    tr = Translator()
    assert len({phrases.late_reason(reason, tr) for reason in LateReason}) == len(LateReason)
    assert len({phrases.conduct(conduct, tr) for conduct in Conduct}) == len(Conduct)


def test_that_minutes_of_an_open_review_are_called_a_draft(form: Form) -> None:
    assert any(isinstance(block, Notice) for block in written(a_record(), form, draft=True).blocks)
    assert not any(isinstance(block, Notice) for block in written(a_record(), form).blocks)


def test_that_answers_left_over_and_private_notes_are_not_in_the_minutes(form: Form) -> None:
    assert "left over" not in text_of_document(written(a_record(), form))


def test_that_the_foot_of_the_minutes_holds_no_name(form: Form) -> None:
    minutes = written(a_record(), form)
    assert "Wren" not in minutes.running_title + minutes.title
    assert "Made-up" not in minutes.running_title + minutes.title


def test_that_a_child_without_a_name_has_none_invented(form: Form) -> None:
    record = a_record()
    unnamed = replace(record, child=replace(record.child, known_as="", family_name=""))
    assert "Name: Not recorded yet" in text_of_document(written(unnamed, form))
