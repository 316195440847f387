"""Two laptops and what lies between them, for tests of what they make of each other's revisions."""

from dataclasses import dataclass, field

from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import Stamp
from iro_desktop.services.syncing.conflicts import MergeOutcome, merge_forks
from iro_desktop.store import SqlStore


@dataclass
class Between:
    """Every revision that was sent, in the order of coming."""

    kept: dict[str, tuple[Revision, Stamp]] = field(default_factory=dict)

    def send(self, store: SqlStore, by: str) -> None:
        """Take all that waits on a laptop."""
        with store.unit_of_work() as uow:
            uow.ledger.freeze()
            for bundle in uow.ledger.waiting(1_000):
                for each in bundle.revisions:
                    stamp = Stamp(len(self.kept) + 1, by, by, each.made_at)
                    self.kept.setdefault(each.id, (each, stamp))
                uow.ledger.accepted(bundle.id)

    def give(self, store: SqlStore) -> MergeOutcome:
        """Give a laptop all there is, and let it bring together what it can."""
        with store.unit_of_work() as uow:
            touched = uow.ledger.take_in(list(self.kept.values()))
        return merge_forks(store.unit_of_work, touched)


@dataclass
class Two:
    """Two laptops of one IRO and a colleague, and their hub."""

    here: SqlStore
    there: SqlStore
    between: Between = field(default_factory=Between)

    def meet(self) -> tuple[MergeOutcome, MergeOutcome]:
        """Both send what waits, and take in what the other sent; what that made is sent too."""
        self.between.send(self.here, "Here")
        self.between.send(self.there, "There")
        outcomes = (self.between.give(self.here), self.between.give(self.there))
        for _ in range(2):
            self.between.send(self.here, "Here")
            self.between.send(self.there, "There")
            self.between.give(self.here)
            self.between.give(self.there)
        return outcomes
