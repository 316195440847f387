"""What is remarked on a text: which rule, where, why, and what could be said instead.

A remark explains and offers. Nothing here changes a text.
"""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """Which rule remarks. A code once given keeps its meaning."""

    LONG_SENTENCE = "long_sentence"
    SEVERAL_IDEAS = "several_ideas"
    HARD_SENTENCE = "hard_sentence"
    PASSIVE = "passive"
    ACRONYM = "acronym"
    HARD_WORD = "hard_word"
    JARGON = "jargon"
    THIRD_PERSON = "third_person"
    BLAME = "blame"
    THIRD_PARTY = "third_party"
    PROMISE = "promise"
    SOFTENED_HARM = "softened_harm"


AT_FIRST_USE = frozenset({Rule.ACRONYM, Rule.HARD_WORD})
"""Rules that remark on the first use in the whole text alone, where it is not explained."""


class Reason(StrEnum):
    """Why a rule remarks, where it has several reasons; each has a sentence of its own."""

    TOO_MANY_WORDS = "too_many_words"
    TOO_MANY_IDEAS = "too_many_ideas"
    READS_OLD = "reads_old"
    NOBODY_DOES_IT = "nobody_does_it"
    NOT_IN_FULL = "not_in_full"
    NOT_EXPLAINED = "not_explained"
    SERVICES_WORD = "services_word"
    CHILD_HAS_A_WORD = "child_has_a_word"
    COUNCIL_HAS_A_WORD = "council_has_a_word"
    ABOUT_NOT_TO = "about_not_to"
    NAMED_NOT_ADDRESSED = "named_not_addressed"
    BLAMES = "blames"
    NAMES_ANOTHER = "names_another"
    NO_OWNER = "no_owner"
    NO_DATE = "no_date"
    NOTHING_CERTAIN = "nothing_certain"
    HIDES_HARM = "hides_harm"


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One remark on `words`, which stand from `start` to before `end` in the text.

    `parts` fill the sentence that `messages.sentence` makes of `reason`. `why` is what the list of
    words says itself, in the words of whoever wrote the list. `offers` are ways to say it, the
    child's own first; there may be none.
    """

    start: int
    end: int
    rule: Rule
    reason: Reason
    words: str
    parts: tuple[tuple[str, str], ...] = ()
    why: str = ""
    offers: tuple[str, ...] = ()

    def moved(self, by: int) -> "Remark":
        """The same remark on a text that stands further on."""
        if not by:
            return self
        return Remark(
            self.start + by,
            self.end + by,
            self.rule,
            self.reason,
            self.words,
            self.parts,
            self.why,
            self.offers,
        )
