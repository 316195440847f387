import datetime as dt

from iro_desktop.domain.care import Episode
from iro_desktop.domain.identifiers import ChildId, episode_id, review_id
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.reckoning import lawful

CHILD = ChildId("made-up")
BORN = dt.date(2012, 3, 4)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def episode(started: str, ended: str = "", reason: str = "X1", placement: str = "U6") -> Episode:
    return Episode(
        id=episode_id(CHILD, day(started)),
        child_id=CHILD,
        started=day(started),
        ended=day(ended) if ended else None,
        reason_ended=reason if ended else "",
        legal_status="C2",
        placement=placement,
    )


def clock(*episodes: Episode, held: tuple[str, ...] = (), today: str = "2026-11-22") -> ReviewClock:
    reviews = [
        Review(
            id=review_id(CHILD, day(on)),
            child_id=CHILD,
            status=ReviewStatus.CLOSED,
            held_on=day(on),
        )
        for on in held
    ]
    return ReviewClock.of(BORN, episodes, reviews, lawful(), day(today))


def found(due: Explained | None) -> tuple[str, str]:
    assert due is not None
    return due.on.isoformat(), due.rule.id


def test_that_each_review_is_judged_by_the_ones_before_it() -> None:
    reckoned = clock(episode("2020-12-18"), held=("2021-01-25", "2021-04-20", "2021-10-01"))
    assert found(reckoned.due_of(day("2021-01-25"))) == ("2021-01-20", "cla_first_review")
    assert found(reckoned.due_of(day("2021-04-20"))) == ("2021-04-25", "cla_second_review")
    assert found(reckoned.due_of(day("2021-10-01"))) == ("2021-10-20", "cla_subsequent_review")
    assert found(reckoned.due_after(day("2021-04-20"))) == ("2021-10-20", "cla_subsequent_review")
    assert found(reckoned.next_due(day("2026-11-22"))) == ("2022-04-01", "cla_subsequent_review")


def test_that_a_new_period_of_care_starts_with_a_first_review() -> None:
    reckoned = clock(
        episode("2020-12-18", "2021-06-01", "E4A"),
        episode("2022-08-26"),
        held=("2021-01-20", "2021-04-20"),
        today="2022-09-01",
    )
    assert found(reckoned.next_due(day("2022-09-01"))) == ("2022-09-27", "cla_first_review")


def test_that_a_child_who_is_not_looked_after_has_no_review_due() -> None:
    reckoned = clock(episode("2020-12-18", "2021-06-01", "E4A"), held=("2021-06-01",))
    assert reckoned.next_due(day("2021-06-01")) is None
    assert reckoned.due_after(day("2021-06-01")) is None
    assert found(reckoned.due_of(day("2021-06-01"))) == ("2021-01-20", "cla_first_review")
    assert reckoned.due_of(day("2021-06-02")) is None


def test_that_an_adoption_that_broke_down_does_not_change_when_its_reviews_were_due() -> None:
    reckoned = clock(
        episode("2020-01-06", "2021-03-10"),
        episode("2021-03-10", "2021-09-01", placement="A5"),
        episode("2021-09-01"),
        held=("2020-11-02", "2021-04-06"),
        today="2021-09-02",
    )
    assert found(reckoned.due_of(day("2021-04-06"))) == (
        "2021-04-07",
        "adoption_placed_first_review",
    )
    # Back under regulation 33, where reviews of any kind count.
    assert found(reckoned.next_due(day("2021-09-02"))) == ("2021-10-06", "cla_subsequent_review")


def test_that_what_a_return_says_of_days_to_come_changes_nothing_today() -> None:
    care = episode("2020-12-18", "2027-01-04")
    plain = clock(care, held=("2026-06-01",))
    told = clock(care, episode("2027-01-04", placement="A5"), held=("2026-06-01", "2027-02-01"))
    assert told.next_due(day("2026-11-22")) == plain.next_due(day("2026-11-22"))


def test_that_one_day_told_of_twice_is_one_review() -> None:
    laptop = Review(
        id=review_id(CHILD, day("2020-01-01")), child_id=CHILD, held_on=day("2021-01-20")
    )
    returned = Review(
        id=review_id(CHILD, day("2021-01-20")), child_id=CHILD, held_on=day("2021-01-20")
    )
    reckoned = ReviewClock.of(
        BORN, [episode("2020-12-18")], [laptop, returned], lawful(), day("2021-02-01")
    )
    assert found(reckoned.next_due(day("2021-02-01"))) == ("2021-04-20", "cla_second_review")
