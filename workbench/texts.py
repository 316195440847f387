"""Every text that can be translated, gathered for translators, and what translators bring back.

`python -m workbench.texts` gathers. All texts, the screens' too, go to build/iro-desktop.pot: from
the code, what is handed to `tr`, `ntr` and `Translator.count`; from forms, all that is shown or
printed; from timescales, what explains a due date. Those that documents print go to
resources/locale/documents.pot, and from there into each language's documents.po.

`untranslated LANGUAGE` lists what a language lacks, `fill LANGUAGE FILE.json` puts translations in,
`complete LANGUAGE` declares that nothing is missing, `checked LANGUAGE NAME` says by whom all was
checked. Runs inside the project's environment.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from iro_desktop import paths
from iro_desktop.form_engine.catalogue import form_files
from iro_desktop.form_engine.reader import read_form_file
from iro_desktop.i18n.catalogues import TRANSLATED
from iro_desktop.timescale_files.reader import Family, read_family_file
from workbench import catalogues, document_texts
from workbench.catalogue_faults import faults_of_catalogue, numbers_of_forms
from workbench.programs import ROOT
from workbench.words import CannotGoOn, say

TEMPLATE = ROOT / "build" / "iro-desktop.pot"
KEYWORDS = {"tr": None, "ntr": (1, 2), "count": (1, 2), "_": None}
SHOWN_IN_FORMS = {
    *("title", "heading", "text", "help", "hint", "detail", "lead_in", "unit", "item_name"),
    *("meaning_of_0", "meaning_of_10"),
}


def texts_of(form: object) -> Iterator[str]:
    """What a form shows or prints, whichever part it stands in."""
    if isinstance(form, tuple):
        for part in form:
            yield from texts_of(part)
    elif dataclasses.is_dataclass(form) and not isinstance(form, type):
        for field in dataclasses.fields(form):
            value = getattr(form, field.name)
            if isinstance(value, str) and field.name in SHOWN_IN_FORMS and value:
                yield value
            else:
                yield from texts_of(value)


def texts_of_family(family: Family) -> Iterator[str]:
    """What a family of timescales shows. The names of laws stay as they are in any language."""
    yield family.title
    for rule in family.rules:
        yield from (rule.title, rule.counted_from, *rule.what_changes)
        if rule.note:
            yield rule.note


def gather() -> Catalog:
    """All texts, with where each stands."""
    catalogue = Catalog(project="IRO Desktop", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        ROOT / "iro_desktop",
        [("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("For translators:",),
    )
    for name, line, message, comments, _context in found:
        place = (f"iro_desktop/{name}", line)
        catalogue.add(message, locations=[place], auto_comments=comments)
    for file in form_files(paths.forms()):
        place = (file.relative_to(ROOT).as_posix(), 0)
        for text in texts_of(read_form_file(file).form):
            catalogue.add(text, locations=[place])
    for file in sorted(paths.timescales().glob("*.yaml")):
        place = (file.relative_to(ROOT).as_posix(), 0)
        family, _ = read_family_file(file)
        for text in texts_of_family(family) if family else ():
            catalogue.add(text, locations=[place])
    return catalogue


def write_template() -> None:
    """Write the texts of the whole product, and say how many there are."""
    catalogue = gather()
    content = BytesIO()
    write_po(content, catalogue, width=100, sort_output=True, omit_header=True)
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(content.getvalue())
    say(f"{len(catalogue)} texts in {TEMPLATE.relative_to(ROOT)}")


def refresh_documents() -> None:
    """Write what documents print, bring each language to it, and say how much each one lacks."""
    gathered = document_texts.gather()
    catalogues.keep_template(gathered)
    say(f"{len(gathered)} texts of documents")
    for language in TRANSLATED:
        catalogue = catalogues.read_language(language)
        catalogues.update(catalogue, gathered)
        catalogues.keep(language, catalogue)
        say(f"  {language:8}{len(catalogues.missing(catalogue)):4} to translate")


def missing(language: str) -> tuple[str, ...]:
    """The English of every text that a language's catalogue lacks, beside the template."""
    catalogue = catalogues.read_language(language)
    catalogues.update(catalogue, catalogues.read_template())
    return tuple(catalogues.english_of(message)[0] for message in catalogues.missing(catalogue))


def untranslated(language: str) -> list[dict[str, object]]:
    """What a language lacks, each with what a translator should know of it."""
    catalogue = catalogues.read_language(language)
    numbers = numbers_of_forms(catalogue.plural_expr)
    examples = [numbers.get(form, [])[:6] for form in range(catalogue.num_plurals)]
    found = []
    for message in catalogues.missing(catalogue):
        english = catalogues.english_of(message)
        told: dict[str, object] = {
            "english": english[0],
            "notes": message.auto_comments,
            "places": [place for place, _ in message.locations],
        }
        if message.pluralizable:
            told |= {"plural": english[1], "numbers_of_each_form": examples}
        if message.fuzzy:
            told |= {"older_wording": message.previous_id, "older": message.string}
        found.append(told)
    return found


def fill(language: str, file: Path) -> bool:
    """Put the translations of a JSON file in, and say which were refused; whether all were taken.

    The file maps English to its translation, or to a list of the language's plural forms.
    """
    texts = json.loads(file.read_text("utf-8"))
    catalogue = catalogues.read_language(language)
    refused = catalogues.fill(catalogue, language, texts)
    catalogues.keep(language, catalogue)
    for line in refused:
        say(f"refused: {line}")
    left = len(catalogues.missing(catalogue))
    say(f"{len(texts) - len(refused)} taken, {len(refused)} refused, {left} still to translate")
    return not refused


def declare_complete(language: str) -> None:
    """Declare that a language lacks nothing; from then on a test holds it to that.

    Raises:
        CannotGoOn: something is missing or faulty.
    """
    catalogue = catalogues.read_language(language)
    lacking = missing(language)
    faults = faults_of_catalogue(catalogue, language)
    if lacking or faults:
        raise CannotGoOn("\n".join([*(f"missing: {text}" for text in lacking), *faults]))
    catalogue.is_complete = True
    catalogues.keep(language, catalogue)


def note_checked(language: str, reader: str) -> None:
    """Say in the catalogue who checked all of a language's texts."""
    catalogue = catalogues.read_language(language)
    catalogues.note_checked(catalogue, reader)
    catalogues.keep(language, catalogue)


def main(words: Sequence[str]) -> int:
    """Do what the words ask for; without any, gather."""
    said = _arguments().parse_args(words)
    try:
        return _do(said)
    except CannotGoOn as fault:
        say(str(fault))
        return 1


def _do(said: argparse.Namespace) -> int:
    match said.what:
        case "untranslated":
            found = untranslated(said.language)
            english = "\n".join(str(one["english"]) for one in found)
            say(json.dumps(found, ensure_ascii=False, indent=1) if said.json else english)
        case "fill":
            return 0 if fill(said.language, said.file) else 1
        case "complete":
            declare_complete(said.language)
        case "checked":
            note_checked(said.language, said.reader)
        case _:
            write_template()
            refresh_documents()
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m workbench.texts")
    tasks = parser.add_subparsers(dest="what")
    for name in ("untranslated", "fill", "complete", "checked"):
        task = tasks.add_parser(name)
        task.add_argument("language", choices=TRANSLATED)
        if name == "untranslated":
            task.add_argument("--json", action="store_true")
        elif name == "fill":
            task.add_argument("file", type=Path)
        elif name == "checked":
            task.add_argument("reader")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
