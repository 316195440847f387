"""Icons from `resources/icons`, in the colour of a token and at the size of the text."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from iro_desktop import paths
from iro_desktop.ui import theme

SHARPNESS = 3  # pixels drawn for each pixel asked for: sharp on any screen of today

# Icons that point along the line of reading, and so turn round in a right-to-left language.
_MIRRORED = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "send"}
)


def icon(name: str, colour: str = "text", px: int = 20, gap: int = 0) -> QIcon:
    """An icon, `px` wide at 100 % text, with `gap` more pixels on the side where words follow.

    Raises:
        FileNotFoundError: no icon has that name.
    """
    worn = theme.current()
    from_right = worn.appearance.direction == "rtl"
    return _icon(name, worn.tokens[colour], theme.scaled(px), gap, from_right)


@lru_cache(maxsize=512)
def _icon(name: str, paint: str, width: int, gap: int, from_right: bool) -> QIcon:  # noqa: FBT001 - a cache key
    picture = _drawn(name, paint, width, name in _MIRRORED and from_right)
    if not gap:
        return QIcon(picture)
    wide = QPixmap(QSize(width + gap, width) * SHARPNESS)
    wide.setDevicePixelRatio(SHARPNESS)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(gap if from_right else 0, 0, picture)
    painter.end()
    return QIcon(wide)


def pixmap(name: str, colour: str = "text", px: int = 20) -> QPixmap:
    """The same as a picture, for labels and painters."""
    worn = theme.current()
    mirrored = name in _MIRRORED and worn.appearance.direction == "rtl"
    return _drawn(name, worn.tokens[colour], theme.scaled(px), mirrored)


@lru_cache(maxsize=512)
def _drawn(name: str, paint: str, width: int, mirrored: bool) -> QPixmap:  # noqa: FBT001 - a cache key
    source = (paths.resources() / "icons" / f"{name}.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(source.replace(b"currentColor", paint.encode())))
    picture = QPixmap(QSize(width, width) * SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if mirrored:
        painter.translate(picture.width(), 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(SHARPNESS)
    return picture
