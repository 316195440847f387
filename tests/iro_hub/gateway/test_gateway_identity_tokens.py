"""Signing in with an identity token: only the issuer's own, for this hub, of now, and once."""

import base64
import hashlib
import hmac
import json
import secrets
import time
import uuid
from collections.abc import Callable, Iterator

import httpx
import pytest
from joserfc.jwk import ECKey

from gateway_for_tests import running_gateway
from hub_people import enrol_request
from iro_hub.database.office import Office
from iro_hub.faults import HubFault
from iro_hub.gateway.configuration import IssuerSettings, configuration_from
from iro_hub.gateway.issuer_keys import IssuerKeys, fetch
from iro_hub.gateway.oidc import SignInChecker
from postgres_for_tests import TestCluster
from small_issuer import SmallIssuer

NONCE = "a-nonce-of-the-laptops"
HOUR = 3_600


@pytest.fixture(scope="module")
def issuer() -> Iterator[SmallIssuer]:
    with SmallIssuer() as issuer:
        yield issuer


@pytest.fixture(scope="module")
def checker(issuer: SmallIssuer) -> SignInChecker:
    return _checker(issuer)


def _checker(issuer: SmallIssuer, seconds: Callable[[], float] = time.monotonic) -> SignInChecker:
    settings = IssuerSettings(issuer.url, issuer.client_id)
    return SignInChecker(settings, IssuerKeys(issuer.url, seconds), time.time)


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _again(token: str, header: dict[str, str], sign: Callable[[bytes], bytes]) -> str:
    """The same claims under another header and signature."""
    said = f"{_base64(json.dumps(header).encode())}.{token.split('.')[1]}"
    return f"{said}.{_base64(sign(said.encode()))}"


@pytest.mark.parametrize("algorithm", ["ES256", "RS256", "PS256"])
def test_that_a_token_of_the_issuer_says_who_signed_in(algorithm: str) -> None:
    with SmallIssuer(algorithm=algorithm) as issuer:
        who = _checker(issuer).identity(issuer.id_token(NONCE), NONCE)
    assert (who.issuer, who.subject) == (issuer.url, "made-up-subject")
    assert (who.name, who.groups) == ("Made-up Officer", ("reviewing-officers",))


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": 1},
        {"exp": 1e400},
        {"nbf": "now"},
        {"exp": "never"},
        {"exp": True},
        {"exp": None},
        {"iss": "https://login.example.org"},
        {"iss": None},
        {"aud": "another-client"},
        {"aud": ["another-client"]},
        {"aud": ["iro-desktop", "another-client"]},
        {"aud": ["iro-desktop", "another-client"], "azp": "another-client"},
        {"aud": []},
        {"aud": {"iro-desktop": 1}},
        {"azp": "another-client"},
        {"nonce": "another-nonce-altogether"},
        {"nonce": ""},
        {"nonce": None},
        {"nonce": [NONCE]},
        {"sub": ""},
        {"sub": 7},
        {"sub": "s" * 300},
        {"name": ["a"]},
        {"groups": {"a": "b"}},
        {"groups": ["g"] * 1_000},
    ],
    ids=str,
)
def test_that_a_token_of_another_time_place_or_person_is_not_believed(
    issuer: SmallIssuer, checker: SignInChecker, changes: dict[str, object]
) -> None:
    with pytest.raises(HubFault) as fault:
        checker.identity(issuer.id_token(NONCE, **changes), NONCE)
    assert fault.value.code == "unauthenticated"


@pytest.mark.parametrize(("claim", "hours"), [("exp", -1), ("iat", -1), ("iat", 1), ("nbf", 1)])
def test_that_a_token_counts_only_now(
    issuer: SmallIssuer, checker: SignInChecker, claim: str, hours: int
) -> None:
    token = issuer.id_token(NONCE, **{claim: int(time.time()) + hours * HOUR})
    with pytest.raises(HubFault):
        checker.identity(token, NONCE)


def test_that_a_header_that_must_be_understood_is_not_guessed_at(
    issuer: SmallIssuer, checker: SignInChecker
) -> None:
    with pytest.raises(HubFault):
        checker.identity(issuer.id_token(NONCE, header={"crit": ["kid"]}), NONCE)  # type: ignore[dict-item]


@pytest.mark.parametrize("claim", ["iss", "aud", "exp", "iat", "sub", "nonce"])
def test_that_a_token_without_a_claim_is_not_believed(
    issuer: SmallIssuer, checker: SignInChecker, claim: str
) -> None:
    with pytest.raises(HubFault):
        checker.identity(issuer.id_token(NONCE, without=(claim,)), NONCE)


def test_that_a_token_handed_to_our_client_beside_others_is_believed(
    issuer: SmallIssuer, checker: SignInChecker
) -> None:
    token = issuer.id_token(NONCE, aud=["iro-desktop", "other"], azp="iro-desktop")
    assert checker.identity(token, NONCE).subject == "made-up-subject"


