"""A language's texts come from the file that translators write, once, and only when asked for."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from iro_desktop import paths
from iro_desktop.i18n import Translator, catalogues, checked
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES

HEAD = 'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"X-Checked-By: {checker}\\n"\n'
HEAD += '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && '
HEAD += '(n%100<10 || n%100>=20) ? 1 : 2);\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
TEXTS = """
msgid "Hello {name}"
msgstr "Cześć, {name}"

msgid "one day"
msgid_plural "{number} days"
msgstr[0] "jeden dzień"
msgstr[1] "{number} dni (few)"
msgstr[2] "{number} dni"

#, fuzzy
msgid "Reworded since"
msgstr "Stare słowa"
"""

Keep = Callable[[str], None]


@pytest.fixture
def polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keep]:
    """Put a made-up Polish catalogue in place of ours."""
    file = tmp_path / "locale" / "pl" / "documents.po"
    file.parent.mkdir(parents=True)
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)

    def keep(text: str) -> None:
        file.write_text(text, "utf-8")
        _forget()

    _forget()
    yield keep
    _forget()


def _forget() -> None:
    catalogues.texts_in.cache_clear()
    checked._checking.cache_clear()


def test_that_texts_come_in_the_language_with_its_own_plurals(polish: Keep) -> None:
    polish(HEAD.format(checker="") + TEXTS)
    say = Translator("pl")
    assert say("Hello {name}", name="{name}") == "Cześć, {name}"
    said = [say.count("one day", "{number} days", number) for number in (1, 3, 5, 12, 22)]
    assert said == ["jeden dzień", "3 dni (few)", "5 dni", "12 dni", "22 dni (few)"]


def test_that_what_a_catalogue_lacks_or_has_for_older_words_comes_in_english(polish: Keep) -> None:
    polish(HEAD.format(checker="") + TEXTS)
    say = Translator("pl")
    assert say("Not there") == "Not there"
    assert say("Reworded since") == "Reworded since"


def test_that_a_language_without_a_file_is_english(polish: Keep) -> None:
    assert Translator("pl")("Hello {name}", name="Ala") == "Hello Ala"


def test_that_a_drafted_language_is_not_checked(polish: Keep) -> None:
    polish(HEAD.format(checker="") + f"# {checked.NOT_YET_CHECKED}" + TEXTS)
    assert not checked.is_checked("pl")
    assert checked.checked_by("pl") == ""


def test_that_a_language_is_checked_once_a_reader_is_named(polish: Keep) -> None:
    polish(HEAD.format(checker="A made-up reader") + TEXTS)
    assert checked.is_checked("pl")
    assert checked.checked_by("pl") == "A made-up reader"


def test_that_a_text_drafted_after_the_check_undoes_it(polish: Keep) -> None:
    polish(HEAD.format(checker="A made-up reader") + f"# {checked.NOT_YET_CHECKED}" + TEXTS)
    assert not checked.is_checked("pl")
    assert checked.checked_by("pl") == ""


def test_that_english_needs_no_checking() -> None:
    assert checked.is_checked(ENGLISH)


def test_that_every_language_but_english_has_a_catalogue() -> None:
    spoken = {code for code, language in LANGUAGES.items() if language.is_spoken}
    assert set(catalogues.TRANSLATED) == spoken - {ENGLISH}


def test_that_english_reads_no_catalogue() -> None:
    program = (
        "import sys; from iro_desktop.i18n import Translator; Translator()('Yes'); "
        "sys.exit('babel.messages.pofile' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_that_a_catalogue_is_read_once() -> None:
    assert catalogues.texts_in("pl") is catalogues.texts_in("pl")
