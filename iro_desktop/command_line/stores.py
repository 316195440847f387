"""Commands about the store itself: make, open, back up, restore, verify, and the demonstration."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from iro_desktop.command_line import passphrases
from iro_desktop.command_line.means import Means
from iro_desktop.command_line.opened import not_the_stores_own, opened
from iro_desktop.demonstration import MadeUpCaseload, make_caseload
from iro_desktop.domain.review_record import Signatory
from iro_desktop.i18n import tr
from iro_desktop.services import access
from iro_desktop.services.demonstrating import fill
from iro_desktop.services.faults import StoreExists
from iro_desktop.services.reckoning import lawful

DEMO_SEED = 903
DEMO_PASSPHRASE = "made up for the demonstration"  # noqa: S105 - said to be so in the file itself
DEMO_IRO = Signatory(
    name="Robin Example (made up)",
    telephone="01632 960 001",
    email="robin@example.org",
    authority="Exampleshire County Council (made up)",
)


def init(said: argparse.Namespace, means: Means) -> int:
    """Make an empty store and show its recovery key this once."""
    laptop = means.laptop(said.store)
    if laptop.keys.exists():
        raise StoreExists
    passphrase = passphrases.read(said.passphrase_file, new=True)
    made = access.make_store(laptop, passphrase, Signatory(name=""))
    made.store.close()
    sys.stdout.write(f"{made.recovery_key}\n")
    sys.stderr.write(
        tr(
            "This recovery key opens the store if the passphrase is forgotten. It is shown only "
            "now: print it or write it down, and keep it away from the laptop."
        )
        + "\n"
    )
    return 0


def backup(said: argparse.Namespace, means: Means) -> int:
    """Write a whole copy, still encrypted, and check it."""
    out = not_the_stores_own(said.out, said.store)
    with opened(said, means) as store:
        store.back_up(out)
    sys.stdout.write(tr("Backed up to {file}.", file=said.out) + "\n")
    return 0


def restore(said: argparse.Namespace, means: Means) -> int:
    """Make a store from a backup, in an empty place."""
    means.restore(said.file, said.store)
    sys.stdout.write(
        tr("Restored. It opens with the passphrase it had when it was backed up.") + "\n"
    )
    return 0


def verify(said: argparse.Namespace, means: Means) -> int:
    """Read and check every page."""
    with opened(said, means) as store:
        store.verify()
    sys.stdout.write(tr("The store is whole.") + "\n")
    return 0


def demo(said: argparse.Namespace, means: Means) -> int:
    """Make the demonstration, play the main job on it, and open the windows where there are any."""
    out: Path = said.out
    if not said.headless and means.has_display():
        # The main job is played without a window first, in a process of its own: a process can
        # have one kind of screen only.
        program = [] if getattr(sys, "frozen", False) else ["-m", "iro_desktop"]
        command = [sys.executable, *program, "demo", "--headless", "--out", str(out)]
        code = subprocess.run(command, check=False).returncode  # noqa: S603 - our own program
        return code or _open_demonstration(out, means)
    _make_demonstration(out, means)
    written = means.play_main_job(out / "store", DEMO_PASSPHRASE, out)
    for path in (out / "store", out / "store.passphrase", *written):
        sys.stdout.write(f"{path}\n")
    return 0


def _make_demonstration(out: Path, means: Means) -> None:
    folder, note = out / "store", out / "store.passphrase"
    if folder.exists():
        if not _is_demonstration(note):
            raise StoreExists
        shutil.rmtree(folder)
    out.mkdir(parents=True, exist_ok=True)
    made = access.make_store(means.laptop(folder), DEMO_PASSPHRASE, DEMO_IRO)
    try:
        caseload: MadeUpCaseload = make_caseload(DEMO_SEED, means.clock.today(), lawful())
        fill(made.store.unit_of_work, caseload)
    finally:
        made.store.close()
    note.write_text(DEMO_PASSPHRASE + "\n", encoding="utf-8")


def _is_demonstration(note: Path) -> bool:
    """Whether a store may be thrown away: only where our own note lies beside it."""
    try:
        return note.read_text(encoding="utf-8").strip() == DEMO_PASSPHRASE
    except (OSError, UnicodeDecodeError):
        return False


def _open_demonstration(out: Path, means: Means) -> int:
    folder = out / "store"
    return means.start_application(folder, access.unlock(means.laptop(folder), DEMO_PASSPHRASE))
