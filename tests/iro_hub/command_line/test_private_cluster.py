"""A PostgreSQL of one's own: it starts, stops, survives, and is left to nobody else."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from iro_hub.faults import HubFault
from iro_hub.private_cluster import PrivateCluster, programs, throwaway_cluster
from postgres_for_tests import HubDatabase, TestCluster


def test_that_a_test_has_a_database_of_its_own(
    hub_database: HubDatabase, postgres: TestCluster
) -> None:
    with hub_database.connect() as connection:
        connection.execute("CREATE TABLE public.only_here (number integer)")
    other = postgres.new_database()
    with other.connect() as connection:
        found = connection.execute("SELECT to_regclass('public.only_here')").fetchone()
    postgres.drop(other)
    assert found == (None,)


def test_that_a_cluster_keeps_what_was_written_however_it_ended() -> None:
    with throwaway_cluster() as cluster:
        ends: tuple[Callable[[], None], ...] = (cluster.stop, cluster.stop_at_once, cluster.kill)
        _run(cluster, "CREATE TABLE kept (number integer)")
        for number, end in enumerate(ends):
            _run(cluster, f"INSERT INTO kept VALUES ({number})")  # noqa: S608 - numbers of ours
            end()
            assert cluster.process is None
            with pytest.raises(psycopg.OperationalError):
                psycopg.connect(cluster.dsn())
            cluster.start()
        with psycopg.connect(cluster.dsn()) as connection:
            assert connection.execute("SELECT number FROM kept ORDER BY 1").fetchall() == [
                (0,),
                (1,),
                (2,),
            ]
        assert stat.S_IMODE(cluster.folder.stat().st_mode) == 0o700
    assert not cluster.folder.exists()


def test_that_a_cluster_that_cannot_start_says_why() -> None:
    with throwaway_cluster() as cluster:
        cluster.stop()
        with (cluster.folder / "data" / "postgresql.conf").open("a") as file:
            file.write("no_such_setting = 1\n")
        with pytest.raises(HubFault, match="no_such_setting"):
            cluster.start()


def test_that_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    with pytest.raises(HubFault, match="not empty"):
        PrivateCluster.make(tmp_path)


def test_that_a_missing_postgresql_is_said_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programs, "_WHERE_PROGRAMS_LIE", ())
    monkeypatch.setenv("PATH", os.devnull)
    programs.program.cache_clear()
    with pytest.raises(HubFault, match="apt install postgresql-15"):
        programs.program("initdb")
    programs.program.cache_clear()


def test_that_the_number_of_another_process_is_never_taken_for_a_cluster(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "postmaster.pid").write_text(f"{os.getpid()}\n")
    assert PrivateCluster(tmp_path).process is None


def _run(cluster: PrivateCluster, statement: str) -> None:
    with psycopg.connect(cluster.dsn(), autocommit=True) as connection:
        connection.execute(statement.encode())
