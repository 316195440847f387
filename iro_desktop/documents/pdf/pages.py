"""Pages: their margins, what stands around the text, outline entries, and room for a heading.

ISO 32000-1, 12.3.3 (outline) and 14.8.2.2.2 (head and foot of a page are artifacts).
"""

from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate
from typing_extensions import override

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.characters import one_line
from iro_desktop.documents.look import Look, Role
from iro_desktop.documents.page_words import PageWords
from iro_desktop.documents.pdf.canvas import TaggedCanvas
from iro_desktop.documents.pdf.drawn_text import draw_line
from iro_desktop.documents.pdf.metadata import PRODUCER, About
from iro_desktop.documents.pdf.set_text import SetText
from iro_desktop.documents.pdf.structure import Element
from iro_desktop.documents.pdf.typesetter import Typesetter

_TOP_MM, _BOTTOM_MM = 22, 24
_HEAD_MM, _FOOT_MM = 12, 13
_TITLE_SHARE = 0.7
_RULE = 0.6
_RULE_ABOVE = 1.5
_FRAME_MM = 7
_WITHIN_FRAME_MM = 3
_FRAME_WIDTH = 3.0
_ANY_WIDTH = 1e6
_WHITE = "#FFFFFF"
PAGE_WIDTH, PAGE_HEIGHT = A4
TEXT_HEIGHT = PAGE_HEIGHT - (_TOP_MM + _BOTTOM_MM) * mm


def text_width(look: Look) -> float:
    """How wide lines are, in points."""
    return float(PAGE_WIDTH - 2 * look.side_margin_mm * mm)


