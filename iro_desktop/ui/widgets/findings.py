"""What is found in a text while it is written, each in words for the writer. No Qt here."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.plain_words import messages
from iro_desktop.plain_words.remarks import Remark, Rule
from iro_desktop.plain_words.taking_offers import Replacement, taking
from iro_desktop.ui.widgets.text_places import Range

_OF_SENTENCES = frozenset({Rule.LONG_SENTENCE, Rule.SEVERAL_IDEAS, Rule.HARD_SENTENCE})


class Shape(Enum):
    """What is drawn beneath a finding. Each has a line of its own, so that colour says nothing."""

    SENTENCE = "sentence"
    WORDS = "words"
    SPELLING = "spelling"


class TextChecks(Protocol):
    """What looks at a text. Places are counted in characters."""

    def remarks(self, text: str) -> Sequence[Remark]:
        """What a child would stumble over."""
        ...

    def misspelt(self, text: str, leave_out: Collection[Range] = ()) -> Sequence[Range]:
        """Where words stand that the dictionary does not know."""
        ...

    def suggestions(self, word: str) -> Sequence[str]:
        """What such a word might be. Slow: to be asked only when somebody wants to see them."""
        ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding on `words`, from `start` to before `end`. Of a spelling, offers come later."""

    start: int
    end: int
    words: str
    shape: Shape
    title: str
    explanation: str
    lead: str = ""
    offers: tuple[str, ...] = ()
    remark: Remark | None = None


def findings_in(
    text: str, checks: TextChecks, *, for_child: bool, unfinished: Collection[Range] = ()
) -> tuple[Finding, ...]:
    """All there is, in the text's order; of a text that no child reads, spelling alone."""
    found = [_of_remark(remark) for remark in checks.remarks(text)] if for_child else []
    found += [
        _of_spelling(text[start:end], start, end)
        for start, end in checks.misspelt(text, unfinished)
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def with_suggestions(finding: Finding, checks: TextChecks) -> tuple[str, ...]:
    """What can be put there: the offers, or what the word might be."""
    if finding.shape is Shape.SPELLING:
        return tuple(checks.suggestions(finding.words))
    return finding.offers


def change_for(text: str, finding: Finding, offer: str) -> Replacement | None:
    """What taking an offer changes; None where the text says something else there by now."""
    if finding.remark is not None:
        return taking(text, finding.remark, offer)
    if text[finding.start : finding.end] != finding.words:
        return None
    return Replacement(finding.start, finding.end, offer)


def count_in_words(findings: Sequence[Finding]) -> str:
    """How many there are of each sort; empty where there is none."""
    spelling = sum(one.shape is Shape.SPELLING for one in findings)
    remarks = len(findings) - spelling
    parts = [
        ntr("{number} remark", "{number} remarks", remarks) if remarks else "",
        ntr("{number} word to check", "{number} words to check", spelling) if spelling else "",
    ]
    return " · ".join(part for part in parts if part)


def _of_remark(remark: Remark) -> Finding:
    return Finding(
        remark.start,
        remark.end,
        remark.words,
        Shape.SENTENCE if remark.rule in _OF_SENTENCES else Shape.WORDS,
        messages.name_of(remark.rule, screen()),
        messages.sentence(remark, screen()),
        messages.offers_lead(remark, screen()),
        remark.offers,
        remark,
    )


def _of_spelling(word: str, start: int, end: int) -> Finding:
    return Finding(
        start,
        end,
        word,
        Shape.SPELLING,
        tr("Spelling"),
        tr("“{word}” is not in the dictionary.", word=word),
        tr("Did you mean:"),
    )