def test_that_an_empty_nonce_never_fits(issuer: SmallIssuer, checker: SignInChecker) -> None:
    with pytest.raises(HubFault):
        checker.identity(issuer.id_token(""), "")


@pytest.mark.parametrize("named", ["none", "None", "NONE", "nOnE", ""])
def test_that_an_unsigned_token_is_not_believed(
    issuer: SmallIssuer, checker: SignInChecker, named: str
) -> None:
    token = issuer.id_token(NONCE)
    header = {"alg": named, "kid": issuer.kid}
    for forged in (
        _again(token, header, lambda _: b""),
        _again(token, header, lambda _: b"x"),
        token.rpartition(".")[0] + ".",
        token.rpartition(".")[0],
    ):
        with pytest.raises(HubFault):
            checker.identity(forged, NONCE)


def test_that_the_public_key_is_no_shared_secret(
    issuer: SmallIssuer, checker: SignInChecker
) -> None:
    published = issuer.key.as_dict(private=False)
    header = {"alg": "HS256", "kid": issuer.kid}
    for secret in (
        issuer.key.as_pem(private=False),
        json.dumps(published).encode(),
        str(published["x"]).encode(),
        b"",
    ):
        forged = _again(
            issuer.id_token(NONCE),
            header,
            lambda said, secret=secret: hmac.digest(secret, said, "sha256"),  # type: ignore[misc]
        )
        with pytest.raises(HubFault):
            checker.identity(forged, NONCE)


def test_that_a_key_of_ones_own_is_not_taken_whatever_the_header_says(
    issuer: SmallIssuer, checker: SignInChecker
) -> None:
    own = ECKey.generate_key("P-256")
    with SmallIssuer() as stranger:
        for header in (
            {"kid": issuer.kid},
            {"kid": "unheard-of"},
            {"kid": issuer.kid, "jku": f"{stranger.url}/keys"},
            {"kid": issuer.kid, "jwk": own.as_dict(private=False)},
        ):
            forged = stranger.id_token(NONCE, header=header, iss=issuer.url)
            with pytest.raises(HubFault):
                checker.identity(forged, NONCE)
        assert stranger.key_fetches == 0


def test_that_changed_claims_are_seen(issuer: SmallIssuer, checker: SignInChecker) -> None:
    head, claims, signature = issuer.id_token(NONCE).split(".")
    padded = claims + "=" * (-len(claims) % 4)
    changed = base64.urlsafe_b64decode(padded).replace(b"made-up-subject", b"another-subject")
    with pytest.raises(HubFault):
        checker.identity(f"{head}.{_base64(changed)}.{signature}", NONCE)


@pytest.mark.parametrize(
    "nonsense", ["", ".", "..", "a.b.c", "e30.e30.e30", "é", "{}", "a" * 100_000, "e30." * 5]
)
def test_that_nonsense_is_not_believed(checker: SignInChecker, nonsense: str) -> None:
    with pytest.raises(HubFault) as fault:
        checker.identity(nonsense, NONCE)
    assert fault.value.code == "unauthenticated"


def test_that_keys_are_fetched_once_and_again_for_a_new_one() -> None:
    with SmallIssuer() as issuer:
        checker = _checker(issuer)
        for _ in range(3):
            checker.identity(issuer.id_token(NONCE), NONCE)
        assert issuer.key_fetches == 1
        issuer.rotate()
        checker.identity(issuer.id_token(NONCE), NONCE)
        assert issuer.key_fetches == 2


def test_that_invented_keys_do_not_send_us_to_the_issuer_each_time() -> None:
    with SmallIssuer() as issuer:
        checker = _checker(issuer, seconds=lambda: 1_000.0)
        for _ in range(30):
            with pytest.raises(HubFault):
                checker.identity(
                    issuer.id_token(NONCE, header={"kid": secrets.token_hex(4)}), NONCE
                )
        assert issuer.key_fetches < 10


def test_that_a_key_that_is_no_longer_published_ends_with_the_hour() -> None:
    moment = 1_000.0
    with SmallIssuer() as issuer:
        checker = _checker(issuer, seconds=lambda: moment)
        old = issuer.id_token(NONCE)
        checker.identity(old, NONCE)
        issuer.rotate()
        moment += HOUR + 1
        with pytest.raises(HubFault):
            checker.identity(old, NONCE)


@pytest.mark.parametrize(
    "address",
    [
        "http://login.example.org/keys",
        "ftp://127.0.0.1/keys",
        "file:///etc/passwd",
        "http://127.0.0.1.example.org/keys",
        "http://127.0.0.1:1/keys",
        "http://[::1/keys",
        "",
    ],
)
def test_that_keys_come_over_https_or_not_at_all(address: str) -> None:
    with pytest.raises(HubFault) as fault:
        fetch(address)
    assert fault.value.code == "unavailable"


