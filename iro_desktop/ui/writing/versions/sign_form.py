"""Shows what is being signed, and by whom, before it is fixed for ever."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.i18n import screen, tr
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.reading import language_in_words, reader_in_words, style_in_words
from iro_desktop.ui.words.reviews import kind_of_document
from iro_desktop.ui.words.versions import number_in_words
from iro_desktop.ui.writing.versions.step_form import StepForm


class SignForm(StepForm):
    """`confirmed` says that it shall be signed, `open_wanted` that it is to be read first."""

    confirmed = Signal()
    open_wanted = Signal()

    def __init__(self) -> None:
        read = ActionButton(tr("Read it once more"), "eye")
        super().__init__(tr("You are about to sign"), ActionButton("", "lock", "primary"), (read,))
        read.clicked.connect(self.open_wanted)
        self._facts = QWidget()
        self._lines = QVBoxLayout(self._facts)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.space(4))
        self.add(self._facts)
        self.add(Words(tr("Once signed, it never changes. Only a correction can follow it.")))
        self.shown: tuple[str, ...] = ()

    def show_version(self, version: DocumentVersion, owner: str) -> None:
        """Say which version it is, and who signs."""
        self.button.setText(tr("Sign as {name}", name=owner) if owner else tr("Sign it"))
        lines = facts(version)
        if lines != self.shown:
            self.shown = lines
            empty(self._lines)
            for line in lines:
                self._lines.addWidget(Words(line, "strong" if line == lines[0] else ""))

    @override
    def confirm(self) -> None:
        self.confirmed.emit()


def facts(version: DocumentVersion) -> tuple[str, ...]:
    """Which version it is, a line for each thing that tells it from others."""
    reader = reader_in_words(version.reader)
    if version.reader_name:
        reader = tr("{reader}: {name}", reader=reader, name=version.reader_name)
    language = LANGUAGES.get(version.language)
    written = tr("Written: {style}", style=style_in_words(version.style))
    lines = [
        tr(
            "{document}, {version}",
            document=kind_of_document(version.kind),
            version=number_in_words(version.number),
        ),
        tr("For: {reader}", reader=reader),
    ]
    if language is not None:
        lines.append(tr("Language: {language}", language=language_in_words(language)))
    lines.append(written)
    if version.checked_on is not None:
        day, name = screen().date(version.checked_on), version.checked_by
        lines.append(tr("Checked on {day} by {name}", day=day, name=name))
    if version.what_changed:
        lines.append(tr("What changed: {what}", what=version.what_changed))
    return tuple(lines)
