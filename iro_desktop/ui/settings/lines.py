"""An entry of a list on the settings' page, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

_ENDS = (".", "!", "?", ":")


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, what stands beneath it, and what to beware of. `key` tells it from others."""

    title: str
    details: tuple[str, ...] = ()
    caution: str = ""
    key: str = ""

    @property
    def spoken(self) -> str:
        """All of it, as a screen reader says it and as it is copied."""
        parts = (part for part in (self.title, *self.details, self.caution) if part)
        return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in parts)

    def holds(self, words: str) -> bool:
        """Whether each of the words stands in it or in its key, whatever their case."""
        text = f"{self.spoken} {self.key}".casefold()
        return all(word in text for word in words.casefold().split())


def matching(lines: Iterable[Line], words: str) -> tuple[Line, ...]:
    """Those in which each of the words stands; all, where there are no words."""
    return tuple(line for line in lines if line.holds(words))
