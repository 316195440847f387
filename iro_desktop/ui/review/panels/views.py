"""The child's own words, exactly as given; nothing here alters them."""

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.wishes_and_feelings import HeardHow, Sharing, View
from iro_desktop.i18n import tr
from iro_desktop.ui.review.attribute import (
    Attribute,
    day_attribute,
    one_of_attribute,
    text_attribute,
)
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.words import records


class ViewsPanel(CardsPanel[View]):
    """What the child said, who heard it, and with whom the child agrees to share it."""

    @override
    def things(self) -> Sequence[View]:
        return self.presenter.record.views

    @override
    def make_thing(self) -> View:
        return self.presenter.add_view()

    @override
    def make_card(self, thing: View) -> RecordCard[View]:
        return RecordCard(thing, _attributes(self.presenter), removing=tr("Remove these words"))

    @override
    def title_of(self, thing: View, number: int) -> str:
        if thing.about:
            return tr("The child's words about {about}", about=thing.about)
        return tr("The child's words, {number}", number=number)

    @override
    def add_words(self) -> str:
        return tr("Write down the child's words")

    @override
    def empty_words(self) -> str:
        return tr("Nothing is written down yet. Ask the child, and write it as they say it.")

    @override
    def set_shared(self, *, shared: bool) -> None:
        """Words that the child has not agreed to share with everyone are theirs."""
        for view in self.things():
            self.cards[view.id].setHidden(shared and view.sharing is not Sharing.EVERYONE)

    @override
    def undo_words(self) -> str:
        return tr("Put the words back")


def _sharing(value: AnswerValue) -> Sharing:
    return Sharing(value) if isinstance(value, str) else Sharing.NOT_ASKED


def _attributes(presenter: ReviewPresenter) -> tuple[Attribute[View], ...]:
    return (
        text_attribute(
            "words",
            tr("The child's own words"),
            RemarkedTextField(verbatim=True),
            hint=tr("Just as they were said or written. They are never tidied up."),
        ),
        text_attribute("about", tr("About"), TextField(tr("home, school, family …")), span=6),
        one_of_attribute(
            "how",
            tr("How did the words come?"),
            PickField(records.options(records.heard_how())),
            HeardHow,
            span=6,
        ),
        text_attribute("heard_by", tr("Who heard them?"), TextField(), span=6),
        day_attribute("heard_on", tr("When?"), DateField(lambda: presenter.today), span=6),
        Attribute(
            "sharing",
            tr("Who may read this? Ask the child."),
            ChoiceField(records.options(records.sharing())),
            lambda view: None if view.sharing is Sharing.NOT_ASKED else view.sharing.value,
            lambda view, value: replace(view, sharing=_sharing(value)),
            hint=tr("Until the child has chosen, the words are printed nowhere."),
        ),
    )
