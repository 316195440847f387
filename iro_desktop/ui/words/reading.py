"""For whom a copy is, and how it is written, said on screen."""

from iro_desktop.domain.participation import Role
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.withholding import Reader
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.i18n.checked import is_checked
from iro_desktop.i18n.languages import LANGUAGES, Language

_ROLES = {
    Reader.CHILD: (Role.CHILD,),
    Reader.PARENT: (Role.PARENT,),
    Reader.FAMILY: (Role.FAMILY,),
    Reader.CARER: (Role.CARER, Role.RESIDENTIAL_WORKER),
    Reader.SOCIAL_WORKER: (
        Role.SOCIAL_WORKER,
        Role.TEAM_MANAGER,
        Role.SUPERVISING_SOCIAL_WORKER,
    ),
    Reader.SCHOOL: (Role.SCHOOL,),
    Reader.HEALTH: (Role.HEALTH,),
    Reader.ADVOCATE: (Role.ADVOCATE, Role.INDEPENDENT_VISITOR),
}


def reader_in_words(reader: Reader) -> str:
    """Who reads it."""
    return {
        Reader.CHILD: tr("The child"),
        Reader.PARENT: tr("A parent"),
        Reader.FAMILY: tr("Family"),
        Reader.CARER: tr("A carer"),
        Reader.SOCIAL_WORKER: tr("A social worker"),
        Reader.SCHOOL: tr("The school"),
        Reader.HEALTH: tr("A health professional"),
        Reader.ADVOCATE: tr("An advocate"),
        Reader.COURT: tr("The court"),
        Reader.OTHER: tr("Someone else"),
        Reader.FILE: tr("The file: holds everything"),
    }[reader]


def roles_of(reader: Reader) -> tuple[Role, ...]:
    """At a review, those for whom such a copy is; all roles where any may be meant."""
    return _ROLES.get(reader, tuple(Role))


def style_in_words(style: ReadingStyle) -> str:
    """What it is like for whoever reads it."""
    return {
        ReadingStyle.STANDARD: tr("Standard"),
        ReadingStyle.LARGE_PRINT: tr("Large print, 18 point"),
        ReadingStyle.LARGER_PRINT: tr("Larger print, 24 point"),
        ReadingStyle.EASY_READ: tr("Easy read, with pictures"),
        ReadingStyle.WORDS_AND_PICTURES: tr("Words and pictures"),
        ReadingStyle.DYSLEXIA_FRIENDLY: tr("Dyslexia-friendly"),
        ReadingStyle.PLAIN_TEXT: tr("Plain text, for a screen reader"),
        ReadingStyle.AUDIO: tr("To be heard"),
    }[style]


def length_in_words(length: Length) -> str:
    """How much it says."""
    return {Length.FULL: tr("Everything"), Length.SHORT: tr("Short, on one page")}[length]


def language_in_words(language: Language) -> str:
    """A language as both its readers and the writer know it."""
    if language.name == language.english_name:
        return language.name
    return tr("{name} – {english}", name=language.name, english=language.english_name)


def unchecked_language(code: str) -> str:
    """That no native reader has checked a language's fixed sentences; empty where one has."""
    if is_checked(code):
        return ""
    return tr(
        "The program’s own sentences in {language} are not yet checked by a native reader.",
        language=LANGUAGES[code].english_name,
    )


def reader_options() -> tuple[Option, ...]:
    """Everyone for whom a copy may be."""
    return tuple(Option(reader.value, reader_in_words(reader)) for reader in Reader)


def style_options() -> tuple[Option, ...]:
    """Every style."""
    return tuple(Option(style.value, style_in_words(style)) for style in ReadingStyle)


def length_options() -> tuple[Option, ...]:
    """Every length."""
    return tuple(Option(length.value, length_in_words(length)) for length in Length)


def language_options() -> tuple[Option, ...]:
    """Every language that documents are written in."""
    spoken = (language for language in LANGUAGES.values() if language.is_spoken)
    return tuple(Option(language.code, language_in_words(language)) for language in spoken)
