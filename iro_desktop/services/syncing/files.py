"""Pictures, sound and papers inside a revision travel beside it, by the SHA-256 of their bytes.

What of a revision travels as a file depends on that revision alone: whoever sends it again, alone
or with others, sends the same bytes. In place of the field stands `{"file": sha256, "bytes": n}`
for a text, and `"json": true` with it for anything else.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.faults import HubRefused
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.syncing.rounds import RoundJob
from iro_desktop.services.team_hub.port import Hub
from iro_desktop.wire.files import FILE_BYTES, INLINE_BYTES, PIECE_BYTES
from iro_desktop.wire.revisions import BUNDLE_BYTES, REVISIONS_IN_A_BUNDLE, WireRevision

REVISION_BYTES = BUNDLE_BYTES // REVISIONS_IN_A_BUNDLE - 1024
"""The most bytes of a revision without its files: as many as fit in a bundle together."""

DEEPEST = 64
"""How deep a file's JSON may nest, as the hub bounds what is not in a file."""

_SHORTEST = 256  # characters; what is shorter stays where it is
_REFERENCE = frozenset({"file", "bytes"})
_REFERENCE_TO_JSON = frozenset({"file", "bytes", "json"})
_SHA256 = 64
_SURROGATE = re.compile("[\ud800-\udfff]")


class FileNotThere(Exception):
    """The hub cannot give a file yet."""


class FileUnreadable(FileNotThere):
    """What a revision names is not, and will never be, a file that this program can read."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A revision as it travels, and the files beside it by name."""

    wire: WireRevision
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Reference:
    """What stands in place of a field."""

    file: str
    length: int
    is_json: bool


def part(wire: WireRevision) -> Parted:
    """Take out of a revision what travels beside it. What is sealed stays whole."""
    if wire.sealed is not None:
        return Parted(wire, {})
    fields, files = dict(wire.fields), dict[str, bytes]()
    for name in _beside(wire):
        content, is_json = _content(fields[name])
        file = hashlib.sha256(content).hexdigest()
        files[file] = content
        fields[name] = {"file": file, "bytes": len(content)} | ({"json": True} if is_json else {})
    return Parted(msgspec.structs.replace(wire, fields=fields) if files else wire, files)


def references(wire: WireRevision) -> Mapping[str, Reference]:
    """The fields of a revision that came beside it."""
    found = {}
    for name, value in wire.fields.items():
        reference = _reference(value)
        if reference is not None:
            found[name] = reference
    return found


def made_whole(wire: WireRevision, contents: Mapping[str, bytes]) -> WireRevision:
    """The revision with its files put back. Raises FileUnreadable where a file is no text."""
    fields = dict(wire.fields)
    for name, reference in references(wire).items():
        fields[name] = _read(contents[reference.file], is_json=reference.is_json)
    return msgspec.structs.replace(wire, fields=fields)


def send(hub: Hub, child: ChildId, file: str, content: bytes, job: RoundJob) -> None:
    """Send a file from where an earlier try broke off; what the hub has whole is not sent.

    Raises:
        HubRefused: it is too large, or the hub does not take it ("too_large").
    """
    if len(content) > FILE_BYTES:
        raise HubRefused(code="too_large")
    state = hub.file_state(child, file)
    while not state.whole:
        job.check()
        start = state.bytes_held if state.bytes_held < len(content) else 0
        piece = content[start : start + PIECE_BYTES]
        state = hub.send_piece(child, file, start, len(content), piece)
        if not state.whole and state.bytes_held <= start:
            raise HubRefused(code="malformed")
    job.check()


def fetch(
    uow_factory: UnitOfWorkFactory, hub: Hub, child: ChildId, wanted: Reference, job: RoundJob
) -> bytes:
    """A file's bytes, from this laptop where it has them, else from the hub.

    What came before the line broke is kept, and the rest is asked for the next time.

    Raises:
        FileNotThere: the hub has not got it whole.
        FileUnreadable: what it has does not match what the revision says of it.
    """
    with uow_factory() as uow:
        held = uow.ledger.file(child, wanted.file)
    if held is not None:
        return held
    if not 0 <= wanted.length <= FILE_BYTES:
        raise FileUnreadable
    content = bytearray(_take_up(uow_factory, child, wanted.file))
    try:
        for piece in _pieces(hub, child, wanted, len(content), job):
            content += piece
    except FileNotThere:
        content.clear()
        raise
    finally:
        beginning = bytes(content) if len(content) < wanted.length else b""
        _keep_beginning(uow_factory, child, wanted.file, beginning)
    if hashlib.sha256(content).hexdigest() != wanted.file:
        raise FileUnreadable
    with uow_factory() as uow:
        uow.ledger.keep_file(child, wanted.file, bytes(content))
    return bytes(content)


