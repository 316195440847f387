"""What follows from a review that was held, and by when: papers, and the review after it."""

import datetime as dt

from iro_desktop.domain.review import OF_THE_CASE
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.rule_book import NotInForce
from iro_desktop.domain.timescales.what_if import papers_after
from iro_desktop.i18n import tr
from iro_desktop.ui.words.deadlines import Deadline, State, deadline
from iro_desktop.ui.words.due_dates import explained


def by_when(record: ReviewRecord, reckoner: Reckoner, today: dt.date) -> tuple[Deadline, ...]:
    """The due dates that a review of the child's case sets, once it is known when it was held."""
    review = record.review
    if review.held_on is None or review.kind not in OF_THE_CASE:
        return ()
    papers = tuple(_paper(due, today) for due in _papers(review.held_on, reckoner))
    next_due = record.next_due
    return (*papers, deadline(next_due, today)) if next_due else papers


def _papers(held_on: dt.date, reckoner: Reckoner) -> tuple[Explained, ...]:
    try:
        return papers_after(held_on, reckoner)
    except NotInForce:  # held before there was a handbook
        return ()


def _paper(due: Explained, today: dt.date) -> Deadline:
    """One whose day has gone may have been done in time: nothing is said against it."""
    if due.on < today:
        return Deadline(explained(due), State(tr("that day has gone"), "plain"))
    return deadline(due, today)
