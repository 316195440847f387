"""The return's codes in words, for documents, which know nothing of returns."""

from iro_desktop.returns.ssda903.codes import legal_status_label, placement_label


class ReturnLabels:
    """What the codes of the SSDA903 mean."""

    def legal_status(self, code: str) -> str:
        """Under what law a child is looked after."""
        return legal_status_label(code)

    def placement(self, code: str) -> str:
        """What kind of home it is."""
        return placement_label(code)
