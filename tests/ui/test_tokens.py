"""Colours against WCAG 2.2."""

import pytest

from iro_desktop.ui.tokens import DARK, LIGHT, PAIRS, contrast, luminance


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=str)
def test_that_each_pair_has_the_contrast_it_needs(
    tokens: dict[str, str], ink: str, ground: str, least: float
) -> None:
    assert contrast(tokens[ink], tokens[ground]) >= least


def test_that_light_and_dark_know_the_same_tokens() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_that_every_token_that_is_read_stands_in_a_pair() -> None:
    in_pairs = {token for ink, ground, _least in PAIRS for token in (ink, ground)}
    assert LIGHT.keys() - in_pairs == {"line"}  # a line between things carries no meaning


def test_that_black_on_white_has_the_greatest_contrast() -> None:
    assert luminance("#000000") == 0
    assert luminance("#FFFFFF") == pytest.approx(1)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
