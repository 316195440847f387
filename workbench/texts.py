"""Every text that can be translated, gathered for translators as build/iro-desktop.pot.

From the code: what is handed to `tr`, `ntr` and `Translator.count`. From forms: all that is shown
or printed. From timescales: what explains a due date. Runs inside the project's environment.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from iro_desktop import paths
from iro_desktop.form_engine.catalogue import form_files
from iro_desktop.form_engine.reader import read_form_file
from iro_desktop.timescale_files.reader import Family, read_family_file
from workbench.programs import ROOT
from workbench.words import say

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


def main() -> int:
    """Write the template and say how much there is."""
    catalogue = gather()
    content = BytesIO()
    write_po(content, catalogue, width=100, sort_output=True, omit_header=True)
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(content.getvalue())
    say(f"{len(catalogue)} texts in {TEMPLATE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
