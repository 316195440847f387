"""The neutral document as WordprocessingML: one `match` over its blocks."""

from io import BytesIO
from typing import assert_never

from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

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
from iro_desktop.documents.docx.faces import faces
from iro_desktop.documents.docx.font_embedding import Embedded, embed
from iro_desktop.documents.docx.form_fields import let_tick, let_write
from iro_desktop.documents.docx.ground import Ground, ground
from iro_desktop.documents.docx.lists import BOX, BOX_FONT
from iro_desktop.documents.docx.package import packed
from iro_desktop.documents.docx.page import add_head_and_foot
from iro_desktop.documents.docx.runs import Runs
from iro_desktop.documents.docx.scale_picture import png
from iro_desktop.documents.docx.style_sheet import (
    BOXES,
    BULLETS,
    CHOICE,
    KINDS,
    LABEL,
    NUMBERED_ITEM,
    PICTURE,
    PICTURED,
    UNDER_PICTURE,
    WRITING_LINES,
)
from iro_desktop.documents.docx.tables import add_table, add_two_columns
from iro_desktop.documents.fonts import Cut
from iro_desktop.documents.look import Look, Role, heading_role
from iro_desktop.documents.page_words import PageWords
from iro_desktop.documents.pictogram_files import pictogram
from iro_desktop.documents.presentable import presentable
from iro_desktop.documents.scale_line import draw_scale
from iro_desktop.documents.stacked import stacked
from iro_desktop.documents.theme import PLAIN, Theme, look_in
from iro_desktop.documents.time_line import draw_timeline

# Core properties take no more: Open Packaging Conventions, as python-docx holds to them.
_LONGEST_PROPERTY = 255
_TALLEST_PICTURE = 340.0
# Its words stay as large as the reader asked for, if a page holds them.
_TALLEST_TIMELINE = 560.0
# Facts no more than these stay on one page.
_SHORT = 8
# ECMA-376 part 1, 17.9.18: the number of no list.
NO_LIST = 0


def write_docx(
    document: Document, stationery: bytes | None = None, theme: Theme = PLAIN
) -> tuple[bytes, frozenset[str]]:
    """The file, and the characters that no bundled font could draw in its pictures.

    Characters in its text are not among them: Word takes what it lacks from the system's fonts.
    `stationery` is a council's own .docx file to write on. Raises `StationeryRefused` and
    `ThemeRefused`.
    """
    look = look_in(document, theme)
    writer = _Writer(document, look, ground(document, look, stationery))
    return writer.file(), frozenset(writer.missing)


