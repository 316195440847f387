"""A file that a council has written: its own timescales, words or forms."""

from pathlib import Path

from iro_desktop.i18n import Translator
from iro_desktop.services.faults import UnreadableFile

MOST_BYTES = 1_000_000


def read_council_file(path: Path, tr: Translator) -> str:
    """The text of a file. Raises UnreadableFile where it holds none, or far too much."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(name=path.name, why=tr("it is too large"))
        return path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        why = fault.strerror or tr("it is not there")
        raise UnreadableFile(name=path.name, why=why) from fault
    except UnicodeDecodeError as fault:
        raise UnreadableFile(name=path.name, why=tr("it is not UTF-8 text")) from fault
