"""Groups of the recovery key, read back from paper."""

from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.ui.unlock.recovery_groups import group_matches, groups_of, pick_groups
from iro_desktop.vault.recovery_key import (
    GROUPS,
    new_recovery_key,
    recovery_group_matches,
)

_READINGS = {"0": "0Oo", "1": "1IiLl"}
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_that_a_new_key_falls_into_its_groups() -> None:
    key = new_recovery_key()
    assert len(groups_of(key)) == GROUPS
    assert "-".join(groups_of(key)) == key


@given(st.data(), st.text(LETTERS, min_size=4, max_size=4))
def test_that_a_group_is_known_however_a_hand_may_have_written_it(
    data: st.DataObject, group: str
) -> None:
    written = "".join(
        data.draw(st.sampled_from(_READINGS.get(letter, letter + letter.lower())))
        + data.draw(st.sampled_from(["", " ", "-"]))
        for letter in group
    )
    assert group_matches(group, written)


@given(
    st.text(LETTERS, min_size=4, max_size=4),
    st.text(LETTERS + "abcoilOIL -", min_size=3, max_size=6),
)
def test_that_the_screen_and_the_vault_read_a_group_alike(group: str, typed: str) -> None:
    assert group_matches(group, typed) is recovery_group_matches(group, 0, typed)
    assert group_matches(group, group) is recovery_group_matches(group, 0, group)


@given(st.integers(2, 16))
def test_that_two_different_groups_are_asked_for_in_reading_order(count: int) -> None:
    first, second = pick_groups(count)
    assert 0 <= first < second < count
