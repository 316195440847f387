"""Each kind of meeting has a form that fits it: it can be closed, counted and printed."""

from collections.abc import Iterator, Mapping

import pytest

from iro_desktop.documents.part_names import part_names
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.meeting_kinds import KINDS
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import OF_THE_CASE, ReviewKind
from iro_desktop.form_engine.answers import AnswerSet, AnswerValue, FactValue, detail_of
from iro_desktop.form_engine.catalogue import Catalogue, NoSuchForm
from iro_desktop.form_engine.definition import Fills, Form, Kind, Question, Records
from iro_desktop.form_engine.validation import AnswerFault, problems_with
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.reckoning import lawful

BUILT_IN = [kind for kind in ReviewKind if kind is not ReviewKind.COUNCIL]
EVERY_RECORD = dict.fromkeys(Records, 1)
SOMEONES_FACTS: tuple[Mapping[str, FactValue], ...] = (
    {"review_number": "first", "age": 2, "conduct": "meeting"},
    {"review_number": "second", "age": 12, "unaccompanied": True, "pep_too": True},
    {
        "review_number": "later",
        "age": 17,
        "conduct": "paper",
        "long_term_foster": True,
        "lives_at_home_on_order": True,
        "held_together": True,
    },
)
CATALOGUE = programs_forms()


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return CATALOGUE


def an_answer(question: Question, choice: int) -> AnswerValue:
    """Something that may be said: of the options, the first or the last, as `choice` is 0 or -1."""
    match question.kind:
        case Kind.YES_NO:
            return choice == 0
        case Kind.CHOICE:
            return question.options[choice].value
        case Kind.CHOICES:
            return (question.options[choice].value,)
        case Kind.DATE:
            return "2026-11-23"
        case Kind.NUMBER | Kind.SCALE:
            return 5.0
        case _:
            return "Said by someone made up."


def answered(form: Form, facts: Mapping[str, FactValue], choice: int) -> AnswerSet:
    """Only what is required, given step by step, as more is asked by what was answered."""
    given: dict[tuple[str, str], AnswerValue] = {}
    for _ in range(9):
        answers = AnswerSet.of(((*key, value) for key, value in given.items()), facts)
        problems = problems_with(form, answers, EVERY_RECORD)
        if not problems:
            return answers
        for problem in problems:
            name, item = str(problem.data["question"]), str(problem.data["item"])
            question = form.question(name)
            if problem.code == AnswerFault.DETAIL_MISSING:
                given[name, item] = "Because of something made up."
            else:
                assert question is not None
                given[name, item] = an_answer(question, choice)
    message = f"{form.id} cannot be closed"
    raise AssertionError(message)


def printed(form: Form) -> Iterator[str]:
    """Headings and lead-ins: what every reader reads, in their language."""
    yield from (part.heading for part in (*form.minutes_parts, *form.letter_parts))
    for question in form.every_question():
        yield from (placing.lead_in for placing in (question.minutes, question.letter) if placing)


@pytest.mark.parametrize("kind", BUILT_IN)
def test_that_every_kind_of_meeting_has_one_form_in_force(
    catalogue: Catalogue, kind: ReviewKind
) -> None:
    in_force = [form for form in catalogue.newest() if kind in form.review_kinds]
    assert in_force == [catalogue.current_for(kind)]


def test_that_a_meeting_of_the_councils_own_has_none_built_in(catalogue: Catalogue) -> None:
    with pytest.raises(NoSuchForm):
        catalogue.current_for(ReviewKind.COUNCIL)


@pytest.mark.parametrize("kind", BUILT_IN)
@pytest.mark.parametrize("choice", [0, -1])
def test_that_it_closes_once_what_is_required_is_given(
    catalogue: Catalogue, kind: ReviewKind, choice: int
) -> None:
    form = catalogue.current_for(kind)
    for facts in SOMEONES_FACTS:
        assert answered(form, {**facts, "kind": kind.value}, choice) is not None


@pytest.mark.parametrize("kind", BUILT_IN)
def test_that_the_form_offers_each_outcome_of_its_kind_and_no_other(
    catalogue: Catalogue, kind: ReviewKind
) -> None:
    asked = catalogue.current_for(kind).filling(Fills.OUTCOME)
    assert asked is not None
    assert asked.required
    assert {option.value for option in asked.options} == set(KINDS[kind].outcomes)


