"""Several gateways on one database are one hub, also where the database ends their sessions."""

import threading
from contextlib import ExitStack
from typing import Any

import httpx

from gateway_for_tests import running_gateway
from hub_people import Caller, bundle, enrol_request, some_people
from iro_hub.database import checks
from iro_hub.database.office import Office
from postgres_for_tests import HubDatabase

BUNDLES = 20


def test_that_laptops_at_three_gateways_write_one_record_through_a_lost_database(
    hub_database: HubDatabase,
) -> None:
    with ExitStack() as running:
        gateways = [running.enter_context(running_gateway(hub_database)) for _ in range(3)]
        people = some_people(hub_database, gateways[0])
        laptops = [people.amina]
        with Office(hub_database.operator) as office:
            for number, gateway in enumerate(gateways[1:]):
                code, device = office.enrol_code(people.amina.person), f"laptop-{number}"
                told = httpx.post(f"{gateway}/v1/enrol", json=enrol_request(code, device)).json()
                laptops.append(
                    Caller(people.amina.name, people.amina.person, device, told["token"])
                )
        accepted: list[str] = []
        threads = [
            threading.Thread(target=_write, args=(gateways, place, laptop, people.child, accepted))
            for place, laptop in enumerate(laptops)
        ]
        for thread in threads:
            thread.start()
        with hub_database.connect() as owner:
            for _ in range(3):
                owner.execute(
                    "SELECT pg_terminate_backend(pid), pg_sleep(0.05) FROM pg_stat_activity"
                    " WHERE usename = 'iro_gateway' AND datname = current_database()"
                )
        for thread in threads:
            thread.join()
        page = _page(gateways[2], people.amina, people.child)
    held = [one["revision"]["id"] for one in page["revisions"]]
    assert len(accepted) == len(laptops) * BUNDLES
    assert sorted(held) == sorted(accepted)
    assert [one["seq"] for one in page["revisions"]] == list(range(1, len(held) + 1))
    assert checks.verify(hub_database.owner) == ()


def _page(gateway: str, laptop: Caller, child: str) -> Any:
    """What the hub holds, asked again where the gateway found its session ended."""
    for _ in range(20):
        answer = httpx.get(f"{gateway}/v1/children/{child}/revisions", headers=laptop.headers)
        if answer.status_code == 200:
            break
        assert answer.status_code == 503
    return answer.json()


def _write(
    gateways: list[str], place: int, laptop: Caller, child: str, accepted: list[str]
) -> None:
    """Send bundles, each until it is taken, at the next gateway where one did not answer."""
    with httpx.Client(timeout=20) as http:
        for _ in range(BUNDLES):
            sent = bundle(laptop, child)
            for turn in range(50):
                gateway = gateways[(place + turn) % len(gateways)]
                answer = http.post(
                    f"{gateway}/v1/push", json={"bundles": [sent]}, headers=laptop.headers
                )
                if answer.status_code == 200:
                    assert answer.json()["bundles"][0]["outcome"] == "accepted"
                    accepted.append(sent["revisions"][0]["id"])  # type: ignore[index]
                    break
                assert answer.status_code == 503
