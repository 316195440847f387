"""The paper that the recovery key is kept on: one page, drawn for a printer."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter

from iro_desktop.i18n import tr
from iro_desktop.ui.theme import FONT_FAMILY

COLUMNS = 4
MARGIN = 0.08
_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TEXT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The groups in order, and whose store they open."""

    groups: tuple[str, ...]
    owner_name: str

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Draw the sheet on a printer, black on white whatever the screen wears."""
        painter = QPainter(device)
        painter.setPen(QColor("black"))
        self.draw(painter, QRectF(painter.viewport()))
        painter.end()

    def draw(self, painter: QPainter, page: QRectF) -> None:
        """Draw within a rectangle of any resolution."""
        edge = page.width() * MARGIN
        inner = page.adjusted(edge, edge, -edge, -edge)
        top = _write(painter, inner, _title(self.owner_name), points=20, bold=True)
        inner.setTop(top + edge / 2)
        inner.setTop(_write(painter, inner, _purpose(), points=12) + edge / 2)
        inner.setTop(self._draw_groups(painter, inner) + edge / 2)
        _write(painter, inner, _keeping(), points=12)

    def _draw_groups(self, painter: QPainter, room: QRectF) -> float:
        """Draw the groups from left to right, whatever the language. Gives where they end."""
        painter.setFont(_font(24, bold=True))
        height = painter.fontMetrics().height() * 1.8
        width = room.width() / COLUMNS
        for number, group in enumerate(self.groups):
            row, column = divmod(number, COLUMNS)
            cell = QRectF(room.left() + column * width, room.top() + row * height, width, height)
            painter.drawText(cell, _LINE, group)
        rows = -(-len(self.groups) // COLUMNS)
        return room.top() + rows * height


def _write(painter: QPainter, room: QRectF, text: str, *, points: int, bold: bool = False) -> float:
    """Write a text at the top of the room. Gives where it ends."""
    painter.setFont(_font(points, bold=bold))
    taken = painter.boundingRect(room, _TEXT, text)
    painter.drawText(room, _TEXT, text)
    return float(taken.bottom())


def _font(points: int, *, bold: bool) -> QFont:
    font = QFont(FONT_FAMILY, points)
    font.setBold(bold)
    return font


def _title(owner_name: str) -> str:
    return tr("Recovery key for the IRO Desktop store of {name}", name=owner_name)


def _purpose() -> str:
    return tr("It opens the store if the passphrase is forgotten. Nothing else does.")


def _keeping() -> str:
    return tr(
        "Whoever has this paper and the laptop can read everything in the store. Keep the two "
        "apart: in a safe, or sealed with your manager. The letters O, I, L and U are not used: "
        "0 is nought and 1 is one."
    )
