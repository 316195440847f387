"""One room: the child's own words, a drawing, who wrote it, and with whom it is shared."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.scaling import score
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui.review.attribute import Attribute, text, text_attribute
from iro_desktop.ui.review.tools import attributes
from iro_desktop.ui.review.tools.entry_card import EntryCard
from iro_desktop.ui.review.tools.houses.path_field import PathField
from iro_desktop.ui.review.tools.houses.presenter import PATH, HousePresenter, has_content
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.drawing_field import DrawingField
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.words import records


class RoomCard(EntryCard[Room]):
    """A room has always a card; taking back what is in it is emptying it, not removing it."""

    def __init__(self, room: Room, presenter: HousePresenter, people: Sequence[str]) -> None:
        self._presenter = presenter
        asked: tuple[Attribute[Room], ...] = ()
        if room.room == PATH:
            asked = (_place(presenter, room), _scale(presenter))
        super().__init__(room, (*asked, *_room(people)), removing="")
        self.remove_button.hide()

    @override
    def has_words(self) -> bool:
        return has_content(self.record)

    @override
    def applies(self, name: str) -> bool:
        if name == "sharing":
            return has_content(self.record)
        if name == "scale_id":
            return bool(self._presenter.scales())
        return super().applies(name)

    @override
    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.remove_button.hide()


def _room(people: Sequence[str]) -> tuple[Attribute[Room], ...]:
    return (
        text_attribute(
            "words",
            tr("The child's own words"),
            RemarkedTextField(verbatim=True),
            hint=tr("Just as they were said or written. They are never tidied up."),
        ),
        Attribute(
            "drawing",
            tr("A drawing"),
            DrawingField(),
            lambda room: room.drawing or None,
            lambda room, value: replace(room, drawing=text(value)),
        ),
        text_attribute("author", tr("Who wrote or drew it?"), PersonField(people), span=6),
        attributes.state(),
        Attribute(
            "sharing",
            tr("Who may see this room? Ask the child."),
            ChoiceField(records.options(records.sharing())),
            lambda room: None if room.sharing is Sharing.NOT_ASKED else room.sharing.value,
            lambda room, value: replace(room, sharing=_sharing(value)),
            hint=tr("Until the child has chosen, it is printed nowhere."),
        ),
    )


def _place(presenter: HousePresenter, room: Room) -> Attribute[Room]:
    question = presenter.scale_of(room)
    low = question.meaning_of_0 if question else ""
    high = question.meaning_of_10 if question else ""
    return Attribute(
        "place",
        tr("Where on the path is the child?"),
        PathField(low or tr("far from the door"), high or tr("at the door, safe")),
        lambda one: None if one.place is None else float(one.place),
        lambda one, value: replace(one, place=_number(value)),
    )


def _scale(presenter: HousePresenter) -> Attribute[Room]:
    options = [Option("", tr("No scaling question"))]
    options += [Option(one.id, one.text) for one in presenter.scales()]
    return Attribute(
        "scale_id",
        tr("Is this the child's answer to a scaling question?"),
        PickField(options),
        lambda room: room.scale_id or "",
        lambda room, value: presenter.linked(
            room, EntityId(value) if isinstance(value, str) and value else None
        ),
        hint=tr("Their place on the path is then their number there."),
    )


def _number(value: AnswerValue) -> Decimal | None:
    return score(value) if isinstance(value, int | float) else None


def _sharing(value: AnswerValue) -> Sharing:
    return Sharing(value) if isinstance(value, str) else Sharing.NOT_ASKED
