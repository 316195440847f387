"""Rows of cells that break between rows, and inside a row only where no page could hold it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable
from reportlab.platypus import PageBreak as NewPage

from iro_desktop.documents.pdf.canvas import TaggedCanvas
from iro_desktop.documents.pdf.paragraph import ShapedParagraph
from iro_desktop.documents.pdf.pictures import Figure

_ENOUGH = 1e-6
# A column head taller than this share of the page is written once, as a row like the others.
_TALLEST_HEAD = 1 / 3
# What is lower than this share of the page is not broken at all.
_SHORT = 1 / 4
_ROWS_AT_START = 2
# A row taller than this share of the page may stand alone under its head.
_TALL_ROW = 1 / 12
# From so many rows on a page, one goes over rather than leave the last row alone there.
_ROWS_FOR_COMPANY = 3

Cell = list[ShapedParagraph | Figure]


@dataclass(frozen=True, slots=True)
class CellRow:
    """Cells side by side. A row with an anchor can be pointed to."""

    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line along rows."""

    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class RowsLook:
    """Padding in points, and what is drawn around rows. Empty: nothing."""

    padding_x: float = 0
    padding_y: float = 0
    fill: str = ""
    head_fill: str = ""
    below: Edge | None = None
    below_head: Edge | None = None
    side: Edge | None = None
    box: Edge | None = None
    rounding: float = 0
    flush: bool = False
    """The outermost columns stand at the edges of the text, without padding there."""
    level: bool = False
    """Cells stand in the middle of the row's height."""
    breaks_rows: bool = False
    """A row may go over a page though a page could hold it: for running text."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Everything about rows but the rows: how wide the columns are, and what a page holds."""

    widths: tuple[float, ...]
    look: RowsLook
    page_height: float
    right_to_left: bool = False

    def column(self, index: int) -> tuple[float, float]:
        """Where a column's text starts and how wide it is."""
        order = range(len(self.widths))
        before = [each for each in order if (each > index if self.right_to_left else each < index)]
        left = sum(self.widths[each] for each in before)
        first, last = not before, len(before) == len(self.widths) - 1
        pad = min(self.look.padding_x, self.widths[index] / 5)
        start = 0 if first and self.look.flush else pad
        end = 0 if last and self.look.flush else pad
        return left + start, self.widths[index] - start - end


@dataclass
class _Measured:
    row: CellRow
    height: float = 0
    heights: list[list[float]] = field(default_factory=list)
    padded: list[float] = field(default_factory=list)


