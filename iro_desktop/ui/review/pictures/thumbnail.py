"""A picture made small, with what is seen in it for whoever cannot see it."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme

SIDE = 132  # pixels at 100 %


class Thumbnail(QLabel):
    """`data` is a PNG or JPEG file."""

    def __init__(self, data: bytes, words: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(theme.scaled(SIDE))  # texts beside several of them stand in line
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setPixmap(_small(data, theme.scaled(SIDE), self.devicePixelRatioF()))
        self.describe(words)

    def describe(self, words: str) -> None:
        """Say what is seen."""
        accessibility.name(self, words.strip() or tr("A picture that is not described yet"))
        self.setToolTip(words.strip())


def _small(data: bytes, side: int, sharpness: float) -> QPixmap:
    """Read at the size in which it is shown, which is much quicker than whole."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    pixels = round(side * sharpness)
    size.scale(QSize(pixels, pixels), Qt.AspectRatioMode.KeepAspectRatio)
    reader.setScaledSize(size)
    picture = QPixmap.fromImageReader(reader)
    painter = QPainter(picture)
    painter.setPen(QPen(theme.colour("border"), sharpness))  # paper is as white as the card
    painter.drawRect(QRectF(picture.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.end()
    picture.setDevicePixelRatio(sharpness)
    return picture
