"""The trajectory: drawn along a line of days, and as a table with how far each step drifted."""

import datetime as dt

from iro_desktop.documents.blocks import (
    Block,
    ListItems,
    Row,
    Span,
    Spans,
    Table,
    Timeline,
    TimelineStep,
    authored,
    plain,
)
from iro_desktop.documents.filled import filled
from iro_desktop.documents.tools.view import ToolView, gone
from iro_desktop.domain.tools.milestone_order import by_what_comes_first
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.i18n.translator import Translator

# As many as a page holds in the largest print.
_MOST_IN_PICTURE = 8
_MOST_TICKS = 5
_WIDTHS = (0.34, 0.17, 0.23, 0.13, 0.13)


def in_minutes(view: ToolView) -> tuple[Block, ...]:
    """The line, the table, and what left the plan since last time."""
    tr, steps = view.tr, _steps(view)
    if not steps:
        return ()
    compared = view.compared(steps, Milestone)
    new = {one.now.id for one in compared if one.now and not one.before and view.last}
    rows = tuple(_row(step, step.id in new, steps, view) for step in steps)
    header = (
        tr("Step"),
        tr("Planned first"),
        tr("Planned now"),
        tr("Done"),
        tr("Days behind"),
    )
    left = (authored(one.before.what.strip()) for one in compared if one.before and not one.now)
    return (*_lines(steps, view), Table((), header, rows, _WIDTHS), *gone(left, view))


def in_letter(view: ToolView) -> tuple[Block, ...]:
    """The steps in their order, each with its day."""
    items = tuple(_to_child(step, view.tr) for step in _steps(view))
    return (ListItems(items, numbered=True),) if items else ()


def _steps(view: ToolView) -> tuple[Milestone, ...]:
    told = [step for step in view.tools.milestones if step.what.strip()]
    return by_what_comes_first(told)


def _today(view: ToolView) -> dt.date:
    review = view.record.review
    return review.held_on or review.planned_for or dt.date.min


def _row(step: Milestone, is_new: bool, among: tuple[Milestone, ...], view: ToolView) -> Row:  # noqa: FBT001
    tr = view.tr
    return Row(
        (
            _what(step, is_new, among, tr),
            plain(tr.short_date(step.planned_on)) if step.planned_on else plain(tr("No day yet")),
            _revised(step, tr),
            plain(tr.short_date(step.actual_on)) if step.actual_on else (),
            plain(_behind(step, view)),
        )
    )


def _what(step: Milestone, is_new: bool, among: tuple[Milestone, ...], tr: Translator) -> Spans:  # noqa: FBT001
    found: list[Span] = [*authored(step.what.strip())]
    if step.is_goal:
        found += [Span("\n"), Span(tr("The goal"), bold=True)]
    if step.is_of_permanence:
        found += [Span("\n"), *plain(tr("Of the plan for permanence"))]
    if step.owner.strip():
        found += [Span("\n"), *plain(tr("Who: {name}", name=step.owner.strip()))]
    for other in among:
        if other.thread in step.waits_for and not other.actual_on and not step.actual_on:
            waits = filled(tr("Waits for: {step}"), step=authored(other.what.strip()))
            found += [Span("\n"), *waits]
    if is_new:
        found += [Span("\n"), *plain(tr("New"))]
    return tuple(found)


def _revised(step: Milestone, tr: Translator) -> Spans:
    """Every later date with its reason, the oldest first; none is ever written over."""
    found: list[Span] = []
    reasons = (*step.revised_because, *("" for _ in step.revised_to))
    for day, because in zip(step.revised_to, reasons, strict=False):
        found += [Span("\n")] if found else []
        words = because.strip()
        if words:
            found += filled(
                tr("{day}: {reason}"), day=plain(tr.short_date(day)), reason=authored(words)
            )
        else:
            found += plain(tr.short_date(day))
    return tuple(found)


def _behind(step: Milestone, view: ToolView) -> str:
    days = step.drift(_today(view))
    if days == 0 and not step.actual_on:
        return view.tr("As planned")
    return _drift(days, view.tr)


def _drift(days: int | None, tr: Translator) -> str:
    if days is None:
        return ""
    if days > 0:
        return tr.count("{number} day late", "{number} days late", days)
    if days < 0:
        return tr.count("{number} day early", "{number} days early", -days)
    return tr("On the day")


def _lines(steps: tuple[Milestone, ...], view: ToolView) -> tuple[Timeline, ...]:
    """The picture, in as many pieces as it takes; none where no step has a day."""
    tr = view.tr
    days = [
        day for step in steps for day in (step.planned_on, step.expected_on, step.actual_on) if day
    ]
    if not days:
        return ()
    today = _today(view)
    ticks = _ticks(min(days), max(days), today, tr)
    keys = (tr("Planned first"), tr("Planned now"), tr("Done"))
    pieces = (steps[at : at + _MOST_IN_PICTURE] for at in range(0, len(steps), _MOST_IN_PICTURE))
    described = tr(
        "A line of days from {first} to {last}. The table below says the same in words.",
        first=tr.date(min(days)),
        last=tr.date(max(days)),
    )
    return tuple(
        Timeline(tuple(map(_of_picture, piece)), ticks, keys, f"{described} {_late(piece, view)}")
        for piece in pieces
    )


def _of_picture(step: Milestone) -> TimelineStep:
    now = step.expected_on if step.revised_to else None
    return TimelineStep(authored(step.what.strip()), step.planned_on, now, step.actual_on)


def _late(steps: tuple[Milestone, ...], view: ToolView) -> str:
    tr = view.tr
    drifts = [step.drift(_today(view)) for step in steps]
    done = sum(step.actual_on is not None for step in steps)
    behind = [days for days in drifts if days is not None and days > 0]
    most = _drift(max(behind), tr) if behind else tr("On the day")
    return tr(
        "{done} of {all} steps are done; {behind} are behind the first plan, the most: {most}.",
        done=str(done),
        all=str(len(steps)),
        behind=str(len(behind)),
        most=most,
    )


def _ticks(
    first: dt.date, last: dt.date, today: dt.date, tr: Translator
) -> tuple[tuple[dt.date, str], ...]:
    """This meeting, where it lies between, and the first of some months around the steps."""
    first = first.replace(day=1)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    apart = -(-months // (_MOST_TICKS - 1))
    found = [(today, tr("This meeting"))] if first <= today <= last else []
    for number in range(0, months + apart, apart):
        year, month = divmod(first.month - 1 + number, 12)
        if (year := first.year + year) > dt.MAXYEAR:
            break
        day = dt.date(year, month + 1, 1)
        found.append((day, tr.month(day)))
    return tuple(found)


def _to_child(step: Milestone, tr: Translator) -> Spans:
    what, expected = authored(step.what.strip()), step.expected_on
    if step.actual_on:
        return filled(tr("{step}: done on {day}."), step=what, day=plain(tr.date(step.actual_on)))
    if expected is None:
        return filled(tr("{step}: there is no day for it yet."), step=what)
    day = plain(tr.date(expected))
    if step.revised_to and step.planned_on:
        first = plain(tr.date(step.planned_on))
        return filled(
            tr("{step}: by {day}. First we said {first}."), step=what, day=day, first=first
        )
    return filled(tr("{step}: by {day}."), step=what, day=day)
