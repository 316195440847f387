"""Which font Word takes for each of its kinds of type, and what stands in its font table."""

from dataclasses import dataclass

from iro_desktop.documents.fonts import Family

_COMPLEX = {
    "ar": "Noto Sans Arabic",
    "ur": "Noto Nastaliq Urdu",
    "hi": "Noto Sans Devanagari",
    "bn": "Noto Sans Bengali",
    "pa": "Noto Sans Gurmukhi",
}
_EAST_ASIAN = "Noto Sans TC"


@dataclass(frozen=True, slots=True)
class Faces:
    """Names of fonts: for Latin, for East Asian and for complex scripts."""

    latin: str
    east_asian: str
    complex: str


def faces(family: Family, language: str) -> Faces:
    """The fonts of a document in a language (BCP 47) whose design is set in `family`."""
    return Faces(
        family.name, _EAST_ASIAN, _COMPLEX.get(language.split("-", maxsplit=1)[0], _COMPLEX["ar"])
    )
