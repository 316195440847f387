"""A call that hangs is ended from another thread: locking does not wait for a network."""

import socket
import threading

import pytest

from iro_desktop.hub.client import HttpHub
from iro_desktop.services.faults import HubAway


def test_that_a_call_without_an_answer_is_given_up_from_outside() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        hub = HttpHub(f"http://127.0.0.1:{silent.getsockname()[1]}", "a-made-up-token")
        ended: list[BaseException] = []

        def call() -> None:
            try:
                hub.changed("")
            except HubAway as fault:
                ended.append(fault)

        thread = threading.Thread(target=call)
        thread.start()
        caller, _from = silent.accept()
        with caller:
            assert caller.recv(10)  # it has asked, and waits
            hub.give_up()
            thread.join(20)
        assert not thread.is_alive()
        assert len(ended) == 1
        with pytest.raises(HubAway):
            hub.changed("")
        hub.close()
