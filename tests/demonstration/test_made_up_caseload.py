"""The made-up caseload is whole, plausible and the same every time."""

import collections
import datetime as dt
import itertools
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.demonstration import MadeUpCaseload, make_caseload
from iro_desktop.domain.care import periods_of_care, was_looked_after_on
from iro_desktop.domain.child import age_on
from iro_desktop.domain.participation import ParticipationCode, Role, suggest_code
from iro_desktop.domain.review import Origin, Review, ReviewKind, ReviewStatus
from iro_desktop.domain.scaling import ScaleAnswerState, lines_over_time, score
from iro_desktop.domain.timescales.review_cycles import next_review_due, review_kind_on
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.services.reckoning import lawful

TODAY = dt.date(2026, 11, 23)
LEGAL_STATUSES = {"C1", "C2", "D1", "E1", "V2", "V3", "V4", "J1", "J2", "J3", "L1", "L2", "L3"}
HOMES = {"U1", "U3", "U4", "U6", "K1", "K2", "P1", "S1", "R1", "H5", "A3", "A5", "A6"}

seeds = st.sampled_from((0, 42, 9_999))
days = st.sampled_from((dt.date(2026, 1, 1), dt.date(2028, 2, 29), dt.date(2030, 12, 29)))
few = settings(max_examples=5, deadline=None)


@cache
def made(seed: int, day: dt.date) -> MadeUpCaseload:
    """One of few, each made once, however many tests look at it."""
    return make_caseload(seed, day, lawful())


@pytest.fixture(scope="module")
def caseload() -> MadeUpCaseload:
    return make_caseload(1, TODAY, lawful())


def everything(caseload: MadeUpCaseload) -> list[object]:
    kinds = MadeUpCaseload.__dataclass_fields__
    return [thing for kind in kinds for thing in getattr(caseload, kind)]


def reviews_of_children(caseload: MadeUpCaseload) -> dict[str, list[Review]]:
    found: dict[str, list[Review]] = collections.defaultdict(list)
    for review in caseload.reviews:
        found[review.child_id].append(review)
    return found


@given(seeds, days)
@few
def test_that_the_same_seed_and_day_give_the_same_caseload(seed: int, day: dt.date) -> None:
    assert made(seed, day) == make_caseload(seed, day, lawful())


def test_that_another_seed_gives_other_children() -> None:
    ours, others = make_caseload(1, TODAY, lawful()), make_caseload(2, TODAY, lawful())
    assert not {one.id for one in ours.children} & {one.id for one in others.children}


def test_that_a_child_keeps_their_name_from_one_day_to_the_next(caseload: MadeUpCaseload) -> None:
    tomorrow = make_caseload(1, TODAY + dt.timedelta(days=1), lawful())
    assert [(one.id, one.known_as) for one in caseload.children] == [
        (one.id, one.known_as) for one in tomorrow.children
    ]


@given(seeds, days)
@few
def test_that_every_thing_has_an_id_of_its_own(seed: int, day: dt.date) -> None:
    ids = [thing.id for thing in everything(made(seed, day))]
    assert len(ids) == len(set(ids))


@given(seeds, days)
@few
def test_that_everything_belongs_to_a_child_and_a_review_that_are_there(
    seed: int, day: dt.date
) -> None:
    caseload = made(seed, day)
    children = {child.id for child in caseload.children}
    belongs_to = {review.id: review.child_id for review in caseload.reviews}
    for thing in everything(caseload):
        assert thing.child_id in children
        if hasattr(thing, "review_id"):
            assert belongs_to[thing.review_id] == thing.child_id
    questions = {question.id for question in caseload.scaling_questions}
    assert {answer.question_id for answer in caseload.scale_answers} <= questions
    looked_at_in = {decision.kept_looked_at_in for decision in caseload.decisions} - {None}
    assert looked_at_in <= belongs_to.keys()


@given(seeds, days)
@few
def test_that_about_sixty_children_of_all_ages_are_there(seed: int, day: dt.date) -> None:
    children = made(seed, day).children
    assert 55 <= len(children) <= 65
    assert {age_on(child.date_of_birth, day) for child in children} == set(range(19))


