"""Entries of practice tools that mean nobody, for laws that hold of any."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.trajectory import Milestone

CHILD, BEFORE, NOW = ChildId("made-up-child"), ReviewId("before"), ReviewId("now")
FIRST = dt.date(2026, 1, 5)


def item(thread: str, column: str = "worried", words: str = "a", review: str = NOW) -> MapItem:
    return MapItem(
        id=EntityId(f"{thread}-{review}"),
        child_id=CHILD,
        review_id=ReviewId(review),
        thread=EntityId(thread),
        column=column,
        words=words,
    )


def step(thread: str, planned: int | None, *waits_for: str, done: int | None = None) -> Milestone:
    return Milestone(
        id=EntityId(thread),
        child_id=CHILD,
        review_id=NOW,
        thread=EntityId(thread),
        what=thread,
        planned_on=None if planned is None else FIRST + dt.timedelta(planned),
        actual_on=None if done is None else FIRST + dt.timedelta(done),
        waits_for=tuple(map(EntityId, waits_for)),
    )


def carried(items: tuple[MapItem, ...]) -> tuple[MapItem, ...]:
    """The same at the next meeting."""
    return tuple(
        replace(one, id=EntityId(f"{one.id}-later"), review_id=ReviewId("later")) for one in items
    )


items = st.lists(
    st.builds(
        item,
        st.sampled_from("pqrstu"),
        st.sampled_from(["working_well", "worried", "next"]),
        st.sampled_from(["a", "b"]),
    ),
    max_size=6,
    unique_by=lambda one: one.thread,
).map(tuple)
steps = st.lists(
    st.builds(
        step,
        st.sampled_from("pqrst"),
        st.none() | st.integers(0, 60),
        st.sampled_from("pqrstx"),
        done=st.none() | st.integers(0, 90),
    ),
    max_size=5,
    unique_by=lambda one: one.thread,
).map(tuple)
