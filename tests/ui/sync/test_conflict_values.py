"""No code is shown to whoever decides between two versions: each has its words."""

import enum
import typing
from collections.abc import Iterator

import pytest

from iro_desktop.store.kinds import KINDS
from iro_desktop.ui.sync.conflicts.values import value_in_words


def _codes(hint: object) -> Iterator[enum.StrEnum]:
    if isinstance(hint, type) and issubclass(hint, enum.StrEnum):
        yield from hint
    for part in typing.get_args(hint):
        yield from _codes(part)


CODED = [
    (kind.name, field, code)
    for kind in KINDS
    for field, hint in typing.get_type_hints(kind.entity).items()
    for code in _codes(hint)
    if code.value
]


def test_that_every_code_is_shown_in_words() -> None:
    assert len(CODED) > 100
    assert [each for each in CODED if value_in_words(*each) == each[2].value] == []


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("legal_status", "C2"),
        ("placement", "U1"),
        ("category_of_need", "N1"),
        ("reason_ended", "E11"),
    ],
)
def test_that_a_code_of_care_is_shown_in_words(field: str, code: str) -> None:
    assert value_in_words("episode", field, code) != code
    assert value_in_words("episode", field, "made-up code") == "made-up code"
