"""The safety plan: the child's own people, who does what when, and whether it held."""

from iro_desktop.documents.blocks import Block, Row, Span, Spans, Table, authored, plain
from iro_desktop.documents.filled import filled
from iro_desktop.documents.tools.view import ToolView, gone, in_order, last_time
from iro_desktop.domain.tools.comparison import Compared
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.i18n.translator import Translator

_WIDTHS = (0.25, 0.45, 0.3)


def in_minutes(view: ToolView) -> tuple[Block, ...]:
    """Three tables: people, rules, tests. Nobody's number: minutes go to many."""
    return (*_people(view), *_rules(view), *_tests(view))


def in_letter(view: ToolView) -> tuple[Block, ...]:
    """Whom the child can call, and who does what."""
    tr = view.tr
    people = tuple(
        Row((plain(one.name.strip()), authored(one.part.strip()), plain(one.telephone.strip())))
        for one in _named(view)
    )
    rules = tuple(
        Row((plain(one.who.strip()), authored(one.does_what.strip()), authored(one.when.strip())))
        for one in _said(view)
    )
    called = (tr("Who"), tr("What they do"), tr("Telephone"))
    done = (tr("Who"), tr("What they do"), tr("When"))
    people_title, rules_title = tr("People you can call"), tr("How we keep you safe")
    return (
        *((Table(plain(people_title), called, people, _WIDTHS),) if people else ()),
        *((Table(plain(rules_title), done, rules, _WIDTHS),) if rules else ()),
    )


def _named(view: ToolView) -> list[NetworkPerson]:
    return [one for one in in_order(view.tools.network_people) if one.name.strip()]


def _said(view: ToolView) -> list[SafetyRule]:
    return [one for one in in_order(view.tools.safety_rules) if one.does_what.strip()]


def _people(view: ToolView) -> tuple[Block, ...]:
    tr, people = view.tr, _named(view)
    rows = tuple(
        Row(
            (
                plain(one.name.strip()),
                authored(one.relation.strip()),
                plain(tr("Yes") if one.knows_the_worries else tr("Not yet")),
                authored(one.part.strip()),
            )
        )
        for one in people
    )
    header = (tr("Who"), tr("To the child"), tr("Knows the worries"), tr("Their part"))
    table = (Table(plain(tr("The child's own people")), header, rows, (0.22, 0.2, 0.18, 0.4)),)
    left = (
        plain(one.before.name.strip())
        for one in view.compared(people, NetworkPerson)
        if one.before and not one.now
    )
    return (*(table if rows else ()), *gone(left, view))


def _rules(view: ToolView) -> tuple[Block, ...]:
    tr, rules = view.tr, _said(view)
    compared = view.compared(rules, SafetyRule)
    rows = tuple(_rule(one.now, one, view) for one in compared if one.now)
    header = (tr("Who"), tr("Does what"), tr("When"))
    table = (Table(plain(tr("What people do")), header, rows, (0.22, 0.48, 0.3)),)
    left = (_sentence(one.before, tr) for one in compared if one.before and not one.now)
    return (*(table if rows else ()), *gone(left, view))


def _rule(rule: SafetyRule, one: Compared[SafetyRule], view: ToolView) -> Row:
    tr, last = view.tr, view.last
    what: list[Span] = [*authored(rule.does_what.strip())]
    if rule.is_bottom_line:
        what += [Span("\n"), Span(tr("Set by the council: this must be so."), bold=True)]
    before = one.before
    if (
        last
        and before
        and (before.does_what.strip(), before.when.strip())
        != (
            rule.does_what.strip(),
            rule.when.strip(),
        )
    ):
        was = " – ".join(filter(None, (before.does_what.strip(), before.when.strip())))
        what += [Span("\n"), *last_time(was, last.held_on, tr)]
    elif last and not before:
        what += [Span("\n"), *plain(tr("New"))]
    return Row((plain(rule.who.strip()), tuple(what), authored(rule.when.strip())))


def _tests(view: ToolView) -> tuple[Block, ...]:
    tr = view.tr
    told: list[PlanTest] = [
        one for one in in_order(view.tools.plan_tests) if one.on or one.what_happened.strip()
    ]
    rows = tuple(
        Row(
            (
                plain(tr.date(one.on) if one.on else ""),
                authored(one.what_happened.strip()),
                plain(tr.date(one.next_on) if one.next_on else ""),
            )
        )
        for one in told
    )
    header = (tr("Tried on"), tr("What happened"), tr("Tried next on"))
    return (
        (Table(plain(tr("Did the plan hold?")), header, rows, (0.24, 0.52, 0.24)),) if rows else ()
    )


def _sentence(rule: SafetyRule, tr: Translator) -> Spans:
    what, when = authored(rule.does_what.strip()), rule.when.strip()
    who = rule.who.strip()
    said: Spans = filled(tr("{name}: {words}"), name=plain(who), words=what) if who else what
    return (*said, Span(", "), *authored(when)) if when else said
