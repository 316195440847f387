"""Whether a native reader has checked a language's texts, and who.

A text drafted here says so in the catalogue, above the entry; the catalogue's header names who
checked it. A name is entered by that person's leave, and nowhere made up.
"""

import re
from dataclasses import dataclass
from functools import cache

from iro_desktop.i18n.catalogues import catalogue_file
from iro_desktop.i18n.languages import ENGLISH

CHECKED_BY = "X-Checked-By"
NOT_YET_CHECKED = "Drafted here; not yet checked by a native reader."

_CHECKER = re.compile(rf'^"{CHECKED_BY}: *(.*?) *\\n"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Checking:
    checker: str
    drafted: int


def is_checked(language: str) -> bool:
    """Whether a named reader has checked every text of the language as it stands today.

    English needs no checking; a text drafted after the check undoes it.
    """
    if language == ENGLISH:
        return True
    checking = _checking(language)
    return bool(checking.checker) and not checking.drafted


def checked_by(language: str) -> str:
    """Who checked the language's texts; empty where no one has checked all of them."""
    return _checking(language).checker if language != ENGLISH and is_checked(language) else ""


@cache
def _checking(language: str) -> _Checking:
    file = catalogue_file(language)
    return _read(file.read_text(encoding="utf-8")) if file.is_file() else _Checking("", 0)


def _read(text: str) -> _Checking:
    named = _CHECKER.search(text)
    return _Checking(named[1] if named else "", text.count(f"# {NOT_YET_CHECKED}"))
