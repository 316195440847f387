"""Signs that turn the direction of text: what one opens, another closes (UAX #9, 2)."""

import unicodedata

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})

_CLOSED_BY = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
_CLOSING = frozenset(_CLOSED_BY.values())


def apart(text: str) -> str:
    """A text kept together, for a place in a line that runs from right to left.

    Without this a telephone number with spaces stands there in the wrong order: UAX #9 orders
    numbers, and not what a number is. One with letters that run from right to left stays as it is.
    """
    seen = {unicodedata.bidirectional(sign) for sign in text}
    if seen & _RIGHT_TO_LEFT or not seen & {"L", "EN"}:
        return text
    return f"{_ISOLATE}{text}{_END_OF_ISOLATE}"


def is_balanced(text: str) -> bool:
    """Whether every direction that a text opens is closed again, in order, and no other."""
    waiting: list[str] = []
    for sign in text:
        if sign in _CLOSED_BY:
            waiting.append(_CLOSED_BY[sign])
        elif sign in _CLOSING and (not waiting or waiting.pop() != sign):
            return False
    return not waiting
