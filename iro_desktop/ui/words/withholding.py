"""What is kept from whom, and why, as the screens say it."""

from collections.abc import Sequence

from iro_desktop.domain.withholding import Reader, WithheldBecause
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.ui.words.reading import reader_in_words

_MOST_SHOWN = 90


def because_in_words(because: WithheldBecause) -> str:
    """Why something is kept from someone."""
    return {
        WithheldBecause.THIRD_PARTY: tr("It is about someone else, and theirs to tell"),
        WithheldBecause.SERIOUS_HARM: tr("It could cause serious harm"),
        WithheldBecause.CONFIDENTIAL_ADDRESS: tr("An address or place that must stay private"),
        WithheldBecause.KEEP_OUT: tr("Keep out: the child does not want it shared"),
    }[because]


def readers_in_words(readers: Sequence[Reader]) -> str:
    """Several readers, as a list in a sentence."""
    names = [reader_in_words(reader) for reader in readers]
    small = [name[:1].lower() + name[1:] for name in names]
    return screen().list([*names[:1], *small[1:]])


def because_options() -> tuple[Option, ...]:
    """Every reason."""
    return tuple(Option(each.value, because_in_words(each)) for each in WithheldBecause)


def kept_from_options() -> tuple[Option, ...]:
    """Everyone from whom something can be kept. The file holds everything."""
    readers = (reader for reader in Reader if reader is not Reader.FILE)
    return tuple(Option(reader.value, reader_in_words(reader)) for reader in readers)


def passage_in_words(words: str) -> str:
    """A kept passage on one line; what has no words is the whole of its text."""
    line = " ".join(words.split())
    if not line:
        return tr("All of this text")
    line = line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1]}…"
    return tr("“{words}”", words=line)
