"""The style sheet, written out from the tokens and the size of the text.

Lengths come in three kinds: `$sN` is a space of N pixels at 100 %, `$inN` the same inside a focus
ring, `$tN` a mark that grows with the text. Font sizes are points, reckoned from the body's.
Nothing here is a fixed text size.
"""

import re
from collections.abc import Callable
from string import Template

from iro_desktop import paths
from iro_desktop.ui.tokens import Tokens

Length = Callable[[float], int]

_FONT_SIZES = {"small": 0.9, "body": 1.0, "large": 1.1, "h3": 1.15, "h2": 1.35, "h1": 1.85}
RING_EXTRA = 2  # a focus ring is 3 pixels wide, an edge 1
_IMAGES = ("check", "chevron-down", "chevron-up", "chevron-left", "chevron-right")


def style_sheet(
    tokens: Tokens, body_points: float, space: Length, scaled: Length, *, dark: bool
) -> str:
    """The whole style sheet for these colours at this size of text (points)."""
    scheme = "dark" if dark else "light"
    folder = paths.resources() / "theme"
    values: dict[str, str] = dict(tokens)
    values |= {name: f"{body_points * times:.2f}pt" for name, times in _FONT_SIZES.items()}
    values |= {
        name.replace("-", "_"): f'url("{(folder / f"{name}-{scheme}.svg").as_posix()}")'
        for name in _IMAGES
    }
    mark, dot = scaled(18) + 4, scaled(8)
    values |= {"round": f"{mark // 2}px", "ring": f"{(mark - dot) // 2}px", "dot": f"{dot}px"}
    template = "\n".join((_TEXT, _SURFACES, _FIELDS, _BUTTONS, _MARKS, _LISTS, _BARS, _REST))
    for kind, length in _lengths(space, scaled).items():
        for number in set(re.findall(rf"\${kind}(\d+)", template)):
            values[f"{kind}{number}"] = f"{length(int(number))}px"
    return Template(template).substitute(values)


def _lengths(space: Length, scaled: Length) -> dict[str, Length]:
    """What stands behind `$sN`, `$tN`, and `$inN`: a space less what a focus ring takes."""
    return {"s": space, "t": scaled, "in": lambda pixels: max(0, space(pixels) - RING_EXTRA)}


_TEXT = """
QWidget { color: $text; }
QLabel { background: transparent; }
QLabel[role="h1"] { font-size: $h1; font-weight: 700; }
QLabel[role="h2"] { font-size: $h2; font-weight: 600; }
QLabel[role="h3"] { font-size: $h3; font-weight: 600; }
QLabel[role="question"] { font-size: $large; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: $small; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="problem"] { color: $danger; font-weight: 600; }
QLabel[role="quote"] { font-size: $large; }
QLabel:disabled { color: $disabled; }
QToolTip {
  color: $text; background: $surface; border: 1px solid $border; padding: $s6 $s8;
}
"""

_SURFACES = """
QMainWindow, QDialog, QWidget#page { background: $page; }
QScrollArea { background: transparent; border: none; }
QWidget#scroll_content { background: transparent; }
QFrame#card { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame#card:focus { border: 3px solid $focus; }
QFrame#card[tone="soft"] { background: $primary_soft; border-color: $primary_soft; }
QFrame#rail { background: $surface; border: none; border-right: 1px solid $line; }
QFrame#bar { background: $surface; border: none; border-top: 1px solid $line; }
QFrame#top_bar { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame#pages { background: $sunken; border: 1px solid $line; border-radius: 10px; }
QFrame#pages:focus { border: 3px solid $focus; }
QFrame#popup { background: $surface; border: 1px solid $border; border-radius: 10px; }
QFrame#busy { background: transparent; border: 1px dashed $border; border-radius: 8px; }
QFrame#divider { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame#banner { border: 1px solid $primary; border-radius: 10px; background: $primary_soft; }
QFrame#banner[tone="warning"] { border-color: $warning; background: $warning_soft; }
QFrame#banner[tone="success"] { border-color: $success; background: $success_soft; }
QFrame#banner[tone="danger"] { border-color: $danger; background: $danger_soft; }
QFrame#band { border: none; border-bottom: 1px solid $primary; background: $primary_soft; }
QFrame#band[tone="warning"] { border-color: $warning; background: $warning_soft; }
QFrame#band[tone="danger"] { border-color: $danger; background: $danger_soft; }
QFrame#row_problem { border: none; border-left: 3px solid transparent; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: $surface; color: $text; border: 1px solid $border; border-radius: 8px;
  selection-background-color: $primary; selection-color: $on_primary;
  placeholder-text-color: $muted;
}
QLineEdit, QComboBox, QAbstractSpinBox { padding: $s9 $s11; min-height: $t22; }
QPlainTextEdit, QTextEdit { padding: $s6 $s8; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover,
QAbstractSpinBox:hover { border-color: $text; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {
  border: 3px solid $focus; padding: $in9 $in11;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 3px solid $focus; padding: $in6 $in8; }
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"], QComboBox[faulty="true"] {
  border: 2px solid $danger;
}
QLineEdit[faulty="true"]:focus, QPlainTextEdit[faulty="true"]:focus,
QComboBox[faulty="true"]:focus { border: 3px solid $focus; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"], QTextEdit[readOnly="true"] {
  background: $sunken; border-color: $line;
}
QLineEdit[readOnly="true"]:focus, QPlainTextEdit[readOnly="true"]:focus,
QTextEdit[readOnly="true"]:focus { border-color: $focus; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
  background: $sunken; color: $disabled; border-color: $line;
}
QComboBox QLineEdit, QComboBox QLineEdit:focus, QComboBox QLineEdit:hover {
  border: none; padding: 0; background: transparent; min-height: 0; border-radius: 0;
}
QComboBox::drop-down {
  border: none; background: transparent; width: $t34;
  subcontrol-origin: border; subcontrol-position: center right;
}
QComboBox::down-arrow { image: $chevron_down; width: $t20; height: $t20; }
QComboBox QAbstractItemView, QAbstractItemView#suggestions {
  background: $surface; border: 1px solid $border; border-radius: 8px; padding: 4px;
  outline: none; selection-background-color: $primary_soft; selection-color: $text;
}
QAbstractItemView#suggestions { padding: 0; border-radius: 0; }
QAbstractItemView#suggestions:focus { border: 1px solid $border; }
QComboBox QAbstractItemView::item, QAbstractItemView#suggestions::item {
  min-height: $t32; padding: 2px $s8; border-radius: 6px;
}
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected,
QAbstractItemView#suggestions::item:selected { background: $primary_soft; color: $text; }
QTextBrowser { background: $surface; border: 1px solid $line; }
"""

