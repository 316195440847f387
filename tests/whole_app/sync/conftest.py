"""A hub of one team, and two laptops of one IRO and one of another."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from laptops_for_tests import MadeUpLaptop, TeamHub
from postgres_for_tests import TestCluster

NewLaptop = Callable[..., MadeUpLaptop]


@pytest.fixture
def hub(postgres: TestCluster) -> Iterator[TeamHub]:
    """A hub that nobody belongs to yet."""
    with TeamHub(postgres) as hub:
        yield hub


@pytest.fixture
def new_laptop(tmp_path: Path) -> Iterator[NewLaptop]:
    """Makes laptops, and closes them all."""
    with ExitStack() as stack:

        def make(name: str, **more: object) -> MadeUpLaptop:
            return stack.enter_context(MadeUpLaptop(tmp_path / name, **more))  # type: ignore[arg-type]  # what a laptop takes

        yield make


@pytest.fixture
def ann(new_laptop: NewLaptop, hub: TeamHub) -> MadeUpLaptop:
    """The laptop at the desk of Ann, an IRO."""
    return new_laptop("ann").enrol(hub, "Ann Made-up")


@pytest.fixture
def anns_other(new_laptop: NewLaptop, hub: TeamHub, ann: MadeUpLaptop) -> MadeUpLaptop:
    """Ann's laptop at home."""
    return new_laptop("ann-at-home").enrol(hub, "Ann Made-up")


@pytest.fixture
def ben(new_laptop: NewLaptop, hub: TeamHub) -> MadeUpLaptop:
    """The laptop of Ben, another IRO of the team."""
    return new_laptop("ben").enrol(hub, "Ben Made-up")
