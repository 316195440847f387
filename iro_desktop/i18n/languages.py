"""The languages the product knows, each with its direction.

The last two are not languages: they stretch and mirror English, so that a screen with too little
room, or a word that no catalogue holds, is seen by anyone.
"""

from dataclasses import dataclass

ENGLISH = "en-GB"
STRETCHED = "en-XA"
MIRRORED = "ar-XB"


@dataclass(frozen=True, slots=True)
class Language:
    """A BCP 47 tag, the language's name in itself, its direction, and whether anyone speaks it."""

    code: str
    name: str
    right_to_left: bool = False
    is_spoken: bool = True


LANGUAGES = {
    language.code: language
    for language in (
        Language(ENGLISH, "English"),
        Language(STRETCHED, "[Éñğļîšĥ, stretched]", is_spoken=False),
        Language(MIRRORED, "[English, mirrored]", right_to_left=True, is_spoken=False),
    )
}
