import threading

import pytest
from store_samples import CHILD, REVIEW

from iro_desktop.store import SqlStore


class Stopped(Exception):
    """Something went wrong on the way."""


def test_that_an_exception_on_the_way_undoes_everything(store: SqlStore) -> None:
    def fail_half_way() -> None:
        with store.unit_of_work() as uow:
            uow.children.put(CHILD)
            uow.settings.set("colour", "blue")
            raise Stopped

    with pytest.raises(Stopped):
        fail_half_way()
    with store.unit_of_work() as uow:
        assert uow.children.find(CHILD.id) is None
        assert uow.history.unsent() == 0
        assert uow.settings.get("colour") == ""


def test_that_a_setting_is_empty_until_set_and_then_the_latest(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        assert uow.settings.get("colour") == ""
        uow.settings.set("colour", "blue")
        uow.settings.set("colour", "green")
    with store.unit_of_work() as uow:
        assert uow.settings.get("colour") == "green"


def test_that_a_unit_within_a_unit_is_refused_at_once(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(CHILD)
        with pytest.raises(RuntimeError, match="within another"), store.unit_of_work():
            pass
    with store.unit_of_work() as uow:
        assert uow.children.find(CHILD.id) == CHILD


def test_that_two_threads_write_one_after_the_other(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(CHILD)

    def count_up() -> None:
        for _ in range(20):
            with store.unit_of_work() as uow:
                uow.settings.set("count", str(int(uow.settings.get("count") or "0") + 1))

    threads = [threading.Thread(target=count_up) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.unit_of_work() as uow:
        assert uow.settings.get("count") == "60"


def test_that_a_closed_store_is_used_no_more_and_may_be_closed_again(store: SqlStore) -> None:
    store.close()
    store.close()
    with pytest.raises(RuntimeError, match="closed"), store.unit_of_work() as uow:
        uow.reviews.put(REVIEW)
    with pytest.raises(RuntimeError, match="closed"):
        store.verify()
