"""Keep what someone typed without having seen what came in meanwhile from another laptop.

What is on a screen was read before a round with the hub brought another's words. Saved over those,
it would take them away unseen. Saved here it stands beside them, as made of what the screen had
read: this laptop goes on showing its own, and both are brought together, or shown to a person.
"""

from collections.abc import Sequence
from typing import Any, Protocol

import msgspec

from iro_desktop.domain.answers import Answer
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.identifiers import ChildId, ReviewId, new_id
from iro_desktop.domain.review import Review
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.history_port import Revision
from iro_desktop.services.other_versions import gone_on_from, plain
from iro_desktop.services.owner import author
from iro_desktop.services.ports import Clock, Records, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.record_homes import HOMES
from iro_desktop.services.setting_names import WRITTEN_BESIDE
from iro_desktop.services.syncing.pulling import UNMERGED
from iro_desktop.services.team_hub.membership import account_of, device_of


class Typed(Protocol):
    """A thing that people type into."""

    @property
    def id(self) -> str:
        """Its name."""
        ...


def keep_beside(
    uow_factory: UnitOfWorkFactory,
    thing: Typed,
    seen: Typed | None,
    clock: Clock,
    *,
    is_closed_since: bool = False,
) -> Changed:
    """Keep a thing beside what came in since `seen` was read; None where nothing was there then.

    `is_closed_since` says that another laptop closed the review meanwhile, so that nothing more can
    be kept in it: it is then kept beside all the same, for a person to decide.

    Returns:
        What was touched. Nothing, where nobody else changed it since: it is to be kept as always.
    """
    with uow_factory() as uow:
        if account_of(uow) is None:
            return Changed()
        standing = _records(uow, thing).find(thing.id)
        if not is_closed_since and _same(standing, seen):
            return Changed()
        history = uow.history.looked_at([thing.id])
        base = _as_seen(history, seen)
        if not is_closed_since and not _came_since(history, base, device_of(uow.settings)):
            return Changed()
        if not history and seen is not None:
            return Changed()
        uow.ledger.add_merge(_beside(uow, thing, base, clock), is_automatic=False)
        uow.settings.set(WRITTEN_BESIDE, "1")
    return Changed(_topics(thing), frozenset({_child(thing)}), _reviews(thing))


def let_be_brought_together(uow: UnitOfWork) -> None:
    """A round begins: it is to look also at what was written beside since the one before.

    Noted apart from what a round itself leaves over: one that runs meanwhile does not know of it.
    """
    if uow.settings.get(WRITTEN_BESIDE):
        uow.settings.set(WRITTEN_BESIDE, "")
        uow.settings.set(UNMERGED, "1")


def _beside(uow: UnitOfWork, thing: Typed, base: Revision | None, clock: Clock) -> Revision:
    settings = uow.settings
    return Revision(
        id=new_id(),
        child=_child(thing),
        review=_review(thing),
        entity=thing.id,
        kind=_kind(thing),
        parents=() if base is None else (base.id,),
        author=author(settings),
        device=device_of(settings),
        made_at=clock.now(),
        fields=plain(thing) if base is None else gone_on_from(base.fields, thing),
    )


def _as_seen(history: Sequence[Revision], seen: Typed | None) -> Revision | None:
    """The newest revision that says what the screen had read."""
    if seen is None:
        return None
    found = [one for one in history if not one.withdrawn and _says(one, seen)]
    return found[-1] if found else None


def _says(revision: Revision, seen: Typed) -> bool:
    """Whether that is what a screen of this program reads of it."""
    try:
        read = msgspec.convert(revision.fields, type(seen))
    except msgspec.ValidationError:
        return False
    return _same(read, seen)


def _came_since(history: Sequence[Revision], base: Revision | None, device: str) -> bool:
    """Whether anything was made elsewhere, or brought together, after that revision."""
    after = list(history)
    if base is not None:
        after = after[[one.id for one in history].index(base.id) + 1 :]
    return any(one.device != device for one in after)


def _same(one: object, other: object) -> bool:
    return msgspec.json.encode(one) == msgspec.json.encode(other)


def _records(uow: UnitOfWork, thing: Typed) -> Records[Any]:  # Any: of the kind of the thing
    match thing:
        case Answer():
            return uow.answers
        case Child():
            return uow.children
        case ImportantPerson():
            return uow.people
        case Review():
            return uow.reviews
        case _:
            return HOMES[type(thing)].records(uow)


def _topics(thing: Typed) -> frozenset[Topic]:
    match thing:
        case Answer():
            return frozenset({Topic.ANSWERS})
        case Child():
            return frozenset({Topic.CHILD})
        case ImportantPerson():
            return frozenset({Topic.PEOPLE})
        case Review():
            return frozenset({Topic.REVIEW, Topic.CASELOAD})
        case _:
            return frozenset({HOMES[type(thing)].topic})


def _child(thing: Typed) -> ChildId:
    """A child's own file is about the child."""
    child: ChildId = thing.id if isinstance(thing, Child) else getattr(thing, "child_id")  # noqa: B009  # every other kind has one
    return child


def _review(thing: Typed) -> ReviewId | None:
    if isinstance(thing, Review):
        return thing.id
    review: ReviewId | None = getattr(thing, "review_id", None)
    return review


def _reviews(thing: Typed) -> frozenset[ReviewId]:
    review = _review(thing)
    return frozenset() if review is None else frozenset({review})


_KINDS = {
    "Answer": "answer",
    "Child": "child",
    "ImportantPerson": "important_person",
    "Review": "review",
    "Participant": "participant",
    "Decision": "decision",
    "View": "view",
    "ScaleAnswer": "scale_answer",
    "MapItem": "map_item",
    "WorryStatement": "worry_statement",
    "MatrixCell": "matrix_cell",
    "Milestone": "milestone",
    "Room": "room",
    "StoryFrame": "story_frame",
    "StoryAgreement": "story_agreement",
    "NetworkPerson": "network_person",
    "SafetyRule": "safety_rule",
    "PlanTest": "plan_test",
    "AskedQuestion": "asked_question",
    "ToolUse": "tool_use",
    "AgendaItem": "agenda_item",
    "MeetingPart": "meeting_part",
    "Agreement": "agreement",
    "SupportOffer": "support_offer",
    "PermanenceFinding": "permanence_finding",
    "ConsultationAnswer": "consultation_answer",
}


def _kind(thing: Typed) -> str:
    """What the store calls things of this kind."""
    return _KINDS[type(thing).__name__]
