import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from document_text import headings_of, rows_of, text_of_document
from hypothesis import given
from hypothesis import strategies as st
from made_up_review import (
    KEPT_FROM_OTHERS,
    NUMBER,
    a_decision,
    a_record,
    a_view,
    an_answer,
    material_of,
)

from iro_desktop.documents.age_bands import AgeBand, band_at
from iro_desktop.documents.blocks import (
    Document,
    Notice,
    PageBreak,
    Picture,
    Quotation,
    Scale,
    Signature,
    Table,
    text_of,
)
from iro_desktop.documents.letter_to_child import build_letter
from iro_desktop.domain.drawings import Dot, encode
from iro_desktop.domain.reading import Length
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.form_engine.definition import Form, Kind, Placing
from iro_desktop.services.programs_forms import programs_forms

# Properties take the form from here: as an argument, a failure would print the whole of it.
FORM = programs_forms().get("cla-review", 1)


def written(record: ReviewRecord, form: Form, *, draft: bool = False) -> Document:
    return build_letter(material_of(record, form, draft=draft))


def test_that_the_letter_reads_as_it_was_agreed(
    form: Form, golden: Callable[[str, str], None]
) -> None:
    golden("letter_later_review.txt", text_of_document(written(a_record(), form)))


@pytest.mark.parametrize(
    ("born", "name"),
    [(dt.date(2020, 8, 30), "letter_under_8.txt"), (dt.date(2010, 8, 30), "letter_from_13_on.txt")],
)
def test_that_the_letter_at_other_ages_reads_as_it_was_agreed(
    form: Form, golden: Callable[[str, str], None], born: dt.date, name: str
) -> None:
    record = a_record()
    aged = replace(record, child=replace(record.child, date_of_birth=born))
    golden(name, text_of_document(written(aged, form)))


def test_that_the_short_letter_reads_as_it_was_agreed(
    form: Form, golden: Callable[[str, str], None]
) -> None:
    short = build_letter(material_of(a_record(), form, length=Length.SHORT))
    golden("letter_short.txt", text_of_document(short))


def test_that_a_drawing_is_printed_only_where_the_form_places_it_in_the_letter(form: Form) -> None:
    drawing = encode(((Dot(10, 10), Dot(500, 300)),))
    record = replace(a_record(), answers=(an_answer("child_drawing", drawing),))
    assert not _pictures(written(record, form))
    pictures = _pictures(written(record, with_drawings_in_letters(form)))
    assert [picture.description for picture in pictures] == ["A drawing that you made"]
    assert pictures[0].image.startswith(b"\x89PNG")
    for nothing in ("", encode(()), "scribble"):
        bare = replace(record, answers=(an_answer("child_drawing", nothing),))
        assert not _pictures(written(bare, with_drawings_in_letters(form)))


def with_drawings_in_letters(form: Form) -> Form:
    sections = tuple(
        replace(
            section,
            questions=tuple(
                replace(question, letter=Placing("views"))
                if question.kind is Kind.DRAWING
                else question
                for question in section.questions
            ),
        )
        for section in form.sections
    )
    return replace(form, sections=sections)


def _pictures(document: Document) -> list[Picture]:
    return [block for block in document.blocks if isinstance(block, Picture)]


def test_that_the_letter_follows_the_order_of_the_forms_parts(form: Form) -> None:
    headings = headings_of(written(a_record(), form))[1:]
    in_form = [part.heading for part in form.letter_parts]
    assert headings == [heading for heading in in_form if heading in headings]
    assert len(headings) == len(in_form)


def test_that_parts_with_nothing_in_them_are_left_out(form: Form) -> None:
    bare = ReviewRecord(a_record().child, a_record().review, Signatory("Avery Example"))
    assert headings_of(written(bare, form)) == [
        "A letter about your meeting",
        "Why am I writing to you?",
        "What are your rights?",
        "When do we meet next?",
    ]


def test_that_a_child_whose_name_nobody_has_recorded_is_greeted_calmly(form: Form) -> None:
    record = a_record()
    unnamed = replace(record, child=replace(record.child, known_as="", family_name=""))
    text = text_of_document(written(unnamed, form))
    assert "\nHello,\n" in text
    assert NUMBER not in text


