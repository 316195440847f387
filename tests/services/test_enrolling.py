"""A laptop becomes one of a hub's, through the real gateway and the real store; and leaves it."""

import base64
import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fixed_clock import FixedClock
from fresh_stores import KEY
from gateway_for_tests import running_gateway
from iro_desktop.hub.client import HttpDoor, HttpHub
from iro_desktop.i18n import Translator
from iro_desktop.services.faults import (
    AccessEnded,
    CodeRefused,
    HubAway,
    HubBusy,
    NotOurHub,
    NotOverPlainHttp,
    SignedOut,
)
from iro_desktop.services.team_hub import enrolling, leaving, membership
from iro_desktop.services.team_hub.enrolling import checked_address
from iro_desktop.services.team_hub.membership import HubAccount
from iro_desktop.store import SqlStore, open_store
from iro_desktop.store.backup import RESTORED_NAME
from iro_desktop.vault.sealing import NaclBoxes
from iro_hub.database.office import Office
from postgres_for_tests import HubDatabase

BOXES = NaclBoxes()
OFFICER = "Made-up Officer"


@pytest.fixture
def address(hub_database: HubDatabase) -> Iterator[str]:
    with Office(hub_database.operator) as office:
        office.name_hub("Madeupshire hub")
        office.add_team("North")
    with running_gateway(hub_database) as running:
        yield running


@pytest.fixture
def person(hub_database: HubDatabase, address: str) -> str:
    with Office(hub_database.operator) as office:
        return office.add_person(OFFICER, "iro", "North")


def a_code(database: HubDatabase, person: str) -> str:
    with Office(database.operator) as office:
        return office.enrol_code(person)


def enrolled(store: SqlStore, clock: FixedClock, address: str, code: str) -> HubAccount:
    return enrolling.enrol(store.unit_of_work, HttpDoor, BOXES, address, code, clock)


def account(store: SqlStore) -> HubAccount | None:
    with store.unit_of_work() as uow:
        return membership.account_of(uow)


def token(store: SqlStore) -> str:
    with store.unit_of_work() as uow:
        return membership.token_of(uow)


# Joining


def test_that_a_code_makes_this_laptop_one_of_the_hubs(
    store: SqlStore, clock: FixedClock, address: str, hub_database: HubDatabase, person: str
) -> None:
    found = enrolled(store, clock, f"  {address}/ ", f" {a_code(hub_database, person)}\n")
    assert (found.hub_title, found.person, found.role, found.team) == (
        "Madeupshire hub",
        OFFICER,
        "iro",
        "North",
    )
    assert found.address == address
    assert not found.is_signed_out
    assert account(store) == found
    with closing(HttpHub(address, token(store))) as hub, store.unit_of_work() as uow:
        assert hub.myself().device == membership.device_of(uow.settings)
        assert uow.settings.get("hub_author") == OFFICER
        assert len(base64.b64decode(uow.settings.get("sealing_secret"))) == 32


def test_that_nothing_is_kept_before_the_owner_said_that_it_is_them(
    store: SqlStore, clock: FixedClock, address: str, hub_database: HubDatabase, person: str
) -> None:
    with closing(HttpDoor(address)) as door:
        found = enrolling.introduce_by_code(
            store.unit_of_work, door, BOXES, address, a_code(hub_database, person)
        )
    assert (found.hub_title, found.person.name) == ("Madeupshire hub", OFFICER)
    assert account(store) is None
    assert token(store) == ""
    assert found.enrolled.token not in repr(found)
    assert found.secret not in repr(found)
    enrolling.keep(store.unit_of_work, found, clock)
    assert token(store) == found.enrolled.token


def test_that_a_code_works_once_and_a_wrong_one_never(
    store: SqlStore, clock: FixedClock, address: str, hub_database: HubDatabase, person: str
) -> None:
    code = a_code(hub_database, person)
    enrolled(store, clock, address, code)
    for wrong in (code, code[:-1], "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", "x", "é"):
        with pytest.raises(CodeRefused):
            enrolled(store, clock, address, wrong)
    assert token(store)


