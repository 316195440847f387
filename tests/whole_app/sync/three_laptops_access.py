"""Who has the child among three laptops: given to another IRO and back, covered, gone."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from three_laptops import ANN, BEN, FAR, LAPTOPS, World

from iro_desktop.hub.client import HttpHub
from iro_desktop.services.faults import AccessEnded
from iro_desktop.services.team_hub.leaving import leave


class Changing(World):
    """Whatever may become of access."""

    @precondition(lambda self: not self.access.gone)
    @rule()
    def give_the_child_to_the_other(self) -> None:
        """The child has another IRO from now on, or the former one again."""
        other = BEN if self.access.owner == ANN else ANN
        with self.hub.office() as office:
            office.allocate(self.child.id, self.hub.people[other])
        self.access = replace(self.access, owner=other)

    @precondition(lambda self: not self.access.gone)
    @rule(begins=st.booleans())
    def cover(self, *, begins: bool) -> None:
        """Whoever does not have the child covers for who does, or covers no longer."""
        other = BEN if self.access.owner == ANN else ANN
        with self.hub.office() as office:
            if begins:
                office.cover(self.child.id, self.hub.people[other], FAR)
            else:
                office.end_access(self.child.id, self.hub.people[other])
        covers = self.access.covers - {other}
        self.access = replace(self.access, covers=covers | {other} if begins else covers)

    @precondition(lambda self: self.access.owner == ANN)
    @rule()
    def deactivate_or_reactivate(self) -> None:
        """The colleague leaves the council, or comes back to it."""
        is_gone = BEN in self.access.gone
        with self.hub.office() as office:
            (office.reactivate if is_gone else office.deactivate)(self.hub.people[BEN])
        self.access = replace(self.access, gone=frozenset() if is_gone else frozenset({BEN}))

    @rule()
    def release_what_was_kept_aside(self) -> None:
        """The manager lets it into the record."""
        self.release()

    @rule(which=LAPTOPS)
    def leave_the_hub(self, which: int) -> None:
        """A laptop belongs to no hub until its next round, for which someone enrols it anew."""
        try:
            leave(self.laptops[which].uow, HttpHub)
        except AccessEnded:
            self.round(which)
