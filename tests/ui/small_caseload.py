"""Six made-up children whose dates are easy to reckon, as they stand on Sunday 22 November 2026."""

import datetime as dt
from dataclasses import replace

from fixed_clock import FixedClock
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import ChildId, EntityId, EpisodeId, ReviewId
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore

ASH, BIRCH, CEDAR = ChildId("ash"), ChildId("birch"), ChildId("cedar")
NOBODY_NAMED, ELDER, FERN = ChildId("nobody-named"), ChildId("elder"), ChildId("fern")
LETTER = EntityId("letter-to-cedar")
CEDARS_REVIEW, BEGUN_REVIEW = ReviewId("cedars-review"), ReviewId("begun-review")

CHILDREN = (
    # Looked after since Monday 2 November: the first review is due on Monday 30 November.
    Child(
        id=ASH,
        number="1001",
        known_as="Ash",
        family_name="Alder",
        pronouns="they/them",
        date_of_birth=dt.date(2012, 12, 1),
        sibling_group="alders",
        made_up=True,
    ),
    # Reviewed last on 20 April: the next was due on 20 October.
    Child(
        id=BIRCH,
        number="1002",
        known_as="Zoë",
        family_name="Alder",
        date_of_birth=dt.date(2015, 5, 5),
        sibling_group="alders",
        sdq_score=18,
        health_assessment_up_to_date=True,
        last_health_assessment=dt.date(2026, 6, 1),
        made_up=True,
    ),
    # Reviewed on 26 October: what was written has to be sent by 23 November.
    Child(
        id=CEDAR,
        number="1003",
        known_as="Cedar",
        date_of_birth=dt.date(2010, 1, 1),
        made_up=True,
    ),
    Child(id=NOBODY_NAMED, number="1004", date_of_birth=dt.date(2020, 6, 1), made_up=True),
    # Not in care any more.
    Child(
        id=ELDER, number="1005", known_as="Elder", date_of_birth=dt.date(2009, 1, 1), made_up=True
    ),
    # Reviewed on 20 August: due on 20 February 2027, a Saturday.
    Child(id=FERN, number="1006", known_as="Fern", date_of_birth=dt.date(2014, 1, 1), made_up=True),
)


def _episode(
    child: ChildId, started: dt.date, ended: dt.date | None = None, placement: str = "U6"
) -> Episode:
    return Episode(
        id=EpisodeId(f"{child}-{started}"),
        child_id=child,
        started=started,
        ended=ended,
        reason_started="S",
        reason_ended="E8" if ended else "",
        legal_status="C2",
        placement=placement,
    )


EPISODES = (
    _episode(ASH, dt.date(2026, 11, 2)),
    _episode(BIRCH, dt.date(2026, 1, 5), placement="K2"),
    _episode(CEDAR, dt.date(2025, 1, 6)),
    _episode(NOBODY_NAMED, dt.date(2026, 9, 1)),
    _episode(ELDER, dt.date(2024, 1, 8), dt.date(2026, 3, 2)),
    _episode(FERN, dt.date(2025, 6, 2)),
)


def _held(child: ChildId, day: dt.date, name: str = "") -> Review:
    return Review(
        id=ReviewId(name or f"{child}-{day}"),
        child_id=child,
        status=ReviewStatus.CLOSED,
        held_on=day,
        participation=ParticipationCode.PN1,
        participation_confirmed=True,
        closed_on=day,
    )


REVIEWS = (
    _held(BIRCH, dt.date(2026, 2, 4)),  # due on 2 February: two working days late
    _held(BIRCH, dt.date(2026, 4, 20)),
    _held(CEDAR, dt.date(2025, 1, 30)),
    _held(CEDAR, dt.date(2025, 4, 28)),
    _held(CEDAR, dt.date(2026, 10, 26), CEDARS_REVIEW),
    _held(NOBODY_NAMED, dt.date(2026, 9, 24)),
    Review(
        id=BEGUN_REVIEW,
        child_id=NOBODY_NAMED,
        status=ReviewStatus.PREPARING,
        planned_for=dt.date(2026, 12, 10),
        form="cla-review",
        form_version=1,
    ),
    _held(FERN, dt.date(2025, 6, 27)),
    _held(FERN, dt.date(2025, 9, 26)),
    _held(FERN, dt.date(2026, 8, 20)),
)

DECISIONS = (
    Decision(
        id=EntityId("kept"),
        child_id=CEDAR,
        review_id=CEDARS_REVIEW,
        what="Find a swimming club",
        owner="Made-up Carer",
        due_on=dt.date(2026, 12, 1),
        position=1,
        kept=Kept.KEPT,
    ),
    Decision(
        id=EntityId("not-kept"),
        child_id=CEDAR,
        review_id=CEDARS_REVIEW,
        what="See Grandad each month",
        owner="Made-up Social Worker",
        by_when="before Christmas",
        position=0,
        kept=Kept.NOT_KEPT,
    ),
)

PEOPLE = (
    ImportantPerson(
        id=EntityId("grandad"),
        child_id=CEDAR,
        name="Made-up Grandad",
        relationship="Grandparent",
        languages=("Polish", "English"),
        may_be_invited=False,
    ),
)


def workspace_with_nothing(store: SqlStore, clock: FixedClock) -> Workspace:
    """An empty store, with the forms that come with the program."""
    return Workspace(store.unit_of_work, clock, programs_forms())


def workspace_of(store: SqlStore, clock: FixedClock) -> Workspace:
    """The six children in a real store, with the forms that come with the program."""
    open_still = (replace(review, status=ReviewStatus.OPEN) for review in REVIEWS)
    with store.unit_of_work() as uow:
        uow.children.put_all(CHILDREN)
        uow.episodes.put_all(EPISODES)
        uow.people.put_all(PEOPLE)
        uow.reviews.put_all(open_still)
        uow.decisions.put_all(DECISIONS)
        uow.reviews.put_all(REVIEWS)  # a closed review takes no decision any more
        uow.written_documents.put(
            WrittenDocument(
                id=LETTER,
                child_id=CEDAR,
                review_id=CEDARS_REVIEW,
                kind=DocumentKind.LETTER,
                written_on=dt.date(2026, 11, 10),
            )
        )
    return workspace_with_nothing(store, clock)
