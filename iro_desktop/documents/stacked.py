"""Turn a table whose columns cannot hold their words into one column of labels and values.

In large print a row of five columns would break every word. Read downwards, each row says the same:
"What: swimming lessons / Who: Priya / By when: 1 May". Rows keep their anchors.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from iro_desktop.documents.blocks import Block, Row, Span, Spans, Table, text_of
from iro_desktop.documents.columns import columns_hold_words
from iro_desktop.documents.look import Look

_BETWEEN_LABELS = " · "


def stacked(blocks: Iterable[Block], look: Look, width: float) -> Iterator[Block]:
    """What `presentable` gives, for a line of `width` points."""
    for block in blocks:
        if isinstance(block, Table) and not columns_hold_words(block, look, width):
            yield one_column(block)
        else:
            yield block


def one_column(table: Table) -> Table:
    """The same table, each row in one cell: a line for each column that says something."""
    return replace(
        table,
        header=(_BETWEEN_LABELS.join(filter(str.strip, table.header)),) if table.header else (),
        rows=tuple(Row((_lines(table.header, row.cells),), row.anchor) for row in table.rows),
        widths=(1.0,),
    )


def _lines(labels: tuple[str, ...], cells: tuple[Spans, ...]) -> Spans:
    lines: list[Span] = []
    for index, cell in enumerate(cells):
        if not text_of(cell).strip():
            continue
        if lines:
            lines.append(Span("\n"))
        if label := labels[index].strip() if labels else "":
            lines.append(Span(f"{label.rstrip(':')}: ", bold=True))
        lines += cell
    return tuple(lines)