def test_that_each_kind_says_all_that_the_program_must_know() -> None:
    rules = {rule.id for rule in lawful().rules}
    assert set(KINDS) == set(ReviewKind)
    for kind, about in KINDS.items():
        assert about.kind is kind
        assert set(about.clock) <= rules
        assert about.source
        assert about.documents


def test_that_only_reviews_of_looked_after_children_are_returned_with_a_code() -> None:
    counted = {kind for kind, about in KINDS.items() if about.participation_counts}
    assert counted == OF_THE_CASE - {ReviewKind.SHORT_BREAKS}


@pytest.mark.parametrize("kind", BUILT_IN)
def test_that_a_code_that_is_returned_must_be_confirmed_to_close(
    catalogue: Catalogue, kind: ReviewKind
) -> None:
    form = catalogue.current_for(kind)
    required = {one for section in form.sections for one in section.required_records}
    if KINDS[kind].participation_counts:
        assert Records.PARTICIPATION in required


@pytest.mark.parametrize("form", CATALOGUE.newest(), ids=lambda form: form.id)
def test_that_parts_stand_in_the_one_order_that_a_councils_wording_knows(form: Form) -> None:
    for kind, parts in (
        (DocumentKind.MINUTES, form.minutes_parts),
        (DocumentKind.LETTER, form.letter_parts),
    ):
        order = part_names(kind)
        places = [order.index(part.id) for part in parts]
        assert places == sorted(places)


@pytest.mark.parametrize("form", CATALOGUE.newest(), ids=lambda form: form.id)
def test_that_what_prints_is_short_and_cites_no_law(form: Form) -> None:
    for text in printed(form):
        assert len(text) <= 75
        assert not {"regulation", "Schedule", "SI"} & set(text.split())


@pytest.mark.parametrize("form", CATALOGUE.newest(), ids=lambda form: form.id)
def test_that_a_detail_is_asked_for_in_words_of_its_own(form: Form) -> None:
    ids = [question.id for question in form.every_question()]
    assert len(ids) == len(set(ids))
    assert not {detail_of(name) for name in ids} & set(ids)


def test_that_the_new_form_asks_nothing_that_is_recorded_elsewhere(catalogue: Catalogue) -> None:
    old, new = catalogue.get("cla-review", 1), catalogue.get("cla-review", 2)
    asked_before = {question.id for question in old.every_question()}
    gone = asked_before - {question.id for question in new.every_question()}
    assert gone == {
        *("advocate_offered", "advocate_answer", "independent_visitor"),
        *("how_held", "adjourned"),
        *("seen_since_last", "seen_on"),
        *("education_plan_on", "health_assessment_on", "dentist_on", "immunisations"),
        *("sdq_score", "sdq_response"),
        *("permanence_present", "permanence_type", "permanence_delay"),
        *("permanence_ratified", "permanence_ratified_by", "permanence_ratified_on"),
        *("decisions_note", "next_on", "next_at"),
    }


def test_that_a_child_of_any_age_and_each_grown_up_can_be_asked(catalogue: Catalogue) -> None:
    asked = [catalogue.consulting(Role.CHILD, age).id for age in (3, 4, 7, 8, 11, 12, 17)]
    assert asked == [
        "consultation-child-any-way",
        *["consultation-child-4-7"] * 2,
        *["consultation-child-8-11"] * 2,
        *["consultation-child-12-17"] * 2,
    ]
    for role in (Role.PARENT, Role.CARER, Role.SOCIAL_WORKER, Role.SCHOOL, Role.HEALTH):
        assert catalogue.consulting(role, None).id.startswith("consultation-")
    assert catalogue.consulting(Role.ADVOCATE, 9).id == "consultation-advocate"


def test_that_a_form_sent_to_someone_is_short_and_may_be_left_empty(catalogue: Catalogue) -> None:
    for form in catalogue.newest():
        if form.consults:
            questions = list(form.every_question())
            assert len(questions) <= 20
            assert not any(question.required for question in questions)
            assert not any(question.minutes or question.letter for question in questions)
