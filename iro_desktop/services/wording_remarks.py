"""What a child would stumble over in a council's own wording, line by line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iro_desktop.documents.templates.template import (
    Items,
    Pieces,
    Prose,
    ProseKind,
    Runs,
    When,
)
from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.remarks import Remark
from iro_desktop.plain_words.situation import Situation
from iro_desktop.services.plain_documents import IN_A_HEADING

_HEADINGS = frozenset({ProseKind.TITLE, ProseKind.HEADING, ProseKind.SUBHEADING})


@dataclass(frozen=True, slots=True)
class LineRemark:
    """One remark, on the line of the wording where the piece begins that it is about."""

    line: int
    remark: Remark


def remarks_on_wording(
    pieces: Pieces, values: Mapping[str, str], situation: Situation
) -> tuple[LineRemark, ...]:
    """Everything remarked on a wording in English, its fields filled with these values."""
    told = [text for text in _texts(pieces, values) if text.said]
    found = iter(Linter(situation).remarks("\n".join(text.said for text in told)))
    return tuple(_placed(told, found))


@dataclass(frozen=True, slots=True)
class _Text:
    """What one piece says, on one line. Of a heading less is remarked."""

    line: int
    said: str
    is_heading: bool = False


def _placed(told: list[_Text], found: Iterator[Remark]) -> Iterator[LineRemark]:
    start = 0
    remark = next(found, None)
    for text in told:
        end = start + len(text.said)
        while remark is not None and remark.start < end:
            if not text.is_heading or remark.rule in IN_A_HEADING:
                yield LineRemark(text.line, remark)
            remark = next(found, None)
        start = end + 1


def _texts(pieces: Pieces, values: Mapping[str, str]) -> Iterator[_Text]:
    for piece in pieces:
        if isinstance(piece, Prose):
            yield _Text(piece.line, _said(piece.runs, values), piece.kind in _HEADINGS)
        elif isinstance(piece, Items):
            yield from (_Text(piece.line, _said(runs, values)) for runs in piece.items)
        elif isinstance(piece, When):
            yield from _texts((*piece.then, *piece.otherwise), values)


def _said(runs: Runs, values: Mapping[str, str]) -> str:
    said = (values.get(run.field, "") if run.field else run.text for run in runs)
    return " ".join("".join(said).split())
