"""The made-up team's hub: a PostgreSQL of its own and a gateway with two workers, on loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from iro_hub.database.migrate import migrate
from iro_hub.faults import HubFault
from iro_hub.private_cluster import throwaway_cluster

_SECONDS_TO_START = 60
_SECONDS_TO_STOP = 20
_WORKERS = 2


@dataclass(frozen=True)
class DemoHub:
    """A hub that answers at `address`; `operator` is how its office is reached."""

    address: str
    operator: str
    migrations: int


@contextmanager
def running_hub(folder: Path) -> Iterator[DemoHub]:
    """A hub that runs while the block does, and leaves nothing behind. `folder`: for its log."""
    with throwaway_cluster() as cluster:
        migrations = len(migrate(cluster.dsn()))
        port = _free_port()
        surroundings = {
            **{name: value for name, value in os.environ.items() if not name.startswith("IRO_HUB")},
            "IRO_HUB_GATEWAY_DSN": cluster.dsn("iro_gateway"),
            "IRO_HUB_SIGN_IN_DSN": cluster.dsn("iro_sign_in"),
        }
        words = ["serve", "--port", str(port), "--workers", str(_WORKERS)]
        with (folder / "gateway.log").open("wb") as log:
            gateway = subprocess.Popen(  # noqa: S603  our own program
                [sys.executable, "-m", "iro_hub", *words],
                cwd=folder,
                env=surroundings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # the terminal's Ctrl-C is for us, who then stop it
            )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_it_answers(address, gateway, folder / "gateway.log")
            yield DemoHub(address, cluster.dsn("iro_operator"), migrations)
        finally:
            _stop(gateway)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _wait_until_it_answers(address: str, gateway: subprocess.Popen[bytes], log: Path) -> None:
    ends = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < ends and gateway.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/v1/alive", timeout=5):  # noqa: S310  loopback
                return
        except OSError:
            time.sleep(0.05)
    said = log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:]
    raise HubFault("unavailable", "The gateway did not start:\n" + "\n".join(said))


def _stop(gateway: subprocess.Popen[bytes]) -> None:
    gateway.terminate()
    try:
        gateway.wait(_SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        gateway.kill()
        gateway.wait()
