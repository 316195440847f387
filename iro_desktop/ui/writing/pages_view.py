"""The document as it will be printed: its pages beneath each other, drawn as they come into sight.

A screen reader gets the text beside it; here it is told only how many pages there are.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.documents.pdf_pages import PagePicture, PageSize, page_picture
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.writing.newest import Newest
from iro_desktop.ui.writing.page_sheet import PageSheet
from iro_desktop.ui.writing.pages_frame import PagesFrame

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
PIXELS_A_POINT = 96 / 72  # at 100 %, as large as on paper on a screen of 96 dots an inch
LEAST_HEIGHT = 420
_A4_WIDTH = 595.0
_HARDLY = 0.01


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page as it was ordered: of which PDF, at which scale, for how dense a screen."""

    pdf: bytes
    picture: PagePicture
    scale: float
    dots: float


class PagesView(QWidget):
    """Arrows and page keys scroll; Ctrl with +, - and 0 zooms."""

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = Newest[_Drawn](self, runner, self._on_drawn, _raise)
        self._pdf = b""
        self._sizes: tuple[PageSize, ...] = ()
        self._zoom: float | None = None  # None: as wide as there is room
        self.sheets: list[PageSheet] = []
        self.place = Words("", "muted", wrap=False)
        self.smaller = ActionButton(tr("Smaller"), "", "chip")
        self.larger = ActionButton(tr("Larger"), "", "chip")
        self.fitting = ActionButton(tr("Fit the width"), "", "chip")
        self.frame = PagesFrame(tr("Pages as they will be printed"))
        self.frame.moved.connect(self._on_moved)
        self.frame.resized.connect(self._on_resized)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(FlowRow(self.smaller, self.larger, self.fitting, self.place))
        layout.addWidget(self.frame, 1)
        self.setMinimumHeight(theme.space(LEAST_HEIGHT))
        self._bind()

    @property
    def zoom(self) -> float:
        """How large pages are shown, 1 as on paper."""
        return self._scale() / PIXELS_A_POINT

    def show_pdf(self, data: bytes, sizes: tuple[PageSize, ...]) -> None:
        """Show a document's pages. One stays at the same place; old pages stand until drawn."""
        if data == self._pdf:
            return
        self._pdf, self._sizes = data, sizes
        while len(self.sheets) > len(sizes):
            self.frame.take(self.sheets.pop())
        while len(self.sheets) < len(sizes):
            sheet = PageSheet()
            self.sheets.append(sheet)
            self.frame.add(sheet)
        for number, sheet in enumerate(self.sheets, start=1):
            accessibility.name(sheet, _page_of(number, len(sizes)))
            sheet.wants_picture = True
        self._lay_out_pages()

    def zoom_by(self, steps: int) -> None:
        """Show the pages larger or smaller."""
        further = [zoom for zoom in ZOOMS if (zoom - self.zoom) * steps > _HARDLY]
        if further:
            self._zoom_to(min(further) if steps > 0 else max(further))

    def fit_width(self) -> None:
        """Show the pages as wide as there is room."""
        self._zoom_to(None)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_moved()

    # Size

    def _zoom_to(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._lay_out_pages()
        percent = screen().number(round(100 * self.zoom))
        accessibility.announce(self.frame, tr("{percent} per cent", percent=percent))

    def _scale(self) -> float:
        """Pixels of the screen for a point."""
        if self._zoom is not None:
            return self._zoom * PIXELS_A_POINT
        widest = max((size.width for size in self._sizes), default=_A4_WIDTH)
        fitting = self.frame.room() / widest
        return min(max(fitting, ZOOMS[0] * PIXELS_A_POINT), ZOOMS[-1] * PIXELS_A_POINT)

    def _lay_out_pages(self) -> None:
        share = self.frame.share_scrolled()
        scale = self._scale()
        for sheet, size in zip(self.sheets, self._sizes, strict=True):
            sheet.show_size(size, scale)
        self.frame.scroll_to_share(share)
        self._on_moved()

    def _on_resized(self) -> None:
        if self._zoom is None:
            self._lay_out_pages()
        else:
            self._on_moved()

    # Pictures

    def _on_moved(self) -> None:
        seen = self.frame.in_sight(self.sheets)
        if not seen:
            self.place.setText("")
            return
        self.place.setText(_page_of(seen[0] + 1, len(self.sheets)))
        for number, sheet in enumerate(self.sheets):
            if not seen[0] - 1 <= number <= seen[-1] + 1:
                sheet.forget_picture()
        self._draw_next()

    def _draw_next(self) -> None:
        if self._drawing.is_busy or not self.isVisible():
            return
        seen = self.frame.in_sight(self.sheets)
        number = next((one for one in seen if self.sheets[one].wants_picture), None)
        if number is not None:
            pdf, scale, dots = self._pdf, self._scale(), self.devicePixelRatioF()
            self._drawing.wish(
                lambda: _Drawn(pdf, page_picture(pdf, number, scale * dots), scale, dots)
            )

    def _on_drawn(self, drawn: _Drawn) -> None:
        number = drawn.picture.number
        # Of a document before, or of another size: drawn once more.
        if drawn.pdf is self._pdf and drawn.scale == self._scale():
            self.sheets[number].show_picture(drawn.picture, drawn.dots)
        self._draw_next()

    # Keys

    def _bind(self) -> None:
        def larger() -> None:
            self.zoom_by(1)

        def smaller() -> None:
            self.zoom_by(-1)

        for keys, action, button in (
            ("Ctrl+-", smaller, self.smaller),
            ("Ctrl+=", larger, self.larger),  # where + needs Shift
            ("Ctrl++", larger, self.larger),
            ("Ctrl+0", self.fit_width, self.fitting),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, action)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(shown)
        self.smaller.clicked.connect(smaller)
        self.larger.clicked.connect(larger)
        self.fitting.clicked.connect(self.fit_width)


def _page_of(number: int, count: int) -> str:
    return tr(
        "Page {number} of {count}", number=screen().number(number), count=screen().number(count)
    )


def _raise(fault: Exception) -> None:
    """A page of our own PDF that cannot be drawn is a bug."""
    raise fault
