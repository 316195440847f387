"""How a copy's translation stands: how many texts are missing, and who translated which."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.services.translating import Standing
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card, Divider
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.writing.translating.page import Page, by_whom_in_words, how_it_stands


class StandingCard(Card):
    """The texts themselves are shown once they are asked for."""

    def __init__(self) -> None:
        super().__init__(tr("Translation"))
        self.state = Pill("")
        self.said = Words("")
        self.unchecked = Words("", "muted")
        self.texts_button = ActionButton(tr("Show the texts"), "chevron-right", "slight")
        self.texts_button.setCheckable(True)
        self.texts_button.toggled.connect(self._on_toggled)
        self._texts = QWidget()
        self._list = QVBoxLayout(self._texts)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.space(10))
        self._texts.hide()
        self._shown: tuple[Standing, ...] = ()
        self.add(FlowRow(self.state), self.said, self.unchecked, FlowRow(self.texts_button))
        self.add(self._texts)

    def show_page(self, page: Page) -> None:
        """Show a copy's translation."""
        if self.title is not None:
            self.title.setText(tr("In {language}", language=page.language))
        self._show_state(page)
        lines = by_whom_in_words(page.by_whom)
        self.said.setText("\n".join(lines))
        self.said.setVisible(bool(lines))
        self.unchecked.setText(page.unchecked)
        self.unchecked.setVisible(bool(page.unchecked))
        self.texts_button.setVisible(bool(page.texts))
        if page.texts != self._shown:
            self._shown = page.texts
            self._fill()
        self._texts.setVisible(bool(page.texts) and self.texts_button.isChecked())

    def close_texts(self) -> None:
        """Show the texts no longer."""
        self.texts_button.setChecked(False)

    def _show_state(self, page: Page) -> None:
        self.state.setVisible(page.refusal is None)
        if page.missing:
            self.state.show_state(how_it_stands(page), "warning", "triangle-alert")
        else:
            self.state.show_state(how_it_stands(page), "success", "circle-check")

    def _on_toggled(self, asked: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.texts_button.set_icon("chevron-down" if asked else "chevron-right")
        self.texts_button.setText(tr("Hide the texts") if asked else tr("Show the texts"))
        self._fill()
        self._texts.setVisible(asked)

    def _fill(self) -> None:
        empty(self._list)
        if not self.texts_button.isChecked():
            return
        for number, one in enumerate(self._shown):
            if number:
                self._list.addWidget(Divider())
            for words in _lines(one):
                self._list.addWidget(words)


def _lines(one: Standing) -> tuple[Words, ...]:
    place = Words(one.segment.place, "small")
    english = Words(one.segment.text)
    if one.translation is None:
        return (place, english, Words(tr("No translation yet"), "muted"))
    who = tr("{name} translated it", name=one.translation.translator)
    return (place, english, Words(one.translation.target, "strong"), Words(who, "muted"))
