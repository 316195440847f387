"""What widgets that draw their own words have in common: sides, and mirrored places."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

WRAPPED = int(Qt.TextFlag.TextWordWrap)
_UNMOVED = Qt.AlignmentFlag.AlignAbsolute


def begin(painter: QPainter) -> None:
    """Draw smoothly, and let each text run its own way: an English name in an Arabic screen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def near_side(direction: Qt.LayoutDirection) -> int:
    """Flags that set words along the side where reading begins."""
    if direction == Qt.LayoutDirection.RightToLeft:
        return int(Qt.AlignmentFlag.AlignRight | _UNMOVED)
    return int(Qt.AlignmentFlag.AlignLeft | _UNMOVED)


def mirrored(rect: QRect, within: QRect, direction: Qt.LayoutDirection) -> QRect:
    """A place given for a left-to-right screen, where it is on this one."""
    if direction == Qt.LayoutDirection.LeftToRight:
        return rect
    left = within.left() + within.right() - rect.right()
    return QRect(left, rect.y(), rect.width(), rect.height())
