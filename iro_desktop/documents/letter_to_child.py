"""The letter to the child after a review: from I to you, in the order of the form's letter parts.

Nothing stands in it that the child has not agreed to share with everyone: a letter is often read
together. It never holds the council's number, nor a placeholder where a name is not known.
"""

from collections.abc import Callable
from dataclasses import replace

from iro_desktop.documents import letter_wording as wording
from iro_desktop.documents.advocacy import said_to_the_child
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
    Signature,
    plain,
)
from iro_desktop.documents.frames import greeting
from iro_desktop.documents.letter_promises import last_promises, promises
from iro_desktop.documents.letter_scores import scores_told
from iro_desktop.documents.material import Material
from iro_desktop.documents.next_meeting import said_to_child
from iro_desktop.documents.own_words import pictures, quotations
from iro_desktop.documents.parts import headed, put_before, with_standing_parts
from iro_desktop.documents.placed_answers import IN_LETTER, has_date, placed_answers
from iro_desktop.documents.tools.placing import SHELF, tools_in_letter
from iro_desktop.documents.when_older import when_older
from iro_desktop.documents.who_came import who_came
from iro_desktop.domain.reading import Length
from iro_desktop.domain.review import ReviewKind
from iro_desktop.form_engine.definition import Part
from iro_desktop.form_engine.review_facts import answers_of
from iro_desktop.i18n.translator import Translator

_OPENING = "opening"
_WHEN_OLDER = "when_older"
_IN_A_SHORT_LETTER = frozenset({"views", "decisions", "not_possible", "next_review"})
_PICTURE_SHARE = 0.7
# Who chairs these is not the child's own independent reviewing officer, or need not be.
_CHAIRED_BY_ANOTHER = frozenset(
    {
        ReviewKind.SECURE,
        ReviewKind.PRIVATE_FOSTERING,
        ReviewKind.CHILD_PROTECTION_INITIAL,
        ReviewKind.CHILD_PROTECTION,
        ReviewKind.COUNCIL,
    }
)

_Content = Callable[[tuple[Block, ...]], tuple[Block, ...]]


def build_letter(material: Material) -> Document:
    """The letter as a neutral document, in the language of `material.tr`.

    Every decision that says something stands in it once, with its row anchored as
    `decision-<id>`. Parts with nothing in them are left out. A short letter has the greeting, the
    child's words, the promises, what was not possible, the next meeting, and how to reach the IRO:
    what goes on one page.
    """
    tr, record = material.tr, material.record
    return Document(
        title=tr("A letter about your meeting"),
        language=tr.language.code,
        design=Design.LETTER,
        blocks=_Letter(material).blocks(),
        right_to_left=tr.language.right_to_left,
        running_title=tr("A letter for you"),
        author=record.iro.name,
        made_up=record.child.made_up,
    )


