"""Turn text into glyphs with HarfBuzz: letters that join, stack and change their order."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from iro_desktop.documents.font_file import FontFile
from iro_desktop.documents.typography.bidi import levels
from iro_desktop.documents.typography.itemising import Faces, Item, items

if TYPE_CHECKING:
    import uharfbuzz

Features = tuple[tuple[str, int], ...]
"""OpenType features by their tags, switched on (1), off (0) or to an alternative."""

_REMEMBERED_TEXTS = 4096


class Glyph(NamedTuple):
    """A glyph of a face. `advance`, `dx` and `dy` are in the font's units.

    `text` is what its whole cluster stands for; the first glyph of the cluster from the left
    carries it, the others carry nothing.
    """

    gid: int
    text: str
    advance: int
    dx: int
    dy: int


class Shaped(NamedTuple):
    """Glyphs of one face from left to right, for the text from `start` to `end`.

    `level` is 1 where the text runs from right to left, else 0.
    """

    face: FontFile
    glyphs: tuple[Glyph, ...]
    start: int
    end: int
    level: int

    def width(self, size: float) -> float:
        """How wide it is at this size."""
        return sum(glyph.advance for glyph in self.glyphs) * size / self.face.units


@lru_cache(_REMEMBERED_TEXTS)
def shape(
    text: str,
    faces: Faces,
    *,
    language: str = "",
    right_to_left: bool = False,
    features: Features = (),
) -> tuple[Shaped, ...]:
    """Text that runs one way, as runs of glyphs in the order in which the text is read.

    `language` (BCP 47) chooses between forms that languages draw differently; it is that of
    `faces` unless given. What is said to a shaper only (joiners, direction marks) draws nothing
    and belongs to its neighbour's cluster.
    """
    spoken = language or faces.language
    return tuple(
        Shaped(
            item.face,
            tuple(_glyphs(text, item, spoken, features, right_to_left=right_to_left)),
            item.start,
            item.end,
            int(right_to_left),
        )
        for item in items(text, faces, spoken)
    )


def measure(text: str, faces: Faces, size: float, language: str = "") -> float:
    """How wide a line of text is at `size`, whichever ways it runs."""
    width = 0.0
    at = 0
    for level, run in groupby(levels(text, right_to_left=None)):
        end = at + len([*run])
        shaped = shape(text[at:end], faces, language=language, right_to_left=bool(level % 2))
        width += sum(each.width(size) for each in shaped)
        at = end
    return width


def _glyphs(
    text: str, item: Item, language: str, features: Features, *, right_to_left: bool
) -> Iterator[Glyph]:
    buffer = _shaped_buffer(text, item, language, features, right_to_left=right_to_left)
    infos = buffer.glyph_infos
    if not infos:
        return
    clusters = _cluster_texts(text, item, {info.cluster for info in infos})
    for info, position in zip(infos, buffer.glyph_positions, strict=True):
        yield Glyph(
            info.codepoint,
            clusters.pop(info.cluster, ""),
            position.x_advance,
            position.x_offset,
            position.y_offset,
        )


def _shaped_buffer(
    text: str, item: Item, language: str, features: Features, *, right_to_left: bool
) -> "uharfbuzz.Buffer":
    import uharfbuzz  # noqa: PLC0415  # loaded with the first face

    buffer = uharfbuzz.Buffer()
    # With what stands around it, a letter at the edge of a run still joins its neighbour.
    buffer.add_str(text, item.start, item.end - item.start)
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.direction = "rtl" if right_to_left else "ltr"
    if right_to_left:
        # Who reads a file backwards to find the text would else find a vowel before its letter.
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.script = item.script
    if language:
        buffer.language = language
    uharfbuzz.shape(item.face.font, buffer, dict(features))
    return buffer


def _cluster_texts(text: str, item: Item, starts: set[int]) -> dict[int, str]:
    """The text of each cluster by where it starts; the first takes in what is drawn by nothing."""
    ordered: Sequence[int] = sorted(starts)
    edges = pairwise((*ordered, item.end))
    found = {start: text[start:end] for start, end in edges}
    found[ordered[0]] = text[item.start : ordered[0]] + found[ordered[0]]
    return found
