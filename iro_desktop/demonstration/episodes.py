"""Made-up episodes of care, as a return would list them."""

import datetime as dt

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.families import Family
from iro_desktop.demonstration.history import Calendar
from iro_desktop.demonstration.journeys import Step
from iro_desktop.domain.care import CONTINUES, Episode
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import EpisodeId

_STARTED, _STATUS, _MOVED, _CHANGED_TERMS, _BOTH, _BOTH_SAME_CARER = "S", "L", "P", "T", "B", "U"
_CARE_PLAN = "CARPL"
_STAYED_ON, _INTO_SUPPORTED_HOME = "E17", "E5"


def make_episodes(
    draw: Draw, child: Child, family: Family, calendar: Calendar, today: dt.date
) -> tuple[Episode, ...]:
    """One episode for each step of the journey; the last is open unless care has ended."""
    steps = family.journey.steps
    starts = [_day(step, calendar, today) for step in steps]
    ends = [*starts[1:], calendar.ended]
    befores = [None, *steps[:-1]]
    home = 0
    episodes: list[Episode] = []
    for before, step, started, ended in zip(befores, steps, starts, ends, strict=True):
        home += not step.same_home
        last = step is steps[-1]
        episodes.append(
            Episode(
                id=EpisodeId(draw.id("episode", child.number, started.isoformat())),
                child_id=child.id,
                started=started,
                reason_started=_reason_started(before, step),
                legal_status=step.legal_status,
                category_of_need=family.journey.need,
                placement=step.placement,
                provider=step.provider,
                ended=ended,
                reason_ended=_reason_ended(step, ended, last=last),
                reason_for_move="" if last or steps[len(episodes) + 1].same_home else _CARE_PLAN,
                home_postcode="ZZ99 3VZ",
                placement_postcode=_no_such_postcode(draw, child, home),
            )
        )
    return tuple(episodes)


def _day(step: Step, calendar: Calendar, today: dt.date) -> dt.date:
    base = calendar.started if step.on >= 0 else today
    return base + dt.timedelta(days=step.on)


def _reason_started(before: Step | None, step: Step) -> str:
    if before is None:
        return _STARTED
    status = before.legal_status != step.legal_status
    if not step.same_home:
        return _BOTH if status else _MOVED
    terms = before.placement != step.placement
    if terms:
        return _BOTH_SAME_CARER if status else _CHANGED_TERMS
    return _STATUS


def _reason_ended(step: Step, ended: dt.date | None, *, last: bool) -> str:
    if ended is None:
        return ""
    if not last:
        return CONTINUES
    return _INTO_SUPPORTED_HOME if step.placement == "H5" else _STAYED_ON


def _no_such_postcode(draw: Draw, child: Child, home: int) -> str:
    """A code in ZZ99, which belongs to no place. Brothers and sisters in one home share it."""
    chance = draw.of("postcode", child.sibling_group or child.number, home)
    return f"ZZ99 {chance.randint(1, 9)}{chance.choice('ABDEFGH')}{chance.choice('JLNPQ')}"
