"""When rounds begin, what is told of them, and that they end calmly."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from hand_alarm import HandAlarm
from held_jobs import HeldJobs
from synced_laptop import belong_to_a_hub

from fixed_clock import FixedClock
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import HubAway, HubBusy, KnownFault, NotOurHub, SignedOut
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.syncing.reports import Note, RoundReport
from iro_desktop.store import SqlStore
from iro_desktop.ui.jobs import JobCancelled, JobControl
from iro_desktop.ui.sync.pulse import Pulse
from iro_desktop.ui.sync.standing import Reach, Standing, short_words

SOMETHING = Changed(frozenset({Topic.CHILD}))


@dataclass
class Rounds:
    """What a round does: the next of `endings`, a fault or a report."""

    endings: list[RoundReport | Exception] = field(default_factory=list)
    begun: int = 0

    def __call__(self, job: JobControl) -> RoundReport:
        self.begun += 1
        job.progress(1, 3, "sending")
        job.check()
        ending = self.endings.pop(0) if self.endings else RoundReport()
        if isinstance(ending, Exception):
            raise ending
        return ending


@dataclass
class Heart:
    """A pulse with all that it beats by."""

    pulse: Pulse
    rounds: Rounds
    alarm: HandAlarm
    jobs: HeldJobs
    told: list[Changed] = field(default_factory=list)

    def beat(self) -> None:
        """Let a round that was begun come to its end."""
        self.jobs.let_go()


@pytest.fixture
def heart(store: SqlStore, clock: FixedClock) -> Heart:
    belong_to_a_hub(store)
    alarm, jobs, rounds = HandAlarm(), HeldJobs(), Rounds()
    pulse = Pulse(store.unit_of_work, clock, jobs, alarm, rounds, lambda: 0.0)
    made = Heart(pulse, rounds, alarm, jobs)
    pulse.tell = made.told.append
    return made


def said(heart: Heart) -> str:
    return short_words(heart.pulse.standing()).words


def test_that_a_laptop_of_no_hub_never_begins_a_round(store: SqlStore, clock: FixedClock) -> None:
    alarm, jobs, rounds = HandAlarm(), HeldJobs(), Rounds()
    pulse = Pulse(store.unit_of_work, clock, jobs, alarm, rounds)
    pulse.begin()
    pulse.note_change(SOMETHING)
    assert alarm.seconds is None
    assert not jobs.held


def test_that_a_round_begins_as_the_store_opens_and_the_next_some_minutes_later(
    heart: Heart,
) -> None:
    heart.pulse.begin()
    assert heart.alarm.seconds is None
    assert said(heart) == "Syncing…"
    heart.beat()
    assert heart.rounds.begun == 1
    assert heart.alarm.seconds == 300
    heart.alarm.ring()
    heart.beat()
    assert heart.rounds.begun == 2


def test_that_a_change_goes_soon_and_typing_on_does_not_put_it_off_for_ever(
    heart: Heart, clock: FixedClock
) -> None:
    heart.pulse.begin()
    heart.beat()
    clock.advance(60)
    waits = []
    for _ in range(8):
        heart.pulse.note_change(SOMETHING)
        waits.append(heart.alarm.seconds)
        clock.advance(4)
    assert waits[0] == 5
    assert waits[-1] == 2  # thirty seconds after the first change at the latest
    heart.alarm.ring()
    assert len(heart.jobs.held) == 1


def test_that_two_rounds_never_run_at_once_and_one_asked_for_meanwhile_follows(
    heart: Heart,
) -> None:
    heart.pulse.begin()
    heart.pulse.sync_now()
    heart.pulse.sync_now()
    assert len(heart.jobs.held) == 1
    heart.beat()
    assert heart.alarm.seconds == 10
    heart.alarm.ring()
    assert len(heart.jobs.held) == 1


def test_that_an_absent_hub_is_tried_ever_more_seldom_and_the_first_answer_ends_that(
    heart: Heart, clock: FixedClock
) -> None:
    heart.rounds.endings = [HubAway(), HubAway(), HubAway(), RoundReport()]
    heart.pulse.begin()
    waits = []
    for _ in range(3):
        heart.beat()
        waits.append(heart.alarm.seconds)
        assert said(heart) == "Hub away: kept here"
        heart.pulse.note_change(SOMETHING)  # typing on does not bring the next try nearer
        assert heart.alarm.seconds == waits[-1]
        clock.advance(waits[-1] or 0)
        heart.alarm.ring()
    heart.beat()
    assert waits == [7.5, 15, 30]
    assert heart.alarm.seconds == 300
    assert said(heart) == "Not synced yet"


def test_that_the_hub_is_left_alone_for_as_long_as_it_asks(heart: Heart) -> None:
    heart.rounds.endings = [HubBusy(wait="90")]
    heart.pulse.begin()
    heart.beat()
    assert heart.alarm.seconds == 90


@pytest.mark.parametrize(
    ("fault", "words"),
    [(SignedOut(code="expired"), "Sign in again"), (NotOurHub(), "Not our hub")],
)
def test_that_what_only_a_person_can_put_right_is_said(
    heart: Heart, fault: KnownFault, words: str
) -> None:
    heart.rounds.endings = [fault]
    heart.pulse.begin()
    heart.beat()
    assert said(heart) == words


def test_that_nothing_is_tried_by_itself_while_one_is_signed_out(heart: Heart) -> None:
    heart.rounds.endings = [SignedOut(code="expired")]
    heart.pulse.begin()
    heart.beat()
    assert heart.alarm.seconds is None


def test_that_ended_access_is_said(heart: Heart) -> None:
    heart.rounds.endings = [RoundReport(ended="revoked")]
    heart.pulse.begin()
    heart.beat()
    assert heart.pulse.standing().reach is Reach.ENDED
    assert said(heart) == "Access has ended"


def test_that_a_round_tells_whose_records_it_changed_and_hears_no_echo_of_that(
    heart: Heart,
) -> None:
    ash = ChildId("ash")
    heart.rounds.endings = [RoundReport(received=2, children_received=frozenset({ash}))]
    heart.pulse.tell = lambda change: (heart.told.append(change), heart.pulse.note_change(change))
    heart.pulse.begin()
    heart.beat()
    assert [change.children for change in heart.told] == [frozenset({ash})]
    assert heart.alarm.seconds == 300


def test_that_settings_that_came_in_are_told_and_only_then(heart: Heart) -> None:
    heart.rounds.endings = [
        RoundReport(children_received=frozenset({ChildId("ash")})),
        RoundReport(notes=(Note.SETTINGS,)),
    ]
    for _ in range(2):
        heart.pulse.sync_now()
        heart.beat()
    assert [Topic.SETTINGS in change.topics for change in heart.told] == [False, True]


def test_that_a_cancelled_round_says_so_and_is_followed_by_the_next_in_its_time(
    heart: Heart,
) -> None:
    heart.rounds.endings = [JobCancelled()]
    heart.pulse.begin()
    heart.beat()
    assert heart.pulse.standing().report == ("Stopped. What was sent and received before is kept.",)
    assert heart.alarm.seconds == 300


def test_that_progress_is_told_in_words_while_it_runs(heart: Heart) -> None:
    seen: list[Standing] = []
    heart.pulse.listen(seen.append)
    heart.pulse.begin()
    heart.beat()
    running = [one.running for one in seen if one.running and one.running.total]
    assert running
    assert (running[0].done, running[0].total) == (1, 3)
    assert running[0].what == "Sending what was written here"


def test_that_the_screen_waits_for_no_store_to_tell_how_far_a_round_is(
    store: SqlStore, clock: FixedClock
) -> None:
    belong_to_a_hub(store)
    looks: list[bool] = []

    @contextmanager
    def counted() -> Iterator[UnitOfWork]:
        looks.append(True)
        with store.unit_of_work() as uow:
            yield uow

    told = list[int]()
    jobs, rounds = HeldJobs(), Rounds()
    pulse = Pulse(counted, clock, jobs, HandAlarm(), rounds, lambda: 0.0)
    pulse.begin()
    pulse.listen(lambda standing: told.extend([len(looks)] if standing.running else []))
    at_the_beginning = len(looks)
    jobs.let_go()
    assert told[1:] == [at_the_beginning]


def test_that_nothing_is_told_of_a_round_that_ends_after_the_store_was_let_go(
    heart: Heart,
) -> None:
    seen: list[Standing] = []
    heart.pulse.begin()
    heart.pulse.listen(seen.append)
    heart.pulse.rest()
    seen.clear()
    heart.beat()
    assert (seen, heart.told, heart.alarm.seconds) == ([], [], None)
    heart.pulse.note_change(SOMETHING)
    heart.pulse.sync_now()
    assert not heart.jobs.held


def test_that_what_waits_and_what_needs_someone_are_counted(
    heart: Heart, store: SqlStore, clock: FixedClock
) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(Child(id=ChildId("ash"), number="1", date_of_birth=clock.today()))
    heart.pulse.look_again()
    assert said(heart) == "1 waiting"
    with store.unit_of_work() as uow:
        uow.ledger.freeze()
        (bundle,) = uow.ledger.waiting(1)
        uow.ledger.refused(bundle.id, "not_yours")
    assert said(heart) == "1 needs you"


def test_that_all_sent_is_said_with_its_time(
    heart: Heart, store: SqlStore, clock: FixedClock
) -> None:
    with store.unit_of_work() as uow:
        uow.settings.set("sync_last", clock.now().isoformat())
    here = clock.now().astimezone().time()
    assert said(heart) == f"All sent, {here:%H:%M}"
