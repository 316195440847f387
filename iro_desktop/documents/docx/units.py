"""Lengths as WordprocessingML counts them."""


def twentieths(points: float) -> int:
    """Points as twentieths of a point, for spacing and indents."""
    return round(points * 20)


def halves(points: float) -> int:
    """Points as half points, for type sizes."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Points as eighths of a point, for borders."""
    return round(points * 8)


def points(millimetres: float) -> float:
    """Millimetres as points."""
    return millimetres * 72 / 25.4


def plain_hex(colour: str) -> str:
    """A colour without its number sign."""
    return colour.removeprefix("#")
