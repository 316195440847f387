"""The return's codes in words, for documents, which know nothing of returns."""

from iro_desktop.i18n import Translator
from iro_desktop.returns.ssda903.codes import (
    category_of_need_label,
    legal_status_label,
    placement_label,
    reason_ended_label,
    reason_for_move_label,
)


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

    def category_of_need(self, code: str) -> str:
        """Why a child became looked after."""
        return self._tr(category_of_need_label(code))

    def reason_for_move(self, code: str) -> str:
        """Why a child moved home."""
        return self._tr(reason_for_move_label(code))

    def reason_ended(self, code: str) -> str:
        """Why a period of care ended."""
        return self._tr(reason_ended_label(code))
