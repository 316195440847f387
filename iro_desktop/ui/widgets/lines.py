"""Lines of a list as far as they are shown. No Qt: presenters make them."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lines(Generic[T]):
    """Lines as far as they are shown, and how many there are in all."""

    shown: tuple[T, ...]
    total: int
