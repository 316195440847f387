"""The neutral document as a PDF: one `match` over its blocks, then pages.

Each block makes its elements of the structure tree in the order in which the document is read,
whatever stands where on the page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import assert_never

from reportlab.platypus import Flowable, Spacer
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
    Span,
    Spans,
    Table,
    Timeline,
    WritingSpace,
    plain,
    text_of,
)
from iro_desktop.documents.characters import one_line, writable
from iro_desktop.documents.columns import column_widths
from iro_desktop.documents.look import Look, Role, heading_role
from iro_desktop.documents.page_words import PageWords
from iro_desktop.documents.pdf.form_fields import FieldToFill
from iro_desktop.documents.pdf.pages import (
    TEXT_HEIGHT,
    OutlineEntry,
    RoomFor,
    lay_out,
    text_width,
)
from iro_desktop.documents.pdf.paragraph import ShapedParagraph
from iro_desktop.documents.pdf.pictures import Drawing, Figure, Photo
from iro_desktop.documents.pdf.rows import CellRow, Edge, Grid, Rows, RowsLook
from iro_desktop.documents.pdf.shapes import drawing
from iro_desktop.documents.pdf.structure import Element, Numbering, Scope, Tag, heading_tag
from iro_desktop.documents.pdf.typesetter import Typesetter
from iro_desktop.documents.pdf.writing_lines import WritingLines
from iro_desktop.documents.pictogram_files import pictogram
from iro_desktop.documents.presentable import presentable
from iro_desktop.documents.scale_line import draw_scale
from iro_desktop.documents.stacked import stacked
from iro_desktop.documents.theme import PLAIN, Theme, look_in
from iro_desktop.documents.time_line import draw_timeline

_TALLEST_PICTURE = TEXT_HEIGHT / 2
_MOST_KEPT_TOGETHER = TEXT_HEIGHT * 0.8
# The middle that the eye sees is above the middle that is measured.
_ABOVE_WHAT_HANGS = 0.42
_FEW_FACTS = 5
_BULLET, _BOX = "•", "\N{BALLOT BOX}"
_ROOM_FOR_A_MARK, _ROOM_FOR_A_DIGIT = 1.3, 0.6


def write_pdf(document: Document, theme: Theme = PLAIN) -> tuple[bytes, frozenset[str]]:
    """The PDF, and the characters that no bundled font could draw. Raises `ThemeRefused`."""
    story = _Story(document, look_in(document, theme))
    flowables = story.flowables()
    data = lay_out(document, story.words, story.type, story.root, flowables)
    return data, frozenset(story.type.missing)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a block became. `start`: the height without which it should not begin on a page."""

    flowables: list[Flowable]
    start: float
    keep_with_next: bool = False


