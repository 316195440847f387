"""Finds the words of all lists in one walk over a text: longest first, strongest list first.

A table by first word, and not one alternation of a pattern: a walk then costs a look-up a word,
however long the lists are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from iro_desktop.plain_words.remarks import Reason
from iro_desktop.plain_words.running_text import Paragraph, Word, tokens
from iro_desktop.plain_words.word_list import Kind, Term, WordList

_JOINS = " \u00a0\u202f\t-‐‑/"
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one way to write a term. `reason` says whose word is offered first."""

    term: Term
    reason: Reason
    in_capitals: bool = False

    @property
    def kind(self) -> Kind:
        """What is the matter with it."""
        return self.term.kind


class Found(NamedTuple):
    """A term in a paragraph: its words from `first` to before `after`."""

    entry: Entry
    first: int
    after: int


_REASONS = {
    Kind.JARGON: Reason.SERVICES_WORD,
    Kind.BLAME: Reason.BLAMES,
    Kind.SOFTENED: Reason.HIDES_HARM,
    Kind.HARD: Reason.NOT_EXPLAINED,
    Kind.VAGUE_TIME: Reason.NO_DATE,
    Kind.VAGUE_DEED: Reason.NOTHING_CERTAIN,
}


class TermFinder:
    """The terms of some lists, the strongest first, under the words that the child prefers."""

    def __init__(
        self, lists: Sequence[WordList], preferred: Iterable[tuple[str, str]] = ()
    ) -> None:
        self._entries = dict(_entries_of(tuple(lists)))
        for instead_of, word in preferred:
            self._prefer(instead_of.strip(), word.strip())
        self._by_first: dict[str, list[tuple[_Key, Entry | None]]] = {}
        for key, entry in self._entries.items():
            if key:
                self._by_first.setdefault(key[0], []).append((key, entry))
        for keys in self._by_first.values():
            keys.sort(key=lambda pair: len(pair[0]), reverse=True)

    def find(self, paragraph: Paragraph) -> Iterator[Found]:
        """Every term in a paragraph, none within another."""
        words = paragraph.words
        small = [word.small.removesuffix("'s") for word in words]
        at = 0
        while at < len(words):
            match = self._match(paragraph, words, small, at)
            if match is None:
                at += 1
                continue
            entry, size = match
            if entry is not None:
                yield Found(entry, at, at + size)
            at += size

    def _match(
        self, paragraph: Paragraph, words: Sequence[Word], small: Sequence[str], at: int
    ) -> tuple[Entry | None, int] | None:
        for key, entry in self._by_first.get(small[at], ()):
            size = len(key)
            if size > 1 and (
                tuple(small[at : at + size]) != key
                or any(
                    paragraph.gap(words[one], words[one + 1]).strip(_JOINS)
                    for one in range(at, at + size - 1)
                )
            ):
                continue
            if entry is None or not entry.in_capitals:
                return entry, size
            if _is_in_capitals(words[at].text.partition("'")[0].partition("’")[0]):
                return entry, size
        return None

    def _prefer(self, instead_of: str, word: str) -> None:
        """The child's word first, for every form of the term that it stands in place of."""
        key = tokens(instead_of)
        if not key or not word or key == tokens(word):
            return
        known = self._entries.get(key)
        forms = known.term.forms if known else (instead_of, f"{instead_of}s")
        for form in forms:
            term = known.term if known else Term((instead_of,))
            kind = Kind.JARGON if term.kind is Kind.HARD else term.kind
            offers = tuple(dict.fromkeys((word, *term.offers)))
            term = replace(term, offers=offers, kind=kind)
            in_capitals = _is_in_capitals(form) and known is not None
            self._entries[tokens(form)] = Entry(term, Reason.CHILD_HAS_A_WORD, in_capitals)
        self._entries[tokens(word)] = None


@lru_cache(maxsize=8)
def _entries_of(lists: tuple[WordList, ...]) -> Mapping[_Key, Entry | None]:
    """What the lists say of each run of words; None where they say that it may stand."""
    entries: dict[_Key, Entry | None] = {}
    for words in lists:
        for phrase in words.allowed:
            entries.setdefault(tokens(phrase), None)
        for term in words.terms:
            _add(entries, term, is_councils=bool(words.owner))
    return entries


def _add(entries: dict[_Key, Entry | None], term: Term, *, is_councils: bool) -> None:
    reason = _REASONS[term.kind]
    if is_councils and term.offers and term.kind is Kind.JARGON:
        reason = Reason.COUNCIL_HAS_A_WORD
    for phrase in term.unless:
        entries.setdefault(tokens(phrase), None)
    for form in term.forms:
        key = tokens(form)
        entry = Entry(term, reason, _is_in_capitals(form))
        stronger = entries.setdefault(key, entry)
        if stronger is not None and stronger is not entry:
            offers = tuple(dict.fromkeys((*stronger.term.offers, *term.offers)))
            merged = replace(stronger.term, offers=offers, why=stronger.term.why or term.why)
            entries[key] = replace(stronger, term=merged)


def _is_in_capitals(form: str) -> bool:
    return form.removesuffix("s").isupper()
