"""The return's codes in words, for documents, which know nothing of returns."""

from iro_desktop.i18n import Translator
from iro_desktop.returns.ssda903.codes import legal_status_label, placement_label


class ReturnLabels:
    """What the codes of the SSDA903 mean, in the reader's language."""

    def __init__(self, tr: Translator) -> None:
        self._tr = tr

    def legal_status(self, code: str) -> str:
        """Under what law a child is looked after."""
        return self._tr(legal_status_label(code))

    def placement(self, code: str) -> str:
        """What kind of home it is."""
        return self._tr(placement_label(code))
