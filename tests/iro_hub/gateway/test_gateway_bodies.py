"""What is too large, packed, late or nonsense costs the gateway little, and is answered at once."""

import contextlib
import json
import select
import socket
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from gateway_for_tests import running_gateway
from hub_people import LiveHub, bundle, some_people
from iro_desktop.wire.files import PIECE_BYTES
from iro_desktop.wire.revisions import BUNDLES_IN_A_PUSH, PUSH_BYTES
from iro_hub.database.office import Office
from iro_hub.gateway.configuration import Limits
from postgres_for_tests import HubDatabase

MEBIBYTE = 1024 * 1024
GIBIBYTE = 1024 * MEBIBYTE
JSON = {"Content-Type": "application/json"}


class Counted:
    """A body of 1 GiB, made as it is sent."""

    def __init__(self) -> None:
        self.sent = 0

    def __iter__(self) -> Iterator[bytes]:
        piece = b"x" * MEBIBYTE
        while self.sent < GIBIBYTE:
            self.sent += len(piece)
            yield piece


@pytest.mark.parametrize("lie", [None, "1073741824"], ids=["in chunks", "with its length"])
@pytest.mark.parametrize("path", ["/push", "/enrol", f"/children/{uuid.UUID(int=7)}/grants"])
def test_that_a_body_of_a_gibibyte_is_cut_off_and_costs_no_memory(
    live_hub: LiveHub, path: str, lie: str | None
) -> None:
    body = Counted()
    headers = {**JSON, **live_hub.people.amina.headers}
    if lie is not None:
        headers["Content-Length"] = lie
    before = _begin_to_watch_memory()
    try:
        answer = live_hub.http.post(path, content=body, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
        assert answer.headers["Connection"] == "close"
    except httpx.TransportError:
        pass  # cut off before the client had looked for an answer
    assert body.sent < 64 * MEBIBYTE
    assert _most_memory() - before < 64 * MEBIBYTE
    assert live_hub.http.get("/alive").is_success


@pytest.mark.parametrize("more", [0, 1])
def test_that_a_push_may_be_as_large_as_was_agreed_and_no_larger(
    live_hub: LiveHub, more: int
) -> None:
    content = b'{"bundles":[]}'.ljust(PUSH_BYTES + more)
    headers = {**JSON, **live_hub.people.amina.headers}
    answer = live_hub.http.post("/push", content=content, headers=headers)
    assert answer.status_code == (413 if more else 200)


def test_that_more_bundles_than_agreed_are_refused_together(live_hub: LiveHub) -> None:
    people = live_hub.people
    bundles = [bundle(people.amina, people.child, revisions=0)] * (BUNDLES_IN_A_PUSH + 1)
    answer = live_hub.http.post("/push", json={"bundles": bundles}, headers=people.amina.headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_that_a_piece_of_a_file_is_bounded(live_hub: LiveHub) -> None:
    people = live_hub.people
    answer = live_hub.http.put(
        f"/children/{people.child}/files/{'a' * 64}?start=0&total={2 * MEBIBYTE}",
        content=b"x" * (PIECE_BYTES + 1),
        headers={**people.amina.headers, "Content-Type": "application/octet-stream"},
    )
    assert answer.status_code == 413


@pytest.mark.parametrize("packing", ["gzip", "br", "deflate", "gzip, identity", "unheard-of"])
def test_that_packed_bodies_are_refused_unread(live_hub: LiveHub, packing: str) -> None:
    headers = {**JSON, **live_hub.people.amina.headers, "Content-Encoding": packing}
    answer = live_hub.http.post("/push", content=b"\x1f\x8b", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (415, "malformed")


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data", "application/jsonp", ""])
def test_that_a_body_of_another_kind_is_refused(live_hub: LiveHub, kind: str) -> None:
    headers = {**live_hub.people.amina.headers, "Content-Type": kind}
    assert live_hub.http.post("/push", content=b"{}", headers=headers).status_code == 415


def _deep(opening: str, closing: str, levels: int) -> str:
    return opening * levels + closing * levels


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "null",
        "[]",
        '{"bundles": {}}',
        '{"bundles": [], "more": 1}',
        '{"bundles": [{"id": "x"}]}',
        '{"bundles": [{"id": 1, "child": "x", "revisions": []}]}',
        '{"bundles": [{"id": "x", "child": "x", "revisions": [{}]}]}',
        '{"bundles": [{"id": "x", "child": "x", "revisions": ["' + "\\ud800" + '"]}]}',
        _deep("[", "]", 100_000),
        '{"bundles":' + _deep("[", "]", 1_000_000) + "}",
    ],
)
def test_that_what_is_no_push_is_malformed(live_hub: LiveHub, body: str) -> None:
    headers = {**JSON, **live_hub.people.amina.headers}
    answer = live_hub.http.post("/push", content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


@pytest.mark.parametrize(
    "fields",
    [
        '{"text": "\\ud800"}',
        '{"text": "\\udc00\\ud800"}',
        '{"text": NaN}',
        '{"text": 1e999999}',
        '{"deep": ' + _deep("[", "]", 65) + "}",
        '{"deep": ' + _deep('{"a":', "}", 500).replace("}", "1}", 1) + "}",
        '{"text": "\xff"}',
    ],
)
def test_that_no_revision_is_taken_that_a_laptop_could_not_read(
    live_hub: LiveHub, fields: str
) -> None:
    people = live_hub.people
    sent = json.dumps({"bundles": [bundle(people.amina, people.child, "HERE")]})
    content = sent.replace('{"text": "HERE"}', fields).encode("latin-1")
    answer = live_hub.http.post("/push", content=content, headers={**JSON, **people.amina.headers})
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


def test_that_a_moment_without_its_zone_is_refused(live_hub: LiveHub) -> None:
    people = live_hub.people
    sent = json.dumps({"bundles": [bundle(people.amina, people.child)]})
    answer = live_hub.http.post(
        "/push",
        content=sent.replace("10:00:00Z", "10:00:00"),
        headers={**JSON, **people.amina.headers},
    )
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "said",
    [
        b"Content-Length: 5\r\n\r\n{}{}{}{}GET /smuggled HTTP/1.1\r\n\r\n",
        b"Content-Length: -5\r\n\r\n{}",
        b"Content-Length: 2\r\nContent-Length: 4\r\n\r\n{}{}",
        b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}",
        b"Content-Length: 99999999999999999999999999\r\n\r\n{}",
        b"X: a\r\n continued\r\nContent-Length: 2\r\n\r\n{}",
        b"X\x00: a\r\nContent-Length: 2\r\n\r\n{}",
    ],
)
def test_that_a_body_whose_length_is_a_lie_reaches_nothing(live_hub: LiveHub, said: bytes) -> None:
    token = live_hub.people.amina.token.encode()
    head = b"POST /v1/push HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n"
    answers = _spoken(live_hub.address, head + b"Authorization: Bearer " + token + b"\r\n" + said)
    assert b" 200 " not in answers.split(b"\r\n")[0]
    assert b"smuggled" not in answers
    assert live_hub.http.get("/alive").is_success


