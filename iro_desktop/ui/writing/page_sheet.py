"""One page of a PDF on the screen: as large as it will be, white until its picture has come."""

from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.documents.pdf_pages import PagePicture, PageSize
from iro_desktop.ui import theme

_PAPER = QColor("white")  # in the dark too: this is what will be printed


class PageSheet(QWidget):
    """`wants_picture` says that none was drawn for its present size."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QPixmap | None = None
        self.wants_picture = True

    def show_size(self, size: PageSize, scale: float) -> None:
        """Take this size on the screen: `scale` pixels for a point."""
        wanted = (round(size.width * scale), round(size.height * scale))
        if (self.width(), self.height()) != wanted:
            self.setFixedSize(*wanted)
            self.wants_picture = True

    def show_picture(self, drawn: PagePicture, dots: float) -> None:
        """Show the page; `dots` is how many of the picture's pixels are one of the screen's."""
        image = QImage(
            drawn.pixels, drawn.width, drawn.height, 3 * drawn.width, QImage.Format.Format_RGB888
        )
        self._picture = QPixmap.fromImage(image)  # a copy: the bytes may go
        self._picture.setDevicePixelRatio(dots)
        self.wants_picture = False
        self.update()

    def forget_picture(self) -> None:
        """Out of sight: hold no picture."""
        self._picture, self.wants_picture = None, True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self._picture)
        painter.setPen(theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
