"""Why a disruption meeting is suggested, in words."""

from iro_desktop.domain.disruption import Reason, Suggestion
from iro_desktop.i18n import screen, tr
from iro_desktop.returns.ssda903.codes import reason_for_move_label


def why_meet(suggestion: Suggestion) -> str:
    """That a home ended unplanned, and what makes it one to learn from."""
    ended = tr(
        "A home ended unplanned on {day} ({reason})",
        day=screen().date(suggestion.ended),
        reason=reason_for_move_label(suggestion.move),
    )
    said = (ended, *(_reason(reason, suggestion) for reason in suggestion.reasons))
    return " ".join(f"{one}." for one in said)


def _reason(reason: Reason, suggestion: Suggestion) -> str:
    match reason:
        case Reason.TWO_YEARS:
            since = screen().date(suggestion.lived_there_since)
            return tr("The child had lived there for two years or more, since {day}", day=since)
        case Reason.MATCHED:
            return tr("The child was permanently matched")
        case Reason.COMPLEX:
            return tr("The child's needs were found to be complex")
