import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from document_text import text_of_document
from made_up_review import KEPT_FROM_OTHERS, NUMBER, a_record, an_answer, material_of
from tree_texts import anchors

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.care_leaver_letter import build_care_leaver_letter
from iro_desktop.domain.review import ReviewKind
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.form_engine.definition import Form

TEXTS = {
    "opening": "You moved into your own flat, and the first thing you did was invite us to tea.",
    "adviser": "Jo Example is your personal adviser. Ring Jo on 01632 960 002.",
    "closing": "I hope that the kitchen gets its shelves.",
}


def a_leaver() -> ReviewRecord:
    record = a_record()
    return replace(
        record,
        child=replace(record.child, date_of_birth=dt.date(2007, 8, 30)),
        review=replace(record.review, kind=ReviewKind.CARE_LEAVER),
        answers=(),
        next_due=None,
    )


def written(record: ReviewRecord, form: Form, texts: dict[str, str] | None = None) -> Document:
    return build_care_leaver_letter(material_of(record, form, texts=texts or {}))


def test_that_the_letter_reads_as_it_was_agreed(
    form: Form, golden: Callable[[str, str], None]
) -> None:
    golden("care_leaver_letter.txt", text_of_document(written(a_leaver(), form, TEXTS)))


def test_that_each_promise_stands_in_it_once(form: Form) -> None:
    made = [one for one in a_leaver().decisions if not one.is_blank]
    assert anchors(written(a_leaver(), form)) == [f"decision-{one.id}" for one in made]


def test_that_it_holds_nothing_the_young_person_keeps_to_themselves(form: Form) -> None:
    text = text_of_document(written(a_leaver(), form, TEXTS))
    assert [words for words in (*KEPT_FROM_OTHERS, NUMBER) if words in text] == []


def test_that_the_adviser_of_the_record_is_named_where_nobody_wrote_of_one(form: Form) -> None:
    answers = (
        an_answer("talk_of_independence", True),
        an_answer("personal_adviser", "Jo Example"),
    )
    record = replace(a_leaver(), answers=answers)
    sentence = "Your personal adviser is Jo Example."
    assert sentence in text_of_document(written(record, form))
    assert sentence not in text_of_document(written(record, form, TEXTS))
    left_over = replace(record, answers=answers[1:])
    assert "Jo Example" not in text_of_document(written(left_over, form))


def test_that_an_adult_is_not_told_to_ask_whoever_looks_after_them(form: Form) -> None:
    unreachable = replace(a_leaver(), iro=Signatory("Avery Example"))
    text = text_of_document(written(unreachable, form))
    assert "Your personal adviser can reach me." in text
    assert "looks after you" not in text.partition("What happens next?")[2]
