"""Boxes: who can open them, what shows when they were changed, and what their size tells."""

import base64
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.services.team_hub.boxes import KeyPair, SealBroken
from iro_desktop.vault.sealing import STEP, NaclBoxes
from iro_desktop.wire.revisions import Sealed

BOXES = NaclBoxes()
MINE, THEIRS = BOXES.new_pair(), BOXES.new_pair()
WORDS = "I do not want anyone to know. \u2014 \u0644\u0627".encode()


def sealed_for(plain: bytes = WORDS, **readers: KeyPair) -> Sealed:
    return BOXES.seal(plain, {name: pair.public for name, pair in readers.items()})


@given(st.binary(max_size=2000))
def test_that_what_is_sealed_is_what_is_opened(plain: bytes) -> None:
    sealed = sealed_for(plain, mine=MINE, theirs=THEIRS)
    assert BOXES.open(sealed, {"mine": MINE.secret}) == plain
    assert BOXES.open(sealed, {"theirs": THEIRS.secret}) == plain


def test_that_no_other_device_opens_it() -> None:
    sealed = sealed_for(mine=MINE)
    assert BOXES.open(sealed, {"theirs": THEIRS.secret}) is None
    assert BOXES.open(sealed, {}) is None
    with pytest.raises(SealBroken):
        BOXES.open(sealed, {"mine": THEIRS.secret})


def test_that_nothing_of_the_words_stands_in_the_box() -> None:
    sealed = sealed_for(mine=MINE)
    assert WORDS[:8] not in base64.b64decode(sealed.box)
    assert sealed_for(mine=MINE) != sealed
    assert BOXES.public_of(MINE.secret) == MINE.public


def test_that_its_size_grows_by_whole_steps_alone() -> None:
    sizes = {
        len(base64.b64decode(sealed_for(b"x" * length, mine=MINE).box)) for length in range(600)
    }
    assert len(sizes) == 3
    least, *_ = sorted(sizes)
    assert {size - least for size in sizes} == {0, STEP, 2 * STEP}


def _turned(text: str, place: int) -> str:
    raw = bytearray(base64.b64decode(text))
    raw[place] ^= 1
    return base64.b64encode(raw).decode()


@pytest.mark.parametrize("place", [0, 23, 24, 40, -1])
def test_that_a_changed_box_is_noticed(place: int) -> None:
    sealed = sealed_for(mine=MINE)
    changed = msgspec.structs.replace(sealed, box=_turned(sealed.box, place))
    with pytest.raises(SealBroken):
        BOXES.open(changed, {"mine": MINE.secret})


@pytest.mark.parametrize(
    "spoil",
    [
        lambda sealed: {"keys": {"mine": _turned(sealed.keys["mine"], 5)}},
        lambda sealed: {"keys": {"mine": ""}},
        lambda sealed: {"keys": {"mine": "not base64 \u00e9"}},
        lambda sealed: {"keys": {"mine": sealed_for(mine=MINE).keys["mine"]}},
        lambda _sealed: {"box": ""},
        lambda _sealed: {"box": "%%%%"},
        lambda sealed: {"box": sealed.box[:-4]},
    ],
)
def test_that_a_changed_key_or_a_spoilt_box_is_noticed(
    spoil: Callable[[Sealed], dict[str, object]],
) -> None:
    sealed = sealed_for(mine=MINE)
    with pytest.raises(SealBroken):
        BOXES.open(msgspec.structs.replace(sealed, **spoil(sealed)), {"mine": MINE.secret})


@pytest.mark.parametrize(
    "public", ["", "x", "AAAA", base64.b64encode(bytes(33)).decode(), "\u00e9"]
)
def test_that_a_reader_without_a_key_is_left_out(public: str) -> None:
    sealed = BOXES.seal(WORDS, {"mine": MINE.public, "broken": public})
    assert set(sealed.keys) == {"mine"}
    assert BOXES.key_for(sealed, {"mine": MINE.secret}, public) is None


def test_that_a_key_is_handed_on_to_another_device() -> None:
    sealed = sealed_for(mine=MINE)
    key = BOXES.key_for(sealed, {"mine": MINE.secret}, THEIRS.public)
    assert key is not None
    handed = msgspec.structs.replace(sealed, keys={"theirs": key})
    assert BOXES.open(handed, {"theirs": THEIRS.secret}) == WORDS
    assert BOXES.key_for(sealed, {"theirs": THEIRS.secret}, MINE.public) is None


def test_that_a_key_of_a_copy_helps_where_the_own_one_is_broken() -> None:
    sealed = sealed_for(mine=MINE, before=THEIRS)
    spoilt = msgspec.structs.replace(sealed, keys={**sealed.keys, "mine": "AAAA"})
    secrets = {"mine": MINE.secret, "before": THEIRS.secret}
    assert BOXES.open(spoilt, secrets) == WORDS
