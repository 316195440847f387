"""Commands about one review: write it, export it, forget it."""

import argparse
import sys

from iro_desktop.command_line.means import Means
from iro_desktop.command_line.opened import not_the_stores_own, opened, workspace
from iro_desktop.documents.formats import Format
from iro_desktop.domain.copies import CopyWanted, usual_reader
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.withholding import Reader
from iro_desktop.i18n import ntr, tr
from iro_desktop.services.case_system_drop import write_drop
from iro_desktop.services.copies import copy_of
from iro_desktop.services.council_look import look_of, write_in_look
from iro_desktop.services.portable_records import export_record, forget_record
from iro_desktop.services.private_file import write_file
from iro_desktop.services.writing import note_written, reader_language


def write_document(said: argparse.Namespace, means: Means) -> int:
    """Write one copy of a document. Nothing is written of one that would not be safe to give."""
    kind = DocumentKind(said.kind)
    wanted = CopyWanted(
        review=ReviewId(said.review),
        kind=kind,
        reader=Reader(said.reader) if said.reader else usual_reader(kind),
        reader_name=said.reader_name,
        language=reader_language(said.language).language.code,
        style=ReadingStyle(said.style),
        length=Length(said.length),
    )
    out = not_the_stores_own(said.out, said.store)
    with opened(said, means) as store:
        copy = copy_of(workspace(store, means), wanted)
        copy.require_safe()
        with store.unit_of_work() as uow:
            look = look_of(uow.settings)
        written = write_in_look(copy.document, Format(said.format), look)
        write_file(written.data, out)
        note_written(store.unit_of_work, wanted.review, kind, means.clock)
    sys.stdout.write(f"{said.out}\n")
    if written.missing_characters:
        characters = " ".join(sorted(written.missing_characters))
        sys.stderr.write(
            tr(
                "No font here has these characters; each shows as □: {characters}",
                characters=characters,
            )
            + "\n"
        )
    if copy.untranslated:
        sys.stderr.write(
            ntr(
                "A draft: one text has no translation yet and stands in English.",
                "A draft: {number} texts have no translation yet and stand in English.",
                len(copy.untranslated),
            )
            + "\n"
        )
    return 0


def export(said: argparse.Namespace, means: Means) -> int:
    """Write a review as a portable file."""
    out = not_the_stores_own(said.out, said.store)
    with opened(said, means) as store:
        write_file(export_record(store.unit_of_work, ReviewId(said.review)), out)
    sys.stdout.write(f"{said.out}\n")
    return 0


def drop(said: argparse.Namespace, means: Means) -> int:
    """Write what the council's own system can pick up."""
    with opened(said, means) as store:
        written = write_drop(workspace(store, means), said.folder, with_records=said.records)
    sys.stdout.write(f"{written.path}\n")
    return 0


def forget(said: argparse.Namespace, means: Means) -> int:
    """Remove a review from this laptop, once its export is shown to hold all of it."""
    with opened(said, means) as store:
        forget_record(store.unit_of_work, ReviewId(said.review), said.exported)
    sys.stdout.write(tr("The review is no longer on this laptop.") + "\n")
    return 0
