"""Tables of how a meeting runs and of what goes on between meetings."""

from sqlalchemy import Boolean, Column, Date, Integer, Text, Time

from iro_desktop.domain.activities import ActivityKind, Seen
from iro_desktop.domain.advocacy import OfferState, SupportService
from iro_desktop.domain.chairing import Agrees
from iro_desktop.domain.participation import Role
from iro_desktop.domain.permanence import DelayReason, PermanencePlan
from iro_desktop.store.column_types import OneOf
from iro_desktop.store.columns import (
    about_child,
    about_review,
    flag,
    number,
    several,
    things,
    words,
)

agenda_item = things(
    "agenda_item",
    about_child(),
    about_review(),
    words("what"),
    number("minutes"),
    words("brought_by"),
    words("section"),
    flag("is_done"),
    flag("only_for_iro"),
    number("position"),
)

meeting_part = things(
    "meeting_part",
    about_child(),
    about_review(),
    words("title"),
    several("people"),
    Column("began_at", Time),
    Column("ended_at", Time),
    words("note"),
    number("position"),
)

agreement = things(
    "agreement",
    about_child(),
    about_review(),
    Column("decision_id", Text, nullable=False),
    words("person"),
    Column("role", OneOf(Role), nullable=False),
    Column("agrees", OneOf(Agrees), nullable=False),
    words("words"),
    number("position"),
)

support_offer = things(
    "support_offer",
    about_child(),
    about_review(),
    Column("service", OneOf(SupportService), nullable=False),
    Column("state", OneOf(OfferState), nullable=False),
    Column("offered_on", Date),
    Column("referred_on", Date),
    words("provider"),
    words("person"),
    words("why"),
    number("position"),
)

permanence_finding = things(
    "permanence_finding",
    about_child(),
    about_review(),
    Column("is_present", Boolean),
    Column("plan", OneOf(PermanencePlan), nullable=False),
    words("parallel_plan"),
    Column("is_ratified", Boolean),
    words("ratified_by"),
    Column("ratified_on", Date),
    Column("delay", OneOf(DelayReason), nullable=False),
    words("delay_note"),
    number("position"),
)

consultation_answer = things(
    "consultation_answer",
    about_child(),
    about_review(),
    words("form"),
    number("form_version"),
    words("person"),
    Column("role", OneOf(Role), nullable=False),
    words("question"),
    words("asked"),
    words("words"),
    Column("received_on", Date, nullable=False),
    flag("only_for_iro"),
    number("position"),
)

activity = things(
    "activity",
    about_child(),
    Column("kind", OneOf(ActivityKind), nullable=False),
    Column("on", Date, nullable=False),
    words("with_whom"),
    Column("seen", OneOf(Seen), nullable=False),
    words("summary"),
    number("minutes"),
    words("recorded_by"),
    Column("remind_on", Date),
    words("remind_of"),
    flag("is_settled"),
)

sdq_score = things(
    "sdq_score",
    about_child(),
    Column("on", Date, nullable=False),
    Column("total", Integer),
    words("reason"),
    words("source"),
)
