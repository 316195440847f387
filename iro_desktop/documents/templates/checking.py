"""Look a template over before it is kept: what it names, what it forgets, what it says twice."""

from collections import Counter
from collections.abc import Iterator

from iro_desktop.documents.templates.faults import TemplateFault
from iro_desktop.documents.templates.fields import FIELDS
from iro_desktop.documents.templates.reader import Reading, read_template
from iro_desktop.documents.templates.template import (
    Part,
    Pieces,
    Prose,
    ProseKind,
    When,
)
from iro_desktop.problems import Place, Problem


def checked_template(text: str, parts: frozenset[str], never_left_out: frozenset[str]) -> Reading:
    """A template read, with all that is wrong with it, in the order of its lines.

    `parts` are those that its kind of document has; `never_left_out` those of them that every
    rendering has to hold, whatever its wording, such as the decisions.
    """
    reading = read_template(text, FIELDS, parts)
    problems = [*reading.problems, *_forgotten(reading.pieces, never_left_out)]
    problems += [*_twice(reading.pieces), *_title(reading.pieces)]
    in_order = sorted(problems, key=lambda problem: problem.place.line or 0)
    return Reading(reading.pieces, tuple(in_order))


def _forgotten(pieces: Pieces, never_left_out: frozenset[str]) -> Iterator[Problem]:
    # Under a condition that the part itself fulfils, nothing is lost: an empty part says nothing.
    always = {part.name for part in _parts(pieces)}
    for name in sorted(never_left_out - always):
        yield Problem(TemplateFault.PART_MISSING, name, Place(line=1))


def _twice(pieces: Pieces) -> Iterator[Problem]:
    counted = Counter(part.name for part in _parts(pieces))
    for part in _parts(pieces):
        if counted[part.name] > 1:
            counted[part.name] = 0
            yield Problem(TemplateFault.PART_TWICE, part.name, Place(line=part.line))


def _title(pieces: Pieces) -> Iterator[Problem]:
    titles = [
        piece
        for piece in pieces
        if isinstance(piece, Prose) and piece.kind is ProseKind.TITLE and piece.runs
    ]
    if not pieces or len(titles) != 1 or pieces[0] is not titles[0]:
        line = titles[-1].line if titles else 1
        yield Problem(TemplateFault.TITLE_FIRST, "", Place(line=line))


def _parts(pieces: Pieces) -> Iterator[Part]:
    """The parts that stand there whatever the record says."""
    for piece in pieces:
        if isinstance(piece, Part):
            yield piece
        elif isinstance(piece, When) and _of_itself(piece):
            yield from _parts(piece.then)


def _of_itself(when: When) -> bool:
    """Whether a condition only asks for the very part that it holds."""
    return not when.is_not and any(
        isinstance(piece, Part) and piece.name == when.field for piece in when.then
    )