def test_that_a_hub_that_is_away_changes_nothing(store: SqlStore, clock: FixedClock) -> None:
    with pytest.raises(HubAway):
        enrolled(store, clock, "http://127.0.0.1:9", "AAAA")
    assert account(store) is None


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("hub.example.org", "https://hub.example.org"),
        (" HTTPS://Hub.Example.org/ ", "https://hub.example.org"),
        ("https://hub.example.org:8443/team/", "https://hub.example.org:8443/team"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_that_an_address_is_called_over_https_or_on_this_computer(typed: str, called: str) -> None:
    assert checked_address(typed) == called
    assert checked_address(called) == called


@pytest.mark.parametrize(
    "typed",
    [
        "http://hub.example.org",
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
        "http://10.0.0.1",
        "HTTP://2130706433.example",
    ],
)
def test_that_plain_http_to_another_computer_is_refused(typed: str) -> None:
    with pytest.raises(NotOverPlainHttp):
        checked_address(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "https://",
        "ftp://hub.example.org",
        "https://someone@hub.example.org",
        "http://127.0.0.1@hub.example.org",
        "http://localhost\\@hub.example.org",
        "https://hub.example.org/?next=1",
        "https://hub.example.org/#there",
        "https://hub example.org",
        "https://hub.example.org\r\nHost: x",
        "https://hub.example.org:99x",
        "https://-hub.example.org",
        "https://" + "a" * 600,
        "file:///etc/passwd",
    ],
)
def test_that_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(NotOurHub):
        checked_address(typed)


# Staying


def test_that_a_token_is_renewed_once_half_of_its_time_is_over(
    store: SqlStore, clock: FixedClock, address: str, hub_database: HubDatabase, person: str
) -> None:
    until = enrolled(store, clock, address, a_code(hub_database, person)).until
    first = token(store)
    assert until is not None
    with closing(HttpHub(address, first)) as hub:
        assert membership.renew_if_due(store.unit_of_work, hub, clock) == ""
        assert token(store) == first
        clock.moment += (until - clock.now()) / 2 + dt.timedelta(hours=1)
        second = membership.renew_if_due(store.unit_of_work, hub, clock)
        assert second == token(store) != first
        assert hub.myself().person.name == OFFICER
    with closing(HttpHub(address, first)) as hub, pytest.raises(SignedOut):
        hub.myself()


def test_that_one_who_is_signed_out_stays_who_they_are_and_signs_in_again(
    store: SqlStore, clock: FixedClock, address: str, hub_database: HubDatabase, person: str
) -> None:
    enrolled(store, clock, address, a_code(hub_database, person))
    with store.unit_of_work() as uow:
        secret = uow.settings.get("sealing_secret")
        membership.note_signed_out(uow)
    found = account(store)
    assert found is not None
    assert found.is_signed_out
    assert not found.is_copy
    assert found.person == OFFICER
    assert not enrolled(store, clock, address, a_code(hub_database, person)).is_signed_out
    with store.unit_of_work() as uow:
        assert uow.settings.get("sealing_secret") == secret


def test_that_a_store_out_of_a_backup_is_signed_out_and_enrols_as_another_device(
    store: SqlStore,
    clock: FixedClock,
    address: str,
    hub_database: HubDatabase,
    person: str,
    tmp_path: Path,
) -> None:
    enrolled(store, clock, address, a_code(hub_database, person))
    with store.unit_of_work() as uow:
        before = membership.sealing_secrets(uow.settings)
    store.close()
    (tmp_path / "store" / RESTORED_NAME).touch()  # as restoring a backup leaves it
    copy = open_store(tmp_path / "store", KEY, clock=clock)
    with closing(copy):
        found = account(copy)
        assert found is not None
        assert found.is_copy
        assert found.is_signed_out
        assert token(copy) == ""
        assert not enrolled(copy, clock, address, a_code(hub_database, person)).is_signed_out
        with copy.unit_of_work() as uow:
            after = membership.sealing_secrets(uow.settings)
            own = membership.device_of(uow.settings)
        assert next(iter(after)) == own
        assert own not in before
        assert before.items() <= after.items()
        assert len(set(after.values())) == 2


