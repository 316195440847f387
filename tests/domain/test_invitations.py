import pytest

from iro_desktop.domain.invitations import needed_at
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import ReviewKind

WITHOUT_A_CHILD = (ReviewKind.FOSTER_CARER, ReviewKind.COUNCIL)


@pytest.mark.parametrize("kind", [kind for kind in ReviewKind if kind not in WITHOUT_A_CHILD])
def test_that_the_child_is_asked_to_every_kind_of_review_and_first(kind: ReviewKind) -> None:
    assert needed_at(kind)[0].role is Role.CHILD


def test_that_the_carer_and_not_a_child_is_asked_to_the_review_of_a_household() -> None:
    first, *others = needed_at(ReviewKind.FOSTER_CARER)
    assert first.role is Role.CARER
    assert Role.CHILD not in {part.role for part in others}


def test_that_whom_a_meeting_of_the_councils_own_needs_is_for_the_council_to_say() -> None:
    assert needed_at(ReviewKind.COUNCIL) == ()


@pytest.mark.parametrize("kind", ReviewKind)
def test_that_every_part_says_what_asks_for_it_and_stands_once(kind: ReviewKind) -> None:
    needed = needed_at(kind)
    assert all(part.source for part in needed)
    assert len({part.role for part in needed}) == len(needed)


def test_that_a_home_is_spoken_for_by_a_carer_or_by_someone_who_works_there() -> None:
    (home,) = [part for part in needed_at(ReviewKind.LOOKED_AFTER) if Role.CARER in part.roles]
    assert home.is_filled_by({Role.CARER})
    assert home.is_filled_by({Role.CHILD, Role.RESIDENTIAL_WORKER})
    assert not home.is_filled_by({Role.CHILD, Role.PARENT})


def test_that_a_child_protection_conference_asks_for_two_agencies_besides_social_care() -> None:
    roles = {part.role for part in needed_at(ReviewKind.CHILD_PROTECTION)}
    assert {Role.HEALTH, Role.SCHOOL} <= roles
