"""Due dates in words that a manager or a judge would accept."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.rule import Checked, Duty, Length, Rule, Unit
from iro_desktop.i18n import Translator
from iro_desktop.services.bank_holidays import ADDED_NAME
from iro_desktop.services.explaining import Explanation, explanation_of, length_in_words
from iro_desktop.services.reckoning import lawful

GOLDEN = Path(__file__).with_name("golden_explanations.txt")
SAY = Translator()
LAW = lawful()
VERSIONS = [version for rule in LAW.rules for version in LAW.rules.versions(rule.id)]
AWKWARD = [
    *("2020-04-06", "2022-05-05", "2022-08-26", "2023-04-06", "2023-11-30", "2024-02-29"),
    *("2024-12-24", "2025-01-04", "2025-08-31", "2025-12-25", "2027-12-13", "2028-02-29"),
]
COUNCIL = lawful(
    """\
council: Madeupshire
rules:
  - rule: secure_first_review
    within: 28 days
    source: Madeupshire Secure Accommodation Procedure, 2024
    from: 2024-04-01
  - rule: retention_foster_carer_record
    within: 25 years
    source: Madeupshire Retention Schedule, 2024
    from: 2024-04-01
"""
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def said(rule: str, start: str, reckoner: Reckoner = LAW) -> Explanation:
    return explanation_of(reckoner.due(rule, day(start)), SAY)


# Every rule, on every awkward day


@pytest.mark.parametrize("rule", VERSIONS, ids=lambda rule: f"{rule.id}-{rule.in_force.first}")
def test_that_every_reason_has_its_day_its_length_its_event_and_its_law(
    rule: Rule,
) -> None:
    for start in AWKWARD:
        _assert_explained(rule, start)


def _assert_explained(rule: Rule, start: str) -> None:
    due = Reckoner(LAW.rules, LAW.holidays).due(rule.id, day(start))
    words = explanation_of(due, SAY)
    assert words.day == SAY.weekday_date(due.on)
    assert SAY.weekday_date(day(start)) in words.why
    assert due.rule.counted_from in words.why
    assert f"({due.rule.law})." in words.why
    if due.rule.length.unit is not Unit.TERMS and due.rule.length.number:
        assert length_in_words(due.rule.length, SAY) in words.why
    assert words.law[0].startswith(due.rule.source)


@given(st.sampled_from(VERSIONS), st.dates(dt.date(1992, 1, 1), dt.date(2060, 12, 31)))
def test_that_an_explanation_is_made_of_whole_sentences(rule: Rule, start: dt.date) -> None:
    due = Reckoner(LAW.rules, LAW.holidays).due(rule.id, max(start, rule.in_force.first))
    words = explanation_of(due, SAY)
    sentences = (words.why, *words.counting, *words.caveats, *words.law, *words.changes)
    for sentence in sentences:
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert not set("{}") & set(sentence)
    assert words.whole == " ".join([f"{words.title}: {words.day}.", *sentences])
    assert words.short == " ".join([words.why, *words.caveats])


@pytest.mark.parametrize("start", AWKWARD)
def test_that_every_bank_holiday_passed_over_is_named_and_every_day_has_a_line(start: str) -> None:
    due = LAW.due("cla_first_review", day(start))
    words = explanation_of(due, SAY)
    for skipped in due.skipped:
        line = f"{SAY.weekday_date(skipped.day)}: {'a weekend' if skipped.is_weekend else ''}"
        assert any(one.startswith(line) for one in words.passed_over)
        if not skipped.is_weekend:
            named = f"{skipped.holiday} on {SAY.weekday_date(skipped.day)}"
            assert named in " ".join(words.counting)
    assert len(words.passed_over) == len(due.skipped)


# What else there is to know of a day


def test_that_a_day_counted_past_christmas_says_which_days_were_not_counted() -> None:
    assert said("cla_first_review", "2025-12-15").counting == (
        "The day of the event is not counted, nor are 8 days at weekends.",
        (
            "Bank holidays are not counted: Christmas Day on Thursday 25 December 2025, "
            "Boxing Day on Friday 26 December 2025 and New Year's Day on Thursday 1 January 2026."
        ),
    )


def test_that_a_day_that_the_council_added_is_named_as_that() -> None:
    proclaimed = {**LAW.holidays, day("2027-06-07"): ADDED_NAME}
    words = said("cla_first_review", "2027-06-01", Reckoner(LAW.rules, proclaimed))
    assert (
        words.counting[1] == f"A bank holiday is not counted: {ADDED_NAME} on Monday 7 June 2027."
    )


def test_that_a_short_count_inside_a_week_says_only_that_the_first_day_is_not_counted() -> None:
    assert said("iro_notified", "2025-09-01").counting == ("The day of the event is not counted.",)


def test_that_a_limit_in_months_passes_over_no_day() -> None:
    words = said("cla_second_review", "2025-09-25")
    assert (words.counting, words.passed_over) == ((), ())


def test_that_a_month_without_the_day_is_named() -> None:
    assert said("cla_second_review", "2023-11-30").caveats == (
        "February 2024 has no such date, so its last day is taken.",
    )


def test_that_a_limit_on_a_closed_day_has_the_last_practical_day_beside_it() -> None:
    assert said("cla_second_review", "2025-09-25").caveats == (
        (
            "That day is Christmas Day and not a working day. The limit does not move, "
            "so the last practical day is Wednesday 24 December 2025."
        ),
    )


def test_that_a_tighter_rule_of_the_council_names_the_day_of_the_law() -> None:
    words = said("secure_first_review", "2026-03-10", COUNCIL)
    assert words.caveats == (
        (
            "The council asks for it sooner than SI 1991/1505 reg 15, "
            "which would allow until Friday 10 April 2026."
        ),
    )
    assert words.law == (
        (
            "Madeupshire Secure Accommodation Procedure, 2024: local practice, "
            "in force since 1 April 2024."
        ),
    )


def test_that_a_council_that_asks_for_the_same_day_is_not_said_to_ask_for_it_sooner() -> None:
    assert said("secure_first_review", "2025-01-31", COUNCIL).caveats == ()


def test_that_a_record_kept_longer_names_the_day_that_the_law_asks_for() -> None:
    assert said("retention_foster_carer_record", "2025-03-15", COUNCIL).caveats == (
        (
            "The council keeps it longer than SI 2011/581 reg 32(1), "
            "which asks for Thursday 15 March 2035."
        ),
    )


@pytest.mark.parametrize("birthday", ["2026-01-08", "2026-01-15"])
def test_that_an_eighteenth_birthday_by_then_stops_the_clock(birthday: str) -> None:
    due = replace(LAW.due("cla_first_review", day("2025-12-15")), stops_on=day(birthday))
    (caveat,) = explanation_of(due, SAY).caveats
    shown = SAY.weekday_date(day(birthday))
    assert caveat == f"The child turns 18 on {shown}, and the clock stops then."


@pytest.mark.parametrize(
    ("checked", "duty", "words"),
    [
        (Checked.READ, Duty.STATUTE, None),
        (
            Checked.REPORTED,
            Duty.STATUTE,
            "This was taken from published procedures, and not checked against its source.",
        ),
        (
            Checked.UNCONFIRMED,
            Duty.GUIDANCE,
            "This is not confirmed: check it before relying on it.",
        ),
        (Checked.REPORTED, Duty.LOCAL, None),
    ],
)
def test_that_what_was_not_read_at_its_source_is_owned_up_to(
    checked: Checked, duty: Duty, words: str | None
) -> None:
    rule = replace(LAW.rules.versions("iro_allocated")[0], checked=checked, duty=duty)
    due = replace(LAW.due("iro_allocated", day("2025-09-01")), rule=rule)
    assert explanation_of(due, SAY).law[1:] == (() if words is None else (words,))


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (Length(1, Unit.WORKING_DAYS), "1 working day"),
        (Length(20, Unit.WORKING_DAYS), "20 working days"),
        (Length(1, Unit.DAYS), "1 day"),
        (Length(28, Unit.DAYS), "28 days"),
        (Length(1, Unit.WEEKS), "1 week"),
        (Length(6, Unit.WEEKS), "6 weeks"),
        (Length(1, Unit.MONTHS), "1 month"),
        (Length(3, Unit.MONTHS), "3 months"),
        (Length(1, Unit.YEARS), "1 year"),
        (Length(75, Unit.YEARS), "75 years"),
        (Length(1, Unit.TERMS), "1 term"),
        (Length(2, Unit.TERMS), "2 terms"),
    ],
)
def test_that_a_length_is_said_as_people_say_it(length: Length, words: str) -> None:
    assert length_in_words(length, SAY) == words


@pytest.mark.parametrize(
    ("length", "reason"),
    [
        (Length(2, Unit.TERMS), "The limit is the end of the term 2 after that of Monday"),
        (Length(1, Unit.TERMS, is_before=True), "The limit is 1 term before Monday"),
        (Length(0, Unit.MONTHS), "The limit is Monday"),
    ],
)
def test_that_a_councils_odd_length_is_still_a_sentence(length: Length, reason: str) -> None:
    due = LAW.due("pep_termly", day("2025-09-01"))
    odd = replace(due, rule=replace(due.rule, length=length))
    assert explanation_of(odd, SAY).why.startswith(reason)


# Read through by a person; accepted on purpose

READ_THROUGH: list[tuple[str, str, Reckoner]] = [
    ("cla_first_review", "2022-08-26", LAW),
    ("cla_first_review", "2009-01-10", LAW),
    ("cla_second_review", "2023-11-30", LAW),
    ("cla_subsequent_review", "2025-06-25", LAW),
    ("cla_review_asked_for", "2026-01-10", LAW),
    ("cla_review_before_remand_ends", "2026-03-20", LAW),
    ("adoption_placed_first_review", "2025-12-05", LAW),
    ("short_break_first_review", "2025-07-01", LAW),
    ("secure_first_review", "2026-03-10", COUNCIL),
    ("social_worker_report", "2022-04-20", LAW),
    ("adjourned_review", "2022-05-20", LAW),
    ("manager_response", "2025-12-19", LAW),
    ("resolution_process", "2020-12-18", LAW),
    ("cp_initial_conference", "2023-04-24", LAW),
    ("placed_with_parents_18_months", "2024-08-31", LAW),
    ("pep_termly", "2025-09-01", LAW),
    ("private_fostering_first_visit", "2022-09-14", LAW),
    ("retention_case_record", "2012-02-29", LAW),
    ("retention_foster_carer_record", "2025-03-15", COUNCIL),
]


@pytest.fixture
def accepted(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """The text accepted last.

    `pytest tests/documents tests/services --update-golden` accepts what is said now.
    """

    def compare(found: str) -> str:
        if request.config.getoption("--update-golden", default=False):
            GOLDEN.write_text(found, encoding="utf-8")
        return GOLDEN.read_text(encoding="utf-8")

    return compare


def paragraph(due: Explained) -> str:
    return f"{due.rule.id} {due.counted_from}\n{explanation_of(due, SAY).whole}\n"


def test_that_explanations_read_as_they_were_accepted(accepted: Callable[[str], str]) -> None:
    found = "\n".join(
        paragraph(reckoner.due(rule, day(start))) for rule, start, reckoner in READ_THROUGH
    )
    assert found == accepted(found)
