"""The few words that every page carries, in the document's own language."""

from decimal import Decimal

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.characters import one_line
from iro_desktop.i18n import Translator
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES


class PageWords:
    """Words of head and foot. `made_up` and `running_title` may be empty."""

    def __init__(self, document: Document) -> None:
        known = document.language in LANGUAGES
        self._translate = Translator(document.language if known else ENGLISH)
        self.running_title = one_line(document.running_title)
        self.made_up = (
            self._translate("Made-up data – not a real child") if document.made_up else ""
        )

    def page(self, page: object, pages: object) -> str:
        """Which page of how many. What is given stands in the sentence as it is."""
        return self._translate("Page {page} of {pages}", page=page, pages=pages)

    def row(self, number: int) -> str:
        """Which row of a table, where a table is read as sentences."""
        return self._translate("Row {number}", number=str(number))

    def picture(self, description: str) -> str:
        """What is seen in a picture, where there is none."""
        return self._translate("Picture: {description}", description=description)

    def number(self, value: Decimal) -> str:
        """A score as people write it."""
        return self._translate.number(value)