class _Story:
    def __init__(self, document: Document, look: Look) -> None:
        self._document = document
        self._look = look
        self._width = text_width(self._look)
        self._mirrored = document.right_to_left
        self._headings = 0
        self.words = PageWords(document)
        self.root = Element(Tag.DOCUMENT)
        self.type = Typesetter(self._look, document.language, right_to_left=document.right_to_left)

    def flowables(self) -> list[Flowable]:
        """All blocks, each told how much room it needs together with what it must stay with."""
        blocks = stacked(presentable(self._document), self._look, self._width)
        parts = [self._part(block) for block in blocks]
        for index, (block, after) in enumerate(pairwise(blocks)):
            if isinstance(after, Signature) and isinstance(block, Facts):
                parts[index] = self._held_to_the_name(block, parts[index])
        story: list[Flowable] = []
        for index, part in enumerate(parts):
            room = _room(parts[index:])
            if room:
                story.append(RoomFor(room))
            story += part.flowables
        if self._look.framed:
            story = self._hung(story)
        return story or [self.type.line("", Role.BODY, self.root)]

    def _held_to_the_name(self, facts: Facts, part: _Part) -> _Part:
        """A few facts go over the page with the name beneath them: no page holds a name alone."""
        if len(facts.items) > _FEW_FACTS:
            return part
        height = sum(self._height(flowable) for flowable in part.flowables)
        return _Part(part.flowables, height, keep_with_next=True)

    def _hung(self, story: list[Flowable]) -> list[Flowable]:
        """What goes into a frame, a little above its middle, if a page holds all of it."""
        height, below = 0.0, 0.0
        for flowable in story:
            if isinstance(flowable, NewPage):
                return story
            if isinstance(flowable, (OutlineEntry, RoomFor)):
                continue
            gap = max(below, flowable.getSpaceBefore()) if height else 0
            height += gap + flowable.wrap(self._width, TEXT_HEIGHT)[1]
            below = flowable.getSpaceAfter()
        room = TEXT_HEIGHT - height - below
        return [Spacer(0, room * _ABOVE_WHAT_HANGS), *story] if room > 0 else story

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
            case Timeline():
                return self._timeline(block)
            case Picture():
                return self._picture(block)
            case Pictured():
                return self._pictured(block)
            case WritingSpace():
                return self._writing_space(block)
            case Choices():
                return self._choices(block)
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
        tag = heading_tag(heading.level)
        text = self.type.line(heading.text, heading_role(heading.level), self.root, tag=tag)
        return _Part([entry, text], self._height(text), keep_with_next=True)

    def _paragraph(self, paragraph: Paragraph) -> _Part:
        text = self.type.paragraph(paragraph.spans, Role(paragraph.style), self.root)
        height = self._height(text)
        if paragraph.keep_with_next:
            return _Part([text], height, keep_with_next=True)
        return _Part([text], text.getSpaceBefore() + text.least_start)

    def _quotation(self, quotation: Quotation) -> _Part:
        style = self._look.styles[Role.QUOTATION]
        quoted = Element(Tag.QUOTATION, self.root)
        cell: list[ShapedParagraph | Figure] = []
        for words, role, language in (
            (quotation.words, Role.QUOTATION, quotation.language),
            (quotation.translation, Role.QUOTATION, ""),
            (quotation.source, Role.SOURCE, ""),
        ):
            if writable(words).strip():
                cell.append(
                    self.type.paragraph(
                        plain(words), role, quoted, language=language, clings=role is Role.SOURCE
                    )
                )
        ink = self._look.ink
        look = RowsLook(
            padding_x=style.size,
            padding_y=style.size * 0.6,
            fill=ink.tint,
            side=Edge(3, ink.accent),
            breaks_rows=True,
        )
        cells: tuple[list[ShapedParagraph | Figure], ...] = (cell,)
        widths: tuple[float, ...] = (self._width,)
        if image := pictogram(quotation.pictogram):
            # As large as the other pictures, whatever stands around it.
            wide = self._look.picture_share * self._width - self._look.padding[0]
            first = wide + 2 * look.padding_x
            widths = (first, self._width - first)
            cells = ([self._photo(image, wide, quotation.description)], cell)
            # Pictures are drawn on white.
            look = replace(look, fill="", breaks_rows=False, level=True)
        after = self._after(Role.SOURCE)
        return self._rows([CellRow(cells)], widths, look, after, before=style.before)

    def _list(self, items: ListItems) -> _Part:
        marks = [
            f"{number}." if items.numbered else _BULLET for number in range(1, len(items.items) + 1)
        ]
        numbering = Numbering.DECIMAL if items.numbered else Numbering.DISC
        return self._marked(zip(marks, items.items, strict=True), len(marks[-1]) - 1, numbering)

    def _marked(
        self,
        items: Iterable[tuple[str, Spans]],
        digits: int,
        numbering: Numbering,
        ticks: Sequence[FieldToFill | None] = (),
    ) -> _Part:
        """Items with their marks before them; a mark that is a field can be ticked."""
        style = self._look.styles[Role.ITEM]
        list_ = Element(Tag.LIST, self.root, numbering=numbering)
        rows = []
        for index, (mark, item) in enumerate(items):
            one = Element(Tag.ITEM, list_)
            label = self.type.line(mark, Role.ITEM, one, tag=Tag.LABEL)
            body = Element(Tag.BODY, one)
            tick = ticks[index] if index < len(ticks) else None
            if tick is not None:
                label.can_be_ticked(tick, Element(Tag.FORM, body), style.size)
            rows.append(CellRow(([label], [self.type.paragraph(item, Role.ITEM, body)])))
        share = style.size * (_ROOM_FOR_A_MARK + _ROOM_FOR_A_DIGIT * digits) / self._width
        look = RowsLook(padding_y=style.after / 2, flush=True, breaks_rows=True)
        return self._rows(rows, self._two(share), look, self._after(Role.BODY))

    def _table(self, table: Table) -> _Part:
        ink, (pad_x, pad_y) = self._look.ink, self._look.padding
        element = Element(Tag.TABLE, self.root)
        above: list[Flowable] = []
        if writable(text_of(table.caption)).strip():
            caption = Element(Tag.CAPTION, element)
            above.append(self.type.paragraph(table.caption, Role.CAPTION, caption))
        look = RowsLook(
            padding_x=pad_x,
            padding_y=pad_y,
            head_fill=ink.tint,
            below=Edge(0.6, ink.rule),
            below_head=Edge(1.2, ink.accent),
        )
        # ISO 32000-1, table 337: a head is there for a body.
        above_body = Element(Tag.TABLE_HEAD, element) if table.rows else element
        head = self._head_row(table, above_body) if table.header else None
        body = Element(Tag.TABLE_BODY, element)
        rows = [
            CellRow(
                self._cells(row.cells, Element(Tag.ROW, body)),
                place_name(row.anchor) if row.anchor else "",
            )
            for row in table.rows
        ]
        widths = column_widths(table, self._look, self._width)
        part = self._rows(rows, widths, look, self._after(Role.BODY) * 1.5, head)
        start = sum(self._height(caption) for caption in above) + part.start
        return _Part([*above, *part.flowables], start)

    def _head_row(self, table: Table, parent: Element) -> CellRow:
        row = Element(Tag.ROW, parent)
        cells = []
        for text in table.header:
            cell = Element(Tag.HEADER_CELL, row, scope=Scope.COLUMN)
            cells.append([self.type.line(text, Role.COLUMN_HEAD, cell)])
        return CellRow(tuple(cells))

    def _cells(self, cells: Sequence[Spans], row: Element) -> tuple[list[ShapedParagraph], ...]:
        made = []
        for index, spans in enumerate(cells):
            # A row of one cell has nothing beside it to head.
            heads = not index and len(cells) > 1
            cell = (
                Element(Tag.HEADER_CELL, row, scope=Scope.ROW) if heads else Element(Tag.CELL, row)
            )
            made.append([self.type.paragraph(spans, Role.CELL, cell)])
        return tuple(made)

    def _facts(self, facts: Facts) -> _Part:
        # A list of terms with what they mean is read aloud as such: "Name: Maya". ISO 32000-1,
        # 14.8.4.3.3. As a table, every fact would be announced with its row and column.
        list_ = Element(Tag.LIST, self.root, numbering=Numbering.NONE)
        widths = self._two(self._look.label_share)
        beside = self._labels_fit(facts, widths[0] - self._look.padding[0])
        rows = []
        for label, value in facts.items:
            item = Element(Tag.ITEM, list_)
            name = self.type.line(label, Role.LABEL, item, tag=Tag.LABEL)
            said = self.type.paragraph(value, Role.VALUE, Element(Tag.BODY, item))
            rows.append(CellRow(([name], [said]) if beside else ([name, said],)))
        look = RowsLook(
            padding_x=self._look.padding[0],
            padding_y=self._look.padding[1],
            below=Edge(0.6, self._look.ink.rule),
            flush=True,
        )
        columns = widths if beside else (self._width,)
        return self._rows(rows, columns, look, self._after(Role.BODY) * 1.5)

    def _labels_fit(self, facts: Facts, room: float) -> bool:
        """Whether no word of a label would break in the column of labels."""
        words = {word for label, _value in facts.items for word in writable(label).split()}
        return all(self.type.width(word, Role.LABEL) <= room for word in words)

    def _scale(self, scale: Scale) -> _Part:
        picture = draw_scale(
            scale, self._look, self._width, self.words.number, right_to_left=self._mirrored
        )
        self.type.missing |= picture.missing
        asked = (Span(scale.question, language=scale.language),)
        question = self.type.paragraph(asked, Role.QUESTION, self.root)
        factor = min(1, _TALLEST_PICTURE / picture.height)
        figure = self._figure(
            drawing(picture, factor, scale.language or self._document.language),
            (picture.width * factor, picture.height * factor),
            scale.description or scale.question,
            after=self._after(Role.BODY) * 1.5,
        )
        return _Part([question, figure], self._height(question) + figure.least_start)

    def _timeline(self, timeline: Timeline) -> _Part:
        picture = draw_timeline(timeline, self._look, self._width, right_to_left=self._mirrored)
        self.type.missing |= picture.missing
        # Its words stay as large as the reader asked for, if a page holds them.
        factor = min(1, _MOST_KEPT_TOGETHER / picture.height)
        figure = self._figure(
            drawing(picture, factor, self._document.language),
            (picture.width * factor, picture.height * factor),
            timeline.description,
            after=self._after(Role.BODY),
        )
        return _Part([figure], figure.least_start)

    def _picture(self, picture: Picture) -> _Part:
        width = self._width * picture.share
        after = self._after(Role.BODY)
        seen = writable(text_of(picture.caption)).strip()
        figure = self._photo(picture.image, width, picture.description, after=0 if seen else after)
        if not seen:
            return _Part([figure], figure.least_start)
        caption = self.type.paragraph(picture.caption, Role.CAPTION, self.root)
        return _Part([figure, caption], figure.least_start + self._height(caption))

    def _pictured(self, block: Pictured) -> _Part:
        image = pictogram(block.pictogram)
        if image is None:
            return self._paragraph(Paragraph(block.spans))
        widths = self._two(self._look.picture_share)
        figure = self._photo(image, widths[0] - self._look.padding[0], block.description)
        text = self.type.paragraph(block.spans, Role.BODY, self.root)
        pad_x, pad_y = self._look.padding
        look = RowsLook(padding_x=pad_x, padding_y=pad_y / 2, flush=True, level=True)
        row = CellRow(([figure], [text]), place_name(block.anchor) if block.anchor else "")
        part = self._rows([row], widths, look, self._after(Role.BODY))
        return replace(part, keep_with_next=block.keep_with_next)

    def _photo(self, image: bytes, width: float, description: str, *, after: float = 0) -> Figure:
        photo = Photo(image)
        factor = min(width / photo.width, _TALLEST_PICTURE / photo.height)
        size = photo.width * factor, photo.height * factor
        return self._figure(photo.drawing(*size), size, description, after=after)

    def _figure(
        self, draw: Drawing, size: tuple[float, float], description: str, *, after: float = 0
    ) -> Figure:
        """A figure; one that nothing is said of adds nothing for who cannot see it."""
        said = writable(description).strip()
        element = Element(Tag.FIGURE, self.root, alternative=said) if said else None
        return Figure(draw, size, element, align=self.type.start, after=after)

    def _writing_space(self, space: WritingSpace) -> _Part:
        style = self._look.styles[Role.BODY]
        form, field = None, None
        if space.field:
            said = one_line(text_of(space.prompt)) or space.field
            field = FieldToFill(space.field, said)
            form = Element(Tag.FORM)
        lines = WritingLines(space.lines, style, self._look.ink.rule, field, form)
        if not writable(text_of(space.prompt)).strip():
            self._adopt(form)
            return _Part([lines], lines.least_start)
        prompt = self.type.paragraph(space.prompt, Role.QUESTION, self.root)
        self._adopt(form)
        return _Part([prompt, lines], self._height(prompt) + lines.least_start)

    def _adopt(self, form: Element | None) -> None:
        """Let a field stand after its question, in the order in which they are read."""
        if form is not None:
            form.parent = self.root
            self.root.kids.append(form)

    def _choices(self, choices: Choices) -> _Part:
        above: list[Flowable] = []
        if writable(text_of(choices.prompt)).strip():
            above.append(self.type.paragraph(choices.prompt, Role.QUESTION, self.root))
        height = sum(self._height(prompt) for prompt in above)
        names = (*choices.fields, *("" for _ in choices.items[len(choices.fields) :]))
        items = [
            (_BOX, item, name)
            for item, name in zip(choices.items, names, strict=True)
            if writable(text_of(item)).strip()
        ]
        if not items:
            return _Part(above, height)
        prompt = one_line(text_of(choices.prompt))
        ticks = [
            FieldToFill(name, f"{prompt} {one_line(text_of(item))}".strip()) if name else None
            for _box, item, name in items
        ]
        marked = [(box, item) for box, item, _name in items]
        part = self._marked(marked, 1, Numbering.SQUARE, ticks)
        return _Part([*above, *part.flowables], height + part.start)

    def _notice(self, notice: Notice) -> _Part:
        style = self._look.styles[Role.NOTICE]
        look = RowsLook(
            padding_x=style.size,
            padding_y=style.size * 0.7,
            box=Edge(1, self._look.ink.accent),
            rounding=4,
            breaks_rows=True,
        )
        row = CellRow(([self.type.paragraph(notice.spans, Role.NOTICE, self.root)],))
        return self._rows([row], (self._width,), look, style.after, before=style.before)

    def _signature(self, signature: Signature) -> _Part:
        lines = [
            self.type.paragraph(plain(line), Role.SIGNATURE, self.root, before=0 if index else None)
            for index, line in enumerate(signature.lines)
        ]
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
