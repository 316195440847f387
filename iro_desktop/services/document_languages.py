"""The languages that documents are written in: how far each is translated, and who checked it."""

from dataclasses import dataclass
from functools import cache

from iro_desktop.i18n.catalogues import catalogue_file
from iro_desktop.i18n.checked import checked_by, is_checked
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class LanguageState:
    """One language. `translated` of `all_texts` have words of their own; English has all.

    `checker` is who checked every text of it; empty where nobody has, and for English, which needs
    no checking.
    """

    language: Language
    translated: int
    all_texts: int
    is_checked: bool
    checker: str

    @property
    def is_complete(self) -> bool:
        """Whether no text would stand in English."""
        return self.translated == self.all_texts


def document_languages() -> tuple[LanguageState, ...]:
    """Every language that anyone speaks, English first. Reads all catalogues: takes a while."""
    return tuple(_state(language) for language in LANGUAGES.values() if language.is_spoken)


def _state(language: Language) -> LanguageState:
    translated, every = _counted(language.code)
    return LanguageState(
        language, translated, every, is_checked(language.code), checked_by(language.code)
    )


@cache
def _counted(code: str) -> tuple[int, int]:
    """How many texts have words of their own, and how many there are."""
    # Reading catalogues takes a parser that nothing else on screen needs.
    from babel.messages.pofile import read_po  # noqa: PLC0415

    file = catalogue_file(code)
    if code == ENGLISH or not file.is_file():
        return 0, 0
    with file.open("rb") as opened:
        texts = [message for message in read_po(opened, ignore_obsolete=True) if message.id]
    done = sum(
        bool(message.string)
        and all(message.string if isinstance(message.string, tuple) else (message.string,))
        and not message.fuzzy
        for message in texts
    )
    return done, len(texts)
