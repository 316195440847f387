"""A council's own timescales: read whole, or refused with every reason at its line.

A council may tighten a rule (`rule:` and a shorter length) and add one of its own (`id:` and what
the law's files say of each). It may not loosen what a statute or statutory guidance says. Each
has its first day, since what began before the council decided keeps the rules of its day.
"""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace

from iro_desktop.domain.timescales.local_rules import (
    LocalRule,
    where_looser,
    with_local_rules,
)
from iro_desktop.domain.timescales.rule import Checked, Duty, InForce, Rule
from iro_desktop.domain.timescales.rule_book import RuleBook
from iro_desktop.problems import Problem
from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, instead, keys_of
from iro_desktop.source_files.tree import Node, Spot
from iro_desktop.source_files.yaml_reader import tree_of
from iro_desktop.timescale_files.faults import TimescaleFault
from iro_desktop.timescale_files.lengths import length_of
from iro_desktop.timescale_files.reader import in_force_of, rule_of, rule_words

FAMILY = "local"


@dataclass(frozen=True, slots=True)
class LocalTimescales:
    """What a council's file comes to: its name, and the rules with the council's laid over them."""

    council: str
    book: RuleBook
    changed: tuple[LocalRule, ...]
    added: tuple[Rule, ...]


@dataclass
class _Found:
    changed: list[LocalRule] = field(default_factory=list)
    added: list[Rule] = field(default_factory=list)
    periods: dict[str, list[tuple[InForce, Spot]]] = field(
        default_factory=lambda: defaultdict(list)
    )


def read_local_timescales(
    text: str, source: str, book: RuleBook, holidays: Container[dt.date]
) -> tuple[LocalTimescales | None, tuple[Problem, ...]]:
    """A council's file. None, and every problem with it, where any of it cannot be taken."""
    faults = Faults(source)
    tree = tree_of(text, faults)
    keys = None if tree is None else keys_of(tree, "file of local timescales", faults)
    if keys is None:
        return None, faults.in_order()
    council = keys.text("council", required=True)
    found = _Found()
    for node in keys.entries("rules", required=True):
        _take(node, book, holidays, faults, found)
    keys.done()
    for name, periods in found.periods.items():
        _check_overlaps(name, periods, faults)
    if faults:
        return None, faults.in_order()
    laid_over = with_local_rules(book, found.changed, found.added)
    local = LocalTimescales(council, laid_over, tuple(found.changed), tuple(found.added))
    return local, ()


def _take(
    node: Node, book: RuleBook, holidays: Container[dt.date], faults: Faults, found: _Found
) -> None:
    keys = keys_of(node, "local rule", faults)
    if keys is None:
        return
    if "rule" in keys:
        local = _tightening(keys, book, holidays, faults)
        if local is not None:
            found.changed.append(local)
            found.periods[local.rule].append((local.in_force, keys.spot))
    else:
        rule = _new_rule(keys, book, faults)
        if rule is not None:
            found.added.append(rule)
            found.periods[rule.id].append((rule.in_force, keys.spot))
    keys.done()


def _check_overlaps(name: str, periods: Iterable[tuple[InForce, Spot]], faults: Faults) -> None:
    ordered = sorted(periods, key=lambda period: period[0].first)
    for (before, _), (after, spot) in itertools.pairwise(ordered):
        if before.last is None or before.last >= after.first:
            day = after.first.isoformat()
            faults.add(TimescaleFault.VERSIONS_OVERLAP, spot, name, day=day)


def _has_first_day(keys: Keys, faults: Faults) -> bool:
    if "from" not in keys:
        faults.add(SourceFault.KEY_MISSING, keys.spot, "from", owner="local rule")
    return "from" in keys


def _new_rule(keys: Keys, book: RuleBook, faults: Faults) -> Rule | None:
    about = rule_words(keys, faults)
    if about.id in book:
        faults.add(TimescaleFault.NAME_TAKEN, keys.spot_of("id"), about.id)
    _has_first_day(keys, faults)
    return rule_of(about, FAMILY, keys, Duty.LOCAL, Checked.READ, faults)


def _tightening(
    keys: Keys, book: RuleBook, holidays: Container[dt.date], faults: Faults
) -> LocalRule | None:
    name = keys.text("rule", required=True)
    length, in_force = length_of(keys, faults), in_force_of(keys, faults)
    source = keys.text("source", required=True)
    has_first_day = _has_first_day(keys, faults)
    if not name:
        return None
    if name not in book:
        known = [rule.id for rule in book]
        faults.add(
            TimescaleFault.NO_SUCH_RULE, keys.spot_of("rule"), name, instead=instead(name, known)
        )
        return None
    if length is None or in_force is None or not has_first_day:
        return None
    keeps_longer = length.keeps_longer or book.versions(name)[0].length.keeps_longer
    local = LocalRule(name, replace(length, keeps_longer=keeps_longer), in_force, source)
    return local if _is_lawful(local, book, holidays, keys, faults) else None


def _is_lawful(
    local: LocalRule, book: RuleBook, holidays: Container[dt.date], keys: Keys, faults: Faults
) -> bool:
    spot = keys.spot_of("before" if local.length.is_before else "within")
    versions = book.versions(local.rule)
    earliest = min(version.in_force.first for version in versions)
    if local.in_force.first < earliest:
        day = local.in_force.first.isoformat()
        faults.add(TimescaleFault.NOT_IN_FORCE, keys.spot_of("from"), local.rule, day=day)
        return False
    if versions[0].length.is_before != local.length.is_before:
        is_before = versions[0].length.is_before
        word, other = ("before", "within") if is_before else ("within", "before")
        right = "back from" if is_before else "on from"
        faults.add(
            TimescaleFault.OTHER_DIRECTION, spot, local.rule, right=right, word=word, other=other
        )
        return False
    for law in versions:
        looser = where_looser(local, law, holidays)
        if looser is not None:
            kept = law.length.keeps_longer
            faults.add(
                TimescaleFault.KEPT_TOO_SHORT if kept else TimescaleFault.LOOSER,
                spot,
                local.rule,
                law=law.law,
                start=looser.start.isoformat(),
                local=looser.local.isoformat(),
                allowed=looser.allowed.isoformat(),
            )
            return False
    return True
