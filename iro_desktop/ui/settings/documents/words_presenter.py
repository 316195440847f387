"""The council's list of words, and the languages of documents, without the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from iro_desktop.i18n import screen, tr
from iro_desktop.plain_words.word_list import Kind, Term, WordList
from iro_desktop.services import plain_words
from iro_desktop.services.changed import Changed
from iro_desktop.services.council_files import read_council_file
from iro_desktop.services.faults import LocalWordsRefused
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.ui.settings.council_file import CouncilFile, Outcomes, ReasonsScreen
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.sections import Section, SectionWork


@dataclass(frozen=True, slots=True)
class CouncilWords:
    """Whose list is in use, and what is in it. `has_own` too of a list that is refused by now."""

    has_own: bool
    owner: str = ""
    lines: tuple[Line, ...] = ()


class WordsScreen(ReasonsScreen, Protocol):
    """What the presenter asks of the panel."""

    def show_words(self, words: CouncilWords) -> None:
        """Show whose list is in use, and what is in it."""
        ...


class WordsPresenter:
    """The words that a council looks for. `tell` hears what changed for other screens."""

    def __init__(
        self,
        uow_factory: UnitOfWorkFactory,
        work: SectionWork,
        tell: Callable[[Changed], None],
    ) -> None:
        self._uow_factory = uow_factory
        self._file = CouncilFile(Section.WORDS, LocalWordsRefused, work, tell)
        self._screen: WordsScreen | None = None

    def begin(self, shown: WordsScreen) -> None:
        """Show what is in use."""
        self._screen = shown
        self._file.begin(shown, self._show)
        self._show()

    def look_again(self) -> None:
        """Show what the council sent meanwhile."""
        self._show()

    def take_file(self, path: Path) -> None:
        """Look for the words of a council's file; where it is refused, list every reason."""
        translator = screen()  # the work goes on in a thread that has no screen

        def change() -> Changed:
            text = read_council_file(path, translator)
            return plain_words.take_local_words(self._uow_factory, text, path.name)

        outcomes = Outcomes(
            taken=tr("The council’s words are in use."),
            known=tr("These words are in use already."),
            refused=tr("That file cannot be used, and nothing has been changed. Mend it first."),
        )
        self._file.take(change, outcomes)

    def drop(self) -> None:
        """Look for the program's words alone again."""
        words = tr("Only the program’s own list is in use.")
        self._file.change(lambda: plain_words.drop_local_words(self._uow_factory), words)

    @property
    def _shown(self) -> WordsScreen:
        assert self._screen is not None  # noqa: S101 - a panel begins before it asks
        return self._screen

    def _show(self) -> None:
        with self._uow_factory() as uow:
            try:
                owner = plain_words.whose_words(uow.settings)
                lists = plain_words.word_lists(uow.settings)
            except LocalWordsRefused as refused:
                words = tr(
                    "The council’s list can no longer be used. Choose its newer file, or take it "
                    "out."
                )
                self._file.refuse(refused, words)
                self._shown.show_words(CouncilWords(has_own=True))
                return
        own = lists[0] if len(lists) > 1 else None
        lines = _lines_of(own) if own else ()
        self._shown.show_words(CouncilWords(has_own=own is not None, owner=owner, lines=lines))


def _lines_of(words: WordList) -> tuple[Line, ...]:
    lines = [_line(term) for term in words.terms]
    for title, told in (
        (tr("Never remarked on"), words.allowed),
        (tr("Words that children here know"), words.familiar),
        (tr("Spelt right"), words.spellings),
    ):
        if told:
            lines.append(Line(title, (", ".join(told),)))
    return tuple(lines)


def _line(term: Term) -> Line:
    offers = tr("Say: {offers}", offers=" · ".join(term.offers)) if term.offers else ""
    details = tuple(part for part in (_kind(term.kind), offers, term.why) if part)
    return Line(", ".join(term.forms), details)


def _kind(kind: Kind) -> str:
    return {
        Kind.JARGON: "",
        Kind.BLAME: tr("blames someone"),
        Kind.SOFTENED: tr("makes harm sound smaller than it was"),
        Kind.HARD: tr("hard: may stay where it is explained"),
        Kind.VAGUE_TIME: tr("says no day, where something is promised"),
        Kind.VAGUE_DEED: tr("says nothing definite, where something is promised"),
    }[kind]
