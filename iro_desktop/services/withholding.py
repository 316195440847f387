"""Decide what is kept from whom, and make a record without it."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from iro_desktop.documents.leaks import Secret
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, new_id
from iro_desktop.domain.redaction import Redaction, any_spelling_of
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.tools.record import ToolRecord
from iro_desktop.domain.withholding import (
    ConfidentialDetail,
    Reader,
    WithheldBecause,
    WithheldPassage,
)
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import NotInTheText
from iro_desktop.services.owner import signatory
from iro_desktop.services.ports import Clock, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.review_records import require_review

# A whole field is looked for elsewhere only where it is long enough to be known again.
_KNOWN_AGAIN = 12
# From whom such a passage is kept in most cases; whoever decides may choose otherwise.
_USUALLY_FROM = MappingProxyType(
    {
        WithheldBecause.THIRD_PARTY: (Reader.CHILD, Reader.PARENT, Reader.FAMILY, Reader.OTHER),
        WithheldBecause.SERIOUS_HARM: (Reader.CHILD, Reader.PARENT, Reader.FAMILY),
        WithheldBecause.CONFIDENTIAL_ADDRESS: (Reader.PARENT, Reader.FAMILY, Reader.OTHER),
        WithheldBecause.KEEP_OUT: tuple(
            reader for reader in Reader if reader not in {Reader.CHILD, Reader.FILE}
        ),
    }
)
# Shorter than this, words stand in other words' places all over a document.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class ForReader:
    """A record without what is kept from a reader.

    `left_out` counts what was cut, by reason. `secrets` are the words that must stand nowhere in
    the copy. `lost` are passages whose words are no longer where they were marked: somebody changed
    the text since, and has to mark it anew before a copy leaves.
    """

    record: ReviewRecord
    left_out: Mapping[WithheldBecause, int]
    secrets: tuple[Secret, ...]
    lost: tuple[WithheldPassage, ...]


def kept_from(reader: Reader, record: ReviewRecord, day: dt.date) -> Redaction:
    """What to cut for a reader on this day, ready to cut it."""
    return Redaction(
        (passage for passage in _passages(record) if reader in passage.kept_from),
        (
            detail
            for detail in record.confidential
            if reader in detail.kept_from and (detail.until is None or day <= detail.until)
        ),
    )


def _passages(record: ReviewRecord) -> Iterator[WithheldPassage]:
    """Those of this review, and of earlier meetings' tools, which stand beside today's."""
    yield from record.withheld
    for earlier in record.earlier_tools:
        yield from (one for one in earlier.withheld if earlier.tools.holds(one.thing))


def for_reader(record: ReviewRecord, reader: Reader, day: dt.date) -> ForReader:
    """The record as a copy for this reader may have it on this day."""
    redaction = kept_from(reader, record, day)
    cut = redaction.of(record)
    secrets = [
        *(
            Secret(words, passage.because)
            for passage in redaction.passages
            for words in _of(passage, record)
        ),
        *(
            Secret(detail.words, WithheldBecause.CONFIDENTIAL_ADDRESS)
            for detail in redaction.details
        ),
    ]
    return ForReader(cut, dict(redaction.cuts), tuple(secrets), redaction.lost)


def _of(passage: WithheldPassage, record: ReviewRecord) -> list[str]:
    """What to look for of a passage in a finished copy."""
    if passage.words:
        return [passage.words] if len(passage.words) >= _SHORTEST else []
    whole = text_of(record, passage.thing, passage.field)
    return [whole] if len(whole) >= _KNOWN_AGAIN else []


def usually_kept_from(because: WithheldBecause) -> tuple[Reader, ...]:
    """From whom a passage is kept for such a reason, where nobody says otherwise."""
    return _USUALLY_FROM[because]


def lost_in(record: ReviewRecord) -> tuple[WithheldPassage, ...]:
    """Passages whose words stand no longer where they were marked, whoever they are kept from."""
    redaction = Redaction(record.withheld, ())
    redaction.of(record)
    return redaction.lost


def places_in(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where a kept passage stands in its field, as a copy would cut it; all of it without words."""
    if not words:
        return ((0, len(text)),) if text else ()
    found = [match.span() for match in re.finditer(re.escape(words), text)]
    if not found and (pattern := any_spelling_of(words)):
        found = [match.span() for match in pattern.finditer(text)]
    return tuple(found)


def text_of(record: ReviewRecord, thing: str, field: str) -> str:
    """What stands in a field of a thing of this record; empty where it holds no text."""
    earlier = (each.tools for each in record.earlier_tools)
    holders: tuple[ReviewRecord | ToolRecord, ...] = (record, record.tools, *earlier)
    for holder in holders:
        for things in (getattr(holder, each.name) for each in fields(holder)):
            for one in things if isinstance(things, tuple) else ():
                if getattr(one, "id", "") == thing:
                    value = getattr(one, field, "")
                    return value if isinstance(value, str) else ""
    return ""


def keep_passage(
    uow_factory: UnitOfWorkFactory,
    review: ReviewId,
    passage: WithheldPassage,
    record: ReviewRecord,
    clock: Clock,
) -> Changed:
    """Keep a passage of a review's record from some readers, from now on.

    Who decided and when are noted here. Closed records can be marked: the record does not change.

    Raises:
        NotInTheText: the words do not stand in that field.
    """
    text = text_of(record, passage.thing, passage.field)
    pattern = any_spelling_of(passage.words)
    if passage.words and passage.words not in text and not (pattern and pattern.search(text)):
        raise NotInTheText
    with uow_factory() as uow:
        found = require_review(uow, review)
        kept = WithheldPassage(
            id=passage.id or EntityId(new_id()),
            child_id=found.child_id,
            review_id=found.id,
            thing=passage.thing,
            field=passage.field,
            words=passage.words,
            because=passage.because,
            kept_from=passage.kept_from,
            why=passage.why.strip(),
            decided_by=signatory(uow.settings).name,
            decided_on=clock.today(),
        )
        uow.withheld_passages.put(kept)
    return Changed.of(kept, Topic.CHILD, Topic.DOCUMENTS)


def give_back(uow_factory: UnitOfWorkFactory, passage: WithheldPassage) -> Changed:
    """Keep a passage from nobody any more. That it once was stays in its history."""
    with uow_factory() as uow:
        uow.withheld_passages.withdraw(passage)
    return Changed.of(passage, Topic.CHILD, Topic.DOCUMENTS)


def keep_detail(
    uow_factory: UnitOfWorkFactory, detail: ConfidentialDetail, clock: Clock
) -> Changed:
    """Keep an address or another detail of a child from some readers, in every document."""
    with uow_factory() as uow:
        uow.confidential_details.put(
            ConfidentialDetail(
                id=detail.id or EntityId(new_id()),
                child_id=detail.child_id,
                words=detail.words.strip(),
                kept_from=detail.kept_from,
                why=detail.why.strip(),
                until=detail.until,
                recorded_by=signatory(uow.settings).name,
                recorded_on=clock.today(),
            )
        )
    return Changed.of_child(detail.child_id, Topic.CHILD, Topic.DOCUMENTS)


def give_back_detail(uow_factory: UnitOfWorkFactory, detail: ConfidentialDetail) -> Changed:
    """Keep a detail from nobody any more."""
    with uow_factory() as uow:
        uow.confidential_details.withdraw(detail)
    return Changed.of_child(detail.child_id, Topic.CHILD, Topic.DOCUMENTS)


def details_of(uow: UnitOfWork, child: ChildId) -> tuple[ConfidentialDetail, ...]:
    """What of a child is kept from anyone."""
    return tuple(uow.confidential_details.of_child(child))
