"""What a child would stumble over in a council's own wording, line by line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iro_desktop.documents.templates.template import Items, Pieces, Prose, Runs, When
from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.remarks import Remark
from iro_desktop.plain_words.situation import Situation


@dataclass(frozen=True, slots=True)
class LineRemark:
    """One remark, on the line of the wording where the piece begins that it is about."""

    line: int
    remark: Remark


def remarks_on_wording(
    pieces: Pieces, values: Mapping[str, str], situation: Situation
) -> tuple[LineRemark, ...]:
    """Everything remarked on a wording in English, its fields filled with these values."""
    told = [(line, " ".join(text.split())) for line, text in _texts(pieces, values)]
    told = [(line, text) for line, text in told if text]
    found = iter(Linter(situation).remarks("\n".join(text for _, text in told)))
    return tuple(_placed(told, found))


def _placed(told: list[tuple[int, str]], found: Iterator[Remark]) -> Iterator[LineRemark]:
    start = 0
    remark = next(found, None)
    for line, text in told:
        end = start + len(text)
        while remark is not None and remark.start < end:
            yield LineRemark(line, remark)
            remark = next(found, None)
        start = end + 1


def _texts(pieces: Pieces, values: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for piece in pieces:
        if isinstance(piece, Prose):
            yield piece.line, _said(piece.runs, values)
        elif isinstance(piece, Items):
            yield from ((piece.line, _said(runs, values)) for runs in piece.items)
        elif isinstance(piece, When):
            yield from _texts((*piece.then, *piece.otherwise), values)


def _said(runs: Runs, values: Mapping[str, str]) -> str:
    return "".join(values.get(run.field, "") if run.field else run.text for run in runs)
