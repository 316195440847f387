"""What a child's page says and keeps, without a screen."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_caseload import (
    ASH,
    BEGUN_REVIEW,
    BIRCH,
    CEDAR,
    CHILDREN,
    ELDER,
    FERN,
    NOBODY_NAMED,
    workspace_of,
)

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.preparing import Hours
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.child.about import DATES, AboutField, value_of, with_value
from iro_desktop.ui.child.identity import Mark
from iro_desktop.ui.child.meetings.booking import Wanted, What
from iro_desktop.ui.child.presenter import ChildPage, ChildPresenter
from iro_desktop.ui.words.due_dates import Urgency


class RecordingScreen:
    """Keeps what it was last told to show."""

    page: ChildPage

    def show_page(self, page: ChildPage) -> None:
        self.page = page


class Opened:
    """A child's page that is open, and what it told the other screens."""

    def __init__(self, workspace: Workspace, child: ChildId) -> None:
        self.workspace = workspace
        self.told: list[Changed] = []
        self.screen = RecordingScreen()
        self.presenter = ChildPresenter(workspace, self.told.append)
        self.presenter.show_on(self.screen)
        self.presenter.open(child)

    @property
    def page(self) -> ChildPage:
        return self.screen.page


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


def test_that_the_head_says_who_the_child_is_and_that_a_birthday_is_near(
    workspace: Workspace,
) -> None:
    identity = Opened(workspace, ASH).page.identity
    assert identity.name == "Ash Alder"
    assert identity.about == (
        "13 years old · born 1 December 2012 · turns 14 in 9 days · they/them"
    )
    assert Mark("Full care order") in identity.marks
    assert Mark("Made up", "warning") in identity.marks
    assert [sibling.name for sibling in identity.siblings] == ["Zoë Alder"]
    assert identity.action == "Prepare the next review"


def test_that_a_child_without_a_name_is_called_calmly_and_can_be_carried_on_with(
    workspace: Workspace,
) -> None:
    page = Opened(workspace, NOBODY_NAMED).page
    assert page.identity.name == "Not named yet · 1004"
    assert page.identity.action == "Carry on with the review"
    assert "the day the first review was held" in page.next_review.why


def test_that_a_child_out_of_care_offers_nothing_to_prepare(workspace: Workspace) -> None:
    page = Opened(workspace, ELDER).page
    assert page.identity.action == ""
    assert not page.identity.may_ask_what_if
    assert page.next_review.which == "No review is due"
    assert page.journey is not None
    assert page.journey.ended == dt.date(2026, 3, 2)


def test_that_a_limit_on_a_closed_day_names_the_last_practical_one(workspace: Workspace) -> None:
    review = Opened(workspace, FERN).page.next_review
    assert review.day == "Saturday 20 February 2027"
    assert "the last practical day is Friday 19 February 2027" in review.why
    assert review.urgency is Urgency.LATER


def test_that_the_day_proposed_lies_a_week_inside_the_limit(workspace: Workspace) -> None:
    assert Opened(workspace, FERN).page.next_review.planned_for == dt.date(2027, 2, 12)


def test_that_the_day_proposed_for_an_overdue_review_is_the_next_working_day(
    workspace: Workspace,
) -> None:
    assert Opened(workspace, BIRCH).page.next_review.planned_for == dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "advice"),
    [
        (None, "Type a day, or choose one from the calendar."),
        (dt.date(2026, 11, 20), "That day has gone."),
        (dt.date(2026, 11, 28), "That is not a working day."),
        (dt.date(2026, 12, 1), "That is after the last day in time, 30 November 2026."),
        (dt.date(2026, 11, 27), ""),
    ],
)
def test_that_a_day_is_advised_on_before_it_is_booked(
    workspace: Workspace, day: dt.date | None, advice: str
) -> None:
    assert Opened(workspace, ASH).presenter.meetings.advice_on(day, What()) == advice


def test_that_booking_shows_the_day_and_the_place_and_is_told(workspace: Workspace) -> None:
    opened = Opened(workspace, ASH)
    opened.presenter.meetings.book(Wanted(What(), dt.date(2026, 11, 25), " At school ", Hours()))
    opened.presenter.refresh()
    assert opened.page.next_review.booked == "Booked for Wednesday 25 November 2026"
    assert opened.page.next_review.planned_at == "At school"
    assert opened.told[-1].topics == {Topic.REVIEW, Topic.CASELOAD}


def test_that_preparing_begins_a_review_once_and_then_carries_on(workspace: Workspace) -> None:
    opened = Opened(workspace, ASH)
    review = opened.presenter.prepare()
    opened.presenter.refresh()
    assert opened.presenter.prepare() == review
    with workspace.uow_factory() as uow:
        begun = uow.reviews.find(review)
    assert begun is not None
    assert begun.status is ReviewStatus.PREPARING
    assert begun.form == "cla-review"


