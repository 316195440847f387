"""A hub with two IROs of one team, their manager, and a child of each IRO: who calls, in tests."""

import base64
import uuid
from dataclasses import dataclass, field

import httpx

from iro_hub.database.office import Office
from postgres_for_tests import HubDatabase

AMINA = "Amina Made-up"
BEN = "Ben Made-up"
MANAGER = "Mona Made-up"


@dataclass(frozen=True)
class Caller:
    """Someone with a device that is enrolled."""

    name: str
    person: str
    device: str
    token: str

    @property
    def headers(self) -> dict[str, str]:
        """What their laptop sends with every call."""
        return {"Authorization": f"Bearer {self.token}"}


@dataclass(frozen=True)
class People:
    """Amina has `child`, Ben has `other_child`; Mona manages both."""

    amina: Caller
    ben: Caller
    manager: Caller
    child: str = field(default_factory=lambda: str(uuid.uuid4()))
    other_child: str = field(default_factory=lambda: str(uuid.uuid4()))


@dataclass(frozen=True)
class LiveHub:
    """A hub that answers. `http` calls it as a stranger would."""

    database: HubDatabase
    address: str
    people: People
    http: httpx.Client


def some_people(database: HubDatabase, address: str) -> People:
    """Set them up at a hub that answers at `address`, each with a device."""
    with Office(database.operator) as office:
        office.name_hub("Made-up Council")
        team = "Reviewing"
        office.add_team(team)
        people = People(
            amina=enrolled(office, address, AMINA, "iro", team),
            ben=enrolled(office, address, BEN, "iro", team),
            manager=enrolled(office, address, MANAGER, "manager", team),
        )
        office.allocate(people.child, people.amina.person)
        office.allocate(people.other_child, people.ben.person)
    return people


def enrolled(office: Office, address: str, name: str, role: str, team: str) -> Caller:
    """A new person with a device, who went in through the door."""
    person = office.add_person(name, role, team)
    device = str(uuid.uuid4())
    answer = httpx.post(
        f"{address}/v1/enrol", json=enrol_request(office.enrol_code(person), device)
    )
    answer.raise_for_status()
    return Caller(name, person, device, answer.json()["token"])


def enrol_request(code: str, device: str) -> dict[str, str]:
    """The body of an enrolment, with a sealing key of nobody's."""
    key = base64.b64encode(bytes(32)).decode()
    return {"code": code, "device": device, "sealing_key": key}


def bundle(
    caller: Caller, child: str, text: str = "A word.", revisions: int = 1
) -> dict[str, object]:
    """A bundle as a laptop sends it."""
    return {
        "id": str(uuid.uuid4()),
        "child": child,
        "revisions": [revision(caller, child, text) for _ in range(revisions)],
    }


def revision(caller: Caller, child: str, text: str = "A word.") -> dict[str, object]:
    """A revision of a new thing, made on the caller's device."""
    return {
        "id": str(uuid.uuid4()),
        "child": child,
        "review": None,
        "entity": str(uuid.uuid4()),
        "kind": "child",
        "parents": [],
        "author": caller.name,
        "device": caller.device,
        "made_at": "2026-11-22T10:00:00Z",
        "fields": {"text": text},
    }
