"""Where things stand inside a day of the month, for the painter and for the mouse alike."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.diary.page import DayCell, EntryLine
from iro_desktop.ui.words.tones import Tone

SIDE, ABOVE, GAP, INSIDE, ICON = 6, 5, 3, 4, 14
MOST_ENTRIES = 2
NARROW = 118  # pixels at 100 % text below which a day only counts what stands on it


@dataclass(frozen=True, slots=True)
class Chip:
    """A place with what is drawn there: an entry, or how many of one standing there are."""

    place: QRect
    icon: str
    tone: Tone
    first: str
    second: str = ""
    entry: EntryLine | None = None


@dataclass(frozen=True, slots=True)
class DayLayout:
    """Places within the cell, as on a left-to-right screen. `rest` is empty where all is shown."""

    number: QRect
    note: QRect
    chips: tuple[Chip, ...]
    rest: str
    rest_place: QRect


def small_font(*, bold: bool = False) -> QFont:
    """The font inside a day."""
    font = theme.body_font(theme.current().body_points * 0.87, bold=bold)
    if not bold:
        font.setWeight(QFont.Weight.Normal)  # unsaid, a painter takes the weight of its widget
    return font


def is_narrow(width: int) -> bool:
    """Whether a column has no room for names."""
    return width < theme.scaled(NARROW)


def height_of(cell: DayCell, width: int) -> int:
    """How high a day has to be to show what it can at this width."""
    layout = lay_out(cell, QRect(0, 0, width, 10_000))
    bottom = layout.rest_place.bottom() if layout.rest else layout.number.bottom()
    bottom = max([bottom, *(chip.place.bottom() for chip in layout.chips)])
    return bottom + 1 + theme.space(ABOVE)


def lay_out(cell: DayCell, rect: QRect) -> DayLayout:
    """Put a day's number, its entries and what does not fit into a rectangle."""
    side, line = theme.space(SIDE), QFontMetrics(small_font(bold=True)).height()
    room = rect.adjusted(side, theme.space(ABOVE), -side, 0)
    badge = line + theme.space(4)
    number = QRect(room.left(), room.top(), badge + theme.space(4), badge)
    note = QRect(number.right() + side, room.top(), room.right() - number.right() - side, badge)
    top = number.bottom() + 1 + theme.space(GAP)
    chips = _counts(cell, room, top) if is_narrow(rect.width()) else _entries(cell, room, top)
    below = chips[-1].place.bottom() + 1 + theme.space(GAP) if chips else top
    hidden = 0 if is_narrow(rect.width()) else len(cell.entries) - len(chips)
    return DayLayout(
        number=number,
        note=note,
        chips=chips,
        rest=tr("+{number} more", number=hidden) if hidden else "",
        rest_place=QRect(room.left(), below, room.width(), max(24, line + theme.space(4))),
    )


def _entries(cell: DayCell, room: QRect, top: int) -> tuple[Chip, ...]:
    line = QFontMetrics(small_font(bold=True)).height()
    height = 2 * line + 2 * theme.space(INSIDE)
    chips = []
    for entry in cell.entries[:MOST_ENTRIES]:
        state = f"{entry.starts} {entry.word}" if entry.starts else entry.word
        state = f"{state} · {entry.which}" if entry.which else state
        place = QRect(room.left(), top, room.width(), height)
        chips.append(Chip(place, entry.icon, entry.tone, entry.name, state, entry))
        top += height + theme.space(GAP)
    return tuple(chips)


def _counts(cell: DayCell, room: QRect, top: int) -> tuple[Chip, ...]:
    """How many of each standing: the icon says which, the key above the month what it means."""
    line = QFontMetrics(small_font(bold=True)).height()
    height = max(line, theme.scaled(ICON)) + 2 * theme.space(INSIDE)
    counted = Counter((entry.icon, entry.tone) for entry in cell.entries)
    chips = []
    for (icon, tone), number in counted.items():
        place = QRect(room.left(), top, room.width(), height)
        chips.append(Chip(place, icon, tone, str(number)))
        top += height + theme.space(GAP)
    return tuple(chips)


ELIDED = Qt.TextElideMode.ElideRight
