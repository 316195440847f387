"""The formal minutes of a review: the record that regulation 38 of SI 2010/959 asks for.

The parts stand in the form's order. A part that must be filled to close says so when it is empty;
others are left out. The child's words stand only where the child agreed to share them.
"""

from collections.abc import Callable

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    Notice,
    Paragraph,
    ParagraphStyle,
    Quotation,
    Row,
    Signature,
    Table,
    plain,
)
from iro_desktop.documents.decision_rows import anchor_of, for_the_file, numbered
from iro_desktop.documents.parts import headed, with_standing_parts
from iro_desktop.documents.placed_answers import IN_MINUTES, parts_with, placed_answers
from iro_desktop.documents.review_facts import (
    BareCodes,
    CodeLabels,
    Deadlines,
    about_the_child,
    about_the_review,
    after_the_review,
    kind_title,
    next_due,
)
from iro_desktop.documents.scores import AskedToday, ScoreWords, asked_today, score_blocks
from iro_desktop.documents.taking_part import attendance_table, participation_facts
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.scaling import Line
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.form_engine.answers import AnswerSet
from iro_desktop.form_engine.definition import Form, Records
from iro_desktop.i18n.translator import Translator

_PART_OF = {
    Records.LAST_DECISIONS: "last_decisions",
    Records.PARTICIPANTS: "attendance",
    Records.ATTENDANCE: "attendance",
    Records.PARTICIPATION: "participation",
    Records.VIEWS: "views",
    Records.SCALING: "scaling",
    Records.DECISIONS: "decisions",
}


def build_minutes(
    record: ReviewRecord,
    form: Form,
    tr: Translator,
    *,
    draft: bool = False,
    labels: CodeLabels | None = None,
    deadlines: Deadlines | None = None,
) -> Document:
    """The minutes as a neutral document, in the language of `tr`.

    Every decision that says something stands in it once, with its row anchored as
    `decision-<id>`. `labels` puts the return's codes into words; without it the codes stand.
    """
    minutes = _Minutes(record, form, tr, labels or BareCodes(), deadlines or Deadlines())
    return Document(
        title=kind_title(record, tr),
        language=tr.language.code,
        design=Design.MINUTES,
        blocks=minutes.blocks(draft=draft),
        right_to_left=tr.language.right_to_left,
        running_title=tr("Review {reference}", reference=record.review.id[:8].upper()),
        author=record.iro.name,
        made_up=record.child.made_up,
    )


