"""Commands about the caseload: take it in, list children, list reviews."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from iro_desktop.command_line.consultations import FORM_SUFFIXES, print_taken, take_back
from iro_desktop.command_line.means import Means
from iro_desktop.command_line.opened import opened
from iro_desktop.i18n import Translator, ntr, tr
from iro_desktop.services import listing
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.importing.report import ImportReport
from iro_desktop.services.importing.tables import import_paths
from iro_desktop.services.importing.wording import place_words, sentence
from iro_desktop.services.portable_reading import read_record
from iro_desktop.services.portable_records import import_record

RECORD_SUFFIX = ".json"
_JOINERS = "\u200c\u200d"  # part of how names are spelt in Persian, Hindi and others


def take_in(said: argparse.Namespace, means: Means) -> int:
    """Take in returns and workbooks, review records, filled forms: told by how a name ends."""
    for path in said.paths:
        if not _is_there(path):
            raise NoSuchThing(kind=tr("file or folder"), name=str(path))
    records = [path for path in said.paths if _is_record(path)]
    forms = [path for path in said.paths if _is_form(path)]
    returns = [path for path in said.paths if path not in (*records, *forms)]
    read = [read_record(path) for path in records]
    taken: list[dict[str, object]] = []
    report: ImportReport | None = None
    with opened(said, means) as store:
        for record in read:
            changed = import_record(store.unit_of_work, record)
            taken.append({"review": record.review.id, "changed": bool(changed)})
        answered = [take_back(store, means, path) for path in forms]
        if returns:
            report = import_paths(store.unit_of_work, returns, means.clock)
    if said.json:
        whole = report.as_json() if report else {}
        if records:
            whole = {**whole, "records": taken}
        if forms:
            whole = {**whole, "forms": answered}
        _print_json(whole)
        return 0
    _print_records(taken)
    print_taken(answered)
    if report:
        _print_report(report)
    return 0


def children(said: argparse.Namespace, means: Means) -> int:
    """List the children."""
    with opened(said, means) as store:
        rows = listing.children(store.unit_of_work, means.clock.today())
    return print_rows(said, rows, ("id", "number", "known_as", "age", "next_review_due"))


def reviews(said: argparse.Namespace, means: Means) -> int:
    """List the reviews."""
    with opened(said, means) as store:
        rows = listing.reviews(store.unit_of_work, means.clock.today())
    return print_rows(said, rows, ("id", "child_number", "kind", "due", "held", "status"))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder we may not look into, or a name that is too long
        return False


def _is_record(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() == RECORD_SUFFIX


def print_rows(
    said: argparse.Namespace, rows: Sequence[Mapping[str, object]], columns: tuple[str, ...]
) -> int:
    """Rows as JSON, or as lines of these columns. The exit code."""
    if said.json:
        _print_json(rows)
        return 0
    sys.stdout.write("\t".join(columns) + "\n")
    for row in rows:
        sys.stdout.write("\t".join(_cell(row[column]) for column in columns) + "\n")
    return 0


def _cell(value: object) -> str:
    """A value in one cell of one line: what a name may hold must not move the columns."""
    text = "" if value is None else str(value)
    shown = (each if each.isprintable() or each in _JOINERS else " " for each in text)
    return " ".join("".join(shown).split())


def _print_records(taken: list[dict[str, object]]) -> None:
    for record in taken:
        words = (
            tr("Review {review}: taken in.", review=record["review"])
            if record["changed"]
            else tr("Review {review}: held already, and the same.", review=record["review"])
        )
        sys.stdout.write(words + "\n")


def _print_report(report: ImportReport) -> None:
    translator = Translator()
    for problem in report.problems:
        sys.stdout.write(f"{place_words(problem)}: {sentence(problem, translator)}\n")
    for file in report.files:
        words = ntr("{number} row taken", "{number} rows taken", file.rows_taken)
        refused = ntr("{number} refused", "{number} refused", file.rows_refused)
        table = file.table or tr("not recognised")
        sys.stdout.write(f"{file.name} ({table}): {words}, {refused}\n")
    for name, total in (
        (tr("Children"), report.children),
        (tr("Episodes"), report.episodes),
        (tr("Reviews"), report.reviews),
    ):
        counts = tr(
            "{added} added, {updated} updated, {unchanged} as they were",
            added=total.added,
            updated=total.updated,
            unchanged=total.unchanged,
        )
        sys.stdout.write(f"{name}: {counts}\n")


def _is_form(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in FORM_SUFFIXES


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
