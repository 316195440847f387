"""A PDF on paper: each of its pages drawn on a page of the printer.

May run in the background: nothing here touches a widget.
"""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from iro_desktop.documents.pdf_pages import POINTS_IN_AN_INCH, page_picture, page_sizes

DOTS_IN_AN_INCH = 300
RED_GREEN_BLUE = 3


def print_pdf(data: bytes, printer: QPrinter) -> bool:
    """Print the pages that were asked for, all where none were. Says whether it went through."""
    sizes = page_sizes(data)
    chosen = range(len(sizes))
    if printer.fromPage() > 0:
        chosen = range(printer.fromPage() - 1, min(printer.toPage(), len(sizes)))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    printer.setFullPage(True)
    painter = QPainter()
    for place, number in enumerate([*chosen] * copies):
        size = QSizeF(sizes[number].width, sizes[number].height)
        printer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
        if not (printer.newPage() if place else painter.begin(printer)):
            return False
        _draw(painter, printer, data, number)
    return painter.isActive() and painter.end()


def _draw(painter: QPainter, printer: QPrinter, data: bytes, number: int) -> None:
    drawn = page_picture(data, number, DOTS_IN_AN_INCH / POINTS_IN_AN_INCH)
    row = RED_GREEN_BLUE * drawn.width
    form = QImage.Format.Format_RGB888
    image = QImage(drawn.pixels, drawn.width, drawn.height, row, form)
    painter.drawImage(QRectF(painter.viewport()), image)
