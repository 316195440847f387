"""What has to come first: chosen from a menu, said in a line."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words


class WaitsField(Field):
    """Any number of the options, as a tuple of their values; None for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._name, self._description = "", ""
        self._button = ActionButton(tr("Choose"), "list-checks")
        self._menu = QMenu(self._button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._button.setMenu(self._menu)
        self._said = Words("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(10))
        layout.addWidget(self._button)
        layout.addWidget(self._said, 1)
        self._hold(self._button)
        self._refresh()

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer others, keeping what is chosen."""
        self._options = tuple(options)
        self._refresh()

    @override
    def value(self) -> tuple[str, ...] | None:
        return self._chosen or None

    @override
    def set_value(self, value: AnswerValue) -> None:
        self._chosen = value if isinstance(value, tuple) else ()
        self._refresh()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._button.setVisible(not read_only)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        self._name, self._description = name, description
        self._refresh()

    @override
    def set_faulty(self, faulty: bool) -> None:
        """There is no wrong choice: rings are not offered."""

    def choose(self, value: str, *, chosen: bool) -> None:
        """Take one of the options, or leave it, as the user."""
        kept = tuple(one for one in self._chosen if one != value)
        self._chosen = (*kept, value) if chosen else kept
        self._refresh()
        self.answer_changed.emit()
        self.left.emit()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for option in self._options:
            action = QAction(option.text.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(option.value in self._chosen)
            action.toggled.connect(lambda on, name=option.value: self.choose(name, chosen=on))
            self._menu.addAction(action)
        if not self._options:
            nothing = QAction(tr("There is no other milestone yet"), self._menu)
            nothing.setEnabled(False)
            self._menu.addAction(nothing)

    def _refresh(self) -> None:
        texts = {option.value: option.text for option in self._options}
        names = [texts[one] for one in self._chosen if one in texts]
        said = ", ".join(names) or tr("nothing")
        self._said.setText(said)
        self._said.set_role("" if names else "muted")
        accessibility.name(
            self._button, self._name, accessibility.sentence(said, self._description)
        )