class _Letter:
    def __init__(self, material: Material) -> None:
        self._material = material
        self._record = record = material.record
        self._tr = tr = material.tr
        self._is_short = material.length is Length.SHORT
        self._is_from_childs_iro = record.review.kind not in _CHAIRED_BY_ANOTHER
        self._band: AgeBand = band_of(record.child, record.review)
        answers = answers_of(record)
        self._placed = placed_answers(material.form, answers, IN_LETTER, tr)
        self._next_day_is_set = has_date(material.form, answers, IN_LETTER, "next_review")
        parts = with_standing_parts(material.form.letter_parts, _standing_parts(tr), tr)
        self._parts = put_before(parts, Part(SHELF, tr("What we looked at together")), "decisions")
        names = {part.id for part in self._parts}
        self._tools = tools_in_letter(record, material.pack, names, tr)
        self._content: dict[str, _Content] = {
            _OPENING: self._opening,
            "meeting": lambda placed: (*who_came(record, tr), *placed),
            "views": self._views,
            "scaling": self._scaling,
            "last_decisions": lambda placed: (*last_promises(record, tr), *placed),
            "decisions": self._decisions,
            "rights": self._rights,
            "next_review": self._next_review,
            _WHEN_OLDER: lambda placed: when_older(material, placed),
        }

    def blocks(self) -> tuple[Block, ...]:
        found = list(self._head())
        for part in self._parts:
            if part.id != _WHEN_OLDER and (not self._is_short or part.id in _IN_A_SHORT_LETTER):
                found.extend(headed(part.id, part.heading, self._of_part(part.id)))
        found = [*found[:-1], *_held_to_the_next(found[-1:]), *self._sign_off()]
        for part in self._parts:
            if part.id == _WHEN_OLDER and not self._is_short:
                blocks = headed(part.id, part.heading, self._of_part(part.id))
                found.extend((PageBreak(), *blocks) if blocks else ())
        return tuple(found)

    def _of_part(self, part: str) -> tuple[Block, ...]:
        placed = (*self._tools.get(part, ()), *self._placed.get(part, ()))
        build = self._content.get(part)
        return placed if build is None else build(placed)

    def _head(self) -> tuple[Block, ...]:
        tr, record = self._tr, self._record
        found: list[Block] = []
        if record.iro.authority and not self._is_short:
            found.append(Paragraph(plain(record.iro.authority), ParagraphStyle.ADDRESS))
        if record.review.closed_on:
            day = tr.date(record.review.closed_on)
            found.append(Paragraph(plain(day), ParagraphStyle.ADDRESS))
        found.append(Heading(1, tr("A letter about your meeting")))
        if self._material.draft:
            found.append(Notice(plain(tr("Draft. This letter has not been sent."))))
        greeted = greeting(record.child.known_as, tr)
        found.append(Paragraph(plain(greeted), ParagraphStyle.LEAD))
        found.extend(self._placed.get(_OPENING, ()))
        return tuple(found)

    def _opening(self, _placed: tuple[Block, ...]) -> tuple[Block, ...]:
        # What is placed here stands right after the greeting: a letter opens warmly.
        tr, record = self._tr, self._record
        name = record.iro.name.strip()
        who = wording.who_i_am(name, self._band, tr)
        if not self._is_from_childs_iro:
            who = tr("My name is {name}.", name=name) if name else ""
        return (
            *((_say(who),) if who else ()),
            _say(wording.why_we_met(record.review.held_on, self._band, tr)),
        )

    def _views(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        tr, record = self._tr, self._record
        said = quotations(record, lambda view: wording.heard_from_you(view, record.iro, tr), tr)
        if self._is_short:
            return (*said, *placed)
        if said:
            lead_in = Paragraph(plain(wording.own_words(self._band, tr)), keep_with_next=True)
            said = (lead_in, *said)
        drawn = pictures(record, wording.own_pictures(self._band, tr), _PICTURE_SHARE)
        return (*said, *drawn, *placed)

    def _scaling(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        return (*scores_told(self._record, self._tr), *placed)

    def _decisions(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        led_in = not self._is_short
        return (*promises(self._record, self._band, self._tr, led_in=led_in), *placed)

    def _rights(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        tr = self._tr
        told = [plain(right) for right in wording.rights(self._band, tr)]
        told += said_to_the_child(self._record, tr)
        told.append(plain(wording.reach_me(self._record.iro, tr)))
        return (ListItems(tuple(told)), *placed)

    def _next_review(self, placed: tuple[Block, ...]) -> tuple[Block, ...]:
        tr, due = self._tr, self._record.next_due
        agreed = said_to_child(self._record.review, tr)
        found: list[Block] = [Paragraph(agreed)] if agreed else []
        found.extend(placed)
        if not agreed and not self._next_day_is_set and due is not None:
            by = tr("Our next meeting will be on {day} or before.", day=tr.date(due.on))
            found.append(_say(by))
        if not self._is_short:
            return (*found, _say(wording.your_say(self._band, tr)))
        # The part on rights, where this stands otherwise, is not in a short letter.
        reach_me = wording.reach_me(self._record.iro, tr)
        return (*found, _say(reach_me), _say(wording.longer_letter(self._band, tr)))

    def _sign_off(self) -> tuple[Block, ...]:
        tr, iro = self._tr, self._record.iro
        office = tr("Independent reviewing officer")
        if self._is_from_childs_iro:
            office = tr("Your independent reviewing officer")
        lines = (iro.name.strip(), office, iro.authority.strip())
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
        _WHEN_OLDER: tr("For when you are older"),
    }
