"""What a council's wording is written with, said on screen: fields, and parts of documents."""

from collections.abc import Mapping
from types import MappingProxyType

from iro_desktop.i18n import tr


def fields_in_words() -> Mapping[str, str]:
    """Each field that a wording may name, with what it holds."""
    return MappingProxyType(
        {
            "title": tr("what the document is called"),
            "child": tr("what the child is called"),
            "age": tr("the child’s age on the day of the review"),
            "reader": tr("whom this copy is for, by name"),
            "iro": tr("the IRO’s name"),
            "telephone": tr("the IRO’s telephone number"),
            "email": tr("the IRO’s e-mail address"),
            "council": tr("the council’s name"),
            "social_worker": tr("the social worker’s name"),
            "review_day": tr("the day of the review"),
            "review_place": tr("where the review is held"),
            "next_review_by": tr("the last day for the next review"),
            "today": tr("the day the record was closed"),
        }
    )


def part_in_words(name: str, headings: Mapping[str, str]) -> str:
    """A part of a document, by its heading where that is known."""
    standing = {
        "head": tr("The beginning: greeting and first words"),
        "signature": tr("The farewell, and who signs"),
    }
    return standing.get(name) or headings.get(name) or name.replace("_", " ").capitalize()
