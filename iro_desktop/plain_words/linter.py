"""Writes for the child by remarking: every rule over a text, paragraph by paragraph.

What was found in a paragraph is kept by its text, so that while someone types only the paragraph
that changed is read again. Rules on a first use are settled last, over the whole text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iro_desktop.plain_words.addressing import third_person
from iro_desktop.plain_words.explaining import hard_words, short_forms
from iro_desktop.plain_words.listed_words import listed_words
from iro_desktop.plain_words.other_people import names_to_find, third_parties
from iro_desktop.plain_words.passive import passives
from iro_desktop.plain_words.promises import vague_promises
from iro_desktop.plain_words.readability import Counts, Readability, counts_of
from iro_desktop.plain_words.reading import FirstUse, Reading
from iro_desktop.plain_words.remarks import Remark
from iro_desktop.plain_words.running_text import Paragraph, paragraphs, tokens
from iro_desktop.plain_words.sentence_rules import remarks_on_sentences
from iro_desktop.plain_words.situation import Situation, limits_for
from iro_desktop.plain_words.term_finder import TermFinder

_MOST_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class _Checked:
    """What one paragraph comes to, counted from its own start."""

    remarks: tuple[Remark, ...]
    first_uses: tuple[FirstUse, ...]
    counts: Counts


class Linter:
    """The rules for one situation. Keep it while someone writes: it remembers paragraphs."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self._limits = limits_for(situation.age)
        self._finder = TermFinder(situation.words, situation.preferred)
        self._names = names_to_find(situation)
        self._familiar = _familiar(situation)
        self._kept: dict[str, _Checked] = {}

    def remarks(self, text: str) -> tuple[Remark, ...]:
        """All remarks on an English text, from its start. Lines are paragraphs."""
        found: list[Remark] = []
        explained: set[str] = set()
        for at, line in paragraphs(text):
            checked = self._check(line)
            found += [remark.moved(at) for remark in checked.remarks]
            for use in checked.first_uses:
                if use.key not in explained:
                    explained.add(use.key)
                    if use.remark is not None:
                        found.append(use.remark.moved(at))
        return tuple(sorted(found))

    def readability(self, text: str) -> Readability:
        """The figures of an English text."""
        counts = Counts()
        for _, line in paragraphs(text):
            counts += self._check(line).counts
        return counts.readability()

    def _check(self, line: str) -> _Checked:
        kept = self._kept.get(line)
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[line] = self._read(line)
        return kept

    def _read(self, line: str) -> _Checked:
        paragraph = Paragraph(line)
        reading = Reading(
            paragraph,
            tuple(self._finder.find(paragraph)),
            self.situation,
            self._limits,
            self._familiar,
        )
        promised = tuple(vague_promises(reading))
        remarks = (
            *remarks_on_sentences(reading),
            *_not_within(passives(reading), promised),
            *listed_words(reading),
            *third_person(reading),
            *third_parties(reading, self._names),
            *promised,
        )
        uses = sorted(
            (*short_forms(reading), *hard_words(reading)), key=lambda use: (use.start, use.key)
        )
        counts = counts_of(sentence.words for sentence in paragraph.sentences)
        return _Checked(remarks, tuple(uses), counts)


def _not_within(found: Iterable[Remark], others: tuple[Remark, ...]) -> Iterator[Remark]:
    """Those that no other one has said already."""
    for remark in found:
        if not any(one.start <= remark.start and remark.end <= one.end for one in others):
            yield remark


def _familiar(situation: Situation) -> frozenset[str]:
    """What the reader knows without being told: the lists' familiar words, names, own words."""
    found: set[str] = set()
    for words in situation.words:
        for one in words.familiar:
            found |= {one} if one.isupper() else {one, one.casefold()}
    own = (word for _, word in situation.preferred)
    for name in (*situation.names, *situation.known_people, *situation.third_parties, *own):
        found.update(tokens(name))
    return frozenset(found)
