"""The practice tools' tables: what every entry has, and what each kind adds to it."""

from sqlalchemy import Boolean, Column, Date, Integer, Table, Text
from sqlalchemy.sql.schema import SchemaItem

from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.harm_matrix import Certainty
from iro_desktop.domain.tools.worries import WorryKind
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.store.column_types import Days, ExactDecimal, OneOf
from iro_desktop.store.columns import (
    about_child,
    about_review,
    flag,
    number,
    several,
    things,
    words,
)


def _entries(name: str, *columns: SchemaItem) -> Table:
    return things(
        name,
        about_child(),
        about_review(),
        words("thread"),
        number("position"),
        Column("state", OneOf(EntryState), nullable=False),
        words("heard_from"),
        flag("is_verbatim"),
        words("author"),
        Column("written_on", Date),
        *columns,
    )


map_item = _entries("map_item", words("column"), words("words"))

worry_statement = _entries(
    "worry_statement",
    Column("kind", OneOf(WorryKind), nullable=False),
    words("words"),
    several("who_is_worried"),
    words("what_might_happen"),
    several("disputed_by"),
    words("disagreement"),
    words("goal"),
    Column("scale_id", Text),
)

matrix_cell = _entries(
    "matrix_cell",
    words("row"),
    words("column"),
    words("words"),
    words("when"),
    Column("certainty", OneOf(Certainty), nullable=False),
    words("source"),
)

milestone = _entries(
    "milestone",
    words("what"),
    words("owner"),
    Column("planned_on", Date),
    Column("revised_to", Days, nullable=False),
    several("revised_because"),
    Column("actual_on", Date),
    several("waits_for"),
    Column("decision_id", Text),
    flag("is_of_permanence"),
    flag("is_goal"),
)

room = _entries(
    "room",
    Column("tool", OneOf(Tool), nullable=False),
    words("room"),
    words("words"),
    words("drawing"),
    Column("sharing", OneOf(Sharing), nullable=False),
    Column("place", ExactDecimal),
    Column("scale_id", Text),
)

story_frame = _entries(
    "story_frame",
    words("sentence"),
    Column("picture_id", Text),
    words("pictogram"),
    words("drawing"),
    words("description"),
)

story_agreement = things(
    "story_agreement",
    about_child(),
    about_review(),
    several("agreed_by"),
    words("not_agreed"),
    Column("reading_age", Integer),
    words("read_with"),
    Column("read_on", Date),
    number("position"),
)

network_person = _entries(
    "network_person",
    words("name"),
    words("relation"),
    flag("knows_the_worries"),
    words("part"),
    words("telephone"),
)

safety_rule = _entries(
    "safety_rule", words("who"), words("does_what"), words("when"), flag("is_bottom_line")
)

plan_test = _entries(
    "plan_test", Column("on", Date), words("what_happened"), Column("next_on", Date)
)

asked_question = _entries(
    "asked_question", words("bank_id"), words("question"), words("answer"), flag("is_best")
)

tool_use = things(
    "tool_use",
    about_child(),
    about_review(),
    Column("tool", OneOf(Tool), nullable=False),
    Column("in_minutes", Boolean, nullable=False),
    Column("in_letter", Boolean, nullable=False),
    number("position"),
)
