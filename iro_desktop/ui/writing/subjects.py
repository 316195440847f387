"""What of a document is in front: its text, its pages, the remarks, what becomes of it."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton


class Subject(StrEnum):
    """One of them."""

    TEXT = "text"
    PAGES = "pages"
    WORDS = "words"
    TRANSLATION = "translation"
    VERSIONS = "versions"


class SubjectsBar(QWidget):
    """A button for each. `chosen` carries a Subject."""

    chosen = Signal(object)

    def __init__(self, subjects: Iterable[Subject], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.here = Subject.TEXT
        self._counts: dict[Subject, int] = {}
        self.chips = {subject: self._chip(subject) for subject in subjects}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FlowRow(*self.chips.values()))
        self.go_to(Subject.TEXT)

    def go_to(self, subject: Subject) -> None:
        """Show which is in front, without telling anyone."""
        self.here = subject
        for each, chip in self.chips.items():
            chip.setChecked(each is subject)
            self._name(each)

    def focus_here(self) -> None:
        """Put the focus on the button of what is in front."""
        self.chips[self.here].setFocus()

    def offer(self, subject: Subject, *, is_there: bool) -> None:
        """Whether there is such a thing of this document now."""
        self.chips[subject].setVisible(is_there)
        self.setHidden(all(chip.isHidden() for chip in list(self.chips.values())[1:]))

    def is_offered(self, subject: Subject) -> bool:
        """Whether one can go there."""
        return subject in self.chips and not self.chips[subject].isHidden()

    def count(self, subject: Subject, number: int) -> None:
        """Say how many things are to be looked at there."""
        self._counts[subject] = number
        self._name(subject)

    def _name(self, subject: Subject) -> None:
        chip, number, text = self.chips[subject], self._counts.get(subject, 0), _text_of(subject)
        if number:
            text = tr("{what} ({number})", what=text, number=screen().number(number))
        chip.setText(text)
        chip.set_icon("check" if chip.isChecked() else "")
        accessibility.name(chip, text)

    def _chip(self, subject: Subject) -> ActionButton:
        chip = ActionButton(_text_of(subject), "", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self._on_clicked(subject))
        return chip

    def _on_clicked(self, subject: Subject) -> None:
        self.go_to(subject)
        self.chosen.emit(subject)


def _text_of(subject: Subject) -> str:
    return {
        Subject.TEXT: tr("Text"),
        Subject.PAGES: tr("Pages"),
        Subject.WORDS: tr("Plain words"),
        Subject.TRANSLATION: tr("Translation"),
        Subject.VERSIONS: tr("Sign and send"),
    }[subject]
