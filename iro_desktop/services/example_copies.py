"""A document about a child who does not exist, to try a council's wording on."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from iro_desktop.demonstration import MadeUpCaseload, make_caseload
from iro_desktop.documents.blocks import Document
from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.documents.material import Material
from iro_desktop.documents.whole_life import WholeLife
from iro_desktop.documents.written_parts import written_parts
from iro_desktop.domain.child import age_on
from iro_desktop.domain.copies import usual_reader
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.council_wording import in_words_of
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.reckoning import lawful
from iro_desktop.services.return_labels import ReturnLabels

_SEED = 903
_USUAL_AGE = 11


@lru_cache(maxsize=1)
def example_record(today: dt.date) -> ReviewRecord:
    """A closed review of a made-up child with much to say. Takes half a second, once a day."""
    caseload = make_caseload(_SEED, today, lawful())
    return _record(caseload, _review_to_show(caseload), today)


def example_material(kind: DocumentKind, language: str, today: dt.date, iro: Signatory) -> Material:
    """All that an example of a kind of document is made from, signed by this IRO."""
    tr = Translator(language)
    record = replace(example_record(today), iro=iro)
    parts = written_parts(kind, tr)
    labels = ReturnLabels(tr)
    form = programs_forms().current_for(record.review.kind.value)
    return Material(
        record=record,
        form=form,
        tr=tr,
        reader=usual_reader(kind),
        texts={part.id: f"[{part.heading}]" for part in parts},
        labels=labels,
        reasons=labels,
        whole_life=WholeLife(reviews=(record,)),
    )


def example_of(kind: DocumentKind, material: Material, wording: str) -> Document:
    """The example in a wording; in the program's own where it is empty or faulty."""
    return in_words_of(BUILDERS[kind](material), kind, material, wording)


def _review_to_show(caseload: MadeUpCaseload) -> Review:
    """A closed review with decisions, the child's words and scores, of a child of middling age."""
    children = {child.id: child for child in caseload.children}
    told = [
        {decision.review_id for decision in caseload.decisions},
        {view.review_id for view in caseload.views if view.may_be_printed},
        {answer.review_id for answer in caseload.scale_answers},
    ]
    closed = [
        (abs(age_on(children[review.child_id].date_of_birth, review.held_on) - _USUAL_AGE), review)
        for review in caseload.reviews
        if review.closed_on and review.held_on and all(review.id in ids for ids in told)
    ]
    _, shown = min(closed, key=lambda one: (one[0], one[1].id))
    return shown


def _record(caseload: MadeUpCaseload, review: Review, today: dt.date) -> ReviewRecord:
    child = next(one for one in caseload.children if one.id == review.child_id)
    episodes = tuple(one for one in caseload.episodes if one.child_id == child.id)
    reviews = [one for one in caseload.reviews if one.child_id == child.id]
    clock = ReviewClock.of(child.date_of_birth, episodes, reviews, lawful(), today)
    day = review.held_on or today
    before = _before(reviews, day)
    return ReviewRecord(
        child=child,
        review=review,
        iro=Signatory(""),
        episodes=episodes,
        people=tuple(one for one in caseload.people if one.child_id == child.id),
        participants=tuple(one for one in caseload.participants if one.review_id == review.id),
        answers=tuple(one for one in caseload.answers if one.review_id == review.id),
        views=tuple(one for one in caseload.views if one.review_id == review.id),
        decisions=tuple(one for one in caseload.decisions if one.review_id == review.id),
        last_decisions=tuple(
            one for one in caseload.decisions if before and one.review_id == before.id
        ),
        scaling_questions=tuple(
            one for one in caseload.scaling_questions if one.child_id == child.id
        ),
        scale_answers=tuple(one for one in caseload.scale_answers if one.review_id == review.id),
        due=clock.due_of(day),
        next_due=clock.due_after(day),
        previous_review_on=before.held_on if before else None,
    )


def _before(reviews: Sequence[Review], day: dt.date) -> Review | None:
    held = [one for one in reviews if one.held_on is not None and one.held_on < day]
    return max(held, key=lambda one: one.held_on or day, default=None)
