"""Chance that can be had again: the same seed and the same words give the same choice and name."""

import random
from dataclasses import dataclass

from iro_desktop.domain.identifiers import derived_id


@dataclass(frozen=True, slots=True)
class Draw:
    """Draws for one seed. Each use has words of its own, so that one more use disturbs no other."""

    seed: int

    def of(self, *words: object) -> random.Random:
        """A source of chance for one use."""
        key = "/".join(str(word) for word in (self.seed, *words))
        return random.Random(key)  # noqa: S311  nothing here is secret; it must be repeatable

    def id(self, *words: object) -> str:
        """A name in UUID text for one thing."""
        return derived_id("demonstration", str(self.seed), *(str(word) for word in words))
