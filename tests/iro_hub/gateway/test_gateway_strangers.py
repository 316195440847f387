"""Every road, enumerated from the application: nobody passes without a token of theirs."""

import secrets
import socket
import uuid
from urllib.parse import urlsplit

import httpx
import pytest

from hub_people import Caller, LiveHub, bundle, enrolled
from iro_hub.database.office import Office
from iro_hub.gateway.application import make_app
from iro_hub.gateway.configuration import Configuration

OPEN = {"alive", "description", "enrol", "sign_in_settings", "sign_in"}
FILE = "a" * 64
HANDING_OVER = {"push", "file_state", "send_piece", "sealing_keys", "wiped"}
"""What a device may still do whose access ended: give, and say that its copies are gone."""
BODIES: dict[str, object] = {
    "push": {"bundles": []},
    "grant": [],
    "decide": {"decision": "set_aside", "reason": "A reason."},
}
QUERIES = {"send_piece": "?start=0&total=3"}
OF_A_CHILD = [
    "pull", "ids", "wiped", "file_state", "send_piece", "file_piece", "sealing_keys", "grants",
    "grant",
]  # fmt: skip


def _roads() -> dict[str, tuple[str, str]]:
    app = make_app(Configuration("dbname=none", "dbname=none"))
    return {
        route.name: (next(iter(route.methods)), route.path)
        for route in app.routes
        if hasattr(route, "methods")
    }


ROADS = _roads()
CLOSED = sorted(set(ROADS) - OPEN)


def _call(hub: LiveHub, name: str, child: str, headers: dict[str, str]) -> httpx.Response:
    method, path = ROADS[name]
    path = path.removeprefix("/v1").format(child=child, file=FILE, bundle=uuid.uuid4())
    path += QUERIES.get(name, "")
    if name == "send_piece":
        headers = {**headers, "Content-Type": "application/octet-stream"}
        return hub.http.request(method, path, content=b"abc", headers=headers)
    return hub.http.request(method, path, json=BODIES.get(name), headers=headers)


def test_that_every_road_is_either_open_on_purpose_or_tried_here() -> None:
    assert set(ROADS) >= OPEN
    assert {
        "push", "changed", "pull", "ids", "wiped", "renew", "leave", "myself", "settings",
        "quarantine", "decide", *OF_A_CHILD,
    } == set(CLOSED)  # fmt: skip


@pytest.mark.parametrize("name", CLOSED)
def test_that_a_stranger_gets_nowhere(live_hub: LiveHub, name: str) -> None:
    forged = secrets.token_urlsafe(32)
    token = live_hub.people.amina.token
    for header in (
        None,
        "Bearer",
        "Bearer x",
        f"Basic {token}",
        f"Bearer {token}x",
        f"Bearer {token[:-1]}",
        f"Bearer {token} {token}",
        f"Bearer {forged}",
        "Bearer ' OR 1=1 --",
        "Bearer " + "a" * 8_000,
    ):
        headers = {} if header is None else {"Authorization": header}
        answer = _call(live_hub, name, live_hub.people.child, headers)
        assert answer.status_code == 401, (header, answer.text)
        assert answer.json()["code"] == "unauthenticated"
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert token not in answer.text


def test_that_two_tokens_at_once_are_none(live_hub: LiveHub) -> None:
    token = live_hub.people.amina.token
    twice = [("Authorization", f"Bearer {token}"), ("Authorization", f"Bearer {token}")]
    assert live_hub.http.get("/me", headers=twice).status_code == 401


@pytest.mark.parametrize("name", sorted({*OF_A_CHILD} - {"wiped"}))
def test_that_another_iros_child_is_closed_by_every_road(live_hub: LiveHub, name: str) -> None:
    _push(live_hub, live_hub.people.ben, live_hub.people.other_child)
    answer = _call(live_hub, name, live_hub.people.other_child, live_hub.people.amina.headers)
    assert answer.status_code in {403, 404}, answer.text
    assert answer.json()["code"] in {"not_yours", "not_found", "not_your_role"}


def test_that_saying_a_copy_is_gone_tells_nothing_of_a_child(live_hub: LiveHub) -> None:
    _push(live_hub, live_hub.people.ben, live_hub.people.other_child)
    headers = live_hub.people.amina.headers
    anothers = _call(live_hub, "wiped", live_hub.people.other_child, headers)
    unknown = _call(live_hub, "wiped", str(uuid.uuid4()), headers)
    assert (anothers.status_code, anothers.content) == (unknown.status_code, unknown.content)


