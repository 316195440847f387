import dataclasses
from pathlib import Path

from store_samples import CHILD, DECISION, ONE_OF_EACH, put_one_of_each

from fixed_clock import FixedClock
from iro_desktop.store import SqlStore
from iro_desktop.store.columns import metadata
from iro_desktop.vault import KeyEnvelope
from iro_desktop.vault.wrapping import SlowHash

LONG_ENOUGH = 6  # letters that do not turn up in a store's random bytes by chance


def secrets() -> set[str]:
    """All text in the samples, and the words of the database itself."""
    typed = {
        str(value)
        for thing in ONE_OF_EACH
        for value in dataclasses.asdict(thing).values()  # type: ignore[call-overload]  # a dataclass
        if isinstance(value, str)
    }
    found = typed | set(metadata.tables) | {"SQLite format", "CREATE TABLE"}
    return {text for text in found if len(text) >= LONG_ENOUGH}


def test_that_no_file_of_a_store_holds_readable_text(
    store: SqlStore, folder: Path, clock: FixedClock
) -> None:
    KeyEnvelope(folder, clock, figures=SlowHash(passes=1, memory=8)).create("quite long enough")
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert len(files["store.db-wal"]) > 4096
    store.close()
    files["store.db at rest"] = (folder / "store.db").read_bytes()
    assert {CHILD.number, DECISION.what} < secrets()
    found = {
        (name, secret)
        for name, written in files.items()
        for secret in secrets()
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
        if secret.encode(encoding) in written
    }
    assert found == set()
