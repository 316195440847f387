"""The whole child on one page: nothing recorded is no answer, and each rule says when it is old."""

import datetime as dt
from dataclasses import replace

import pytest

from care_samples import CHILD, RECKONER, day, episode
from iro_desktop.domain.care import Episode, periods_of_care
from iro_desktop.domain.child import Child
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.life import life_of
from iro_desktop.domain.permanence import PermanenceFinding, PermanencePlan
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.whole_child import (
    Dated,
    Found,
    HomeLife,
    Known,
    Line,
    LineState,
    Matter,
    ReturnSays,
    SdqTrend,
    Source,
    SourceKind,
    ThisTerm,
    WhyNot,
    whole_child,
)

TODAY = day("2026-11-20")
BORN = Child(id=CHILD, number="MADEUP", date_of_birth=day("2016-05-04"))
WRITTEN = Source(SourceKind.RECORDED, "Made-up Officer")


def _known(
    child: Child = BORN,
    episodes: tuple[Episode, ...] = (episode("2024-06-03"),),
    **happened: str,
) -> Known:
    told = {Happening(kind): Dated(day(on), WRITTEN) for kind, on in happened.items()}
    recorded = [
        RecordedHappening(id=EntityId(kind), child_id=child.id, happening=kind, on=one.on)
        for kind, one in told.items()
    ]
    periods = periods_of_care(episodes)
    life = life_of(child, periods, (), recorded)
    return Known(child=child, periods=periods, life=life, told=told)


def _line(known: Known, matter: Matter, on: dt.date = TODAY) -> Line:
    return whole_child(known, RECKONER, on).line(matter)


def test_that_what_nobody_recorded_is_never_taken_for_a_no() -> None:
    page = whole_child(_known(), RECKONER, TODAY)
    assert [line.matter for line in page.lines] == list(Matter)
    states = {line.matter: line.state for line in page.lines}
    assert states.pop(Matter.HOME) is LineState.RECORDED
    assert set(states.values()) == {LineState.NEVER_RECORDED}


@pytest.mark.parametrize(
    ("born", "held", "stale_since"),
    [("2022-08-01", "2026-05-20", "2026-11-21"), ("2016-05-04", "2026-05-20", "2027-05-21")],
)
def test_that_health_is_assessed_each_half_year_under_5_and_yearly_from_5(
    born: str, held: str, stale_since: str
) -> None:
    child = replace(BORN, date_of_birth=day(born))
    line = _line(_known(child, health_assessed=held), Matter.HEALTH)
    assert line.stale_since == day(stale_since)
    assert line.source == WRITTEN
    due = line.due
    assert due is not None
    assert _line(_known(child, health_assessed=held), Matter.HEALTH, due.on).state is (
        LineState.DUE_SOON
    )
    after = _line(_known(child, health_assessed=held), Matter.HEALTH, due.on + dt.timedelta(1))
    assert after.state is LineState.STALE


@pytest.mark.parametrize(("said", "state"), [(True, LineState.RECORDED), (False, LineState.STALE)])
def test_that_a_returns_yes_has_no_day_and_its_no_is_out_of_date(
    said: bool,  # noqa: FBT001 - as the return has it
    state: LineState,
) -> None:
    line = _line(_known(replace(BORN, dental_check_up_to_date=said)), Matter.DENTAL)
    assert (line.state, line.on, line.value) == (state, None, ReturnSays(said))


@pytest.mark.parametrize(
    ("born", "since", "why"),
    [
        ("2022-11-21", "2024-06-03", WhyNot.TOO_YOUNG),
        ("2009-11-20", "2024-06-03", WhyNot.TOO_OLD),
        ("2016-05-04", "2025-11-21", WhyNot.LESS_THAN_A_YEAR),
        ("2009-11-21", "2025-11-20", None),
    ],
)
def test_that_the_sdq_is_asked_from_4_to_16_after_a_year_in_care(
    born: str, since: str, why: WhyNot | None
) -> None:
    known = _known(replace(BORN, date_of_birth=day(born)), (episode(since),))
    line = _line(known, Matter.SDQ)
    expected = LineState.NEVER_RECORDED if why is None else LineState.NOT_APPLICABLE
    assert (line.state, line.value) == (expected, why)


def test_that_a_questionnaire_without_its_total_does_not_borrow_the_last_one() -> None:
    score = SdqScore(id=EntityId("one"), child_id=CHILD, on=day("2025-10-01"), total=18)
    known = replace(_known(sdq_completed="2026-10-01"), sdq=(score,))
    line = _line(known, Matter.SDQ)
    assert (line.on, line.value) == (day("2026-10-01"), SdqTrend((score,), waits=True))


@pytest.mark.parametrize(("held", "this_term"), [("2026-09-03", True), ("2026-07-03", False)])
def test_that_a_pep_counts_in_the_term_it_was_held_in(
    held: str,
    this_term: bool,  # noqa: FBT001 - what is told
) -> None:
    line = _line(_known(pep_held=held), Matter.PEP)
    assert line.value == ThisTerm(this_term)
    assert line.due is not None


def test_that_short_breaks_ask_for_no_plan_of_health_or_learning() -> None:
    known = _known(episodes=(episode("2024-06-03", legal_status="V4"),))
    page = whole_child(known, RECKONER, TODAY)
    assert page.line(Matter.PEP).value is WhyNot.SHORT_BREAKS
    assert page.line(Matter.HEALTH).state is LineState.NOT_APPLICABLE
    assert page.four_months is None


@pytest.mark.parametrize(
    ("is_ratified", "state"),
    [(True, LineState.UP_TO_DATE), (False, LineState.STALE), (None, LineState.RECORDED)],
)
def test_that_a_plan_nobody_ratified_is_late_after_four_months(
    is_ratified: bool | None,  # noqa: FBT001 - three states
    state: LineState,
) -> None:
    finding = PermanenceFinding(
        id=EntityId("found"),
        child_id=CHILD,
        review_id=ReviewId("second"),
        is_present=True,
        plan=PermanencePlan.FOSTERING_TO_18,
        is_ratified=is_ratified,
    )
    known = replace(_known(), findings=(Found(thing=finding, held_on=day("2024-09-20")),))
    page = whole_child(known, RECKONER, TODAY)
    assert page.line(Matter.PERMANENCE).state is state
    assert page.four_months is not None
    assert page.four_months.on == day("2024-10-03")


def test_that_moves_are_counted_in_this_care_and_in_the_last_twelve_months() -> None:
    homes = (
        episode("2024-06-03", "2025-01-10", reason_started="S"),
        episode("2025-01-10", "2026-02-10", reason_started="P"),
        episode("2026-02-10", reason_started="P", placement="K2"),
    )
    line = _line(_known(episodes=homes), Matter.HOME)
    assert (line.on, line.value) == (day("2026-02-10"), HomeLife("K2", 1, 2))
