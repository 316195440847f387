"""Tables whose head repeats and whose rows stay whole."""

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from iro_desktop.documents.blocks import Spans, Table, plain, text_of
from iro_desktop.documents.characters import one_line
from iro_desktop.documents.columns import column_widths
from iro_desktop.documents.docx.elements import element
from iro_desktop.documents.docx.runs import Runs
from iro_desktop.documents.docx.style_sheet import KINDS, TABLE
from iro_desktop.documents.docx.units import twentieths
from iro_desktop.documents.look import Look, Role

# Tables of no more rows are not broken at all.
_SHORT = 4


def add_table(
    document: Document, runs: Runs, table: Table, look: Look, width: float, *, mirrored: bool
) -> None:
    """Write a table that `presentable` has made even, over the whole line of `width` points."""
    made = document.add_table(0, len(table.widths), TABLE)
    made.autofit = False
    widths = column_widths(table, look, width)
    for column, points in zip(made.columns, widths, strict=True):
        column.width = Pt(points)
    _describe(
        made,
        one_line(text_of(table.caption)),
        width,
        has_head=bool(table.header),
        mirrored=mirrored,
    )
    if table.header:
        head = _add_row(made, runs, tuple(map(plain, table.header)), Role.COLUMN_HEAD, widths)
        head._tr.get_or_add_trPr().append(element("<w:tblHeader/>"))  # noqa: SLF001  # no public way
    for place, row in enumerate(table.rows):
        added = _add_row(made, runs, row.cells, Role.CELL, widths)
        if row.anchor and row.cells:
            runs.bookmark(added.cells[0].paragraphs[0], row.anchor)
        if place < len(table.rows) - 1 and _stays(place, len(table.rows)):
            for cell in added.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True


def add_two_columns(
    document: Document, look: Look, widths: tuple[float, float], *, mirrored: bool
) -> tuple[_Cell, _Cell]:
    """A row without lines that only lays out: its start and its end, a paragraph in each."""
    made = document.add_table(0, len(widths))
    made.autofit = False
    for column, points in zip(made.columns, widths, strict=True):
        column.width = Pt(points)
    _describe(made, "", sum(widths), has_head=False, mirrored=mirrored)
    pad_x, pad_y = look.padding
    margins = "".join(
        f'<w:{side} w:w="{twentieths(pad)}" w:type="dxa"/>'
        for side, pad in (("top", pad_y), ("left", 0), ("bottom", pad_y), ("right", 2 * pad_x))
    )
    properties = made._tbl.tblPr  # noqa: SLF001  # no public way
    properties.insert_element_before(
        element(f"<w:tblCellMar>{margins}</w:tblCellMar>"), "w:tblLook", "w:tblCaption"
    )
    row: _Row = made.add_row()
    # Checkers ask every table for a head that repeats; one row that stays whole repeats nothing.
    for tag in ("w:cantSplit", "w:tblHeader"):
        row._tr.get_or_add_trPr().append(element(f"<{tag}/>"))  # noqa: SLF001  # no public way
    for cell, points in zip(row.cells, widths, strict=True):
        cell.width = Pt(points)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    start, end = row.cells
    return start, end


def _stays(place: int, count: int) -> bool:
    """Whether a row must stand on the page of the next: the first, the last but one, or all."""
    return count <= _SHORT or place in {0, count - 2}


def _add_row(
    table: WordTable, runs: Runs, cells: tuple[Spans, ...], role: Role, widths: list[float]
) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx left it out
    row._tr.get_or_add_trPr().append(element("<w:cantSplit/>"))  # noqa: SLF001  # no public way
    for cell, spans, width in zip(row.cells, cells, widths, strict=True):
        cell.width = Pt(width)
        paragraph = cell.paragraphs[0]
        paragraph.style = KINDS[role].name
        runs.fill(paragraph, spans)
    return row


def _describe(
    table: WordTable, caption: str, width: float, *, has_head: bool, mirrored: bool
) -> None:
    """Say to Word and to screen readers what the table is. Schema order: 17.4.60."""
    properties = table._tbl.tblPr  # noqa: SLF001  # no public way
    for tag in ("w:tblW", "w:tblLayout", "w:tblLook"):
        for found in properties.xpath(f"./{tag}"):
            properties.remove(found)
    if mirrored:
        properties.append(element("<w:bidiVisual/>"))
    properties.append(element(f'<w:tblW w:w="{twentieths(width)}" w:type="dxa"/>'))
    properties.append(element('<w:tblLayout w:type="fixed"/>'))
    flags = 'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    value, first = ("0620", 1) if has_head else ("0600", 0)
    properties.append(element(f'<w:tblLook w:val="{value}" w:firstRow="{first}" {flags}/>'))
    if caption:
        named = element('<w:tblCaption w:val=""/>')
        named.set(named.attrib.keys()[0], caption)
        properties.append(named)
