"""The neutral document as a PDF: one `match` over its blocks, then pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import assert_never

from reportlab.platypus import Flowable, Image
from reportlab.platypus import PageBreak as NewPage

from iro_desktop.documents.anchors import place_name
from iro_desktop.documents.blocks import (
    Block,
    Choices,
    Document,
    Facts,
    Heading,
    ListItems,
    Notice,
    PageBreak,
    Paragraph,
    Picture,
    Pictured,
    Quotation,
    Scale,
    Signature,
    Spans,
    Table,
    WritingSpace,
    plain,
    text_of,
)
from iro_desktop.documents.characters import one_line
from iro_desktop.documents.columns import column_widths
from iro_desktop.documents.look import LOOKS, Role, heading_role
from iro_desktop.documents.page_words import PageWords
from iro_desktop.documents.pdf.pages import (
    TEXT_HEIGHT,
    OutlineEntry,
    RoomFor,
    lay_out,
    text_width,
)
from iro_desktop.documents.pdf.rows import CellRow, Edge, Grid, Rows, RowsLook
from iro_desktop.documents.pdf.shapes import Drawn
from iro_desktop.documents.pdf.text import Typesetter, least_start
from iro_desktop.documents.presentable import presentable
from iro_desktop.documents.scale_line import draw_scale

_TALLEST_PICTURE = TEXT_HEIGHT / 2
_MOST_KEPT_TOGETHER = TEXT_HEIGHT * 0.8


def write_pdf(document: Document) -> tuple[bytes, frozenset[str]]:
    """The PDF, and the characters that no bundled font could draw."""
    story = _Story(document)
    flowables = story.flowables()
    data = lay_out(document, LOOKS[document.design], story.words, flowables)
    return data, frozenset(story.type.missing)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a block became. `start`: the height without which it should not begin on a page."""

    flowables: list[Flowable]
    start: float
    keep_with_next: bool = False