@pytest.mark.parametrize(
    "said",
    [
        b"GET /v1/alive HTTP/1.1\r\nX: " + b"x" * (4 * MEBIBYTE),
        b"GET /" + b"x" * (4 * MEBIBYTE),
        b"GET /v1/alive HTTP/1.1\r\n" + b"X: x\r\n" * MEBIBYTE,
        b"POST /v1/enrol HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n"
        + b"Trailer: x\r\n" * MEBIBYTE,
    ],
    ids=["header", "path", "headers", "trailers"],
)
def test_that_a_head_without_end_is_cut_off(live_hub: LiveHub, said: bytes) -> None:
    assert b" 200 " not in _spoken(live_hub.address, said).split(b"\r\n")[0]
    assert live_hub.http.get("/alive").is_success


def test_that_a_body_that_never_comes_is_not_waited_for(live_hub: LiveHub) -> None:
    limits = Limits(body_seconds=0.1)
    head = (
        "POST /v1/enrol HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n"
        "Content-Length: 9\r\n\r\n{"
    )
    with running_gateway(live_hub.database, limits=limits) as address:
        answer = _spoken(address, head.encode())
    assert answer.startswith(b"HTTP/1.1 503 ")
    assert b'"unavailable"' in answer


def test_that_who_sends_slowly_without_a_token_of_ours_takes_nobodys_room(
    hub_database: HubDatabase,
) -> None:
    limits = Limits(bodies_at_once=2, body_seconds=4.0)
    with running_gateway(hub_database, limits=limits) as address, contextlib.ExitStack() as open_:
        people = some_people(hub_database, address)
        for number in range(4):
            for road, token in (("enrol", ""), ("push", f"Authorization: Bearer {number:043}\r\n")):
                line = open_.enter_context(_line(address))
                line.sendall(
                    f"POST /v1/{road} HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n"
                    f"{token}Content-Length: 9\r\n\r\n{{".encode()
                )
                if token:
                    assert line.recv(65536).startswith(b"HTTP/1.1 401 ")
        sent = {"bundles": [bundle(people.amina, people.child)]}
        answer = httpx.post(
            f"{address}/v1/push", json=sent, headers=people.amina.headers, timeout=3
        )
    assert answer.status_code == 200


