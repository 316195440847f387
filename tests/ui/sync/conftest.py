"""A desk over a real store that belongs to a hub."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desk_of_a_laptop import AMINA, CHILD, REVIEW, place
from made_up_desk import laptop_with_caseload
from opened_laptop import Opened
from synced_laptop import all_is_at_the_hub, belong_to_a_hub

from fixed_clock import FixedClock
from iro_desktop.ui.desk import Desk
from laptops_for_tests import MadeUpLaptop, TeamHub
from postgres_for_tests import TestCluster


@pytest.fixture
def unknown_to_any_hub(tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    """The small caseload on a laptop that was never enrolled."""
    laptop, store = laptop_with_caseload(tmp_path / "laptop", clock)
    yield Opened(laptop, store, clock)
    store.close()


@pytest.fixture
def opened(unknown_to_any_hub: Opened) -> Opened:
    """The small caseload, enrolled, with everything at the hub already."""
    belong_to_a_hub(unknown_to_any_hub.store)
    all_is_at_the_hub(unknown_to_any_hub.store)
    return unknown_to_any_hub


@pytest.fixture
def show_desk(shown: Callable[..., Desk]) -> Callable[[Opened], Desk]:
    """Show the desk of a laptop in a window that has the focus."""

    def show(opened: Opened) -> Desk:
        return shown(opened.desk(), 1240, 820)

    return show


@pytest.fixture
def laptops(tmp_path: Path, postgres: TestCluster) -> Iterator[tuple[MadeUpLaptop, MadeUpLaptop]]:
    """Two laptops of one person that hold the same review, with the place they met at."""
    with (
        TeamHub(postgres) as hub,
        MadeUpLaptop(tmp_path / "here") as here,
        MadeUpLaptop(tmp_path / "there") as there,
    ):
        here.enrol(hub, AMINA)
        there.enrol(hub, AMINA)
        here.put(CHILD, REVIEW, place("At home."))
        here.sync()
        there.sync()
        yield here, there
