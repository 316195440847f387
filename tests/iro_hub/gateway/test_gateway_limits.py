"""How often someone may call, from where, and how the gateway may be served."""

import datetime as dt
import ipaddress
import ssl
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from gateway_for_tests import running_gateway
from hub_people import enrol_request, some_people
from iro_hub.database.office import Office
from iro_hub.faults import HubFault
from iro_hub.gateway.configuration import Configuration, Limits
from iro_hub.gateway.rates import KEYS_KEPT, Buckets, source_of
from iro_hub.gateway.serving import Tls, serve, server_config
from postgres_for_tests import HubDatabase

ANYWHERE = "0.0.0.0"  # noqa: S104  (nothing is ever bound to it)
CONFIGURATION = Configuration("dbname=none", "dbname=none")


def test_that_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    moment = 100.0
    buckets: Buckets[str] = Buckets(2.0, 3, lambda: moment)
    assert [buckets.take("a") for _ in range(4)] == [True, True, True, False]
    assert buckets.take("b")
    moment += 1.0
    assert [buckets.take("a") for _ in range(3)] == [True, True, False]
    moment += 1_000_000.0
    assert [buckets.take("a") for _ in range(4)] == [True, True, True, False]


def test_that_ever_new_callers_do_not_fill_the_memory() -> None:
    buckets: Buckets[str] = Buckets(1.0, 1, lambda: 0.0)
    for number in range(KEYS_KEPT + 100):
        buckets.take(str(number))
    assert len(buckets._levels) == KEYS_KEPT


@pytest.mark.parametrize(
    ("host", "source"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("'; DROP TABLE hub.attempt; --", "unknown"),
        (None, "unknown"),
    ],
)
def test_that_a_household_is_one_source(host: str | None, source: str) -> None:
    assert source_of(host) == source


def test_that_a_thousand_wrong_codes_are_limited_and_enrol_nobody(
    hub_database: HubDatabase,
) -> None:
    with running_gateway(hub_database) as address, httpx.Client() as http:
        with Office(hub_database.operator) as office:
            office.add_team("Reviewing")
            person = office.add_person("Made-up Officer", "iro", "Reviewing")
            good = office.enrol_code(person)
        answers = [
            http.post(f"{address}/v1/enrol", json=enrol_request(f"WRONG-{number:06}", "a-device"))
            for number in range(1_000)
        ]
        late = http.post(f"{address}/v1/enrol", json=enrol_request(good, "a-device"))
    statuses = [answer.status_code for answer in answers]
    assert set(statuses) == {401, 429}
    assert statuses.count(401) == 10
    assert {answer.json()["code"] for answer in answers[10:]} <= {"too_many_tries", "too_fast"}
    assert all("Retry-After" in answer.headers for answer in answers[10:])
    assert late.status_code == 429
    with hub_database.connect() as owner:
        assert owner.execute("SELECT count(*) FROM hub.token").fetchone() == (0,)


def test_that_who_tries_many_tokens_does_not_keep_their_neighbours_out(
    hub_database: HubDatabase,
) -> None:
    limits = Limits(wrong_token_burst=5, wrong_token_rate=0.0)
    with running_gateway(hub_database, limits=limits) as address, httpx.Client() as http:
        amina = some_people(hub_database, address).amina
        assert http.get(f"{address}/v1/me", headers=amina.headers).is_success
        statuses = [
            http.get(
                f"{address}/v1/me", headers={"Authorization": f"Bearer {number:043}"}
            ).status_code
            for number in range(10)
        ]
        assert http.get(f"{address}/v1/me", headers=amina.headers).is_success
    assert statuses == [401] * 5 + [429] * 5


def test_that_one_token_calls_so_often_and_no_more(hub_database: HubDatabase) -> None:
    limits = Limits(token_burst=5, token_rate=0.0)
    with running_gateway(hub_database, limits=limits) as address, httpx.Client() as http:
        people = some_people(hub_database, address)
        statuses = [
            http.get(f"{address}/v1/me", headers=people.amina.headers).status_code for _ in range(7)
        ]
        other = http.get(f"{address}/v1/me", headers=people.ben.headers)
    assert statuses == [200] * 5 + [429] * 2
    assert other.status_code == 200


def test_that_a_source_is_believed_of_a_trusted_proxy_alone(hub_database: HubDatabase) -> None:
    limits = Limits(door_burst=1, door_rate=0.0)
    wrong = enrol_request("WRONG", "a-device")
    for trusted, expected in (((), [401, 429]), (("127.0.0.1",), [401, 401])):
        with (
            running_gateway(hub_database, limits=limits, trusted_proxies=trusted) as address,
            httpx.Client() as http,
        ):
            statuses = [
                http.post(
                    f"{address}/v1/enrol", json=wrong, headers={"X-Forwarded-For": source}
                ).status_code
                for source in ("192.0.2.1", "192.0.2.2")
            ]
        assert statuses == expected


@pytest.mark.parametrize("host", [ANYWHERE, "::", "192.0.2.1", "hub.example.org", ""])
def test_that_plain_http_is_for_loopback_alone(host: str) -> None:
    with pytest.raises(HubFault):
        serve(CONFIGURATION, host, 0)
    assert server_config(CONFIGURATION, host, 0, behind_tls_proxy=True).host == host


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_that_loopback_needs_no_certificate(host: str) -> None:
    assert not server_config(CONFIGURATION, host, 0).is_ssl


def test_that_a_missing_certificate_is_said_before_serving(tmp_path: Path) -> None:
    with pytest.raises(HubFault):
        server_config(CONFIGURATION, "127.0.0.1", 0, tls=Tls(tmp_path / "a", tmp_path / "b"))


def test_that_tls_is_of_today(hub_database: HubDatabase, tmp_path: Path) -> None:
    tls = _certificate(tmp_path)
    trusting = ssl.create_default_context(cafile=str(tls.certificate))
    with running_gateway(hub_database, tls=tls) as address:
        answer = httpx.get(f"{address}/v1/alive", verify=trusting)
    assert answer.json()["alive"] is True
    assert answer.headers["Strict-Transport-Security"]
    config = server_config(CONFIGURATION, ANYWHERE, 0, tls=tls)
    config.load()
    assert config.ssl is not None
    assert config.ssl.minimum_version >= ssl.TLSVersion.TLSv1_2


def _certificate(folder: Path) -> Tls:
    """A certificate for this machine, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    day = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(day)
        .not_valid_after(day.replace(year=2120))
        .add_extension(here, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    made = Tls(folder / "hub.pem", folder / "hub.key")
    made.certificate.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    made.key.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return made
