"""The catalogues of documents, read as translators write them: `<language>/documents.po`.

A .po file is turned in memory into what `gettext` looks texts up in, once for each language and
only when it is asked for. English needs none.
"""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from iro_desktop import paths
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES

TRANSLATED = tuple(
    code for code, language in LANGUAGES.items() if language.is_spoken and code != ENGLISH
)
"""The languages that have a catalogue."""


def folder() -> Path:
    """Where the catalogues lie."""
    return paths.resources() / "locale"


def catalogue_file(code: str) -> Path:
    """The catalogue of a language, by its BCP 47 tag."""
    return folder() / code / "documents.po"


@cache
def texts_in(code: str) -> gettext.NullTranslations:
    """The texts of a language; those that the catalogue lacks come back in English."""
    file = catalogue_file(code)
    if code not in TRANSLATED or not file.is_file():
        return gettext.NullTranslations()
    return _compiled(file.read_bytes())


def _compiled(content: bytes) -> gettext.NullTranslations:
    # Imported here: reading catalogues takes a parser that English starts without.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    binary = BytesIO()
    write_mo(binary, read_po(BytesIO(content), ignore_obsolete=True))
    binary.seek(0)
    return gettext.GNUTranslations(binary)