def test_that_the_councils_number_stands_nowhere_in_the_letter(form: Form) -> None:
    assert NUMBER not in text_of_document(written(a_record(), form))


def test_that_the_foot_and_the_title_hold_no_name(form: Form) -> None:
    letter = written(a_record(), form)
    assert "Wren" not in letter.running_title + letter.title


def test_that_words_not_shared_with_everyone_stand_nowhere(form: Form) -> None:
    text = text_of_document(written(a_record(), form))
    assert [words for words in KEPT_FROM_OTHERS if words in text] == []


def test_that_shared_words_stand_exactly_as_given(form: Form) -> None:
    quoted = [block for block in written(a_record(), form).blocks if isinstance(block, Quotation)]
    assert [quotation.words for quotation in quoted] == [
        "I wanna stay here til Im 18.\nAnd Biscuit too!!"
    ]
    assert quoted[0].source == "You said this to me, 1 May 2026"


@given(choices=st.lists(st.tuples(st.text(min_size=1), st.sampled_from(Sharing)), max_size=8))
def test_that_only_what_the_child_shares_with_everyone_is_quoted(
    choices: list[tuple[str, Sharing]],
) -> None:
    views = tuple(
        a_view(f"{words}\x00{number}", sharing, number, f"matter {number}.")
        for number, (words, sharing) in enumerate(choices)
    )
    letter = written(replace(a_record(), views=views), FORM)
    quoted = [block.words for block in letter.blocks if isinstance(block, Quotation)]
    assert quoted == [view.words for view in views if view.sharing is Sharing.EVERYONE]
    text = text_of_document(letter)
    hidden = [view for view in views if view.sharing is not Sharing.EVERYONE]
    assert [view.about for view in hidden if view.about in text] == []


@given(
    decisions=st.lists(st.tuples(st.text(), st.text(), st.integers(0, 9)), max_size=8, unique=True)
)
def test_that_every_promise_stands_in_the_letter_once(
    decisions: list[tuple[str, str, int]],
) -> None:
    made = [a_decision(what, told, position) for what, told, position in decisions]
    letter = written(replace(a_record(), decisions=tuple(made)), FORM)
    rows = {row.anchor: row for row in rows_of(letter) if row.anchor}
    promised = [decision for decision in made if not decision.is_blank]
    assert sorted(rows) == sorted(f"decision-{decision.id}" for decision in promised)
    assert len([row for row in rows_of(letter) if row.anchor]) == len(promised)
    for decision in promised:
        told = text_of(rows[f"decision-{decision.id}"].cells[0])
        number, _, words = told.partition(". ")
        assert words == (decision.words_for_child.strip() or decision.what.strip())
        assert f"{number}: {decision.reference}" in text_of_document(letter)


def test_that_a_form_without_parts_loses_no_promise(form: Form) -> None:
    letter = written(a_record(), replace(form, letter_parts=()))
    assert len([row for row in rows_of(letter) if row.anchor]) == 3


def test_that_promises_that_were_not_kept_are_told_honestly(form: Form) -> None:
    text = text_of_document(written(a_record(), form))
    assert "We did not keep this promise. Nobody rang the school. I am sorry." in text


def test_that_a_promise_without_a_person_or_a_day_says_so(form: Form) -> None:
    alone = replace(a_record(), decisions=(a_decision("Mend the window."),))
    row = next(row for row in rows_of(written(alone, form)) if row.anchor)
    assert [text_of(cell) for cell in row.cells] == [
        "1. Mend the window.",
        "We still have to find out who.",
        "We still have to agree a day.",
    ]


def test_that_a_score_nobody_asked_for_is_not_in_the_letter(form: Form) -> None:
    letter = written(a_record(), form)
    scales = [block for block in letter.blocks if isinstance(block, Scale)]
    assert [[mark.person for mark in scale.marks] for scale in scales] == [["You", "Dana Example"]]
    table = next(block for block in letter.blocks if isinstance(block, Table))
    assert [text_of(row.cells[0]) for row in table.rows] == ["You", "Dana Example", "Kim Example"]


def test_that_the_child_hears_how_their_own_number_changed(form: Form) -> None:
    text = text_of_document(written(a_record(), form))
    assert "Last time, on 10 November 2025, your number was 5. Now it is 7.5." in text


