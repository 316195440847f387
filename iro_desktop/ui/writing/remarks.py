"""What a child would stumble over in a finished document, rule by rule, in words. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from iro_desktop.i18n import Translator
from iro_desktop.plain_words import messages
from iro_desktop.plain_words.remarks import Rule
from iro_desktop.plain_words.running_text import sentence_ranges
from iro_desktop.plain_words.situation import limits_for
from iro_desktop.services.plain_documents import DocumentRemarks, PlacedRemark


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """One remark: the sentence it is made on, why, and what could be written.

    `words` are those remarked on. `authored` says that a person wrote them, so that they can be
    changed; the others are the program's own.
    """

    words: str
    sentence: str
    why: str
    lead: str
    offers: tuple[str, ...]
    authored: bool


@dataclass(frozen=True, slots=True)
class RemarkGroup:
    """All remarks of one rule."""

    rule: Rule
    title: str
    lines: tuple[RemarkLine, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a document reads: `figure` says its reading age, or why there is none."""

    groups: tuple[RemarkGroup, ...]
    figure: str

    @property
    def count(self) -> int:
        """How many remarks there are."""
        return sum(len(group.lines) for group in self.groups)


def reading_of(found: DocumentRemarks, age: int | None, tr: Translator) -> Reading:
    """The remarks in words, in the order of the rules; of each rule, in the document's order."""
    by_rule: dict[Rule, list[RemarkLine]] = {}
    for placed in found.remarks:
        by_rule.setdefault(placed.remark.rule, []).append(_line(placed, tr))
    return Reading(
        groups=tuple(
            RemarkGroup(rule, messages.name_of(rule, tr), _without_doubles(by_rule[rule]))
            for rule in Rule
            if rule in by_rule
        ),
        figure=_figure(found, age, tr),
    )


def _line(placed: PlacedRemark, tr: Translator) -> RemarkLine:
    remark = placed.remark
    return RemarkLine(
        words=remark.words,
        sentence=_sentence_around(placed.text, remark.start, remark.end),
        why=messages.sentence(remark, tr),
        lead=messages.offers_lead(remark, tr),
        offers=remark.offers,
        authored=placed.authored,
    )


def _without_doubles(lines: Iterable[RemarkLine]) -> tuple[RemarkLine, ...]:
    """A sentence that stands twice in a document is said once."""
    return tuple(dict.fromkeys(lines))


def _sentence_around(text: str, start: int, end: int) -> str:
    """The sentence in which a remark stands; a line's, where the remark is of several."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    for begins, ends in sentence_ranges(line):
        if begins <= start - first and end - first <= ends:
            return line[begins:ends]
    return line.strip()


def _figure(found: DocumentRemarks, age: int | None, tr: Translator) -> str:
    if found.readability is None:
        return messages.lengths_alone(found.lengths, tr)
    return messages.reading_age(found.readability, limits_for(age).reading_age, tr)
