"""Practice tools that some made-up children have in two meetings, one beside the other."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.lives import Life
from iro_desktop.demonstration.names import IRO
from iro_desktop.domain.drawings import Dot, encode
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.review import Review
from iro_desktop.domain.scaling import ScalingQuestion
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.entries import EntryState, Tool, ToolEntry, ToolUse
from iro_desktop.domain.tools.harm_matrix import Certainty, MatrixCell
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.domain.tools.story import StoryAgreement, StoryFrame
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.domain.tools.worries import WorryKind, WorryStatement
from iro_desktop.domain.wishes_and_feelings import Sharing

E = TypeVar("E", bound=ToolEntry)
ToolThing = ToolEntry | ToolUse | StoryAgreement

_SHARE_WITH_TOOLS = 0.25
_YOUNGEST, _OLDEST = 6, 16
_HELD_WITH_TOOLS = 2
_IN_LETTER = (Tool.TRAJECTORY, Tool.THREE_HOUSES, Tool.WORDS_AND_PICTURES, Tool.SAFETY_PLAN)


@dataclass(frozen=True, slots=True)
class _Desk:
    """One of the two meetings."""

    draw: Draw
    life: Life
    review: Review
    day: dt.date

    @property
    def child(self) -> str:
        """What the child is called."""
        return self.life.child.known_as or "the child"

    def entry(self, kind: Callable[..., E], name: str, position: int, /, **said: Any) -> E:  # noqa: ANN401
        """An entry, answered; its thread is the same at both meetings."""
        given: dict[str, Any] = {"state": EntryState.ANSWERED, **said}
        return kind(
            id=EntityId(self.draw.id("tool", self.review.id, kind.__name__, name)),
            child_id=self.review.child_id,
            review_id=self.review.id,
            thread=self.thread(kind, name),
            position=position,
            author=IRO,
            written_on=self.day,
            **given,
        )

    def thread(self, kind: Callable[..., E], name: str) -> EntityId:
        """What an entry has in common at both meetings."""
        return EntityId(self.draw.id("thread", self.life.child.number, kind.__name__, name))

    def in_days(self, days: int) -> dt.date:
        """So many days after the meeting, or before it."""
        return self.day + dt.timedelta(days=days)


def make_tools(
    draw: Draw, life: Life, reviews: tuple[Review, ...], questions: tuple[ScalingQuestion, ...]
) -> tuple[ToolThing, ...]:
    """Every tool at the last two meetings of some of the children; none of the others."""
    held = [review for review in reviews if review.held_on is not None][-_HELD_WITH_TOOLS:]
    has_tools = draw.of("tools", life.child.number).random() < _SHARE_WITH_TOOLS
    if len(held) < _HELD_WITH_TOOLS or not has_tools or not life.child.known_as:
        return ()
    before, now = (_Desk(draw, life, one, one.held_on) for one in held if one.held_on)
    if not _YOUNGEST <= life.age_on(now.day) <= _OLDEST:
        return ()
    apart = (now.day - before.day).days
    scale = questions[0].id if questions else None
    return (
        *_last_time(before, scale, apart),
        *_this_time(now, scale, apart),
        *(_use(now, tool, position) for position, tool in enumerate(_IN_LETTER)),
    )


def _use(desk: _Desk, tool: Tool, position: int) -> ToolUse:
    return ToolUse(
        id=EntityId(desk.draw.id("tool use", desk.review.id, tool)),
        child_id=desk.review.child_id,
        review_id=desk.review.id,
        tool=tool,
        in_letter=True,
        position=position,
    )


def _last_time(desk: _Desk, scale: EntityId | None, apart: int) -> tuple[ToolThing, ...]:
    cast, child = desk.life.cast, desk.child
    carer, worker = cast.carer.name, cast.social_worker.name
    return (
        desk.entry(
            MapItem,
            "sleep",
            0,
            column="working_well",
            words=f"{child} sleeps through the night now.",
            heard_from=carer,
        ),
        desk.entry(
            MapItem,
            "visits",
            1,
            column="worried",
            words="Three visits of the family were called off on the day.",
            heard_from=worker,
        ),
        desk.entry(
            MapItem,
            "late",
            2,
            column="worried",
            words=f"{child} is often late at school.",
            heard_from=cast.teacher.name if cast.teacher else worker,
        ),
        desk.entry(
            MapItem,
            "plan",
            3,
            column="next",
            words="A plan for visits that holds, with someone to ring when it does not.",
            heard_from=worker,
        ),
        replace(_worry(desk, scale), goal="Visits take place as they were planned."),
        *_cells(desk)[:3],
        *_steps(desk, apart)[:3],
        *_rooms(desk, "A room of my own", Decimal("4.0")),
        *_story(desk)[:2],
        *_plan(desk)[:2],
        desk.entry(
            AskedQuestion,
            "who helps",
            0,
            bank_id="when_sad",
            question="Who do you go to when you are sad, and what do they do?",
            answer="Nobody, I go to my room.",
            heard_from=child,
            is_verbatim=True,
        ),
    )


def _this_time(desk: _Desk, scale: EntityId | None, apart: int) -> tuple[ToolThing, ...]:
    cast, child = desk.life.cast, desk.child
    carer, worker = cast.carer.name, cast.social_worker.name
    return (
        desk.entry(
            MapItem,
            "sleep",
            0,
            column="working_well",
            words=f"{child} sleeps through the night now.",
            heard_from=carer,
        ),
        desk.entry(
            MapItem,
            "visits",
            1,
            column="working_well",
            words="The family came to every visit but one.",
            heard_from=worker,
        ),
        desk.entry(
            MapItem,
            "future",
            2,
            column="worried",
            words="Nobody has told me where I will live when I am big.",
            heard_from=child,
            is_verbatim=True,
        ),
        desk.entry(
            MapItem,
            "plan",
            3,
            column="next",
            words="The plan for visits goes on; the dates for next term are sent by post.",
            heard_from=worker,
        ),
        _worry(desk, scale),
        *_cells(desk),
        *_steps(desk, 0),
        *_rooms(desk, "A dog, and my own room", Decimal("6.5")),
        *_story(desk),
        StoryAgreement(
            id=EntityId(desk.draw.id("tool", desk.review.id, "agreement")),
            child_id=desk.review.child_id,
            review_id=desk.review.id,
            agreed_by=(carer, worker),
            reading_age=7,
            read_with=carer,
            read_on=desk.in_days(-6),
        ),
        *_plan(desk),
        desk.entry(
            AskedQuestion,
            "who helps",
            0,
            bank_id="when_sad",
            question="Who do you go to when you are sad, and what do they do?",
            answer=f"I tell {carer}. We make hot chocolate.",
            heard_from=child,
            is_verbatim=True,
            is_best=True,
        ),
        desk.entry(
            AskedQuestion,
            "promise",
            1,
            bank_id="promise_broken",
            question="Which promise to you was not kept?",
            heard_from=child,
            state=EntryState.DECLINED,
        ),
    )


def _worry(desk: _Desk, scale: EntityId | None) -> WorryStatement:
    worker = desk.life.cast.social_worker.name
    return desk.entry(
        WorryStatement,
        "visits",
        0,
        kind=WorryKind.DANGER,
        words=f"If grown-ups argue in front of {desk.child} again, {desk.child} may be hurt.",
        who_is_worried=(worker, desk.life.cast.carer.name),
        what_might_happen=f"{desk.child} may run away again, and nobody may know where to look.",
        disputed_by=("Mum",),
        disagreement="We were loud. Nobody was ever in danger.",
        goal="Every visit is calm, and whoever is angry leaves the room first.",
        scale_id=scale,
        heard_from=worker,
    )


def _cells(desk: _Desk) -> tuple[MatrixCell, ...]:
    said = (
        ("action", "first", "Shouting and a broken door", "Spring, two years ago", Certainty.KNOWN),
        ("impact", "first", "Hid in the bath for an hour", "The same night", Certainty.KNOWN),
        ("action", "worst", "Something was thrown", "A year later", Certainty.DISPUTED),
        ("impact", "latest", "Cried, and wanted to go home", "Last month", Certainty.ALLEGED),
    )
    cells = [
        desk.entry(
            MatrixCell,
            f"{row} {column}",
            position,
            row=row,
            column=column,
            words=words,
            when=when,
            certainty=certainty,
            source="The social worker's record",
        )
        for position, (row, column, words, when, certainty) in enumerate(said)
    ]
    unknown = desk.entry(
        MatrixCell,
        "severity how_often",
        len(said),
        row="severity",
        column="how_often",
        state=EntryState.UNKNOWN,
    )
    return (*cells, unknown)


def _steps(desk: _Desk, apart: int) -> tuple[Milestone, ...]:
    """The way to a home for good. At the first meeting, `apart` days before, less was done."""
    first = desk.in_days(apart - 150)
    day, worker = dt.timedelta(days=1), desk.life.cast.social_worker.name
    is_later = apart == 0
    assessed = desk.entry(
        Milestone,
        "assessed",
        0,
        what="The family's assessment is written",
        owner=worker,
        planned_on=first + 40 * day,
        revised_to=(first + 75 * day,) if is_later else (),
        revised_because=("The assessor was ill.",) if is_later else (),
        actual_on=first + 82 * day if is_later else None,
        is_of_permanence=True,
    )
    steps = [
        assessed,
        desk.entry(
            Milestone,
            "visits",
            1,
            what="Visits of a whole day",
            owner=desk.life.cast.carer.name,
            planned_on=first + 90 * day,
            actual_on=first + 86 * day if is_later else None,
        ),
        desk.entry(
            Milestone,
            "panel",
            2,
            what="The panel recommends the match",
            owner=worker,
            planned_on=first + 140 * day,
            revised_to=(first + 190 * day,) if is_later else (),
            revised_because=("It waited for the assessment.",) if is_later else (),
            waits_for=(assessed.thread,),
            is_of_permanence=True,
        ),
    ]
    goal = desk.entry(
        Milestone,
        "home",
        3,
        what="Home for good, decided and told to the child",
        owner=IRO,
        planned_on=first + 230 * day,
        waits_for=(steps[2].thread,),
        is_of_permanence=True,
        is_goal=True,
    )
    return (*steps, goal)


def _rooms(desk: _Desk, dream: str, place: Decimal) -> tuple[Room, ...]:
    said = (
        (Tool.THREE_HOUSES, "good_things", "Swimming, and my friends", Sharing.EVERYONE),
        (Tool.THREE_HOUSES, "worries", "When they shout", Sharing.IRO_ONLY),
        (Tool.THREE_HOUSES, "dreams", dream, Sharing.EVERYONE),
        (Tool.SAFETY_HOUSE, "roof", "No shouting. Knock first.", Sharing.EVERYONE),
        (Tool.SAFETY_HOUSE, "path", "I am at the gate.", Sharing.EVERYONE),
    )
    return tuple(
        replace(
            desk.entry(
                Room,
                f"{tool} {room}",
                position,
                tool=tool,
                room=room,
                words=words,
                sharing=sharing,
                heard_from=desk.child,
                is_verbatim=True,
                drawing=_A_HOUSE if room == "dreams" else "",
                place=place if room == "path" else None,
            ),
            thread=EntityId(desk.draw.id("tool", desk.review.id, "Room", f"{tool} {room}")),
        )
        for position, (tool, room, words, sharing) in enumerate(said)
    )


_A_HOUSE = encode(
    (
        (Dot(300, 500), Dot(300, 280), Dot(500, 120), Dot(700, 280), Dot(700, 500), Dot(300, 500)),
        (Dot(300, 280), Dot(700, 280)),
        (Dot(460, 500), Dot(460, 380), Dot(540, 380), Dot(540, 500)),
        (Dot(350, 330), Dot(420, 330), Dot(420, 400), Dot(350, 400), Dot(350, 330)),
    )
)


def _story(desk: _Desk) -> tuple[StoryFrame, ...]:
    said = (
        ("home", "You lived with your family, and there was a lot of shouting."),
        ("people-meeting", "Some grown-ups worried, and talked about how you could be safe."),
        ("happy", f"Now you live with {desk.life.cast.carer.name}, and nobody shouts."),
    )
    return tuple(
        desk.entry(StoryFrame, pictogram, position, sentence=sentence, pictogram=pictogram)
        for position, (pictogram, sentence) in enumerate(said)
    )


def _plan(desk: _Desk) -> tuple[ToolEntry, ...]:
    return (
        desk.entry(
            NetworkPerson,
            "aunt",
            0,
            name="Aunt Made-up",
            relation="Mum's sister",
            knows_the_worries=True,
            part="Comes within the hour when someone rings her.",
            telephone="01632 960 777",
        ),
        desk.entry(
            SafetyRule,
            "ring",
            0,
            who="Mum",
            does_what="Rings Aunt Made-up before it gets loud",
            when="Every time",
        ),
        desk.entry(
            SafetyRule,
            "alone",
            1,
            who="Everyone",
            does_what=f"Nobody leaves {desk.child} alone in the evening",
            when="After six o'clock",
            is_bottom_line=True,
        ),
        desk.entry(
            PlanTest,
            "first",
            0,
            on=desk.in_days(-20),
            what_happened="Mum rang. Aunt Made-up came, and the evening was calm.",
            next_on=desk.in_days(30),
        ),
    )
