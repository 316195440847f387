"""The made-up review with a word of its own in every field that a person writes freely."""

import datetime as dt
from base64 import b64encode
from dataclasses import replace
from io import BytesIO

from made_up_review import CHILD, HELD, REVIEW, a_record, an_answer, an_id
from PIL import Image

from iro_desktop.domain.answers import Answer
from iro_desktop.domain.document_versions import ManagersConfirmation
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.review import Conduct, LateReason
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.definition import Form, Kind

_FREE = {Kind.TEXT, Kind.LONG_TEXT}


class Planted:
    """Words that stand nowhere else, each with the field it was planted in."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def __call__(self, field: str) -> str:
        word = f"quillwort{len(self.words)}x"
        self.words[word] = field
        return word


def a_picture(words: str, sharing: Sharing, position: int = 0) -> KeptPicture:
    written = BytesIO()
    Image.new("RGB", (4, 3), "teal").save(written, "PNG")
    return KeptPicture(
        id=an_id("picture", words),
        child_id=CHILD,
        review_id=REVIEW,
        image=b64encode(written.getvalue()).decode(),
        description=words,
        sharing=sharing,
        position=position,
    )


def planted_record(form: Form, plant: Planted) -> ReviewRecord:
    """A record with planted words, all shared."""
    record = a_record()
    return replace(
        record,
        child=replace(
            record.child,
            communication_needs=plant("communication_needs"),
            languages=(plant("language"), plant("language")),
        ),
        review=replace(
            record.review,
            planned_at=plant("planned_at"),
            participation_reason=plant("participation_reason"),
            conduct=Conduct.SERIES,
            counted_because=plant("counted_because"),
            late_reason=LateReason.OTHER,
            late_note=plant("late_note"),
            adjourned_on=dt.date(2026, 4, 20),
            adjourned_because=plant("adjourned_because"),
            resumed_on=HELD,
        ),
        participants=tuple(
            replace(
                person,
                relationship=plant("relationship"),
                not_invited_because=plant("not_invited_because"),
                consulted_how=plant("consulted_how"),
            )
            for person in record.participants
        ),
        answers=_answers(form, plant),
        views=tuple(
            replace(view, words=plant("words"), about=plant("about"), sharing=Sharing.EVERYONE)
            for view in record.views
        ),
        pictures=(a_picture(plant("description"), Sharing.EVERYONE),),
        decisions=tuple(
            replace(
                decision,
                what=plant("what"),
                words_for_child=plant("words_for_child"),
                by_when=plant("by_when"),
                due_on=None,
            )
            for decision in record.decisions
        ),
        last_decisions=tuple(
            replace(
                decision,
                what=plant("last what"),
                words_for_child=plant("last words_for_child"),
                kept_note=plant("kept_note"),
            )
            for decision in record.last_decisions
        ),
        scaling_questions=tuple(
            replace(
                question,
                text=plant("text"),
                meaning_of_0=plant("meaning_of_0"),
                meaning_of_10=plant("meaning_of_10"),
            )
            for question in record.scaling_questions
        ),
        scale_answers=tuple(
            replace(
                answer,
                why_not_lower=plant("why_not_lower"),
                what_would_make_it_higher=plant("what_would_make_it_higher"),
            )
            for answer in record.scale_answers
        ),
        addenda=tuple(replace(one, text=plant("addendum")) for one in record.addenda),
        confirmations=(
            ManagersConfirmation(
                id=an_id("confirmation"),
                child_id=CHILD,
                review_id=REVIEW,
                on=dt.date(2026, 5, 8),
                by="Robin Example",
                agrees=True,
                remarks=plant("remarks"),
            ),
        ),
    )


def planted_texts(parts: tuple[str, ...], plant: Planted) -> dict[str, str]:
    """Words for each written part of a kind of document."""
    return {part: plant(f"part {part}") for part in parts}


def _answers(form: Form, plant: Planted) -> tuple[Answer, ...]:
    """The made-up answers, and every free question and every further detail answered by a word."""
    given = {(answer.question, answer.item): answer for answer in a_record().answers}
    for section in form.sections:
        for question in section.questions:
            if question.kind in _FREE:
                answer = an_answer(question.id, plant(question.id))
                given[answer.question, answer.item] = answer
            if question.detail:
                given[question.id, ""] = an_answer(question.id, question.detail_on)
                detail = an_answer(detail_of(question.id), plant(detail_of(question.id)))
                given[detail.question, detail.item] = detail
            for inner in question.questions:
                if inner.kind in _FREE:
                    answer = an_answer(inner.id, plant(inner.id), f"{question.id[0]}1")
                    given[answer.question, answer.item] = answer
    return tuple(given.values())
