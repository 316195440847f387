"""The hub over HTTP: what it says in other words than ours is never believed."""

import json
import logging
import socket
from collections.abc import Iterator

import pytest
from answers_for_tests import Told, answering

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.hub.client import HttpDoor, HttpHub
from iro_desktop.services import faults as f
from iro_desktop.wire.revisions import Bundle

CHILD = ChildId("11111111-0000-4000-8000-000000000001")
TOKEN = "a-made-up-token"


@pytest.fixture
def told() -> Iterator[Told]:
    with answering(Told()) as told:
        yield told


@pytest.fixture
def hub(told: Told) -> Iterator[HttpHub]:
    hub = HttpHub(told.address, TOKEN)
    yield hub
    hub.close()


def problem(code: str) -> bytes:
    return json.dumps({"code": code, "sentence": "Said by the hub."}).encode()


@pytest.mark.parametrize(
    ("status", "code", "fault"),
    [
        (401, "unauthenticated", f.SignedOut),
        (401, "expired", f.SignedOut),
        (401, "revoked", f.AccessEnded),
        (401, "deactivated", f.AccessEnded),
        (403, "not_yours", f.HubRefused),
        (404, "not_found", f.HubRefused),
        (409, "other_history", f.OtherHistory),
        (409, "different_content", f.HubRefused),
        (413, "too_large", f.HubRefused),
        (422, "malformed", f.HubRefused),
        (429, "too_fast", f.HubBusy),
        (429, "too_many_tries", f.HubBusy),
        (503, "unavailable", f.HubBusy),
        (418, "a_word_of_a_newer_hub", f.HubRefused),
    ],
)
def test_that_each_no_of_the_hub_is_a_fault_of_its_own(
    hub: HttpHub, told: Told, status: int, code: str, fault: type[f.KnownFault]
) -> None:
    told.status, told.body = status, problem(code)
    with pytest.raises(f.KnownFault) as raised:
        hub.myself()
    assert type(raised.value) is fault
    assert raised.value.data["code"] == code if fault is not f.OtherHistory else True


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 410, 451])
@pytest.mark.parametrize("body", [b"", b"<html>Sign in to the hotel", b'{"code": 7}', b"\xff\xfe"])
def test_that_a_no_in_other_words_ends_nobodys_access(
    hub: HttpHub, told: Told, status: int, body: bytes
) -> None:
    told.status, told.body = status, body
    with pytest.raises(f.NotOurHub):
        hub.changed("")


def test_that_access_is_not_ended_by_the_right_word_under_another_status(
    hub: HttpHub, told: Told
) -> None:
    told.status, told.body = 403, problem("revoked")
    with pytest.raises(f.NotOurHub):
        hub.changed("")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_that_nobody_leads_the_laptop_elsewhere(hub: HttpHub, told: Told, status: int) -> None:
    with answering(Told(body=b'{"etag": "x"}')) as elsewhere:
        told.status, told.headers = status, {"Location": elsewhere.address}
        with pytest.raises(f.NotOurHub):
            hub.changed("")
        assert elsewhere.asked == []


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b'{"etag": 7}', b'{"etag": "x"}', b'"\xff"', b"{" * 100_000]
)
def test_that_an_answer_of_another_shape_is_not_our_hubs(
    hub: HttpHub, told: Told, body: bytes
) -> None:
    told.body = body
    with pytest.raises(f.NotOurHub):
        hub.changed("")


def test_that_an_answer_without_end_is_not_read_to_its_end(hub: HttpHub, told: Told) -> None:
    told.endless = True
    with pytest.raises(f.NotOurHub):
        hub.myself()


def test_that_a_page_that_is_too_long_is_asked_for_in_smaller_ones(
    hub: HttpHub, told: Told
) -> None:
    told.body = b" " * (17 * 1024 * 1024)
    with pytest.raises(f.NotOurHub):
        hub.pull(CHILD, 3, "abc")
    asked = [path.split("most=")[1] for _, path, _, _ in told.asked]
    assert asked == ["1000", "250", "62", "15", "3", "1"]


@pytest.mark.parametrize(("said", "wait"), [("7", "7"), ("999999999", "30"), ("soon", "30")])
def test_that_a_busy_hub_says_how_long_to_wait(
    hub: HttpHub, told: Told, said: str, wait: str
) -> None:
    told.status, told.body, told.headers = 503, problem("unavailable"), {"Retry-After": said}
    with pytest.raises(f.HubBusy) as raised:
        hub.myself()
    assert raised.value.data["wait"] == wait


