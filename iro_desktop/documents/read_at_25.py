"""The record as the grown-up will read it one day: what happened, who knew, what was decided, why.

Said to “you”, in plain words, from every review that was held. Of the child's own words it holds
those that the child agreed to share, and says honestly where there are more.
"""

from collections.abc import Iterable, Sequence

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    ParagraphStyle,
    Row,
    Table,
    authored,
    plain,
)
from iro_desktop.documents.chronology import Labels, chronology, chronology_table
from iro_desktop.documents.decision_rows import anchor_of, for_the_file, numbered
from iro_desktop.documents.frames import lead_in, report, say, signature
from iro_desktop.documents.kind_words import kind_of_document
from iro_desktop.documents.looking_back import outcome
from iro_desktop.documents.material import Material
from iro_desktop.documents.own_words import pictures, quotations, source_of
from iro_desktop.documents.parts import headed
from iro_desktop.documents.people_who_mattered import people_who_mattered
from iro_desktop.documents.whole_life import WholeLife
from iro_desktop.documents.written_text import Written, lines_of
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.participation import WAS_THERE, Attendance, Role
from iro_desktop.domain.review import Addendum
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.scaling import lines_over_time
from iro_desktop.i18n.translator import Translator

_REVIEW_LEVEL = 3
_PICTURE_SHARE = 0.7
# Answers in which an IRO says why: of the form for children who are looked after.
_VIEW, _FOR_LATER = "iro_view_text", "letter_when_older"


def build_read_at_25(material: Material) -> Document:
    """The whole record of one child; of one review alone, where no more was gathered."""
    tr, record = material.tr, material.record
    life = material.whole_life or WholeLife(reviews=(record,), happenings=material.happenings)
    written = Written(material, DocumentKind.READ_AT_25)
    iro = record.iro
    return report(
        material,
        tr("Your time in care, as it is on record"),
        (
            say(
                tr(
                    "This is what the record says about you: what happened, what you said, what "
                    "others decided and why. It is your story, and you have a right to read it."
                )
            ),
            *written.section("beginning"),
            *written.section("why"),
            *headed("chronology", tr("What happened, in order"), _in_order(material, life)),
            *headed("people", tr("People in your life"), people_who_mattered(life, tr)),
            *headed("views", tr("What you said"), _own_words(life, tr)),
            *headed("scaling", tr("Your numbers from 0 to 10"), _numbers(life, tr)),
            *headed("decisions", tr("What was decided, and what became of it"), _reviews(life, tr)),
            *headed("told", tr("Who was told"), _sent(life.sent, tr)),
        ),
        (signature(iro.name, tr("Independent reviewing officer"), iro.authority),),
    )


def _in_order(material: Material, life: WholeLife) -> tuple[Block, ...]:
    reviews = [one.review for one in life.reviews]
    labels = Labels(material.labels, material.reasons)
    events = chronology(material.record.episodes, reviews, life.happenings, labels, material.tr)
    return chronology_table(events, material.tr)


def _own_words(life: WholeLife, tr: Translator) -> tuple[Block, ...]:
    found: list[Block] = []
    for one in life.reviews:
        words = quotations(one, lambda view: source_of(view, tr), tr)
        drawn = pictures(one, tr("Your pictures"), _PICTURE_SHARE)
        found.extend(_of_review(one, (*words, *drawn), tr))
    views = [view for one in life.reviews for view in one.views if view.words.strip()]
    if any(not view.may_be_printed for view in views):
        more = tr(
            "You said more than stands here. What you had not agreed to share is kept with the "
            "record, and is not printed in this copy."
        )
        found.append(say(more))
    return tuple(found)


def _numbers(life: WholeLife, tr: Translator) -> tuple[Block, ...]:
    """The child's own scores, a table for each question; nobody else's stand beside them."""
    if not life.reviews:
        return ()
    answers = [answer for one in life.reviews for answer in one.scale_answers]
    found: list[Block] = []
    for question in sorted(life.reviews[-1].scaling_questions, key=lambda each: each.position):
        own = tuple(
            answer
            for answer in answers
            if answer.question_id == question.id and answer.role is Role.CHILD
        )
        rows = tuple(
            Row((plain(tr.date(point.day)), plain(tr.number(point.value))))
            for line in lines_over_time(own)
            for point in line.points
        )
        if rows:
            header = (tr("Day"), tr("Your number"))
            found.append(Table(authored(question.text), header, rows, (0.5, 0.5)))
    return tuple(found)


def _reviews(life: WholeLife, tr: Translator) -> tuple[Block, ...]:
    return tuple(block for one in life.reviews for block in _of_review(one, _review(one, tr), tr))


def _review(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """Who knew, what the IRO thought, what was decided, and what was written for later."""
    return (
        *_who_knew(record, tr),
        *_led_in(tr("What your independent reviewing officer thought:"), record.text(_VIEW)),
        *_decisions(record, tr),
        *_led_in(tr("What was written for you, for when you are older:"), record.text(_FOR_LATER)),
        *(block for one in record.addenda for block in _added_later(one, tr)),
    )


def _added_later(addendum: Addendum, tr: Translator) -> tuple[Block, ...]:
    signed = tr("Added by {name}, {day}", name=addendum.added_by, day=tr.date(addendum.added_on))
    return (*lines_of(addendum.text), Paragraph(plain(signed), ParagraphStyle.SMALL))


def _who_knew(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    people = sorted(record.participants, key=lambda person: person.position)
    others = [one for one in people if one.role is not Role.CHILD and one.name.strip()]
    there = [one.name.strip() for one in others if one.attendance in WAS_THERE]
    sent = [one.name.strip() for one in others if one.attendance is Attendance.SENT_VIEWS]
    found = []
    if there:
        found.append(say(tr("These people were there: {names}.", names=tr.list(there))))
    if sent:
        found.append(
            say(tr("Not there, but they told us what they think: {names}.", names=tr.list(sent)))
        )
    return tuple(found)


def _decisions(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    rows = tuple(
        Row(
            (
                (*plain(f"{number}. "), *for_the_file(decision)),
                plain(decision.owner.strip() or tr("Not named")),
                phrases.by_when(decision, tr) or plain(tr("No date")),
                outcome(decision, tr),
            ),
            anchor_of(decision),
        )
        for number, decision in numbered(record.decisions)
    )
    header = (tr("Decision"), tr("Who"), tr("By when"), tr("What became of it"))
    caption = plain(tr("Decisions of this review"))
    return (Table(caption, header, rows, (0.36, 0.18, 0.2, 0.26)),) if rows else ()


def _sent(documents: Iterable[WrittenDocument], tr: Translator) -> tuple[Block, ...]:
    rows = tuple(
        Row(
            (
                plain(tr.date(document.sent_on)),
                plain(kind_of_document(document.kind, tr)),
                authored(document.sent_to.strip()),
            )
        )
        for document in documents
        if document.sent_on is not None
    )
    header = (tr("Day"), tr("What was sent"), tr("To whom"))
    return (
        (Table(plain(tr("What was sent, and to whom")), header, rows, (0.25, 0.4, 0.35)),)
        if rows
        else ()
    )


def _of_review(record: ReviewRecord, blocks: Sequence[Block], tr: Translator) -> tuple[Block, ...]:
    """Blocks under the day of their review; nothing where there are none."""
    held = record.review.held_on
    heading = tr.date(held) if held else tr("A review without a day")
    return (Heading(_REVIEW_LEVEL, heading), *blocks) if blocks else ()


def _led_in(lead: str, words: str) -> tuple[Block, ...]:
    written = lines_of(words)
    return (lead_in(lead), *written) if written else ()
