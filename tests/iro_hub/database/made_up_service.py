"""A made-up service on a hub: teams, people with devices, and bundles to send."""

import base64
import json
import uuid
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import psycopg

from iro_desktop.wire.people import Enrol
from iro_desktop.wire.revisions import BundleOutcome
from iro_hub.database import calls
from iro_hub.database.office import Office
from iro_hub.database.pool import Pools
from iro_hub.faults import HubFault
from postgres_for_tests import HubDatabase

SEALING_KEY = base64.b64encode(b"k" * 32).decode()


@dataclass(frozen=True)
class Caller:
    """Someone at a laptop of theirs."""

    person: str
    name: str
    device: str
    token: str


def new() -> str:
    return str(uuid.uuid4())


class MadeUpService:
    """Two teams, North within Service, and South beside it."""

    def __init__(self, database: HubDatabase) -> None:
        self.database = database
        self._open = ExitStack()
        self.pools = self._open.enter_context(Pools(database.gateway, database.sign_in, most=4))
        self.office = self._open.enter_context(Office(database.operator))
        self.owner = self._open.enter_context(psycopg.connect(database.owner, autocommit=True))
        self.office.name_hub("Made-up Council")
        self.office.add_team("Service")
        self.office.add_team("North", "Service")
        self.office.add_team("South")

    def close(self) -> None:
        self._open.close()

    def someone(self, role: str, name: str = "", *, team: str = "North", **more: bool) -> Caller:
        name = name or f"Made-up {role} {new()[:8]}"
        return self.laptop(self.office.add_person(name, role, team, **more), name)

    def laptop(self, person: str, name: str, device: str = "") -> Caller:
        device = device or new()
        code = self.office.enrol_code(person)
        enrolled = calls.enrol(self.pools, Enrol(code, device, SEALING_KEY), f"desk of {person}")
        return Caller(person, name, device, enrolled.token)

    def push(self, caller: Caller, *bundles: calls.BundleTexts) -> Sequence[BundleOutcome]:
        return calls.push(self.pools, caller.token, bundles).bundles

    def child_of(self, caller: Caller, revisions: int = 1) -> str:
        """A child whose record this IRO began."""
        child = new()
        (outcome,) = self.push(caller, bundle(caller, child, revisions))
        assert outcome.outcome == "accepted"
        return child

    def page(
        self, caller: Caller, child: str, after: int = 0, chain: str = "", most: int = 500
    ) -> Any:
        return json.loads(calls.pull(self.pools, caller.token, child, after, chain, most))

    def changes(self, caller: Caller) -> Any:
        found = calls.changed(self.pools, caller.token)
        assert found is not None
        return json.loads(found.body)

    def access(self, caller: Caller, child: str) -> str:
        """The access that the hub tells of, or none."""
        return next(
            (one["access"] for one in self.changes(caller)["children"] if one["child"] == child),
            "",
        )


def revision(caller: Caller, child: str, /, **other: object) -> bytes:
    """A revision as its laptop would send it."""
    fields = {
        "id": new(),
        "child": child,
        "review": None,
        "entity": new(),
        "kind": "decision",
        "parents": [],
        "author": caller.name,
        "device": caller.device,
        "made_at": "2026-11-22T10:00:00Z",
        "fields": {"text": "Zoë’s school will be told."},
        "withdrawn": False,
        "sealed": None,
    }
    return json.dumps(fields | other, ensure_ascii=False).encode()


def bundle(
    caller: Caller, child: str, revisions: int = 1, /, *, carried: bool = False, **other: object
) -> calls.BundleTexts:
    texts = [revision(caller, child, **other) for _ in range(revisions)]
    return calls.BundleTexts(new(), child, carried, texts)


def bundle_of(child: str, *texts: bytes, carried: bool = False) -> calls.BundleTexts:
    return calls.BundleTexts(new(), child, carried, texts)


def code_of(call: Callable[[], object]) -> str:
    """The hub's code for a refused call; empty where it was not refused."""
    try:
        call()
    except HubFault as fault:
        return fault.code
    return ""
