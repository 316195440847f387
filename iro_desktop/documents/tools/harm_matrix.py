"""The harm matrix as a table: a blank cell is a question still to ask."""

from collections.abc import Iterable, Mapping

from iro_desktop.documents.blocks import (
    Block,
    ListItems,
    Row,
    Span,
    Spans,
    Table,
    authored,
    plain,
)
from iro_desktop.documents.filled import filled
from iro_desktop.documents.tools.view import ToolView, is_told, last_time, named, no_words, said
from iro_desktop.domain.practice_pack import MatrixLine
from iro_desktop.domain.tools.comparison import Compared
from iro_desktop.domain.tools.entries import EntryState
from iro_desktop.domain.tools.harm_matrix import Certainty, MatrixCell
from iro_desktop.i18n.translator import Translator

_FIRST = 0.16
_Cells = Mapping[tuple[str, str], Compared[MatrixCell]]


def in_minutes(view: ToolView) -> tuple[Block, ...]:
    """The whole grid, with what each cell said last time where it said something else."""
    tr = view.tr
    told = [cell for cell in view.tools.matrix_cells if is_told(cell, cell.words)]
    if not told:
        return ()
    cells = {
        (one.now.row, one.now.column): one for one in view.compared(told, MatrixCell) if one.now
    }
    rows = _lines(view.pack.matrix_rows, (cell.row for cell in told))
    columns = _lines(view.pack.matrix_columns, (cell.column for cell in told))
    body = tuple(
        Row((plain(tr(row.title)), *(_cell(row, column, cells, view) for column in columns)))
        for row in rows
    )
    width = (1 - _FIRST) / len(columns)
    header = ("", *(tr(column.title) for column in columns))
    return (Table((), header, body, (_FIRST, *(width for _ in columns))),)


def in_letter(view: ToolView) -> tuple[Block, ...]:
    """What the cells say, line by line; what is blank is no matter of a letter."""
    tr = view.tr
    told = [cell for cell in view.tools.matrix_cells if cell.words.strip()]
    rows = _lines(view.pack.matrix_rows, (cell.row for cell in told))
    columns = _lines(view.pack.matrix_columns, (cell.column for cell in told))
    items = tuple(
        (Span(f"{tr(row.title)}, {tr(column.title)}: ", bold=True), *said(cell, cell.words, tr))
        for row in rows
        for column in columns
        for cell in told
        if (cell.row, cell.column) == (row.id, column.id)
    )
    return (ListItems(items),) if items else ()


def _lines(known: tuple[MatrixLine, ...], used: Iterable[str]) -> list[MatrixLine]:
    names = {line.id for line in known}
    others = dict.fromkeys(name for name in used if name not in names)
    return [*known, *(MatrixLine(name, named(name)) for name in others)]


def _cell(row: MatrixLine, column: MatrixLine, cells: _Cells, view: ToolView) -> Spans:
    tr = view.tr
    found = cells.get((row.id, column.id))
    cell = found.now if found else None
    if found is None or cell is None:
        prompt = column.prompt or row.prompt
        words = tr("A question still to ask: {question}", question=tr(prompt))
        return plain(words if prompt else no_words(EntryState.UNANSWERED, tr))
    spans = [*said(cell, cell.words, tr)]
    for more in (
        authored(cell.when.strip()),
        plain(_certainty(cell.certainty, tr)),
        _from(cell, tr),
    ):
        if more and more[0].text:
            spans += [Span("\n"), *more]
    before, last = found.before, view.last
    if before and last and before.words.strip() and found.says_otherwise:
        spans += [Span("\n"), *last_time(before.words, last.held_on, tr)]
    return tuple(spans)


def _from(cell: MatrixCell, tr: Translator) -> Spans:
    source = cell.source.strip() or cell.heard_from.strip()
    return filled(tr("From: {source}"), source=authored(source)) if source else ()


def _certainty(value: Certainty, tr: Translator) -> str:
    return {
        Certainty.NOT_SAID: "",
        Certainty.KNOWN: tr("Known"),
        Certainty.ALLEGED: tr("Alleged"),
        Certainty.DISPUTED: tr("Disputed"),
    }[value]
