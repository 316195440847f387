"""How a whole service stands, by IRO: for those who read every child's record and write none."""

from collections import Counter
from dataclasses import dataclass

from iro_desktop.i18n import tr
from iro_desktop.services.today import Today
from iro_desktop.ui.widgets.lines import Lines


@dataclass(frozen=True, slots=True)
class IroLine:
    """One IRO and what waits with them. `name` is empty where a child's page names nobody."""

    name: str
    overdue: int
    due_soon: int
    half_finished: int


def iro_lines(asks: Today, most: int) -> Lines[IroLine]:
    """Every IRO with whom something waits, those with most overdue first; none of a single one."""
    overdue = Counter(ask.child.iro_name.strip() for ask in asks.overdue)
    soon = Counter(ask.child.iro_name.strip() for ask in asks.due_soon)
    begun = Counter(one.child.iro_name.strip() for one in asks.half_finished)
    everyone = overdue.keys() | soon.keys() | begun.keys()
    lines = [IroLine(name, overdue[name], soon[name], begun[name]) for name in everyone]
    lines.sort(key=lambda line: (-line.overdue, -line.due_soon, line.name))
    if len(lines) == 1:  # it would repeat what stands at the top of the page
        return Lines((), 0)
    return Lines(tuple(lines[:most]), len(lines))


def in_words(line: IroLine) -> str:
    """What waits with an IRO."""
    counted = (
        (line.overdue, tr("{number} overdue", number=line.overdue)),
        (line.due_soon, tr("{number} due within 30 days", number=line.due_soon)),
        (line.half_finished, tr("{number} half-finished", number=line.half_finished)),
    )
    return " · ".join(words for number, words in counted if number)
