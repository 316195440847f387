"""Where a command gets the passphrase: from a file's first line, or from the person at the keys."""

import getpass
import sys
from pathlib import Path

from iro_desktop.i18n import tr
from iro_desktop.services.faults import UnreadableFile


class NobodyToAsk(Exception):
    """There is no passphrase file, and no terminal to ask at."""


def read(file: Path | None, *, new: bool = False) -> str:
    """The passphrase.

    Raises:
        UnreadableFile: the file cannot be read or is empty.
        NobodyToAsk: no file was given and nobody sits at a terminal, or twice was not the same.
    """
    if file is not None:
        return _from_file(file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise NobodyToAsk(tr("Give the passphrase with --passphrase-file FILE."))
    try:
        first = getpass.getpass(tr("Passphrase: "))
        again = getpass.getpass(tr("The same again: ")) if new else first
    except EOFError as fault:
        raise NobodyToAsk(tr("No passphrase was typed. Nothing has been done.")) from fault
    if again != first:
        raise NobodyToAsk(tr("The two were not the same. Nothing has been made; try again."))
    return first


def _from_file(file: Path) -> str:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except OSError as fault:
        raise UnreadableFile(name=file.name, why=fault.strerror or tr("it is not there")) from fault
    except UnicodeDecodeError as fault:
        raise UnreadableFile(name=file.name, why=tr("it is not UTF-8 text")) from fault
    if not lines or not lines[0]:
        raise UnreadableFile(name=file.name, why=tr("its first line is empty"))
    return lines[0]