def test_that_no_laptop_takes_the_room_of_all_the_others(hub_database: HubDatabase) -> None:
    limits = Limits(bodies_at_once=5, body_seconds=4.0)
    with running_gateway(hub_database, limits=limits) as address, contextlib.ExitStack() as open_:
        people = some_people(hub_database, address)
        head = (
            f"POST /v1/push HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {people.amina.token}\r\nContent-Length: 9\r\n\r\n{{"
        )
        lines = [open_.enter_context(_line(address)) for _ in range(6)]
        for line in lines:
            line.sendall(head.encode())
        (told, *_), _, _ = select.select(lines, [], [], 3)
        assert told.recv(65536).startswith(b"HTTP/1.1 429 ")
        sent = {"bundles": [bundle(people.ben, people.other_child)]}
        answer = httpx.post(f"{address}/v1/push", json=sent, headers=people.ben.headers, timeout=3)
    assert answer.status_code == 200


def test_that_a_laptop_that_was_shut_out_hands_over_to_a_gateway_that_never_saw_it(
    hub_database: HubDatabase,
) -> None:
    with running_gateway(hub_database) as address:
        people = some_people(hub_database, address)
    with Office(hub_database.operator) as office:
        office.revoke(people.amina.device)
    with running_gateway(hub_database) as address:
        sent = {"bundles": [bundle(people.amina, people.child)]}
        answer = httpx.post(f"{address}/v1/push", json=sent, headers=people.amina.headers)
    assert answer.json()["bundles"][0]["outcome"] == "quarantined"


def _line(address: str) -> socket.socket:
    parts = urlsplit(address)
    return socket.create_connection((parts.hostname or "", parts.port or 0), timeout=3)


def _spoken(address: str, said: bytes) -> bytes:
    """All that a caller hears who says this and waits for the end of the line."""
    parts = urlsplit(address)
    heard = b""
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10) as line:
        try:
            line.sendall(said)
            line.settimeout(1)
            while piece := line.recv(65536):
                heard += piece
        except (ConnectionError, TimeoutError):
            pass
    return heard


def _begin_to_watch_memory() -> int:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _most_memory()


def _most_memory() -> int:
    """The most memory of this process, where the gateway runs too, since it was last asked to."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024
