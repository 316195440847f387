"""Due dates explained, on paper: for a file, a manager or a judge.

No child's name stands in it, nor anything else of anyone's life, unless the caller gives `about`.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    ListItems,
    Paragraph,
    facts,
    plain,
)
from iro_desktop.i18n.translator import Translator


class DueInWords(Protocol):
    """A due date in words, in the language of the document."""

    @property
    def title(self) -> str:
        """What is due."""
        ...

    @property
    def day(self) -> str:
        """The last day in time."""
        ...

    @property
    def why(self) -> str:
        """One sentence that stands for itself."""
        ...

    @property
    def counting(self) -> tuple[str, ...]:
        """How it was counted."""
        ...

    @property
    def passed_over(self) -> tuple[str, ...]:
        """Each day that was not counted, and why."""
        ...

    @property
    def caveats(self) -> tuple[str, ...]:
        """What else to know of the day."""
        ...

    @property
    def law(self) -> tuple[str, ...]:
        """Who says so."""
        ...

    @property
    def changes(self) -> tuple[str, ...]:
        """What would change it."""
        ...


def build_explanation(
    dues: Sequence[DueInWords], reckoned_on: dt.date, tr: Translator, about: str = ""
) -> Document:
    """One due date or several, each with how it was come by.

    Args:
        dues: in the order they are to stand in.
        reckoned_on: the day of asking; what is known later may change a date.
        tr: the language, the same that the words are in.
        about: whose dates they are, only where the reader is to know; empty says nothing of it.
    """
    title = tr("A due date explained") if len(dues) == 1 else tr("Due dates explained")
    known = facts(
        (tr("About"), plain(about.strip())),
        (tr("Reckoned on"), plain(tr.weekday_date(reckoned_on))),
    )
    blocks: list[Block] = [Heading(1, title), known]
    for due in dues:
        blocks += _due(due, tr)
    return Document(
        title=title,
        language=tr.language.code,
        design=Design.MINUTES,
        blocks=tuple(blocks),
        right_to_left=tr.language.right_to_left,
        running_title=title,
    )


def _due(due: DueInWords, tr: Translator) -> list[Block]:
    parts = (
        (tr("Good to know"), due.caveats),
        (tr("Who says so"), due.law),
        (tr("What would change it"), due.changes),
    )
    return [
        Heading(2, tr("{which}: {day}", which=due.title, day=due.day)),
        *(Paragraph(plain(sentence)) for sentence in (due.why, *due.counting)),
        *_listed(tr("The days passed over"), due.passed_over),
        *(block for heading, sentences in parts for block in _part(heading, sentences)),
    ]


def _listed(heading: str, lines: Sequence[str]) -> tuple[Block, ...]:
    return (Heading(3, heading), ListItems(tuple(map(plain, lines)))) if lines else ()


def _part(heading: str, sentences: Sequence[str]) -> tuple[Block, ...]:
    if not sentences:
        return ()
    return (Heading(3, heading), *(Paragraph(plain(sentence)) for sentence in sentences))
