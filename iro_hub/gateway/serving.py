"""Serving the gateway: over TLS, or plainly on loopback for a TLS proxy of this very machine."""

import functools
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from typing import Any

import uvicorn
from uvicorn.supervisors import Multiprocess

from iro_hub.faults import HubFault
from iro_hub.gateway.application import make_app
from iro_hub.gateway.configuration import Configuration
from iro_hub.gateway.issuer_keys import is_loopback
from iro_hub.gateway.lines import BoundedLine

LOGS: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s %(message)s"}},
    "handlers": {"journal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "iro_hub": {"level": "INFO", "handlers": ["journal"], "propagate": False},
        "uvicorn": {"level": "WARNING", "handlers": ["journal"], "propagate": False},
    },
}
"""To the standard error of every worker, where the service keeps a journal."""


@dataclass(frozen=True)
class Tls:
    """A certificate with its chain, and its key, both PEM."""

    certificate: Path
    key: Path


def serve(
    configuration: Configuration,
    host: str = "127.0.0.1",
    port: int = 8_443,
    *,
    workers: int = 1,
    tls: Tls | None = None,
    behind_tls_proxy: bool = False,
) -> None:
    """Serve until told to stop. `behind_tls_proxy` says that nothing else can reach the port.

    Raises:
        HubFault: it would be plain HTTP that others on the network could read; or the port is
            taken, or the certificate can't be read.
    """
    config = server_config(
        configuration,
        host,
        port,
        workers=workers,
        tls=tls,
        behind_tls_proxy=behind_tls_proxy,
        logs=LOGS,
    )
    listening = _listen(config)
    if workers > 1:
        Multiprocess(config, sockets=[listening]).run()
    else:
        uvicorn.Server(config).run(sockets=[listening])


def server_config(
    configuration: Configuration,
    host: str,
    port: int,
    *,
    workers: int = 1,
    tls: Tls | None = None,
    behind_tls_proxy: bool = False,
    logs: dict[str, Any] | None = None,
) -> uvicorn.Config:
    """How the server is to run; each worker makes the application and sets up its `logs` anew.

    Raises:
        HubFault: it would be plain HTTP that others on the network could read.
    """
    if tls is None and not behind_tls_proxy and not is_loopback(host):
        raise HubFault(
            "malformed",
            "Plain HTTP is served on loopback alone. Give a certificate and a key, or say that a "
            "TLS proxy stands in front.",
        )
    if tls is not None and not (tls.certificate.is_file() and tls.key.is_file()):
        raise HubFault("not_found", "The certificate or its key isn't there, or can't be read.")
    return uvicorn.Config(
        functools.partial(make_app, configuration),
        factory=True,
        host=host,
        port=port,
        workers=workers,
        http=BoundedLine,
        ws="none",
        lifespan="on",
        access_log=False,
        log_level="warning",
        log_config=logs,
        server_header=False,
        proxy_headers=bool(configuration.trusted_proxies),
        forwarded_allow_ips=list(configuration.trusted_proxies),
        timeout_keep_alive=30,
        timeout_graceful_shutdown=10,
        ssl_certfile=tls.certificate if tls else None,
        ssl_keyfile=tls.key if tls else None,
        ssl_context_factory=_modern_tls if tls else None,
    )


def _modern_tls(_: uvicorn.Config, usual: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    context = usual()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _listen(config: uvicorn.Config) -> socket:
    try:
        return config.bind_socket()
    except SystemExit as taken:  # the server's way to say that it can't have the port
        raise HubFault("unavailable", f"Port {config.port} of {config.host} is taken.") from taken
