import datetime as dt

from iro_desktop.domain.care import Episode
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import ChildId, EntityId, episode_id, review_id
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.reckoning import lawful

CHILD = ChildId("made-up")
BORN = dt.date(2012, 3, 4)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def episode(
    started: str,
    ended: str = "",
    reason: str = "X1",
    placement: str = "U6",
    status: str = "C2",
) -> Episode:
    return Episode(
        id=episode_id(CHILD, day(started)),
        child_id=CHILD,
        started=day(started),
        ended=day(ended) if ended else None,
        reason_ended=reason if ended else "",
        legal_status=status,
        placement=placement,
    )


def happened(kind: Happening, on: str) -> RecordedHappening:
    return RecordedHappening(id=EntityId(on), child_id=CHILD, happening=kind, on=day(on))


def clock(
    *episodes: Episode,
    held: tuple[str, ...] = (),
    today: str = "2032-01-01",
    happenings: tuple[RecordedHappening, ...] = (),
) -> ReviewClock:
    reviews = [
        Review(
            id=review_id(CHILD, day(on)),
            child_id=CHILD,
            status=ReviewStatus.CLOSED,
            held_on=day(on),
        )
        for on in held
    ]
    return ReviewClock.of(BORN, episodes, reviews, lawful(), day(today), happenings)


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


def test_that_a_child_who_turns_eighteen_has_no_review_due_from_that_day() -> None:
    reckoned = clock(episode("2029-06-01"), held=("2029-06-20", "2029-09-10"))
    due = reckoned.next_due(day("2030-03-03"))
    assert due is not None
    assert (due.on, due.stops_on) == (day("2030-03-10"), day("2030-03-04"))
    assert reckoned.next_due(day("2030-03-04")) is None
    assert reckoned.due_of(day("2030-03-04")) is None


def test_that_a_review_is_due_sooner_when_the_iro_asks() -> None:
    care, held = episode("2020-12-18"), ("2021-01-20", "2021-04-20")
    asked = happened(Happening.IRO_ASKED_FOR_REVIEW, "2021-06-01")
    due = clock(care, held=held, happenings=(asked,)).next_due(day("2021-05-01"))
    assert found(due) == ("2021-06-01", "cla_review_asked_for")
    met = clock(care, held=(*held, "2021-06-01"), happenings=(asked,)).next_due(day("2021-06-02"))
    assert found(met) == ("2021-12-01", "cla_subsequent_review")


def test_that_a_happening_after_the_limit_puts_nothing_off() -> None:
    ends = happened(Happening.REMAND_ENDS, "2022-01-05")
    reckoned = clock(episode("2020-12-18"), held=("2021-01-20",), happenings=(ends,))
    assert found(reckoned.next_due(day("2021-02-01"))) == ("2021-04-20", "cla_second_review")


def test_that_authority_to_place_takes_the_ordinary_cycle_over_and_hands_it_back() -> None:
    care = (
        episode("2020-01-06", "2021-02-01"),
        episode("2021-02-01", "2021-09-01", status="E1"),
        episode("2021-09-01"),
    )
    authorised = clock(*care[:2], held=("2020-12-01",), today="2021-02-02")
    assert found(authorised.next_due(day("2021-02-02"))) == (
        "2021-05-01",
        "adoption_authorised_first_review",
    )
    handed_back = clock(*care, held=("2020-12-01", "2021-04-20"), today="2021-09-02")
    assert found(handed_back.next_due(day("2021-09-02"))) == (
        "2021-10-20",
        "cla_subsequent_review",
    )


# Short breaks that the return gives stay by stay: two nights at a time, in one home.
STAYS = ("2026-03-06", "2026-05-08", "2026-07-10", "2026-10-02")


def stays(*more: Episode) -> tuple[Episode, ...]:
    ends = [(day(one) + dt.timedelta(days=2)).isoformat() for one in STAYS]
    return (
        *(
            episode(began, ended, "E4A", status="V3")
            for began, ended in zip(STAYS, ends, strict=True)
        ),
        *more,
    )


def test_that_short_breaks_told_stay_by_stay_are_one_series_with_one_clock() -> None:
    series = clock(*stays(), held=("2026-05-20",))
    assert found(series.due_of(day("2026-05-20"))) == ("2026-06-06", "short_break_first_review")
    due = series.next_due(day("2026-11-22"))  # at home, between two stays
    assert found(due) == ("2026-11-20", "short_break_subsequent_review")


def test_that_a_series_is_over_when_no_stay_has_come_for_six_months() -> None:
    assert clock(*stays()).next_due(day("2027-04-05")) is None


def test_that_a_stay_of_eighteen_days_is_no_short_break() -> None:
    for nights, due in (
        (17, ("2026-06-06", "short_break_first_review")),
        (18, ("2026-12-09", "cla_first_review")),
    ):
        left = (day("2026-11-11") + dt.timedelta(days=nights)).isoformat()
        long = episode("2026-11-11", left, "E4A", status="V3")
        reckoned = clock(*stays(long), today="2026-11-30")
        assert found(reckoned.next_due(day("2026-11-30"))) == due


def test_that_more_than_seventy_five_days_in_a_year_are_no_short_breaks() -> None:
    starts = [day("2026-01-05") + dt.timedelta(days=21 * number) for number in range(6)]
    for last, rule in ((5, "short_break_first_review"), (6, "cla_first_review")):
        lengths = [14] * 5 + [last]
        breaks = [
            episode(
                began.isoformat(),
                (began + dt.timedelta(days=nights)).isoformat(),
                "E4A",
                status="V3",
            )
            for began, nights in zip(starts, lengths, strict=True)
        ]
        due = clock(*breaks, today="2026-06-01").next_due(day("2026-06-01"))
        assert due is not None
        assert due.rule.id == rule


def test_that_no_clock_runs_for_a_child_who_has_died() -> None:
    died = happened(Happening.DIED, "2021-03-01")
    reckoned = clock(episode("2020-12-18"), held=("2021-01-20",), happenings=(died,))
    assert reckoned.next_due(day("2021-02-28")) is not None
    assert reckoned.next_due(day("2021-03-01")) is None
