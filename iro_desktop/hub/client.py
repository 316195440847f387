"""The hub over HTTPS, as `services.team_hub.port` describes it, and its door (docs/wire.md)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar
from urllib.parse import quote

import msgspec
from typing_extensions import override

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.hub.transport import Answer, Call, TooLong, Transport
from iro_desktop.services.faults import HubRefused, NotOurHub
from iro_desktop.services.team_hub.port import Hub, HubDoor
from iro_desktop.wire.changes import HubChanges
from iro_desktop.wire.council_settings import CouncilSettings
from iro_desktop.wire.files import PIECE_BYTES, FileState
from iro_desktop.wire.people import (
    Enrol,
    Enrolled,
    Grant,
    Grants,
    Myself,
    SealingKeys,
    SignIn,
    SignInSettings,
)
from iro_desktop.wire.quarantine import QuarantineDecision, QuarantineList
from iro_desktop.wire.revisions import Bundle, HeldIds, Page, Push, PushAnswer

PAGE = 1_000
"""The most revisions in one page: some 4 MB. They are taken in a hundred at a time."""

_GRANTS_AT_ONCE = 2_000  # the hub takes 2 MiB
_MEBIBYTE = 1024 * 1024
_PAGE_BYTES = 16 * _MEBIBYTE
_LIST_BYTES = 64 * _MEBIBYTE

T = TypeVar("T")


class HttpHub(Hub):
    """A hub, called with this laptop's token. Nothing is said to it before the first call."""

    def __init__(self, address: str, token: str, *, trust: str = "") -> None:
        """As `Transport`."""
        self._transport = Transport(address, token, trust=trust)

    @override
    def close(self) -> None:
        """Let go of the connection."""
        self._transport.close()

    @override
    def give_up(self) -> None:
        """From any thread: end the call that waits for an answer, and make no other."""
        self._transport.give_up()

    @override
    def push(self, bundles: Sequence[Bundle]) -> PushAnswer:
        """Send bundles. Sending one twice changes nothing."""
        with _always_there():
            answer = _read(self._post("/push", Push(tuple(bundles))), PushAnswer)
        if [each.id for each in answer.bundles] != [each.id for each in bundles]:
            raise NotOurHub
        return answer

    @override
    def changed(self, etag: str) -> HubChanges | None:
        """Where each of my children stands; None where that is what `etag` said already."""
        headers = {"If-None-Match": f'"{etag}"'} if etag else None
        with _always_there():
            answer = self._transport.ask(Call("GET", "/changed", headers=headers, most=_LIST_BYTES))
        return None if answer.is_same else _read(answer, HubChanges)

    @override
    def pull(self, child: ChildId, after: int, chain: str) -> Page:
        """Revisions of a child after a number; fewer at a time where they are long."""
        most = PAGE
        while True:
            try:
                page = _read(self._page(child, after, chain, most), Page)
            except TooLong:
                if most == 1:
                    raise
                most //= 4
                most = max(most, 1)
            else:
                return page

    @override
    def held_ids(self, child: ChildId) -> HeldIds:
        """Every id that the hub holds of a child."""
        return self._get(_of(child, "ids"), HeldIds, most=_LIST_BYTES)

    @override
    def wiped(self, child: ChildId) -> None:
        """Say that this device wiped its copy of a child that it may no longer see."""
        self._transport.ask(Call("POST", _of(child, "wiped"), content=b"{}"))

    @override
    def file_state(self, child: ChildId, file: str) -> FileState:
        """How much of a file the hub has."""
        return self._get(_of(child, "files", file), FileState)

    @override
    def send_piece(
        self, child: ChildId, file: str, start: int, total: int, piece: bytes
    ) -> FileState:
        """Send a piece of a file from `start` on."""
        call = Call(
            "PUT",
            _of(child, "files", file),
            {"start": start, "total": total},
            piece,
            "application/octet-stream",
        )
        return _read(self._transport.ask(call), FileState)

    @override
    def file_piece(self, child: ChildId, file: str, start: int) -> bytes:
        """A piece of a file from `start` on; empty at its end."""
        path = _of(child, "files", file, "content")
        return self._transport.ask(Call("GET", path, {"start": start}, most=PIECE_BYTES)).body

    @override
    def myself(self) -> Myself:
        """The caller as the hub sees them."""
        return self._get("/me", Myself)

    @override
    def renew(self) -> Enrolled:
        """A new token for this device; calls are made with it from now on."""
        enrolled = _read(self._transport.ask(Call("POST", "/token", content=b"{}")), Enrolled)
        self._transport.take_token(enrolled.token)
        return enrolled

    @override
    def leave(self) -> None:
        """End this device's token at the hub."""
        self._transport.ask(Call("DELETE", "/token"))

    @override
    def sealing_keys(self, child: ChildId) -> SealingKeys:
        """For whom pages that are only for the child's IRO are sealed."""
        return self._get(_of(child, "sealing-keys"), SealingKeys)

    @override
    def grant(self, child: ChildId, grants: Sequence[Grant]) -> None:
        """Give another device of the same IRO the keys of sealed pages."""
        for start in range(0, len(grants), _GRANTS_AT_ONCE):
            self._post(_of(child, "grants"), tuple(grants[start : start + _GRANTS_AT_ONCE]))

    @override
    def grants(self, child: ChildId) -> Grants:
        """Keys of sealed pages that another device gave this one."""
        return self._get(_of(child, "grants"), Grants, most=_LIST_BYTES)

    @override
    def council_settings(self) -> CouncilSettings:
        """What the council decided for its laptops."""
        return self._get("/settings", CouncilSettings, most=_LIST_BYTES)

    @override
    def quarantine(self) -> QuarantineList:
        """What waits for a manager."""
        return self._get("/quarantine", QuarantineList, most=_LIST_BYTES)

    @override
    def decide_quarantine(self, bundle: str, decision: QuarantineDecision) -> None:
        """A manager's decision about a bundle in quarantine."""
        self._post(f"/quarantine/{quote(bundle, safe='')}", decision)

    def _page(self, child: ChildId, after: int, chain: str, most: int) -> Answer:
        parameters: dict[str, str | int] = {"after": after, "chain": chain, "most": most}
        path = _of(child, "revisions")
        return self._transport.ask(Call("GET", path, parameters, most=_PAGE_BYTES))

    def _get(self, path: str, shape: type[T], *, most: int = _MEBIBYTE) -> T:
        return _read(self._transport.ask(Call("GET", path, most=most)), shape)

    def _post(self, path: str, what: object) -> Answer:
        content = msgspec.json.encode(what)
        return self._transport.ask(Call("POST", path, content=content, most=_PAGE_BYTES))


