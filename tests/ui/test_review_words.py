from collections.abc import Callable
from enum import StrEnum

import pytest

from iro_desktop.domain.review import Conduct, LateReason, ReviewKind, ReviewStatus
from iro_desktop.ui.words.reviews import (
    conduct_of_review,
    kind_of_review,
    reason_for_lateness,
    status_of_review,
)


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (ReviewKind, kind_of_review),
        (ReviewStatus, status_of_review),
        (Conduct, conduct_of_review),
        (LateReason, reason_for_lateness),
    ],
)
def test_that_every_code_of_a_review_has_words_of_its_own(
    codes: type[StrEnum], words: Callable[[StrEnum], str]
) -> None:
    said = [words(code) for code in codes]
    assert len(set(said)) == len(said)
    assert not any(code.value in words(code) and "_" in code.value for code in codes)
    assert all(said)
