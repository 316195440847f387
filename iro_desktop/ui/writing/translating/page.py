"""How a copy's translation stands: who translated what, and what is missing. No Qt."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from iro_desktop.domain.copies import CopyWanted
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.i18n.catalogues import TRANSLATED
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.translating import Standing, standing
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.words.reading import language_in_words, unchecked_language
from iro_desktop.ui.writing.versions.refusals import Refusal, refusal_of


@dataclass(frozen=True, slots=True)
class ByWhom:
    """Who translated how many of the texts, and when last."""

    translator: str
    texts: int
    last: dt.date


@dataclass(frozen=True, slots=True)
class Page:
    """One copy. `language` is its name, empty for a copy in English, which needs no translator.

    `unchecked` says that no native reader has checked the program's own sentences, else it is
    empty. `refusal` says why nothing can go out now.
    """

    wanted: CopyWanted
    language: str = ""
    unchecked: str = ""
    texts: tuple[Standing, ...] = ()
    refusal: Refusal | None = None

    @property
    def missing(self) -> int:
        """How many texts have no translation."""
        return sum(one.translation is None for one in self.texts)

    @property
    def by_whom(self) -> tuple[ByWhom, ...]:
        """Who translated, whoever did most first."""
        done = [one.translation for one in self.texts if one.translation is not None]
        count = Counter(one.translator for one in done)
        return tuple(
            ByWhom(name, texts, max(one.translated_on for one in done if one.translator == name))
            for name, texts in count.most_common()
        )


def page_of(workspace: Workspace, wanted: CopyWanted) -> Page:
    """How the translation of a copy stands. Raises NoSuchThing."""
    if wanted.language not in TRANSLATED:
        return Page(wanted)
    name = language_in_words(LANGUAGES[wanted.language])
    unchecked = unchecked_language(wanted.language)
    try:
        return Page(wanted, name, unchecked, standing(workspace, wanted))
    except KnownFault as fault:
        return Page(wanted, name, unchecked, refusal=refusal_of(fault))


def how_it_stands(page: Page) -> str:
    """How many texts are missing, in a few words."""
    if not page.texts:
        return tr("Nothing to translate")
    if not page.missing:
        return tr("Every text is translated")
    return ntr("{number} text is missing", "{number} texts are missing", page.missing)


def by_whom_in_words(by_whom: Sequence[ByWhom]) -> tuple[str, ...]:
    """Who translated how many, a sentence each."""
    return tuple(
        ntr(
            "{name} translated {number} text, last on {day}.",
            "{name} translated {number} texts, last on {day}.",
            one.texts,
            name=one.translator,
            day=screen().date(one.last),
        )
        for one in by_whom
    )
