"""A council's own rules, laid over those of the law, which they may tighten and never loosen."""

import datetime as dt
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from iro_desktop.domain.timescales.rule import Duty, InForce, Length, Rule
from iro_desktop.domain.timescales.rule_book import RuleBook

_DAY = dt.timedelta(days=1)
_DAYS_LOOKED_AT = 28 * 366
"""In 28 years every date has fallen on every weekday, and Easter and Christmas on most."""
_LAST_LOOKED_AT = dt.date(2100, 12, 31)
"""Nobody knows the holidays of later years."""


@dataclass(frozen=True, slots=True)
class LocalRule:
    """A council's length for a rule there is already. `source` is where the council says so."""

    rule: str
    length: Length
    in_force: InForce
    source: str


@dataclass(frozen=True, slots=True)
class Looser:
    """A start for which a local length would allow more than the law does, or keep for less."""

    start: dt.date
    local: dt.date
    allowed: dt.date


def where_looser(local: LocalRule, law: Rule, holidays: Container[dt.date]) -> Looser | None:
    """The first start day on which a local length asks for less than the law's; None where never.

    That is where it ends later or, for what is to be kept so long, sooner. Every day is tried,
    since units do not compare by themselves: four weeks are mostly less than twenty working days,
    and sometimes more. A rule of local practice has no law to be looser than.
    """
    if law.duty is Duty.LOCAL:
        return None
    start = max(local.in_force.first, law.in_force.first)
    ends = (one.in_force.last or _LAST_LOOKED_AT for one in (local, law))
    days = (min(*ends, _LAST_LOOKED_AT) - start).days + 1
    for _ in range(min(days, _DAYS_LOOKED_AT)):
        here, allowed = local.length.end(start, holidays), law.length.end(start, holidays)
        if here < allowed if law.length.keeps_longer else here > allowed:
            return Looser(start, here, allowed)
        start += _DAY
    return None


def with_local_rules(
    book: RuleBook, local_rules: Iterable[LocalRule], new: Iterable[Rule]
) -> RuleBook:
    """The law's rules with a council's laid over them, and the council's own added.

    Where a local rule is in force it stands in for the law's, which it keeps: a due date is the
    stricter of the two, whatever holiday may still be proclaimed.
    """
    rules = {rule.id: list(book.versions(rule.id)) for rule in book}
    for local in local_rules:
        rules[local.rule] = [
            piece for rule in rules[local.rule] for piece in _laid_over(rule, local)
        ]
    for rule in new:
        rules.setdefault(rule.id, []).append(rule)
    return RuleBook(rule for versions in rules.values() for rule in versions)


def _laid_over(rule: Rule, local: LocalRule) -> Iterator[Rule]:
    """A version in up to three pieces: before the local rule, under it, and after it."""
    theirs, ours = rule.in_force, local.in_force
    first = max(theirs.first, ours.first)
    last = min(theirs.last or dt.date.max, ours.last or dt.date.max)
    if last < first:
        yield rule
        return
    if theirs.first < first:
        yield replace(rule, in_force=InForce(theirs.first, first - _DAY))
    if last < (theirs.last or dt.date.max):
        yield replace(rule, in_force=InForce(last + _DAY, theirs.last))
    yield replace(
        rule,
        length=local.length,
        law=local.source,
        source=local.source,
        duty=Duty.LOCAL,
        in_force=InForce(first, None if last == dt.date.max else last),
        tightens=rule.tightens if rule.duty is Duty.LOCAL else rule,
        note="",
    )
