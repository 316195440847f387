"""Words of the lists that stand for something better said: jargon, blame, softened harm."""

from collections.abc import Iterator

from iro_desktop.plain_words.reading import Reading
from iro_desktop.plain_words.remarks import Remark, Rule
from iro_desktop.plain_words.word_list import Kind

_RULES = {
    Kind.JARGON: Rule.JARGON,
    Kind.BLAME: Rule.BLAME,
    Kind.SOFTENED: Rule.SOFTENED_HARM,
}


def listed_words(reading: Reading) -> Iterator[Remark]:
    """Every such word in a paragraph that is not in someone's own words."""
    for found in reading.terms:
        rule = _RULES.get(found.entry.kind)
        if rule is None:
            continue
        start, end = reading.span_of(found)
        if reading.paragraph.is_quoted(start, end):
            continue
        term = found.entry.term
        words = reading.paragraph.text[start:end]
        yield Remark(start, end, rule, found.entry.reason, words, (), term.why, term.offers)
