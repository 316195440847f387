"""The practice tools of the review on screen, without the screen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar, cast

from iro_desktop.domain.identifiers import natural_id
from iro_desktop.domain.practice_pack import PracticePack
from iro_desktop.domain.tools.comparison import entries_of, last_with, to_carry
from iro_desktop.domain.tools.entries import EntryState, Tool, ToolEntry, ToolUse
from iro_desktop.domain.tools.record import EarlierTools, ToolRecord
from iro_desktop.services import practice, tools
from iro_desktop.services.council_people import with_council
from iro_desktop.services.record_homes import HOMES, ToolThing
from iro_desktop.ui.review.edits import Removal
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_changes import next_position
from iro_desktop.ui.words.tools import help_of_tool, title_of_tool

E = TypeVar("E", bound=ToolThing)
Entry = TypeVar("Entry", bound=ToolEntry)


class ToolsPresenter:
    """What every tool's panel asks of the review. `save` of the review brings edits to the store.

    What is made or changed here stands in the review's record at once, and the thing given back is
    the edit to pass on (`Panel.edit`).
    """

    def __init__(self, review: ReviewPresenter) -> None:
        self.review = review

    # The pack

    @cached_property
    def pack(self) -> PracticePack:
        """The practice model in force, as it was when the panel was made."""
        with self.review.workspace.uow_factory() as uow:
            return practice.pack_in_force(uow.settings)

    def title(self, tool: Tool) -> str:
        """What a tool is called here."""
        return self.pack.titles.get(tool, "") or title_of_tool(tool)

    def help(self, tool: Tool) -> str:
        """What it is for, in a line."""
        return help_of_tool(tool)

    # What stands in the tools

    @property
    def record(self) -> ToolRecord:
        """The tools of this review as they stand on screen."""
        return self.review.record.tools

    def entries(self, tool: Tool) -> tuple[ToolEntry, ...]:
        """Every entry of a tool at this review, in its order."""
        return entries_of(self.record, tool)

    def is_used(self, tool: Tool) -> bool:
        """Whether anything stands in it at this review."""
        return bool(self.entries(tool))

    def earlier(self, tool: Tool) -> tuple[EarlierTools, ...]:
        """The earlier meetings at which it was used, from the latest on."""
        return tuple(
            earlier
            for earlier in self.review.record.earlier_tools
            if entries_of(earlier.tools, tool)
        )

    def to_bring_over(self, tool: Tool) -> bool:
        """Whether anything of the last meeting that used it is not in this review yet."""
        last = last_with(self.review.record.earlier_tools, tool)
        if last is None or self.review.review.is_fixed:
            return False
        return bool(to_carry(last.tools, self.record, tool))

    def bring_over(self, tool: Tool) -> None:
        """Begin from what stood there last time, at once in the store. Raises what it raises.

        What is still to be kept has to be kept before.
        """
        self.review.at_once(lambda factory, review: tools.carry_forward(factory, review, tool))

    # Changes, first on screen; what comes back is the edit to pass on

    def make(self, kind: type[E], /, **fields: Any) -> E:  # noqa: ANN401 - fields of any kind
        """One more entry, after the others of its kind, written by the IRO today."""
        return self.review.change(self.draft(kind, **fields))

    def draft(self, kind: type[E], /, **fields: Any) -> E:  # noqa: ANN401 - as above
        """The same, in the record only once `change` takes it."""
        record = self.review.record
        position = next_position(getattr(self.record, HOMES[kind].field))
        author, today = record.iro.name, self.review.today
        made = cast("Callable[..., ToolEntry]", kind)
        drafted = tools.new_entry(made, record.review, position, author, today, **fields)
        return cast("E", drafted)

    def change(self, thing: E) -> E:
        """Take an entry as it now is."""
        return self.review.change(thing)

    def remove(self, thing: ToolThing) -> Removal:
        """Take an entry away; `change` puts it back."""
        return self.review.remove(thing)

    def put_in_order(self, things: Sequence[E]) -> tuple[E, ...]:
        """Give entries the order they stand in here. Gives those that changed."""
        placed = [
            (thing, replace(thing, position=position)) for position, thing in enumerate(things)
        ]
        return tuple(self.change(after) for before, after in placed if before != after)

    # Documents

    def use_of(self, tool: Tool) -> ToolUse:
        """Where a tool prints: as the IRO said, else in the minutes alone."""
        said = self.record.use_of(tool)
        if said is not None:
            return said
        review = self.review.review
        return ToolUse(
            id=natural_id("tool use", review.id, tool.value),
            child_id=review.child_id,
            review_id=review.id,
            tool=tool,
            position=next_position(self.record.tool_uses),
        )

    def is_for_iro_alone(self, tool: Tool) -> bool:
        """Whether it prints nowhere: then it is not for a shared screen either."""
        use = self.use_of(tool)
        return self.is_used(tool) and not (use.in_minutes or use.in_letter)

    def print_in(self, tool: Tool, *, minutes: bool, letter: bool) -> ToolUse:
        """Say where a tool prints."""
        return self.change(replace(self.use_of(tool), in_minutes=minutes, in_letter=letter))

    # Who may see what

    def is_withheld(self, entry: ToolThing) -> bool:
        """Whether the IRO keeps anything in it from someone: then it is on no shared screen."""
        return any(passage.thing == entry.id for passage in self.review.record.withheld)

    def people(self) -> tuple[str, ...]:
        """Those who may have said something: the child, those at the review, then the council's.

        Nobody whom the council lists is offered among a child's own people (`NetworkPerson`).
        """
        record = self.review.record
        names = [record.child.known_as, *(person.name for person in record.participants)]
        return tuple(with_council((name for name in names if name), self.review.council))


def with_words(entry: Entry, has_words: bool) -> Entry:  # noqa: FBT001 - what it is about
    """The entry in the state that having words, or having none any more, brings about."""
    if has_words:
        return replace(entry, state=EntryState.ANSWERED)
    if entry.state is EntryState.ANSWERED:
        return replace(entry, state=EntryState.UNANSWERED)
    return entry
