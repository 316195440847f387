import json
from pathlib import Path

import jsonschema
import pytest

from iro_desktop import paths
from iro_desktop.domain.review import ReviewKind
from iro_desktop.form_engine.answers import AnswerSet
from iro_desktop.form_engine.catalogue import (
    Catalogue,
    fingerprint,
    form_files,
    released,
)
from iro_desktop.form_engine.definition import Form, Kind, Question, Records, Stage
from iro_desktop.form_engine.reader import check_file
from iro_desktop.form_engine.validation import AnswerFault, problems_with
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.source_files.faults import Faults
from iro_desktop.source_files.tree import as_data
from iro_desktop.source_files.yaml_reader import tree_of

FILES = form_files(paths.forms())
NOT_ASKED_FOR_BY_NAME = {
    *(Records.HOUSES, Records.SAFETY_HOUSE, Records.WORDS_AND_PICTURES, Records.BEST_QUESTIONS),
}
"""Taken from the shelf, whatever the form; and the panel, which stands with whom to invite."""
PARTS_OF = {
    Records.CONSULTATIONS: "consultation",
    Records.NEXT_MEETING: "next_review",
    Records.READ_BACK: "decisions",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return programs_forms()


@pytest.fixture(scope="module")
def form(catalogue: Catalogue) -> Form:
    return catalogue.current("cla-review")


def every_question(form: Form) -> list[Question]:
    return [
        found
        for section in form.sections
        for question in section.questions
        for found in (question, *question.questions)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name + path.stem)
def test_that_every_form_reads_without_a_fault(path: Path) -> None:
    assert check_file(path) == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name + path.stem)
def test_that_every_form_matches_the_schema_that_editors_use(path: Path) -> None:
    schema = json.loads((paths.forms() / "form.schema.json").read_text(encoding="utf-8"))
    tree = tree_of(path.read_text(encoding="utf-8"), Faults(path.name))
    assert tree is not None
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(as_data(tree))


def test_that_the_schema_knows_every_kind_stage_and_record() -> None:
    schema = json.loads((paths.forms() / "form.schema.json").read_text(encoding="utf-8"))
    parts = schema["$defs"]
    assert parts["question"]["properties"]["kind"]["enum"] == list(Kind)
    assert parts["section"]["properties"]["stage"]["enum"] == list(Stage)
    assert parts["records"]["items"]["enum"] == list(Records)
    assert schema["properties"]["review_kinds"]["items"]["enum"] == list(ReviewKind)


def test_that_every_form_stands_where_its_id_and_version_say(catalogue: Catalogue) -> None:
    assert catalogue.problems == ()
    assert len(catalogue.forms) == len(FILES)


@pytest.mark.parametrize("name", list(released(paths.forms())))
def test_that_a_released_form_never_changes(name: str) -> None:
    assert fingerprint(paths.forms() / name) == released(paths.forms())[name]


def test_that_the_forms_use_every_kind_of_question_and_of_record(catalogue: Catalogue) -> None:
    kinds = {question.kind for form in catalogue.forms for question in every_question(form)}
    shown = {
        records
        for form in catalogue.forms
        for section in form.sections
        for records in section.records
    }
    assert kinds == set(Kind)
    assert set(Records) - shown == NOT_ASKED_FOR_BY_NAME


def test_that_every_part_of_the_minutes_is_fed_by_a_question_or_a_record(
    catalogue: Catalogue,
) -> None:
    for form in catalogue.newest():
        fed = {question.minutes.part for question in every_question(form) if question.minutes}
        records = {records for section in form.sections for records in section.records}
        fed |= {PARTS_OF.get(one, one.value) for one in records}
        assert [part.id for part in form.minutes_parts if part.id not in fed] == [], form.id


def test_that_words_for_the_child_go_into_the_letter_and_not_into_the_minutes(form: Form) -> None:
    words = [
        question
        for question in every_question(form)
        if question.text == "How would I say this to the child?"
    ]
    assert len(words) >= 10
    assert [question.id for question in words if not question.letter or question.minutes] == []


def test_that_what_the_child_wants_kept_private_is_placed_in_no_document(form: Form) -> None:
    for name in ("unwanted_people", "child_agenda", "agenda_notes", "child_drawing"):
        question = form.question(name)
        assert question is not None
        assert (question.minutes, question.letter) == (None, None)


def test_that_few_things_are_required_to_close(form: Form) -> None:
    problems = problems_with(form, AnswerSet(), {})
    asked = [problem.subject for problem in problems if problem.code == AnswerFault.MISSING]
    records = [problem.subject for problem in problems if problem.code != AnswerFault.MISSING]
    assert asked == [
        "spoke_in_private",
        "home_right",
        "legal_change",
        "plan_still_right",
        "iro_view_text",
        "rights_told",
    ]
    assert records == ["advocacy", "participation", "decisions"]
