"""Commands about forms: check one, list those in force, add a council's own, retire it."""

import argparse
import sys
from pathlib import Path

from iro_desktop.command_line.caseload import print_rows
from iro_desktop.command_line.means import Means
from iro_desktop.command_line.opened import opened
from iro_desktop.form_engine.definition import Form
from iro_desktop.form_engine.reader import check_file
from iro_desktop.form_engine.shared_sections import FOLDER
from iro_desktop.i18n import Translator, tr
from iro_desktop.services import council_forms
from iro_desktop.services.council_files import read_council_file

_COLUMNS = ("form", "version", "title", "for", "whose", "added")


def forms(said: argparse.Namespace, means: Means) -> int:
    """Do what is asked about forms."""
    return {"check": check, "list": list_forms, "add": add, "retire": retire}[said.what](
        said, means
    )


def check(said: argparse.Namespace, means: Means) -> int:
    """Say everything that is wrong with a form, a consultation form or a shared section."""
    lines = check_file(said.file)
    if not lines:
        lines = _beside_the_programs(said.file, means)
    for line in lines:
        sys.stderr.write(f"{line}\n")
    if not lines:
        sys.stdout.write(tr("{file}: nothing is wrong with it.", file=said.file.name) + "\n")
    return 1 if lines else 0


def list_forms(said: argparse.Namespace, means: Means) -> int:
    """List the forms in force: the program's, and those of the council whose store there is."""
    rows = [_row(form, tr("the program")) for form in means.catalogue().newest()]
    if means.laptop(said.store).keys.exists():
        with opened(said, means) as store, store.unit_of_work() as uow:
            own = council_forms.listed(uow.settings)
        rows.extend(
            {
                "form": entry.id,
                "version": entry.version,
                "title": entry.title,
                "for": ", ".join(entry.kinds) or entry.role,
                "whose": tr("the council") if entry.is_in_force else tr("the council, retired"),
                "added": entry.added_on,
            }
            for entry in own
        )
    return print_rows(said, rows, _COLUMNS)


def add(said: argparse.Namespace, means: Means) -> int:
    """Ask by a council's own form from now on."""
    text = read_council_file(said.file, Translator())
    with opened(said, means) as store:
        changed = council_forms.add(
            store.unit_of_work, text, said.file.name, means.catalogue(), means.clock
        )
    words = (
        tr("{file}: meetings are asked by this form from now on.", file=said.file.name)
        if changed
        else tr("{file}: this form is in force already.", file=said.file.name)
    )
    sys.stdout.write(words + "\n")
    return 0


def retire(said: argparse.Namespace, means: Means) -> int:
    """Ask by a council's form no more."""
    with opened(said, means) as store:
        council_forms.retire(store.unit_of_work, said.form, means.clock)
    words = tr("{form} is retired. Meetings begun under it keep it.", form=said.form)
    sys.stdout.write(words + "\n")
    return 0


def _row(form: Form, whose: str) -> dict[str, object]:
    return {
        "form": form.id,
        "version": form.version,
        "title": form.title,
        "for": ", ".join(form.review_kinds) or (form.consults.role.value if form.consults else ""),
        "whose": whose,
        "added": "",
    }


def _beside_the_programs(file: Path, means: Means) -> tuple[str, ...]:
    """Whether a form that is not one of the program's own takes the name of one that is."""
    lies_in = file.resolve().parent
    if lies_in.name in means.catalogue().ids() or lies_in.parent.name == FOLDER:
        return ()
    return council_forms.check_beside(
        read_council_file(file, Translator()), file.as_posix(), means.catalogue()
    ).lines
