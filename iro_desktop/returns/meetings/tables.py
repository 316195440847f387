"""The tables of meetings and of households by their columns."""

from iro_desktop.returns.headings import Column, Shape

MEETINGS = Shape(
    "Meetings",
    (
        Column("CHILD", aliases=("CHILDID", "HOUSEHOLD", "NUMBER")),
        Column("DOB", aliases=("DATE_OF_BIRTH",), needed=False),
        Column("KIND", aliases=("MEETING",)),
        Column("DAY", aliases=("DATE", "MEETING_DATE")),
        Column("TIME", needed=False),
        Column("MINUTES", needed=False),
        Column("PLACE", aliases=("VENUE",), needed=False),
    ),
)
HOUSEHOLDS = Shape(
    "Households",
    (Column("HOUSEHOLD"), Column("HOUSEHOLD_NAME"), Column("APPROVED", aliases=("APPROVED_ON",))),
)
SHAPES = (MEETINGS, HOUSEHOLDS)
