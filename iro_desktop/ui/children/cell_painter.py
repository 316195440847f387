"""Paints cells that say more than words alone: a made-up name, a date that presses."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import icons, theme
from iro_desktop.ui.children.models import ROW, ChildrenModel, Index
from iro_desktop.ui.children.rows import ChildRow, Column
from iro_desktop.ui.sync.words import state_in_words
from iro_desktop.ui.widgets import painting
from iro_desktop.ui.widgets.pill import Tone, ink
from iro_desktop.ui.words.due_dates import how_soon, urgency
from iro_desktop.ui.words.tones import icon_of, tone_of

SIDE, GAP, ICON = 10, 8, 16


class CellPainter(QStyledItemDelegate):
    """Words first: what stands behind a name or a date is a short text in a tone, with an icon."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        column = Column(index.column())
        words = "" if column is Column.SYNCED else styled.text  # painted with its icon, as a state
        styled.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, styled, painter, option.widget
        )
        painter.save()
        painting.begin(painter)
        self._paint_words(painter, option, index, words)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, words: str
    ) -> None:
        row: ChildRow = index.data(ROW)
        side = theme.space(SIDE)
        room = option.rect.adjusted(side, 0, -side, 0)
        column = Column(index.column())
        unnamed = column is Column.NAME and not row.summary.child.is_named
        font = theme.body_font(bold=column is Column.NAME and not unnamed)
        painter.setFont(font)
        painter.setPen(theme.colour("muted" if unnamed else "text"))
        metrics = QFontMetrics(font)
        behind = self._behind(row, column, index)
        kept = _width_behind(*behind) + theme.space(GAP) if behind else 0
        # A number tells unnamed children apart, and it stands at the end.
        side_cut = Qt.TextElideMode.ElideMiddle if unnamed else Qt.TextElideMode.ElideRight
        text = metrics.elidedText(words, side_cut, room.width() - kept)
        width = min(metrics.horizontalAdvance(text) + 2, room.width())
        _draw(painter, QRect(room.left(), room.top(), width, room.height()), option, text)
        if behind:
            left = room.left() + (width + theme.space(GAP) if words else 0)
            place = QRect(left, room.top(), room.right() - left + 1, room.height())
            _paint_behind(painter, place, option, *behind)

    def _behind(self, row: ChildRow, column: Column, index: Index) -> tuple[str, Tone, str] | None:
        """What follows the words: a text, its tone, and its icon."""
        if column is Column.NAME and row.summary.child.made_up:
            return tr("Made up"), "plain", ""
        if column is Column.SYNCED and row.synced is not None:
            said = state_in_words(row.synced)
            return "", said.tone, said.icon  # the words are told on asking, and said aloud
        due, model = row.summary.next_due, index.model()
        if column is Column.NEXT_REVIEW and due and isinstance(model, ChildrenModel):
            pressing = urgency(due.on, model.today)
            return how_soon(due.on, model.today), tone_of(pressing), icon_of(pressing)
        return None


def _width_behind(text: str, _tone: Tone, icon: str) -> int:
    mark = theme.scaled(ICON) + (theme.space(4) if text else 0) if icon else 0
    return mark + QFontMetrics(_small()).horizontalAdvance(text) + 2


def _paint_behind(
    painter: QPainter, place: QRect, option: QStyleOptionViewItem, text: str, tone: Tone, icon: str
) -> None:
    token = ink(tone)
    if icon:
        size = theme.scaled(ICON)
        box = QRect(place.left(), place.center().y() - size // 2, size, size)
        where = painting.mirrored(box, option.rect, option.direction)
        painter.drawPixmap(where.topLeft(), icons.pixmap(icon, token, ICON))
        place = place.adjusted(size + theme.space(4), 0, 0, 0)
    painter.setFont(_small())
    painter.setPen(theme.colour(token))
    _draw(painter, place, option, text)


def _draw(painter: QPainter, box: QRect, option: QStyleOptionViewItem, text: str) -> None:
    flags = painting.near_side(option.direction) | int(Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(painting.mirrored(box, option.rect, option.direction), flags, text)


def _small() -> QFont:
    return theme.body_font(theme.current().body_points * 0.9, bold=True)
