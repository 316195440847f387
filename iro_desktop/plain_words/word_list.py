"""Lists of words to look for: what each is, and what could be said instead."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is the matter with a word.

    A hard word may stay where the next sentence explains it. Vague ones matter in a promise alone.
    """

    JARGON = "jargon"
    BLAME = "blame"
    SOFTENED = "softened"
    HARD = "hard"
    VAGUE_TIME = "vague_time"
    VAGUE_DEED = "vague_deed"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a few, in each of its `forms`; found whatever its capitals are.

    A form all in capitals is found so alone. `unless` are longer runs of words in which it is not
    meant. `offers` are ways to say it, and for a hard word sentences that explain it. `why` is for
    the writer.
    """

    forms: tuple[str, ...]
    kind: Kind = Kind.JARGON
    offers: tuple[str, ...] = ()
    why: str = ""
    unless: tuple[str, ...] = ()


# Compared by identity: two lists that were read apart need not be walked through to be told apart.
@dataclass(frozen=True, eq=False)
class WordList:
    """One list. `owner` is whose it is; empty for the one that the program brings.

    `allowed` are never remarked on, whatever a weaker list says. `familiar` are long words that
    children know, and short forms that need no explaining. `spellings` are spelt right.
    """

    owner: str = ""
    terms: tuple[Term, ...] = ()
    allowed: tuple[str, ...] = ()
    familiar: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
