"""Commands that write the whole database as a file, and fill one from it."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from iro_hub.command_line.checked import in_words
from iro_hub.command_line.configuration_file import dsn_of, values_of
from iro_hub.command_line.files import name_at_last, partial_of
from iro_hub.database import servers
from iro_hub.database.backup_moment import note_backup, settled_moment
from iro_hub.database.checks import verify
from iro_hub.database.migrate import migrate
from iro_hub.faults import HubFault
from iro_hub.private_cluster import program, throwaway_cluster


def backup(said: argparse.Namespace) -> int:
    """Write the database as pg_dump does; with --check, restore it elsewhere and verify it.

    Only a backup that was checked is noted: up to there laptops may let go of what they hold.
    """
    file: Path = said.file
    dsn = dsn_of("owner", values_of(said.config))
    if not file.resolve().parent.is_dir():
        raise HubFault("not_writable", f"There is no folder {file.resolve().parent}.")
    partial = partial_of(file)
    partial.unlink(missing_ok=True)
    up_to = settled_moment(dsn) if said.check else None
    try:
        _run(dsn, "pg_dump", "--format=custom", "--no-password", f"--file={partial}")
        if said.check:
            sys.stdout.write(f"{_checked(partial)}\n")
        name_at_last(file)
    finally:
        partial.unlink(missing_ok=True)
    if up_to is not None:
        note_backup(dsn, up_to)
    sys.stdout.write(f"{file}\n")
    return 0


def restore(said: argparse.Namespace) -> int:
    """Fill an empty database from a backup, bring it to this version's shape, and verify it."""
    dsn = dsn_of("owner", values_of(said.config))
    if not said.file.is_file():
        raise HubFault("not_found", f"There is no file {said.file}.")
    if servers.is_a_hub(dsn):
        raise HubFault(
            "not_empty",
            "There is a hub in this database already. Make an empty one (createdb), and name it in"
            " the owner's connection string.",
        )
    sys.stdout.write(f"{_restored(said.file, dsn)}\n")
    return 0


def _checked(file: Path) -> str:
    with throwaway_cluster() as cluster:
        return _restored(file, cluster.dsn())


def _restored(file: Path, dsn: str) -> str:
    """Restore into an empty database, verify, and say what it holds.

    Roles belong to the server, and rights on a database are in no backup: a new hub brings both,
    and then makes room.
    """
    migrate(dsn)
    servers.make_room(dsn)
    words = ["--single-transaction", "--exit-on-error", "--no-password"]
    words += [f"--dbname={servers.name_in(dsn)}", str(file)]
    _run(dsn, "pg_restore", *words)
    migrate(dsn)
    servers.take_stock(dsn)
    faults = verify(dsn)
    if faults:
        raise HubFault(
            "damaged", f"The backup holds {len(faults)} faults, the first: {in_words(faults[0])}"
        )
    held = servers.held(dsn)
    return f"Restored and verified: {held.children} children, {held.revisions} revisions."


def _run(dsn: str, name: str, *words: str) -> None:
    """Run one of PostgreSQL's programs; the connection string goes through its surroundings."""
    surroundings = {**os.environ, **servers.surroundings_of(dsn), "LC_ALL": "C"}
    done = subprocess.run(  # noqa: S603 - our own words, and no shell
        [program(name), *words],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        env=surroundings,
        umask=0o077,
    )
    if done.returncode != 0:
        # the first line alone: those after it may quote a row
        said = done.stderr.strip().splitlines() or [f"{name} ended with {done.returncode}"]
        raise HubFault("backup", said[0])
