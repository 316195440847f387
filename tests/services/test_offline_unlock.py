"""The store of a laptop that belongs to a hub opens, and is written in, without any network."""

import socket
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from fixed_clock import FixedClock
from iro_desktop.domain.review_record import Signatory
from iro_desktop.services import access
from iro_desktop.services.access import Laptop
from iro_desktop.services.owner import introduce, read
from iro_desktop.services.team_hub import membership
from iro_desktop.services.team_hub.membership import keep_account
from iro_desktop.store import create_store, open_store
from iro_desktop.vault import KeyEnvelope
from iro_desktop.vault.wrapping import SlowHash
from iro_desktop.wire.people import Enrolled, Person

PASSPHRASE = "made-up plum kettle harbour"
OFFICER = Signatory("Made-up Officer")
ENROLLED = Enrolled(
    "t" * 43,
    "2026-11-21T10:00:00+00:00",  # it ended yesterday
    Person("p", "Made-up Officer", "iro", "North"),
    "h",
    "Madeupshire hub",
)


def test_that_unlocking_and_writing_never_need_the_hub(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = Laptop(
        tmp_path,
        KeyEnvelope(tmp_path, clock, figures=SlowHash(passes=1, memory=8, lanes=1)),
        lambda where, key: create_store(where, key, clock=clock),
        lambda where, key: open_store(where, key, clock=clock),
    )
    made = access.make_store(laptop, PASSPHRASE, OFFICER).store
    with closing(made), made.unit_of_work() as uow:
        keep_account(uow.settings, "https://hub.example.org", ENROLLED, "", clock.now())

    def no_network(*_given: object) -> NoReturn:
        message = "something asked for the network"
        raise AssertionError(message)

    monkeypatch.setattr(socket, "socket", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    with closing(access.unlock(laptop, PASSPHRASE)) as store:
        introduce(store.unit_of_work, Signatory("Made-up Officer", "01632 960 001"))
        assert read(store.unit_of_work).telephone == "01632 960 001"
        with store.unit_of_work() as uow:
            account = membership.account_of(uow)
        assert account is not None
        assert account.hub_title == "Madeupshire hub"
