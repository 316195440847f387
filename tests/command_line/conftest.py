"""A store of the made-up caseload, made once, under light Argon2id figures."""

from pathlib import Path

import pytest
from command_runs import PASSPHRASE, Here, Ran, Shop, run_here

from iro_desktop.bootstrap import CLOCK
from iro_desktop.demonstration import MadeUpCaseload, make_caseload
from iro_desktop.domain.review_record import Signatory
from iro_desktop.services import access
from iro_desktop.services.access import Laptop
from iro_desktop.services.demonstrating import fill
from iro_desktop.services.reckoning import lawful
from iro_desktop.store import create_store, open_store
from iro_desktop.vault import KeyEnvelope
from iro_desktop.vault.wrapping import SlowHash


@pytest.fixture(scope="session")
def caseload() -> MadeUpCaseload:
    return make_caseload(903, CLOCK.today(), lawful())


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory, caseload: MadeUpCaseload) -> Shop:
    """For reading, or for what is put back again: every test shares it."""
    folder = tmp_path_factory.mktemp("shop")
    store = folder / "store"
    envelope = KeyEnvelope(store, CLOCK, figures=SlowHash(passes=1, memory=8, lanes=1))
    laptop = Laptop(
        store,
        envelope,
        lambda where, key: create_store(where, key, clock=CLOCK),
        lambda where, key: open_store(where, key, clock=CLOCK),
    )
    made = access.make_store(laptop, PASSPHRASE, Signatory("Made-up Officer")).store
    fill(made.unit_of_work, caseload)
    made.close()
    passphrase_file = folder / "passphrase"
    passphrase_file.write_text(f"{PASSPHRASE}\nthe second line is not read\n", "utf-8")
    return Shop(store, passphrase_file)


@pytest.fixture
def own_shop(shop: Shop, tmp_path: Path) -> Shop:
    """A copy, to be changed or broken."""
    return shop.copied_to(tmp_path)


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str]) -> Here:
    """Run a command in this process."""

    def run_it(*words: object) -> Ran:
        code = run_here(*words)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run_it
