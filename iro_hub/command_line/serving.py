"""Commands that answer laptops, and that say how."""

import argparse
import sys
from pathlib import Path

import msgspec

from iro_hub.command_line.configuration_file import number_of, values_of
from iro_hub.command_line.files import write_whole
from iro_hub.faults import HubFault
from iro_hub.gateway.application import CLOSED_ROADS
from iro_hub.gateway.configuration import configuration_from
from iro_hub.gateway.description import described_roads
from iro_hub.gateway.open_roads import open_roads
from iro_hub.gateway.serving import Tls
from iro_hub.gateway.serving import serve as serve_gateway

_ADDRESS = "127.0.0.1"
_PORT = 8_443
_MOST_WORKERS = 64


def serve(said: argparse.Namespace) -> int:
    """Serve until a signal says to stop."""
    values = dict(values_of(said.config))
    for option in ("address", "port", "workers"):
        if given := getattr(said, option):
            values[f"IRO_HUB_{option.upper()}"] = given
    workers = number_of("IRO_HUB_WORKERS", values, 1)
    if not 1 <= workers <= _MOST_WORKERS:
        raise HubFault("malformed", f"From 1 to {_MOST_WORKERS} workers.")
    serve_gateway(
        configuration_from(values),
        values.get("IRO_HUB_ADDRESS", _ADDRESS),
        number_of("IRO_HUB_PORT", values, _PORT),
        workers=workers,
        tls=_tls(values.get("IRO_HUB_CERTIFICATE", ""), values.get("IRO_HUB_CERTIFICATE_KEY", "")),
        behind_tls_proxy=bool(values.get("IRO_HUB_BEHIND_TLS_PROXY")),
    )
    return 0


def openapi(said: argparse.Namespace) -> int:
    """Print the description of every road, as a gateway publishes it. Needs no database."""
    encoded = msgspec.json.encode(described_roads(open_roads(CLOSED_ROADS)))
    text = msgspec.json.format(encoded, indent=2) + b"\n"
    if said.out is not None:
        write_whole(said.out, text)
    else:
        sys.stdout.write(text.decode())
    return 0


def _tls(certificate: str, key: str) -> Tls | None:
    if not certificate and not key:
        return None
    if not certificate or not key:
        raise HubFault("malformed", "Give a certificate and its key, or neither.")
    return Tls(Path(certificate), Path(key))
