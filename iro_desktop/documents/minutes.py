"""The formal minutes of a review: the record that regulation 38 of SI 2010/959 asks for.

The parts stand in the form's order. A part that must be filled to close says so when it is empty;
others are left out. The child's words stand only where the child agreed to share them.
"""

from collections.abc import Callable

from iro_desktop.documents import phrases
from iro_desktop.documents.advocacy import offers_table
from iro_desktop.documents.agreed_by import parts_of_the_meeting, read_back
from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    Notice,
    Paragraph,
    ParagraphStyle,
    Row,
    Signature,
    Table,
    authored,
    facts,
    plain,
)
from iro_desktop.documents.confirmations import confirmations
from iro_desktop.documents.consultation_answers import consultation_answers
from iro_desktop.documents.decision_rows import formal_decisions
from iro_desktop.documents.filled import filled
from iro_desktop.documents.frames import held_to_the_end, reference_of
from iro_desktop.documents.looking_back import in_their_order, outcome, what_and_whence
from iro_desktop.documents.material import Material
from iro_desktop.documents.next_meeting import agreed_facts
from iro_desktop.documents.own_words import pictures, quotations, source_of
from iro_desktop.documents.parts import headed, put_before, with_standing_parts
from iro_desktop.documents.permanence import permanence_facts
from iro_desktop.documents.placed_answers import IN_MINUTES, parts_with, placed_answers
from iro_desktop.documents.review_facts import (
    about_the_child,
    about_the_review,
    after_the_review,
    heading_of_subject,
    kind_title,
    next_due,
)
from iro_desktop.documents.scores import AskedToday, ScoreWords, asked_today, score_blocks
from iro_desktop.documents.secure_panel import panel_table
from iro_desktop.documents.taking_part import attendance_table, participation_facts
from iro_desktop.documents.tools.placing import SHELF, tools_in_minutes
from iro_desktop.documents.whole_child import PART, whole_child_blocks
from iro_desktop.domain.participation import Attendance
from iro_desktop.domain.scaling import Line
from iro_desktop.form_engine.definition import Part, Records
from iro_desktop.form_engine.path import applicable
from iro_desktop.form_engine.review_facts import answers_of
from iro_desktop.i18n.translator import Translator

_LAST_WIDTHS = (0.31, 0.16, 0.2, 0.21, 0.12)
_PICTURE_SHARE = 0.5
_PART_OF = {
    Records.LAST_DECISIONS: "last_decisions",
    Records.PARTICIPANTS: "attendance",
    Records.ATTENDANCE: "attendance",
    Records.MEETING_PARTS: "attendance",
    Records.CONSULTATIONS: "consultation",
    Records.PARTICIPATION: "participation",
    Records.VIEWS: "views",
    Records.SCALING: "scaling",
    Records.DECISIONS: "decisions",
    Records.READ_BACK: "decisions",
    Records.NEXT_MEETING: "next_review",
}


def build_minutes(material: Material) -> Document:
    """The minutes as a neutral document, in the language of `material.tr`.

    Every decision that says something stands in it once, with its row anchored as
    `decision-<id>`. `material.labels` puts the return's codes into words.
    """
    tr, record = material.tr, material.record
    return Document(
        title=kind_title(record, tr, material.form),
        language=tr.language.code,
        design=Design.MINUTES,
        blocks=_Minutes(material).blocks(),
        right_to_left=tr.language.right_to_left,
        running_title=tr("Review {reference}", reference=reference_of(material)),
        author=record.iro.name,
        made_up=record.child.made_up,
    )


