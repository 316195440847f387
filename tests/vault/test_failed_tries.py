from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixed_clock import FixedClock
from iro_desktop.services.faults import TooSoon, WrongPassphrase
from iro_desktop.vault import KeyEnvelope
from iro_desktop.vault.failed_tries import LONGEST_WAIT, wait_after
from iro_desktop.vault.key_envelope import TRIES_NAME
from iro_desktop.vault.wrapping import SlowHash

PASSPHRASE = "made-up plum, tin 'kettle' £"
LIGHT = SlowHash(passes=1, memory=8, lanes=1)


def fail(envelope: KeyEnvelope, times: int, clock: FixedClock) -> None:
    for _ in range(times):
        clock.advance(envelope.seconds_to_wait())
        with pytest.raises(WrongPassphrase):
            envelope.unlock("not the passphrase")


def test_that_the_wait_is_none_three_times_then_doubles_up_to_five_minutes() -> None:
    assert [wait_after(failed) for failed in range(14)] == [
        0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300,
    ]  # fmt: skip


@given(st.integers(min_value=0, max_value=10**6))
def test_that_another_failure_never_shortens_the_wait(failed: int) -> None:
    assert 0 <= wait_after(failed) <= wait_after(failed + 1) <= LONGEST_WAIT


def test_that_the_right_passphrase_too_is_refused_until_the_wait_is_over(
    envelope: KeyEnvelope, clock: FixedClock
) -> None:
    key, recovery_key = envelope.create(PASSPHRASE)
    fail(envelope, 5, clock)
    with pytest.raises(TooSoon) as refused:
        envelope.unlock(PASSPHRASE)
    assert refused.value.data == {"wait": "4"}
    with pytest.raises(TooSoon):
        envelope.unlock_with_recovery_key(recovery_key)
    clock.advance(3.5)
    assert envelope.seconds_to_wait() == 1
    clock.advance(0.5)
    assert envelope.unlock(PASSPHRASE) == key


def test_that_the_fourth_failure_says_how_long_to_wait(
    envelope: KeyEnvelope, clock: FixedClock
) -> None:
    envelope.create(PASSPHRASE)
    fail(envelope, 3, clock)
    with pytest.raises(WrongPassphrase) as refused:
        envelope.unlock("not the passphrase")
    assert refused.value.data == {"wait": "2"}


def test_that_starting_the_program_again_does_not_shorten_the_wait(
    envelope: KeyEnvelope, folder: Path, clock: FixedClock
) -> None:
    envelope.create(PASSPHRASE)
    fail(envelope, 6, clock)
    assert KeyEnvelope(folder, clock, figures=LIGHT).seconds_to_wait() == 8


def test_that_a_program_killed_amid_a_try_has_failed_it(
    envelope: KeyEnvelope, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    envelope.create(PASSPHRASE)
    fail(envelope, 3, clock)

    class Killed(BaseException):
        pass

    def killed(*_: object) -> bytes:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("iro_desktop.vault.key_envelope.unwrap_with_passphrase", killed)
        with pytest.raises(Killed):
            envelope.unlock("not the passphrase")
    assert KeyEnvelope(folder, clock, figures=LIGHT).seconds_to_wait() == 2


def test_that_success_ends_the_count(
    envelope: KeyEnvelope, folder: Path, clock: FixedClock
) -> None:
    envelope.create(PASSPHRASE)
    fail(envelope, 4, clock)
    clock.advance(2)
    envelope.unlock(PASSPHRASE)
    assert not (folder / TRIES_NAME).exists()
    fail(envelope, 3, clock)
    assert envelope.seconds_to_wait() == 0


@pytest.mark.parametrize("years", [1, 50])
def test_that_a_clock_set_back_locks_nobody_out_for_longer_than_the_wait(
    envelope: KeyEnvelope, folder: Path, clock: FixedClock, years: int
) -> None:
    key, _ = envelope.create(PASSPHRASE)
    fail(envelope, 12, clock)
    clock.advance(-years * 365 * 86400)
    again = KeyEnvelope(folder, clock, figures=LIGHT)
    assert again.seconds_to_wait() == 300
    clock.advance(300)
    assert again.unlock(PASSPHRASE) == key


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"\xff", b'{"failed": -4, "last": "2026-01-01"}'])
def test_that_spoiling_the_count_is_no_way_round_it(
    envelope: KeyEnvelope, folder: Path, clock: FixedClock, spoilt: bytes
) -> None:
    key, _ = envelope.create(PASSPHRASE)
    (folder / TRIES_NAME).write_bytes(spoilt)
    again = KeyEnvelope(folder, clock, figures=LIGHT)
    assert again.seconds_to_wait() > 0
    clock.advance(LONGEST_WAIT)
    assert again.unlock(PASSPHRASE) == key


def test_that_a_disk_that_cannot_be_written_does_not_keep_its_owner_out(
    envelope: KeyEnvelope, folder: Path, clock: FixedClock
) -> None:
    key, _ = envelope.create(PASSPHRASE)
    (folder / TRIES_NAME).mkdir()
    fail(envelope, 4, clock)
    assert envelope.seconds_to_wait() == 2
    clock.advance(2)
    assert envelope.unlock(PASSPHRASE) == key
