from dataclasses import replace

from document_text import rows_of, text_of_document
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_review import a_decision, a_record, an_answer, material_of

from iro_desktop.documents.blocks import Document, Heading, Table, text_of
from iro_desktop.documents.letter_to_child import build_letter
from iro_desktop.documents.minutes import build_minutes
from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.services.programs_forms import programs_forms

FORM = programs_forms().get("cla-review", 1)
QUESTIONS = [
    found
    for section in FORM.sections
    for question in section.questions
    for found in (question, *question.questions)
]
NAMES = [name for question in QUESTIONS for name in (question.id, detail_of(question.id))]
OPTIONS = sorted({option.value for question in QUESTIONS for option in question.options})

values = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.sampled_from(OPTIONS),
    st.booleans(),
    st.floats(0, 100),
    st.dates().map(str),
    st.lists(st.sampled_from(["a", "b", *OPTIONS]), max_size=2, unique=True).map(tuple),
)
answers = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["", "", "a"])), values, max_size=60
)


def record_with(given_answers: dict[tuple[str, str], AnswerValue]) -> ReviewRecord:
    said = tuple(
        an_answer(question, value, item) for (question, item), value in given_answers.items()
    )
    return replace(a_record(), answers=said)


def both(record: ReviewRecord, form: Form, language: str) -> tuple[Document, Document]:
    material = material_of(record, form, language)
    return build_letter(material), build_minutes(material)


@settings(deadline=None, max_examples=60)
@given(answers=answers, language=st.sampled_from(sorted(LANGUAGES)))
def test_that_any_answers_give_whole_documents(
    answers: dict[tuple[str, str], AnswerValue], language: str
) -> None:
    for document in both(record_with(answers), FORM, language):
        levels = [block.level for block in document.blocks if isinstance(block, Heading)]
        assert levels[0] == 1
        assert set(levels[1:]) == {2}
        for table in [block for block in document.blocks if isinstance(block, Table)]:
            assert {len(row.cells) for row in table.rows} == {len(table.header)}
            assert len(table.widths) in {0, len(table.header)}


@settings(deadline=None, max_examples=60)
@given(
    decisions=st.lists(st.tuples(st.text(), st.text(), st.integers(0, 9)), max_size=8, unique=True),
    language=st.sampled_from(sorted(LANGUAGES)),
)
def test_that_letter_and_minutes_hold_the_same_decisions_under_the_same_numbers(
    decisions: list[tuple[str, str, int]], language: str
) -> None:
    made = tuple(a_decision(what, told, position) for what, told, position in decisions)
    letter, minutes = (
        {
            row.anchor: text_of(row.cells[0]).partition(".")[0]
            for row in rows_of(document)
            if row.anchor
        }
        for document in both(replace(a_record(), decisions=made), FORM, language)
    )
    assert letter == minutes


def test_that_the_scale_is_said_in_words_for_those_who_cannot_see_it() -> None:
    for document in both(a_record(), FORM, "en-GB"):
        assert "7.5; Dana Example: 6." in text_of_document(document)


def test_that_every_text_of_the_documents_goes_through_the_translator() -> None:
    record = replace(a_record(), views=(), addenda=())
    for document in both(record, FORM, "en-XA"):
        headings = [block.text for block in document.blocks if isinstance(block, Heading)]
        assert [heading for heading in headings if not heading.startswith("[")] == []
