"""A browser that is signed in already: it opens an address and follows where it is sent."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit


def visit(url: str, host: str = "") -> tuple[int, str, str]:
    """Status, where it is sent on to, and the page, of one address. `host` says another name."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port or 80, timeout=10)
    try:
        path = f"{parts.path or '/'}?{parts.query}"
        connection.request("GET", path, headers={"Host": host or parts.netloc})
        answer = connection.getresponse()
        page = answer.read().decode()
        return answer.status, answer.getheader("Location", ""), page
    finally:
        connection.close()


def follow(url: str, host: str = "") -> tuple[int, str]:
    """Sign in: the issuer's page sends the browser back, and it goes there."""
    status, target, page = visit(url, host)
    while target:
        status, target, page = visit(target)
    return status, page


class Browser:
    """What the person saw at the end. `says` is the name by which it calls, if another."""

    def __init__(self, says: str = "") -> None:
        self._says = says
        self.status = 0
        self.page = ""

    @contextmanager
    def opened(self, url: str) -> Iterator[None]:
        """Follow an address while something else waits for it."""

        def go() -> None:
            self.status, self.page = follow(url, self._says)

        thread = threading.Thread(target=go)
        thread.start()
        try:
            yield
        finally:
            thread.join()
