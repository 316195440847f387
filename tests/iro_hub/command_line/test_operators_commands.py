"""What an operator does with people, access, laptops, settings and keys."""

import csv
import datetime as dt
import io
import json
import stat
import uuid
from pathlib import Path

import pytest
from hub_runs import hub

from iro_desktop.wire.people import Enrol
from iro_hub.command_line import arguments
from iro_hub.command_line.commands import PLACES, command_of
from iro_hub.database.calls import enrol
from iro_hub.database.pool import Pools
from iro_hub.faults import HubFault
from postgres_for_tests import HubDatabase

CHILD = "0b7e3a51-8f0c-4c0e-9d43-1f6b1f0f0a11"
KEY = "A" * 43 + "="


@pytest.fixture
def team(reached: HubDatabase) -> HubDatabase:
    """A team of two IROs, business support and an auditor."""
    hub("team", "add", "North").done  # noqa: B018  # it asserts
    for name, role in (
        ("Amina Example", "iro"),
        ("Ben Sample", "iro"),
        ("Sue Portwell", "business_support"),
        ("Otto Ditter", "auditor"),
    ):
        assert hub("person", "add", name, "--role", role, "--team", "North").done
    return reached


def _listed(*words: str) -> list[dict[str, object]]:
    return list(json.loads(hub(*words, "--json").done))


def _enrol(database: HubDatabase, code: str, device: str = "laptop-1") -> None:
    with Pools(database.gateway, database.sign_in) as pools:
        enrol(pools, Enrol(code, device, KEY), "127.0.0.1")


def test_that_every_command_that_can_be_said_is_there() -> None:
    (choices,) = (
        action.choices
        for action in arguments.parser()._actions
        if isinstance(action, arguments.Commands)
    )
    assert set(choices) == set(PLACES)
    assert all(callable(command_of(name)) for name in PLACES)


def test_that_people_and_teams_are_listed(team: HubDatabase) -> None:
    assert hub("team", "add", "Inner", "--within", "North").done
    assert [(row["name"], row["within"]) for row in _listed("team", "list")] == [
        ("Inner", "North"),
        ("North", ""),
    ]
    assert "Amina Example\tiro\tNorth" in hub("person", "list").done
    assert hub("team", "add", "North").is_refused("already")
    assert hub("person", "add", "X", "--role", "iro", "--team", "South").is_refused("no team")
    assert hub("person", "add", "X", "--role", "boss", "--team", "North").code == 2


def test_that_a_code_enrols_one_laptop_once(team: HubDatabase) -> None:
    said = hub("enrol", "amina example")
    assert "24 hours" in said.err
    _enrol(team, said.done)
    with pytest.raises(HubFault, match="does not know"):
        _enrol(team, said.done, "laptop-2")
    (laptop,) = _listed("devices")
    assert (laptop["id"], laptop["person_name"]) == ("laptop-1", "Amina Example")
    assert hub("revoke", "laptop-1").code == 0
    assert _listed("devices")[0]["revoked_why"] == "lost"
    assert hub("revoke", "laptop-9").is_refused("no such device")


def test_that_someone_is_found_by_a_name_that_only_they_have(team: HubDatabase) -> None:
    twin = hub("person", "add", "Ben Sample", "--role", "iro", "--team", "North").done
    assert hub("enrol", "Ben Sample").is_refused("Several", twin)
    assert hub("enrol", twin).done
    assert hub("enrol", "Ben").is_refused("nobody called Ben")


def test_that_someone_has_another_name_team_and_role_from_then_on(team: HubDatabase) -> None:
    assert hub("team", "add", "South").done
    hub("person", "change", "Ben Sample", "--name", "Ben Married", "--team", "South").done  # noqa: B018  # it asserts
    assert "Ben Married\tiro\tSouth" in hub("person", "list").done
    hub("person", "change", "Ben Married", "--role", "manager", "--service").done  # noqa: B018  # it asserts
    assert "Ben Married\tmanager\tSouth\tyes" in hub("person", "list").done
    hub("person", "change", "Ben Married", "--no-service").done  # noqa: B018  # it asserts
    assert "Ben Married\tmanager\tSouth\t\t" in hub("person", "list").done
    assert hub("person", "change", "Ben Married").is_refused("Say what to change")
    assert hub("person", "change", "Ben Married", "--team", "West").is_refused("no team")
    half = hub("person", "change", "Ben Married", "--issuer", "https://issuer.example")
    assert half.is_refused("give both")


@pytest.mark.parametrize("asked", ["access", "audit"])
def test_that_what_is_no_childs_id_is_refused_and_not_answered_with_nobody(
    team: HubDatabase, asked: str
) -> None:
    hub("allocate", CHILD, "Ben Sample").done  # noqa: B018  # it asserts
    assert CHILD in hub(asked, "--child", CHILD.upper()).done
    assert hub(asked, "--child", CHILD[:-1]).code == 2