_BUTTONS = """
QPushButton {
  background: $surface; color: $text; border: 1px solid $border; border-radius: 8px;
  padding: $s8 $s16; min-height: $t24; font-weight: 600;
}
QPushButton:hover { background: $primary_soft; border-color: $primary; }
QPushButton:pressed { background: $primary_soft_hover; }
QPushButton:focus { border: 3px solid $focus; padding: $in8 $in16; }
QPushButton:disabled { color: $disabled; background: $sunken; border-color: $line; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] {
  background: $primary; color: $on_primary; border-color: $primary;
}
QPushButton[kind="primary"]:hover { background: $primary_hover; border-color: $primary_hover; }
QPushButton[kind="primary"]:pressed { background: $primary_pressed; }
QPushButton[kind="primary"]:focus { border-color: $focus; }
QPushButton[kind="primary"]:disabled {
  background: $sunken; color: $disabled; border-color: $line;
}
QPushButton[kind="quiet"] {
  background: transparent; color: $primary; border-color: transparent; padding: $s8 $s10;
}
QPushButton[kind="quiet"]:hover { background: $primary_soft; }
QPushButton[kind="quiet"]:pressed { background: $primary_soft_hover; }
QPushButton[kind="quiet"]:focus { border-color: $focus; padding: $in8 $in10; }
QPushButton[kind="quiet"]:disabled { color: $disabled; }
QPushButton[kind="slight"] {
  background: transparent; color: $primary; border: 1px solid transparent; text-align: left;
  padding: $s2 $s6 $s2 $s4; min-height: $t22; font-size: $small;
}
QPushButton[kind="slight"]:hover { background: $primary_soft; }
QPushButton[kind="slight"]:checked { background: $primary_soft; }
QPushButton[kind="slight"]:focus { border: 3px solid $focus; padding: $in2 $in6 $in2 $in4; }
QPushButton[kind="nav"] {
  background: transparent; border: 1px solid transparent; text-align: left; padding: $s8 $s10;
}
QPushButton[kind="nav"]:hover { background: $sunken; }
QPushButton[kind="nav"]:checked { background: $primary_soft; color: $primary; }
QPushButton[kind="nav"]:focus { border: 3px solid $focus; padding: $in8 $in10; }
QPushButton[kind="chip"] { padding: $s4 $s12; min-height: $t22; }
QPushButton[kind="chip"]:checked {
  background: $primary_soft; color: $primary; border-color: $primary;
}
QPushButton[kind="chip"]:focus { border: 3px solid $focus; padding: $in4 $in12; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed {
  background: $danger_soft; border-color: $danger_hover;
}
QPushButton[kind="danger"]:focus { border-color: $focus; }
QPushButton[kind="danger"]:disabled { color: $disabled; border-color: $line; }
QPushButton[kind="link"] {
  background: transparent; border: none; padding: 0; min-height: 0; font-weight: 600;
}
QToolButton {
  background: transparent; border: 1px solid transparent; border-radius: 8px;
  padding: $s6; min-width: $t20; min-height: $t20;
}
QToolButton:hover { background: $primary_soft; }
QToolButton:pressed, QToolButton:checked { background: $primary_soft_hover; }
QToolButton:focus { border: 3px solid $focus; padding: $in6; }
QToolButton:disabled { color: $disabled; }
QToolButton[kind="edged"] { border-color: $border; background: $surface; }
QToolButton[kind="edged"]:hover { background: $primary_soft; border-color: $primary; }
QToolButton[kind="edged"]:focus { border-color: $focus; }
QToolButton::menu-indicator { image: none; }
"""

