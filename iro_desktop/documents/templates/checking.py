"""Look a template over before it is kept: what it names, what it forgets, what it says twice."""

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

MOST_CHARACTERS = 50_000


def checked_template(
    text: str,
    parts: frozenset[str],
    never_left_out: frozenset[str],
    fields: frozenset[str] = FIELDS,
) -> Reading:
    """A template read, with all that is wrong with it, in the order of its lines.

    `parts` are those that its kind of document has; `never_left_out` those of them that every
    rendering has to hold, whatever its wording, such as the decisions.
    """
    if len(text) > MOST_CHARACTERS:
        most = {"most": str(MOST_CHARACTERS)}
        return Reading((), (Problem(TemplateFault.TOO_LONG, "", Place(line=1), most),))
    reading = read_template(text, fields, parts)
    problems = [*reading.problems, *_forgotten(reading.pieces, never_left_out)]
    problems += [*_twice(reading.pieces), *_title(reading.pieces)]
    in_order = sorted(problems, key=lambda problem: problem.place.line or 0)
    return Reading(reading.pieces, tuple(in_order))


def named_parts(pieces: Pieces) -> frozenset[str]:
    """Every part that stands anywhere in a template."""
    return frozenset(_most(pieces))


def _forgotten(pieces: Pieces, never_left_out: frozenset[str]) -> Iterator[Problem]:
    for name in sorted(never_left_out - _always(pieces)):
        yield Problem(TemplateFault.PART_MISSING, name, Place(line=1))


def _twice(pieces: Pieces) -> Iterator[Problem]:
    for name, lines in _most(pieces).items():
        if len(lines) > 1:
            yield Problem(TemplateFault.PART_TWICE, name, Place(line=lines[0]))


def _title(pieces: Pieces) -> Iterator[Problem]:
    titles = [
        piece
        for piece in pieces
        if isinstance(piece, Prose) and piece.kind is ProseKind.TITLE and piece.runs
    ]
    inner = [*_inner_titles(pieces)]
    if not pieces or len(titles) != 1 or pieces[0] is not titles[0] or inner:
        line = inner[0].line if inner else titles[-1].line if titles else 1
        yield Problem(TemplateFault.TITLE_FIRST, "", Place(line=line))


def _inner_titles(pieces: Pieces) -> Iterator[Prose]:
    for piece in pieces:
        if isinstance(piece, When):
            for inner in (*piece.then, *piece.otherwise):
                if isinstance(inner, Prose) and inner.kind is ProseKind.TITLE:
                    yield inner
            yield from _inner_titles((*piece.then, *piece.otherwise))


def _always(pieces: Pieces) -> frozenset[str]:
    """The parts that stand there whatever the record says."""
    found: set[str] = set()
    for piece in pieces:
        if isinstance(piece, Part):
            found.add(piece.name)
        elif isinstance(piece, When):
            found |= _always(piece.then) & _always(piece.otherwise)
            # Under a condition that the part itself fulfils nothing is lost: it would be empty.
            found |= _always(piece.otherwise if piece.is_not else piece.then) & {piece.field}
    return frozenset(found)


def _most(pieces: Pieces) -> dict[str, list[int]]:
    """Each part with the lines where it stands, in the case where it stands most often."""
    found: dict[str, list[int]] = {}
    for piece in pieces:
        if isinstance(piece, Part):
            found.setdefault(piece.name, []).append(piece.line)
        elif isinstance(piece, When):
            then, otherwise = _most(piece.then), _most(piece.otherwise)
            for name in then.keys() | otherwise.keys():
                either = max(then.get(name, []), otherwise.get(name, []), key=len)
                found.setdefault(name, []).extend(either)
    return found
