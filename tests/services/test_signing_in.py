"""Signing in with the council's account: the browser, the issuer and the hub, all of them real."""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import parse_qs, urlsplit

import pytest

from browser_of_the_test import Browser, visit
from fixed_clock import FixedClock
from gateway_for_tests import running_gateway
from iro_desktop.hub.browser_sign_in import HttpSignInPages
from iro_desktop.hub.client import HttpDoor, HttpHub
from iro_desktop.i18n import Translator
from iro_desktop.services.faults import (
    HubRefused,
    NoBrowserSignIn,
    SignInPageAway,
    SignInRefused,
    SignInTookTooLong,
)
from iro_desktop.services.team_hub import enrolling, membership, signing_in
from iro_desktop.services.team_hub.enrolling import Introduced
from iro_desktop.services.team_hub.port import HubDoor
from iro_desktop.services.team_hub.signing_in import Pending
from iro_desktop.store import SqlStore
from iro_desktop.vault.sealing import NaclBoxes
from iro_desktop.wire.people import Enrol, Enrolled, Person, SignIn, SignInSettings
from iro_hub.database.office import Office
from iro_hub.gateway.configuration import IssuerSettings
from postgres_for_tests import HubDatabase
from small_issuer import PERSON, SmallIssuer

BOXES = NaclBoxes()
PAGES = HttpSignInPages()
ADDRESS = "https://hub.example.org"


