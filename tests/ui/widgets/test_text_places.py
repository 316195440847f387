"""Python and Qt mean the same place of a text, whatever characters stand before it."""

from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.ui.widgets.text_places import TextPlaces


def test_that_an_emoji_is_two_units_and_one_character() -> None:
    places = TextPlaces("a😀b")
    assert [places.to_units(place) for place in range(4)] == [0, 1, 3, 4]
    assert [places.from_units(unit) for unit in (0, 1, 3, 4)] == [0, 1, 2, 3]


@given(st.text())
def test_that_units_are_those_of_utf_16(text: str) -> None:
    places = TextPlaces(text)
    for place in range(len(text) + 1):
        units = len(text[:place].encode("utf-16-le")) // 2
        assert places.to_units(place) == units
        assert places.from_units(units) == place
