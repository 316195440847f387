"""The catalogues that translators work in: read, bring up to date, fill, and write.

Beside gettext's own headers a catalogue has two of ours. `X-Complete: yes` declares that nothing
is missing, which a test then holds it to; `X-Checked-By:` names the native reader who checked it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileParser, write_po

from iro_desktop.i18n.catalogues import catalogue_file, folder
from iro_desktop.i18n.checked import CHECKED_BY, NOT_YET_CHECKED
from iro_desktop.i18n.languages import LANGUAGES
from workbench.catalogue_faults import faults_of_entry

COMPLETE = "X-Complete"
TEMPLATE = "documents.pot"

Forms = str | Sequence[str]
"""A translation: one text, or a form for each of the language's plurals."""


class DocumentsCatalogue(Catalog):
    """A catalogue with our headers, and no dates: those would differ with every run."""

    checked_by = ""
    is_complete = False

    def _headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "IRO Desktop documents"),
            *([("Language", str(self.locale_identifier))] if self.locale_identifier else []),
            *([("Plural-Forms", self.plural_forms)] if self.locale else []),
            (COMPLETE, "yes" if self.is_complete else "no"),
            (CHECKED_BY, self.checked_by),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]

    def _take_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        told = [(str(name), str(value).strip()) for name, value in headers]
        self._set_mime_headers(told)
        ours = {name.casefold(): value for name, value in told}
        self.checked_by = ours.get(CHECKED_BY.casefold(), "")
        self.is_complete = ours.get(COMPLETE.casefold()) == "yes"

    # Babel knows its own headers alone, and loses any other.
    mime_headers = property(_headers, _take_headers)


def read(file: Path, language: str = "") -> DocumentsCatalogue:
    """A catalogue or the template as it lies on disk; empty where there is none."""
    catalogue = DocumentsCatalogue(locale=language.replace("-", "_") or None, charset="utf-8")
    if file.is_file():
        with file.open("rb") as content:
            PoFileParser(catalogue, ignore_obsolete=True, abort_invalid=True).parse(content)
    catalogue.fuzzy = False
    catalogue.header_comment = _head(language)
    return catalogue


def read_language(language: str) -> DocumentsCatalogue:
    """The catalogue of a language."""
    return read(catalogue_file(language), language)


def read_template() -> DocumentsCatalogue:
    """The template, as it was last gathered."""
    return read(folder() / TEMPLATE)


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a .po file."""
    content = BytesIO()
    write_po(content, catalogue, width=100, include_lineno=False, ignore_obsolete=True)
    return content.getvalue()


def keep(language: str, catalogue: DocumentsCatalogue) -> None:
    """Write a language's catalogue."""
    file = catalogue_file(language)
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new")  # so that no one ever reads half a catalogue
    beside.write_bytes(written(catalogue))
    beside.replace(file)


def keep_template(gathered: Catalog) -> None:
    """Write the template."""
    template = DocumentsCatalogue(charset="utf-8", fuzzy=False)
    template.header_comment = _head("")
    for message in entries(gathered):
        template[message.id] = message
    folder().mkdir(parents=True, exist_ok=True)
    (folder() / TEMPLATE).write_bytes(written(template))


def entries(catalogue: Catalog) -> Iterator[Message]:
    """The entries without the header."""
    return (message for message in catalogue if message.id)


def english_of(message: Message) -> tuple[str, ...]:
    """The English of an entry: one text, or the singular and the plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def forms_of(message: Message) -> tuple[str, ...]:
    """The translation of an entry: one text, or a form for each plural."""
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def update(catalogue: DocumentsCatalogue, template: Catalog) -> None:
    """Bring a catalogue to what is printed now; translations stay.

    A text that was reworded keeps the translation of the old wording, marked fuzzy: documents do
    not use it, a translator sees it.
    """
    # A copy: what is new goes in as it is, and its translation must not show in other languages.
    catalogue.update(deepcopy(template), no_fuzzy_matching=True)
    gone = {english_of(old)[0]: old for old in catalogue.obsolete.values() if any(forms_of(old))}
    for message in entries(catalogue):
        if gone and not any(forms_of(message)):
            _take_over(message, gone)
    catalogue.obsolete.clear()


def _take_over(message: Message, gone: Mapping[str, Message]) -> None:
    nearest = get_close_matches(english_of(message)[0], gone, 1, 0.75)
    old = gone[nearest[0]] if nearest else None
    if old is not None and old.pluralizable == message.pluralizable:
        message.string = old.string
        message.previous_id = list(english_of(old))
        message.user_comments = list(old.user_comments)
        message.flags.add("fuzzy")


def is_missing(message: Message) -> bool:
    """Whether an entry has no translation that documents use."""
    return message.fuzzy or not all(forms_of(message))


def missing(catalogue: Catalog) -> tuple[Message, ...]:
    """The entries that have no translation yet, or one of an older wording."""
    return tuple(message for message in entries(catalogue) if is_missing(message))


def fill(
    catalogue: DocumentsCatalogue, language: str, texts: Mapping[str, Forms]
) -> tuple[str, ...]:
    """Put translations in, each marked as not yet checked; give why others were refused.

    `texts` are by their English, a plural by its singular. What is refused changes nothing.
    """
    refused: list[str] = []
    for english, text in texts.items():
        message = catalogue.get(english)
        if message is None:
            refused.append(f"{english!r}: no document says this")
            continue
        forms = (text,) if isinstance(text, str) else tuple(text)
        faults = faults_of_entry(english_of(message), forms, language, catalogue.plural_expr)
        if faults:
            refused.append(f"{english!r}: {'; '.join(faults)}")
            continue
        message.string = forms if message.pluralizable else forms[0]
        message.flags.discard("fuzzy")
        message.previous_id = []
        message.user_comments = [NOT_YET_CHECKED]
    return tuple(refused)


def note_checked(catalogue: DocumentsCatalogue, reader: str) -> None:
    """Say who checked every text; only by that reader's leave."""
    catalogue.checked_by = reader.strip()
    for message in entries(catalogue):
        message.user_comments = [
            comment for comment in message.user_comments if comment != NOT_YET_CHECKED
        ]


def _head(language: str) -> str:
    if not language:
        return "# Every text that the documents of IRO Desktop print. `make texts` gathers them."
    name = LANGUAGES[language].english_name
    return f"# {name} texts of the documents of IRO Desktop."