_MARKS = """
QRadioButton, QCheckBox {
  spacing: $s10; min-height: $t28; background: transparent; padding: $s2 $s4;
  border: 2px solid transparent; border-radius: 8px;
}
QRadioButton:focus, QCheckBox:focus { border-color: $focus; }
QRadioButton:disabled, QCheckBox:disabled { color: $disabled; }
QRadioButton::indicator, QCheckBox::indicator {
  width: $t18; height: $t18; border: 2px solid $border; background: $surface;
}
QRadioButton::indicator { border-radius: $round; }
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator:hover, QCheckBox::indicator:hover { border-color: $primary; }
QRadioButton::indicator:checked {
  width: $dot; height: $dot; border: $ring solid $primary; background: $on_primary;
}
QCheckBox::indicator:checked {
  border-color: $primary; background: $primary; image: $check;
}
QCheckBox::indicator:indeterminate { border-color: $primary; background: $primary_soft; }
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {
  border-color: $line; background: $sunken;
}
"""

_LISTS = """
QAbstractItemView {
  background: $surface; color: $text; border: 1px solid $line; border-radius: 10px;
  outline: none; alternate-background-color: $page;
  selection-background-color: $primary_soft; selection-color: $text;
}
QAbstractItemView:focus { border: 3px solid $focus; }
QListView::item { padding: $s6 $s8; border-radius: 6px; }
QListView::item:hover, QTableView::item:hover, QTreeView::item:hover { background: $sunken; }
QListView::item:selected, QTableView::item:selected, QTreeView::item:selected {
  background: $primary_soft; color: $text;
}
QListWidget#sections { background: transparent; border: none; }
QListWidget#sections:focus { border: none; }
QTableView { gridline-color: transparent; padding: 4px; }
QTableView:focus { padding: 2px; }
QTableView::item { padding: $s4 $s10; border: none; border-bottom: 1px solid $line; }
QHeaderView { background: transparent; border: none; border-radius: 0; }
QHeaderView::section {
  background: $surface; color: $muted; border: none; border-bottom: 2px solid $line;
  padding: $s8 $s10; font-weight: 600;
}
QHeaderView::section:hover { color: $text; background: $sunken; }
QHeaderView::down-arrow { image: $chevron_down; width: $t14; height: $t14; }
QHeaderView::up-arrow { image: $chevron_up; width: $t14; height: $t14; }
QTableCornerButton::section { background: $surface; border: none; }
"""

_BARS = """
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; border: none; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: $text; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QProgressBar {
  background: $sunken; border: 1px solid $line; border-radius: 7px; min-height: $t12;
  max-height: $t12; text-align: center; color: transparent;
}
QProgressBar::chunk { background: $primary; border-radius: 6px; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $primary; }
QSplitter::handle:horizontal { width: 3px; }
QSplitter::handle:vertical { height: 3px; }
"""

_REST = """
QTabBar { border: none; background: transparent; }
QTabBar::tab {
  background: transparent; color: $muted; padding: $s10 $s14; border: none;
  border-bottom: 3px solid transparent; font-weight: 600; min-height: $t20;
}
QTabBar::tab:hover { color: $text; background: $primary_soft; }
QTabBar::tab:selected { color: $primary; border-bottom-color: $primary; }
QTabBar::tab:focus { color: $text; border-bottom-color: $focus; background: $primary_soft; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QMenuBar { background: $surface; color: $text; border-bottom: 1px solid $line; }
QMenuBar::item { padding: $s6 $s10; background: transparent; border-radius: 6px; }
QMenuBar::item:selected { background: $primary_soft; }
QMenu { background: $surface; border: 1px solid $border; padding: $s4; }
QMenu::item { padding: $s8 $s24 $s8 $s12; border-radius: 6px; }
QMenu::item:selected { background: $primary_soft; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: $s4 $s8; }
QMenu::icon { padding-left: $s8; }
QStatusBar { background: $surface; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton {
  color: $text; font-weight: 600; padding: $s4 $s8; min-height: $t24; min-width: $t24;
}
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: $chevron_left; }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: $chevron_right; }
QCalendarWidget QAbstractItemView {
  background: $surface; border: 2px solid transparent; border-radius: 6px; padding: 0;
  selection-background-color: $primary; selection-color: $on_primary;
}
QCalendarWidget QTableView::item { padding: 0; border: none; border-radius: 6px; }
QCalendarWidget QTableView::item:selected { background: $primary; color: $on_primary; }
QCalendarWidget QAbstractItemView:focus { border: 2px solid $focus; padding: 0; }
QCalendarWidget QAbstractItemView:disabled { color: $disabled; }
QCalendarWidget QSpinBox { min-height: $t20; padding: 2px 4px; }
"""
