"""What became of earlier decisions: in order, where each comes from, and what the child says."""

import datetime as dt
from collections.abc import Iterable

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Spans, authored, plain
from iro_desktop.documents.decision_rows import for_the_file
from iro_desktop.documents.filled import filled
from iro_desktop.documents.sentences import STOPS, full_stop
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.promises import Trail, trail_of
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator


def in_their_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those that say something, each review's together and in its order, the latest review first.

    A decision that was not kept comes along from review to review, so several may be here.
    """
    written = [decision for decision in decisions if not decision.is_blank]
    reviews = list(dict.fromkeys(decision.review_id for decision in written))
    return tuple(sorted(written, key=lambda one: (reviews.index(one.review_id), one.position)))


def made_earlier(decision: Decision, record: ReviewRecord) -> Trail | None:
    """Where a decision of an older review than the last comes from; None for one of the last."""
    trail = trail_of(record.promise_trails, decision)
    days = [each.made_on for each in record.promise_trails if each.made_on is not None]
    is_older = trail is not None and trail.made_on is not None and trail.made_on < max(days)
    return trail if is_older else None


def what_and_whence(decision: Decision, record: ReviewRecord, tr: Translator) -> Spans:
    """The decision as the file has it; of an older one, when it was made and what came of it."""
    what, trail = for_the_file(decision), made_earlier(decision, record)
    if trail is None:
        return what
    said = tr("decided on {day}", day=_day(trail.made_on, tr))
    if trail.last is not None:
        said = tr(
            "{decided}; {outcome} on {day}",
            decided=said,
            outcome=phrases.kept(trail.last.decision.kept, tr),
            day=_day(trail.last.held_on, tr),
        )
    return filled(tr("{what} ({said})"), what=what, said=plain(said))


def outcome(decision: Decision, tr: Translator) -> Spans:
    """What became of a decision, why, and what the child says about that."""
    said, words = outcome_and_why(decision, tr), decision.kept_words.strip()
    if not words:
        return said
    return filled(
        tr("{said} The child says: “{words}”"), said=ended(said, tr), words=authored(words)
    )


def outcome_and_why(decision: Decision, tr: Translator) -> Spans:
    """What became of a decision, with the note that goes with it."""
    said, note = plain(phrases.kept(decision.kept, tr)), decision.kept_note.strip()
    return filled(tr("{outcome}: {note}"), outcome=said, note=authored(note)) if note else said


def ended(said: Spans, tr: Translator) -> Spans:
    """The words with a full stop, where they have no end of their own."""
    text = "".join(span.text for span in said).rstrip()
    return said if text.endswith(STOPS) else (*said, *plain(full_stop(tr.language.code)))


def _day(day: dt.date | None, tr: Translator) -> str:
    return tr.date(day) if day else ""
