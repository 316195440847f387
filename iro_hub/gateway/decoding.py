"""From bytes to wire shapes. What doesn't fit is one fault that repeats nothing of it."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from iro_desktop.wire.revisions import BUNDLES_IN_A_PUSH, WireRevision
from iro_hub.database.calls import BundleTexts
from iro_hub.faults import HubFault
from iro_hub.gateway.problems import SENTENCES

DEEPEST = 64
"""How deep the fields of a revision may nest. A laptop has to be able to read what it is sent."""

_Shape = TypeVar("_Shape")


class _RawBundle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A `Bundle` whose revisions stay the text they came as."""

    id: str
    child: str
    revisions: tuple[msgspec.Raw, ...]
    carried: bool = False


class _RawPush(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    bundles: tuple[_RawBundle, ...]


_PUSH = msgspec.json.Decoder(_RawPush)
_REVISION = msgspec.json.Decoder(WireRevision)


def decoded(body: bytes, shape: type[_Shape]) -> _Shape:
    """What a body says.

    Raises:
        HubFault: it isn't of this shape.
    """
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise HubFault("malformed", SENTENCES["malformed"]) from fault


def bundle_texts(body: bytes) -> list[BundleTexts]:
    """The bundles of a push, each revision checked and handed on as the text it came as.

    Raises:
        HubFault: something isn't of its shape, or there are too many bundles.
    """
    try:
        push = _PUSH.decode(body)
        if len(push.bundles) > BUNDLES_IN_A_PUSH:
            raise HubFault("too_large", SENTENCES["too_large"])
        return [
            BundleTexts(
                id=bundle.id,
                child=bundle.child,
                carried=bundle.carried,
                revisions=[_checked(raw) for raw in bundle.revisions],
            )
            for bundle in push.bundles
        ]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise HubFault("malformed", SENTENCES["malformed"]) from fault


def _checked(raw: msgspec.Raw) -> bytes:
    revision = _REVISION.decode(raw)
    text = bytes(raw)
    if revision.made_at.tzinfo is None:
        raise HubFault("malformed", SENTENCES["malformed"])
    if text.count(b"{") + text.count(b"[") > DEEPEST and _is_too_deep(revision.fields):
        raise HubFault("malformed", SENTENCES["malformed"])
    return text


def _is_too_deep(fields: dict[str, object]) -> bool:
    level: list[object] = [fields]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(content: object) -> Iterable[object]:
    if isinstance(content, dict):
        return content.values()
    return content if isinstance(content, list) else ()