class HttpDoor(HubDoor):
    """What may be asked of a hub without a token."""

    def __init__(self, address: str, *, trust: str = "") -> None:
        """As `Transport`."""
        self._transport = Transport(address, trust=trust)

    @override
    def close(self) -> None:
        """Let go of the connection."""
        self._transport.close()

    @override
    def sign_in_settings(self) -> SignInSettings:
        """How to sign in through the browser."""
        return _read(self._transport.ask(Call("GET", "/sign-in")), SignInSettings)

    @override
    def enrol(self, request: Enrol) -> Enrolled:
        """A single-use code against a token."""
        return self._enrolled("/enrol", request)

    @override
    def sign_in(self, request: SignIn) -> Enrolled:
        """An identity token against a device token."""
        return self._enrolled("/sign-in", request)

    def _enrolled(self, path: str, request: Enrol | SignIn) -> Enrolled:
        call = Call("POST", path, content=msgspec.json.encode(request))
        return _read(self._transport.ask(call), Enrolled)


@contextmanager
def _always_there() -> Iterator[None]:
    """A road that every hub of this version has: where it is not found, it is of another."""
    try:
        yield
    except HubRefused as refused:
        if refused.data.get("code") == "not_found":
            raise NotOurHub from refused
        raise


def _of(child: ChildId, *parts: str) -> str:
    return "/".join(["/children", *(quote(part, safe="") for part in (child, *parts))])


def _read(answer: Answer, shape: type[T]) -> T:
    """The answer in its shape; what has another does not come from a hub that we know."""
    try:
        return msgspec.json.decode(answer.body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise NotOurHub from fault
