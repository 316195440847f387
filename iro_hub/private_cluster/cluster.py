"""A PostgreSQL of one's own in a folder: for tests, for the demonstration, and to try a backup.

It listens on a Unix socket in a folder that only its owner may enter, so that no password is asked
there; on loopback, where that is wished for, every role needs a password. PostgreSQL refuses to run
as root: root starts it as the user `postgres`, or `nobody` where there is none.
"""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from iro_hub.faults import HubFault
from iro_hub.private_cluster.processes import children_of, is_alive, is_called
from iro_hub.private_cluster.programs import program

SUPERUSER = "postgres"
_SOCKET_NUMBER = 5432
"""Part of a socket's name. Every cluster has a folder of its own, so all have the same."""

_LONGEST_SOCKET = 103
"""The most bytes of a socket's path: 104 on macOS, 108 on Linux, one of them for the end."""

_SECONDS_TO_START = 60
_SECONDS_TO_STOP = 60
_ACCESS = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
_CARELESS = {"fsync": "off", "full_page_writes": "off"}
"""What was committed outlives the server's processes, but not the machine's power."""

_ORDINARY = {
    "listen_addresses": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "unix_socket_permissions": "0700",
    "log_min_messages": "warning",
    "dynamic_shared_memory_type": "mmap",  # in its own folder: nothing is left where it was killed
    "log_min_error_statement": "panic",  # a statement may hold what a revision says
}


@dataclass(frozen=True, slots=True)
class _OtherUser:
    """As whom PostgreSQL runs when we are root."""

    user: int
    group: int


