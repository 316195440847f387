"""A made-up caseload to read from, and one made-up child to work with."""

from collections.abc import Iterator

import pytest
from made_up_meeting import NOW, Desk, Meeting, put_child

from fixed_clock import FixedClock
from iro_desktop.demonstration import make_caseload
from iro_desktop.domain.review_record import Signatory
from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.services.demonstrating import fill
from iro_desktop.services.owner import introduce
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.reckoning import lawful
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore, create_store

OFFICER = Signatory("Made-up Officer", "01632 960 001", "officer@example.org", "Madeupshire")


@pytest.fixture(scope="session")
def forms() -> Catalogue:
    return programs_forms()


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock, forms: Catalogue) -> Workspace:
    """An empty store of a made-up officer."""
    introduce(store.unit_of_work, OFFICER)
    return Workspace(store.unit_of_work, clock, forms)


@pytest.fixture
def meeting(workspace: Workspace) -> Meeting:
    """One made-up child with a review that is being prepared."""
    with workspace.uow_factory() as uow:
        put_child(uow)
    return Meeting.begun(workspace)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory, forms: Catalogue) -> Iterator[Desk]:
    """The whole made-up caseload in a store. For reading only: every test shares it."""
    clock = FixedClock(NOW)
    caseload = make_caseload(903, clock.today(), lawful())
    store = create_store(tmp_path_factory.mktemp("desk") / "store", bytes(32), clock=clock)
    introduce(store.unit_of_work, OFFICER)
    fill(store.unit_of_work, caseload)
    yield Desk(store, caseload, Workspace(store.unit_of_work, clock, forms))
    store.close()
