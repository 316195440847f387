"""Lists, as lines of cells parted by tabs for people, or as JSON for programs."""

import csv
import dataclasses
import datetime as dt
import json
import sys
from collections.abc import Iterable, Mapping, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def print_rows(rows: Iterable[object], columns: Sequence[str], *, as_json: bool = False) -> int:
    """Dataclasses, one a line, their fields in the order of `columns`. The exit code."""
    told = [_fields(row) for row in rows]
    if as_json:
        json.dump(told, sys.stdout, ensure_ascii=False, indent=2, default=_plain)
        sys.stdout.write("\n")
        return 0
    sys.stdout.write("\t".join(columns) + "\n")
    for row in told:
        sys.stdout.write("\t".join(_cell(row[column]) for column in columns) + "\n")
    return 0


def print_csv(rows: Iterable[object], columns: Sequence[str]) -> int:
    """The same as CSV, which a spreadsheet opens without taking a name for a formula."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        fields = _fields(row)
        cells = [_cell(fields[column]) for column in columns]
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return 0


def _fields(row: object) -> Mapping[str, object]:
    if dataclasses.is_dataclass(row) and not isinstance(row, type):
        return {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}
    return {name: getattr(row, name) for name in getattr(row, "__struct_fields__", ())}


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _cell(value: object) -> str:
    """A value in one cell of one line: what a name may hold must not move the columns."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S")
    return " ".join("".join(each if each.isprintable() else " " for each in str(value)).split())