def test_that_what_is_pushed_into_anothers_child_is_refused_and_not_kept(
    live_hub: LiveHub,
) -> None:
    people = live_hub.people
    sent = bundle(people.amina, people.other_child, "Not theirs to say.")
    outcome = live_hub.http.post(
        "/push", json={"bundles": [sent]}, headers=people.amina.headers
    ).json()
    assert outcome["bundles"][0]["outcome"] == "refused"
    page = live_hub.http.get(
        f"/children/{people.other_child}/revisions", headers=people.ben.headers
    )
    assert "Not theirs to say." not in page.text


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["Authorization: bearer {}"], 200),
        (["AUTHORIZATION: BEARER  {}"], 200),
        (["Authorization: Bearer\t{}"], 401),
        (["Authorization: Bearer {}", "Authorization: Bearer {}"], 401),
        (["Authorization: Bearer forged", "Authorization: Bearer {}"], 401),
        (["Authorization: Bearer {}, Bearer {}"], 401),
        (["Authorization: Bearer {}="], 401),
        (["Authorization: \uff22earer {}"], 401),
        (["Authorization: Bearer {}\u0661"], 401),
        (["Authorization: Bearer {}" + "a" * 100_000], 401),
        (["Authorization:", "X-Authorization: Bearer {}", "Cookie: token={}"], 401),
        (["Authorization : Bearer {}"], 400),
        (["Authorization: Bearer", " {}"], 400),
        (["Authorization: Bearer {}\x00"], 400),
        (["Authorization: Bearer {}\rX: y"], 400),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_that_a_token_of_another_shape_is_none(
    live_hub: LiveHub, lines: list[str], status: int
) -> None:
    told = "\r\n".join(lines).replace("{}", live_hub.people.amina.token)
    parts = urlsplit(live_hub.address)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10) as line:
        line.sendall(f"GET /v1/me HTTP/1.1\r\nHost: hub\r\n{told}\r\n\r\n".encode())
        assert line.recv(65536).split(b" ")[1] == str(status).encode()


@pytest.fixture(scope="module")
def expired(live_hub: LiveHub) -> Caller:
    caller = _newcomer(live_hub)
    with live_hub.database.connect() as owner:
        owner.execute(
            "UPDATE hub.token SET expires_at = now() - interval '1 second' WHERE device = %s",
            [caller.device],
        )
    return caller


@pytest.fixture(scope="module")
def revoked(live_hub: LiveHub) -> Caller:
    caller = _newcomer(live_hub)
    with Office(live_hub.database.operator) as office:
        office.revoke(caller.device, "lost")
    return caller


@pytest.mark.parametrize("name", CLOSED)
def test_that_an_expired_token_opens_nothing(live_hub: LiveHub, expired: Caller, name: str) -> None:
    answer = _call(live_hub, name, live_hub.people.child, expired.headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "expired")


@pytest.mark.parametrize("name", sorted(set(CLOSED) - HANDING_OVER))
def test_that_a_revoked_device_reads_nothing(live_hub: LiveHub, revoked: Caller, name: str) -> None:
    answer = _call(live_hub, name, live_hub.people.child, revoked.headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "revoked")


def test_that_a_revoked_device_can_only_hand_over(live_hub: LiveHub, revoked: Caller) -> None:
    sent = bundle(revoked, str(uuid.uuid4()), "Written before the laptop was lost.")
    answer = live_hub.http.post("/push", json={"bundles": [sent]}, headers=revoked.headers)
    assert answer.json()["bundles"][0]["outcome"] == "quarantined"
    keys = _call(live_hub, "sealing_keys", live_hub.people.child, revoked.headers)
    assert keys.status_code == 403


def test_that_a_token_that_was_renewed_away_ends(live_hub: LiveHub) -> None:
    caller = _newcomer(live_hub)
    new = live_hub.http.post("/token", headers=caller.headers).json()["token"]
    assert live_hub.http.get("/me", headers={"Authorization": f"Bearer {new}"}).is_success
    assert live_hub.http.get("/me", headers=caller.headers).status_code == 401


def test_that_what_was_pushed_comes_back_as_it_was_sent(live_hub: LiveHub) -> None:
    people = live_hub.people
    sent = bundle(people.amina, people.child, 'Ünïcode \\ " 4 May\u2028')
    answer = live_hub.http.post("/push", json={"bundles": [sent]}, headers=people.amina.headers)
    assert answer.json()["bundles"][0]["outcome"] == "accepted", answer.text
    page = live_hub.http.get(
        f"/children/{people.child}/revisions", headers=people.amina.headers
    ).json()
    assert sent["revisions"][0] in [held["revision"] for held in page["revisions"]]  # type: ignore[index]


def test_that_an_idle_laptop_is_told_only_that_nothing_changed(live_hub: LiveHub) -> None:
    headers = live_hub.people.amina.headers
    first = live_hub.http.get("/changed", headers=headers)
    again = {**headers, "If-None-Match": first.headers["ETag"]}
    idle = live_hub.http.get("/changed", headers=again)
    assert (first.status_code, idle.status_code, idle.content) == (200, 304, b"")
    assert idle.headers["ETag"] == first.headers["ETag"]
    assert first.headers["ETag"] == f'"{first.json()["etag"]}"'
    _push(live_hub, live_hub.people.amina, live_hub.people.child)
    assert live_hub.http.get("/changed", headers=again).status_code == 200


def _newcomer(hub: LiveHub) -> Caller:
    with Office(hub.database.operator) as office:
        team = f"Team {uuid.uuid4()}"
        office.add_team(team)
        return enrolled(office, hub.address, "Newcomer Made-up", "iro", team)


def _push(hub: LiveHub, caller: Caller, child: str) -> None:
    answer = hub.http.post(
        "/push", json={"bundles": [bundle(caller, child)]}, headers=caller.headers
    )
    assert answer.json()["bundles"][0]["outcome"] == "accepted", answer.text