class _Minutes:
    def __init__(self, material: Material) -> None:
        self._material = material
        self._record = record = material.record
        self._tr = tr = material.tr
        form = material.form
        answers = answers_of(record)
        self._placed = placed_answers(form, answers, IN_MINUTES, tr)
        parts = with_standing_parts(form.minutes_parts, _standing_parts(tr), tr)
        self._parts = put_before(parts, Part(SHELF, tr("Tools we used")), "decisions")
        names = {part.id for part in self._parts}
        self._tools = tools_in_minutes(record, material.pack, names, tr)
        self._required = parts_with(form, answers, IN_MINUTES) | {
            _PART_OF.get(records, records.value)
            for asked in applicable(form, answers)
            for records in asked.section.required_records
        }
        self._records: dict[str, Callable[[], tuple[Block, ...]]] = {
            "attendance": self._attendance,
            "participation": lambda: participation_facts(record, tr),
            "consultation": lambda: consultation_answers(record, tr),
            "last_decisions": self._last_decisions,
            "views": self._views,
            "scaling": self._scaling,
            "decisions": self._decisions,
            "next_review": self._next_review,
            PART: self._whole_child,
            "permanence": lambda: permanence_facts(record, tr),
            "advocacy": lambda: offers_table(record, tr),
        }

    def blocks(self) -> tuple[Block, ...]:
        tr, record, material = self._tr, self._record, self._material
        found: list[Block] = [Heading(1, kind_title(record, tr, material.form))]
        if material.draft:
            notice = tr("Draft. The review is not closed, and this record may still change.")
            found.append(Notice(plain(notice)))
        found.extend(
            headed(
                "about_child",
                heading_of_subject(record, tr),
                (about_the_child(record, material.labels, tr),),
            )
        )
        about = about_the_review(record, tr, material.form)
        found.extend(headed("about_review", tr("The review"), (about,)))
        found.extend(panel_table(material.panel, tr))
        if all(part.id != PART for part in self._parts):
            found.extend(headed(PART, tr("The whole child on one page"), self._whole_child()))
        for part in self._parts:
            found.extend(self._part(part.id, part.heading))
        after = after_the_review(material.deadlines, tr)
        found.extend(
            headed("follows", tr("What follows this review"), (after,) if after.items else ())
        )
        found.extend(headed("added", tr("Added later"), self._addenda()))
        signature = (self._signature(),)
        return (*held_to_the_end(tuple(found), signature), *signature)

    def _part(self, name: str, heading: str) -> tuple[Block, ...]:
        build = self._records.get(name)
        records = () if build is None else build()
        blocks = (*records, *self._tools.get(name, ()), *self._placed.get(name, ()))
        if not blocks and name in self._required:
            blocks = (Paragraph(plain(self._tr("Nothing recorded."))),)
        return headed(name, heading, blocks)

    def _whole_child(self) -> tuple[Block, ...]:
        """Only where the form asks for it: minutes under an older form stay as they were."""
        page, material = self._record.whole_child, self._material
        sections = material.form.sections
        if page is None or all(Records.WHOLE_CHILD not in each.records for each in sections):
            return ()
        placement = material.labels.placement
        return whole_child_blocks(page, placement, self._tr, self._record.review.id)

    def _attendance(self) -> tuple[Block, ...]:
        """A form that asks nobody to come, such as a check midway, has no list of who came."""
        record, tr = self._record, self._tr
        asked = {records for each in self._material.form.sections for records in each.records}
        is_asked = asked & {Records.PARTICIPANTS, Records.ATTENDANCE}
        if not is_asked and all(
            person.attendance is Attendance.NOT_RECORDED for person in record.participants
        ):
            return ()
        return (*attendance_table(record, tr), *parts_of_the_meeting(record, tr))

    def _last_decisions(self) -> tuple[Block, ...]:
        tr = self._tr
        rows = tuple(
            Row(
                (
                    what_and_whence(decision, self._record, tr),
                    plain(decision.owner.strip()),
                    phrases.by_when(decision, tr),
                    outcome(decision, tr),
                    plain(decision.reference),
                )
            )
            for decision in in_their_order(self._record.last_decisions)
        )
        header = (tr("Decision"), tr("Who"), tr("By when"), tr("Outcome"), tr("Reference"))
        caption = tr("Decisions of the last review and their outcome")
        return (Table(plain(caption), header, rows, _LAST_WIDTHS),) if rows else ()

    def _views(self) -> tuple[Block, ...]:
        tr, record = self._tr, self._record
        lead_in = tr("Pictures that the child agreed to share:")
        return (
            *quotations(record, lambda view: source_of(view, tr), tr),
            *pictures(record, lead_in, _PICTURE_SHARE),
        )

    def _scaling(self) -> tuple[Block, ...]:
        tr = self._tr
        words = ScoreWords(
            lambda answer: answer.person.strip() or phrases.role(answer.role, tr),
            (tr("Person"), tr("Score"), tr("Why not lower"), tr("What would make it one higher")),
        )
        found: list[Block] = []
        for asked in asked_today(self._record):
            found.extend(score_blocks(asked, words, tr))
            found.extend(self._over_time(asked))
        return tuple(found)

    def _over_time(self, asked: AskedToday) -> tuple[Block, ...]:
        tr = self._tr
        rows = tuple(
            Row((plain(line.person or phrases.role(line.role, tr)), plain(_points(line, tr))))
            for line in asked.lines()
        )
        question = authored(asked.question.text)
        caption = filled(tr("The same question over time: {question}"), question=question)
        header = (tr("Person"), tr("Scores, from the oldest on"))
        return (Table(caption, header, rows, (0.3, 0.7)),) if rows else ()

    def _decisions(self) -> tuple[Block, ...]:
        tr, record = self._tr, self._record
        decided, answers = formal_decisions(record, tr), confirmations(record, tr)
        if decided and not answers:
            none = tr("No answer of a manager to these decisions is recorded.")
            answers = (Paragraph(plain(none)),)
        return (*decided, *read_back(record, tr), *answers)

    def _next_review(self) -> tuple[Block, ...]:
        due, tr = self._record.next_due, self._tr
        by = () if due is None else next_due(due, tr).items
        found = facts(*by, *agreed_facts(self._record.review, tr))
        return (found,) if found.items else ()

    def _addenda(self) -> tuple[Block, ...]:
        tr = self._tr
        found: list[Block] = []
        for addendum in sorted(self._record.addenda, key=lambda addendum: addendum.added_on):
            lines = [line.strip() for line in addendum.text.splitlines() if line.strip()]
            found.extend(Paragraph(authored(line)) for line in lines)
            signed = tr(
                "Added by {name}, {day}", name=addendum.added_by, day=tr.date(addendum.added_on)
            )
            found.append(Paragraph(plain(signed), ParagraphStyle.SMALL))
        return tuple(found)

    def _signature(self) -> Signature:
        tr, iro, review = self._tr, self._record.iro, self._record.review
        closed = tr("Closed on {day}", day=tr.date(review.closed_on)) if review.closed_on else ""
        office = tr("Independent reviewing officer")
        lines = (iro.name, office, iro.authority, iro.telephone, iro.email, closed)
        return Signature(tuple(line.strip() for line in lines if line.strip()))


def _points(line: Line, tr: Translator) -> str:
    return "; ".join(
        tr("{score} on {day}", score=tr.number(point.value), day=tr.short_date(point.day))
        for point in line.points
    )


def _standing_parts(tr: Translator) -> dict[str, str]:
    return {
        "attendance": tr("Who was there"),
        "participation": tr("How the child took part"),
        "consultation": tr("Reports and consultation"),
        "last_decisions": tr("Decisions of the last review"),
        "views": tr("The child's wishes and feelings"),
        "scaling": tr("Scaling questions"),
        "decisions": tr("Decisions and recommendations"),
        "next_review": tr("The next review"),
        "permanence": tr("Plan for permanence"),
        "advocacy": tr("Advocate and independent visitor"),
    }