class Rows(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """The flowable. `head` comes again at the top of each page."""

    def __init__(
        self,
        rows: Sequence["CellRow | _Measured"],
        grid: Grid,
        head: "CellRow | _Measured | None" = None,
        before: float = 0,
        after: float = 0,
        *,
        again: bool = False,
    ) -> None:
        super().__init__()
        self._again = again
        self._grid = grid
        self._rows = [self._measure(row) for row in rows]
        self._head = self._measure(head) if head else None
        if self._head and self._head.height > grid.page_height * _TALLEST_HEAD:
            self._rows.insert(0, self._head)
            self._head = None
        self.spaceBefore = before
        self.spaceAfter = after

    @property
    def least_start(self) -> float:
        """The height without which the first rows cannot start on a page."""
        heights = [each.height for each in self._all()]
        whole = sum(heights)
        if self._rows and self._may_break(self._rows[0]):
            least = self._head_height + self._least_of(self._rows[0])
        elif whole < self._grid.page_height * _SHORT:
            least = whole
        else:
            least = self._head_height + self._enough_at_start
        return float(self.spaceBefore + least)

    @property
    def _enough_at_start(self) -> float:
        """Two rows, or the first alone where it is no mere line or two."""
        first = sum(each.height for each in self._rows[:1])
        if first >= self._grid.page_height * _TALL_ROW:
            return first
        return sum(each.height for each in self._rows[:_ROWS_AT_START])

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The size of all rows."""
        self.width = sum(self._grid.widths)
        self.height = sum(each.height for each in self._all())
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """A part that fits and one for the next page; nothing if all is better there."""
        count = self._fitting(available_height)
        if count == len(self._rows):
            return [self]
        if count == len(self._rows) - 1 and count >= _ROWS_FOR_COMPANY:
            count -= 1
        before: list[CellRow | _Measured] = [*self._rows[:count]]
        after: list[CellRow | _Measured] = [*self._rows[count:]]
        room = (
            available_height - self._head_height - sum(each.height for each in self._rows[:count])
        )
        if self._may_break(self._rows[count]) and (parts := self._broken(self._rows[count], room)):
            before, after = [*before, parts[0]], [parts[1], *after[1:]]
        if not before:
            return []
        return [
            self._part(before, self.spaceBefore, 0),
            # What was held back for company would else follow at once, with another head.
            NewPage(),
            self._part(after, 0, self.spaceAfter, again=True),
        ]

    def draw(self) -> None:
        """Draw each row below the last."""
        top = self.height
        with self.canv.artifact():
            self._behind(top)
        for each in self._all():
            bottom = top - each.height
            if each is self._head and self._again:
                # Said once, at the table's start: for the eye it comes again on each page.
                with self.canv.artifact("/Type /Pagination"):
                    self._draw_row(each, top, bottom)
            else:
                self._draw_row(each, top, bottom)
            top = bottom

    @property
    def _head_height(self) -> float:
        return self._head.height if self._head else 0

    def _fitting(self, available_height: float) -> int:
        """How many rows fit under the head."""
        bottoms = accumulate(each.height for each in self._rows)
        return sum(self._head_height + bottom <= available_height + _ENOUGH for bottom in bottoms)

    def _all(self) -> list[_Measured]:
        return [self._head, *self._rows] if self._head else self._rows

    def _measure(self, row: CellRow | _Measured) -> _Measured:
        if isinstance(row, _Measured):
            return row
        measured = _Measured(row)
        for index, cell in enumerate(row.cells):
            _left, width = self._grid.column(index)
            heights = [flowable.wrap(width, self._grid.page_height)[1] for flowable in cell]
            measured.heights.append(heights)
            padded = sum(heights) + sum(_gaps(cell)) + 2 * self._grid.look.padding_y
            measured.padded.append(padded)
            measured.height = max(measured.height, padded)
        return measured

    def _may_break(self, row: _Measured) -> bool:
        too_tall = row.height + self._head_height > self._grid.page_height
        return self._grid.look.breaks_rows or too_tall

    def _least_of(self, measured: _Measured) -> float:
        """The height with which a row that may break can begin."""
        firsts = [
            _least_of(cell, heights)
            for cell, heights in zip(measured.row.cells, measured.heights, strict=True)
            if cell
        ]
        return 2 * self._grid.look.padding_y + max(firsts, default=0)

    def _broken(self, measured: _Measured, room: float) -> tuple[CellRow, CellRow] | None:
        tops, rests = [], []
        for index, cell in enumerate(measured.row.cells):
            _left, width = self._grid.column(index)
            top, rest = _cut(
                cell, measured.heights[index], width, room - 2 * self._grid.look.padding_y
            )
            tops.append(top)
            rests.append(rest)
        # A mark whose text begins on the next page would mark nothing: the row goes over whole.
        begun = zip(measured.row.cells, tops, strict=True)
        if not any(tops) or any(cell and not top for cell, top in begun):
            return None
        return replace(measured.row, cells=tuple(tops)), CellRow(tuple(rests))

    def _part(
        self,
        rows: Sequence[CellRow | _Measured],
        before: float,
        after: float,
        *,
        again: bool = False,
    ) -> "Rows":
        return Rows(rows, self._grid, self._head, before, after, again=again or self._again)

    def _behind(self, top: float) -> None:
        look, canvas, width = self._grid.look, self.canv, sum(self._grid.widths)
        if look.fill or look.box:
            canvas.saveState()
            if look.fill:
                canvas.setFillColor(HexColor(look.fill))
            if look.box:
                canvas.setStrokeColor(HexColor(look.box.colour))
                canvas.setLineWidth(look.box.width)
            canvas.roundRect(
                0, 0, width, top, look.rounding, stroke=bool(look.box), fill=bool(look.fill)
            )
            canvas.restoreState()
        if look.side:
            x = width - look.side.width / 2 if self._grid.right_to_left else look.side.width / 2
            _line(canvas, look.side, (x, 0), (x, top))
        if self._head and look.head_fill:
            canvas.saveState()
            canvas.setFillColor(HexColor(look.head_fill))
            canvas.rect(0, top - self._head.height, width, self._head.height, stroke=0, fill=1)
            canvas.restoreState()

    def _draw_row(self, measured: _Measured, top: float, bottom: float) -> None:
        look = self._grid.look
        if measured.row.anchor:
            self.canv.bookmarkHorizontal(measured.row.anchor, 0, top)
        for index, cell in enumerate(measured.row.cells):
            left, width = self._grid.column(index)
            y = top - look.padding_y
            if look.level:
                y -= (measured.height - measured.padded[index]) / 2
            for flowable, height, gap in zip(
                cell, measured.heights[index], _gaps(cell), strict=True
            ):
                y -= gap + height
                flowable.wrap(width, height)
                flowable.drawOn(self.canv, left, y)
        edge = look.below_head if measured is self._head else look.below
        if edge:
            with self.canv.artifact():
                _line(self.canv, edge, (0, bottom), (sum(self._grid.widths), bottom))


def _gaps(cell: Cell) -> list[float]:
    """The space above each flowable: none above the first, as at the top of a page."""
    return [
        max(cell[index - 1].getSpaceAfter(), flowable.getSpaceBefore()) if index else 0
        for index, flowable in enumerate(cell)
    ]


def _cut(cell: Cell, heights: list[float], width: float, room: float) -> tuple[Cell, Cell]:
    top: Cell = []
    for index, (flowable, height, gap) in enumerate(zip(cell, heights, _gaps(cell), strict=True)):
        room -= gap
        if height > room:
            first, *rest = flowable.split(width, room) or [None]
            if first is None:
                return _without_last_lines(top, cell[index:], width)
            return [*top, first], [*rest, *cell[index + 1 :]]
        top.append(flowable)
        room -= height
    return top, []


def _least_of(cell: Cell, heights: list[float]) -> float:
    """The height with which a cell can begin: with what clings to its first paragraph."""
    least = cell[0].least_start
    for height, following, following_height in zip(heights, cell[1:], heights[1:], strict=False):
        if least < height or not following.clings:
            break
        least += following_height + max(cell[0].getSpaceAfter(), following.getSpaceBefore())
    return least


def _without_last_lines(top: Cell, rest: Cell, width: float) -> tuple[Cell, Cell]:
    """Two parts of a cell. What clings takes the last lines of what it clings to along."""
    if not top or not rest[0].clings:
        return top, rest
    *kept, last = top
    parts = last.without_last_lines(width)
    return [*kept, *parts[:1]], [*(parts[1:] or [last]), *rest]


def _line(
    canvas: TaggedCanvas, edge: Edge, start: tuple[float, float], end: tuple[float, float]
) -> None:
    canvas.saveState()
    canvas.setStrokeColor(HexColor(edge.colour))
    canvas.setLineWidth(edge.width)
    canvas.line(*start, *end)
    canvas.restoreState()
