"""One made-up thing of each kind, and Hypothesis strategies for all of them."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from types import UnionType
from typing import get_args, get_type_hints

from hypothesis import strategies as st

from iro_desktop.domain.answers import Answer
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.closing_seal import ClosingSeal
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import ChildId, EntityId, EpisodeId, ReviewId
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.participation import Participant, Role
from iro_desktop.domain.review import Addendum, Review
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion
from iro_desktop.domain.sittings import Sitting
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.services.ports import Records, UnitOfWork
from iro_desktop.store.kinds import Thing
from practice_samples import OF_MEETINGS, OF_PRACTICE, OF_TOOLS, homes_of_practice
from written_samples import (
    CONFIRMATION,
    DOCUMENT_TEXT,
    OF_DOCUMENTS,
    PICTURE,
    READ_TOGETHER,
    REPLY,
    SENDING,
    TRANSLATED,
    VERSION,
    WITHHELD,
    homes_of_what_is_written,
)

CHILD = Child(id=ChildId("child-1"), number="MADEUP471108", date_of_birth=dt.date(2014, 2, 28))
REVIEW = Review(id=ReviewId("review-1"), child_id=CHILD.id, planned_for=dt.date(2026, 11, 24))
QUESTION = ScalingQuestion(id=EntityId("question-1"), child_id=CHILD.id, text="How is home?")
ANSWER = Answer(
    id=EntityId("answer-1"), child_id=CHILD.id, review_id=REVIEW.id, question="home", value="Fine"
)
DECISION = Decision(
    id=EntityId("decision-1"), child_id=CHILD.id, review_id=REVIEW.id, what="Swim on Fridays"
)
PARTICIPANT = Participant(
    id=EntityId("participant-1"),
    child_id=CHILD.id,
    review_id=REVIEW.id,
    name="Made-up Carer",
    role=Role.CARER,
)
VIEW = View(id=EntityId("view-1"), child_id=CHILD.id, review_id=REVIEW.id, words="I like it here")
SCALE_ANSWER = ScaleAnswer(
    id=EntityId("scale-answer-1"),
    child_id=CHILD.id,
    review_id=REVIEW.id,
    question_id=QUESTION.id,
    person="Made-up Carer",
    role=Role.CARER,
    value=Decimal("6.5"),
)
ADDENDUM = Addendum(
    id=EntityId("addendum-1"),
    child_id=CHILD.id,
    review_id=REVIEW.id,
    text="The school has written since.",
    added_on=dt.date(2026, 12, 1),
    added_by="Made-up Officer",
)
DOCUMENT = WrittenDocument(
    id=EntityId("document-1"),
    child_id=CHILD.id,
    review_id=REVIEW.id,
    kind=DocumentKind.LETTER,
    written_on=dt.date(2026, 12, 1),
)
PERSON = ImportantPerson(id=EntityId("person-1"), child_id=CHILD.id, name="Made-up Aunt")
EPISODE = Episode(id=EpisodeId("episode-1"), child_id=CHILD.id, started=dt.date(2022, 5, 4))

HAPPENING = RecordedHappening(
    id=EntityId("happening-1"),
    child_id=CHILD.id,
    happening=Happening.PEP_HELD,
    on=dt.date(2026, 10, 5),
    recorded_by="Made-up Officer",
)
SITTING = Sitting(
    id=EntityId("sitting-1"), child_id=CHILD.id, review_id=REVIEW.id, on=dt.date(2026, 11, 24)
)
PANEL_MEMBER = PanelMember(
    id=EntityId("panel-member-1"), child_id=CHILD.id, review_id=REVIEW.id, name="Made-up Stranger"
)

SEAL = ClosingSeal(id=EntityId("seal-1"), child_id=CHILD.id, review_id=REVIEW.id)

# In an order in which each finds what it refers to.
ONE_OF_EACH: tuple[Thing, ...] = (
    CHILD, PERSON, EPISODE, REVIEW, QUESTION, PARTICIPANT, ANSWER, VIEW, DECISION, SCALE_ANSWER,
    ADDENDUM, DOCUMENT, HAPPENING, SITTING, PANEL_MEMBER, *OF_DOCUMENTS,
    *OF_PRACTICE, SEAL,
)  # fmt: skip
OF_A_REVIEW = (
    PARTICIPANT, ANSWER, VIEW, DECISION, SCALE_ANSWER, ADDENDUM, DOCUMENT, SITTING, PANEL_MEMBER,
    DOCUMENT_TEXT, WITHHELD, PICTURE, VERSION, SENDING, READ_TOGETHER, REPLY, CONFIRMATION,
    TRANSLATED, *OF_TOOLS, *OF_MEETINGS, SEAL,
)  # fmt: skip


def records_for(thing: Thing, uow: UnitOfWork) -> Records[Thing]:
    """Where a thing is kept."""
    homes: Mapping[type, object] = {
        Child: uow.children,
        ImportantPerson: uow.people,
        Episode: uow.episodes,
        Review: uow.reviews,
        Participant: uow.participants,
        Answer: uow.answers,
        View: uow.views,
        Decision: uow.decisions,
        ScalingQuestion: uow.scaling_questions,
        ScaleAnswer: uow.scale_answers,
        Addendum: uow.addenda,
        WrittenDocument: uow.written_documents,
        RecordedHappening: uow.happenings,
        Sitting: uow.sittings,
        PanelMember: uow.panel_members,
        ClosingSeal: uow.closing_seals,
        **homes_of_what_is_written(uow),
        **homes_of_practice(uow),
    }
    return homes[type(thing)]  # type: ignore[return-value]  # the mapping pairs them


def put_one_of_each(uow: UnitOfWork) -> None:
    for thing in ONE_OF_EACH:
        records_for(thing, uow).put(thing)


def any_of(sample: Thing) -> st.SearchStrategy[Thing]:
    """Things of the sample's kind with its ids, and anything its types allow in other fields."""
    given = {
        name: st.just(getattr(sample, name))
        for name in ("id", "child_id", "review_id", "question_id", "version_id")
        if name in sample.__dataclass_fields__  # type: ignore[attr-defined]  # a dataclass
    }
    if isinstance(sample, Answer):
        given["value"] = _values
    if isinstance(sample, ClosingSeal):
        given["heads"] = st.dictionaries(st.text(), st.text())
    return st.builds(type(sample), **given, **_open_fields(sample, given))


_values = st.one_of(
    st.none(),
    st.booleans(),
    st.text(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(st.text()).map(tuple),
)


_BY_TYPE = {
    int: st.integers(-(2**31), 2**31),
    dt.datetime: st.datetimes(timezones=st.just(dt.UTC)),
    Decimal: st.decimals(0, 10, places=1) | st.just(Decimal("6.50")),
}


def _open_fields(sample: Thing, given: Mapping[str, object]) -> dict[str, object]:
    hints = get_type_hints(type(sample))
    return {name: _any(hint) for name, hint in hints.items() if name not in given}


def _any(hint: type) -> st.SearchStrategy[object]:
    choices = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return st.one_of(
        *(_BY_TYPE[each] if each in _BY_TYPE else st.from_type(each) for each in choices)
    )
