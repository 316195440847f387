"""The letter to the child after a review: from I to you, in the order of the form's letter parts.

Nothing stands in it that the child has not agreed to share with everyone: a letter is often read
together. It never holds the council's number, nor a placeholder where a name is not known.
"""

from collections.abc import Callable
from dataclasses import replace

from iro_desktop.documents import letter_wording as wording
from iro_desktop.documents import phrases
from iro_desktop.documents.age_bands import AgeBand, band_of
from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    ListItems,
    Notice,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Quotation,
    Row,
    Signature,
    Table,
    plain,
)
from iro_desktop.documents.decision_rows import anchor_of, for_the_child, numbered
from iro_desktop.documents.parts import headed, with_standing_parts
from iro_desktop.documents.placed_answers import IN_LETTER, has_date, placed_answers
from iro_desktop.documents.scores import AskedToday, ScoreWords, asked_today, score_blocks
from iro_desktop.documents.who_came import who_came
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.scaling import ScaleAnswer
from iro_desktop.form_engine.answers import AnswerSet
from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n.translator import Translator

_OPENING = "opening"
_WHEN_OLDER = "when_older"


def build_letter(
    record: ReviewRecord, form: Form, tr: Translator, *, draft: bool = False
) -> Document:
    """The letter as a neutral document, in the language of `tr`.

    Every decision that says something stands in it once, with its row anchored as
    `decision-<id>`. Parts with nothing in them are left out.
    """
    return Document(
        title=tr("A letter about your meeting"),
        language=tr.language.code,
        design=Design.LETTER,
        blocks=_Letter(record, form, tr).blocks(draft=draft),
        right_to_left=tr.language.right_to_left,
        running_title=tr("A letter for you"),
        author=record.iro.name,
        made_up=record.child.made_up,
    )