def _beside(wire: WireRevision) -> Iterator[str]:
    """Names of fields that travel beside: the long ones, and then the longest until all fits."""
    lengths: dict[str, int] = {}
    for name, value in wire.fields.items():
        if _looks_like_one(value) or not _is_plain(value):
            yield name  # or it would pass for a reference, or the hub could not hold it
        elif (length := _length(value)) > INLINE_BYTES:
            yield name
        else:
            lengths[name] = length
    rest = sum(lengths.values())
    if rest <= REVISION_BYTES // _WORST:
        return
    encoded = {name: len(msgspec.json.encode(wire.fields[name])) for name in lengths}
    room = REVISION_BYTES - len(msgspec.json.encode(msgspec.structs.replace(wire, fields={})))
    room -= sum(len(msgspec.json.encode(name)) + _REFERENCE_BYTES for name in wire.fields)
    for name in sorted(encoded, key=lambda name: (-encoded[name], name)):
        if sum(encoded.values()) <= room or encoded[name] < _SHORTEST:
            return
        del encoded[name]
        yield name


_WORST = 6  # bytes that one character may take in JSON
_REFERENCE_BYTES = 128  # more than one takes, with what stands around it


def _length(value: object) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict | list):
        return len(msgspec.json.encode(value))
    return 0


def _is_plain(value: object) -> bool:
    """Whether a database can hold it as JSON: a NUL, or half of a character, it can not."""
    if isinstance(value, str):
        return "\0" not in value and (value.isascii() or not _SURROGATE.search(value))
    if isinstance(value, dict | list):
        return b"\\u0000" not in msgspec.json.encode(value)
    return True


def _content(value: object) -> tuple[bytes, bool]:
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass"), False
    return msgspec.json.encode(value), True


def _read(content: bytes, *, is_json: bool) -> object:
    """Nothing here can hold half of a character, or what is nested without end."""
    try:
        value = msgspec.json.decode(content) if is_json else content.decode()
    except (UnicodeDecodeError, msgspec.DecodeError, RecursionError) as fault:
        raise FileUnreadable from fault
    if is_json and _is_deeper_than(DEEPEST, value):
        raise FileUnreadable
    return value


def _is_deeper_than(most: int, value: object) -> bool:
    level = [value]
    for _ in range(most):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _looks_like_one(value: object) -> bool:
    return isinstance(value, dict) and frozenset(value) in {_REFERENCE, _REFERENCE_TO_JSON}


def _reference(value: object) -> Reference | None:
    if not isinstance(value, dict) or not _looks_like_one(value):
        return None
    file, length = value["file"], value["bytes"]
    if not isinstance(file, str) or len(file) != _SHA256 or not isinstance(length, int):
        return None
    return Reference(file, length, is_json=value.get("json") is True)


def _pieces(
    hub: Hub, child: ChildId, wanted: Reference, start: int, job: RoundJob
) -> Iterator[bytes]:
    while start < wanted.length:
        job.check()
        try:
            piece = hub.file_piece(child, wanted.file, start)
        except HubRefused as refused:
            raise FileNotThere from refused
        if not piece and not start:
            raise FileNotThere
        if not piece or start + len(piece) > wanted.length:
            raise FileUnreadable
        start += len(piece)
        yield piece


_BEGUN = "sync_file_begun"


def _take_up(uow_factory: UnitOfWorkFactory, child: ChildId, file: str) -> bytes:
    """The beginning of a file that is kept since the line broke."""
    with uow_factory() as uow:
        of_child, whole, beginning = _begun(uow.settings.get(_BEGUN))
        is_it = (of_child, whole) == (child, file)
        content = uow.ledger.file(child, beginning) if is_it else None
    return content or b""


def _keep_beginning(
    uow_factory: UnitOfWorkFactory, child: ChildId, file: str, content: bytes
) -> None:
    """Keep one file's beginning, in place of the one that was kept before."""
    with uow_factory() as uow:
        before = uow.settings.get(_BEGUN)
        if before:
            of_child, _, beginning = _begun(before)
            uow.ledger.drop_file(ChildId(of_child), beginning)
        if before or content:
            name = hashlib.sha256(content).hexdigest()
            uow.settings.set(_BEGUN, f"{child} {file} {name}" if content else "")
        if content:
            uow.ledger.keep_file(child, name, content)


def _begun(kept: str) -> tuple[str, str, str]:
    of_child, _, rest = kept.partition(" ")
    file, _, beginning = rest.partition(" ")
    return of_child, file, beginning