class _Writer:
    def __init__(self, document: Document, look: Look, ground: Ground) -> None:
        self._document = document
        self._look = look
        self._width = ground.width
        self._word = ground.word
        self._has_foot = ground.has_foot
        self._mirrored = document.right_to_left
        self._words = PageWords(document)
        self._lists = ground.lists
        self._embeds_own = ground.in_our_face
        self._runs = Runs(
            document.language,
            faces(look.family, document.language),
            right_to_left=self._mirrored,
            styles_right_to_left=ground.styles_right_to_left,
            slants=look.slants and look.family.has_italics,
        )
        self._new_page = False
        self._after_table = False
        self._boxes = False
        self.missing: set[str] = set()

    def file(self) -> bytes:
        """Everything, packed."""
        for block in stacked(presentable(self._document), self._look, self._width):
            self._block(block)
        if self._after_table or self._new_page or not self._word.paragraphs:
            self._add(Role.SMALL)
        add_head_and_foot(
            self._word,
            self._runs,
            self._words,
            mirrored=self._mirrored,
            # What hangs framed on a wall is no page among others.
            has_foot=self._has_foot or self._look.framed,
        )
        properties = self._word.core_properties
        properties.title = one_line(self._document.title)[:_LONGEST_PROPERTY]
        properties.author = one_line(self._document.author)[:_LONGEST_PROPERTY]
        properties.language = self._document.language
        properties.keywords = self._document.answers_to[:_LONGEST_PROPERTY]
        embed(self._word, self._fonts())
        return packed(self._word)

    def _fonts(self) -> list[Embedded]:
        runs = self._runs
        fonts = []
        if self._embeds_own:
            cuts, characters = frozenset(runs.cuts), frozenset(runs.characters)
            fonts.append(Embedded(self._look.family, cuts, characters))
        fonts += (
            Embedded(family, frozenset({Cut.REGULAR, Cut.BOLD}), frozenset(runs.characters))
            for family in runs.families
        )
        if self._boxes:
            fonts.append(Embedded(BOX_FONT, frozenset({Cut.REGULAR}), frozenset(BOX)))
        return fonts

    # One line for each kind of block: as many as there are kinds.
    def _block(self, block: Block) -> None:  # noqa: C901, PLR0912
        match block:
            case Heading():
                self._add(heading_role(block.level), plain(block.text))
            case Paragraph():
                paragraph = self._add(Role(block.style), block.spans)
                if block.keep_with_next:
                    paragraph.paragraph_format.keep_with_next = True
            case Quotation():
                self._quotation(block)
            case ListItems():
                self._list(block)
            case Table():
                self._table(block)
            case Facts():
                self._facts(block)
            case Scale():
                self._scale(block)
            case Timeline():
                self._timeline(block)
            case Picture():
                self._picture(block)
            case Pictured():
                self._pictured(block)
            case WritingSpace():
                self._writing_space(block)
            case Choices():
                self._choices(block)
            case Notice():
                self._add(Role.NOTICE, block.spans)
            case Signature():
                self._signature(block)
            case PageBreak():
                self._new_page = True
            case _:
                assert_never(block)

    def _add(self, role: Role, spans: Spans = ()) -> WordParagraph:
        return self._runs.fill(self._styled(KINDS[role].name), spans)

    def _styled(self, style: str) -> WordParagraph:
        paragraph = self._word.add_paragraph(style=style)
        if self._new_page:
            paragraph.paragraph_format.page_break_before = True
        elif self._after_table:
            # A table has no space of its own below it.
            below = self._look.styles[Role.BODY].after * 1.5
            before = paragraph.style.paragraph_format.space_before if paragraph.style else None
            paragraph.paragraph_format.space_before = max(before or Pt(0), Pt(below))
        self._new_page = self._after_table = False
        return paragraph

    def _end_group(self) -> None:
        """Give what ends here the space below of a paragraph."""
        below = self._look.styles[Role.BODY].after
        self._word.paragraphs[-1].paragraph_format.space_after = Pt(below)

    def _quotation(self, quotation: Quotation) -> None:
        said = (Span(quotation.words, language=quotation.language),)
        parts = [
            (Role.QUOTATION, said),
            (Role.QUOTATION, plain(quotation.translation)),
            (Role.SOURCE, plain(quotation.source)),
        ]
        seen = [(role, spans) for role, spans in parts if writable(spans[0].text).strip()]
        beside = self._beside_picture(quotation.pictogram, quotation.description)
        for place, (role, spans) in enumerate(seen):
            if beside is None:
                paragraph = self._add(role, spans)
            else:
                paragraph = beside.add_paragraph() if place else beside.paragraphs[0]
                paragraph.style = KINDS[role].name
                self._runs.fill(paragraph, spans)
            if place < len(seen) - 1:
                paragraph.paragraph_format.keep_with_next = True

    def _list(self, items: ListItems) -> None:
        number = self._lists.next_numbered() if items.numbered else self._lists.of(BULLETS)
        style = NUMBERED_ITEM if items.numbered else KINDS[Role.ITEM]
        for item in items.items:
            self._item(style.name, item, number)
        self._end_group()

    def _item(self, style: str, spans: Spans, number: int) -> WordParagraph:
        paragraph = self._runs.fill(self._styled(style), spans)
        numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001  # no public way
        numbering.get_or_add_ilvl().val = 0
        numbering.get_or_add_numId().val = number
        return paragraph

    def _table(self, table: Table) -> None:
        if text_of(table.caption).strip():
            self._add(Role.CAPTION, table.caption)
        else:
            self._part_tables()
        add_table(self._word, self._runs, table, self._look, self._width, mirrored=self._mirrored)
        self._after_table = True

    def _part_tables(self) -> None:
        """Word makes one table of two that touch."""
        if self._after_table or self._new_page:
            self._add(Role.SMALL)

    def _facts(self, facts: Facts) -> None:
        short = len(facts.items) <= _SHORT
        beside = self._labels_fit(facts)
        for place, (label, value) in enumerate(facts.items):
            paragraph = self._styled(KINDS[Role.VALUE].name)
            self._runs.add(paragraph, Span(label), LABEL)
            if beside:
                paragraph.add_run("\t")
            else:
                paragraph.add_run().add_break()
                paragraph.paragraph_format.left_indent = Pt(0)
                paragraph.paragraph_format.first_line_indent = Pt(0)
            self._runs.fill(paragraph, value)
            if place < len(facts.items) - 1 and (short or not place):
                paragraph.paragraph_format.keep_with_next = True
        self._end_group()

    def _labels_fit(self, facts: Facts) -> bool:
        """Whether all labels have room beside their values."""
        style = self._look.styles[Role.LABEL]
        face = self._look.face(bold=style.bold)
        room = self._width * self._look.label_share - style.size / 2
        return all(face.width(one_line(label), style.size) < room for label, _value in facts.items)

    def _scale(self, scale: Scale) -> None:
        self._add(Role.QUESTION, (Span(scale.question, language=scale.language),))
        drawn = draw_scale(
            scale, self._look, self._width, self._words.number, right_to_left=self._mirrored
        )
        self.missing |= drawn.missing
        factor = min(1, _TALLEST_PICTURE / drawn.height)
        run = self._styled(PICTURE.name).add_run()
        _show(run, png(drawn, self._look.paper), scale.description, drawn.width * factor)

    def _timeline(self, timeline: Timeline) -> None:
        drawn = draw_timeline(timeline, self._look, self._width, right_to_left=self._mirrored)
        self.missing |= drawn.missing
        run = self._styled(PICTURE.name).add_run()
        image = png(drawn, self._look.paper)
        _show(run, image, timeline.description, drawn.width, _TALLEST_TIMELINE)

    def _picture(self, picture: Picture) -> None:
        paragraph = self._styled(PICTURE.name)
        width = self._width * picture.share
        _show(paragraph.add_run(), picture.image, picture.description, width)
        if text_of(picture.caption).strip():
            paragraph.paragraph_format.keep_with_next = True
            self._runs.fill(self._styled(UNDER_PICTURE.name), picture.caption)

    def _pictured(self, block: Pictured) -> None:
        beside = self._beside_picture(block.pictogram, block.description)
        if beside is None:
            paragraph = self._add(Role.BODY, block.spans)
        else:
            paragraph = beside.paragraphs[0]
            paragraph.style = PICTURED.name
            self._runs.fill(paragraph, block.spans)
        if block.keep_with_next:
            paragraph.paragraph_format.keep_with_next = True
        if block.anchor:
            self._runs.bookmark(paragraph, block.anchor)

    def _beside_picture(self, name: str, description: str) -> _Cell | None:
        """The room at the end of a line that starts with a picture; none without the picture."""
        image = pictogram(name)
        if image is None:
            return None
        self._part_tables()
        wide = self._width * self._look.picture_share
        left, right = add_two_columns(
            self._word, self._look, (wide, self._width - wide), mirrored=self._mirrored
        )
        picture = left.paragraphs[0]
        picture.style = PICTURED.name
        _show(picture.add_run(), image, description, wide - 2 * self._look.padding[0])
        self._after_table = True
        return right

    def _writing_space(self, space: WritingSpace) -> None:
        if text_of(space.prompt).strip():
            self._add(Role.QUESTION, space.prompt)
        if space.lines > 0:
            run = self._styled(WRITING_LINES.name).add_run("\t")
            for _line in range(space.lines - 1):
                run.add_break()
                run.add_tab()
            if space.field:
                let_write(self._word.paragraphs[-1], space.field, one_line(text_of(space.prompt)))

    def _choices(self, choices: Choices) -> None:
        if text_of(choices.prompt).strip():
            self._add(Role.QUESTION, choices.prompt)
        names = (*choices.fields, *("" for _ in choices.items[len(choices.fields) :]))
        pairs = zip(choices.items, names, strict=True)
        items = [(item, name) for item, name in pairs if text_of(item).strip()]
        for item, name in items:
            number = NO_LIST if name else self._lists.of(BOXES)
            paragraph = self._item(CHOICE.name, item, number)
            if name:
                let_tick(paragraph, name, one_line(text_of((*choices.prompt, *item))))
        if items:
            self._boxes = True
            self._end_group()

    def _signature(self, signature: Signature) -> None:
        for index, line in enumerate(signature.lines):
            paragraph = self._add(Role.SIGNATURE, plain(line))
            if index:
                paragraph.paragraph_format.space_before = Pt(0)
            if index < len(signature.lines) - 1:
                paragraph.paragraph_format.keep_with_next = True


def _show(
    run: Run, image: bytes, description: str, width: float, tallest: float = _TALLEST_PICTURE
) -> None:
    """Put a picture into a run, `width` points wide, or less where it would be too tall."""
    inline = run.add_picture(BytesIO(image), width=Pt(width))._inline  # noqa: SLF001  # no public way
    extent = inline.extent
    factor = min(1, Pt(tallest) / extent.cy)
    for size in (extent, inline.graphic.graphicData.pic.spPr):
        size.cx, size.cy = round(size.cx * factor), round(size.cy * factor)
    inline.docPr.set("descr", writable(description))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
