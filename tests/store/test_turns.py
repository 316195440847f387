"""Who came first works first: typing is let in between two transactions of a round."""

import threading
from collections.abc import Callable

import pytest

from iro_desktop.services.faults import LockedStore
from iro_desktop.store import SqlStore
from iro_desktop.store.turns import Turns

PATIENCE = 20.0


def test_that_turns_go_in_the_order_in_which_they_were_asked_for() -> None:
    turns, order = Turns(PATIENCE), list[int]()

    def work(number: int) -> None:
        with turns.taken():
            order.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(5)]
    with turns.taken():
        for place, thread in enumerate(threads, 1):
            thread.start()
            _wait_until_asked(turns, place)
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_that_a_thread_that_goes_on_and_on_lets_another_in_after_one_transaction(
    store: SqlStore,
) -> None:
    """As a round does it: the next begins as soon as the last is over."""
    is_in, counts = threading.Event(), list[int]()

    def type_something() -> None:
        with store.unit_of_work() as uow:
            counts.append(int(uow.settings.get("count")))
        is_in.set()

    typing = threading.Thread(target=type_something)
    for number in range(1, 500):
        with store.unit_of_work() as uow:
            uow.settings.set("count", str(number))
            if number == 1:
                typing.start()
                _wait_until_asked(store._turns, 1)
        if is_in.is_set():
            break
    typing.join()
    assert counts == [1]


def test_that_nobody_waits_for_ever_and_who_goes_away_holds_up_nobody() -> None:
    turns = Turns(0.01)

    def ask() -> None:
        with turns.taken():
            pass

    with turns.taken(), pytest.raises(LockedStore):
        _in_another_thread(ask)
    ask()
    _in_another_thread(ask)


def _in_another_thread(work: Callable[[], None]) -> None:
    faults: list[LockedStore] = []

    def run() -> None:
        try:
            work()
        except LockedStore as fault:
            faults.append(fault)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if faults:
        raise faults[0]


def _wait_until_asked(turns: Turns, waiting: int) -> None:
    pause = threading.Event()
    while len(turns._waiting) < waiting:
        pause.wait(0.001)
