"""Made-up children as the caseload holds them."""

import datetime as dt
from dataclasses import dataclass, replace

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.families import Family, Situation
from iro_desktop.demonstration.history import Calendar
from iro_desktop.demonstration.names import IRO, TEAMS
from iro_desktop.demonstration.people import Cast
from iro_desktop.domain.child import Child, Sex, age_on, birthday
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.working_days import add_months

_PRONOUNS = {Sex.MALE: "he/him", Sex.FEMALE: "she/her", Sex.UNKNOWN: "they/them"}
_ETHNICITIES = ("WBRI", "WBRI", "WBRI", "WOTH", "MWBC", "MWAS", "AIND", "APKN", "BCRB", "BAFR")
_LONG_TERM_PLANS = {
    "P1": "Return to family",
    "H5": "Supported living in the community",
    **dict.fromkeys(("K2", "S1", "R1"), "Long-term residential placement"),
    "U4": "Long-term fostering",
    "U1": "Special guardianship order",
    **dict.fromkeys(("U5", "A3", "A5", "A6"), "Adoption"),
}
_SDQ_AGES = range(4, 17)
_MOVES_TEAM_AT = 16
_PLAN_IS_MADE_BY = dt.timedelta(days=160)
_A_YEAR = dt.timedelta(days=365)
_HEALTH_SEEN_TO, _TEETH_SEEN_TO, _VACCINATED = 0.9, 0.8, 0.93


@dataclass(frozen=True, slots=True)
class Place:
    """Where a child stands in the caseload: the family's number, and the child's own from 1."""

    family: int
    number: int
    age: int

    @property
    def council_number(self) -> str:
        """The number the made-up council knows the child by."""
        return f"DEMO-{self.number:04}"


def make_child(
    draw: Draw, place: Place, family: Family, calendar: Calendar, cast: Cast, today: dt.date
) -> Child:
    """One child, without a name yet."""
    chance = draw.of("child", place.number)
    shared = draw.of("family", place.family)
    sex = chance.choices((Sex.FEMALE, Sex.MALE, Sex.UNKNOWN), (10, 10, 1))[0]
    born = _date_of_birth(draw, place, calendar, today)
    child = Child(
        id=ChildId(draw.id("child", place.number)),
        number=place.council_number,
        date_of_birth=born,
        sex=sex,
        pronouns=_PRONOUNS[sex],
        ethnicity="NOBT" if family.unaccompanied else shared.choice(_ETHNICITIES),
        languages=(family.language, "English") if family.language else (),
        communication_needs=family.communication if place.age == family.ages[0] else "",
        sibling_group=f"DEMO-FAMILY-{place.family + 1:02}" if family.siblings else "",
        iro_name=IRO,
        iro_allocated_on=calendar.started + dt.timedelta(days=shared.randint(1, 4)),
        social_worker=cast.social_worker.name,
        team=TEAMS[2] if place.age >= _MOVES_TEAM_AT else TEAMS[place.family % 2],
        unaccompanied=family.unaccompanied,
        asylum_seeking_until=birthday(born, 18) if family.unaccompanied else None,
        made_up=True,
    )
    if family.situation is Situation.NEW:
        return replace(child, iro_allocated_on=calendar.started)
    return _with_health(_with_plan(child, family, calendar, today), draw, calendar, today)


def _date_of_birth(draw: Draw, place: Place, calendar: Calendar, today: dt.date) -> dt.date:
    """A day that gives the age wanted today, and before the child came into care."""
    if calendar.ended is not None:
        return add_months(calendar.ended, -12 * place.age)
    latest = min(add_months(today, -12 * place.age), calendar.started - dt.timedelta(days=1))
    earliest = add_months(today, -12 * (place.age + 1)) + dt.timedelta(days=1)
    days = draw.of("born", place.family, place.age).randint(0, max(0, (latest - earliest).days))
    return earliest + dt.timedelta(days=days)


def _with_plan(child: Child, family: Family, calendar: Calendar, today: dt.date) -> Child:
    last = family.journey.steps[-1]
    start = calendar.started if last.on >= 0 else today
    plan = _LONG_TERM_PLANS.get(last.placement, "Other" if last.legal_status == "C1" else "")
    if not plan and today - calendar.started > _PLAN_IS_MADE_BY:
        plan = "Return to family" if last.legal_status == "V2" else "Long-term fostering"
    matched_on = start + dt.timedelta(days=last.on) if family.journey.matched else None
    return replace(child, permanence_plan=plan, permanently_matched_on=matched_on)


def _with_health(child: Child, draw: Draw, calendar: Calendar, today: dt.date) -> Child:
    chance = draw.of("health", child.number)
    until = calendar.ended or today

    def days_ago(least: int, most: int) -> dt.date:
        return max(calendar.started, until - dt.timedelta(days=chance.randint(least, most)))

    a_year = until - calendar.started >= _A_YEAR
    scored = a_year and age_on(child.date_of_birth, until) in _SDQ_AGES
    return replace(
        child,
        sdq_score=chance.randint(6, 21) if scored else None,
        sdq_reason="SDQ1" if a_year and not scored else "",
        health_assessment_up_to_date=chance.random() < _HEALTH_SEEN_TO if a_year else None,
        dental_check_up_to_date=chance.random() < _TEETH_SEEN_TO if a_year else None,
        immunisations_up_to_date=chance.random() < _VACCINATED if a_year else None,
        last_health_assessment=days_ago(20, 330),
        last_dental_check=days_ago(20, 300),
        last_social_work_visit=days_ago(2, 40),
        last_iro_contact=days_ago(3, 70),
    )
