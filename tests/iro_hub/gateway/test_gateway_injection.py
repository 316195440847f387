"""SQL, headers and paths from a caller stay words: in every path, query, header and body."""

import json
import logging
import socket
import uuid
from urllib.parse import quote, urlsplit

import httpx
import pytest

from gateway_for_tests import running_gateway
from hub_people import LiveHub, bundle, enrol_request, some_people
from postgres_for_tests import HubDatabase

NUL = "\x00"
HOSTILE = (
    "'",
    "''; DROP TABLE hub.revision; --",
    "' OR '1'='1",
    '"; SELECT pg_sleep(60); --',
    "$$; SELECT 1; $$",
    "\\'; TRUNCATE hub.audit CASCADE; --",
    "%s%(x)s%%",
    "{child}",
    "../../etc/passwd",
    "\r\nSet-Cookie: a=b",
    "\u2028\u202e",
    NUL,
    "a" * 5_000,
    "<script>alert(1)</script>",
)
MARKER = "Zaphkiel-never-logged"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_that_hostile_words_in_paths_and_queries_are_refused(
    live_hub: LiveHub, hostile: str
) -> None:
    before = _rows(live_hub)
    headers = live_hub.people.amina.headers
    child, word = live_hub.people.child, quote(hostile, safe="")
    for path in (
        f"/children/{word}/revisions",
        f"/children/{child}{word}/ids",
        f"/children/{word}/files/{word}",
        f"/children/{child}/files/{word}/content",
        f"/children/{child}/revisions?after={word}",
        f"/children/{child}/revisions?chain={word}",
        f"/children/{child}/revisions?after=0&after={word}",
        f"/children/{child}/revisions?{word}=1",
        f"/children/{child}/files/{'a' * 64}/content?start={word}",
        f"/{word}",
    ):
        answer = live_hub.http.get(path, headers=headers)
        assert answer.status_code in {404, 422}, (path, answer.text)
        assert set(answer.json()) == {"code", "sentence"}
        assert hostile not in answer.text or len(hostile) == 1
        assert "set-cookie" not in answer.headers
    assert _rows(live_hub) == before


@pytest.mark.parametrize("hostile", HOSTILE)
def test_that_hostile_words_in_bodies_are_kept_as_words_or_refused(
    live_hub: LiveHub, hostile: str
) -> None:
    people = live_hub.people
    for place in ("id", "child", "review", "entity", "kind", "author", "device", "fields"):
        sent = bundle(people.amina, people.child)
        revision = sent["revisions"][0]  # type: ignore[index]
        revision[place] = {"text": hostile} if place == "fields" else hostile
        answer = live_hub.http.post("/push", json={"bundles": [sent]}, headers=people.amina.headers)
        assert answer.status_code == 200, (place, answer.text)
        outcome = answer.json()["bundles"][0]
        assert outcome["outcome"] == "accepted" or outcome["why"], (place, outcome)
    page = live_hub.http.get(f"/children/{people.child}/revisions", headers=people.amina.headers)
    kept = [held["revision"]["fields"] for held in page.json()["revisions"]]
    assert ({"text": hostile} in kept) == (hostile != NUL)  # PostgreSQL's JSON can't hold it
    for place in ("id", "child"):
        sent = {**bundle(people.amina, people.child), place: hostile}
        answer = live_hub.http.post("/push", json={"bundles": [sent]}, headers=people.amina.headers)
        assert answer.json()["bundles"][0]["outcome"] == "refused"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_that_hostile_words_open_no_door(live_hub: LiveHub, hostile: str) -> None:
    request = enrol_request(hostile, hostile)
    answer = live_hub.http.post("/enrol", json=request)
    assert answer.status_code in {401, 422, 429}
    signing_in = {**request, "id_token": hostile, "nonce": hostile}
    del signing_in["code"]
    assert live_hub.http.post("/sign-in", json=signing_in).status_code in {401, 404, 422}


@pytest.mark.parametrize(
    "name", ["If-None-Match", "Host", "X-Forwarded-For", "Forwarded", "Origin", "Cookie", "Range"]
)
def test_that_headers_of_a_caller_change_no_answer(live_hub: LiveHub, name: str) -> None:
    for value in ("'; DROP TABLE hub.child; --", '"a", "b"', "*", "é".encode(), "x" * 4_000):
        answer = live_hub.http.get(
            "/changed",
            headers=[*live_hub.people.amina.headers.items(), (name, value)],  # type: ignore[list-item]
        )
        assert answer.status_code == 200
        assert not [header for header in answer.headers if header.startswith("access-control")]


