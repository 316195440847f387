"""Who agreed to the story as it stands, for which age it is, and who read it with the child."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.tools.story import StoryAgreement
from iro_desktop.i18n import tr
from iro_desktop.ui.review.attribute import Attribute, day_attribute, text_attribute
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.tools.presenter import ToolsPresenter
from iro_desktop.ui.review.tools.story.presenter import OLDEST, YOUNGEST, StoryPresenter
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.names_field import NamesField
from iro_desktop.ui.widgets.number_field import NumberField
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField


class AgreementCard(RecordCard[StoryAgreement]):
    """There is one for each review, and it is emptied rather than removed."""

    def __init__(self, story: StoryPresenter, tools: ToolsPresenter) -> None:
        people = tools.people()
        super().__init__(story.agreement(), (*_agreed(people), *_read(people, tools)), removing="")
        self.set_title(tr("Is the story agreed?"))
        self.remove_button.hide()

    @override
    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.remove_button.hide()

    def refresh_people(self, people: Sequence[str]) -> None:
        """Offer the names of those who are on the list by now."""
        names, reader = self.rows["agreed_by"].field, self.rows["read_with"].field
        if isinstance(names, NamesField):
            names.set_suggestions(people)
        if isinstance(reader, PersonField):
            reader.set_suggestions(people)


def _agreed(people: Sequence[str]) -> tuple[Attribute[StoryAgreement], ...]:
    return (
        Attribute(
            "agreed_by",
            tr("Who agrees to it?"),
            NamesField(people),
            lambda one: one.agreed_by or None,
            lambda one, value: replace(one, agreed_by=_names(value)),
        ),
        text_attribute(
            "not_agreed",
            tr("Who does not, and what would they say instead?"),
            RemarkedTextField(fewest_lines=1),
        ),
    )


def _read(people: Sequence[str], tools: ToolsPresenter) -> tuple[Attribute[StoryAgreement], ...]:
    return (
        Attribute(
            "reading_age",
            tr("For which age is it written?"),
            NumberField(Decimal(YOUNGEST), Decimal(OLDEST), tr("years")),
            lambda one: one.reading_age,
            lambda one, value: replace(one, reading_age=_years(value)),
        ),
        text_attribute("read_with", tr("Who read it with the child?"), PersonField(people), span=6),
        day_attribute("read_on", tr("When?"), DateField(lambda: tools.review.today), span=6),
    )


def _names(value: AnswerValue) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _years(value: AnswerValue) -> int | None:
    return round(value) if isinstance(value, int | float) else None
