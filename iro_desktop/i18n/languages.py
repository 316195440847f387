"""The languages the product knows, each with its direction and what it is used for.

Documents are written in all that people speak; screens are in English. The last two are not
languages: they stretch and mirror English, so that a screen with too little room, or a word that
no catalogue holds, is seen by anyone.
"""

from dataclasses import dataclass

ENGLISH = "en-GB"
STRETCHED = "en-XA"
MIRRORED = "ar-XB"


@dataclass(frozen=True, slots=True)
class Language:
    """A language that documents are written in.

    `code` is a BCP 47 tag, `name` its name in itself, `english_name` in English. `of_screens` says
    that the screens speak it too, `is_spoken` that anyone does.
    """

    code: str
    name: str
    english_name: str
    right_to_left: bool = False
    of_screens: bool = False
    is_spoken: bool = True


LANGUAGES = {
    language.code: language
    for language in (
        Language(ENGLISH, "English", "English", of_screens=True),
        Language("ar", "العربية", "Arabic", right_to_left=True),
        Language("bn", "বাংলা", "Bengali"),
        Language("zh-Hant", "繁體中文", "Traditional Chinese"),
        Language("fr", "Français", "French"),
        Language("de", "Deutsch", "German"),
        Language("hi", "हिन्दी", "Hindi"),
        Language("ms", "Bahasa Melayu", "Malay"),
        Language("pl", "Polski", "Polish"),
        Language("pa", "ਪੰਜਾਬੀ", "Punjabi"),
        Language("es", "Español", "Spanish"),
        Language("tr", "Türkçe", "Turkish"),
        Language("ur", "اردو", "Urdu", right_to_left=True),
        Language("cy", "Cymraeg", "Welsh"),
        Language(
            STRETCHED, "[Éñğļîšĥ, stretched]", "Stretched English", of_screens=True, is_spoken=False
        ),
        Language(
            MIRRORED,
            "[English, mirrored]",
            "Mirrored English",
            right_to_left=True,
            of_screens=True,
            is_spoken=False,
        ),
    )
}


def find_language(said: str) -> Language | None:
    """The language that a person means by a code, in small or capital letters; None where none is.

    English may be called `en`; a code with `_` is taken too.
    """
    wanted = said.strip().replace("_", "-").casefold()
    known = {code.casefold(): language for code, language in LANGUAGES.items()}
    return known.get(wanted) or known.get(f"{wanted}-gb")
