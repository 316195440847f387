import datetime as dt
import uuid

from hypothesis import given
from hypothesis import strategies as st

from care_samples import day
from iro_desktop.domain.answers import answer_id
from iro_desktop.domain.identifiers import (
    ReviewId,
    child_id,
    derived_id,
    episode_id,
    new_id,
    review_id,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x1f"), max_size=8)
KEYS = st.lists(WORDS, min_size=1, max_size=4)


@given(KEYS, KEYS)
def test_that_the_same_keys_give_the_same_name_and_others_another(
    one: list[str], other: list[str]
) -> None:
    assert derived_id(*one) == derived_id(*one)
    assert (derived_id(*one) == derived_id(*other)) == (one == other)


def test_that_names_stay_as_they_were_once_given() -> None:
    # Were these to change, a second import would double every child that is held already.
    child = child_id("", "1")
    assert child == "94624643-6677-5ad6-9749-7f22d44e722c"
    assert str(uuid.UUID(child)) == child


def test_that_kinds_of_things_never_share_a_name() -> None:
    child = child_id("", "1")
    held = day("2026-05-04")
    names = {
        child,
        child_id("805", "1"),
        episode_id(child, held),
        review_id(child, held),
        review_id(child, held + dt.timedelta(days=1)),
        answer_id(ReviewId("a"), "b"),
        answer_id(ReviewId("a"), "b", "c"),
    }
    assert len(names) == 7


def test_that_random_names_are_canonical_and_differ() -> None:
    names = {new_id() for _ in range(100)}
    assert len(names) == 100
    assert all(str(uuid.UUID(name)) == name for name in names)
