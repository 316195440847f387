"""A portable file of one review, read with every care: anybody may have written it."""

import json
import math
from pathlib import Path

import msgspec

from iro_desktop.services.faults import UnreadableFile
from iro_desktop.services.portable_shape import (
    FORMAT,
    FORMS_SINCE,
    VERSION,
    PortableRecord,
    lists_since,
    named_in,
    of_the_child,
    of_the_review,
    questions_of,
)

_VERSIONS = "document_version"
_BIGGEST_FILE = 200 * 1024 * 1024
_BIGGEST_INTEGER = 2**63 - 1  # what the store has room for


def read_record(path: Path) -> PortableRecord:
    """A record from a file.

    Raises:
        UnreadableFile: not such a file, of a newer version, or not whole.
    """
    try:
        if path.stat().st_size > _BIGGEST_FILE:
            raise UnreadableFile(name=path.name, why="it is far too large for one record")
        raw = _parse(path.read_bytes())
    except OSError as fault:
        raise UnreadableFile(name=path.name, why=fault.strerror or "it cannot be opened") from fault
    except (ValueError, RecursionError) as fault:
        raise UnreadableFile(name=path.name, why="it is not JSON") from fault
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise UnreadableFile(name=path.name, why="it is not a review record of IRO Desktop")
    if type(raw.get("version")) is not int or not 1 <= raw["version"] <= VERSION:
        why = "it was written by another version of IRO Desktop"
        raise UnreadableFile(name=path.name, why=why)
    try:
        record = msgspec.convert(_as_of_today(raw), PortableRecord)
    except msgspec.ValidationError as fault:
        raise UnreadableFile(name=path.name, why=_place_of(fault)) from fault
    _check_that_it_hangs_together(record, path.name)
    return record


def _as_of_today(raw: dict[str, object]) -> dict[str, object]:
    """With nothing for what its version did not know; fields it lacked have defaults."""
    version = raw["version"]
    lacking: dict[str, object] = {}
    if isinstance(version, int):
        lacking = {name: [] for name in lists_since(version)}
        if version < FORMS_SINCE:
            lacking["council_form"] = ""
    return {**raw, **lacking}


def _parse(data: bytes) -> object:
    """JSON as the standard has it: no NaN, no number without end, no half of a character."""
    raw: object = json.loads(
        data, parse_int=_integer, parse_float=_number, parse_constant=_no_number
    )
    json.dumps(raw, ensure_ascii=False).encode()  # UnicodeEncodeError is a ValueError
    return raw


def _integer(digits: str) -> int:
    number = int(digits)
    if abs(number) > _BIGGEST_INTEGER:
        raise ValueError
    return number


def _number(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError
    return number


def _no_number(_name: str) -> float:
    raise ValueError


def _place_of(fault: msgspec.ValidationError) -> str:
    # msgspec's sentence may quote a value or a key; only the place, after " - at ", is ours.
    _, _, place = str(fault).rpartition(" - at ")
    if not place.startswith("`$"):
        return "it lacks something, or has something that no record has"
    return f"the value at {place.strip('`')} is not what it should be"


def _check_that_it_hangs_together(record: PortableRecord, name: str) -> None:
    child, review = record.child.id, record.review.id
    strangers = any(
        thing.child_id != child or thing.review_id != review
        for things in of_the_review(record)
        for thing in things
    ) or any(
        thing.child_id != child
        for things in ([record.review], *of_the_child(record))
        for thing in things
    )
    strangers = strangers or any(
        (revision.child, revision.review) != (child, review) for revision in record.history
    )
    if strangers:
        raise UnreadableFile(name=name, why="parts of it belong to another child or review")
    if any(revision.made_at.tzinfo is None for revision in record.history):
        raise UnreadableFile(name=name, why="its history has a time without a time zone")
    if not questions_of(record.history) <= {question.id for question in record.scaling_questions}:
        raise UnreadableFile(name=name, why="it lacks a scaling question that was answered")
    versions = {each.entity for each in record.history if each.kind == _VERSIONS}
    if not named_in(record.history, "version_id") <= versions:
        raise UnreadableFile(name=name, why="it lacks a document that was sent or answered")
    if any(version.is_signed and not version.is_whole for version in record.document_versions):
        raise UnreadableFile(name=name, why="a document in it is not what was signed")
