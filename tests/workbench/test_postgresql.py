"""PostgreSQL is installed where it is missing, as programs alone."""

import re

import pytest

from workbench import postgresql


def test_that_a_machine_that_has_postgresql_installs_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    postgresql.have_postgresql()
    assert capsys.readouterr().out == ""


def test_that_every_package_is_a_server_that_the_hub_can_use() -> None:
    for name in postgresql.PACKAGES:
        found = re.fullmatch(r"postgresql-(\d+)", name)
        assert found is not None
        assert int(found[1]) >= postgresql.OLDEST
