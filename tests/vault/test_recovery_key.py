import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.vault import recovery_group_matches
from iro_desktop.vault.recovery_key import GROUPS, new_recovery_key, read_recovery_key

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
keys = st.text(LETTERS, min_size=32, max_size=32).map(
    lambda text: "-".join(text[start : start + 4] for start in range(0, 32, 4))
)


def test_that_a_recovery_key_is_eight_groups_of_four_without_letters_easily_mistaken() -> None:
    key = new_recovery_key()
    assert [len(group) for group in key.split("-")] == [4] * GROUPS
    assert not set(key) & set("ILOU")


def test_that_recovery_keys_differ_and_use_every_letter() -> None:
    made = {new_recovery_key() for _ in range(100)}
    assert len(made) == 100
    assert set("".join(made)) == set(LETTERS) | {"-"}


@given(keys, st.data())
def test_that_case_spaces_and_letters_easily_mistaken_do_not_matter(
    key: str, data: st.DataObject
) -> None:
    likes = {"0": "0Oo", "1": "1IiLl"}
    typed = "".join(
        data.draw(st.sampled_from(likes.get(letter, letter + letter.lower()))) for letter in key
    )
    spread = typed.replace("-", data.draw(st.sampled_from(["", " ", " - ", "\u2011"])))
    assert read_recovery_key(f" {spread}\n") == key.replace("-", "")


@given(st.text(LETTERS, max_size=40).filter(lambda text: len(text) != 32))
def test_that_a_key_of_another_length_is_none(typed: str) -> None:
    assert read_recovery_key(typed) is None


@given(keys, st.integers(0, GROUPS - 1))
def test_that_a_group_typed_back_is_read_as_forgivingly_as_the_key(key: str, index: int) -> None:
    group = key.split("-")[index]
    assert recovery_group_matches(key, index, f" {group.lower()} ")
    assert not recovery_group_matches(key, index, group[:3])
    assert not recovery_group_matches(key, index, group[1:] + ("A" if group[0] != "A" else "B"))


def test_that_a_group_is_checked_in_its_own_place() -> None:
    key = "0000-1111-2222-3333-4444-5555-6666-7777"
    assert recovery_group_matches(key, 1, "llil")
    assert not recovery_group_matches(key, 2, "1111")
    with pytest.raises(IndexError):
        recovery_group_matches(key, 8, "7777")