def test_that_leaving_forgets_the_token_and_nothing_else(
    store: SqlStore, clock: FixedClock, address: str, hub_database: HubDatabase, person: str
) -> None:
    enrolled(store, clock, address, a_code(hub_database, person))
    with store.unit_of_work() as uow:
        hub_id = uow.settings.get("hub_id")
        secrets = membership.sealing_secrets(uow.settings)
    membership.leave(store.unit_of_work)
    assert account(store) is None
    assert token(store) == ""
    with store.unit_of_work() as uow:
        assert uow.settings.get("hub_token") == ""
        assert uow.settings.get("hub_author") == ""
        assert uow.settings.get("hub_id") == hub_id
        assert membership.sealing_secrets(uow.settings) == secrets
        assert membership.last_address(uow) == address


def test_that_too_many_wrong_codes_are_said_to_be_too_many(
    store: SqlStore, clock: FixedClock, address: str
) -> None:
    for number in range(10):
        with pytest.raises(CodeRefused):
            enrolled(store, clock, address, f"WRONG-{number}")
    with pytest.raises(HubBusy):
        enrolled(store, clock, address, "WRONG-TOO")


def test_that_a_revoked_laptop_is_told_so(
    store: SqlStore, clock: FixedClock, address: str, hub_database: HubDatabase, person: str
) -> None:
    enrolled(store, clock, address, a_code(hub_database, person))
    with hub_database.connect() as connection:
        connection.execute("UPDATE hub.device SET revoked_at = now(), revoked_why = 'lost'")
    with closing(HttpHub(address, token(store))) as hub, pytest.raises(AccessEnded):
        hub.myself()


def test_that_leaving_ends_the_token_at_the_hub(
    store: SqlStore, clock: FixedClock, address: str, hub_database: HubDatabase, person: str
) -> None:
    enrolled(store, clock, address, a_code(hub_database, person))
    held = token(store)
    assert leaving.leave(store.unit_of_work, HttpHub)
    assert account(store) is None
    with closing(HttpHub(address, held)) as hub:
        with pytest.raises(SignedOut):
            hub.myself()
        hub.leave()  # said twice, it is no fault
    assert leaving.leave(store.unit_of_work, HttpHub)


def test_that_one_leaves_without_the_hub_and_is_told_that_it_still_lists_the_laptop(
    store: SqlStore, clock: FixedClock, address: str, hub_database: HubDatabase, person: str
) -> None:
    enrolled(store, clock, address, a_code(hub_database, person))
    held = token(store)
    nowhere = "http://127.0.0.1:9"
    is_told = leaving.leave(store.unit_of_work, lambda _address, token: HttpHub(nowhere, token))
    assert not is_told
    assert "until someone revokes it" in leaving.in_words(Translator(), is_told=is_told)
    assert account(store) is None
    with closing(HttpHub(address, held)) as hub:
        assert hub.myself()


def test_that_who_was_shut_out_does_not_leave_with_the_records(
    store: SqlStore, clock: FixedClock, address: str, hub_database: HubDatabase, person: str
) -> None:
    enrolled(store, clock, address, a_code(hub_database, person))
    with Office(hub_database.operator) as office:
        (device,) = office.devices()
        office.revoke(device.id)
    with pytest.raises(AccessEnded):
        leaving.leave(store.unit_of_work, HttpHub)
    assert account(store) is not None


def test_that_a_copy_out_of_a_backup_ends_nobody_elses_token(
    store: SqlStore, clock: FixedClock, address: str, hub_database: HubDatabase, person: str
) -> None:
    enrolled(store, clock, address, a_code(hub_database, person))
    held = token(store)
    with store.unit_of_work() as uow:
        uow.settings.set("device", "the-copy")
    assert leaving.leave(store.unit_of_work, HttpHub)
    with closing(HttpHub(address, held)) as hub:
        assert hub.myself()
