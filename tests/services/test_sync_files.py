"""What of a revision travels beside it, and comes back as it was."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.services.syncing.files import REVISION_BYTES, FileUnreadable, made_whole, part
from iro_desktop.wire.files import INLINE_BYTES
from iro_desktop.wire.revisions import Sealed, WireRevision

NESTED = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def a_revision(**fields: object) -> WireRevision:
    return WireRevision(
        id="r1",
        child="c1",
        review=None,
        entity="e1",
        kind="kept_picture",
        parents=(),
        author="Ann Made-up",
        device="d1",
        made_at=dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC),
        fields=fields,
    )


def sent_and_back(wire: WireRevision) -> WireRevision:
    parted = part(wire)
    travelled = msgspec.json.decode(msgspec.json.encode(parted.wire), type=WireRevision)
    return made_whole(travelled, parted.files)


def test_that_a_short_revision_travels_whole() -> None:
    wire = a_revision(words="I like my school.", position=1)
    assert part(wire).files == {}
    assert part(wire).wire is wire


def test_that_a_picture_travels_beside_its_revision_and_comes_back_as_it_was() -> None:
    wire = a_revision(image="aGVsbG8=" * 10_000, description="A drawing of a house")
    parted = part(wire)
    assert len(msgspec.json.encode(parted.wire)) < 600
    assert sent_and_back(wire) == wire


def test_that_the_same_picture_is_one_file() -> None:
    parted = part(a_revision(image="x" * (INLINE_BYTES + 1), again="x" * (INLINE_BYTES + 1)))
    assert len(parted.files) == 1


@pytest.mark.parametrize(
    "value",
    [
        {"file": "a" * 64, "bytes": 3},
        {"file": "a" * 64, "bytes": 3, "json": True},
        "a\0b",
        ["a\0b"],
        {"a": "\0"},
        ["x" * INLINE_BYTES],
    ],
)
def test_that_what_no_hub_could_hold_or_tell_from_a_file_travels_beside(value: object) -> None:
    wire = a_revision(value=value, other="stays")
    parted = part(wire)
    assert len(parted.files) == 1
    assert parted.wire.fields["other"] == "stays"
    assert sent_and_back(wire) == wire


@pytest.mark.parametrize(
    ("content", "more"),
    [
        ("half of a character: \ud83d".encode("utf-8", "surrogatepass"), {}),
        (b"\xff", {}),
        (b"{", {"json": True}),
        (b"[" * 65 + b"]" * 65, {"json": True}),
        (b"[" * 50_000 + b"]" * 50_000, {"json": True}),
    ],
)
def test_that_a_file_that_no_store_can_hold_is_unreadable(
    content: bytes, more: dict[str, object]
) -> None:
    reference = {"file": "a" * 64, "bytes": len(content), **more}
    with pytest.raises(FileUnreadable):
        made_whole(a_revision(value=reference), {"a" * 64: content})


@given(
    st.dictionaries(st.text(min_size=1, max_size=10), st.text(max_size=200) | NESTED, max_size=6)
)
def test_that_any_fields_come_back_as_they_were(fields: dict[str, object]) -> None:
    assert sent_and_back(a_revision(**{"f": fields, **fields})).fields == {"f": fields, **fields}


@given(st.lists(st.integers(0, INLINE_BYTES), min_size=1, max_size=12), st.sampled_from("aß€\x01"))
def test_that_a_hundred_of_any_revision_fit_into_one_bundle(
    lengths: list[int], letter: str
) -> None:
    wire = a_revision(**{f"field{place}": letter * length for place, length in enumerate(lengths)})
    assert len(msgspec.json.encode(part(wire).wire)) <= REVISION_BYTES
    assert sent_and_back(wire) == wire


def test_that_what_is_sealed_travels_whole() -> None:
    wire = msgspec.structs.replace(a_revision(), sealed=Sealed("b" * 100_000, {}))
    assert part(wire).wire is wire


def test_that_a_file_that_is_no_text_is_no_field() -> None:
    parted = part(a_revision(image="x" * (INLINE_BYTES + 1)))
    (name,) = parted.files
    with pytest.raises(FileUnreadable):
        made_whole(parted.wire, {name: b"\xff\xfe"})