class _Story:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._look = LOOKS[document.design]
        self._width = text_width(self._look)
        self._mirrored = document.right_to_left
        self._headings = 0
        self.words = PageWords(document)
        self.type = Typesetter(self._look, right_to_left=document.right_to_left)

    def flowables(self) -> list[Flowable]:
        """All blocks, each told how much room it needs together with what it must stay with."""
        parts = [self._part(block) for block in presentable(self._document.blocks)]
        story: list[Flowable] = []
        for index, part in enumerate(parts):
            room = _room(parts[index:])
            if room:
                story.append(RoomFor(room))
            story += part.flowables
        return story or [self.type.line("", Role.BODY)]

    # One line for each kind of block: as many as there are kinds.
    def _part(self, block: Block) -> _Part:  # noqa: C901, PLR0911, PLR0912
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case Quotation():
                return self._quotation(block)
            case ListItems():
                return self._list(block)
            case Table():
                return self._table(block)
            case Facts():
                return self._facts(block)
            case Scale():
                return self._scale(block)
            case Picture():
                return self._picture(block)
            case Pictured():
                return self._paragraph(Paragraph(block.spans))
            case WritingSpace():
                return self._paragraph(Paragraph((*block.prompt, *plain("\n" * block.lines))))
            case Choices():
                items = "".join(f"\n☐ {text_of(item)}" for item in block.items)
                return self._paragraph(Paragraph((*block.prompt, *plain(items))))
            case Notice():
                return self._notice(block)
            case Signature():
                return self._signature(block)
            case PageBreak():
                return _Part([NewPage()], 0)
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> _Part:
        title = one_line(heading.text)
        self._headings += 1
        # The hyphen keeps it apart from the names of rows, which have none.
        entry = OutlineEntry(title, heading.level - 1, f"heading-{self._headings}")
        text = self.type.line(heading.text, heading_role(heading.level))
        return _Part([entry, text], self._height(text), keep_with_next=True)

    def _paragraph(self, paragraph: Paragraph) -> _Part:
        text = self.type.paragraph(paragraph.spans, Role(paragraph.style))
        if paragraph.keep_with_next:
            return _Part([text], self._height(text), keep_with_next=True)
        _width, height = text.wrap(self._width, TEXT_HEIGHT)
        return _Part([text], text.style.spaceBefore + least_start(text, height))

    def _quotation(self, quotation: Quotation) -> _Part:
        style = self._look.styles[Role.QUOTATION]
        cell: list[Flowable] = []
        if quotation.words:
            cell.append(self.type.line(quotation.words, Role.QUOTATION))
        if quotation.source:
            cell.append(self.type.line(quotation.source, Role.SOURCE))
        ink = self._look.ink
        look = RowsLook(
            padding_x=style.size,
            padding_y=style.size * 0.6,
            fill=ink.tint,
            side=Edge(3, ink.accent),
            breaks_rows=True,
        )
        return self._rows(
            [CellRow((cell,))], (self._width,), look, self._after(Role.SOURCE), before=style.before
        )

    def _list(self, items: ListItems) -> _Part:
        style = self._look.styles[Role.ITEM]
        rows = []
        for number, item in enumerate(items.items, start=1):
            mark = f"{number}." if items.numbered else "•"
            text = self.type.paragraph(item, Role.ITEM)
            rows.append(CellRow(([self.type.line(mark, Role.ITEM)], [text])))
        digits = len(str(len(rows))) if items.numbered else 0
        share = style.size * (1.3 + 0.6 * digits) / self._width
        look = RowsLook(padding_y=style.after / 2, flush=True, breaks_rows=True)
        return self._rows(rows, self._two(share), look, self._after(Role.BODY))

    def _table(self, table: Table) -> _Part:
        ink, (pad_x, pad_y) = self._look.ink, self._look.padding
        look = RowsLook(
            padding_x=pad_x,
            padding_y=pad_y,
            head_fill=ink.tint,
            below=Edge(0.6, ink.rule),
            below_head=Edge(1.2, ink.accent),
        )
        head = None
        if table.header:
            head = CellRow(tuple([self.type.line(text, Role.COLUMN_HEAD)] for text in table.header))
        rows = [
            CellRow(
                tuple([self._cell(spans)] for spans in row.cells),
                place_name(row.anchor) if row.anchor else "",
            )
            for row in table.rows
        ]
        widths = column_widths(table, self._look, self._width)
        part = self._rows(rows, widths, look, self._after(Role.BODY) * 1.5, head)
        if not table.caption:
            return part
        caption = self.type.paragraph(table.caption, Role.CAPTION)
        return _Part([caption, *part.flowables], self._height(caption) + part.start)

    def _cell(self, spans: Spans) -> Flowable:
        return self.type.paragraph(spans, Role.CELL)

    def _facts(self, facts: Facts) -> _Part:
        rows = [
            CellRow(([self.type.line(label, Role.LABEL)], [self.type.paragraph(value, Role.VALUE)]))
            for label, value in facts.items
        ]
        share = self._look.label_share
        look = RowsLook(
            padding_x=self._look.padding[0],
            padding_y=self._look.padding[1],
            below=Edge(0.6, self._look.ink.rule),
            flush=True,
        )
        return self._rows(rows, self._two(share), look, self._after(Role.BODY) * 1.5)

    def _scale(self, scale: Scale) -> _Part:
        picture = draw_scale(
            scale,
            self._look,
            self._width,
            self.words.number,
            right_to_left=self._mirrored,
        )
        drawn = Drawn(picture, _TALLEST_PICTURE, self._after(Role.BODY) * 1.5)
        _width, height = drawn.wrap(self._width, TEXT_HEIGHT)
        self.type.missing |= picture.missing
        question = self.type.line(scale.question, Role.QUESTION)
        return _Part([question, drawn], self._height(question) + height)

    def _picture(self, picture: Picture) -> _Part:
        drawn = Image(BytesIO(picture.image))
        width = self._width * picture.share
        height = drawn.imageHeight * width / drawn.imageWidth
        drawn.drawWidth, drawn.drawHeight = width, height
        caption = self.type.paragraph(picture.caption, Role.CAPTION)
        return _Part([drawn, caption], float(height))

    def _notice(self, notice: Notice) -> _Part:
        style = self._look.styles[Role.NOTICE]
        look = RowsLook(
            padding_x=style.size,
            padding_y=style.size * 0.7,
            box=Edge(1, self._look.ink.accent),
            rounding=4,
            breaks_rows=True,
        )
        row = CellRow(([self.type.paragraph(notice.spans, Role.NOTICE)],))
        return self._rows([row], (self._width,), look, style.after, before=style.before)

    def _signature(self, signature: Signature) -> _Part:
        lines = [self.type.paragraph(plain(line), Role.SIGNATURE) for line in signature.lines]
        for line in lines[1:]:
            line.style.spaceBefore = 0
        return _Part([*lines], sum(self._height(line) for line in lines))

    def _rows(
        self,
        rows: Sequence[CellRow],
        widths: Sequence[float],
        look: RowsLook,
        after: float,
        head: CellRow | None = None,
        before: float = 0,
    ) -> _Part:
        grid = Grid(tuple(widths), look, TEXT_HEIGHT, self._mirrored)
        made = Rows(rows, grid, head, before, after)
        return _Part([made], made.least_start)

    def _two(self, share: float) -> tuple[float, float]:
        return share * self._width, (1 - share) * self._width

    def _height(self, flowable: Flowable) -> float:
        _width, height = flowable.wrap(self._width, TEXT_HEIGHT)
        return float(height + flowable.getSpaceBefore() + flowable.getSpaceAfter())

    def _after(self, role: Role) -> float:
        return float(self._look.styles[role].after)


def _room(parts: Sequence[_Part]) -> float:
    """The height of a part's start and, where it stays with the next, of that one's as well."""
    height = 0.0
    for part in parts:
        height += part.start
        if not part.keep_with_next:
            break
    return float(min(height, _MOST_KEPT_TOGETHER))
