"""The law's timescales from `resources/reference/timescales`: one file for each family of rules."""

import datetime as dt
import itertools
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.timescales.rule import Ages, Checked, Duty, InForce, Rule, YearsSince
from iro_desktop.domain.timescales.rule_book import RuleBook
from iro_desktop.problems import Problem
from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.keys import Keys, keys_of, word_of
from iro_desktop.source_files.tree import Node, Scalar, Spot
from iro_desktop.source_files.yaml_reader import read_text, tree_of
from iro_desktop.timescale_files.faults import TimescaleFault, line_of
from iro_desktop.timescale_files.lengths import length_of

W = TypeVar("W", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Family:
    """One file: the rules of one subject, under one title."""

    id: str
    title: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Timescales:
    """Every rule of the law, and the families they stand in, by the names of their files."""

    book: RuleBook
    families: tuple[Family, ...]


class FaultyTimescales(Exception):
    """The program's own files are broken: a fault of ours, never of the person's."""


def read_timescales(folder: Path) -> Timescales:
    """All families. Raises FaultyTimescales, with every fault a line."""
    families: list[Family] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        family, found = read_family_file(path)
        problems += found
        if family is not None:
            families.append(family)
    if problems or not families:
        raise FaultyTimescales("\n".join(line_of(problem) for problem in problems))
    rules = [rule for family in families for rule in family.rules]
    return Timescales(RuleBook(rules), tuple(families))


def read_family_file(path: Path) -> tuple[Family | None, tuple[Problem, ...]]:
    """One family, or None and every problem with its file."""
    faults = Faults(path.name)
    text = read_text(path, faults)
    family = None if text is None else _family(text, faults)
    return (None if faults else family), faults.in_order()


def _family(text: str, faults: Faults) -> Family | None:
    tree = tree_of(text, faults)
    keys = None if tree is None else keys_of(tree, "family", faults)
    if keys is None:
        return None
    name, title = keys.identifier("family"), keys.text("title", required=True)
    rules: list[Rule] = []
    seen: dict[str, Spot] = {}
    for node in keys.entries("rules", required=True):
        found = _versions(node, name, faults)
        for rule in found[:1]:
            if rule.id in seen:
                line = str(seen[rule.id].line)
                faults.add(TimescaleFault.RULE_TWICE, node.spot, rule.id, line=line)
            seen[rule.id] = node.spot
        rules += found
    keys.done()
    return Family(name, title, tuple(rules))


def _versions(node: Node, family: str, faults: Faults) -> list[Rule]:
    keys = keys_of(node, "rule", faults)
    if keys is None:
        return []
    about = rule_words(keys, faults)
    duty = keys.word("duty", Duty, "duty")
    spots = keys.entries("versions", required=True)
    rules = [
        rule for part in spots if (rule := _version(part, about, family, duty, faults)) is not None
    ]
    keys.done()
    _check_overlaps(rules, keys.spot, faults)
    return rules


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What all versions of a rule share."""

    id: str
    title: str
    counted_from: str
    what_changes: tuple[str, ...]
    starts: tuple[Happening, ...]
    met_by: tuple[Happening, ...]
    stops: tuple[Happening, ...]
    replaced_by: tuple[str, ...]
    ages: Ages
    years: YearsSince | None
    times: int


def rule_words(keys: Keys, faults: Faults) -> RuleWords:
    """What a rule is about, whichever version of it."""
    return RuleWords(
        id=keys.identifier("id"),
        title=keys.text("title", required=True),
        counted_from=keys.text("counted_from", required=True),
        what_changes=texts(keys, "changes", faults),
        starts=_words(keys, "starts", Happening, faults),
        met_by=_words(keys, "met_by", Happening, faults),
        stops=_words(keys, "stops", Happening, faults),
        replaced_by=texts(keys, "replaced_by", faults),
        ages=_ages(keys, faults),
        years=_years(keys, faults),
        times=_whole(keys, "times", faults) or 0,
    )


def rule_of(
    about: RuleWords,
    family: str,
    keys: Keys,
    duty: Duty | None,
    checked: Checked | None,
    faults: Faults,
) -> Rule | None:
    """One version of a rule, from the keys that hold its length, its law and its days.

    None where any of it, the duty and how it was checked among it, could not be read.
    """
    length = length_of(keys, faults)
    law, source = keys.text("law", required=True), keys.text("source", required=True)
    in_force = in_force_of(keys, faults)
    note = keys.text("note")
    if length is None or in_force is None or duty is None or checked is None:
        return None
    return Rule(
        id=about.id,
        title=about.title,
        family=family,
        length=length,
        law=law,
        source=source,
        duty=duty,
        checked=checked,
        in_force=in_force,
        counted_from=about.counted_from,
        what_changes=about.what_changes,
        starts=about.starts,
        met_by=about.met_by,
        stops=about.stops,
        replaced_by=about.replaced_by,
        ages=about.ages,
        years=about.years,
        times=about.times,
        note=note,
    )


def _version(
    node: Node, about: RuleWords, family: str, duty: Duty | None, faults: Faults
) -> Rule | None:
    keys = keys_of(node, "version", faults)
    if keys is None:
        return None
    checked = keys.word("checked", Checked, "word for how it was checked")
    rule = rule_of(about, family, keys, duty, checked, faults)
    keys.done()
    return rule


def in_force_of(keys: Keys, faults: Faults) -> InForce | None:
    """From when to when; None, and noted, where the days make no sense.

    A rule without `from` holds for whatever began at any time: how long a record is kept.
    """
    first, last = keys.date("from"), keys.date("to")
    if first is None:
        return None if "from" in keys else InForce(dt.date.min, last)
    if last is not None and last < first:
        faults.add(TimescaleFault.ENDS_BEFORE_IT_BEGINS, keys.spot)
        return None
    return InForce(first, last)


def texts(keys: Keys, key: str, faults: Faults) -> tuple[str, ...]:
    """A list of words."""
    found: list[str] = []
    for entry in keys.entries(key):
        if isinstance(entry, Scalar) and entry.text.strip():
            found.append(entry.text.strip())
        else:
            faults.add(SourceFault.NOT_TEXT, entry.spot, key)
    return tuple(found)


def _words(keys: Keys, key: str, kind: type[W], faults: Faults) -> tuple[W, ...]:
    found = (word_of(entry, kind, "happening", faults) for entry in keys.entries(key))
    return tuple(word for word in found if word is not None)


def _years(keys: Keys, faults: Faults) -> YearsSince | None:
    node = keys.node("years")
    held = None if node is None else keys_of(node, "range of years", faults)
    if held is None:
        return None
    happening = held.word("since", Happening, "happening")
    first, last = _range(held, faults)
    held.done()
    return None if happening is None else YearsSince(happening, first or 1, last)


def _ages(keys: Keys, faults: Faults) -> Ages:
    node = keys.node("ages")
    held = None if node is None else keys_of(node, "range of ages", faults)
    if held is None:
        return Ages()
    least, most = _range(held, faults)
    held.done()
    return Ages(least, most)


def _range(held: Keys, faults: Faults) -> tuple[int | None, int | None]:
    """`from` and `to` in whole years, both included; None is no end."""
    first, last = (_whole(held, key, faults) for key in ("from", "to"))
    if first is not None and last is not None and last < first:
        faults.add(TimescaleFault.ENDS_BEFORE_IT_BEGINS, held.spot)
    return first, last


def _whole(held: Keys, key: str, faults: Faults) -> int | None:
    number = held.number(key)
    if number is None:
        return None
    if number < 0 or number != number.to_integral_value():
        spot, said = held.spot_of(key), str(number)
        faults.add(SourceFault.NOT_A_NUMBER, spot, key, wanted="a whole number", value=said)
    return int(number)


def _check_overlaps(rules: list[Rule], spot: Spot, faults: Faults) -> None:
    ordered = sorted(rules, key=lambda rule: rule.in_force.first)
    for before, after in itertools.pairwise(ordered):
        if before.in_force.last is None or before.in_force.last >= after.in_force.first:
            day = after.in_force.first.isoformat()
            faults.add(TimescaleFault.VERSIONS_OVERLAP, spot, after.id, day=day)
