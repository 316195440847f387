"""Which way each character of one run sequence runs: UAX #9, rules W1 to W7, N0 to N2, I1, I2.

Texts are letters of `bidi_classes`, and each rule is a substitution that keeps the length.
"""

import re
from collections.abc import Iterator

from iro_desktop.documents.typography.bidi_classes import ISOLATES, LEFT, RIGHT, brackets
from iro_desktop.documents.typography.bidi_embedding import direction_of

_MOST_OPEN_BRACKETS = 63

_MARKS = re.compile("([^m])(m+)")
_AFTER_ARABIC = re.compile("A[^LRA]*")
_AFTER_LEFT = re.compile("L[^LR]*")
_BETWEEN_EUROPEAN = re.compile("(?<=E)[sc](?=E)")
_BETWEEN_ARABIC = re.compile("(?<=N)c(?=N)")
_TERMINATORS = re.compile("t+(?=E)|(?<=E)t+")
_LEFT_OVER = str.maketrans("stc", "ooo")
_NEUTRALS = re.compile("(?<=([LREN]))[oBSwijfp]+(?=([LREN]))")
# Numbers count as right-to-left wherever only the direction matters.
_STRONG = {"L": LEFT, "R": RIGHT, "E": RIGHT, "N": RIGHT}
_RISE = ({"R": 1, "N": 2, "E": 2}, {"L": 1, "N": 1, "E": 1})


def resolved_levels(text: str, letters: str, level: int, before: str, after: str) -> list[int]:
    """The level of each character of a run sequence at `level` between two directions."""
    letters = _resolved(text, letters, level, before, after)
    rise = _RISE[level % 2]
    return [level + rise.get(letter, 0) for letter in letters]


def _resolved(text: str, letters: str, level: int, before: str, after: str) -> str:
    weak = _weak(before + letters)[1:]
    embedding = direction_of(level)
    if "o" in weak:
        weak = _with_brackets(text, weak, letters, embedding, before)
    whole = _NEUTRALS.sub(
        lambda found: _neutrals(found, embedding),
        f"{before}{weak}{after}",
    )
    return whole[1:-1]


def _weak(letters: str) -> str:
    """W1 to W7, of a sequence that begins with the direction before it."""
    if "m" in letters:
        letters = _MARKS.sub(_like_their_base, letters)
    if "A" in letters:
        letters = _AFTER_ARABIC.sub(lambda found: found[0].replace("E", "N"), letters)
        letters = letters.replace("A", "R")
    letters = _BETWEEN_EUROPEAN.sub("E", letters)
    letters = _BETWEEN_ARABIC.sub("N", letters)
    letters = _TERMINATORS.sub(lambda found: "E" * len(found[0]), letters)
    letters = letters.translate(_LEFT_OVER)
    return _AFTER_LEFT.sub(lambda found: found[0].replace("E", "L"), letters)


def _like_their_base(found: re.Match[str]) -> str:
    base, marks = found.groups()
    isolating = base in ISOLATES or base == "p"
    return base + ("o" if isolating else base) * len(marks)


def _neutrals(found: re.Match[str], embedding: str) -> str:
    """N1, N2: between two of one direction they take it, and else that of the embedding."""
    left, right = _STRONG[found[1]], _STRONG[found[2]]
    return (left if left == right else embedding) * len(found[0])


def _with_brackets(text: str, weak: str, original: str, embedding: str, before: str) -> str:
    """N0: a pair of brackets goes with what it holds, or with what stands before it."""
    letters = [*weak]
    for opened, closed in sorted(_bracket_pairs(text, weak)):
        inside = {_STRONG[letter] for letter in letters[opened + 1 : closed] if letter in _STRONG}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            earlier = (_STRONG[one] for one in reversed(letters[:opened]) if one in _STRONG)
            direction = next(earlier, before)
        for place in (opened, closed):
            letters[place] = direction
            for mark in _marks_after(original, place):
                letters[mark] = direction
    return "".join(letters)


def _marks_after(original: str, place: int) -> Iterator[int]:
    place += 1
    while place < len(original) and original[place] == "m":
        yield place
        place += 1


def _bracket_pairs(text: str, letters: str) -> list[tuple[int, int]]:
    """The pairs of BD16; none if too many are open at once."""
    opening, closing = brackets()
    pairs = []
    waiting: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if letters[place] != "o":
            continue
        if character in opening:
            if len(waiting) == _MOST_OPEN_BRACKETS:
                return []
            waiting.append((opening[character], place))
        elif character in closing:
            wanted = closing[character]
            for index in range(len(waiting) - 1, -1, -1):
                if waiting[index][0] == wanted:
                    pairs.append((waiting[index][1], place))
                    del waiting[index:]
                    break
    return pairs
