"""What a grown-up who reads the record would miss: reasons, owners, and who it was that decided.

Flags are for the writer and print in no copy. Reasons are looked for in English: a flag asks a
question, it does not say that the writer is wrong.
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.documents.whole_life import WholeLife
from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.participation import Participant, Role, Voice
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n import Translator

_EXCERPT = 120
_REASON = re.compile(
    r"\b(?:because|so that|so (?:you|he|she|they|we|it)\b|since|in order to|due to|as a result"
    r"|to (?:help|make sure|keep|protect|find out|let|give|allow|support)|therefore|that is why)\b",
    re.IGNORECASE,
)
_DECIDING = (
    "decided|felt|agreed|thought|considered|believed|concluded|recommended|suggested|deemed"
    "|noted|reported|alleged|planned|hoped"
)
# “It was decided that …”, unless “by” says by whom.
_NOBODY = re.compile(
    rf"\b(?:it|this|that) (?:was|is|has been|had been) (?:\w+ly |also |then )?(?:{_DECIDING})\b"
    r"(?! by\b)[^.!?\n]*[.!?]?"
    r"|\b(?:a|the|this|that|no) decision (?:was|has been|had been) (?:made|taken|reached)\b"
    r"(?! by\b)[^.!?\n]*[.!?]?",
    re.IGNORECASE,
)


class Missing(StrEnum):
    """What a reader would miss. A code once given keeps its meaning."""

    REASON_OF_DECISION = "reason_of_decision"
    OWNER_OF_DECISION = "owner_of_decision"
    WHO_DECIDED = "who_decided"
    REASON_OF_MOVE = "reason_of_move"
    CHILDS_VIEW = "childs_view"


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing that is missing. `thing` is the id of what it is missing from.

    `day` is that of the review or the move, None where none is known. `words` are the text meant.
    """

    missing: Missing
    thing: str
    day: dt.date | None
    words: str = ""


def flags(life: WholeLife) -> tuple[Flag, ...]:
    """Everything that is missing, in the order in which it would be read."""
    found = [*_of_moves(life), *(flag for one in life.reviews for flag in _of_review(one))]
    return tuple(sorted(found, key=lambda flag: flag.day or dt.date.max))


def flag_in_words(flag: Flag, tr: Translator) -> str:
    """What to tell the writer."""
    return {
        Missing.REASON_OF_DECISION: tr("Nothing says why this was decided."),
        Missing.OWNER_OF_DECISION: tr("Nobody is named who does this."),
        Missing.WHO_DECIDED: tr("Who did this? The sentence names nobody."),
        Missing.REASON_OF_MOVE: tr("Nothing says why the child moved."),
        Missing.CHILDS_VIEW: tr("The record of this review does not say what the child thought."),
    }[flag.missing]


def _of_review(record: ReviewRecord) -> Iterator[Flag]:
    held = record.review.held_on
    if held and not _has_childs_view(record):
        yield Flag(Missing.CHILDS_VIEW, record.review.id, held)
    for decision in record.decisions:
        if not decision.is_blank:
            yield from _of_decision(decision, held)
    for thing, text in _texts(record):
        for match in _NOBODY.finditer(text):
            yield Flag(Missing.WHO_DECIDED, thing, held, match[0][:_EXCERPT])


def _of_decision(decision: Decision, held: dt.date | None) -> Iterator[Flag]:
    said = f"{decision.what} {decision.words_for_child}".strip()
    if not _REASON.search(said):
        yield Flag(Missing.REASON_OF_DECISION, decision.id, held, said[:_EXCERPT])
    if not decision.owner.strip():
        yield Flag(Missing.OWNER_OF_DECISION, decision.id, held, said[:_EXCERPT])


def _texts(record: ReviewRecord) -> Iterator[tuple[str, str]]:
    """What people wrote, with the id of where it stands; never the child's own words."""
    for decision in record.decisions:
        for words in (decision.what, decision.words_for_child, decision.kept_note):
            yield decision.id, words
    for answer in record.answers:
        if isinstance(answer.value, str):
            yield answer.id, answer.value
    for addendum in record.addenda:
        yield addendum.id, addendum.text
    for text in record.texts:
        yield text.id, text.words


def _has_childs_view(record: ReviewRecord) -> bool:
    """Whether anything at all came from the child: words, a picture, a score, or their part."""
    return (
        any(view.words.strip() for view in record.views)
        or bool(record.pictures)
        or any(one.role is Role.CHILD and one.value is not None for one in record.scale_answers)
        or any(_took_part(person) for person in record.participants)
    )


def _took_part(person: Participant) -> bool:
    silent = {Voice.NOT_RECORDED, Voice.DID_NOT_CONTRIBUTE}
    return person.role is Role.CHILD and person.voice not in silent


def _of_moves(life: WholeLife) -> Iterator[Flag]:
    episodes = life.reviews[-1].episodes if life.reviews else ()
    for period in periods_of_care(episodes):
        moves = set(period.homes_began()[1:])
        for before, after in itertools.pairwise(period.episodes):
            if after.started in moves and not before.reason_for_move.strip():
                yield Flag(Missing.REASON_OF_MOVE, after.id, after.started)
