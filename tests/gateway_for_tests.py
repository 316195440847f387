"""A real gateway on a free port of loopback, in a thread, in front of a test's own database."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from iro_hub.gateway.configuration import Configuration
from iro_hub.gateway.serving import Tls, server_config
from postgres_for_tests import HubDatabase

PATIENCE_SECONDS = 20.0


@contextmanager
def running_gateway(
    database: HubDatabase, *, tls: Tls | None = None, **configuration: Any
) -> Iterator[str]:
    """The address of a gateway that answers until the block ends. `configuration`: more of it."""
    told = Configuration(database.gateway, database.sign_in, **configuration)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(server_config(told, "127.0.0.1", 0, tls=tls))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        wait_until_started(server, thread)
        yield f"{'https' if tls else 'http'}://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE_SECONDS)
        listening.close()


def wait_until_started(server: uvicorn.Server, thread: threading.Thread) -> None:
    """Return once it answers; a fault where it never will."""
    tries = int(PATIENCE_SECONDS / 0.01)
    for _ in range(tries):
        if server.started:
            return
        if not thread.is_alive():
            break
        time.sleep(0.01)
    raise RuntimeError("the gateway did not start")
