"""Attachments: in pieces, picked up where they failed, and never other than their name says."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_service import Caller, MadeUpService, bundle, code_of, new

from iro_hub.database import calls

CONTENT = bytes(range(256)) * 40


def _name(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _send(
    service: MadeUpService, caller: Caller, child: str, content: bytes = CONTENT, size: int = 4096
) -> None:
    for start in range(0, len(content), size):
        calls.send_piece(
            service.pools,
            caller.token,
            child,
            _name(content),
            start,
            len(content),
            content[start : start + size],
        )


def _fetch(service: MadeUpService, caller: Caller, child: str, file: str) -> bytes:
    got = b""
    while piece := calls.file_piece(service.pools, caller.token, child, file, len(got)):
        got += piece
    return got


@settings(max_examples=10)
@given(size=st.integers(700, 11_000), again=st.integers(0, 12_000), start=st.integers(0, 11_000))
def test_that_a_file_arrives_whole_whatever_is_sent_twice_or_too_early(
    service: MadeUpService, size: int, again: int, start: int
) -> None:
    iro = service.someone("iro")
    child, file, total = new(), _name(CONTENT), len(CONTENT)
    send = lambda at, piece: calls.send_piece(  # noqa: E731  # one line, three times
        service.pools, iro.token, child, file, at, total, piece
    )
    held = 0
    while held < total:
        send(min(again, total), CONTENT[again : again + size] if again else b"")
        state = send(held, CONTENT[held : held + size])
        assert state.bytes_held >= held
        held = state.bytes_held
    assert calls.file_state(service.pools, iro.token, child, file).whole
    service.push(iro, bundle(iro, child))
    assert _fetch(service, iro, child, file) == CONTENT
    rest = calls.file_piece(service.pools, iro.token, child, file, start)
    assert CONTENT[start:].startswith(rest)
    assert bool(rest) == (start < total)


def test_that_what_is_not_its_name_is_thrown_away_and_may_come_again(
    service: MadeUpService,
) -> None:
    iro = service.someone("iro")
    child, file = service.child_of(iro), _name(CONTENT)
    wrong = CONTENT[:-1] + b"x"
    send = lambda content: calls.send_piece(  # noqa: E731  # twice
        service.pools, iro.token, child, file, 0, len(content), content
    )
    assert code_of(lambda: send(wrong)) == "different_content"
    assert calls.file_state(service.pools, iro.token, child, file).bytes_held == 0
    assert (
        code_of(lambda: calls.file_piece(service.pools, iro.token, child, file, 0)) == "not_found"
    )
    assert send(CONTENT).whole
    assert send(wrong).whole
    assert _fetch(service, iro, child, file) == CONTENT


def test_that_an_empty_file_is_a_file(service: MadeUpService) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro)
    state = calls.send_piece(service.pools, iro.token, child, _name(b""), 0, 0, b"")
    assert state.whole
    assert _fetch(service, iro, child, _name(b"")) == b""


@pytest.mark.parametrize(
    ("start", "total", "length", "code"),
    [
        (0, 64 * 1024 * 1024 + 1, 1, "too_large"),
        (0, 2 * 1024 * 1024, 1024 * 1024 + 1, "too_large"),
        (0, 1, 2, "malformed"),
        (-1, 1, 1, "malformed"),
        (2**70, 2**70, 1, "malformed"),
    ],
)
def test_that_files_and_pieces_are_bounded(
    service: MadeUpService, start: int, total: int, length: int, code: str
) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro)
    send = lambda: calls.send_piece(  # noqa: E731  # one call
        service.pools, iro.token, child, _name(CONTENT), start, total, b"x" * length
    )
    assert code_of(send) == code


@pytest.mark.parametrize("name", ["", "A" * 64, "0" * 63, "'; --", "../x"])
def test_that_a_file_goes_by_a_hash_alone(service: MadeUpService, name: str) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro)
    assert code_of(lambda: calls.file_state(service.pools, iro.token, child, name)) == "malformed"


def test_that_who_reads_some_kinds_has_only_the_files_that_those_name(
    service: MadeUpService,
) -> None:
    iro, worker = service.someone("iro"), service.someone("social_worker")
    child, shown, kept = new(), b"a drawing", b"a child's own words"
    for content in (shown, kept):
        _send(service, iro, child, content)
    reference = lambda content: {"text": {"file": _name(content), "bytes": len(content)}}  # noqa: E731
    service.push(
        iro,
        bundle(iro, child, fields=reference(shown)),
        bundle(iro, child, kind="view", fields=reference(kept)),
    )
    service.office.assign(child, worker.person)
    assert _fetch(service, worker, child, _name(shown)) == shown
    fetch = lambda: _fetch(service, worker, child, _name(kept))  # noqa: E731  # refused
    assert code_of(fetch) == "not_found"


def test_that_a_file_of_one_child_is_none_of_another(service: MadeUpService) -> None:
    iro = service.someone("iro")
    one, other = service.child_of(iro), service.child_of(iro)
    _send(service, iro, one)
    assert not calls.file_state(service.pools, iro.token, other, _name(CONTENT)).whole
    fetch = lambda: _fetch(service, iro, other, _name(CONTENT))  # noqa: E731  # refused
    assert code_of(fetch) == "not_found"


def test_that_files_of_one_whose_access_ended_travel_into_quarantine_within_its_bound(
    service: MadeUpService,
) -> None:
    iro = service.someone("iro")
    child = service.child_of(iro)
    service.office.revoke(iro.device, "lost")
    _send(service, iro, child)
    assert calls.file_state(service.pools, iro.token, child, _name(CONTENT)).whole
    held = "SELECT hub.bytes_aside(%s)"
    assert service.owner.execute(held, [iro.device]).fetchone() == (len(CONTENT),)
    service.push(iro, bundle(iro, child))
    service.owner.execute(
        "UPDATE hub.quarantine SET bytes = 256 * 1024 * 1024 WHERE device = %s", [iro.device]
    )
    more = lambda: _send(service, iro, child, b"one more")  # noqa: E731  # refused
    assert code_of(more) == "too_many"
    (waiting,) = [one for one in service.office.quarantine() if one.child == child]
    service.office.decide_quarantine(waiting.bundle, "release", "Hers.")
    assert service.owner.execute(held, [iro.device]).fetchone() == (0,)


def test_that_readers_send_no_files(service: MadeUpService) -> None:
    iro, auditor = service.someone("iro"), service.someone("auditor")
    child = service.child_of(iro)
    (today,) = service.owner.execute("SELECT hub.today()").fetchone() or ()
    service.office.sample(child, auditor.person, today)
    assert code_of(lambda: _send(service, auditor, child)) == "not_your_role"
