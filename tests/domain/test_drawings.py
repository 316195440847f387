"""Drawings as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.drawings import Dot, NotADrawing, decode, encode

DOTS = st.builds(Dot, st.integers(0, 1000), st.integers(0, 600), st.integers(1, 20))
DRAWINGS = st.lists(st.lists(DOTS, min_size=1).map(tuple)).map(tuple)


@given(DRAWINGS)
def test_that_a_drawing_comes_back_as_it_was(drawing: tuple[tuple[Dot, ...], ...]) -> None:
    assert decode(encode(drawing)) == drawing


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        '{"v":2,"strokes":[]}',
        '{"v":1,"strokes":[[1,2]]}',
        '{"v":1,"strokes":[["a",2,3]]}',
        '{"v":1,"strokes":4}',
    ],
)
def test_that_anything_else_is_not_a_drawing(text: str) -> None:
    with pytest.raises(NotADrawing):
        decode(text)
