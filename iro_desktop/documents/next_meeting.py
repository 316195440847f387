"""The day that was agreed for the next meeting, for the minutes and for the child."""

from iro_desktop.documents.blocks import Span, Spans, authored, plain
from iro_desktop.documents.filled import filled
from iro_desktop.domain.review import Review
from iro_desktop.i18n.translator import Translator


def agreed_facts(review: Review, tr: Translator) -> tuple[tuple[str, Spans], ...]:
    """Day, time and place as facts; empty ones where nothing was agreed."""
    return (
        (tr("Agreed day"), plain(_day_and_time(review, tr))),
        (tr("Planned place"), authored(review.next_place.strip() if review.next_on else "")),
    )


def said_to_child(review: Review, tr: Translator) -> Spans:
    """The day, the time and the place in a sentence; empty where nothing was agreed."""
    if review.next_on is None:
        return ()
    day, place = plain(_day_and_time(review, tr)), authored(review.next_place.strip())
    said = filled(tr("Our next meeting is on {answer}."), answer=day)
    if not place:
        return said
    return (*said, Span(" "), *filled(tr("Where: {place}."), place=place))


def _day_and_time(review: Review, tr: Translator) -> str:
    if review.next_on is None:
        return ""
    day = tr.date(review.next_on)
    if review.next_at is None:
        return day
    return tr("{day} at {time}", day=day, time=tr.time(review.next_at))
