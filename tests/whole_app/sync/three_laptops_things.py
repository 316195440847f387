"""Things of a child's record of every kind that is brought together in its own way, and words."""

import datetime as dt
from dataclasses import replace
from typing import Any

from iro_desktop.domain.answers import Answer, answer_id
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.review import Review
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.domain.withholding import Reader

TODAY = dt.date(2026, 11, 23)


def things_of(review: Review) -> list[Any]:
    """One thing of each kind that is brought together in a way of its own."""
    about: dict[str, Any] = {"child_id": review.child_id, "review_id": review.id}
    question = "home_notes"
    return [
        Answer(id=answer_id(review.id, question), question=question, value="Calm.", **about),
        View(id=EntityId(new_id()), words="I like it here.", **about),
        *(a_decision(review, position) for position in range(2)),
        KeptPicture(id=EntityId(new_id()), image="aGFsbG8=", description="A house.", **about),
        DocumentVersion(
            id=EntityId(new_id()),
            kind=DocumentKind.LETTER,
            number=1,
            reader=Reader.CHILD,
            content="Dear Robin",
            drafted_on=TODAY,
            **about,
        ),
    ]


def a_decision(review: Review, position: int) -> Decision:
    """A decision of a review, at a place in the list."""
    return Decision(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        what="School is told.",
        position=position,
    )


def with_word(stands: Any, word: str, *, at_end: bool) -> Any:
    """The thing with one word more: prose grows at either end, a single value is another."""
    fields = _WRITTEN.get(type(stands))
    if fields is None:
        return stands
    name = fields[-1] if at_end else fields[0]
    text = str(getattr(stands, name) or "")
    if name in _SINGLE:
        return replace(stands, **{name: word})
    at_start = not at_end and name == "value"
    return replace(stands, **{name: f"{word}. {text}" if at_start else f"{text} {word}.".strip()})


_WRITTEN: dict[type, tuple[str, ...]] = {
    Answer: ("value",),
    View: ("about", "words"),
    ImportantPerson: ("name", "notes"),
    Decision: ("what", "kept_note"),
    KeptPicture: ("description",),
    DocumentVersion: ("content",),
    Child: ("social_worker", "known_as"),
    Review: ("next_place", "planned_at"),
}
_SINGLE = {"name", "social_worker", "known_as", "next_place", "planned_at"}