@given(seeds, days)
@few
def test_that_every_legal_status_and_many_homes_are_there(seed: int, day: dt.date) -> None:
    episodes = made(seed, day).episodes
    assert {episode.legal_status for episode in episodes} == LEGAL_STATUSES
    assert {episode.placement for episode in episodes} >= HOMES


@given(seeds, days)
@few
def test_that_episodes_follow_each_other_after_birth_and_by_today(seed: int, day: dt.date) -> None:
    caseload = made(seed, day)
    born = {child.id: child.date_of_birth for child in caseload.children}
    for child, group in itertools.groupby(caseload.episodes, key=lambda one: one.child_id):
        episodes = list(group)
        assert born[child] < episodes[0].started
        assert episodes[-1].started <= day
        assert len(periods_of_care(episodes)) == 1
        for before, after in itertools.pairwise(episodes):
            assert before.started < after.started == before.ended


@given(seeds, days)
@few
def test_that_reviews_are_held_in_care_on_weekdays_and_not_in_the_future(
    seed: int, day: dt.date
) -> None:
    caseload = made(seed, day)
    episodes = collections.defaultdict(list)
    for episode in caseload.episodes:
        episodes[episode.child_id].append(episode)
    for review in caseload.reviews:
        if review.held_on is not None:
            assert review.held_on <= day
            assert review.held_on.weekday() < 5
            assert was_looked_after_on(periods_of_care(episodes[review.child_id]), review.held_on)


@given(seeds, days)
@few
def test_that_most_reviews_are_in_time_and_some_are_late(seed: int, day: dt.date) -> None:
    caseload = made(seed, day)
    episodes = collections.defaultdict(list)
    for episode in caseload.episodes:
        episodes[episode.child_id].append(episode)
    in_time = []
    for child, reviews in reviews_of_children(caseload).items():
        (period,) = periods_of_care(episodes[child])
        held = [review.held_on for review in reviews if review.held_on is not None]
        for position, held_on in enumerate(held):
            kind = review_kind_on(period, held_on)
            due = next_review_due(period, held[:position], kind, lawful())
            in_time.append(held_on <= due.on)
    assert 0.85 < sum(in_time) / len(in_time) < 1


@given(seeds, days)
@few
def test_that_work_stands_at_every_stage(seed: int, day: dt.date) -> None:
    caseload = made(seed, day)
    statuses = collections.Counter(review.status for review in caseload.reviews)
    assert statuses[ReviewStatus.CLOSED] > 200
    assert statuses[ReviewStatus.OPEN] >= 4
    assert statuses[ReviewStatus.PREPARING] >= 5
    assert statuses[ReviewStatus.PLANNED] >= 5
    ordinary = {
        ReviewKind.LOOKED_AFTER,
        ReviewKind.PLACED_FOR_ADOPTION,
        ReviewKind.SHORT_BREAKS,
        ReviewKind.AUTHORITY_TO_PLACE,
        ReviewKind.REMAND,
    }
    assert {review.kind for review in caseload.reviews} == ordinary
    assert {review.origin for review in caseload.reviews} == set(Origin)
    assert sum(review.planned_for == day for review in caseload.reviews) >= 2
    unsent = [one for one in caseload.written_documents if one.sent_on is None]
    assert len(unsent) >= 3
    assert len(unsent) < len(caseload.written_documents) / 4


@given(seeds, days)
@few
def test_that_some_reviews_are_overdue(seed: int, day: dt.date) -> None:
    caseload = made(seed, day)
    episodes = collections.defaultdict(list)
    for episode in caseload.episodes:
        episodes[episode.child_id].append(episode)
    reviews = reviews_of_children(caseload)
    days_left = []
    for child in caseload.children:
        (period,) = periods_of_care(episodes[child.id])
        if period.lasts_on(day):
            held = [one.held_on for one in reviews[child.id] if one.held_on is not None]
            kind = review_kind_on(period, day)
            days_left.append((next_review_due(period, held, kind, lawful()).on - day).days)
    assert 3 <= sum(days < 0 for days in days_left) <= 10
    assert sum(0 <= days <= 28 for days in days_left) >= 6


