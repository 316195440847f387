"""Opening sealed pages with the council's key, and sealing their keys again for another IRO.

A page is what `iro_desktop` sealed: its fields with the ids they belong to, as JSON filled up to
whole steps, in a secret box; and the box's key, in a sealed box for each reader. A box that stands
beside other ids than those inside was moved, and does not open.
"""

import base64
import binascii
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from nacl.bindings import sodium_unpad
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

from iro_desktop.wire.people import Grant
from iro_desktop.wire.revisions import Inside, Sealed

ESCROW = "escrow"
"""The reader that stands for the council among a box's keys."""

_STEP = 256


class SealedPage(msgspec.Struct, frozen=True):
    """A revision at the hub, closed. `sent_by` and `received_at` are the hub's own word.

    `sealed` is None where what was sent in its place is no box.
    """

    id: str
    child: str
    review: str | None
    entity: str
    kind: str
    withdrawn: bool
    author: str
    made_at: str
    sent_by: str
    received_at: dt.datetime
    sealed: Sealed | None


class OpenedPage(msgspec.Struct, frozen=True):
    """A revision with its words: one of several of the same `entity`, where it was changed."""

    id: str
    review: str | None
    entity: str
    kind: str
    withdrawn: bool
    author: str
    made_at: str
    sent_by: str
    received_at: dt.datetime
    fields: dict[str, object]


class ClosedPage(msgspec.Struct, frozen=True):
    """A revision that stays closed. `why`: "before_escrow", "other_key" or "broken"."""

    id: str
    review: str | None
    entity: str
    kind: str
    why: str


def page_of(text: str) -> SealedPage:
    """A page out of what the database says of it."""
    told = msgspec.json.decode(text)
    try:
        msgspec.convert(told["sealed"], Sealed)
    except msgspec.ValidationError:
        told["sealed"] = None
    return msgspec.convert(told, SealedPage)


def opened(page: SealedPage, keys: Sequence[PrivateKey]) -> OpenedPage | ClosedPage:
    """The page's words, or why it stays closed."""
    if page.sealed is None:
        return _closed(page, "broken")
    boxed = page.sealed.keys.get(ESCROW)
    if boxed is None:
        return _closed(page, "before_escrow")
    key = _key_of(boxed, keys)
    if key is None:
        return _closed(page, "other_key")
    try:
        plain = sodium_unpad(SecretBox(key).decrypt(_bytes(page.sealed.box)), _STEP)
        inside = msgspec.json.decode(plain, type=Inside)
    except (CryptoError, ValueError, TypeError, msgspec.MsgspecError):
        return _closed(page, "broken")
    if inside.about != (page.id, page.child, page.entity, page.kind):
        return _closed(page, "broken")
    return OpenedPage(
        id=page.id,
        review=page.review,
        entity=page.entity,
        kind=page.kind,
        withdrawn=page.withdrawn,
        author=page.author,
        made_at=page.made_at,
        sent_by=page.sent_by,
        received_at=page.received_at,
        fields=inside.fields,
    )


def grants_of(
    pages: Sequence[SealedPage], keys: Sequence[PrivateKey], readers: Mapping[str, str]
) -> Iterator[Grant]:
    """The keys of these pages for devices, by their public keys, that have none of their own.

    Of a page that does not open nothing is given: its key might be another's.
    """
    for page in pages:
        if page.sealed is None or isinstance(opened(page, keys), ClosedPage):
            continue
        key = _key_of(page.sealed.keys[ESCROW], keys)
        for device, public in readers.items():
            boxed = None if key is None or device in page.sealed.keys else _boxed(key, public)
            if boxed is not None:
                yield Grant(page.id, device, boxed)


def _key_of(boxed: str, keys: Sequence[PrivateKey]) -> bytes | None:
    for secret in keys:
        try:
            return SealedBox(secret).decrypt(_bytes(boxed))
        except (CryptoError, ValueError, TypeError):
            continue
    return None


def _boxed(key: bytes, public: str) -> str | None:
    try:
        reader = PublicKey(_bytes(public))
        return base64.b64encode(SealedBox(reader).encrypt(key)).decode("ascii")
    except (CryptoError, ValueError, TypeError):
        return None


def _closed(page: SealedPage, why: str) -> ClosedPage:
    return ClosedPage(page.id, page.review, page.entity, page.kind, why)


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as fault:
        raise ValueError from fault
