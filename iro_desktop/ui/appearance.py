"""How a person wants the screen to look and speak. No Qt here: it is kept and passed as a value."""

from dataclasses import dataclass
from typing import Literal

from iro_desktop.i18n.languages import ENGLISH, LANGUAGES

Scheme = Literal["light", "dark", "system"]
Direction = Literal["ltr", "rtl"]

SMALLEST_TEXT, LARGEST_TEXT = 100, 200


@dataclass(frozen=True, slots=True)
class Appearance:
    """Colours, size of text in percent (100 to 200), language (BCP 47) and direction of reading.

    Raises:
        ValueError: the size of text is out of range.
    """

    scheme: Scheme = "system"
    text_percent: int = SMALLEST_TEXT
    language: str = ENGLISH
    direction: Direction = "ltr"

    def __post_init__(self) -> None:
        """Refuse a size that no screen was tried with."""
        if not SMALLEST_TEXT <= self.text_percent <= LARGEST_TEXT:
            message = f"text_percent is {self.text_percent}, not 100 to 200"
            raise ValueError(message)

    @classmethod
    def for_language(
        cls, code: str, scheme: Scheme = "system", text_percent: int = SMALLEST_TEXT
    ) -> "Appearance":
        """An appearance whose direction is that of the language."""
        direction: Direction = "rtl" if LANGUAGES[code].right_to_left else "ltr"
        return cls(scheme, text_percent, code, direction)
