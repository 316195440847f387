"""Practice tools; the running of a meeting; what goes on between meetings; households."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.sql.schema import SchemaItem

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Revisions of before lack the new fields. Read back, these stand at the defaults of the things
# themselves, which are the same as those given to the rows here.


def upgrade() -> None:
    """Add the columns and tables. No table is rebuilt."""
    op.add_column("child", _with_default("subject", sa.Text(), "child"))
    op.add_column("decision", _with_default("kept_words", sa.Text(), ""))
    op.add_column("review", _with_default("meeting", sa.Text(), ""))
    op.add_column("review", _with_default("pep_too", sa.Boolean(), "0"))
    op.add_column("review", _with_default("outcome", sa.Text(), ""))
    op.add_column("review", sa.Column("next_on", sa.Date()))
    op.add_column("review", sa.Column("next_at", sa.Time()))
    op.add_column("review", _with_default("next_place", sa.Text(), ""))
    op.add_column("participant", _with_default("asked_away", sa.Text(), ""))
    _create_tools()
    _create_tools_of_the_child()
    _create_safety_plan_and_story()
    _create_the_running_of_a_meeting()
    _create_what_each_review_finds()
    _create_what_goes_on_between()


def _create_tools() -> None:
    _entries("map_item", _text("column"), _text("words"))
    _entries(
        "worry_statement",
        _text("kind"),
        _text("words"),
        _text("who_is_worried"),
        _text("what_might_happen"),
        _text("disputed_by"),
        _text("disagreement"),
        _text("goal"),
        sa.Column("scale_id", sa.Text()),
    )
    _entries(
        "matrix_cell",
        _text("row"),
        _text("column"),
        _text("words"),
        _text("when"),
        _text("certainty"),
        _text("source"),
    )
    _entries(
        "milestone",
        _text("what"),
        _text("owner"),
        _day("planned_on"),
        _text("revised_to"),
        _text("revised_because"),
        _day("actual_on"),
        _text("waits_for"),
        sa.Column("decision_id", sa.Text()),
        _flag("is_of_permanence"),
        _flag("is_goal"),
    )


def _create_tools_of_the_child() -> None:
    _entries(
        "room",
        _text("tool"),
        _text("room"),
        _text("words"),
        _text("drawing"),
        _text("sharing"),
        sa.Column("place", sa.Text()),
        sa.Column("scale_id", sa.Text()),
    )
    _entries(
        "asked_question", _text("bank_id"), _text("question"), _text("answer"), _flag("is_best")
    )
    _things(
        "tool_use",
        _child(),
        _review(),
        _text("tool"),
        _flag("in_minutes"),
        _flag("in_letter"),
        _number("position"),
    )


def _create_safety_plan_and_story() -> None:
    _entries(
        "story_frame",
        _text("sentence"),
        sa.Column("picture_id", sa.Text()),
        _text("pictogram"),
        _text("drawing"),
        _text("description"),
    )
    _entries(
        "network_person",
        _text("name"),
        _text("relation"),
        _flag("knows_the_worries"),
        _text("part"),
        _text("telephone"),
    )
    _entries(
        "safety_rule", _text("who"), _text("does_what"), _text("when"), _flag("is_bottom_line")
    )
    _entries("plan_test", _day("on"), _text("what_happened"), _day("next_on"))
    _things(
        "story_agreement",
        _child(),
        _review(),
        _text("agreed_by"),
        _text("not_agreed"),
        sa.Column("reading_age", sa.Integer()),
        _text("read_with"),
        _day("read_on"),
        _number("position"),
    )


def _create_the_running_of_a_meeting() -> None:
    _things(
        "agenda_item",
        _child(),
        _review(),
        _text("what"),
        _number("minutes"),
        _text("brought_by"),
        _text("section"),
        _flag("is_done"),
        _flag("only_for_iro"),
        _number("position"),
    )
    _things(
        "meeting_part",
        _child(),
        _review(),
        _text("title"),
        _text("people"),
        sa.Column("began_at", sa.Time()),
        sa.Column("ended_at", sa.Time()),
        _text("note"),
        _number("position"),
    )
    _things(
        "agreement",
        _child(),
        _review(),
        _text("decision_id"),
        _text("person"),
        _text("role"),
        _text("agrees"),
        _text("words"),
        _number("position"),
    )


def _create_what_each_review_finds() -> None:
    _things(
        "support_offer",
        _child(),
        _review(),
        _text("service"),
        _text("state"),
        _day("offered_on"),
        _day("referred_on"),
        _text("provider"),
        _text("person"),
        _text("why"),
        _number("position"),
    )
    _things(
        "permanence_finding",
        _child(),
        _review(),
        sa.Column("is_present", sa.Boolean()),
        _text("plan"),
        _text("parallel_plan"),
        sa.Column("is_ratified", sa.Boolean()),
        _text("ratified_by"),
        _day("ratified_on"),
        _text("delay"),
        _text("delay_note"),
        _number("position"),
    )
    _things(
        "consultation_answer",
        _child(),
        _review(),
        _text("form"),
        _number("form_version"),
        _text("person"),
        _text("role"),
        _text("question"),
        _text("asked"),
        _text("words"),
        sa.Column("received_on", sa.Date(), nullable=False),
        _flag("only_for_iro"),
        _number("position"),
    )


def _create_what_goes_on_between() -> None:
    _things(
        "activity",
        _child(),
        _text("kind"),
        sa.Column("on", sa.Date(), nullable=False),
        _text("with_whom"),
        _text("seen"),
        _text("summary"),
        _number("minutes"),
        _text("recorded_by"),
        _day("remind_on"),
        _text("remind_of"),
        _flag("is_settled"),
    )
    _things(
        "sdq_score",
        _child(),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("total", sa.Integer()),
        _text("reason"),
        _text("source"),
    )


def _with_default(name: str, kind: sa.Text | sa.Boolean, value: str) -> sa.Column[object]:
    return sa.Column(name, kind, nullable=False, server_default=value)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _day(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date())


def _child() -> sa.Column[str]:
    return sa.Column("child_id", sa.Text(), sa.ForeignKey("child.id"), nullable=False, index=True)


def _review() -> sa.Column[str]:
    return sa.Column("review_id", sa.Text(), sa.ForeignKey("review.id"), nullable=False, index=True)


def _entries(name: str, *columns: SchemaItem) -> None:
    _things(
        name,
        _child(),
        _review(),
        _text("thread"),
        _number("position"),
        _text("state"),
        _text("heard_from"),
        _flag("is_verbatim"),
        _text("author"),
        _day("written_on"),
        *columns,
    )


def _things(name: str, *columns: SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("serial", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        *columns,
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
    )