class _Letter:
    def __init__(self, record: ReviewRecord, form: Form, tr: Translator) -> None:
        self._record = record
        self._tr = tr
        self._band: AgeBand = band_of(record.child, record.review)
        answers = AnswerSet.of(
            (answer.question, answer.item, answer.value) for answer in record.answers
        )
        self._placed = placed_answers(form, answers, IN_LETTER, tr)
        self._next_day_is_set = has_date(form, answers, IN_LETTER, "next_review")
        self._parts = with_standing_parts(form.letter_parts, _standing_parts(tr), tr)
        self._content: dict[str, Callable[[tuple[Block, ...]], tuple[Block, ...]]] = {
            _OPENING: self._opening,
            "meeting": self._meeting,
            "views": self._views,
            "scaling": self._scaling,
            "last_decisions": self._last_decisions,
            "decisions": self._decisions,
            "rights": self._rights,
            "next_review": self._next_review,
        }

    def blocks(self, *, draft: bool) -> tuple[Block, ...]:
        later = [part for part in self._parts if part.id == _WHEN_OLDER]
        now = [part for part in self._parts if part.id != _WHEN_OLDER]
        found = list(self._head(draft=draft))
        for part in now:
            found.extend(headed(part.heading, self._of_part(part.id)))
        found = [*found[:-1], *_held_to_the_next(found[-1:]), *self._sign_off()]
        for part in later:
            blocks = headed(part.heading, self._of_part(part.id))
            found.extend((PageBreak(), *blocks) if blocks else ())
        return tuple(found)

    def _of_part(self, part: str) -> tuple[Block, ...]:
        placed = self._placed.get(part, ())
        build = self._content.get(part)
        return placed if build is None else build(placed)

    def _head(self, *, draft: bool) -> tuple[Block, ...]:
        tr, record = self._tr, self._record
        found: list[Block] = []
        if record.iro.authority:
            found.append(Paragraph(plain(record.iro.authority), ParagraphStyle.ADDRESS))
        if record.review.closed_on:
            day = tr.date(record.review.closed_on)
            found.append(Paragraph(plain(day), ParagraphStyle.ADDRESS))
        found.append(Heading(1, tr("A letter about your meeting")))
        if draft:
            found.append(Notice(plain(tr("Draft. This letter has not been sent."))))
        if record.child.is_named:
            greeting = tr("Dear {name},", name=record.child.known_as.strip())
        else:
            greeting = tr("Hello,")
        found.append(Paragraph(plain(greeting), ParagraphStyle.LEAD))
        found.extend(self._placed.get(_OPENING, ()))
        return tuple(found)

    def _opening(self, _placed: tuple[Block, ...]) -> tuple[Block, ...]:
        # What is placed here stands right after the greeting: a letter opens warmly.
        tr, record = self._tr, self._record
        return (
            _say(wording.who_i_am(record.iro.name.strip(), self._band, tr)),
            _say(wording.why_we_met(record.review.held_on, self._band, tr)),
        )

    def _meeting(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        return (*who_came(self._record, self._tr), *placed)

    def _views(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        tr = self._tr
        shared = [view for view in self._record.views if view.may_be_printed and view.words.strip()]
        found: list[Block] = []
        if shared:
            found.append(Paragraph(plain(wording.own_words(self._band, tr)), keep_with_next=True))
        for view in sorted(shared, key=lambda view: view.position):
            source = wording.heard_from_you(view, self._record.iro, tr)
            about = view.about.strip()
            if about:
                source = tr("{source}, about: {subject}", source=source, subject=about)
            found.append(Quotation(view.words, source))
        return (*found, *placed)

    def _scaling(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        tr = self._tr
        words = ScoreWords(
            self._scorer,
            (
                tr("Who"),
                tr("Number"),
                tr("Why it is not lower"),
                tr("What would make it one higher"),
            ),
        )
        found: list[Block] = []
        for asked in asked_today(self._record):
            found.extend(score_blocks(asked, words, tr))
            found.extend(self._your_change(asked))
        return (*found, *placed)

    def _scorer(self, answer: ScaleAnswer) -> str:
        return self._tr("You") if answer.role is Role.CHILD else answer.person.strip()

    def _your_change(self, asked: AskedToday) -> tuple[Block, ...]:
        tr = self._tr
        return tuple(
            _say(
                tr(
                    "Last time, on {day}, your number was {before}. Now it is {now}.",
                    day=tr.date(line.points[-2].day),
                    before=tr.number(line.points[-2].value),
                    now=tr.number(line.points[-1].value),
                )
            )
            for line in asked.lines()
            if line.role is Role.CHILD
        )

    def _last_decisions(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        tr = self._tr
        rows = tuple(
            Row(
                (
                    plain(for_the_child(decision)),
                    plain(decision.owner.strip()),
                    plain(wording.became_of(decision, tr)),
                )
            )
            for _, decision in numbered(self._record.last_decisions)
        )
        if not rows:
            return placed
        header = (tr("What we promised last time"), tr("Who promised it"), tr("What happened"))
        table = Table(
            plain(tr("The promises of your last meeting")), header, rows, (0.44, 0.2, 0.36)
        )
        return (table, *placed)

    def _decisions(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        tr = self._tr
        promises = numbered(self._record.decisions)
        if not promises:
            return placed
        rows = tuple(self._promise(number, decision) for number, decision in promises)
        header = (tr("What will happen"), tr("Who will do it"), tr("By when"))
        table = Table(plain(tr("Our promises to you")), header, rows, (0.54, 0.24, 0.22))
        marks = [f"{number}: {decision.reference}" for number, decision in promises]
        return (
            Paragraph(plain(wording.promises(self._band, tr)), keep_with_next=True),
            table,
            Paragraph(plain(wording.reference_marks(self._band, marks, tr)), ParagraphStyle.SMALL),
            *placed,
        )

    def _promise(self, number: str, decision: Decision) -> Row:
        tr = self._tr
        owner = decision.owner.strip() or tr("We still have to find out who.")
        when = phrases.by_when(decision, tr) or tr("We still have to agree a day.")
        cells = (f"{number}. {for_the_child(decision)}", owner, when)
        return Row(tuple(plain(cell) for cell in cells), anchor_of(decision))

    def _rights(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        tr = self._tr
        told = (*wording.rights(self._band, tr), wording.reach_me(self._record.iro, tr))
        return (ListItems(tuple(plain(right) for right in told)), *placed)

    def _next_review(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        tr, due = self._tr, self._record.next_due
        found: list[Block] = [*placed]
        if not self._next_day_is_set and due is not None:
            by = tr("Our next meeting will be on {day} or before.", day=tr.date(due.on))
            found.append(_say(by))
        return (*found, _say(wording.your_say(self._band, tr)))

    def _sign_off(self) -> tuple[Block, ...]:
        tr, iro = self._tr, self._record.iro
        lines = (iro.name.strip(), tr("Your independent reviewing officer"), iro.authority.strip())
        return (
            Paragraph(plain(tr("With best wishes,")), keep_with_next=True),
            Signature(tuple(line for line in lines if line)),
        )


def _held_to_the_next(blocks: list[Block]) -> list[Block]:
    """A paragraph that goes over the page with the name beneath it: no page holds a name alone."""
    return [
        replace(block, keep_with_next=True) if isinstance(block, Paragraph) else block
        for block in blocks
    ]


def _say(sentence: str) -> Paragraph:
    return Paragraph(plain(sentence))


def _standing_parts(tr: Translator) -> dict[str, str]:
    return {
        _OPENING: tr("Why am I writing to you?"),
        "meeting": tr("Who came to your meeting?"),
        "views": tr("What did you tell us?"),
        "scaling": tr("What were the numbers from 0 to 10?"),
        "last_decisions": tr("Did we keep our promises?"),
        "decisions": tr("What did we decide?"),
        "rights": tr("What are your rights?"),
        "next_review": tr("When do we meet next?"),
    }
