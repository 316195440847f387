"""Every widget at once, filled with made-up answers, for checks that walk over all of them."""

import datetime as dt
import itertools
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from iro_desktop.form_engine.definition import Option
from iro_desktop.ui.widgets.choice_field import ChoiceField, ChoicesField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.drawing_field import DrawingField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.group_field import GroupField
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.journey import Bar, Journey, ReviewMark
from iro_desktop.ui.widgets.journey_picture import JourneyPicture
from iro_desktop.ui.widgets.messages import Banner, EmptyState, ProblemSummary, StatusLine
from iro_desktop.ui.widgets.note_label import NoteLabel
from iro_desktop.ui.widgets.number_field import NumberField
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.scale_field import ScaleField
from iro_desktop.ui.widgets.scale_over_time import ScaleLine, ScaleOverTime
from iro_desktop.ui.widgets.section_list import SectionItem, SectionList
from iro_desktop.ui.widgets.surfaces import Card, PageHeader, ScrollPage
from iro_desktop.ui.widgets.text_field import LongTextField, TextField
from iro_desktop.ui.widgets.yes_no_field import YesNoField

TODAY = dt.date(2026, 11, 22)
LONG = "Sent their views through an advocate, a letter or a drawing made before the meeting"


def options() -> tuple[Option, ...]:
    """Three options, one of them long."""
    return (Option("a", "In person"), Option("b", "Video & phone"), Option("c", LONG))


def group_field() -> GroupField:
    """Visits, each with a name to write."""
    names = (f"new-{number}" for number in itertools.count())

    def make_item(item: str) -> QWidget:
        return FormRow(f"Who visited? ({item})", TextField())

    return GroupField(make_item, lambda: next(names), "Visit")


def every_field() -> dict[str, tuple[Field, object]]:
    """Each kind of field and an answer it can hold."""
    return {
        "text": (TextField(), "Ash"),
        "long text": (LongTextField(), "I want to see my nan more.\nMy room is loud."),
        "remarked text": (RemarkedTextField(for_child=True), "You told me.\nWe laughed."),
        "choice": (ChoiceField(options()), "b"),
        "choices": (ChoicesField(options()), ("a", "c")),
        "date": (DateField(lambda: TODAY), "2026-05-04"),
        "number": (NumberField(Decimal(0), Decimal(40), "of 40"), 12.5),
        "scale": (ScaleField("Not safe at all", "As safe as can be"), 7.5),
        "person": (PersonField(("Jo Made-up", "Sam Made-up")), "Jo Made-up"),
        "yes or no": (YesNoField("What would help?", detail_on=False), False),
        "drawing": (DrawingField(), '{"v":1,"strokes":[[1,2,5,30,40,5]]}'),
        "group": (group_field(), ("one", "two")),
    }


def journey() -> Journey:
    """A made-up child's journey."""
    return Journey(
        dt.date(2023, 3, 4),
        TODAY,
        (
            Bar("Foster care", dt.date(2023, 3, 4), dt.date(2024, 8, 20)),
            Bar("Residential home", dt.date(2024, 8, 20)),
        ),
        (Bar("Care order", dt.date(2023, 3, 4)),),
        (
            ReviewMark("First review", dt.date(2023, 3, 28), in_time=True),
            ReviewMark("Second review", dt.date(2023, 7, 28), in_time=False),
        ),
        dt.date(2027, 1, 20),
    )


def scale_lines() -> tuple[ScaleLine, ...]:
    """Two made-up people's scores."""
    one, two = dt.date(2025, 5, 5), dt.date(2026, 5, 25)
    return (
        ScaleLine("Ash", ((one, 4.0), (two, 7.0))),
        ScaleLine("Foster carer", ((one, 7.0), (two, 7.5))),
    )


class Gallery(QWidget):
    """A window with a rail at the side and everything else on a page that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.rows: dict[str, FormRow] = {}
        self.sections = SectionList("Parts of the review")
        self.sections.set_items(
            [SectionItem("Getting ready"), SectionItem("Views", 3), SectionItem("Health", 0)]
        )
        self.page = ScrollPage()
        layout = QHBoxLayout(self)
        layout.addWidget(self.sections, 1)
        layout.addWidget(self.page, 4)
        self._add_messages()
        self._add_fields()
        self._add_pictures()

    def _add_messages(self) -> None:
        self.summary = ProblemSummary()
        self.summary.show_problems(["Write who heard the child’s words", "Give a date"])
        self.page.add(
            PageHeader("Ash’s review", "Wednesday", [ActionButton("Close", "check", "primary")]),
            FlowRow(Pill("In time", "success", "check"), Pill("Overdue", "danger", "info")),
            self.summary,
            Banner("This review is closed.", "warning", dismissible=True),
            EmptyState("quote", "Nothing yet", "Begin here.", ActionButton("Add", "plus")),
            StatusLine(),
            FlowRow(
                ActionButton("Plain"),
                ActionButton("Remove", "trash-2", "danger"),
                ActionButton("Quiet", "plus", "quiet"),
                IconButton("Settings", "settings"),
            ),
        )

    def _add_fields(self) -> None:
        card = Card("Questions")
        for kind, (field, value) in every_field().items():
            field.set_value(value)  # type: ignore[arg-type]  # each value fits its field
            row = FormRow(
                f"A question of kind {kind}?", field, hint="A hint", help_text="Help", required=True
            )
            self.rows[kind] = row
            card.add(row)
        card.add(NoteLabel("A note."))
        self.rows["text"].show_problem("Something is missing")
        self.page.add(card)

    def _add_pictures(self) -> None:
        card = Card("Pictures")
        card.add(JourneyPicture(journey()), ScaleOverTime("How safe?", scale_lines()))
        self.page.add(card)
