"""What only the child's own IRO may read travels sealed: to the IRO's devices and nobody else."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import msgspec
from typing_extensions import override

from iro_desktop.domain.identifiers import ChildId, EntityId
from iro_desktop.domain.review import Review
from iro_desktop.form_engine.definition import Form
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import Stamp
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.team_hub.boxes import Boxes, SealBroken
from iro_desktop.services.team_hub.membership import (
    device_of,
    sealing_secrets,
    secret_of_this_device,
)
from iro_desktop.services.team_hub.port import Hub
from iro_desktop.services.team_hub.private_pages import PrivatePages
from iro_desktop.services.team_hub.travelling import received, sent
from iro_desktop.wire.people import Grant
from iro_desktop.wire.revisions import Inside, Sealed, WireRevision

ESCROW = "escrow"
"""The reader that stands for the council, where it chose to hold a key of its own."""


class Sealer(Protocol):
    """Seals and opens revisions. Opens units of work of its own: to be called outside of any."""

    def is_sealed_kind(self, revision: Revision) -> bool:
        """Whether it is for the child's IRO alone."""
        ...

    def seal(self, revision: Revision, keys: Mapping[str, str]) -> WireRevision:
        """As it travels. `keys` are those of `Hub.sealing_keys`; open ones need none.

        The same revision is always the same once it was sealed here or opened here.
        """
        ...

    def open(self, wire: WireRevision) -> Revision | None:
        """What came, or None where it is sealed and this device cannot open it."""
        ...

    def open_page(self, wires: Sequence[WireRevision]) -> tuple[Revision | None, ...]:
        """As `open`, for many at once."""
        ...

    def is_broken(self, wire: WireRevision) -> bool:
        """Whether it was sealed for this device, but is not what was sealed."""
        ...

    def exchange(self, hub: Hub, child: ChildId) -> frozenset[str]:
        """Open what other devices of the IRO gave keys of, and give them the keys of what is here.

        Returns the entities that could be read after all. Raises what `Hub` raises.
        """
        ...


