"""Which table a row of headings belongs to: by the headings themselves, never by a file's name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from iro_desktop.returns.tables import RawTable


@lru_cache(maxsize=2048)
def key(heading: str) -> str:
    """A heading without what people change about it: case, spaces, quotes, underscores."""
    return "".join(letter for letter in heading.casefold() if letter.isalnum())


@dataclass(frozen=True, slots=True)
class Column:
    """A heading as its source writes it, and others that stand for the same thing.

    `used` columns are read; `needed` ones tell the table, so that it is not itself without them.
    """

    heading: str
    aliases: tuple[str, ...] = ()
    used: bool = True
    needed: bool = True

    @property
    def keys(self) -> frozenset[str]:
        """Every way it may be headed."""
        return frozenset(key(name) for name in (self.heading, *self.aliases))


@dataclass(frozen=True, slots=True)
class Shape:
    """A table that is known. `wanted` says whether anything in it is of use to a review."""

    name: str
    columns: tuple[Column, ...]
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table whose shape is known. `positions` finds a cell by the heading the shape uses."""

    raw: RawTable
    shape: Shape
    positions: Mapping[str, int]
    passed_over: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nearest:
    """The known table that unknown headings come closest to, and what they lack of it."""

    shape: Shape
    missing: tuple[str, ...]
    shared: int


@dataclass(slots=True)
class _Fit:
    positions: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    matched: set[int] = field(default_factory=set)


def _fit(shape: Shape, where: Mapping[str, int]) -> _Fit:
    fit = _Fit()
    for column in shape.columns:
        found = min((where[name] for name in column.keys if name in where), default=None)
        if found is not None:
            fit.positions[column.heading] = found
            fit.matched.add(found)
        elif column.needed:
            fit.missing.append(column.heading)
        elif column.used:
            fit.absent.append(column.heading)
    return fit


def recognise(raw: RawTable, shapes: Iterable[Shape]) -> Recognised | Nearest | None:
    """The shape that fits best; else the one that comes nearest; None when nothing is shared."""
    where: dict[str, int] = {}
    repeated = []
    for index, heading in enumerate(raw.headings):
        name = key(heading)
        if name and where.setdefault(name, index) != index:
            repeated.append(heading.strip())
    fits = [(shape, _fit(shape, where)) for shape in shapes]
    whole = [(shape, fit) for shape, fit in fits if not fit.missing]
    if not whole:
        return _nearest(fits)
    shape, fit = max(whole, key=lambda pair: len(pair[1].matched))
    known = {name for column in shape.columns for name in column.keys}
    passed_over = tuple(
        name.strip() for name in raw.headings if key(name) and key(name) not in known
    )
    return Recognised(raw, shape, fit.positions, passed_over, tuple(fit.absent), tuple(repeated))


def _nearest(fits: Sequence[tuple[Shape, _Fit]]) -> Nearest | None:
    def closeness(pair: tuple[Shape, _Fit]) -> tuple[int, int]:
        _, fit = pair
        return (len(fit.matched), -len(fit.missing))

    shape, fit = max(fits, key=closeness)
    if not fit.matched:
        return None
    return Nearest(shape, tuple(fit.missing), len(fit.matched))


# The headings are not always the first row: Ofsted's own workbook begins with a title.
FURTHEST_HEADING = 20


def find_headings(
    rows: Sequence[Sequence[str]], shapes: Iterable[Shape], try_as: Callable[[int], RawTable]
) -> int:
    """Which row, from 0, the headings stand in: the first recognised, else the likeliest."""
    known = tuple(shapes)
    likeliest, most = 0, 0
    for index, row in enumerate(rows[:FURTHEST_HEADING]):
        if not any(cell.strip() for cell in row):
            continue
        found = recognise(try_as(index), known)
        if isinstance(found, Recognised):
            return index
        if found is not None and found.shared > most:
            likeliest, most = index, found.shared
    return likeliest