class OutlineEntry(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A place in the outline at the side of the reader's window. Level 0 is the top."""

    _ZEROSIZE = True
    _SPACETRANSFER = True

    def __init__(self, title: str, level: int, key: str) -> None:
        super().__init__()
        self._title, self._level, self._key = title, level, key

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """No size."""
        return 0, 0

    def draw(self) -> None:
        """Mark the place."""
        self.canv.bookmarkHorizontal(self._key, 0, 0)
        self.canv.addOutlineEntry(self._title, self._key, self._level)


class RoomFor(CondPageBreak):  # type: ignore[misc]  # reportlab is untyped
    """A new page, unless this one has so much room."""

    _ZEROSIZE = True
    _SPACETRANSFER = True

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """No size. Asks for the new page where that does not follow by itself."""
        # Space after the last block may reach beyond the page: reportlab then turns it, and to ask
        # once more would leave a page empty.
        if available_height < -rl_config._FUZZ:  # noqa: SLF001  # what it turns pages by
            return 0, 0
        width, height = super().wrap(available_width, available_height)
        return float(width), float(height)


class _Surroundings:
    """What stands on each page around the text. None of it is read aloud with the text."""

    def __init__(self, look: Look, words: PageWords, typesetter: Typesetter) -> None:
        self._look = look
        self._words = words
        self._type = typesetter
        self._left = look.side_margin_mm * mm
        self._right = PAGE_WIDTH - self._left
        self._title = self._shortened(words.running_title)

    @property
    def _head(self) -> float:
        """How far below the page's edge the line of its head stands: inside the frame, if any."""
        if not self._look.framed:
            return float(_HEAD_MM * mm)
        return float((_FRAME_MM + _WITHIN_FRAME_MM) * mm + self._look.styles[Role.PAGE].size)

    def draw_behind(self, canvas: TaggedCanvas, _template: BaseDocTemplate) -> None:
        """Draw the paper and the frame, before anything else on a page."""
        look = self._look
        if look.paper != _WHITE:
            with canvas.artifact(
                f"/Type /Background /BBox [0 0 {PAGE_WIDTH:.2f} {PAGE_HEIGHT:.2f}]"
            ):
                canvas.saveState()
                canvas.setFillColor(HexColor(look.paper))
                canvas.rect(0, 0, PAGE_WIDTH, PAGE_HEIGHT, stroke=0, fill=1)
                canvas.restoreState()
        if look.framed:
            edge = _FRAME_MM * mm
            with canvas.artifact():
                canvas.saveState()
                canvas.setStrokeColor(HexColor(look.ink.rule))
                canvas.setLineWidth(_FRAME_WIDTH)
                canvas.rect(edge, edge, PAGE_WIDTH - 2 * edge, PAGE_HEIGHT - 2 * edge)
                canvas.restoreState()

    def draw_around(self, canvas: TaggedCanvas) -> None:
        """Draw head and foot of all pages; how many there are is known by now."""
        # What hangs framed on a wall is no page among others.
        has_foot = not self._look.framed or canvas.page_count > 1
        for index in canvas.pages():
            if has_foot:
                with canvas.artifact("/Type /Pagination /Subtype /Footer"):
                    self._draw_foot(canvas, self._words.page(index + 1, canvas.page_count))
            if self._words.made_up:
                text = self._set(self._words.made_up)
                x = (PAGE_WIDTH - _width(text)) / 2
                with canvas.artifact("/Type /Pagination /Subtype /Header"):
                    _draw(canvas, text, x, PAGE_HEIGHT - self._head)

    def _draw_foot(self, canvas: TaggedCanvas, page: str) -> None:
        y = _FOOT_MM * mm
        canvas.saveState()
        canvas.setStrokeColor(HexColor(self._look.ink.rule))
        canvas.setLineWidth(_RULE)
        rule = y + _RULE_ABOVE * self._look.styles[Role.PAGE].size
        canvas.line(self._left, rule, self._right, rule)
        canvas.restoreState()
        ends = [self._title, page]
        at_left, at_right = map(self._set, ends[::-1] if self._type.right_to_left else ends)
        _draw(canvas, at_left, self._left, y)
        _draw(canvas, at_right, self._right - _width(at_right), y)

    def _shortened(self, title: str) -> str:
        """A running title that leaves room for the page number."""
        room = (self._right - self._left) * _TITLE_SHARE
        whole = self._set(title)
        if _width(whole) <= room:
            return title
        return whole.first(room).rstrip() + "…"

    def _set(self, text: str) -> SetText:
        return self._type.set_text(text, Role.PAGE)


def _draw(canvas: TaggedCanvas, text: SetText, x: float, y: float) -> None:
    for line in text.lines(_ANY_WIDTH):
        draw_line(canvas, text, line, x, y)


def _width(text: SetText) -> float:
    return max(line.width for line in text.lines(_ANY_WIDTH))


def lay_out(
    document: Document,
    words: PageWords,
    typesetter: Typesetter,
    root: Element,
    story: list[Flowable],
) -> bytes:
    """The story on pages. `root` is the Document element of all that is in it."""
    look = typesetter.look
    around = _Surroundings(look, words, typesetter)
    title = one_line(document.title) or one_line(document.running_title) or PRODUCER
    about = About(title, one_line(document.author), document.language)

    def canvas(file: BytesIO, **_given: object) -> _Pages:
        made = _Pages(file, about, root, right_to_left=document.right_to_left)
        made.around = around
        if document.answers_to:
            made.answer_to(document.answers_to)
        return made

    file = BytesIO()
    template = BaseDocTemplate(file, pagesize=A4)
    frame = _frame(look)
    template.addPageTemplates(PageTemplate("page", [frame], onPage=around.draw_behind))
    template.build(story, canvasmaker=canvas)
    return file.getvalue()


class _Pages(TaggedCanvas):
    around: _Surroundings

    @override
    def save(self) -> None:
        self.around.draw_around(self)
        super().save()


def _frame(look: Look) -> Frame:
    return Frame(
        look.side_margin_mm * mm,
        _BOTTOM_MM * mm,
        text_width(look),
        TEXT_HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