class _Minutes:
    def __init__(
        self,
        record: ReviewRecord,
        form: Form,
        tr: Translator,
        labels: CodeLabels,
        deadlines: Deadlines,
    ) -> None:
        self._record = record
        self._tr = tr
        self._labels = labels
        self._deadlines = deadlines
        answers = AnswerSet.of(
            (answer.question, answer.item, answer.value) for answer in record.answers
        )
        self._placed = placed_answers(form, answers, IN_MINUTES, tr)
        self._parts = with_standing_parts(form.minutes_parts, _standing_parts(tr), tr)
        self._required = parts_with(form, IN_MINUTES) | {
            _PART_OF[records] for section in form.sections for records in section.required_records
        }
        self._records: dict[str, Callable[[], tuple[Block, ...]]] = {
            "attendance": lambda: attendance_table(record, tr),
            "participation": lambda: participation_facts(record, tr),
            "last_decisions": self._last_decisions,
            "views": self._views,
            "scaling": self._scaling,
            "decisions": self._decisions,
            "next_review": self._next_review,
        }

    def blocks(self, *, draft: bool) -> tuple[Block, ...]:
        tr, record = self._tr, self._record
        found: list[Block] = [Heading(1, kind_title(record, tr))]
        if draft:
            notice = tr("Draft. The review is not closed, and this record may still change.")
            found.append(Notice(plain(notice)))
        found.extend(headed(tr("The child"), (about_the_child(record, self._labels, tr),)))
        found.extend(headed(tr("The review"), (about_the_review(record, tr),)))
        for part in self._parts:
            found.extend(self._part(part.id, part.heading))
        after = after_the_review(self._deadlines, tr)
        found.extend(headed(tr("What follows this review"), (after,) if after.items else ()))
        found.extend(headed(tr("Added later"), self._addenda()))
        found.append(self._signature())
        return tuple(found)

    def _part(self, name: str, heading: str) -> tuple[Block, ...]:
        build = self._records.get(name)
        records = () if build is None else build()
        blocks = (*records, *self._placed.get(name, ()))
        if not blocks and name in self._required:
            blocks = (Paragraph(plain(self._tr("Nothing recorded."))),)
        return headed(heading, blocks)

    def _last_decisions(self) -> tuple[Block, ...]:
        tr = self._tr
        rows = tuple(
            Row(
                (
                    plain(for_the_file(decision)),
                    plain(decision.owner.strip()),
                    plain(phrases.by_when(decision, tr)),
                    plain(_outcome(decision, tr)),
                )
            )
            for _, decision in numbered(self._record.last_decisions)
        )
        header = (tr("Decision"), tr("Who"), tr("By when"), tr("Outcome"))
        caption = tr("Decisions of the last review and their outcome")
        return (Table(plain(caption), header, rows, (0.4, 0.18, 0.16, 0.26)),) if rows else ()

    def _views(self) -> tuple[Block, ...]:
        shared = [view for view in self._record.views if view.may_be_printed and view.words.strip()]
        return tuple(
            Quotation(view.words, _source(view, self._tr))
            for view in sorted(shared, key=lambda view: view.position)
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
        caption = tr("The same question over time: {question}", question=asked.question.text)
        header = (tr("Person"), tr("Scores, from the oldest on"))
        return (Table(plain(caption), header, rows, (0.3, 0.7)),) if rows else ()

    def _decisions(self) -> tuple[Block, ...]:
        tr = self._tr
        rows = tuple(
            self._decision(number, decision)
            for number, decision in numbered(self._record.decisions)
        )
        header = (
            tr("Number"),
            tr("Decision or recommendation"),
            tr("Who"),
            tr("By when"),
            tr("How the child is told"),
            tr("Reference"),
        )
        widths = (0.09, 0.29, 0.14, 0.13, 0.22, 0.13)
        return (Table(plain(tr("Decisions of this review")), header, rows, widths),) if rows else ()

    def _decision(self, number: str, decision: Decision) -> Row:
        tr = self._tr
        what, told = for_the_file(decision), decision.words_for_child.strip()
        cells = (
            number,
            what,
            decision.owner.strip() or tr("Not named"),
            phrases.by_when(decision, tr) or tr("No date"),
            told if told and told != what else tr("In the same words"),
            decision.reference,
        )
        return Row(tuple(plain(cell) for cell in cells), anchor_of(decision))

    def _next_review(self) -> tuple[Block, ...]:
        due = self._record.next_due
        return () if due is None else (next_due(due, self._tr),)

    def _addenda(self) -> tuple[Block, ...]:
        tr = self._tr
        found: list[Block] = []
        for addendum in sorted(self._record.addenda, key=lambda addendum: addendum.added_on):
            lines = [line.strip() for line in addendum.text.splitlines() if line.strip()]
            found.extend(Paragraph(plain(line)) for line in lines)
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


def _outcome(decision: Decision, tr: Translator) -> str:
    outcome, note = phrases.kept(decision.kept, tr), decision.kept_note.strip()
    return tr("{outcome}: {note}", outcome=outcome, note=note) if note else outcome


def _source(view: View, tr: Translator) -> str:
    parts = [phrases.heard(view.how, tr)]
    if view.heard_by.strip():
        parts.append(tr("heard by {name}", name=view.heard_by.strip()))
    if view.heard_on:
        parts.append(tr.date(view.heard_on))
    if view.about.strip():
        parts.append(tr("about: {subject}", subject=view.about.strip()))
    return ", ".join(parts)


def _points(line: Line, tr: Translator) -> str:
    return "; ".join(
        tr("{score} on {day}", score=tr.number(point.value), day=tr.short_date(point.day))
        for point in line.points
    )


def _standing_parts(tr: Translator) -> dict[str, str]:
    return {
        "attendance": tr("Who was there"),
        "participation": tr("How the child took part"),
        "last_decisions": tr("Decisions of the last review"),
        "views": tr("The child's wishes and feelings"),
        "scaling": tr("Scaling questions"),
        "decisions": tr("Decisions and recommendations"),
        "next_review": tr("The next review"),
    }
