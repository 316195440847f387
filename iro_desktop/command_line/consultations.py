"""Forms by which people are asked before a meeting: written for each, and taken back."""

import argparse
import sys
from pathlib import Path

from iro_desktop.command_line.means import Means
from iro_desktop.command_line.opened import not_the_stores_own, opened, workspace
from iro_desktop.documents.formats import Format
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.i18n import tr
from iro_desktop.services import consultations, review_records
from iro_desktop.services.disk_faults import disk_faults
from iro_desktop.services.ports import OpenStore
from iro_desktop.services.private_file import write_file
from iro_desktop.services.writing import reader_language

FORM_SUFFIXES = (".pdf", ".docx")


def write_forms(said: argparse.Namespace, means: Means) -> int:
    """Write a form for everyone at the review for whom there is one. Names of files name nobody."""
    folder = not_the_stores_own(said.out, said.store)
    language = reader_language(said.language).language.code
    with opened(said, means) as store:
        space = workspace(store, means)
        review = ReviewId(said.review)
        record = review_records.read(store.unit_of_work, review, means.clock.today())
        with disk_faults(folder.name):
            folder.mkdir(parents=True, exist_ok=True)
        for person in record.participants:
            if consultations.form_for(space, record, person) is None:
                continue
            data = consultations.write_form(space, review, person.id, Format(said.format), language)
            out = folder / f"{person.role.value}-{person.id[:8]}.{said.format}"
            write_file(data, out)
            sys.stdout.write(f"{out}\n")
    return 0


def take_back(store: OpenStore, means: Means, path: Path) -> dict[str, object]:
    """Take in one filled form: at which review, and how many questions were answered."""
    with disk_faults(path.name):
        data = path.read_bytes()
    taken = consultations.take_back(workspace(store, means), data, path.name)
    return {"form": path.name, "review": taken.review, "answered": taken.answered}


def print_taken(forms: list[dict[str, object]]) -> None:
    """A line for each."""
    for form in forms:
        words = tr(
            "{file}: {number} answers, for review {review}",
            file=form["form"],
            number=form["answered"],
            review=form["review"],
        )
        sys.stdout.write(f"{words}\n")