class StoreSealer(Sealer):
    """Seals with the keys in the store's settings. `form_of` gives the form a review is held by."""

    def __init__(
        self,
        uow_factory: UnitOfWorkFactory,
        boxes: Boxes,
        form_of: Callable[[Review], Form],
    ) -> None:
        self._uow_factory, self._boxes = uow_factory, boxes
        self._pages = PrivatePages(uow_factory, form_of)

    @override
    def is_sealed_kind(self, revision: Revision) -> bool:
        """Whether it is for the child's IRO alone."""
        return self._pages.holds(revision)

    @override
    def seal(self, revision: Revision, keys: Mapping[str, str]) -> WireRevision:
        """As it travels."""
        plain = sent(revision)
        if not self.is_sealed_kind(revision):
            return plain
        with self._uow_factory() as uow:
            kept = uow.ledger.seals([revision.id]).get(revision.id)
            if kept is None:
                readers = {**self._own_key(uow), **keys}
                kept = self._boxes.seal(_inside(plain), readers)
                uow.ledger.keep_seals(revision.child, {revision.id: kept})
        return msgspec.structs.replace(plain, fields={}, sealed=kept)

    @override
    def open(self, wire: WireRevision) -> Revision | None:
        """What came, or None where it is sealed and this device cannot open it."""
        return self.open_page([wire])[0]

    @override
    def open_page(self, wires: Sequence[WireRevision]) -> tuple[Revision | None, ...]:
        """As `open`, for many at once."""
        if all(wire.sealed is None for wire in wires):
            return tuple(received(wire, wire.fields) for wire in wires)
        with self._uow_factory() as uow:
            secrets = sealing_secrets(uow.settings)
            opened = tuple(self._opened(wire, secrets) for wire in wires)
            for wire, revision in zip(wires, opened, strict=True):
                if wire.sealed is not None and revision is not None:
                    uow.ledger.keep_seals(revision.child, {revision.id: wire.sealed})
        return opened

    @override
    def is_broken(self, wire: WireRevision) -> bool:
        """Whether it was sealed for this device, but is not what was sealed."""
        if wire.sealed is None:
            return False
        with self._uow_factory() as uow:
            secrets = sealing_secrets(uow.settings)
        try:
            self._fields(wire, wire.sealed, secrets)
        except SealBroken:
            return True
        return False

    @override
    def exchange(self, hub: Hub, child: ChildId) -> frozenset[str]:
        """Open what this device was given keys of, and give the IRO's other devices theirs."""
        given = hub.grants(child).keys
        readers = hub.sealing_keys(child).keys
        touched = self._open_kept(child, given)
        self._give(hub, child, given, readers)
        return touched

    def _own_key(self, uow: UnitOfWork) -> dict[str, str]:
        secret = secret_of_this_device(uow.settings)
        return {device_of(uow.settings): self._boxes.public_of(secret)} if secret else {}

    def _open_kept(self, child: ChildId, given: Mapping[str, str]) -> frozenset[str]:
        with self._uow_factory() as uow:
            secrets = sealing_secrets(uow.settings)
            opened: list[tuple[Revision, Stamp]] = []
            for wire, stamp in uow.ledger.kept_sealed():
                if wire.child != child or wire.sealed is None:
                    continue
                held = _with_key(wire.sealed, given.get(wire.id), secrets)
                revision = self._opened(msgspec.structs.replace(wire, sealed=held), secrets)
                if revision is not None:
                    opened.append((revision, stamp))
                    uow.ledger.keep_seals(child, {wire.id: wire.sealed})
            touched = uow.ledger.take_in(opened) if opened else ()
            # What this program cannot read although it is open goes on being kept as it came.
            uow.ledger.opened(uow.ledger.stamps([revision.id for revision, _ in opened]))
        return frozenset(touched)

    def _give(
        self, hub: Hub, child: ChildId, given: Mapping[str, str], readers: Mapping[str, str]
    ) -> None:
        with self._uow_factory() as uow:
            secrets = sealing_secrets(uow.settings)
            seals = uow.ledger.seals_of(child)
            missing = {
                device: uow.ledger.granted(child, device)
                for device in readers
                if device not in secrets and device != ESCROW
            }
        for device, already in missing.items():
            grants = list(self._grants(seals, given, secrets, device, readers[device], already))
            if grants:
                hub.grant(child, grants)
                with self._uow_factory() as uow:
                    uow.ledger.note_granted(device, [grant.revision for grant in grants])

    def _grants(
        self,
        seals: Mapping[str, Sealed],
        given: Mapping[str, str],
        secrets: Mapping[str, str],
        device: str,
        public: str,
        already: frozenset[str],
    ) -> Iterator[Grant]:
        for revision, sealed in seals.items():
            if device in sealed.keys or revision in already:
                continue
            held = _with_key(sealed, given.get(revision), secrets)
            try:
                key = self._boxes.key_for(held, secrets, public)
            except SealBroken:
                continue
            if key is not None:
                yield Grant(revision=revision, device=device, key=key)

    def _opened(self, wire: WireRevision, secrets: Mapping[str, str]) -> Revision | None:
        if wire.sealed is None:
            return received(wire, wire.fields)
        try:
            fields = self._fields(wire, wire.sealed, secrets)
        except SealBroken:
            return None
        return None if fields is None else received(wire, fields)

    def _fields(
        self, wire: WireRevision, sealed: Sealed, secrets: Mapping[str, str]
    ) -> dict[str, object] | None:
        plain = self._boxes.open(sealed, secrets)
        if plain is None:
            return None
        try:
            inside = msgspec.json.decode(plain, type=Inside)
        except msgspec.DecodeError as fault:
            raise SealBroken from fault
        if inside.about != (wire.id, wire.child, wire.entity, wire.kind):
            raise SealBroken
        return inside.fields


def waiting_to_be_opened(uow: UnitOfWork, child: ChildId) -> Mapping[str, frozenset[EntityId]]:
    """What of a child lies here sealed and cannot be read, by kind."""
    found: dict[str, set[EntityId]] = {}
    for wire, _ in uow.ledger.kept_sealed():
        if wire.child == child:
            found.setdefault(wire.kind, set()).add(EntityId(wire.entity))
    return {kind: frozenset(entities) for kind, entities in found.items()}


def _with_key(sealed: Sealed, key: str | None, secrets: Mapping[str, str]) -> Sealed:
    """With the key that this device was given; it is the first of those that have a secret here."""
    own = next(iter(secrets), "")
    if key is None or not own or own in sealed.keys:
        return sealed
    return msgspec.structs.replace(sealed, keys={**sealed.keys, own: key})


def _inside(plain: WireRevision) -> bytes:
    return msgspec.json.encode(
        Inside(plain.id, plain.child, plain.entity, plain.kind, plain.fields)
    )
