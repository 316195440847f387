"""The rooms of one house or figure, without the screen."""

from dataclasses import replace

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.practice_pack import House, RoomKind
from iro_desktop.domain.scaling import Medium, ScaleAnswer, ScalingQuestion
from iro_desktop.domain.tools.entries import Tool
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.record import ToolRecord
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.services.recording import scored
from iro_desktop.services.tools import new_entry
from iro_desktop.ui.review.record_changes import next_position
from iro_desktop.ui.review.tools.presenter import ToolsPresenter, with_words

PATH = "path"


class HousePresenter:
    """A room nobody has said anything in yet is not kept; `change` keeps it."""

    def __init__(self, tools: ToolsPresenter, tool: Tool) -> None:
        self._tools = tools
        self.tool = tool
        self.house = tools.pack.house(tool) or House(tool, tools.title(tool), ())
        self._blank: dict[str, Room] = {}

    @property
    def kinds(self) -> tuple[RoomKind, ...]:
        """The rooms in the pack's order, then those that only an earlier pack had."""
        known = {kind.id for kind in self.house.rooms}
        others = dict.fromkeys(
            room.room for room in self._tools.record.rooms if room.tool is self.tool
        )
        return (*self.house.rooms, *(RoomKind(one, one) for one in others if one not in known))

    def room(self, name: str) -> Room:
        """What stands in a room today, or a blank one."""
        found = room_in(self._tools.record, self.tool, name)
        if found is None:
            found = self._blank.setdefault(name, self._new(name))
        return found

    def change(self, room: Room) -> Room:
        """Take a room as it now is; its state follows from whether it holds anything."""
        return self._tools.change(with_words(room, has_content(room)))

    def is_hidden(self, room: Room) -> bool:
        """Whether a shared screen must not show it: what is in it is not for everyone."""
        kept_back = self._tools.is_withheld(room)
        return has_content(room) and (kept_back or room.sharing is not Sharing.EVERYONE)

    # The path to the door is the child's own scale

    def scales(self) -> tuple[ScalingQuestion, ...]:
        """The scaling questions of the child, to one of which the path may belong."""
        return self._tools.review.record.scaling_questions

    def scale_of(self, room: Room) -> ScalingQuestion | None:
        """The question that the child's place on the path answers."""
        return next((one for one in self.scales() if one.id == room.scale_id), None)

    def linked(self, room: Room, scale_id: EntityId | None) -> Room:
        """The room with its path on that scale; from no place yet, the child's score is taken."""
        joined = replace(room, scale_id=scale_id)
        answer = self._answer(scale_id) if scale_id else None
        if joined.place is None and answer is not None:
            joined = replace(joined, place=answer.value)
        return joined

    def score(self, room: Room) -> ScaleAnswer | None:
        """The child's score on the question of the path, where it is another one by now."""
        question = self.scale_of(room)
        if question is None or room.place is None:
            return None
        review = self._tools.review
        answer = self._answer(question.id)
        if answer is not None and answer.value == room.place:
            return None
        if answer is None:
            name = review.record.child.known_as
            answer = review.add_scale_answer(question, name, Role.CHILD)
        given = scored(answer, float(room.place), review.day)
        return review.change(replace(given, medium=Medium.POINTED))

    def _answer(self, question: EntityId) -> ScaleAnswer | None:
        answers = self._tools.review.record.scale_answers
        return next(
            (one for one in answers if one.question_id == question and one.role is Role.CHILD),
            None,
        )

    def _new(self, name: str) -> Room:
        review = self._tools.review
        return new_entry(
            Room,
            review.review,
            next_position(self._tools.record.rooms),
            "",
            review.today,
            tool=self.tool,
            room=name,
            heard_from=review.record.child.known_as,
            is_verbatim=True,
        )


def room_in(record: ToolRecord, tool: Tool, name: str) -> Room | None:
    """What stands in a room, None where nobody ever said anything."""
    return next((one for one in record.rooms if one.tool is tool and one.room == name), None)


def has_content(room: Room) -> bool:
    """Whether the child said, drew or showed anything in it."""
    return bool(room.words.strip() or room.drawing or room.place is not None)
