"""The timescales in words: a line for each in a list, and the whole of one to read."""

import datetime as dt
from collections.abc import Iterator

from iro_desktop.domain.timescales.rule import Ages, Checked, Duty, Rule, Unit
from iro_desktop.domain.timescales.rule_book import NotInForce, RuleBook
from iro_desktop.i18n import screen, tr
from iro_desktop.services.explaining import (
    checked_in_words,
    duty_in_words,
    in_force_in_words,
    length_in_words,
)
from iro_desktop.ui.settings.lines import Line

FIRST_FAMILY = "looked_after"
"""What an IRO looks up most stands first; the others stay in the order of the book."""


def rule_lines(book: RuleBook, today: dt.date) -> tuple[Line, ...]:
    """Every rule as it is today, with its length, law, duty, since when and whether confirmed."""
    rules = [rule_on(book, rule.id, today) for rule in book]
    return tuple(map(_line, sorted(rules, key=lambda rule: rule.family != FIRST_FAMILY)))


def council_lines(book: RuleBook, law: RuleBook, today: dt.date) -> tuple[Line, ...]:
    """The rules that a council has tightened or added to those of the law."""
    return tuple(
        _council_line(rule_on(book, rule.id, today), law, today)
        for rule in book
        if rule.id not in law or book.versions(rule.id) != law.versions(rule.id)
    )


def rule_on(book: RuleBook, name: str, day: dt.date) -> Rule:
    """The rule as it is on a day; where it is not in force then, its newest version."""
    try:
        return book.in_force(name, day)
    except NotInForce:
        return book.versions(name)[0]


def whole_rule(book: RuleBook, name: str, today: dt.date) -> str:
    """All there is to say of a rule, a sentence a line. Raises NoSuchRule."""
    rule = rule_on(book, name, today)
    others = [version for version in book.versions(name) if version is not rule]
    return "\n".join(line for line in _sentences(rule, others) if line)


def length_words(rule: Rule) -> str:
    """How long it is: 20 working days, 3 working days before."""
    if rule.length.number == 0:
        return tr("the day itself")
    length = length_in_words(rule.length, screen())
    return tr("{length} before", length=length) if rule.length.is_before else length


def _line(rule: Rule) -> Line:
    fields = {
        "duty": duty_in_words(rule.duty, screen()),
        "when": in_force_in_words(rule, screen()),
    }
    if _is_confirmed(rule):
        standing = tr("{duty}, {when}, confirmed at its source", **fields)
    else:
        standing = tr("{duty}, {when}", **fields)
    length = _first_capital(length_words(rule))
    return Line(
        title=tr(rule.title),
        details=(
            tr("{length} · {law}", length=length, law=rule.law),
            _first_capital(standing),
        ),
        caution=checked_in_words(rule.checked, screen()),
        key=rule.id,
    )


def _council_line(rule: Rule, law: RuleBook, today: dt.date) -> Line:
    fields = {"length": length_words(rule), "source": rule.law}
    if rule.id in law:
        fields["before"] = length_words(rule_on(law, rule.id, today))
        said = tr("Tightened: {length} in place of {before} · {source}", **fields)
    else:
        said = tr("Added: {length} · {source}", **fields)
    when = _first_capital(in_force_in_words(rule, screen()))
    return Line(tr(rule.title), (said, when), key=rule.id)


def _sentences(rule: Rule, others: list[Rule]) -> Iterator[str]:
    yield _length_sentence(rule)
    yield _of_whom(rule.ages)
    yield tr(
        "{source}: {duty}, {when}.",
        source=rule.source,
        duty=duty_in_words(rule.duty, screen()),
        when=in_force_in_words(rule, screen()),
    )
    yield checked_in_words(rule.checked, screen())
    yield tr("Confirmed at its source.") if _is_confirmed(rule) else ""
    yield tr(rule.note)
    if rule.tightens is not None:
        law = rule.tightens
        length = length_words(law)
        yield tr("The law itself: {length} ({law}).", length=length, law=law.law)
    yield from (tr(text) for text in rule.what_changes)
    yield from (_at_another_time(other, rule) for other in others)


def _at_another_time(other: Rule, rule: Rule) -> str:
    fields = {
        "length": length_words(other),
        "law": other.law,
        "when": in_force_in_words(other, screen()),
    }
    if other.in_force.first < rule.in_force.first:
        return tr("Before that: {length} ({law}), {when}.", **fields)
    return tr("After that: {length} ({law}), {when}.", **fields)


def _is_confirmed(rule: Rule) -> bool:
    """Whether we read it at its source; what a council says of itself is its own affair."""
    return rule.checked is Checked.READ and rule.duty is not Duty.LOCAL


def _length_sentence(rule: Rule) -> str:
    length, event = rule.length, tr(rule.counted_from)
    if length.number == 0:
        return tr("It is {event}.", event=event)
    if length.unit is Unit.TERMS:
        return tr("The end of the term after that of {event}.", event=event)
    said = length_in_words(length, screen())
    if length.is_before:
        return tr("{length} before {event}.", length=said, event=event)
    return tr("{length} after {event}.", length=said, event=event)


def _of_whom(ages: Ages) -> str:
    least, most = ages.least, ages.most
    if least is not None and most is not None:
        return tr("For children from {least} to {most} years old.", least=least, most=most)
    if least is not None:
        return tr("For children of {least} and older.", least=least)
    return "" if most is None else tr("For children up to {most} years old.", most=most)


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