class PrivateCluster:
    """A cluster that lies in `folder`. Stopped by whoever started it, also after a fault."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server: subprocess.Popen[bytes] | None = None

    @classmethod
    def make(
        cls,
        folder: Path,
        *,
        is_durable: bool = True,
        port: int | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> Self:
        """Make a cluster in a folder that is empty or not there yet; it is not started.

        Args:
            folder: where it is to lie. As root, it is given to the user who runs PostgreSQL.
            is_durable: whether what is written waits for the disk. Without it, what was committed
                still outlives a server that is killed, but not a power cut: for tests alone.
            port: on which port of loopback it listens besides its socket.
            settings: more of `postgresql.conf`.

        Raises:
            HubFault: there is no PostgreSQL, or it could not make the cluster.
        """
        initdb = program("initdb")
        cluster = cls(folder)
        _give_folder(folder)
        if len(os.fsencode(cluster._socket)) > _LONGEST_SOCKET:
            raise HubFault(
                "cluster", f"The path is too long for a socket, take a shorter: {folder}"
            )
        words = [initdb, "-D", str(cluster._data), "--username", SUPERUSER, "--auth", "trust"]
        words += ["--locale", "C", "--encoding", "UTF8", "--no-instructions"]
        words += [] if is_durable else ["--no-sync", "--wal-segsize", "1"]
        done = subprocess.run(  # noqa: S603 - our own words, and no shell
            words, check=False, capture_output=True, text=True, cwd=folder, **_as_server()
        )
        if done.returncode != 0:
            raise HubFault(
                "cluster", f"PostgreSQL could not make its files:\n{done.stderr.strip()}"
            )
        chosen = dict(_ORDINARY)
        chosen["unix_socket_directories"] = str(folder)
        chosen["port"] = str(port or _SOCKET_NUMBER)
        chosen |= {"listen_addresses": "127.0.0.1"} if port else {}
        chosen |= {} if is_durable else _CARELESS
        chosen |= settings or {}
        lines = "".join(f"{name} = {_quoted(value)}\n" for name, value in chosen.items())
        with (cluster._data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(lines)
        (cluster._data / "pg_hba.conf").write_text(_ACCESS, encoding="utf-8")
        return cluster

    def start(self) -> None:
        """Start it, and wait until it takes connections.

        Raises:
            HubFault: it could not start; what PostgreSQL wrote stands in the sentence.
        """
        log = self.folder / "log.txt"
        with log.open("ab") as output:
            self._server = subprocess.Popen(  # noqa: S603 - our own words, and no shell
                [program("postgres"), "-D", str(self._data)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=self.folder,
                start_new_session=True,  # the terminal's Ctrl-C is for us, who then stop it
                **_as_server(),
            )
        for _ in _moments(_SECONDS_TO_START):
            if self._server.poll() is not None:
                self._server = None
                words = log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:]
                raise HubFault("cluster", "PostgreSQL did not start:\n" + "\n".join(words))
            if self._noted(0) == str(self._server.pid) and self._noted(7) == "ready":
                return
        self.kill()
        raise HubFault("cluster", "PostgreSQL took too long to start.")

    def stop(self) -> None:
        """Stop it in good order, whoever is connected. Nothing happens where it does not run."""
        self._end_by(signal.SIGINT)

    def stop_at_once(self) -> None:
        """Stop it as after a fault ("immediate"): the next start recovers from the log."""
        self._end_by(signal.SIGQUIT)

    def kill(self) -> None:
        """End it as a power cut would: every process at once, with no chance to write."""
        number = self.process
        if number is None:
            return
        others = children_of(number)
        for each in (number, *others):
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        self._wait_for_end((number, *others))

    def remove(self) -> None:
        """Stop it at once, and delete its folder with all that is in it."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def process(self) -> int | None:
        """The number of the server's process, where it runs."""
        noted = self._noted(0)
        if not noted.isdigit() or not is_alive(int(noted)):
            return None
        # after a power cut, the number noted may be that of any other process by now
        return int(noted) if is_called("postgres", int(noted)) else None

    def dsn(self, user: str = SUPERUSER, database: str = "postgres") -> str:
        """How to reach a database over the socket, for libpq: there, no password is asked."""
        number = self._noted(3) or str(_SOCKET_NUMBER)
        words = {"host": str(self.folder), "port": number, "user": user, "dbname": database}
        return " ".join(f"{name}={_quoted(value)}" for name, value in words.items())

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    @property
    def _socket(self) -> Path:
        return self.folder / f".s.PGSQL.{_SOCKET_NUMBER}.lock"

    def _noted(self, line: int) -> str:
        """A line of `postmaster.pid`: 0 the process, 3 the port, 7 how far it is."""
        try:
            lines = (self._data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except OSError:
            return ""
        return lines[line].strip() if len(lines) > line else ""

    def _end_by(self, how: signal.Signals) -> None:
        number = self.process
        if number is None:
            return
        with suppress(ProcessLookupError):
            os.kill(number, how)
        self._wait_for_end((number,))

    def _wait_for_end(self, numbers: Sequence[int]) -> None:
        for _ in _moments(_SECONDS_TO_STOP):
            if self._server is not None and self._server.poll() is not None:
                self._server = None
            if not any(is_alive(number) for number in numbers):
                return
        raise HubFault("cluster", "PostgreSQL did not stop in time.")


@contextmanager
def throwaway_cluster(
    *, is_durable: bool = False, port: int | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[PrivateCluster]:
    """A cluster that runs while the block does, in a folder of its own that is then deleted."""
    folder = Path(tempfile.mkdtemp(prefix="iro-hub-"))
    try:
        cluster = PrivateCluster.make(folder, is_durable=is_durable, port=port, settings=settings)
        try:
            cluster.start()
            yield cluster
        finally:
            cluster.kill()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _other_user() -> _OtherUser | None:
    if sys.platform == "win32":
        raise HubFault("cluster", "A private PostgreSQL runs on Linux and macOS only.")
    if os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415 - not there on Windows

    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            entry = pwd.getpwnam(name)
            return _OtherUser(entry.pw_uid, entry.pw_gid)
    raise HubFault("cluster", "PostgreSQL refuses to run as root, and there is no other user.")


def _as_server() -> dict[str, Any]:
    """As whom, and with what surroundings, PostgreSQL's own programs are started."""
    surroundings = {"env": {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}}
    other = _other_user()
    if other is None:
        return {**surroundings, "umask": 0o077}
    as_other = {"user": other.user, "group": other.group, "extra_groups": []}
    return {**surroundings, **as_other, "umask": 0o077}


def _give_folder(folder: Path) -> None:
    """An empty folder that only the one who runs PostgreSQL may enter, and can reach."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise HubFault("cluster", f"The folder is not empty: {folder}")
    folder.chmod(0o700)
    other = _other_user()
    if other is None:
        return
    os.chown(folder, other.user, other.group)
    for above in folder.resolve().parents:
        if not above.stat().st_mode & stat.S_IXOTH:
            raise HubFault(
                "cluster",
                "As root, PostgreSQL runs as another user, who cannot enter"
                f" {above}: take another folder than {folder}.",
            )


def _quoted(value: str) -> str:
    r"""In quotes, as libpq and `postgresql.conf` both read it (`\\` and `\'`)."""
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _moments(seconds: int) -> Iterator[None]:
    """A pause each, until the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(0.02)
        yield