def test_that_answers_left_over_and_private_notes_are_not_printed(form: Form) -> None:
    assert "left over" not in text_of_document(written(a_record(), form))


def test_that_what_is_for_later_has_a_page_of_its_own_after_the_signature(form: Form) -> None:
    kinds = [type(block) for block in written(a_record(), form).blocks]
    assert kinds.index(Signature) < kinds.index(PageBreak)
    assert kinds.count(PageBreak) == 1


def test_that_without_a_decision_or_a_word_for_later_there_is_no_such_page(form: Form) -> None:
    record = a_record()
    answers = tuple(answer for answer in record.answers if answer.question != "letter_when_older")
    bare = replace(record, answers=answers, decisions=())
    assert PageBreak not in [type(block) for block in written(bare, form).blocks]
    assert PageBreak in [type(block) for block in written(replace(record, answers=()), form).blocks]


def test_that_the_page_for_later_says_who_decided_what_under_which_law(form: Form) -> None:
    letter = written(a_record(), form)
    later = letter.blocks[[type(block) for block in letter.blocks].index(PageBreak) :]
    text = text_of_document(replace(letter, blocks=later))
    assert "The panel met late because two members were away." in text
    assert "Due by: 10 May 2026 (SI 2010/959 reg 33(2))" in text
    assert "Legal status: C2" in text
    assert "Book a course of swimming lessons. | Dana Example | 31 May 2026" in text
    assert not [row.anchor for row in rows_of(replace(letter, blocks=later)) if row.anchor]


def test_that_a_draft_says_that_it_is_one(form: Form) -> None:
    assert any(isinstance(block, Notice) for block in written(a_record(), form, draft=True).blocks)
    assert not any(isinstance(block, Notice) for block in written(a_record(), form).blocks)


@pytest.mark.parametrize("made_up", [True, False])
def test_that_a_made_up_child_marks_the_letter(form: Form, *, made_up: bool) -> None:
    record = a_record()
    marked = replace(record, child=replace(record.child, made_up=made_up))
    assert written(marked, form).made_up is made_up


def test_that_without_a_day_for_the_next_meeting_the_latest_day_is_given(form: Form) -> None:
    record = a_record()
    undated = tuple(answer for answer in record.answers if answer.question != "next_on")
    text = text_of_document(written(replace(record, answers=undated), form))
    assert "Our next meeting will be on 4 November 2026 or before." in text
    assert "or before" not in text_of_document(written(record, form))


@pytest.mark.parametrize(
    ("born", "sentence"),
    [
        (dt.date(2020, 1, 1), "grown-ups listen to you"),
        (dt.date(2015, 8, 30), "that they do what they promised"),
        (dt.date(2011, 1, 1), "your plan is right for you"),
    ],
)
def test_that_the_wording_goes_with_the_childs_age(
    form: Form, born: dt.date, sentence: str
) -> None:
    record = a_record()
    aged = replace(record, child=replace(record.child, date_of_birth=born))
    assert sentence in text_of_document(written(aged, form))


def test_that_the_bands_change_on_the_eighth_and_the_thirteenth_birthday() -> None:
    assert [band_at(age) for age in (0, 7, 8, 12, 13, 17)] == [
        AgeBand.YOUNG,
        AgeBand.YOUNG,
        AgeBand.MIDDLE,
        AgeBand.MIDDLE,
        AgeBand.OLDER,
        AgeBand.OLDER,
    ]


def test_that_nobody_who_was_merely_missing_is_named(form: Form) -> None:
    assert "Lee Example" not in text_of_document(written(a_record(), form))


def test_that_words_with_braces_are_left_as_they_are(form: Form) -> None:
    record = a_record()
    answers = (
        *record.answers,
        an_answer("family_words", "You drew {a} set."),
        an_answer("next_at", "the {blue} room."),
    )
    text = text_of_document(written(replace(record, answers=answers), form))
    assert "Your family: You drew {a} set." in text
    assert "Where we will meet: the {blue} room.\n" in text


def test_that_the_letter_can_be_built_in_a_language_that_reads_the_other_way(form: Form) -> None:
    letter = build_letter(material_of(a_record(), form, "ar-XB"))
    assert (letter.language, letter.right_to_left) == ("ar-XB", True)
