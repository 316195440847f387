"""The map: a table for each column in minutes; in the letter, what each means to a child."""

from iro_desktop.documents.blocks import (
    Block,
    ListItems,
    Paragraph,
    Row,
    Span,
    Spans,
    Table,
    authored,
    plain,
)
from iro_desktop.documents.filled import filled
from iro_desktop.documents.tools.view import (
    ToolView,
    gone,
    in_order,
    is_told,
    last_time,
    named,
    said,
    since_last_time,
)
from iro_desktop.domain.practice_pack import MapColumn, Tone
from iro_desktop.domain.tools.comparison import Change, Compared
from iro_desktop.domain.tools.three_columns import MapItem


def in_minutes(view: ToolView) -> tuple[Block, ...]:
    """Each column with its items, who said them, and what they were last time."""
    items = [item for item in in_order(view.tools.map_items) if is_told(item, item.words)]
    if not items:
        return ()
    compared = view.compared(items, MapItem)
    found: list[Block] = []
    for column in _columns(view, items):
        found.extend(_column(column, [one for one in compared if _is_in(one, column)], view))
    left = (authored(one.before.words.strip()) for one in compared if one.before and not one.now)
    return (*found, *gone(left, view))


def in_letter(view: ToolView) -> tuple[Block, ...]:
    """What is going well, what people worry about, what will happen; nothing of a blank column."""
    tr = view.tr
    items = [item for item in in_order(view.tools.map_items) if item.words.strip()]
    found: list[Block] = []
    for column in _columns(view, items):
        own = tuple(_to_child(item, view) for item in items if item.column == column.id)
        if own:
            title = {
                Tone.WORKING_WELL: tr("What is going well"),
                Tone.WORRIED: tr("What people worry about"),
                Tone.NEXT: tr("What will happen"),
                Tone.NEUTRAL: tr(column.title),
            }[column.tone]
            found += [_lead(title), ListItems(own)]
    return tuple(found)


def _columns(view: ToolView, items: list[MapItem]) -> list[MapColumn]:
    """Those of the pack, then those that a pack of another day had and something stands in."""
    known = {column.id for column in view.pack.map_columns}
    others = dict.fromkeys(item.column for item in items if item.column not in known)
    return [*view.pack.map_columns, *(MapColumn(name, named(name)) for name in others)]


def _is_in(one: Compared[MapItem], column: MapColumn) -> bool:
    return one.now is not None and one.now.column == column.id


def _column(
    column: MapColumn, compared: list[Compared[MapItem]], view: ToolView
) -> tuple[Block, ...]:
    tr = view.tr
    title = tr(column.title)
    if not compared:
        asked = tr(column.question) if column.question else ""
        blank = tr("A question still to ask: {question}", question=asked) if asked else ""
        words = blank or tr("A question still to ask.")
        return (_lead(title), Paragraph(plain(words)))
    header: tuple[str, ...] = (title, tr("Who said it"))
    widths: tuple[float, ...] = (0.7, 0.3)
    if view.last:
        header, widths = (*header, tr("Since last time")), (0.46, 0.2, 0.34)
    rows = tuple(_row(one.now, one, view) for one in compared if one.now)
    return (Table((), header, rows, widths),)


def _row(item: MapItem, one: Compared[MapItem], view: ToolView) -> Row:
    cells: tuple[Spans, ...] = (
        said(item, item.words, view.tr),
        plain(item.heard_from.strip()),
    )
    return Row((*cells, _since(one, view)) if view.last else cells)


def _since(one: Compared[MapItem], view: ToolView) -> Spans:
    before, last, tr = one.before, view.last, view.tr
    if one.change is not Change.MOVED or before is None or last is None:
        return since_last_time(one, before.words if before else "", view)
    home = view.pack.column(before.column)
    column = tr(home.title) if home else named(before.column)
    moved = plain(tr("Moved here from “{column}”", column=column))
    if not one.now or before.words.strip() == one.now.words.strip():
        return moved
    return (*moved, Span("\n"), *last_time(before.words, last.held_on, tr))


def _to_child(item: MapItem, view: ToolView) -> Spans:
    tr, who, words = view.tr, item.heard_from.strip(), authored(item.words.strip())
    if not item.is_verbatim:
        return words
    if who and who == view.record.child.known_as.strip():
        return filled(tr("You said: “{words}”"), words=words)
    if who:
        return filled(tr("{name} said: “{words}”"), name=plain(who), words=words)
    return filled(tr("“{words}”"), words=words)


def _lead(title: str) -> Paragraph:
    return Paragraph((Span(title, bold=True),), keep_with_next=True)
