"""Which font Word takes for each of its kinds of type."""

from dataclasses import dataclass

from iro_desktop.documents.fonts import BY_SCRIPT, Family, script_family
from iro_desktop.documents.typography.scripts import ARABIC, HAN, script_of, scripts


@dataclass(frozen=True, slots=True)
class Faces:
    """Names of fonts: for Latin, for East Asian and for complex scripts."""

    latin: str
    east_asian: str
    complex: str


def faces(family: Family, language: str) -> Faces:
    """The fonts of a document in a language (BCP 47) whose design is set in `family`."""
    own = script_family(language)
    complex_script = own if own and script_of(language) != HAN else BY_SCRIPT[ARABIC]
    return Faces(family.name, BY_SCRIPT[HAN].name, complex_script.name)


def family_for(text: str, language: str) -> Family | None:
    """The family that draws a text of one script, where the design's own does not."""
    script = next(iter(scripts(text, language)), "")
    if script == script_of(language):
        return script_family(language)
    return BY_SCRIPT.get(script)


def holds_han(text: str) -> bool:
    """Whether any of the text is Chinese, which Word finds out for itself."""
    return not text.isascii() and HAN in scripts(text)
