"""Brothers' and sisters' reviews side by side, in words."""

import datetime as dt

from iro_desktop.i18n import screen, tr
from iro_desktop.services.sibling_reviews import SiblingGroup, SiblingReview
from iro_desktop.ui.diary.page import SiblingLine, SiblingsLine
from iro_desktop.ui.words.children import name_of
from iro_desktop.ui.words.due_dates import Urgency, how_soon, urgency
from iro_desktop.ui.words.tones import Tone, icon_of, tone_of


def siblings_line(group: SiblingGroup, today: dt.date) -> SiblingsLine:
    """One family."""
    words, tone, icon = _window(group)
    lines = tuple(_line(review, today) for review in group.reviews)
    return SiblingsLine(lines, words, tone, icon, None if group.together else group.day)


def _line(review: SiblingReview, today: dt.date) -> SiblingLine:
    due = review.due
    pressing = urgency(due.on, today) if due else Urgency.LATER
    return SiblingLine(
        child=review.child.id,
        name=name_of(review.child),
        due=tr("Due {day}", day=screen().weekday_and_day(due.on)) if due else tr("None due"),
        how_soon=how_soon(due.on, today) if due else "",
        tone=tone_of(pressing),
        icon=icon_of(pressing),
        booked=tr("Booked {day}", day=screen().weekday_and_day(review.booked.day))
        if review.booked
        else tr("Not booked yet"),
        earliest=review.earliest,
        limit=due.on if due else None,
        booked_on=review.booked.day if review.booked else None,
    )


def _window(group: SiblingGroup) -> tuple[str, Tone, str]:
    if group.together:
        return tr("All of them are booked for one day."), "success", "circle-check"
    if group.window is None or group.day is None:
        return (
            tr("No one day keeps the limit of each of them."),
            "warning",
            "triangle-alert",
        )
    words = tr(
        "One day does for all, between {first} and {last}: {day} would be best.",
        first=screen().short_weekday_date(group.window.first),
        last=screen().short_weekday_date(group.window.last),
        day=screen().weekday_date(group.day),
    )
    if len(group.iros) > 1:
        words = tr("{window} They have different IROs.", window=words)
    return words, "info", "users"
