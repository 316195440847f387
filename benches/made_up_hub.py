"""A hub for measuring: a PostgreSQL of its own on disk, and a gateway in a process of its own."""

import contextlib
import datetime as dt
import multiprocessing
import random
import socket
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx
import psycopg

from benches.plain_hub import serve_plainly
from iro_desktop.domain.identifiers import ChildId, new_id
from iro_desktop.hub.client import HttpDoor, HttpHub
from iro_desktop.wire.people import Enrol
from iro_desktop.wire.revisions import REVISIONS_IN_A_BUNDLE, Bundle, WireRevision
from iro_hub.database.migrate import migrate
from iro_hub.database.office import Office
from iro_hub.gateway.configuration import Configuration, Limits
from iro_hub.gateway.serving import serve
from iro_hub.private_cluster import PrivateCluster, throwaway_cluster

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

BYTES = 4096
_WITHOUT_END = Limits(
    **dict.fromkeys(
        ("source_rate", "source_burst", "token_rate", "token_burst", "door_burst"), 10**9
    )
)
KEY = "A" * 43 + "="  # a public key of nobody's, 32 bytes of nought in base64
_STARTS_IN = 20  # seconds
_WORDS = [
    "".join(random.Random(number).choices("abcdefghijklmnoprstuvw", k=3 + number % 8))  # noqa: S311
    for number in range(4000)
]


@dataclass(frozen=True, slots=True)
class MadeUpHub:
    """A running hub. `plain` is the address of the simplest service that could be written."""

    cluster: PrivateCluster
    database: str
    address: str
    plain: str

    @property
    def dsn(self) -> str:
        """As the superuser."""
        return self.cluster.dsn(database=self.database)

    @property
    def operator(self) -> str:
        """As the operator."""
        return self.cluster.dsn("iro_operator", self.database)

    def laptop(self, name: str, role: str = "iro") -> "MadeUpLaptop":
        """A person with a laptop, enrolled, in a team of their own."""
        with Office(self.operator) as office:
            team = office.add_team(f"Team of {name}")
            person = office.add_person(name, role, f"Team of {name}")
            code = office.enrol_code(person)
        device = new_id()
        enrolled = HttpDoor(self.address).enrol(Enrol(code, device, KEY))
        return MadeUpLaptop(name, person, team, device, enrolled.token, self.address)


@dataclass(frozen=True, slots=True)
class MadeUpLaptop:
    """Someone who calls the hub."""

    name: str
    person: str
    team: str
    device: str
    token: str
    address: str

    def hub(self) -> HttpHub:
        """A client of its own."""
        return HttpHub(self.address, self.token)

    def revisions(self, child: str, many: int, size: int = BYTES) -> tuple[WireRevision, ...]:
        """Revisions of one child, each of about so many bytes on the wire."""
        draw = random.Random(f"{child}{many}")  # noqa: S311 - nothing secret
        now = dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)
        return tuple(
            WireRevision(
                id=new_id(),
                child=child,
                review=None,
                entity=new_id(),
                kind="answer",
                parents=(),
                author=self.name,
                device=self.device,
                made_at=now,
                fields={"value": _text(draw, size - 420), "question": "how_it_goes"},
            )
            for _ in range(many)
        )

    def bundles(self, revisions: Sequence[WireRevision]) -> list[Bundle]:
        """The same, as they would be frozen."""
        return [
            Bundle(new_id(), revisions[0].child, tuple(revisions[at : at + REVISIONS_IN_A_BUNDLE]))
            for at in range(0, len(revisions), REVISIONS_IN_A_BUNDLE)
        ]


@contextlib.contextmanager
def made_up_hub() -> Iterator[MadeUpHub]:
    """A hub from nothing. PostgreSQL writes to disk as it would for a council."""
    with throwaway_cluster(is_durable=True) as cluster:
        with psycopg.connect(cluster.dsn(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE hub")
        migrate(cluster.dsn(database="hub"))
        configuration = Configuration(
            cluster.dsn("iro_gateway", "hub"),
            cluster.dsn("iro_sign_in", "hub"),
            hub_name="Made-up hub",
            limits=_WITHOUT_END,
        )
        ports = _free_port(), _free_port()
        started: list[BaseProcess] = [
            _start(_serve, configuration, ports[0]),
            _start(serve_plainly, cluster.dsn(database="hub"), ports[1]),
        ]
        try:
            address, plain = (f"http://127.0.0.1:{port}" for port in ports)
            _wait(f"{address}/v1/alive")
            _wait(f"{plain}/alive")
            yield MadeUpHub(cluster, "hub", address, plain)
        finally:
            for process in started:
                process.terminate()
                process.join()


def children(many: int) -> list[ChildId]:
    """Names of children that nobody knows yet."""
    return [ChildId(str(uuid.uuid4())) for _ in range(many)]


def give_children(hub: MadeUpHub, laptop: MadeUpLaptop, many: int) -> None:
    """Children of the laptop's team, all of that person's own, with nothing in their records."""
    with psycopg.connect(hub.dsn) as connection:
        connection.execute(
            "WITH made AS (INSERT INTO hub.child (id, team)"
            " SELECT gen_random_uuid(), %(team)s FROM generate_series(1, %(many)s) RETURNING id)"
            " INSERT INTO hub.allocation (person, child, access)"
            " SELECT %(person)s, id, 'own' FROM made",
            {"team": laptop.team, "person": laptop.person, "many": many},
        )
        connection.execute("ANALYZE hub.child; ANALYZE hub.allocation")


def give_revisions(
    hub: MadeUpHub, laptop: MadeUpLaptop, names: Sequence[ChildId], many: int
) -> None:
    """Children with long records: rows that were put there, not pushed, and small."""
    each = many // len(names) + 1
    with psycopg.connect(hub.dsn) as connection:
        for child in names:
            ours = {"team": laptop.team, "person": laptop.person, "child": child, "each": each}
            connection.execute(
                "INSERT INTO hub.child (id, team, last_seq, chain)"
                " VALUES (%(child)s, %(team)s, %(each)s, sha256(''))",
                ours,
            )
            connection.execute(
                "INSERT INTO hub.allocation (person, child, access)"
                " VALUES (%(person)s, %(child)s, 'own')",
                ours,
            )
            connection.execute(
                "INSERT INTO hub.revision"
                " (child, seq, id, entity, kind, withdrawn, bundle, bytes, chain, body)"
                " SELECT %(child)s, seq, gen_random_uuid(), 'e', 'answer', false, 0, 400,"
                " sha256(''), repeat(md5(seq::text), 12) FROM generate_series(1, %(each)s) seq",
                ours,
            )
        connection.execute("ANALYZE hub.revision; ANALYZE hub.child; ANALYZE hub.allocation")


def _text(draw: random.Random, characters: int) -> str:
    words: list[str] = []
    length = 0
    while length < characters:
        word = draw.choice(_WORDS)
        words.append(word)
        length += len(word) + 1
    return " ".join(words)


def _serve(configuration: Configuration, port: int) -> None:
    serve(configuration, "127.0.0.1", port)


def _start(work: object, *arguments: object) -> "BaseProcess":
    process = multiprocessing.get_context("spawn").Process(target=work, args=arguments)  # type: ignore[arg-type]  # any callable
    process.start()
    return process


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(address: str) -> None:
    until = time.monotonic() + _STARTS_IN
    while True:
        try:
            httpx.get(address).raise_for_status()
        except httpx.HTTPError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return
