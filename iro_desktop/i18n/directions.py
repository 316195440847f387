"""Signs that turn the direction of text: what one opens, another closes (UAX #9, 2)."""

_CLOSED_BY = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
_CLOSING = frozenset(_CLOSED_BY.values())


def is_balanced(text: str) -> bool:
    """Whether every direction that a text opens is closed again, in order, and no other."""
    waiting: list[str] = []
    for sign in text:
        if sign in _CLOSED_BY:
            waiting.append(_CLOSED_BY[sign])
        elif sign in _CLOSING and (not waiting or waiting.pop() != sign):
            return False
    return not waiting
