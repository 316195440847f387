"""How what an IRO does between meetings is said on screen."""

from iro_desktop.domain.activities import Activity, ActivityKind, Seen
from iro_desktop.i18n import ntr, screen, tr


def kind_of_activity(kind: ActivityKind) -> str:
    """What was done."""
    return {
        ActivityKind.VISIT: tr("Visit"),
        ActivityKind.CALL: tr("Call"),
        ActivityKind.MESSAGE: tr("Message"),
        ActivityKind.PRE_REVIEW_TALK: tr("Talk before the review"),
        ActivityKind.CONVERSATION: tr("Conversation"),
        ActivityKind.CASE_CHECK: tr("Check of the case"),
    }[kind]


def seen(how: Seen) -> str:
    """Whether the child was seen."""
    return {
        Seen.NOT_SAID: tr("Not said yet"),
        Seen.ALONE: tr("Seen alone"),
        Seen.WITH_OTHERS: tr("Seen with others there"),
        Seen.SPOKEN_WITH: tr("Spoken with, not seen"),
        Seen.NOT_SEEN: tr("Not seen"),
    }[how]


def title_of(activity: Activity) -> str:
    """What was done, and when."""
    day = screen().date(activity.on)
    return tr("{what}, {day}", what=kind_of_activity(activity.kind), day=day)


def about(activity: Activity) -> str:
    """With whom, whether the child was seen, how long, by whom; what is not said is left out."""
    minutes = ntr("{number} minute", "{number} minutes", activity.minutes)
    parts = (
        tr("with {name}", name=activity.with_whom) if activity.with_whom else "",
        seen(activity.seen) if activity.seen is not Seen.NOT_SAID else "",
        minutes if activity.minutes else "",
        tr("noted by {name}", name=activity.recorded_by) if activity.recorded_by else "",
    )
    return " · ".join(part for part in parts if part)


def reminder(activity: Activity) -> str:
    """What there is to come back to, and when; empty where there is nothing."""
    if activity.remind_on is None or activity.is_settled:
        return ""
    day = screen().date(activity.remind_on)
    if activity.remind_of.strip():
        return tr("{day}: {what}", day=day, what=activity.remind_of.strip())
    return tr("Come back to this on {day}", day=day)
