"""Why a council's file is not taken, in lines."""

from iro_desktop.i18n import tr
from iro_desktop.services.faults import (
    CouncilFormRefused,
    LocalRulesRefused,
    LocalWordsRefused,
    PracticePackRefused,
)
from iro_desktop.ui.settings.lines import Line

_PARTS_OF_A_PLACE = 3


def reason_lines(
    refused: LocalRulesRefused | LocalWordsRefused | CouncilFormRefused | PracticePackRefused,
) -> tuple[Line, ...]:
    """Every reason for which a council's file is refused, each with the place it stands at."""
    return tuple(map(_reason, refused.data["why"].splitlines()))


def _reason(told: str) -> Line:
    where, _, rest = told.partition("  ")
    code, _, said = rest.partition("  ")
    place = where.rsplit(":", 2)
    if not said or len(place) != _PARTS_OF_A_PLACE:
        return Line(told)
    file, line, column = place
    fields = {"file": file, "line": line, "column": column, "code": code}
    return Line(tr("{file}, line {line}, column {column} ({code})", **fields), (said,))