def test_that_preparing_goes_on_with_the_review_that_was_begun(workspace: Workspace) -> None:
    assert Opened(workspace, NOBODY_NAMED).presenter.prepare() == BEGUN_REVIEW


def test_that_reviews_say_whether_they_were_in_time_and_how_the_child_took_part(
    workspace: Workspace,
) -> None:
    newest, oldest = Opened(workspace, BIRCH).page.reviews
    assert (newest.day, newest.in_time) == ("20 April 2026", "In time")
    assert (oldest.in_time, oldest.late) == ("2 working days late", True)
    assert newest.participation == "PN1: Came and spoke for themselves"
    assert newest.status == ""


def test_that_the_last_decisions_stand_in_their_order_with_what_became_of_each(
    workspace: Workspace,
) -> None:
    lines = Opened(workspace, CEDAR).page.decisions
    assert [(line.what, line.kept) for line in lines] == [
        ("See Grandad each month", "Not kept"),
        ("Find a swimming club", "Kept"),
    ]
    assert lines[0].who_and_when == "Made-up Social Worker · by before Christmas"


def test_that_the_journey_holds_each_review_of_the_time_in_care(workspace: Workspace) -> None:
    journey = Opened(workspace, BIRCH).page.journey
    assert journey is not None
    assert [mark.in_time for mark in journey.reviews] == [False, True]
    assert journey.next_due == dt.date(2026, 10, 20)


def test_that_what_is_written_is_kept_and_told(workspace: Workspace) -> None:
    opened = Opened(workspace, NOBODY_NAMED)
    opened.presenter.keep(NOBODY_NAMED, AboutField.KNOWN_AS, " Robin ")
    opened.presenter.refresh()
    assert opened.page.identity.name == "Robin"
    assert opened.told == [
        Changed(frozenset({Topic.CHILD, Topic.CASELOAD}), frozenset({NOBODY_NAMED}))
    ]


def test_that_writing_the_same_again_changes_nothing(workspace: Workspace) -> None:
    opened = Opened(workspace, ASH)
    opened.presenter.keep(ASH, AboutField.KNOWN_AS, "Ash")
    assert opened.told == [Changed()]


def test_that_someone_taken_away_can_be_put_back(workspace: Workspace) -> None:
    opened = Opened(workspace, CEDAR)
    (grandad,) = opened.page.people
    opened.presenter.remove_person(grandad)
    opened.presenter.refresh()
    assert opened.page.people == ()
    opened.presenter.keep_person(grandad)
    opened.presenter.refresh()
    assert opened.page.people == (grandad,)


def test_that_someone_new_belongs_to_the_child(workspace: Workspace) -> None:
    opened = Opened(workspace, ASH)
    opened.presenter.keep_person(replace(opened.presenter.new_person(), name="Made-up Gran"))
    opened.presenter.refresh()
    assert [person.name for person in opened.page.people] == ["Made-up Gran"]


def test_that_the_page_is_concerned_by_a_change_to_the_child_or_a_sibling_alone(
    workspace: Workspace,
) -> None:
    presenter = Opened(workspace, ASH).presenter
    child = frozenset({Topic.CHILD})
    assert presenter.concerns(Changed(child, frozenset({ASH})))
    assert presenter.concerns(Changed(child, frozenset({BIRCH})))
    assert presenter.concerns(Changed(frozenset({Topic.CASELOAD})))
    assert not presenter.concerns(Changed(child, frozenset({CEDAR})))
    assert not presenter.concerns(Changed(frozenset({Topic.ANSWERS}), frozenset({ASH})))


_WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1)


@given(st.sampled_from(sorted(set(AboutField) - DATES - {AboutField.LANGUAGES})), _WORDS)
def test_that_words_stand_in_their_field_as_they_were_written(field: AboutField, text: str) -> None:
    assert value_of(with_value(CHILDREN[0], field, text), field) == text


@given(st.sampled_from(sorted(DATES)), st.dates())
def test_that_a_date_stands_in_its_field_as_it_was_written(field: AboutField, day: dt.date) -> None:
    written = with_value(CHILDREN[0], field, day.isoformat())
    assert value_of(written, field) == day.isoformat()
    assert value_of(with_value(written, field, ""), field) == ""


def test_that_languages_are_kept_apart_at_commas() -> None:
    child = with_value(CHILDREN[0], AboutField.LANGUAGES, " Urdu,, English ,")
    assert child.languages == ("Urdu", "English")
    assert value_of(child, AboutField.LANGUAGES) == "Urdu, English"
