"""A hub that the commands reach by their surroundings."""

import pytest

from iro_hub.command_line.configuration_file import FILE, NAMES
from postgres_for_tests import HubDatabase


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """Nothing of the machine's own configuration is seen."""
    for name in (FILE, *NAMES.values()):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(str(tmp_path))


@pytest.fixture
def reached(hub_database: HubDatabase, monkeypatch: pytest.MonkeyPatch) -> HubDatabase:
    """A fresh hub, its owner's and its operator's strings in the environment."""
    monkeypatch.setenv("IRO_HUB_OWNER_DSN", hub_database.owner)
    monkeypatch.setenv("IRO_HUB_OPERATOR_DSN", hub_database.operator)
    return hub_database