def test_that_the_code_of_a_closed_review_is_the_one_its_attendance_points_to(
    caseload: MadeUpCaseload,
) -> None:
    born = {child.id: child.date_of_birth for child in caseload.children}
    people = collections.defaultdict(list)
    for person in caseload.participants:
        people[person.review_id].append(person)
    closed = [
        review
        for review in caseload.reviews
        if review.status is ReviewStatus.CLOSED and review.origin is Origin.LAPTOP
    ]
    for review in closed:
        assert review.held_on is not None
        found = suggest_code(born[review.child_id], review.held_on, people[review.id])
        assert found is not None
        assert found.code is review.participation


def test_that_every_participation_code_occurs(caseload: MadeUpCaseload) -> None:
    codes = {review.participation for review in caseload.reviews}
    assert codes >= set(ParticipationCode)


def test_that_every_child_is_marked_as_made_up(caseload: MadeUpCaseload) -> None:
    assert all(child.made_up and child.number.startswith("DEMO-") for child in caseload.children)


def test_that_a_few_children_have_no_name_yet(caseload: MadeUpCaseload) -> None:
    named = [child.known_as for child in caseload.children if child.is_named]
    assert len(caseload.children) - len(named) == 3
    assert len(named) == len(set(named))


def test_that_brothers_and_sisters_share_a_family_name(caseload: MadeUpCaseload) -> None:
    groups = collections.defaultdict(list)
    for child in caseload.children:
        if child.sibling_group:
            groups[child.sibling_group].append(child)
    assert {len(group) for group in groups.values()} == {2, 3, 4}
    for group in groups.values():
        assert len({child.family_name for child in group}) == 1


def test_that_unaccompanied_young_people_have_a_language_and_an_interpreter(
    caseload: MadeUpCaseload,
) -> None:
    unaccompanied = [child for child in caseload.children if child.unaccompanied]
    assert len(unaccompanied) >= 4
    helped = {one.child_id for one in caseload.people if one.relationship.startswith("interpreter")}
    for child in unaccompanied:
        assert len(child.languages) == 2
        assert child.id in helped


def test_that_some_children_are_matched_for_good_and_some_have_communication_needs(
    caseload: MadeUpCaseload,
) -> None:
    assert sum(child.permanently_matched_on is not None for child in caseload.children) >= 4
    assert len({child.communication_needs for child in caseload.children}) >= 6


def test_that_children_say_many_different_things_and_repeat_none_of_their_own(
    caseload: MadeUpCaseload,
) -> None:
    assert len({view.words for view in caseload.views}) >= 50
    said = [(view.child_id, view.words) for view in caseload.views]
    assert len(said) == len(set(said))
    assert {view.sharing for view in caseload.views} == set(Sharing)
    assert all(view.heard_on is not None and view.heard_on <= TODAY for view in caseload.views)


def test_that_scores_are_halves_and_change_over_time(caseload: MadeUpCaseload) -> None:
    values = [one.value for one in caseload.scale_answers if one.value is not None]
    assert all(score(value) == value for value in values)
    assert any(value % 1 for value in values)
    assert {answer.state for answer in caseload.scale_answers} == set(ScaleAnswerState)
    by_question = collections.defaultdict(list)
    for answer in caseload.scale_answers:
        by_question[answer.question_id].append(answer)
    lines = [line for answers in by_question.values() for line in lines_over_time(tuple(answers))]
    assert {Role.CHILD, Role.CARER, Role.SOCIAL_WORKER} <= {line.role for line in lines}
    assert sum(bool(line.change) for line in lines) > len(lines) / 3


def test_that_decisions_are_told_to_the_child_and_some_were_not_kept(
    caseload: MadeUpCaseload,
) -> None:
    without_words = [one for one in caseload.decisions if not one.words_for_child]
    closed = {review.id for review in caseload.reviews if review.status is ReviewStatus.CLOSED}
    assert without_words
    assert not {one.review_id for one in without_words} & closed
    assert len({decision.kept for decision in caseload.decisions}) == 5
    assert not any("{" in decision.words_for_child for decision in caseload.decisions)
