"""What fails between three laptops and their hub: lines, clocks, programs, disks and databases."""

import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from sqlalchemy import event
from three_laptops import LAPTOPS, PEOPLE, Night, World

from bad_lines_for_tests import BadLine, Fate, bad_line, deliver_late
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.syncing.purging import purge
from iro_desktop.store.backup import RESTORED_NAME
from laptops_for_tests import Cancelled, Job, MadeUpLaptop, TeamHub

FATES = st.sampled_from(
    [
        Fate.NEVER_ARRIVES,
        Fate.ANSWER_IS_LOST,
        Fate.ANSWER_IS_CUT,
        Fate.ARRIVES_TWICE,
        Fate.ARRIVES_LATE,
    ]
)
_DIES_AT = """
    CREATE SEQUENCE public.rows_so_far;
    CREATE FUNCTION public.dies_at_a_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF nextval('public.rows_so_far') = {} THEN
        PERFORM pg_terminate_backend(pg_backend_pid());
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER dies_at_a_row BEFORE INSERT ON hub.revision
      FOR EACH ROW EXECUTE FUNCTION public.dies_at_a_row();
"""
_LIVES = """
    DROP TRIGGER dies_at_a_row ON hub.revision;
    DROP FUNCTION public.dies_at_a_row();
    DROP SEQUENCE public.rows_so_far;
"""


class Killed(BaseException):
    """The process is gone: nothing that a program says about faults holds it up."""


class Failing(World):
    """Whatever may fail."""

    @rule(which=LAPTOPS)
    def sync(self, which: int) -> None:
        """A round that nothing comes between."""
        self.round(which)

    @rule(which=LAPTOPS, fate=FATES, at=st.integers(1, 6))
    def sync_over_a_bad_line(self, which: int, fate: Fate, at: int) -> None:
        """One request of a round meets with an accident."""
        with bad_line(self.hub.address) as line:
            _fail_at(line, fate, at)
            with suppress(KnownFault):
                self.round(which, by=line.address)
        self.late.extend(line.late)

    @precondition(lambda self: self.late)
    @rule()
    def deliver_late(self) -> None:
        """What was given up for lost arrives, after all that came since."""
        deliver_late(self.hub.address, self.late.pop(0))

    @rule(which=LAPTOPS, at=st.integers(1, 12))
    def give_up_half_way(self, which: int, at: int) -> None:
        """A round is cancelled, and the program started again."""
        try:
            self.round(which, job=Job(stops_at=at))
        except Cancelled:
            self.laptops[which].start_again()

    @rule(which=LAPTOPS, at=st.integers(1, 250))
    def kill_the_program(self, which: int, at: int) -> None:
        """A program is killed in the middle of a round, before one of its statements."""
        laptop = self.laptops[which]
        try:
            with _killed_at(laptop, at):
                self.laptops[which].sync()
        except Killed:
            laptop.start_again()
        except KnownFault:
            pass
        self.note(which)

    @rule(which=LAPTOPS, at=st.integers(1, 4))
    def kill_the_database(self, which: int, at: int) -> None:
        """The gateway loses its database in the middle of a push."""
        with _dying(self.hub, at), suppress(KnownFault):
            self.round(which)

    @rule(which=LAPTOPS, days=st.integers(-3, 3))
    def set_the_clock(self, which: int, days: int) -> None:
        """A clock jumps."""
        self.laptops[which].clock.advance(days * 86_400)

    @rule(which=LAPTOPS)
    def back_a_laptop_up(self, which: int) -> None:
        """Someone keeps a copy of their store."""
        laptop, copy = self.laptops[which], self.folder / f"copy-{next(self.numbers)}"
        laptop.close()
        shutil.copytree(laptop.folder, copy)
        laptop.start_again()
        self.copies[which] = copy

    @precondition(lambda self: self.copies)
    @rule(which=LAPTOPS)
    def restore_a_laptop(self, which: int) -> None:
        """A laptop is lost, and its store put back to the copy: a device that no hub knows."""
        if which not in self.copies:
            return
        laptop = self.laptops[which]
        laptop.close()
        shutil.rmtree(laptop.folder)
        shutil.copytree(self.copies[which], laptop.folder)
        (laptop.folder / RESTORED_NAME).touch()
        laptop.start_again()
        self.signed[which].clear()
        self.something_was_lost()

    @precondition(lambda self: self.night is None)
    @rule(is_noted=st.booleans())
    def back_the_hub_up(self, *, is_noted: bool) -> None:
        """A night passes; the backup may have been verified, and noted at the hub."""
        database = self.hub.back_up()
        self.night = Night(database, self.access, is_noted)
        if is_noted:
            self.hub.note_backup()
            self.last_noted = database

    @precondition(lambda self: self.night is not None)
    @rule()
    def restore_the_hub(self) -> None:
        """The hub is lost, and put back to what it was that night."""
        assert self.night is not None
        self.hub.restore(self.night.database)
        self.access = self.night.access
        if self.night.database is not self.last_noted:
            self.believes_an_older_hub = set(range(len(PEOPLE)))
        self.night = None
        self.something_was_lost()

    @rule(which=LAPTOPS)
    def purge(self, which: int) -> None:
        """What was closed long ago leaves a laptop, if the hub has it for good."""
        laptop = self.laptops[which]
        if purge(laptop.uow, laptop.clock):
            self.purged.add(which)
            if which in self.believes_an_older_hub:
                self.something_was_lost()  # nobody could have told it yet


def _fail_at(line: BadLine, fate: Fate, at: int) -> None:
    numbers = itertools.count(1)
    line.fates = lambda _method, _path: fate if next(numbers) == at else Fate.PASSES


@contextmanager
def _killed_at(laptop: MadeUpLaptop, at: int) -> Iterator[None]:
    numbers = itertools.count(1)
    engine = laptop.store._engine

    def count(*_: object) -> None:
        if next(numbers) == at:
            raise Killed

    event.listen(engine, "before_cursor_execute", count)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", count)


@contextmanager
def _dying(hub: TeamHub, at: int) -> Iterator[None]:
    with hub.database.connect() as connection:
        connection.execute(_DIES_AT.format(at).encode())
        yield
        connection.execute(_LIVES.encode())
