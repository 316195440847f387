"""The bidirectional class of each character, written as one letter, and the pairs of brackets.

UAX #9, revision 46 (Unicode 15.0), table 4. A text becomes a string of letters of the same length,
so that the rules of the algorithm can be read, and run, as regular expressions.
"""

import unicodedata
from bisect import bisect_right
from functools import cache

LEFT, RIGHT = "L", "R"

_LETTERS = {
    "L": LEFT,
    "R": RIGHT,
    "AL": "A",
    "EN": "E",
    "AN": "N",
    "ES": "s",
    "ET": "t",
    "CS": "c",
    "NSM": "m",
    "BN": "b",
    "B": "B",
    "S": "S",
    "WS": "w",
    "ON": "o",
    "LRE": "l",
    "RLE": "r",
    "LRO": "x",
    "RLO": "y",
    "PDF": "q",
    "LRI": "i",
    "RLI": "j",
    "FSI": "f",
    "PDI": "p",
}

ISOLATES = "ijf"
"""Characters that open an isolate."""

EMBEDDINGS = "lrxy"
"""Characters that open an embedding or an override."""

REMOVED = EMBEDDINGS + "qb"
"""What rule X9 takes out of the text: it has no place in the order, and draws nothing."""

# DerivedBidiClass.txt: what is not assigned yet has the class of its block.
_UNASSIGNED = (
    (0x0000, "L"),
    (0x0590, "R"),
    (0x0600, "AL"),
    (0x07C0, "R"),
    (0x0860, "AL"),
    (0x0900, "L"),
    (0x20A0, "ET"),
    (0x20D0, "L"),
    (0xFB1D, "R"),
    (0xFB50, "AL"),
    (0xFE00, "L"),
    (0xFE70, "AL"),
    (0xFF00, "L"),
    (0x10800, "R"),
    (0x10D00, "AL"),
    (0x10D40, "R"),
    (0x10EC0, "AL"),
    (0x10F00, "R"),
    (0x10F30, "AL"),
    (0x10F70, "R"),
    (0x11000, "L"),
    (0x1E800, "R"),
    (0x1EC70, "AL"),
    (0x1ECC0, "R"),
    (0x1ED00, "AL"),
    (0x1ED50, "R"),
    (0x1EE00, "AL"),
    (0x1EF00, "R"),
    (0x1F000, "L"),
)
_STARTS = [start for start, _class in _UNASSIGNED]


class _Letters(dict[int, str]):
    """A table for `str.translate` that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        name = unicodedata.bidirectional(chr(code))
        letter = _LETTERS[name or _UNASSIGNED[bisect_right(_STARTS, code) - 1][1]]
        self[code] = letter
        return letter


_letters = _Letters()


def classes(text: str) -> str:
    """The class of each character, as a letter."""
    return text.translate(_letters)


@cache
def brackets() -> tuple[dict[str, str], dict[str, str]]:
    """For each opening bracket what closes it, and for each closing one what it answers to.

    BD14 to BD16 and BidiBrackets.txt: brackets are the mirrored punctuation that opens or closes.
    Two pairs of angle brackets are canonically the same, and close each other.
    """
    # Loaded at the first bracket in a text that runs both ways.
    from fontTools.unicodedata import mirrored  # noqa: PLC0415

    opening, closing = {}, {}
    for code in (*range(0x28, 0x3100), *range(0xFE00, 0x10000)):
        other = mirrored(code)
        if other and unicodedata.category(chr(code)) == "Ps":
            closer = unicodedata.normalize("NFC", chr(other))
            opening[chr(code)] = closer
            closing[chr(other)] = closer
    return opening, closing
