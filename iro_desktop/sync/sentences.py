"""Bring together two people's changes to one text, sentence by sentence, or say that it cannot be.

What one of them changed goes in, where the other left it and the sentences beside it alone. Where
both changed the same sentence, or two that touch, a person decides: half of each could say what
neither meant ("will not continue as planned").
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import attrgetter

MOST_PAIRS = 200_000
"""Texts with more pairs of equal sentences than this are not compared: that would take minutes."""

_STOPS = ".!?…؟۔।॥።"
_WIDE_STOPS = "。！？"  # after these no space is written  # they are meant
_CLOSING = "\"'”’»)\\]）」』"  # they are meant
# Where a sentence ends. A stop inside a time or a number ("4.30 pm") has no space behind it; one
# after an abbreviation ends a unit too early, which only makes more changes touch.
_END = re.compile(
    rf"(?<![{_STOPS}])[{_STOPS}]+[{_CLOSING}]*\s+"
    rf"|(?<![{_WIDE_STOPS}])[{_WIDE_STOPS}]+[{_CLOSING}]*\s*"
    r"|\n\s*"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the space behind it."""

    words: str
    space: str


@dataclass(frozen=True, slots=True)
class _Hunk:
    """What one side made of the sentences `start` to `end` of the text before."""

    start: int
    end: int
    made: tuple[Sentence, ...]


@dataclass(slots=True)
class _Region:
    """Hunks of both sides that overlap or touch."""

    start: int
    end: int
    ours: list[_Hunk]
    theirs: list[_Hunk]


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The text in pieces that give the very same text when put together."""
    ends = [found.end() for found in _END.finditer(text)]
    starts = [0, *ends]
    pieces = (text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True))
    return tuple(_sentence(piece) for piece in pieces if piece)


def _sentence(piece: str) -> Sentence:
    words = piece.rstrip()
    return Sentence(words, piece[len(words) :])


def text_of(sentences: Sequence[Sentence]) -> str:
    """The text that sentences make."""
    return "".join(one.words + one.space for one in sentences)


def merge_texts(before: str, ours: str, theirs: str) -> str | None:
    """Both sides' changes to one text; None where a person must decide."""
    if theirs in {ours, before}:
        return ours
    if ours == before:
        return theirs
    base, our, their = sentences_of(before), sentences_of(ours), sentences_of(theirs)
    our_hunks, their_hunks = _hunks(base, our), _hunks(base, their)
    if our_hunks is None or their_hunks is None:
        return None
    spaces = _Spaces(base, our, their, our_hunks, their_hunks)
    merged: list[Sentence] = []
    done = 0
    for region in _regions(our_hunks, their_hunks):
        kept = spaces.between(done, region.start)
        made = _settled(region, base)
        if kept is None or made is None:
            return None
        merged += [*kept, *made]
        done = region.end
    rest = spaces.between(done, len(base))
    if rest is None:
        return None
    merged += rest
    return _checked(merged, base, our, their)


def _hunks(base: Sequence[Sentence], side: Sequence[Sentence]) -> list[_Hunk] | None:
    """What a side changed; None where comparing would take too long."""
    before, after = [one.words for one in base], [one.words for one in side]
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    left, right = before[head : len(before) - tail], after[head : len(after) - tail]
    counted = Counter(right)
    if sum(counted[words] for words in left) > MOST_PAIRS:
        return None
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return [
        _Hunk(head + start, head + end, tuple(side[head + first : head + last]))
        for tag, start, end, first, last in matcher.get_opcodes()
        if tag != "equal"
    ]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many are the same from the start on."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _regions(ours: Sequence[_Hunk], theirs: Sequence[_Hunk]) -> Iterator[_Region]:
    """Hunks in the order of the text, those that overlap or touch together."""
    sided = [(hunk, True) for hunk in ours] + [(hunk, False) for hunk in theirs]
    sided.sort(key=lambda each: (each[0].start, each[0].end))
    region: _Region | None = None
    for hunk, is_ours in sided:
        if region is None or hunk.start > region.end:
            if region is not None:
                yield region
            region = _Region(hunk.start, hunk.end, [], [])
        region.end = max(region.end, hunk.end)
        (region.ours if is_ours else region.theirs).append(hunk)
    if region is not None:
        yield region


def _settled(region: _Region, base: Sequence[Sentence]) -> Sequence[Sentence] | None:
    """What stands where something changed; None where both changed it and differ."""
    ours, theirs = _made(region, region.ours, base), _made(region, region.theirs, base)
    if not region.theirs or ours == theirs:
        return ours
    return theirs if not region.ours else None


def _made(region: _Region, hunks: Sequence[_Hunk], base: Sequence[Sentence]) -> list[Sentence]:
    """What one side says in a region."""
    made: list[Sentence] = []
    done = region.start
    for hunk in hunks:
        made += [*base[done : hunk.start], *hunk.made]
        done = hunk.end
    return [*made, *base[done : region.end]]


class _Spaces:
    """Sentences that neither side changed, with the space behind them, which one may have."""

    def __init__(
        self,
        base: Sequence[Sentence],
        ours: Sequence[Sentence],
        theirs: Sequence[Sentence],
        our_hunks: Sequence[_Hunk],
        their_hunks: Sequence[_Hunk],
    ) -> None:
        self._base = base
        self._ours = _standing(base, ours, our_hunks)
        self._theirs = _standing(base, theirs, their_hunks)

    def between(self, start: int, end: int) -> list[Sentence] | None:
        """Those from `start` to `end`; None where both sides changed a space and differ."""
        found: list[Sentence] = []
        for place in range(start, end):
            before = self._base[place]
            ours, theirs = self._ours[place], self._theirs[place]
            if theirs in {ours, before}:
                found.append(ours)
            elif ours == before:
                found.append(theirs)
            else:
                return None
        return found


def _standing(
    base: Sequence[Sentence], side: Sequence[Sentence], hunks: Sequence[_Hunk]
) -> dict[int, Sentence]:
    """What a side has for each sentence that it left alone, by its place in the text before."""
    found: dict[int, Sentence] = {}
    done, shift = 0, 0
    for hunk in (*hunks, _Hunk(len(base), len(base), ())):
        found.update((place, side[place + shift]) for place in range(done, hunk.start))
        done = hunk.end
        shift += len(hunk.made) - (hunk.end - hunk.start)
    return found


def _checked(
    merged: Sequence[Sentence],
    base: Sequence[Sentence],
    ours: Sequence[Sentence],
    theirs: Sequence[Sentence],
) -> str | None:
    """The text, unless it says something more often or less often than the two sides meant.

    So it is where one moved what the other took out, or both put the same in two places; or where
    two sentences would run into one.
    """
    counted = [Counter(map(attrgetter("words"), each)) for each in (merged, base, ours, theirs)]
    together, before, our, their = counted
    for words in set().union(*counted) - {""}:
        if our[words] == before[words]:
            meant = their[words]
        elif their[words] in {before[words], our[words]}:
            meant = our[words]
        else:
            return None
        if together[words] != meant:
            return None
    text = text_of(merged)
    again = [one.words for one in sentences_of(text)]
    return text if again == [one.words for one in merged] else None
