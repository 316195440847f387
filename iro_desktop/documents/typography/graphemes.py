"""What a reader takes for one character: extended grapheme clusters, UAX #29 (Unicode 15.0).

The classes of the specification are GB3 to GB13 read as one regular expression.
"""

import re
from functools import cache
from itertools import pairwise

from iro_desktop.documents.typography.character_classes import CharacterClasses

_CLUSTER = """
    {CR}{LF}
  | [{CR}{LF}{Control}]
  | {Prepend}*
    (?: (?: {L}*(?:{V}+|{LV}{V}*|{LVT}){T}* | {L}+ | {T}+ )
      | {Regional_Indicator}{Regional_Indicator}
      | {Pictograph}(?:{Extend}*{ZWJ}{Pictograph})*
      | [^{Control}{CR}{LF}]
    )
    [{Extend}{ZWJ}{SpacingMark}]*
  | {Prepend}+ [{Extend}{ZWJ}{SpacingMark}]*
"""


def boundaries(text: str) -> tuple[int, ...]:
    """Where a cluster begins: offsets in order, 0 the first unless there is no text."""
    if text.isascii() and "\r" not in text:
        return tuple(range(len(text)))
    classes, cluster = _rules()
    letters = text.translate(classes)
    return tuple(found.start() for found in cluster.finditer(letters))


def clusters(text: str) -> tuple[str, ...]:
    """The text, cluster by cluster."""
    edges = (*boundaries(text), len(text))
    return tuple(text[start:end] for start, end in pairwise(edges))


@cache
def _rules() -> tuple[CharacterClasses, re.Pattern[str]]:
    classes = CharacterClasses("grapheme-breaks.txt")
    return classes, re.compile(_CLUSTER.format_map(classes.letters), re.VERBOSE)
