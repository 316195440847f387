"""Meetings with a clock of their own: each stands beside its own limit, whatever the case's is."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, EPISODE, NOW, put_child

from iro_desktop.domain.child import Child
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import ChildId, EntityId, EpisodeId, ReviewId
from iro_desktop.domain.review import Conduct, Review, ReviewKind, ReviewStatus
from iro_desktop.i18n import Translator
from iro_desktop.services import diary, diary_listing, sittings
from iro_desktop.services.diary import DiaryEntry, Filter, Standing
from iro_desktop.services.diary_calendar import calendar_file
from iro_desktop.services.diary_conflicts import Clash, conflicts
from iro_desktop.services.sibling_reviews import sibling_groups
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)  # a Sunday
ALWAYS = (dt.date(1990, 1, 1), dt.date(2100, 1, 1))
DISCUSSED = dt.date(2026, 11, 16)  # fifteen working days before Monday 7 December
CONFERENCE_BY = dt.date(2026, 12, 7)

Put = Callable[..., Child]


@pytest.fixture
def put(workspace: Workspace) -> Put:
    """Put one more child, in care since a day or not, with what happened to the child."""

    def put_one(
        name: str,
        in_care: dt.date | None = None,
        *happened: tuple[Happening, dt.date],
        placement: str = "U6",
        **about: object,
    ) -> Child:
        child = replace(CHILD, id=ChildId(name), number=name, known_as=name, **about)  # type: ignore[arg-type] # a test's own words
        with workspace.uow_factory() as uow:
            if in_care is None:
                uow.children.put(child)
            else:
                care = replace(
                    EPISODE,
                    id=EpisodeId(name),
                    child_id=child.id,
                    started=in_care,
                    placement=placement,
                )
                put_child(uow, child, care)
            for number, (happening, on) in enumerate(happened):
                told = RecordedHappening(
                    id=EntityId(f"{name} {number}"),
                    child_id=child.id,
                    happening=happening,
                    on=on,
                )
                uow.happenings.put(told)
        return child

    return put_one


def _review(
    child: Child, kind: ReviewKind, day: dt.date, name: str = "", **about: object
) -> Review:
    review = Review(
        id=ReviewId(name or f"{child.id} {kind} {day}"),
        child_id=child.id,
        kind=kind,
        planned_for=day,
    )
    return replace(review, **about)  # type: ignore[arg-type] # a test's own words


def _held(child: Child, kind: ReviewKind, day: dt.date) -> Review:
    return _review(child, kind, day, status=ReviewStatus.CLOSED, held_on=day, closed_on=day)


def _keep(workspace: Workspace, *reviews: Review) -> None:
    with workspace.uow_factory() as uow:
        uow.reviews.put_all(reviews)


def _all(workspace: Workspace) -> tuple[DiaryEntry, ...]:
    return diary.entries(workspace.uow_factory, TODAY, *ALWAYS)


def _due(workspace: Workspace) -> dict[str, tuple[ReviewKind, dt.date]]:
    """What is due, by the name of its rule."""
    found = [entry for entry in _all(workspace) if entry.standing is Standing.DUE]
    return {entry.due.rule.id: (entry.kind, entry.day) for entry in found if entry.due}


# Each by its own clock


def test_that_secure_accommodation_is_reviewed_by_its_own_clock(
    workspace: Workspace, put: Put
) -> None:
    child = put("Ash", dt.date(2026, 11, 2), placement="K1")
    assert _due(workspace) == {
        "cla_first_review": (ReviewKind.LOOKED_AFTER, dt.date(2026, 11, 30)),
        "secure_first_review": (ReviewKind.SECURE, dt.date(2026, 12, 2)),
    }
    _keep(workspace, _held(child, ReviewKind.SECURE, dt.date(2026, 11, 20)))
    due = _due(workspace)
    assert due["secure_subsequent_review"] == (ReviewKind.SECURE, dt.date(2027, 2, 20))
    assert "secure_first_review" not in due


def test_that_conferences_follow_each_other_for_a_child_who_is_not_looked_after(
    workspace: Workspace, put: Put
) -> None:
    child = put("Birch", None, (Happening.STRATEGY_DISCUSSION, DISCUSSED))
    kind = ReviewKind.CHILD_PROTECTION
    initial = ReviewKind.CHILD_PROTECTION_INITIAL
    assert _due(workspace) == {"cp_initial_conference": (initial, CONFERENCE_BY)}
    _keep(workspace, _held(child, kind, dt.date(2026, 11, 20)))
    assert _due(workspace) == {"cp_first_review_conference": (kind, dt.date(2027, 2, 20))}
    _keep(workspace, _held(child, kind, dt.date(2026, 11, 21)))
    assert _due(workspace) == {"cp_subsequent_review_conference": (kind, dt.date(2027, 5, 21))}


@pytest.mark.parametrize(
    ("happening", "rule", "kind", "limit"),
    [
        (
            Happening.PRIVATE_FOSTERING_NOTIFIED,
            "private_fostering_review",
            ReviewKind.PRIVATE_FOSTERING,
            dt.date(2027, 11, 16),
        ),
        (
            Happening.PLACEMENT_DISRUPTED,
            "disruption_meeting",
            ReviewKind.DISRUPTION,
            dt.date(2026, 11, 30),
        ),
    ],
)
def test_that_what_happened_on_a_day_starts_the_clock_of_its_meeting(
    workspace: Workspace,
    put: Put,
    happening: Happening,
    rule: str,
    kind: ReviewKind,
    limit: dt.date,
) -> None:
    put("Cedar", None, (happening, DISCUSSED))
    assert _due(workspace) == {rule: (kind, limit)}


def test_that_a_care_leaver_has_a_review_half_a_year_after_the_birthday(
    workspace: Workspace, put: Put
) -> None:
    put("Elder", dt.date(2024, 1, 8), date_of_birth=dt.date(2008, 9, 1))
    due = {"care_leaver_review": (ReviewKind.CARE_LEAVER, dt.date(2027, 3, 1))}
    assert _due(workspace) == due


def test_that_a_check_lies_midway_only_where_the_next_review_is_further_off(
    workspace: Workspace, put: Put
) -> None:
    child = put("Fern", dt.date(2026, 5, 4))
    first, second = dt.date(2026, 5, 29), dt.date(2026, 8, 27)
    _keep(workspace, _held(child, ReviewKind.LOOKED_AFTER, first))
    assert "midway_check" not in _due(workspace)
    _keep(workspace, _held(child, ReviewKind.LOOKED_AFTER, second))
    assert _due(workspace)["midway_check"] == (ReviewKind.MIDWAY, dt.date(2026, 11, 27))


# What is booked


@pytest.mark.parametrize(
    "kind", [ReviewKind.CHILD_PROTECTION_INITIAL, ReviewKind.CHILD_PROTECTION]
)  # older bookings know no initial one
def test_that_a_booking_stands_beside_the_limit_of_its_own_kind(
    workspace: Workspace, put: Put, kind: ReviewKind
) -> None:
    child = put("Ash", dt.date(2026, 11, 2), (Happening.STRATEGY_DISCUSSION, DISCUSSED))
    between = dt.date(2026, 12, 3)  # after the case's limit, before the conference's
    _keep(workspace, _review(child, kind, between))
    entries = _all(workspace)
    (booked,) = (one for one in entries if one.standing is Standing.BOOKED)
    assert booked.due is not None
    assert (booked.due.rule.id, booked.due.on) == ("cp_initial_conference", CONFERENCE_BY)
    assert conflicts(entries) == ()
    due = {one.kind: one.review for one in entries if one.standing is Standing.DUE}
    initial = ReviewKind.CHILD_PROTECTION_INITIAL
    assert due == {ReviewKind.LOOKED_AFTER: None, initial: booked.review}


def test_that_a_booking_after_the_limit_of_its_own_kind_clashes(
    workspace: Workspace, put: Put
) -> None:
    child = put("Fern", dt.date(2025, 5, 5), (Happening.STRATEGY_DISCUSSION, DISCUSSED))
    _keep(workspace, _held(child, ReviewKind.LOOKED_AFTER, dt.date(2025, 5, 28)))
    _keep(workspace, _held(child, ReviewKind.LOOKED_AFTER, dt.date(2026, 10, 1)))
    late = dt.date(2026, 12, 8)  # long before the case's limit in April
    _keep(workspace, _review(child, ReviewKind.CHILD_PROTECTION, late))
    (clash,) = conflicts(_all(workspace))
    assert (clash.clash, clash.day) == (Clash.AFTER_LIMIT, late)


def test_that_a_kind_without_a_clock_has_no_limit(workspace: Workspace, put: Put) -> None:
    child = put("Ash", dt.date(2026, 11, 2))
    _keep(workspace, _review(child, ReviewKind.DISRUPTION, dt.date(2027, 3, 1)))
    (booked,) = (one for one in _all(workspace) if one.standing is Standing.BOOKED)
    assert booked.due is None
    assert conflicts([booked]) == ()


def test_that_the_meeting_after_next_has_no_limit_yet(workspace: Workspace, put: Put) -> None:
    child = put("Ash", dt.date(2026, 11, 2))
    near, far = dt.date(2026, 11, 25), dt.date(2027, 2, 24)
    _keep(workspace, *(_review(child, ReviewKind.LOOKED_AFTER, day) for day in (near, far)))
    limits = {one.day: one.due for one in _all(workspace) if one.standing is Standing.BOOKED}
    assert limits[near] is not None
    assert limits[far] is None


def test_that_a_booking_that_went_by_without_a_word_still_has_its_limit(
    workspace: Workspace, put: Put
) -> None:
    child = put("Ash", dt.date(2026, 11, 2))
    gone, coming = dt.date(2026, 11, 17), dt.date(2026, 11, 26)
    _keep(workspace, *(_review(child, ReviewKind.LOOKED_AFTER, day) for day in (gone, coming)))
    limits = {one.day: one.due for one in _all(workspace) if one.standing is Standing.BOOKED}
    assert limits[gone] == limits[coming] is not None


def test_that_a_filter_lets_the_other_meetings_through_by_their_kind(
    workspace: Workspace, put: Put
) -> None:
    put("Ash", dt.date(2026, 11, 2), (Happening.STRATEGY_DISCUSSION, DISCUSSED), placement="K1")
    initial = ReviewKind.CHILD_PROTECTION_INITIAL
    for kind in (ReviewKind.SECURE, initial, ReviewKind.LOOKED_AFTER):
        found = [one for one in _all(workspace) if Filter(kinds={kind}).passes(one)]
        assert [one.kind for one in found] == [kind]


def test_that_only_reviews_of_the_case_are_brought_together_for_a_family(
    workspace: Workspace, put: Put
) -> None:
    discussed = (Happening.STRATEGY_DISCUSSION, DISCUSSED)
    at_home = [put(name, None, discussed, sibling_group="owls") for name in ("A", "B")]
    assert sibling_groups(_all(workspace), TODAY, {}) == ()
    days = (dt.date(2026, 12, 1), dt.date(2026, 12, 3))
    kinds = (ReviewKind.CHILD_PROTECTION, ReviewKind.MIDWAY)
    meetings = zip(at_home, kinds, days, strict=True)
    _keep(workspace, *(_review(*meeting) for meeting in meetings))
    assert conflicts(_all(workspace)) == ()


# Adjourned, and held at several meetings


@pytest.mark.parametrize("kind", [ReviewKind.LOOKED_AFTER, ReviewKind.SECURE])
def test_that_an_adjourned_review_is_due_again_by_its_own_kind(
    workspace: Workspace, put: Put, kind: ReviewKind
) -> None:
    child = put("Ash", dt.date(2026, 10, 26))
    met = dt.date(2026, 11, 16)
    _keep(workspace, _review(child, kind, met, "broken-off", status=ReviewStatus.OPEN, held_on=met))
    sittings.adjourn(workspace.uow_factory, ReviewId("broken-off"), met, "No report")
    assert _due(workspace)["adjourned_review"] == (kind, dt.date(2026, 12, 14))
    (sat,) = (one for one in _all(workspace) if one.review and one.standing is not Standing.DUE)
    assert (sat.standing, sat.day) == (Standing.HELD, met)
    sittings.resume(workspace.uow_factory, ReviewId("broken-off"), dt.date(2026, 11, 20))
    assert "adjourned_review" not in _due(workspace)


def test_that_an_adjourned_review_booked_again_is_held_to_the_day_it_has_to_be_complete(
    workspace: Workspace, put: Put
) -> None:
    child = put("Ash", dt.date(2026, 10, 26))  # the case's limit was 20 November
    met, again = dt.date(2026, 11, 16), dt.date(2026, 12, 15)
    review = _review(child, ReviewKind.LOOKED_AFTER, again, "broken-off", status=ReviewStatus.OPEN)
    _keep(workspace, replace(review, began_on=met, adjourned_on=met, adjourned_because="Ill"))
    entries = _all(workspace)
    stood = {one.day: one for one in entries if one.standing is not Standing.DUE}
    assert {day: one.standing for day, one in stood.items()} == {
        met: Standing.HELD,
        again: Standing.BOOKED,
    }
    due = stood[again].due
    assert due is not None
    assert (due.rule.id, due.on) == ("adjourned_review", dt.date(2026, 12, 14))
    assert [one.clash for one in conflicts(entries)] == [Clash.AFTER_LIMIT]


def test_that_each_meeting_of_a_series_stands_on_its_own_day(
    workspace: Workspace, put: Put
) -> None:
    child = put("Ash", dt.date(2026, 11, 2))
    days = (dt.date(2026, 11, 18), dt.date(2026, 11, 25), dt.date(2026, 12, 2))
    series = _review(child, ReviewKind.LOOKED_AFTER, days[0], "series", starts_at=dt.time(10))
    _keep(workspace, series)
    for day in days:
        sittings.add_sitting(workspace.uow_factory, sittings.new_sitting(series, day))
    entries = [one for one in _all(workspace) if one.review and one.standing is not Standing.DUE]
    assert [(one.day, one.standing, one.number) for one in entries] == [
        (days[0], Standing.HELD, 0),
        (days[1], Standing.BOOKED, 1),
        (days[2], Standing.BOOKED, 2),
    ]
    assert [one.starts_at for one in entries] == [dt.time(10), None, None]
    assert {one.review.conduct for one in entries if one.review} == {Conduct.SERIES}
    assert [one.day for one in conflicts(entries)] == [days[2]]  # two days after the limit


# Files


def test_that_lists_and_calendars_have_the_other_meetings_with_rule_and_law(
    workspace: Workspace, put: Put
) -> None:
    put("Ash", dt.date(2026, 11, 2), (Happening.STRATEGY_DISCUSSION, DISCUSSED), placement="K1")
    factory = workspace.uow_factory
    rows = diary_listing.entries(factory, TODAY, *ALWAYS)
    assert [(row["kind"], row["rule"], row["law"]) for row in rows] == [
        ("looked_after", "cla_first_review", "SI 2010/959 reg 33(1)"),
        ("secure", "secure_first_review", "SI 1991/1505 reg 15"),
        ("child_protection_initial", "cp_initial_conference", "Working Together"),
    ]
    text = calendar_file(factory, _all(workspace), Translator(), NOW).decode()
    assert text.count("SUMMARY:Review due ") == len(rows)
    uids = {line for line in text.splitlines() if line.startswith("UID:")}
    assert len(uids) == len(rows)
    for day in ("20261130", "20261202", "20261207"):
        assert f"DTSTART;VALUE=DATE:{day}" in text
