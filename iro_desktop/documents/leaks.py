"""Look through a finished document, every text of it, for what must not stand in it.

The last lock before a copy leaves: whatever was overlooked when the record was cut is found here,
in headings and captions as in descriptions of pictures, titles and links.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from itertools import accumulate

from iro_desktop.documents.blocks import Block, Document, Heading, Span
from iro_desktop.domain.redaction import any_spelling_of, folded
from iro_desktop.domain.withholding import WithheldBecause


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that must not stand in a copy, and why."""

    words: str
    because: WithheldBecause


@dataclass(frozen=True, slots=True)
class Leak:
    """Where a secret stands: under which heading, in which block counted from 1.

    Block 0 is the document's own title, running title or author.
    """

    heading: str
    block: int
    because: WithheldBecause


def leaks(document: Document, secrets: Iterable[Secret]) -> tuple[Leak, ...]:
    """Every place in which a secret stands, in order, however it is spaced or written."""
    places = [(heading, number, folded(text)) for heading, number, text in _texts(document)]
    # As one text: an address may go on in the next paragraph, or in the next cell.
    whole = "\n".join(text for _, _, text in places)
    starts = [*accumulate((len(text) + 1 for _, _, text in places), initial=0)]
    found = []
    for secret in secrets:
        pattern = any_spelling_of(secret.words)
        for match in pattern.finditer(whole) if pattern else ():
            heading, number, _ = places[bisect_right(starts, match.start()) - 1]
            found.append((match.start(), Leak(heading, number, secret.because)))
    in_order = sorted(found, key=lambda pair: pair[0])
    return tuple(dict.fromkeys(leak for _, leak in in_order))


def _texts(document: Document) -> Iterator[tuple[str, int, str]]:
    for text in (document.title, document.running_title, document.author):
        yield "", 0, text
    heading = ""
    for number, block in enumerate(document.blocks, start=1):
        if isinstance(block, Heading):
            heading = block.text
        for text in texts_of(block):
            yield heading, number, text


def texts_of(block: Block) -> Iterator[str]:
    """Each text of a block; spans that stand side by side are one text."""
    return _texts_in(block)


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, Enum | bytes):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        spans = [each for each in value if isinstance(each, Span)]
        if spans:
            yield "".join(span.text for span in spans)
            yield from (span.link for span in spans if span.link)
        for each in value:
            if not isinstance(each, Span):
                yield from _texts_in(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts_in(getattr(value, field.name))
