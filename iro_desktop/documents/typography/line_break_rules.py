"""The rules of UAX #14, revision 50 (Unicode 15.0), as the specification writes them.

Its version of numbers is the one that Unicode's own test uses (8.2, example 7); quotation marks
that open or close are told apart as in revision 51 (LB15a, LB15b), so that « these » stay whole.
What looks further than two characters is in `line_breaking`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

PAIRS = """
LB4   BK ÷ any
LB5   CR × LF
LB5   CR LF NL ÷ any
LB6   any × BK CR LF NL
LB7   any × SP ZW
LB8   ZW SP* ÷ any
LB11  any × WJ
LB11  WJ × any
LB12  GL × any
LB12a not SP BA HY HH × GL
LB13  any × CL CP EX IS SY
LB14  OP OW SP* × any
LB15  QU QI QF SP* × OP OW
LB15a QI SP* × any
LB15b any × QF
LB16  CL CP SP* × NS
LB17  B2 SP* × B2
LB18  SP ÷ any
LB19  any × QU QI QF
LB19  QU QI QF × any
LB20  any ÷ CB
LB20  CB ÷ any
LB21  any × BA HY HH NS
LB21  BB × any
LB21a HH × any
LB21b SY × HL
LB22  any × IN
LB23  AL HL × NU
LB23  NU × AL HL
LB23a PR × ID PX EB EM
LB23a ID PX EB EM × PO
LB24  PR PO × AL HL
LB24  AL HL × PR PO
LB26  JL × JL JV H2 H3
LB26  JV H2 × JV JT
LB26  JT H3 × JT
LB27  JL JV JT H2 H3 × PO
LB27  PR × JL JV JT H2 H3
LB28  AL HL × AL HL
LB29  IS × AL HL
LB30  AL HL NU × OP
LB30  CP × AL HL NU
LB30b EB PX × EM
LB31  any ÷ any
"""

HEBREW_HYPHEN = "HH"
"""A hyphen after a Hebrew letter (LB21a): a class that only the context gives."""

_RULE = re.compile(
    r"\S+\s+(?P<not>not )?(?P<left>.+?)(?P<spaces> SP\*)? (?P<sign>[×÷]) (?P<right>.+)"
)


@dataclass(frozen=True)
class PairTable:
    """Pairs of classes between which a line may end: side by side, and with spaces between.

    After a space, `beside` says only that some letter before the spaces would let the line end;
    `over_spaces` decides, with SP itself for spaces that begin the text.
    """

    beside: frozenset[tuple[str, str]]
    over_spaces: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class _Rule:
    left: frozenset[str]
    over_spaces: bool
    breaks: bool
    right: frozenset[str]


def pair_table(classes: Iterable[str]) -> PairTable:
    """The rules worked out for every pair of these classes: the first that applies decides."""
    known = frozenset(classes) | {HEBREW_HYPHEN}
    rules = [_rule(line, known) for line in PAIRS.strip().splitlines()]
    pairs = [(left, right) for left in known for right in known]
    return PairTable(
        frozenset(pair for pair in pairs if _beside(rules, *pair, known)),
        frozenset(pair for pair in pairs if _over_spaces(rules, *pair)),
    )


def _rule(line: str, known: frozenset[str]) -> _Rule:
    found = _RULE.fullmatch(line)
    if found is None:
        raise ValueError(line)
    left = frozenset(_named(found["left"], known))
    return _Rule(
        known - left if found["not"] else left,
        bool(found["spaces"]),
        found["sign"] == "÷",
        frozenset(_named(found["right"], known)),
    )


def _named(names: str, known: frozenset[str]) -> Iterator[str]:
    for name in names.split():
        if name == "any":
            yield from known
        elif name in known:
            yield name
        else:
            raise ValueError(name)


def _beside(rules: Sequence[_Rule], left: str, right: str, known: Iterable[str]) -> bool:
    if left == "SP":
        return any(_over_spaces(rules, before, right) for before in known)
    return next(rule.breaks for rule in rules if left in rule.left and right in rule.right)


def _over_spaces(rules: Sequence[_Rule], left: str, right: str) -> bool:
    """Whether a line may end at the last of some spaces that stand between these."""
    return next(
        rule.breaks
        for rule in rules
        if right in rule.right and ("SP" in rule.left or (rule.over_spaces and left in rule.left))
    )