def test_that_an_issuer_that_is_away_is_no_fault_of_the_person(issuer: SmallIssuer) -> None:
    gone = SignInChecker(
        IssuerSettings("http://127.0.0.1:1", "iro-desktop"),
        IssuerKeys("http://127.0.0.1:1", time.monotonic),
        time.time,
    )
    with pytest.raises(HubFault) as fault:
        gone.identity(issuer.id_token(NONCE), NONCE)
    assert fault.value.code == "unavailable"


@pytest.mark.parametrize("algorithm", ["none", "HS256", "ES256K", ""])
def test_that_a_shared_secret_cannot_be_allowed(algorithm: str) -> None:
    with pytest.raises(HubFault):
        IssuerSettings("https://login.example.org", "iro-desktop", algorithms=(algorithm,))


def test_that_a_person_of_a_group_signs_in_once_with_one_token(
    postgres: TestCluster, issuer: SmallIssuer
) -> None:
    database = postgres.new_database()
    settings = IssuerSettings(issuer.url, issuer.client_id)
    with Office(database.operator) as office:
        office.add_team("Reviewing")
        office.map_group(issuer.url, "reviewing-officers", "iro", "Reviewing")
    with running_gateway(database, issuer=settings) as address:
        told = httpx.get(f"{address}/v1/sign-in").json()
        assert (told["issuer"], told["client_id"]) == (issuer.url, issuer.client_id)
        nonce = secrets.token_urlsafe(16)
        body = _sign_in(issuer.id_token(nonce), nonce)
        first = httpx.post(f"{address}/v1/sign-in", json=body)
        replayed = httpx.post(f"{address}/v1/sign-in", json=body)
        unasked = httpx.post(
            f"{address}/v1/sign-in", json=_sign_in(issuer.id_token(nonce), "another-nonce-here")
        )
        headers = {"Authorization": f"Bearer {first.json()['token']}"}
        myself = httpx.get(f"{address}/v1/me", headers=headers).json()
    postgres.drop(database)
    assert first.status_code == 200, first.text
    assert (myself["person"]["name"], myself["person"]["role"]) == ("Made-up Officer", "iro")
    for refused in (replayed, unasked):
        assert (refused.status_code, refused.json()["code"]) == (401, "unauthenticated")


def _sign_in(token: str, nonce: str) -> dict[str, str]:
    request = enrol_request("", str(uuid.uuid4()))
    del request["code"]
    return {**request, "id_token": token, "nonce": nonce}


def test_that_a_hub_without_an_issuer_says_so(postgres: TestCluster) -> None:
    database = postgres.new_database()
    with running_gateway(database) as address:
        told = httpx.get(f"{address}/v1/sign-in")
        answer = httpx.post(f"{address}/v1/sign-in", json=_sign_in("a.b.c", NONCE))
    postgres.drop(database)
    assert told.json() == {"issuer": "", "client_id": "", "scopes": []}
    assert answer.status_code == 404


def test_that_a_configuration_is_read_and_does_not_show_its_passwords() -> None:
    read = configuration_from(
        {
            "IRO_HUB_GATEWAY_DSN": "host=db password=first-secret",
            "IRO_HUB_SIGN_IN_DSN": "host=db password=second-secret",
            "IRO_HUB_ISSUER": "https://login.example.org/tenant/v2.0",
            "IRO_HUB_CLIENT_ID": "a-client",
            "IRO_HUB_TRUSTED_PROXIES": "10.0.0.4, 10.1.0.0/16",
        }
    )
    assert read.issuer is not None
    assert read.issuer.for_whom == "a-client"
    assert read.trusted_proxies == ("10.0.0.4", "10.1.0.0/16")
    assert "secret" not in repr(read)


@pytest.mark.parametrize(
    "changes",
    [
        {"IRO_HUB_GATEWAY_DSN": ""},
        {"IRO_HUB_SIGN_IN_DSN_FILE": "/nowhere/at/all"},
        {"IRO_HUB_TRUSTED_PROXIES": "everyone"},
        {"IRO_HUB_ISSUER": "https://login.example.org"},
        {"IRO_HUB_ISSUER": "https://a", "IRO_HUB_CLIENT_ID": "b", "IRO_HUB_ALGORITHMS": "HS256"},
    ],
    ids=str,
)
def test_that_a_configuration_that_makes_no_sense_is_refused(changes: dict[str, str]) -> None:
    values = {"IRO_HUB_GATEWAY_DSN": "a", "IRO_HUB_SIGN_IN_DSN": "b", **changes}
    with pytest.raises(HubFault):
        configuration_from(values)


def test_that_a_used_sign_in_is_named_by_issuer_and_nonce(
    issuer: SmallIssuer, checker: SignInChecker
) -> None:
    who = checker.identity(issuer.id_token(NONCE), NONCE)
    assert who.used == hashlib.sha256(f"{issuer.url}\n{NONCE}".encode()).hexdigest()
