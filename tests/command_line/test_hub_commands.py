"""The hub from the terminal: joined with a code on standard input, seen, synced with, and left."""

import io
import json
from collections.abc import Callable, Iterator

import pytest
from command_runs import Here, Ran, Shop

from gateway_for_tests import running_gateway
from iro_hub.database.office import Office
from postgres_for_tests import HubDatabase

OFFICER = "Made-up Officer"


@pytest.fixture
def address(hub_database: HubDatabase) -> Iterator[str]:
    with Office(hub_database.operator) as office:
        office.name_hub("Madeupshire hub")
        office.add_team("North")
    with running_gateway(hub_database) as running:
        yield running


@pytest.fixture
def code(hub_database: HubDatabase, address: str) -> str:
    with Office(hub_database.operator) as office:
        return office.enrol_code(office.add_person(OFFICER, "iro", "North"))


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What stands on standard input."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def joined(here: Here, shop: Shop, address: str, code: str, typed: Callable[[str], None]) -> Ran:
    typed(f"{code}\n")
    return here(*shop.options, "hub", "enrol", address, "--person", OFFICER)


def state_of(here: Here, shop: Shop) -> dict[str, object]:
    (row,) = json.loads(here(*shop.options, "hub", "status", "--json").out)
    assert isinstance(row, dict)
    return row


def test_that_a_laptop_joins_syncs_and_leaves(
    here: Here,
    own_shop: Shop,
    address: str,
    code: str,
    typed: Callable[[str], None],
    hub_database: HubDatabase,
) -> None:
    ran = joined(here, own_shop, address, code, typed)
    assert ran.code == 0
    assert "Madeupshire hub knows you as Made-up Officer" in ran.err
    assert code not in ran.out + ran.err
    state = state_of(here, own_shop)
    assert (state["state"], state["hub"], state["person"], state["role"], state["team"]) == (
        "joined",
        "Madeupshire hub",
        OFFICER,
        "iro",
        "North",
    )
    left = here(*own_shop.options, "hub", "leave")
    assert left.is_done()
    assert "still lists" not in left.out
    with Office(hub_database.operator) as office:
        (device,) = office.devices()
        assert device.left_at is not None
        assert "leave" in [line.did for line in office.audit()]
    assert state_of(here, own_shop)["state"] == "outside"
    assert here(*own_shop.options, "hub", "sync").is_refused("belongs to no hub")
    assert here(*own_shop.options, "hub", "leave").is_refused("belongs to no hub")


def test_that_another_persons_code_keeps_nothing(
    here: Here, own_shop: Shop, address: str, code: str, typed: Callable[[str], None]
) -> None:
    typed(code)
    ran = here(*own_shop.options, "hub", "enrol", address, "--person", "Another Officer")
    assert ran.code == 1
    assert OFFICER in ran.err
    assert state_of(here, own_shop)["state"] == "outside"


def test_that_a_wrong_code_and_a_missing_one_are_refused(
    here: Here, own_shop: Shop, address: str, code: str, typed: Callable[[str], None]
) -> None:
    ran = joined(here, own_shop, address, "WRONG", typed)
    assert ran.is_refused("does not take that code")
    assert joined(here, own_shop, address, "", typed).is_refused("standard input")


def test_that_a_script_must_say_whom_it_enrols(
    here: Here, own_shop: Shop, address: str, typed: Callable[[str], None]
) -> None:
    typed("X")
    assert here(*own_shop.options, "hub", "enrol", address).is_refused("--person")


def test_that_plain_http_is_refused_before_anything_is_asked(
    here: Here, own_shop: Shop, typed: Callable[[str], None]
) -> None:
    ran = joined(here, own_shop, "http://hub.example.org", "CODE", typed)
    assert ran.is_refused("HTTPS")


def test_that_a_hub_that_is_away_is_said_to_be_away(
    here: Here, own_shop: Shop, address: str, code: str, typed: Callable[[str], None]
) -> None:
    assert joined(here, own_shop, "http://127.0.0.1:9", code, typed).is_refused("cannot be reached")
