"""Every practice tool at two meetings about a made-up child."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from made_up_review import CHILD, HELD, REVIEW, a_record, an_id

from iro_desktop.domain.drawings import Dot, encode
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import ReviewKind
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.entries import EntryState, Tool, ToolEntry, ToolUse
from iro_desktop.domain.tools.harm_matrix import Certainty, MatrixCell
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.record import EarlierTools, ToolRecord
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.domain.tools.story import StoryAgreement, StoryFrame
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.domain.tools.worries import WorryKind, WorryStatement
from iro_desktop.domain.wishes_and_feelings import Sharing

EARLIER = dt.date(2025, 11, 10)
A_DRAWING = encode(((Dot(100, 100), Dot(900, 500)),))
KEPT = "what only the IRO may know"


def entry(kind: Callable[..., Any], thread: str, position: int = 0, /, **fields: Any) -> Any:
    """An answered entry of this review."""
    given = {"state": EntryState.ANSWERED, **fields}
    return kind(
        id=an_id("tool", kind.__name__, thread),
        child_id=CHILD,
        review_id=REVIEW,
        thread=an_id("thread", kind.__name__, thread),
        position=position,
        **given,
    )


def before(thing: ToolEntry, **fields: Any) -> Any:
    """The same as it was at the meeting before."""
    return replace(thing, id=an_id("earlier", thing.id), review_id=ReviewId("earlier"), **fields)


def use(tool: Tool, *, minutes: bool = True, letter: bool = False) -> ToolUse:
    return ToolUse(
        id=an_id("use", tool),
        child_id=CHILD,
        review_id=REVIEW,
        tool=tool,
        in_minutes=minutes,
        in_letter=letter,
    )


ITEMS = (
    entry(MapItem, "sleep", 0, column="working_well", words="Wren sleeps well.", heard_from="Dana"),
    entry(MapItem, "visits", 1, column="working_well", words="Dad comes.", heard_from="Priya"),
    entry(
        MapItem,
        "big",
        2,
        column="worried",
        words="Where will I live when I am big?",
        heard_from="Wren",
        is_verbatim=True,
    ),
)
STATEMENT = entry(
    WorryStatement,
    "alone",
    kind=WorryKind.DANGER,
    words="Wren may be left alone at night.",
    who_is_worried=("Priya", "Dana"),
    what_might_happen="Wren may get lost.",
    disputed_by=("Dad",),
    disagreement="It was once.",
    goal="Someone is always there.",
    scale_id=a_record().scaling_questions[0].id,
)
CELLS = (
    entry(
        MatrixCell,
        "first",
        row="action",
        column="first",
        words="Left alone",
        when="March 2024",
        certainty=Certainty.KNOWN,
        source="School",
    ),
    entry(MatrixCell, "often", row="action", column="how_often", state=EntryState.UNKNOWN),
)
STEPS = (
    entry(
        Milestone,
        "assess",
        0,
        what="Assess the aunt",
        owner="Priya",
        planned_on=dt.date(2026, 1, 12),
        revised_to=(dt.date(2026, 2, 2), dt.date(2026, 3, 2)),
        revised_because=("Illness", ""),
        actual_on=dt.date(2026, 3, 9),
    ),
    entry(
        Milestone,
        "home",
        1,
        what="Home for good",
        planned_on=dt.date(2026, 7, 1),
        waits_for=(an_id("thread", "Milestone", "panel"),),
        is_goal=True,
        is_of_permanence=True,
    ),
    entry(Milestone, "panel", 2, what="Panel", planned_on=dt.date(2026, 4, 1)),
)
ROOMS = (
    entry(
        Room,
        "dreams",
        tool=Tool.THREE_HOUSES,
        room="dreams",
        words="A dog",
        drawing=A_DRAWING,
        sharing=Sharing.EVERYONE,
    ),
    *(
        entry(Room, sharing, tool=Tool.WIZARD, room="worries", words=KEPT, sharing=sharing)
        for sharing in Sharing
        if sharing is not Sharing.EVERYONE
    ),
    entry(
        Room,
        "path",
        tool=Tool.SAFETY_HOUSE,
        room="path",
        words="At the gate",
        place=Decimal("6.5"),
        sharing=Sharing.EVERYONE,
    ),
)
FRAMES = (
    entry(StoryFrame, "home", 0, sentence="You lived with Dad.", pictogram="home"),
    entry(StoryFrame, "now", 1, sentence="Now you live with Dana.", drawing=A_DRAWING),
)
ASKED = (
    entry(
        AskedQuestion,
        "helps",
        0,
        question="Who helps you?",
        answer="Dana does.",
        heard_from="Wren",
        is_verbatim=True,
        is_best=True,
    ),
    entry(AskedQuestion, "promise", 1, question="Which promise?", state=EntryState.DECLINED),
)
PERSON = entry(
    NetworkPerson,
    "aunt",
    name="Aunt Bee",
    relation="Dad's sister",
    knows_the_worries=True,
    part="Comes when rung.",
    telephone="01632 960 777",
)
RULE = entry(SafetyRule, "ring", who="Dad", does_what="rings Bee", when="at once")
LINE = entry(SafetyRule, "alone", 1, who="All", does_what="leave nobody alone", is_bottom_line=True)
TRIED = entry(PlanTest, "once", on=dt.date(2026, 4, 1), what_happened="Bee came.")
TOOLS = ToolRecord(
    map_items=ITEMS,
    worries=(STATEMENT,),
    matrix_cells=CELLS,
    milestones=STEPS,
    rooms=ROOMS,
    story_frames=FRAMES,
    story_agreements=(
        StoryAgreement(
            id=an_id("agreement"),
            child_id=CHILD,
            review_id=REVIEW,
            agreed_by=("Dad", "Priya"),
            reading_age=7,
            read_with="Dana",
            read_on=dt.date(2026, 4, 30),
        ),
    ),
    network_people=(PERSON,),
    safety_rules=(RULE, LINE),
    plan_tests=(TRIED,),
    asked_questions=ASKED,
    tool_uses=tuple(use(tool, letter=True) for tool in Tool),
)
BEFORE = ToolRecord(
    map_items=(
        before(ITEMS[0]),
        before(ITEMS[1], column="worried", words="Dad does not come."),
        entry(MapItem, "late", column="worried", words="Late at school."),
    ),
    worries=(before(STATEMENT, goal="Someone is there at night."),),
    matrix_cells=(before(CELLS[0], words="Maybe left alone"),),
    milestones=(
        before(STEPS[0], revised_to=(), revised_because=(), actual_on=None),
        before(STEPS[2]),
    ),
    rooms=(before(ROOMS[0], words="A cat"), before(ROOMS[-1], place=Decimal(4))),
    story_frames=(before(FRAMES[0], sentence="You lived at Dad's."),),
    safety_rules=(before(RULE, when="soon"),),
    asked_questions=(before(ASKED[0], answer="Nobody."),),
)


def a_record_with_tools(tools: ToolRecord = TOOLS) -> ReviewRecord:
    """The made-up review with tools, and the meeting before it."""
    earlier = EarlierTools(ReviewId("earlier"), ReviewKind.LOOKED_AFTER, EARLIER, BEFORE)
    record = replace(a_record(), tools=tools, earlier_tools=(earlier,))
    assert record.review.held_on == HELD
    return record
