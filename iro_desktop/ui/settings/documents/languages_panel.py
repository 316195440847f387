"""The languages that documents are written in, how complete each is, and who checked it."""

from collections.abc import Sequence

from iro_desktop.i18n import screen, tr
from iro_desktop.i18n.languages import ENGLISH
from iro_desktop.services.document_languages import LanguageState
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.lines_list import LinesList
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.words.reading import language_in_words


class LanguagesPanel(Panel):
    """Words only."""

    def __init__(self) -> None:
        super().__init__(
            tr("Languages of documents"),
            tr(
                "Documents are written in these languages. The program brings its own sentences in "
                "each of them; what you write yourself goes to a translator. A language that no "
                "native reader has checked says so wherever it is chosen."
            ),
        )
        self.languages = LinesList(tr("Languages of documents"))
        self.add(self.languages)

    def show_languages(self, states: Sequence[LanguageState]) -> None:
        """List them, English first."""
        self.languages.show_lines([language_line(state) for state in states])


def language_line(state: LanguageState) -> Line:
    """A language, how complete it is, and who checked it."""
    name = language_in_words(state.language)
    if state.language.code == ENGLISH:
        return Line(name, (tr("The language that the program is written in."),))
    complete = (
        tr("Every sentence is translated.")
        if state.is_complete
        else tr(
            "{translated} of {number} sentences are translated; the others stand in English.",
            translated=screen().number(state.translated),
            number=screen().number(state.all_texts),
        )
    )
    if state.is_checked:
        return Line(name, (complete, tr("Checked by {name}.", name=state.checker)))
    return Line(name, (complete,), tr("Drafted here, not yet checked by a native reader."))
