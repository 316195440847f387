"""Signs of direction are closed as they were opened."""

import pytest

from iro_desktop.i18n.directions import is_balanced


@pytest.mark.parametrize(
    "text", ["a \u2066b\u2069 c", "\u202b\u2067a\u2069\u202c", "\u200fa\u200e"]
)
def test_that_a_direction_closed_as_it_was_opened_is_sound(text: str) -> None:
    assert is_balanced(text)


@pytest.mark.parametrize("text", ["\u202b\u2067a\u202c\u2069", "a\u202c", "\u2068a"])
def test_that_a_direction_left_open_or_closed_amiss_is_not(text: str) -> None:
    assert not is_balanced(text)