@pytest.mark.parametrize("method", ["OPTIONS", "HEAD", "DELETE", "PATCH", "TRACE", "PUT"])
def test_that_other_methods_are_refused_with_those_there_are(
    live_hub: LiveHub, method: str
) -> None:
    for path, allowed in (("/push", "POST"), ("/changed", "GET"), ("/sign-in", "GET, POST")):
        answer = live_hub.http.request(method, path, headers={"Origin": "https://example.org"})
        assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)
        assert "access-control-allow-origin" not in answer.headers


def test_that_every_answer_forbids_keeping_and_guessing(live_hub: LiveHub) -> None:
    for path in ("/alive", "/openapi.json", "/me", "/nowhere", "/push"):
        headers = live_hub.http.get(path).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Type"] == "application/json"
        assert "server" not in headers


def test_that_nothing_of_a_request_is_logged(
    live_hub: LiveHub, caplog: pytest.LogCaptureFixture
) -> None:
    token = live_hub.people.amina.token
    content = json.dumps(
        {"bundles": [bundle(live_hub.people.amina, live_hub.people.child, MARKER)]}
    )
    said = (
        (
            f"GET /v1/{MARKER}?{MARKER}={MARKER} HTTP/1.1\r\nHost: {MARKER}\r\n"
            f"X-Marker: {MARKER}\r\n\r\n"
        ),
        f"GET /v1/me HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {token}\r\n\r\n",
        (
            f"POST /v1/push HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n{content}"
        ),
        (
            f"POST /v1/enrol HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
            f'Content-Length: 40\r\n\r\n{{"{MARKER}": "{MARKER}"}}'
        ),
        f"{MARKER} {MARKER}\r\n\r\n",
    )
    with caplog.at_level(logging.DEBUG):
        for words in said:
            _say(live_hub.address, words)
    assert "POST push 200" in caplog.text
    assert MARKER not in caplog.text
    assert token not in caplog.text


def test_that_a_fault_of_our_own_shows_nothing_of_itself(
    hub_database: HubDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    with running_gateway(hub_database) as address:
        people = some_people(hub_database, address)
        with hub_database.connect() as owner:
            owner.execute("DROP FUNCTION hub.myself")
        answer = httpx.get(f"{address}/v1/me", headers=people.amina.headers)
    assert answer.status_code == 500
    assert answer.json() == {
        "code": "unavailable",
        "sentence": "The hub can't answer now. Try again later.",
    }
    assert answer.headers["Cache-Control"] == "no-store"
    assert "UndefinedFunction at" in caplog.text
    assert people.amina.token not in caplog.text


def test_that_a_database_that_is_away_is_said_to_be_so(hub_database: HubDatabase) -> None:
    with running_gateway(hub_database) as address:
        people = some_people(hub_database, address)
        with hub_database.connect() as owner:
            owner.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE usename = %s AND datname = current_database()",
                ["iro_gateway"],
            )
        answers = [httpx.get(f"{address}/v1/me", headers=people.amina.headers) for _ in range(12)]
    assert {answer.status_code for answer in answers} <= {200, 503}
    assert answers[-1].status_code == 200


def _rows(hub: LiveHub) -> tuple[object, ...] | None:
    with hub.database.connect() as owner:
        return owner.execute(
            "SELECT (SELECT count(*) FROM hub.revision), (SELECT count(*) FROM hub.child),"
            " (SELECT count(*) FROM hub.token)"
        ).fetchone()


def _say(address: str, words: str) -> None:
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10) as line:
        line.sendall(words.encode())
        line.settimeout(0.3)
        try:
            line.recv(65536)
        except TimeoutError:
            return


def test_that_a_child_of_nobodys_is_made_for_its_iro_alone(live_hub: LiveHub) -> None:
    people, child = live_hub.people, str(uuid.uuid4())
    sent = {"bundles": [bundle(people.amina, child)]}
    made = live_hub.http.post("/push", json=sent, headers=people.amina.headers).json()
    assert made["bundles"][0]["outcome"] == "accepted"
    answer = live_hub.http.get(f"/children/{child}/revisions", headers=people.ben.headers)
    assert answer.status_code == 403
