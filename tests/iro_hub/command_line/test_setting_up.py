"""A hub is made, moved to new passwords, backed up, restored and verified."""

import json
import os
import socket
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from hub_runs import hub

from iro_hub.database.servers import set_password
from iro_hub.private_cluster import PrivateCluster, throwaway_cluster
from postgres_for_tests import HubDatabase, TestCluster

CHILD = "0b7e3a51-8f0c-4c0e-9d43-1f6b1f0f0a11"


@pytest.fixture(scope="module")
def server() -> Iterator[PrivateCluster]:
    """A PostgreSQL that asks for passwords over loopback, as a council's does."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with throwaway_cluster(port=port) as cluster:
        yield cluster


def test_that_a_hub_is_made_with_passwords_that_can_be_changed(
    server: PrivateCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IRO_HUB_OWNER_DSN", server.dsn())
    folder = tmp_path / "etc"
    said = hub("init", "--name", "Made-up Council", "--folder", folder)
    operators, gateways = folder / "iro-hub.toml", folder / "gateway.toml"
    assert said.done.splitlines() == [str(operators), str(gateways)]
    assert [stat.S_IMODE(file.stat().st_mode) for file in (operators, gateways)] == [0o600] * 2
    assert set(_strings(operators)) == {"owner", "operator"}
    assert set(_strings(gateways)) == {"gateway", "sign_in"}
    assert "password" not in said.out + said.err
    before = _strings(gateways)["gateway"]
    _connect(before)
    again = hub("init", "--name", "Other", "--folder", folder)
    assert again.is_refused("already")
    monkeypatch.delenv("IRO_HUB_OWNER_DSN")
    assert hub("--config", operators, "migrate").done == ""
    assert "Made-up Council" in hub("--config", operators, "about").done

    gateways.write_text("# a word of the operator's\n" + gateways.read_text("utf-8"), "utf-8")
    gateways.chmod(0o640)
    kept = operators.read_text("utf-8")
    refused = hub("--config", operators, "passwords", "--folder", folder)
    assert refused.is_refused("Others may read", str(gateways))
    assert operators.read_text("utf-8") == kept
    _connect(_strings(operators)["operator"])
    gateways.chmod(0o600)
    thief = psycopg.connect(before, autocommit=True)
    thief.execute("ALTER ROLE iro_gateway SET synchronous_commit = off")
    assert hub("--config", operators, "verify").out.count("iro_gateway begins with") == 1
    assert hub("--config", operators, "passwords", "--folder", folder).code == 0
    with pytest.raises(psycopg.OperationalError):
        thief.execute("SELECT 1")
    assert hub("--config", operators, "verify").code == 0
    after = _strings(gateways)["gateway"]
    assert gateways.read_text("utf-8").startswith("# a word of the operator's\n")
    assert after != before
    _connect(after)
    _connect(_strings(operators)["operator"])
    with pytest.raises(psycopg.OperationalError, match="password"):
        _connect(before)


def test_that_a_password_reaches_the_server_as_its_verifier_alone(server: PrivateCluster) -> None:
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        connection.execute("CREATE ROLE someone LOGIN")
        set_password(server.dsn(), "someone", "tin kettle")
        stored = connection.execute(
            "SELECT rolpassword FROM pg_authid WHERE rolname = 'someone'"
        ).fetchone()
    assert stored is not None
    assert stored[0].startswith("SCRAM-SHA-256$")


@pytest.fixture
def filled(reached: HubDatabase) -> HubDatabase:
    """A hub with a person and a child."""
    assert hub("team", "add", "North").done
    assert hub("person", "add", "Amina Example", "--role", "iro", "--team", "North").done
    assert hub("allocate", CHILD, "Amina Example").code == 0
    return reached


def test_that_a_backup_is_tried_before_it_gets_its_name(
    filled: HubDatabase, tmp_path: Path
) -> None:
    file = tmp_path / "hub.dump"
    assert hub("backup", tmp_path / "unchecked.dump").code == 0
    assert backed_up_to() is None
    (tmp_path / "unchecked.dump").unlink()
    said = hub("backup", file, "--check").done
    assert backed_up_to() is not None
    assert "backup" in hub("audit").done
    assert said.splitlines()[0] == "Restored and verified: 1 children, 0 revisions."
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_that_a_backup_fills_an_empty_database_and_no_other(
    filled: HubDatabase, postgres: TestCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "hub.dump"
    assert hub("backup", file).done == str(file)
    assert hub("restore", file).is_refused("already")
    empty = postgres.new_empty_database()
    monkeypatch.setenv("IRO_HUB_OWNER_DSN", empty.owner)
    monkeypatch.setenv("IRO_HUB_OPERATOR_DSN", empty.operator)
    assert "1 children" in hub("restore", file).done
    assert "Amina Example" in hub("person", "list").done
    assert hub("verify").code == 0
    assert hub("migrate").done == ""
    with psycopg.connect(empty.gateway) as gateway, pytest.raises(psycopg.Error):
        gateway.execute("SELECT * FROM hub.person")
    postgres.drop(empty)


def test_that_a_file_that_is_no_backup_changes_nothing(
    postgres: TestCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "hub.dump"
    file.write_bytes(b"PGDMP" + os.urandom(2_000))
    empty = postgres.new_empty_database()
    monkeypatch.setenv("IRO_HUB_OWNER_DSN", empty.owner)
    assert hub("restore", file).is_refused("pg_restore")
    assert hub("restore", tmp_path / "none").is_refused("no file")
    with psycopg.connect(empty.owner) as connection:
        assert connection.execute("SELECT to_regnamespace('hub')").fetchone() == (None,)
    postgres.drop(empty)


def test_that_a_backup_into_no_folder_is_refused(reached: HubDatabase, tmp_path: Path) -> None:
    assert hub("backup", tmp_path / "none" / "hub.dump").is_refused("no folder")


def test_that_a_tampered_record_fails_to_verify_and_its_backup_gets_no_name(
    filled: HubDatabase, tmp_path: Path
) -> None:
    assert hub("verify").code == 0
    with filled.connect() as connection:
        connection.execute("UPDATE hub.child SET last_seq = 3")
    said = hub("verify")
    assert (said.code, said.out.startswith(f"child {CHILD}")) == (1, True)
    assert hub("backup", tmp_path / "hub.dump", "--check").is_refused("1 faults", CHILD)
    assert list(tmp_path.iterdir()) == []


def backed_up_to() -> object:
    """Up to when a verified backup holds all, as the hub has it."""
    (row,) = json.loads(hub("about", "--json").done)
    return row["backed_up_to"]


def _strings(file: Path) -> dict[str, str]:
    return dict(tomllib.loads(file.read_text("utf-8"))["database"])


def _connect(dsn: str) -> None:
    psycopg.connect(dsn).close()
