"""Which clocks run for a child besides that of the next review, and when each runs out.

One way for all: a rule's clock starts with the latest of its `starts`, is met by one of its
`met_by` since, and stops unmet with one of its `stops` since. A rule counted back from an event
to come runs towards the soonest of them.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache

from iro_desktop.domain.child import age_on
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.life import Life
from iro_desktop.domain.timescales.bringing_forward import BRINGS_FORWARD
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.review_cycles import CYCLES
from iro_desktop.domain.timescales.rule import Rule
from iro_desktop.domain.timescales.rule_book import RuleBook

_RETENTION = "retention"
_YEAR = dt.timedelta(days=365)


def open_clocks(
    life: Life, reckoner: Reckoner, today: dt.date, *, with_old: bool = False
) -> Iterator[Explained]:
    """Every clock that runs on `today`, in the order of the rules.

    None runs for a child who has died. What is to be done before a review is a reminder until its
    day: nobody records that it was.

    A thing that happens once and was due over a year ago, with no word of it in the store, says
    nothing: more likely it was done before this store began than never. `with_old` gives it too.
    """
    if any(day <= today for day in life.get(Happening.DIED, ())):
        return
    for rule in _clocked(reckoner.rules):
        began = _began(rule, life, today)
        if began is None or not _is_for(rule, life, began):
            continue
        if _is_since(life, rule.stops, began, today) or _is_met(life, rule, began, today):
            continue
        if rule.times and _times_met(rule, life, today) >= rule.times:
            continue
        if not any(version.in_force.holds(began) for version in reckoner.rules.versions(rule.id)):
            continue
        due = reckoner.due(rule.id, began)
        is_old = not with_old and _is_stale(rule, due, today)
        if due.on >= today if rule.length.is_before else not is_old:
            yield due


@lru_cache(maxsize=8)
def _clocked(book: RuleBook) -> tuple[Rule, ...]:
    """The rules with a clock of this kind: not the reviews of the case, not how long to keep."""
    elsewhere = {rule for one in CYCLES.values() for rule in (one.first, one.second, one.later)}
    elsewhere |= set(BRINGS_FORWARD.values())
    return tuple(
        rule
        for rule in book
        if rule.starts and rule.id not in elsewhere and rule.family != _RETENTION
    )


def _began(rule: Rule, life: Life, today: dt.date) -> dt.date | None:
    days = [day for kind in rule.starts for day in life.get(kind, ())]
    if rule.length.is_before:
        return min((day for day in days if day >= today), default=None)
    return max((day for day in days if day <= today), default=None)


def _is_for(rule: Rule, life: Life, began: dt.date) -> bool:
    """Whether the rule is for a child of that age, in that year of the arrangement."""
    born = life.get(Happening.BORN)  # a household was never born
    if born and not rule.ages.hold(age_on(born[0], began)):
        return False
    if rule.years is None:
        return True
    happened = [day for day in life.get(rule.years.happening, ()) if day <= began]
    return rule.years.hold(max(happened, default=None), began)


def _is_since(life: Life, kinds: Sequence[Happening], began: dt.date, today: dt.date) -> bool:
    return any(began < day <= today for kind in kinds for day in life.get(kind, ()))


def _is_met(life: Life, rule: Rule, began: dt.date, today: dt.date) -> bool:
    once = [kind for kind in rule.met_by if kind not in rule.starts]
    return any(began <= day <= today for kind in once for day in life.get(kind, ()))


def _times_met(rule: Rule, life: Life, today: dt.date) -> int:
    """How often a rule that begins anew each time was met since it first began."""
    first = [kind for kind in rule.starts if kind not in rule.met_by]
    began = [day for kind in first for day in life.get(kind, ()) if day <= today]
    since = max(began, default=dt.date.min)
    met = {day for kind in rule.met_by for day in life.get(kind, ()) if since <= day <= today}
    return len(met)


def _is_stale(rule: Rule, due: Explained, today: dt.date) -> bool:
    is_repeated = any(kind in rule.starts for kind in rule.met_by)
    lasts = not rule.met_by
    return not (is_repeated or lasts) and due.on + _YEAR < today
