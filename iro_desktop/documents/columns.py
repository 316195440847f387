"""How wide a table's columns are: as its shares say, but no narrower than their longest words."""

import math
from collections.abc import Sequence

from iro_desktop.documents.blocks import Spans, Table, plain, text_of
from iro_desktop.documents.characters import writable
from iro_desktop.documents.look import Look, Role

# A rounding error more and the word would break.
_SLACK = 1.0
# A word longer than this share of the line, such as an address of a page, breaks in any case.
_UNREASONABLE = 0.5


def column_widths(table: Table, look: Look, width: float) -> list[float]:
    """Widths in points that fill `width`. Where not all words have room, the shares stand."""
    wanted = [share * width for share in table.widths]
    least = _least_widths(table, look)
    if sum(least) >= width:
        return wanted
    return _widened(wanted, least)


def columns_hold_words(table: Table, look: Look, width: float) -> bool:
    """Whether every word of reasonable length stands whole beside the words of other columns."""
    longest = width * _UNREASONABLE
    return len(table.widths) == 1 or sum(_least_widths(table, look, longest)) < width


def _widened(wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """Each column at its least or more; who has more than the least gives what others lack."""
    # The least widths together are less than the wanted ones, so somebody has some to spare.
    lacking = sum(max(low - share, 0) for share, low in zip(wanted, least, strict=True))
    if not lacking:
        return [*wanted]
    spare = [max(share - low, 0) for share, low in zip(wanted, least, strict=True)]
    kept = 1 - lacking / sum(spare)
    return [low + over * kept for low, over in zip(least, spare, strict=True)]


def _least_widths(table: Table, look: Look, longest: float = math.inf) -> list[float]:
    padding = 2 * look.padding[0] + _SLACK
    least = [padding] * len(table.widths)
    lines = [(tuple(map(plain, table.header)), Role.COLUMN_HEAD)]
    lines += [(row.cells, Role.CELL) for row in table.rows]
    for cells, role in lines:
        for index, spans in enumerate(cells):
            word = min(_longest_word(spans, look, role), longest)
            least[index] = max(least[index], word + padding)
    return least


def _longest_word(spans: Spans, look: Look, role: Role) -> float:
    style = look.styles[role]
    bold = style.bold or any(span.bold for span in spans)
    face = look.face(bold=bold)
    words = writable(text_of(spans)).split()
    return max((face.width(word, style.size) for word in set(words)), default=0)
