"""Pages: their margins, what stands at head and foot, outline entries, and room for a heading."""

from io import BytesIO
from itertools import accumulate

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFDictionary
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.characters import one_line
from iro_desktop.documents.fonts import setting
from iro_desktop.documents.look import Look, Role
from iro_desktop.documents.page_words import PageWords
from iro_desktop.documents.pdf.embedded_fonts import font_name

PRODUCER = "IRO Desktop"
_TOP_MM, _BOTTOM_MM = 22, 24
_HEAD_MM, _FOOT_MM = 12, 13
_TITLE_SHARE = 0.7
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


class _Pages(Canvas):  # type: ignore[misc]  # reportlab is untyped
    """A canvas that says on each page which of how many it is.

    How many is known at the end only, so each page points at a form that is drawn then.
    """

    look: Look
    words: PageWords
    title: str
    mirrored: bool

    def showPage(self) -> None:  # noqa: N802  # reportlab's name
        self.saveState()
        self._foot()
        if self.words.made_up:
            self._middle(self.words.made_up)
        self.restoreState()
        super().showPage()

    def save(self) -> None:
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(_form(page))
            text = self.words.page(page, pages)
            right = self._right - self._width(text)
            self._write(text, self._left if self.mirrored else right, _FOOT_MM * mm)
            self.endForm()
        if self._destinations:
            # ISO 32000-1, 12.3.2.3: without this, only the outline could point to a place.
            self._doc.Catalog.Dests = PDFDictionary(dict(self._destinations))
        super().save()

    @property
    def _left(self) -> float:
        return float(self.look.side_margin_mm * mm)

    @property
    def _right(self) -> float:
        return float(PAGE_WIDTH - self.look.side_margin_mm * mm)

    def _foot(self) -> None:
        y = _FOOT_MM * mm
        self.setStrokeColor(HexColor(self.look.ink.rule))
        self.setLineWidth(0.6)
        self.line(self._left, y + 14, self._right, y + 14)
        title = self.title
        right = self._right - self._width(title)
        self._write(title, right if self.mirrored else self._left, y)
        self.doForm(_form(self.getPageNumber()))

    def _middle(self, text: str) -> None:
        self._write(text, (PAGE_WIDTH - self._width(text)) / 2, PAGE_HEIGHT - _HEAD_MM * mm)

    def _width(self, text: str) -> float:
        return setting(self.look.family).width(text, self.look.styles[Role.PAGE].size)

    def _write(self, text: str, x: float, y: float) -> None:
        style = self.look.styles[Role.PAGE]
        self.setFillColor(HexColor(style.colour))
        for piece in setting(self.look.family).pieces(text):
            self.setFont(font_name(piece.face.path), style.size)
            self.drawString(x, y, piece.text)
            x += piece.face.width(piece.text, style.size)


def _form(page: int) -> str:
    return f"page_{page}"


def lay_out(document: Document, look: Look, words: PageWords, story: list[Flowable]) -> bytes:
    """The story on pages."""
    title = _shortened(words.running_title, look)

    def canvas(file: BytesIO, **given: object) -> _Pages:
        made = _Pages(file, **given)
        made.look, made.words, made.mirrored = look, words, document.right_to_left
        made.title = title
        return made

    file = BytesIO()
    template = BaseDocTemplate(
        file,
        pagesize=A4,
        initialFontName=font_name(setting(look.family).faces[0].path),
        pageCompression=1,
        invariant=1,
        lang=document.language,
        title=one_line(document.title),
        author=one_line(document.author),
        subject="",
        keywords=[],
        creator=PRODUCER,
        producer=PRODUCER,
        displayDocTitle=1,
    )
    template.addPageTemplates(PageTemplate("page", [_frame(look)]))
    template.build(story, canvasmaker=canvas)
    return file.getvalue()


def _shortened(title: str, look: Look) -> str:
    """A running title that leaves room for the page number."""
    face, size = setting(look.family), look.styles[Role.PAGE].size
    room = text_width(look) * _TITLE_SHARE
    ends = accumulate(face.width(character, size) for character in title)
    fitting = sum(end <= room for end in ends)
    return title if fitting == len(title) else title[:fitting].rstrip() + "…"


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