@pytest.mark.parametrize("status", [502, 504])
def test_that_a_proxy_without_its_hub_is_a_hub_that_is_away(
    hub: HttpHub, told: Told, status: int
) -> None:
    told.status, told.body = status, b"<html>Bad gateway"
    with pytest.raises(f.HubAway):
        hub.myself()


def test_that_a_hub_that_nobody_answers_for_is_away() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(f.HubAway):
        HttpHub(f"http://127.0.0.1:{port}", TOKEN).myself()


def test_that_a_line_cut_in_the_middle_of_an_answer_is_a_hub_that_is_away() -> None:
    import threading  # noqa: PLC0415

    with socket.create_server(("127.0.0.1", 0)) as listening:

        def cut() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")

        thread = threading.Thread(target=cut)
        thread.start()
        hub = HttpHub(f"http://127.0.0.1:{listening.getsockname()[1]}", TOKEN)
        with pytest.raises(f.HubAway):
            hub.myself()
        hub.close()
        thread.join()


@pytest.mark.parametrize(
    "address",
    [
        "http://hub.example",
        "http://10.0.0.7:8000",
        "http://127.0.0.1.example",
        "http://localhost.x",
    ],
)
def test_that_plain_http_goes_no_further_than_this_computer(address: str) -> None:
    with pytest.raises(f.NotOverPlainHttp):
        HttpHub(address, TOKEN)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ftp://hub.example",
        "https://",
        "https://a b",
        "https://u:p@hub.example",
        "https://h/?q",
        "https://hub.example/\r\nX: y",
        "https://hub.example:99999999",
    ],
)
def test_that_what_is_no_address_of_a_hub_is_refused(address: str) -> None:
    with pytest.raises(f.NotOurHub):
        HttpDoor(address).sign_in_settings()


@pytest.mark.parametrize("token", ["a b", "a\r\nX: y", "ä", "a\x00"])
def test_that_a_token_can_not_hold_another_header(told: Told, token: str) -> None:
    with pytest.raises(f.SignedOut):
        HttpHub(told.address, token)


def test_that_the_token_travels_in_one_header_and_nowhere_else(hub: HttpHub, told: Told) -> None:
    told.status = 304
    assert hub.changed("e1") is None
    ((method, path, headers, body),) = told.asked
    assert (method, path, body) == ("GET", "/v1/changed", b"")
    assert headers["Authorization"] == f"Bearer {TOKEN}"
    assert headers["If-None-Match"] == '"e1"'


def test_that_the_door_is_asked_without_a_token(told: Told) -> None:
    told.body = b'{"issuer": "", "client_id": ""}'
    door = HttpDoor(told.address)
    door.sign_in_settings()
    door.close()
    assert "Authorization" not in told.asked[0][2]


def test_that_the_name_of_a_child_can_not_lead_to_another_road(hub: HttpHub, told: Told) -> None:
    told.status, told.body = 404, problem("not_found")
    with pytest.raises(f.HubRefused):
        hub.held_ids(ChildId("../me?x=#"))
    assert told.asked[0][1] == "/v1/children/..%2Fme%3Fx%3D%23/ids"


def test_that_an_answer_about_other_bundles_is_not_believed(hub: HttpHub, told: Told) -> None:
    told.body = json.dumps({"bundles": [{"id": "another", "outcome": "accepted"}]}).encode()
    with pytest.raises(f.NotOurHub):
        hub.push([Bundle("mine", CHILD, ())])


def test_that_nothing_of_it_is_written_into_a_log(
    hub: HttpHub, told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told.status = 304
    hub.changed("")
    told.status, told.body = 500, b"secret"
    with pytest.raises(f.HubBusy):
        hub.held_ids(CHILD)
    assert [record for record in caplog.records if record.name.startswith("http")] == []


def test_that_a_renewed_token_is_the_one_that_is_called_with(hub: HttpHub, told: Told) -> None:
    person = {"id": "p", "name": "Ann Made-up", "role": "iro", "team": "North"}
    told.body = json.dumps(
        {"token": "newer", "expires_at": "", "person": person, "hub": "h", "hub_name": "Hub"}
    ).encode()
    assert hub.renew().token == "newer"
    told.status = 304
    hub.changed("")
    assert told.asked[-1][2]["Authorization"] == "Bearer newer"
