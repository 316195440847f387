"""What comes back from the browser, and what only looks like it."""

import socket
from collections.abc import Callable, Iterator

import pytest

from browser_of_the_test import Browser
from iro_desktop.hub.loopback import LoopbackListener
from iro_desktop.services.faults import SignInTookTooLong
from iro_desktop.services.team_hub.signing_in import BrowserPage

PAGE = BrowserPage("en", "ltr", "IRO & Desktop", "All <done>.", "Nobody was signed in.")
STATE = "made-up-state"


class GivenUp(Exception):
    """The person pressed Cancel."""


@pytest.fixture
def listener() -> Iterator[LoopbackListener]:
    made = LoopbackListener(PAGE)
    yield made
    made.close()


def on_and_on() -> None:
    """Nobody gives up."""


def until_answered(browser: Browser) -> Callable[[], None]:
    """Give up once the browser was told something."""

    def check() -> None:
        if browser.status:
            raise GivenUp

    return check


def test_that_the_browser_brings_the_code_and_gets_one_plain_page(
    listener: LoopbackListener,
) -> None:
    browser = Browser()
    with browser.opened(f"{listener.redirect_uri}/?code=a%2Bb&state={STATE}"):
        brought = listener.wait(STATE, 10, on_and_on)
    assert brought == {"code": "a+b", "state": STATE}
    assert browser.status == 200
    assert "All &lt;done&gt;." in browser.page
    assert "<script" not in browser.page
    assert "src=" not in browser.page


def test_that_it_listens_on_this_computer_alone(listener: LoopbackListener) -> None:
    assert {door.getsockname()[0] for door in listener._doors} <= {"127.0.0.1", "::1"}
    assert listener.redirect_uri == f"http://localhost:{listener._port}"


@pytest.mark.parametrize(
    ("query", "path", "status"),
    [
        ("code=x&state=another", "/", 400),
        ("code=x", "/", 400),
        ("code=x&state=\u00e9", "/", 400),
        (f"code=x&state={STATE}&state={STATE}", "/", 400),
        ("&".join(f"a{number}=1" for number in range(99)), "/", 400),
        (f"code=x&state={STATE}", "/favicon.ico", 404),
    ],
)
def test_that_what_was_not_awaited_is_turned_away_and_ends_nothing(
    listener: LoopbackListener, query: str, path: str, status: int
) -> None:
    browser = Browser()
    with (
        browser.opened(f"{listener.redirect_uri}{path}?{query}".replace("\u00e9", "%E9")),
        pytest.raises(GivenUp),
    ):
        listener.wait(STATE, 10, until_answered(browser))
    assert browser.status == status
    with browser.opened(f"{listener.redirect_uri}/?code=x&state={STATE}"):
        assert listener.wait(STATE, 10, on_and_on)["code"] == "x"


def test_that_a_name_which_points_here_is_turned_away(listener: LoopbackListener) -> None:
    browser = Browser(says="hub.example.org")
    with (
        browser.opened(f"{listener.redirect_uri}/?code=x&state={STATE}"),
        pytest.raises(GivenUp),
    ):
        listener.wait(STATE, 10, until_answered(browser))
    assert browser.status == 400


def test_that_silent_and_endless_callers_hold_nobody_up(listener: LoopbackListener) -> None:
    callers = [socket.create_connection(("127.0.0.1", listener._port), 5) for _ in range(20)]
    callers[-1].sendall(b"GET /" + b"a" * 40_000)
    browser = Browser()
    with browser.opened(f"{listener.redirect_uri}/?code=x&state={STATE}"):
        assert listener.wait(STATE, 10, on_and_on)["code"] == "x"
    for caller in callers:
        caller.close()


def test_that_waiting_ends_in_time_and_when_given_up(listener: LoopbackListener) -> None:
    def give_up() -> None:
        raise GivenUp

    with pytest.raises(GivenUp):
        listener.wait(STATE, 10, give_up)
    with pytest.raises(SignInTookTooLong):
        listener.wait(STATE, 0, on_and_on)
    listener.close()
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", listener._port), timeout=1)