def test_that_access_is_given_and_ends(team: HubDatabase) -> None:
    until = str(dt.date(2999, 1, 31))
    review = str(uuid.uuid4())
    assert hub("cover", CHILD, "Ben Sample", "--until", until).is_refused("no such child")
    for words in (
        ("allocate", CHILD, "Amina Example"),
        ("cover", CHILD, "Ben Sample", "--until", until),
        ("assign", CHILD, "Sue Portwell", "--review", review),
        ("sample", CHILD, "Otto Ditter", "--until", until),
    ):
        assert hub(*words).done == ""
    found = {row["access"]: row for row in _listed("access", "--child", CHILD)}
    assert {access: row["person_name"] for access, row in found.items()} == {
        "own": "Amina Example",
        "cover": "Ben Sample",
        "assigned": "Sue Portwell",
        "sample": "Otto Ditter",
    }
    assert (found["cover"]["until"], found["assigned"]["review"]) == (until, review)
    assert hub("withdraw", CHILD, "Ben Sample").code == 0
    assert hub("withdraw", CHILD, "Ben Sample").is_refused("no access")
    assert len(_listed("access", "--person", "Ben Sample")) == 0
    assert len(_listed("access", "--person", "Ben Sample", "--all")) == 1
    assert hub("cover", CHILD, "Otto Ditter", "--until", until).is_refused("role")
    assert hub("cover", CHILD, "Ben Sample", "--until", "tomorrow").code == 2


def test_that_someone_deactivated_gets_no_code(team: HubDatabase) -> None:
    assert hub("person", "deactivate", "Ben Sample").code == 0
    assert hub("enrol", "Ben Sample").is_refused("deactivated")
    assert hub("person", "reactivate", "Ben Sample").code == 0
    assert hub("enrol", "Ben Sample").done


def test_that_groups_of_the_councils_accounts_are_mapped(team: HubDatabase) -> None:
    issuer = "https://login.example.org/x"
    added = ("group", "add", issuer, "iros", "--role", "manager", "--team", "North", "--service")
    assert hub(*added).code == 0
    assert _listed("group", "list")[0]["group_name"] == "iros"
    assert hub("group", "remove", issuer, "iros").code == 0
    assert _listed("group", "list") == []


def test_that_the_audit_says_who_did_what_and_no_name_becomes_a_formula(
    team: HubDatabase,
) -> None:
    assert hub("person", "add", "=2+2", "--role", "iro", "--team", "North").done
    assert hub("allocate", CHILD, "=2+2").code == 0
    rows = list(csv.DictReader(io.StringIO(hub("audit", "--csv", "--child", CHILD).done)))
    assert {(row["did"], row["operator"], row["person_name"]) for row in rows} >= {
        ("own", "iro_operator", "'=2+2")
    }
    assert hub("audit", "--person", "Amina Example").done.count("\n") == 1
    assert hub("audit", "--since", "2999-01-01").done.count("\n") == 0


def test_that_nothing_waits_in_the_quarantine_of_a_new_hub(team: HubDatabase) -> None:
    assert _listed("quarantine", "list") == []
    bundle = str(uuid.uuid4())
    assert hub("quarantine", "release", bundle, "--reason", "x").is_refused("No such bundle")
    assert _listed("about")[0]["people"] == 4


def test_that_settings_are_signed_and_a_new_key_signs_them_anew(
    reached: HubDatabase, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.key", tmp_path / "new.key"
    file = tmp_path / "holidays.json"
    file.write_text("[]", encoding="utf-8")
    assert len(hub("keys", "make", old).done) == 44
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert hub("keys", "make", old).is_refused("already")
    for day in ("2026-01-01", "2027-01-01"):
        published = hub("settings", "publish", "holidays", file, "--from", day, "--key", old)
        assert published.code == 0, published
    hub("keys", "make", tmp_path / "unknown.key")
    unknown = ("--from", "2026-06-01", "--key", tmp_path / "unknown.key")
    assert hub("settings", "publish", "holidays", file, *unknown).is_refused("This is not the key")
    assert hub("keys", "rotate", new, *unknown).is_refused("This is not the key")
    assert not new.exists()
    rotated = hub("keys", "rotate", new, "--key", old, "--from", "2026-06-01")
    assert len(rotated.done) == 44
    rows = _listed("settings", "list")
    assert [(row["name"], row["version"], row["from_day"]) for row in rows] == [
        ("holidays", 1, "2026-01-01"),
        ("holidays", 2, "2027-01-01"),
        ("holidays", 3, "2026-01-01"),
        ("holidays", 4, "2027-01-01"),
        ("next_key", 1, "2026-06-01"),
    ]
    assert rows[0]["signature"] != rows[2]["signature"]


def test_that_the_description_needs_no_database(tmp_path: Path) -> None:
    told = json.loads(hub("openapi").done)
    assert "/v1/push" in told["paths"]
    assert hub("openapi", "--out", tmp_path / "openapi.json").code == 0
    assert json.loads((tmp_path / "openapi.json").read_text("utf-8")) == told


def test_that_a_database_that_is_away_is_said(
    reached: HubDatabase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    away = f"host={tmp_path} user=nobody dbname=none password=tin-kettle"
    monkeypatch.setenv("IRO_HUB_OPERATOR_DSN", away)
    monkeypatch.setenv("IRO_HUB_OWNER_DSN", away)
    for words in (("team", "list"), ("migrate",), ("verify",), ("backup", tmp_path / "x")):
        said = hub(*words)
        assert said.is_refused("database")
        assert "kettle" not in said.err
