"""The meetings of a review that is held as a series of them: day, with whom, and a note."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from typing_extensions import override

from iro_desktop.domain.sittings import Sitting
from iro_desktop.i18n import screen, tr
from iro_desktop.ui.review.attribute import Attribute, day_from, iso, text_attribute
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.text_field import LongTextField, TextField


class SittingsPanel(CardsPanel[Sitting]):
    """One card for each meeting, in the order they were added."""

    @override
    def things(self) -> Sequence[Sitting]:
        return self.presenter.sittings

    @override
    def make_thing(self) -> Sitting:
        return self.presenter.add_sitting()

    @override
    def make_card(self, thing: Sitting) -> RecordCard[Sitting]:
        return RecordCard(
            thing, _attributes(lambda: self.presenter.today), removing=tr("Remove this meeting")
        )

    @override
    def title_of(self, thing: Sitting, number: int) -> str:
        return tr("Meeting on {day}", day=screen().weekday_date(thing.on))

    @override
    def add_words(self) -> str:
        return tr("Add a meeting")

    @override
    def empty_words(self) -> str:
        return tr("No meeting is kept yet.")

    @override
    def undo_words(self) -> str:
        return tr("Put the meeting back")

    def may_put_back(self) -> bool:
        """Whether a meeting that was taken away can still come back."""
        return not self._put_back.isHidden()


def _attributes(today: Callable[[], dt.date]) -> tuple[Attribute[Sitting], ...]:
    return (
        Attribute(
            "on",
            tr("Day"),
            DateField(today),
            lambda sitting: iso(sitting.on),
            lambda sitting, value: replace(sitting, on=day_from(value) or sitting.on),
            span=6,
        ),
        text_attribute("with_whom", tr("With whom?"), TextField(), span=6),
        text_attribute("note", tr("Note"), LongTextField(fewest_lines=2)),
    )
