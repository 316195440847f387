"""Where a line of text may end, and where it must: the Unicode Line Breaking Algorithm, UAX #14.

Of the 7,654 cases of LineBreakTest for Unicode 15.0 all but two come out as it says. In those two
« stands before a space and » after one, and 15.0 lets a line end there; as in French, and as in
Unicode 15.1, it may not here. Words of scripts that write without spaces (Thai, Lao, Khmer,
Burmese) are not looked up: such text breaks at its spaces only. A grapheme cluster stays whole,
but for a mark that stands on a space (LB10), a skin tone without a person (LB30b), and an Arabic
sign of number without one.
"""

import re
from functools import cache
from operator import add

from iro_desktop.documents.typography.character_classes import CharacterClasses
from iro_desktop.documents.typography.line_break_rules import HEBREW_HYPHEN, pair_table

_NUMBER = (
    "(?:{PR}|{PO})?(?:{OP}|{OW}|{HY}|{HH})?"
    # What follows a number may also be what the next one begins with.
    "{NU}(?:{NU}|{SY}|{IS})*(?:{CL}|{CP})?(?=({PR}|{PO})?)"
)
# LB15a, LB15b: where a mark may be taken for one that opens, or closes.
_NOT_OPENING = "(?<=[^{BK}{CR}{LF}{NL}{OP}{OW}{QU}{QI}{QF}{GL}{SP}{ZW}]){QI}"
_NOT_CLOSING = "{QF}(?=[^{SP}{GL}{WJ}{CL}{QU}{QI}{QF}{CP}{EX}{IS}{SY}{BK}{CR}{LF}{NL}{ZW}])"
_LONE_MARK = "(^|[{BK}{CR}{LF}{NL}{SP}{ZW}])[{CM}{ZWJ}]"
_AFTER_HEBREW = "(?<={HL})[{HY}{BA}]"
_MUST = "{CR}{LF}|[{BK}{CR}{LF}{NL}]"


class _Rules:
    """The table of classes, with the pairs and patterns of the rules in its letters."""

    def __init__(self) -> None:
        self.classes = CharacterClasses("line-breaks.txt")
        self._letters = {**self.classes.letters, HEBREW_HYPHEN: "!"}
        table = pair_table(self.classes.letters)
        self.beside = self._pairs(table.beside)
        self.over_spaces = self._pairs(table.over_spaces)
        self.number = self._pattern(_NUMBER)
        self.not_opening = self._pattern(_NOT_OPENING)
        self.not_closing = self._pattern(_NOT_CLOSING)
        self.lone_mark = self._pattern(_LONE_MARK)
        self.after_hebrew = self._pattern(_AFTER_HEBREW)
        self.mark = self._pattern("[{CM}{ZWJ}]")
        self.flag = self._pattern("{RI}{RI}")
        self.must = self._pattern(_MUST)

    def letter(self, name: str) -> str:
        return self._letters[name]

    def _pattern(self, rule: str) -> re.Pattern[str]:
        return re.compile(rule.format_map(self._letters))

    def _pairs(self, named: frozenset[tuple[str, str]]) -> frozenset[str]:
        return frozenset(self._letters[left] + self._letters[right] for left, right in named)


_rules = cache(_Rules)


def opportunities(text: str) -> tuple[int, ...]:
    """Where a next line may begin: offsets within the text, in order, the mandatory among them."""
    if len(text) < 2:  # noqa: PLR2004  # nothing stands between
        return ()
    rules = _rules()
    letters = text.translate(rules.classes)
    if not rules.mark.search(letters):
        return tuple(_without_marks(letters, rules))
    # LB10, LB9: a mark without a base is a letter; one with a base is part of it.
    joiner = rules.letter("ZWJ")
    joined = {place + 1 for place, letter in enumerate(letters) if letter == joiner}
    letters = rules.lone_mark.sub(rf"\1{rules.letter('AL')}", letters)
    places = [place for place, letter in enumerate(letters) if not rules.mark.match(letter)]
    found = _without_marks("".join([letters[place] for place in places]), rules)
    return tuple(places[index] for index in found if places[index] not in joined)


def mandatory(text: str) -> tuple[int, ...]:
    """Where a next line must begin: after each line end but one at the very end."""
    rules = _rules()
    ends = (found.end() for found in rules.must.finditer(text.translate(rules.classes)))
    return tuple(end for end in ends if end < len(text))


def _without_marks(letters: str, rules: _Rules) -> list[int]:
    letters = rules.not_opening.sub(rules.letter("QU"), letters)
    letters = rules.not_closing.sub(rules.letter("QU"), letters)
    letters = rules.after_hebrew.sub(rules.letter(HEBREW_HYPHEN), letters)
    beside, space = rules.beside, rules.letter("SP")
    found = [
        place for place, pair in enumerate(map(add, letters, letters[1:]), 1) if pair in beside
    ]
    if space in letters:
        found = [place for place in found if _over_spaces(letters, place, rules)]
    kept = _kept_together(letters, rules)
    return [place for place in found if place not in kept] if kept else found


def _over_spaces(letters: str, place: int, rules: _Rules) -> bool:
    """Whether spaces that end at this place, if any, leave the line free to end there."""
    space = rules.letter("SP")
    start = place
    while start and letters[start - 1] == space:
        start -= 1
    if start == place:
        return True
    before = letters[start - 1] if start else space
    return before + letters[place] in rules.over_spaces


def _kept_together(letters: str, rules: _Rules) -> set[int]:
    """Places within numbers (LB25) and within flags, which are pairs of letters (LB30a)."""
    kept: set[int] = set()
    if rules.letter("NU") in letters:
        for found in rules.number.finditer(letters):
            kept.update(range(found.start() + 1, found.end() + bool(found[1])))
    kept.update(found.start() + 1 for found in rules.flag.finditer(letters))
    return kept
