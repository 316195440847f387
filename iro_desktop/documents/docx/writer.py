"""The neutral document as WordprocessingML: one `match` over its blocks."""

from io import BytesIO
from typing import assert_never

from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

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
    WritingSpace,
    plain,
)
from iro_desktop.documents.characters import one_line, writable
from iro_desktop.documents.docx.elements import refill
from iro_desktop.documents.docx.font_embedding import embed
from iro_desktop.documents.docx.lists import Lists
from iro_desktop.documents.docx.package import PAGE_WIDTH_MM, blank, packed
from iro_desktop.documents.docx.page import add_head_and_foot
from iro_desktop.documents.docx.runs import Runs
from iro_desktop.documents.docx.scale_picture import png
from iro_desktop.documents.docx.style_sheet import KINDS, LABEL, NUMBERED_ITEM, PICTURE, styles
from iro_desktop.documents.docx.tables import add_table
from iro_desktop.documents.docx.units import points
from iro_desktop.documents.look import LOOKS, Role, heading_role
from iro_desktop.documents.page_words import PageWords
from iro_desktop.documents.presentable import presentable
from iro_desktop.documents.scale_line import draw_scale

# Core properties take no more: Open Packaging Conventions, as python-docx holds to them.
_LONGEST_PROPERTY = 255
_TALLEST_PICTURE = 340.0
# Facts no more than these stay on one page.
_SHORT = 8


def write_docx(document: Document) -> tuple[bytes, frozenset[str]]:
    """The file, and the characters that no bundled font could draw in its pictures.

    Characters in its text are not among them: Word takes what it lacks from the system's fonts.
    """
    writer = _Writer(document)
    return writer.file(), frozenset(writer.missing)


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._look = LOOKS[document.design]
        self._width = points(PAGE_WIDTH_MM - 2 * self._look.side_margin_mm)
        self._mirrored = document.right_to_left
        self._words = PageWords(document)
        self._word = blank(self._look, document.language)
        self._runs = Runs(self._look.family, right_to_left=self._mirrored)
        self._lists = Lists(self._word, self._look)
        self._new_page = False
        self._after_table = False
        self.missing: set[str] = set()
        sheet = styles(self._look, document.language, self._width, right_to_left=self._mirrored)
        refill(self._word.styles.element, sheet)

    def file(self) -> bytes:
        """Everything, packed."""
        for block in presentable(self._document.blocks):
            self._block(block)
        if self._after_table or self._new_page or not self._word.paragraphs:
            self._add(Role.SMALL)
        add_head_and_foot(self._word, self._runs, self._words)
        properties = self._word.core_properties
        properties.title = one_line(self._document.title)[:_LONGEST_PROPERTY]
        properties.author = one_line(self._document.author)[:_LONGEST_PROPERTY]
        properties.language = self._document.language
        embed(self._word, self._look.family, self._runs.cuts)
        return packed(self._word)

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
            case Picture():
                self._picture(block)
            case Pictured():
                self._add(Role.BODY, block.spans)
            case WritingSpace():
                self._add(Role.QUESTION, block.prompt)
                for _ in range(block.lines):
                    self._add(Role.BODY)
            case Choices():
                self._add(Role.QUESTION, block.prompt)
                for item in block.items:
                    self._add(Role.BODY, (*plain("☐ "), *item))
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
        if quotation.words:
            words = self._add(Role.QUOTATION, plain(quotation.words))
            words.paragraph_format.keep_with_next = bool(quotation.source) or None
        if quotation.source:
            self._add(Role.SOURCE, plain(quotation.source))

    def _list(self, items: ListItems) -> None:
        number = self._lists.next_numbered() if items.numbered else 0
        for item in items.items:
            if not items.numbered:
                self._add(Role.ITEM, item)
                continue
            paragraph = self._runs.fill(self._styled(NUMBERED_ITEM.name), item)
            numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001  # no public way
            numbering.get_or_add_ilvl().val = 0
            numbering.get_or_add_numId().val = number
        self._end_group()

    def _table(self, table: Table) -> None:
        if table.caption:
            self._add(Role.CAPTION, table.caption)
        elif self._after_table or self._new_page:
            # Word makes one table of two that touch.
            self._add(Role.SMALL)
        add_table(self._word, self._runs, table, self._look, self._width, mirrored=self._mirrored)
        self._after_table = True

    def _facts(self, facts: Facts) -> None:
        short = len(facts.items) <= _SHORT
        for place, (label, value) in enumerate(facts.items):
            paragraph = self._styled(KINDS[Role.VALUE].name)
            self._runs.add(paragraph, Span(label), LABEL)
            paragraph.add_run("\t")
            self._runs.fill(paragraph, value)
            if place < len(facts.items) - 1 and (short or not place):
                paragraph.paragraph_format.keep_with_next = True
        self._end_group()

    def _scale(self, scale: Scale) -> None:
        self._add(Role.QUESTION, plain(scale.question))
        drawn = draw_scale(
            scale, self._look, self._width, self._words.number, right_to_left=self._mirrored
        )
        self.missing |= drawn.missing
        factor = min(1, _TALLEST_PICTURE / drawn.height)
        run = self._styled(PICTURE.name).add_run()
        picture = run.add_picture(BytesIO(png(drawn)), width=Pt(drawn.width * factor))
        inline = picture._inline  # noqa: SLF001  # no public way
        inline.docPr.set("descr", writable(scale.description))
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")

    def _picture(self, picture: Picture) -> None:
        run = self._styled(PICTURE.name).add_run()
        drawn = run.add_picture(BytesIO(picture.image), width=Pt(self._width * picture.share))
        drawn._inline.docPr.set("descr", writable(picture.description))  # noqa: SLF001  # no public way
        if picture.caption:
            self._add(Role.CAPTION, picture.caption)

    def _signature(self, signature: Signature) -> None:
        for index, line in enumerate(signature.lines):
            paragraph = self._add(Role.SIGNATURE, plain(line))
            if index:
                paragraph.paragraph_format.space_before = Pt(0)
            if index < len(signature.lines) - 1:
                paragraph.paragraph_format.keep_with_next = True
