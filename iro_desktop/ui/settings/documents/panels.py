"""The panels about documents, and what is wished for in them."""

from iro_desktop.ui.settings.documents.languages_panel import LanguagesPanel
from iro_desktop.ui.settings.documents.look_panel import LookPanel
from iro_desktop.ui.settings.documents.look_presenter import LookPresenter
from iro_desktop.ui.settings.documents.wording_panel import WordingPanel
from iro_desktop.ui.settings.documents.wording_presenter import WordingPresenter
from iro_desktop.ui.settings.documents.words_panel import WordsPanel
from iro_desktop.ui.settings.documents.words_presenter import WordsPresenter
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.settings.sections import Section


class DocumentsPanels:
    """Four cards of the settings' page."""

    def __init__(
        self, wording: WordingPresenter, look: LookPresenter, words: WordsPresenter
    ) -> None:
        self._presenters = (wording, look, words)
        self.wording = WordingPanel(wording)
        self.look, self.words, self.languages = LookPanel(), WordsPanel(), LanguagesPanel()
        self.look.stationery_chosen.connect(look.take_stationery)
        self.look.blank_wished.connect(look.drop_stationery)
        self.look.theme_wished.connect(look.keep_theme)
        self.words.file_chosen.connect(words.take_file)
        self.words.ours_alone_wished.connect(words.drop)

    def begin(self) -> None:
        """Fill the panels."""
        wording, look, words = self._presenters
        wording.begin(self.wording)
        look.begin(self.look)
        words.begin(self.words)

    def look_again(self) -> None:
        """Show what the council sent meanwhile. What is being written stays."""
        _wording, look, words = self._presenters
        self.wording.look_again()
        look.look_again()
        words.look_again()

    def by_section(self) -> dict[Section, Panel]:
        """The cards in the order in which they stand."""
        return {
            Section.WORDING: self.wording,
            Section.LOOK: self.look,
            Section.WORDS: self.words,
        }
