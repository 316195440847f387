"""What was written after made-up reviews, what has gone out, and what was added later."""

import datetime as dt

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.families import Situation
from iro_desktop.demonstration.lives import Life
from iro_desktop.demonstration.names import IRO
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.review import Addendum, Output, Review

_KINDS = {
    Output.LETTER: (DocumentKind.LETTER,),
    Output.MINUTES: (DocumentKind.MINUTES,),
    Output.BOTH: (DocumentKind.LETTER, DocumentKind.MINUTES),
}
_ADDENDA = (
    "The school telephoned: the meeting about next year is now on a Wednesday.",
    "The dentist's date was given to me after the review was closed.",
    "Put right: the family centre is the one in the high street.",
)
_SHARE_WITH_ADDENDUM = 0.05


def make_documents(
    draw: Draw, life: Life, reviews: tuple[Review, ...], today: dt.date
) -> tuple[WrittenDocument, ...]:
    """Letters and minutes of the closed reviews given."""
    written: list[WrittenDocument] = []
    for review in reviews:
        last = review.held_on == life.calendar.held[-1] if life.calendar.held else False
        to_write = last and life.family.situation is Situation.TO_WRITE
        if review.output is None or review.closed_on is None or to_write:
            continue
        sent = not (last and life.family.situation is Situation.TO_SEND)
        written += [
            _document(draw, life, review, kind, review.closed_on, today, sent=sent)
            for kind in _KINDS[review.output]
        ]
    return tuple(written)


def _document(
    draw: Draw,
    life: Life,
    review: Review,
    kind: DocumentKind,
    closed_on: dt.date,
    today: dt.date,
    *,
    sent: bool,
) -> WrittenDocument:
    chance = draw.of("document", review.id, kind)
    written_on = min(closed_on + dt.timedelta(days=chance.randint(0, 4)), today)
    letter = kind is DocumentKind.LETTER
    reader = life.child.known_as or life.child.number if letter else life.cast.social_worker.name
    return WrittenDocument(
        id=EntityId(draw.id("document", review.id, kind)),
        child_id=review.child_id,
        review_id=review.id,
        kind=kind,
        written_on=written_on,
        sent_on=min(written_on + dt.timedelta(days=1), today) if sent else None,
        sent_to=reader if sent else "",
    )


def make_addenda(draw: Draw, reviews: tuple[Review, ...], today: dt.date) -> tuple[Addendum, ...]:
    """A word added to a few of the closed reviews."""
    addenda: list[Addendum] = []
    for review in reviews:
        chance = draw.of("addendum", review.id)
        if review.closed_on is None or chance.random() >= _SHARE_WITH_ADDENDUM:
            continue
        added_on = min(review.closed_on + dt.timedelta(days=chance.randint(1, 9)), today)
        addenda.append(
            Addendum(
                id=EntityId(draw.id("addendum", review.id)),
                child_id=review.child_id,
                review_id=review.id,
                text=chance.choice(_ADDENDA),
                added_on=added_on,
                added_by=IRO,
            )
        )
    return tuple(addenda)
