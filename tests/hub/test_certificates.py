"""A hub whose certificate is none is not "away": it does not mend by waiting."""

import datetime as dt
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from iro_desktop.hub.client import HttpHub
from iro_desktop.services.faults import HubAway, HubUntrusted

TOKEN = "a-made-up-token"
YESTERYEAR, YEARS_AHEAD = (dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in (2021, 2120))


@pytest.mark.parametrize(
    ("name", "until", "is_known"),
    [
        ("localhost", YESTERYEAR, True),
        ("elsewhere.example", YEARS_AHEAD, True),
        ("localhost", YEARS_AHEAD, False),
    ],
    ids=["out of date", "for another name", "from nobody that is trusted"],
)
def test_that_a_certificate_that_is_none_is_told_apart_from_a_hub_that_is_away(
    tmp_path: Path, name: str, until: dt.datetime, *, is_known: bool
) -> None:
    certificate, key = _certificate(tmp_path, name, until)
    with _answering(certificate, key) as address:
        hub = HttpHub(address, TOKEN, trust=str(certificate) if is_known else "")
        with pytest.raises(HubUntrusted):
            hub.myself()
        hub.close()


def test_that_a_line_that_breaks_within_tls_is_a_hub_that_is_away(tmp_path: Path) -> None:
    certificate, key = _certificate(tmp_path, "localhost", YEARS_AHEAD)
    with _answering(certificate, key) as address:
        hub = HttpHub(address, TOKEN, trust=str(certificate))
        with pytest.raises(HubAway) as raised:
            hub.myself()
        hub.close()
    assert type(raised.value) is HubAway


@contextmanager
def _answering(certificate: Path, key: Path) -> Iterator[str]:
    """Shake one hand, and say nothing."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    def shake() -> None:
        with suppress(OSError):
            line, _from = listening.accept()
            with line, context.wrap_socket(line, server_side=True) as shaken:
                shaken.recv(10)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(20)
        thread = threading.Thread(target=shake)
        thread.start()
        yield f"https://localhost:{listening.getsockname()[1]}"
        thread.join()


def _certificate(folder: Path, name: str, until: dt.datetime) -> tuple[Path, Path]:
    """One signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "hub.pem", folder / "hub.key"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return certificate, secret