class DoorOfTheTest(HubDoor):
    """A hub's door that takes any token of its issuer, and keeps what it was told."""

    def __init__(self, settings: SignInSettings) -> None:
        self.settings = settings
        self.asked: list[SignIn] = []

    def close(self) -> None:
        """Nothing is open."""

    def sign_in_settings(self) -> SignInSettings:
        return self.settings

    def enrol(self, request: Enrol) -> Enrolled:
        raise NotImplementedError

    def sign_in(self, request: SignIn) -> Enrolled:
        self.asked.append(request)
        person = Person("p", "Made-up Officer", "iro", "North")
        return Enrolled("t" * 43, "2027-02-20T10:00:00+00:00", person, "h", "Madeupshire hub")


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the browser never comes back, a test ends."""
    monkeypatch.setattr(signing_in, "SECONDS_TO_SIGN_IN", 20)


@pytest.fixture(scope="module")
def running_issuer() -> Iterator[SmallIssuer]:
    with SmallIssuer() as issuer:
        yield issuer


@pytest.fixture
def issuer(running_issuer: SmallIssuer) -> Iterator[SmallIssuer]:
    yield running_issuer
    running_issuer.refuses, running_issuer.person = "", PERSON


@pytest.fixture
def door(issuer: SmallIssuer) -> DoorOfTheTest:
    return DoorOfTheTest(SignInSettings(issuer.url, issuer.client_id, ("openid", "profile")))


def on_and_on() -> None:
    """Nobody gives up."""


def finish(store: SqlStore, door: HubDoor, pending: Pending) -> Introduced:
    return signing_in.finish(store.unit_of_work, door, PAGES, BOXES, ADDRESS, pending, on_and_on)


def test_that_who_signs_in_at_the_browser_is_introduced(
    store: SqlStore, clock: FixedClock, door: DoorOfTheTest
) -> None:
    pending = signing_in.begin(door, PAGES, Translator())
    browser = Browser()
    with browser.opened(pending.url):
        found = finish(store, door, pending)
    assert "You are signed in" in browser.page
    assert (found.hub_title, found.person.name) == ("Madeupshire hub", "Made-up Officer")
    (asked,) = door.asked
    assert asked.nonce == pending.nonce
    assert asked.id_token.count(".") == 2
    account = enrolling.keep(store.unit_of_work, found, clock)
    assert account.until == dt.datetime(2027, 2, 20, 10, tzinfo=dt.UTC)
    with store.unit_of_work() as uow:
        assert asked.device == membership.device_of(uow.settings)
        assert asked.sealing_key == BOXES.public_of(uow.settings.get("sealing_secret"))


def test_that_the_page_is_asked_as_a_native_program_asks(door: DoorOfTheTest) -> None:
    pending, again = (signing_in.begin(door, PAGES, Translator()) for _ in range(2))
    pending.give_up()
    again.give_up()
    asked = {name: values[0] for name, values in parse_qs(urlsplit(pending.url).query).items()}
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert asked["code_challenge"] == signing_in.challenge(pending.verifier)
    assert asked["redirect_uri"].startswith("http://localhost:")
    assert pending.verifier not in pending.url
    assert "client_secret" not in pending.url
    for name in ("state", "nonce", "verifier"):
        assert len(getattr(pending, name)) >= 43
        assert getattr(pending, name) != getattr(again, name)
        assert getattr(pending, name) not in repr(pending)


def test_that_the_challenge_is_the_one_of_the_standard() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"  # RFC 7636, appendix B
    assert signing_in.challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_that_a_refusal_of_the_sign_in_page_is_told(
    store: SqlStore, door: DoorOfTheTest, issuer: SmallIssuer
) -> None:
    issuer.refuses = "access_denied"
    pending = signing_in.begin(door, PAGES, Translator())
    browser = Browser()
    with browser.opened(pending.url), pytest.raises(SignInRefused) as told:
        finish(store, door, pending)
    assert told.value.data["code"] == "access_denied"
    assert "Nobody was signed in" in browser.page
    assert door.asked == []


def test_that_a_code_of_another_sign_in_buys_nothing(store: SqlStore, door: DoorOfTheTest) -> None:
    theirs = signing_in.begin(door, PAGES, Translator())
    _status, target, _page = visit(theirs.url)
    theirs.give_up()
    code = parse_qs(urlsplit(target).query)["code"][0]
    mine = signing_in.begin(door, PAGES, Translator())
    browser = Browser()
    back = f"{mine.listener.redirect_uri}/?code={code}&state={mine.state}"
    with browser.opened(back), pytest.raises(SignInRefused) as told:
        finish(store, door, mine)
    assert told.value.data["code"] == "invalid_grant"
    assert door.asked == []


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("error=%3Cscript%3E+x", "scriptx"),
        ("error=%C3%A9", "unknown"),
        ("code=x&iss=https%3A%2F%2Fanother.example.org", "issuer"),
        ("session_state=1", "no_code"),
    ],
)
def test_that_an_odd_answer_buys_nothing_and_is_told_in_one_word(
    store: SqlStore, door: DoorOfTheTest, query: str, code: str
) -> None:
    pending = signing_in.begin(door, PAGES, Translator())
    browser = Browser()
    back = f"{pending.listener.redirect_uri}/?{query}&state={pending.state}"
    with browser.opened(back), pytest.raises(SignInRefused) as told:
        finish(store, door, pending)
    assert told.value.data["code"] == code


def test_that_a_hub_without_an_issuer_has_no_page_to_open() -> None:
    with pytest.raises(NoBrowserSignIn):
        signing_in.begin(DoorOfTheTest(SignInSettings()), PAGES, Translator())


@pytest.mark.parametrize(
    "issuer_address",
    [
        "http://127.0.0.1:9",
        "http://login.example.org",
        "ftp://login.example.org",
        "not an address",
        "https://login example.org",
    ],
)
def test_that_an_issuer_that_is_away_or_unsafe_is_not_signed_in_with(issuer_address: str) -> None:
    door = DoorOfTheTest(SignInSettings(issuer_address, "iro-desktop"))
    with pytest.raises(SignInPageAway):
        signing_in.begin(door, PAGES, Translator())


@pytest.mark.parametrize(
    "said",
    [
        {"issuer": "http://127.0.0.1:1"},
        {"token_endpoint": "http://login.example.org/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": "login.example.org/authorize"},
        {"authorization_endpoint": 5},
    ],
)
def test_that_what_an_issuer_says_of_itself_must_be_safe(
    issuer: SmallIssuer,
    door: DoorOfTheTest,
    monkeypatch: pytest.MonkeyPatch,
    said: dict[str, object],
) -> None:
    as_it_is = issuer.document

    def document(path: str) -> dict[str, object] | None:
        found = as_it_is(path)
        return None if found is None else {**found, **said}

    monkeypatch.setattr(issuer, "document", document)
    with pytest.raises(SignInPageAway):
        signing_in.begin(door, PAGES, Translator())


def test_that_giving_up_and_waiting_too_long_stop_listening(
    store: SqlStore, door: DoorOfTheTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing_in, "SECONDS_TO_SIGN_IN", 0)
    pending = signing_in.begin(door, PAGES, Translator())
    with pytest.raises(SignInTookTooLong):
        finish(store, door, pending)
    with pytest.raises(OSError):
        visit(f"{pending.listener.redirect_uri}/?code=x&state={pending.state}")
    assert door.asked == []


def test_that_the_real_hub_takes_the_account_it_knows_and_no_other(
    store: SqlStore, clock: FixedClock, issuer: SmallIssuer, hub_database: HubDatabase
) -> None:
    with Office(hub_database.operator) as office:
        office.name_hub("Madeupshire hub")
        office.add_team("North")
        office.add_person(
            "Made-up Officer", "iro", "North", issuer=issuer.url, subject="made-up-subject"
        )
    settings = IssuerSettings(issuer=issuer.url, client_id=issuer.client_id)
    with (
        running_gateway(hub_database, issuer=settings) as address,
        closing(HttpDoor(address)) as door,
    ):
        pending = signing_in.begin(door, PAGES, Translator())
        with Browser().opened(pending.url):
            found = finish(store, door, pending)
        assert enrolling.keep(store.unit_of_work, found, clock).person == "Made-up Officer"
        with closing(HttpHub(address, found.enrolled.token)) as hub:
            assert hub.myself().person.name == "Made-up Officer"
        issuer.person = {"sub": "another-subject", "name": "Another Officer"}
        pending = signing_in.begin(door, PAGES, Translator())
        with Browser().opened(pending.url), pytest.raises((SignInRefused, HubRefused)):
            finish(store, door, pending)
