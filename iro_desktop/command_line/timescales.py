"""Commands about statutory timescales: when something is due, and which rules there are."""

import argparse
import datetime as dt
import json
import sys
from pathlib import Path

from iro_desktop.command_line.caseload import print_rows
from iro_desktop.command_line.means import Means
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.rule import Rule
from iro_desktop.domain.timescales.rule_book import NoSuchRule, NotInForce
from iro_desktop.i18n import Translator
from iro_desktop.services import reckoning
from iro_desktop.services.council_files import read_council_file
from iro_desktop.services.explaining import (
    checked_in_words,
    duty_in_words,
    explanation_of,
    in_force_in_words,
    length_in_words,
)
from iro_desktop.services.faults import NoSuchTimescale, TimescaleNotInForce

_COLUMNS = ("rule", "length", "law", "duty", "in_force", "title", "checked")


def due(said: argparse.Namespace, means: Means) -> int:
    """Say when something is due, first as a bare date, then why. Needs no store."""
    translator = Translator()
    found = _reckon(_reckoner(said.local), said, translator)
    if said.json:
        _print_json(_due_row(found, translator))
        return 0
    words = explanation_of(found, translator)
    lines = (found.on.isoformat(), f"{words.title}: {words.day}.", words.why)
    for line in (*lines, *words.counting, *words.caveats, *words.law, *words.changes):
        sys.stdout.write(f"{line}\n")
    return 0


def rules(said: argparse.Namespace, means: Means) -> int:
    """List every rule with its length, its source and since when it holds."""
    translator = Translator()
    book = _reckoner(said.local).rules
    every = [version for rule in book for version in book.versions(rule.id)]
    return print_rows(said, [_rule_row(rule, translator) for rule in every], _COLUMNS)


def _reckoner(local: Path | None) -> Reckoner:
    if local is None:
        return reckoning.lawful()
    text = read_council_file(local, Translator())
    return reckoning.lawful(text, local.name)


def _reckon(reckoner: Reckoner, said: argparse.Namespace, translator: Translator) -> Explained:
    try:
        return reckoner.due(said.rule, said.day)
    except NoSuchRule as fault:
        raise NoSuchTimescale(name=fault.name, nearest=fault.nearest) from fault
    except NotInForce as fault:
        when = translator.list([in_force_in_words(rule, translator) for rule in fault.versions])
        raise TimescaleNotInForce(
            name=fault.name, day=translator.date(fault.day), when=when
        ) from fault


def _due_row(found: Explained, translator: Translator) -> dict[str, object]:
    words = explanation_of(found, translator)
    return {
        "rule": found.rule.id,
        "start": found.counted_from.isoformat(),
        "due": found.on.isoformat(),
        "last_practical_day": found.last_working_day.isoformat(),
        "law_allows": found.law_allows.isoformat() if found.law_allows else None,
        "skipped": [
            {"day": one.day.isoformat(), "weekend": one.is_weekend, "holiday": one.holiday}
            for one in found.skipped
        ],
        "title": words.title,
        "law": found.rule.law,
        "source": found.rule.source,
        "duty": found.rule.duty.value,
        "explanation": words.whole,
        "changes": list(words.changes),
    }


def _rule_row(rule: Rule, translator: Translator) -> dict[str, object]:
    return {
        "rule": rule.id,
        "title": translator(rule.title),
        "length": _length(rule, translator),
        "counted_from": translator(rule.counted_from),
        "law": rule.law,
        "source": rule.source,
        "duty": rule.duty.value,
        "duty_in_words": duty_in_words(rule.duty, translator),
        "from": None if rule.in_force.first == dt.date.min else rule.in_force.first.isoformat(),
        "to": rule.in_force.last.isoformat() if rule.in_force.last else None,
        "in_force": in_force_in_words(rule, translator),
        "checked": rule.checked.value,
        "checked_in_words": checked_in_words(rule.checked, translator),
        "note": translator(rule.note),
        "changes": [translator(text) for text in rule.what_changes],
        "starts": [happening.value for happening in rule.starts],
        "met_by": [happening.value for happening in rule.met_by],
        "stops": [happening.value for happening in rule.stops],
        "replaced_by": list(rule.replaced_by),
        "tightens": rule.tightens.law if rule.tightens else None,
    }


def _length(rule: Rule, translator: Translator) -> str:
    length = length_in_words(rule.length, translator)
    return translator("{length} before", length=length) if rule.length.is_before else length


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
