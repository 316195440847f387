import dataclasses
from pathlib import Path

from store_samples import CHILD, ONE_OF_EACH, put_one_of_each

from iro_desktop.store import SqlStore
from iro_desktop.store.tables import metadata
from iro_desktop.vault import KeyEnvelope
from iro_desktop.vault.wrapping import SlowHash


def typed_words() -> list[str]:
    """Every piece of text in the samples that is long enough not to turn up by chance."""
    texts = [
        str(value)
        for thing in ONE_OF_EACH
        for value in dataclasses.asdict(thing).values()  # type: ignore[call-overload]  # a dataclass
        if isinstance(value, str)
    ]
    return [text for text in texts if len(text) > 3]


def test_that_no_file_of_a_store_holds_readable_text(store: SqlStore, folder: Path, clock) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    KeyEnvelope(folder, clock, figures=SlowHash(passes=1, memory=8)).create("made-up passphrase")
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert len(files["store.db-wal"]) > 4096
    store.close()
    files["store.db at rest"] = (folder / "store.db").read_bytes()
    secrets = [*typed_words(), *metadata.tables, "SQLite format", "CREATE TABLE"]
    assert CHILD.number in secrets
    for name, written in files.items():
        for secret in secrets:
            if name == "vault.json" and secret in {"view", "answer"}:
                continue
            assert secret.encode() not in written, (name, secret)
            assert secret.encode("utf-16-le") not in written, (name, secret)
