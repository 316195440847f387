"""The form that asks the child what they think before a review: to write on, draw on and tick.

Children Act 1989, section 22(4): a child's wishes and feelings are found out before anything is
decided. The child may leave out any of it, and says who may read it.
"""

from iro_desktop.documents import letter_wording
from iro_desktop.documents.age_bands import AgeBand, band_of
from iro_desktop.documents.blocks import (
    Block,
    Choices,
    Document,
    PageBreak,
    Paragraph,
    Scale,
    WritingSpace,
    plain,
)
from iro_desktop.documents.frames import say, sheet_for_the_child
from iro_desktop.documents.invitation import ways_to_take_part
from iro_desktop.documents.material import Material
from iro_desktop.documents.parts import headed
from iro_desktop.documents.written_text import Written
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.i18n.translator import Translator

_A_FEW_LINES, _HALF_A_PAGE, _A_PAGE = 3, 14, 18


def build_consultation(material: Material) -> Document:
    """The child's consultation form, in the words for their age. It says nothing of their life."""
    tr, record = material.tr, material.record
    band = band_of(record.child, record.review)
    return sheet_for_the_child(
        material,
        tr("What do you think?"),
        (
            *_opening(material, band),
            *headed("how_things_are", tr("How things are"), _how_things_are(band, tr)),
            *headed("scaling", tr("Your numbers"), _scales(material, band)),
            *headed("meeting", tr("Your meeting"), _meeting(band, tr)),
            *headed("sharing", tr("Who may read this?"), _sharing(band, tr)),
            *headed("giving_it_back", tr("How to give it to me"), _giving_it_back(material, band)),
            *_room_to_draw(band, tr),
        ),
    )


def _opening(material: Material, band: AgeBand) -> tuple[Block, ...]:
    tr, record = material.tr, material.record
    day = record.review.planned_for
    when = (say(tr("Your meeting is on {day}.", day=tr.weekday_date(day))),) if day else ()
    if band is AgeBand.YOUNG:
        free = tr("You can write or draw. A grown-up can help. You can leave things out.")
    else:
        free = tr("Write, draw or tick what you like. You can leave out anything you like.")
    return (
        say(letter_wording.who_i_am(record.iro.name.strip(), band, tr)),
        *when,
        say(tr("I would like to know what you think before we meet.")),
        say(free),
        *Written(material, DocumentKind.CONSULTATION).words("message"),
    )


def _how_things_are(band: AgeBand, tr: Translator) -> tuple[Block, ...]:
    if band is AgeBand.YOUNG:
        return (
            _space(tr("What makes you happy?")),
            _space(tr("What makes you sad or worried?")),
            _space(tr("What do you wish for?")),
        )
    return (
        _space(tr("What is going well?")),
        _space(tr("What worries you, or makes you cross?")),
        _space(tr("What would you like to change?")),
        _space(tr("Did people do what they promised last time?")),
    )


def _scales(material: Material, band: AgeBand) -> tuple[Block, ...]:
    """The child's own scaling questions word for word, so that answers compare; else two."""
    tr = material.tr
    asked = sorted(material.record.scaling_questions, key=lambda question: question.position)
    questions = [(one.text, one.meaning_of_0, one.meaning_of_10) for one in asked]
    if not questions:
        lowest, highest = tr("As bad as it can be"), tr("As good as it can be")
        questions = [
            (tr("How is it where you live?"), lowest, highest),
            (tr("How is it at school, or in what you do all day?"), lowest, highest),
        ]
    empty = tr("A line from 0 to 10, with room for a mark.")
    if band is AgeBand.YOUNG:
        how = tr("Put a cross on the line.")
    else:
        how = tr("Put a cross on each line, from 0 to 10. There are no wrong answers.")
    return (
        Paragraph(plain(how), keep_with_next=True),
        *(
            Scale(text, lowest, highest, (), empty, authored=bool(asked))
            for text, lowest, highest in questions
        ),
    )


def _meeting(band: AgeBand, tr: Translator) -> tuple[Block, ...]:
    places = (
        tr("Where I live"),
        tr("At school"),
        tr("By video or telephone"),
        tr("Somewhere else:"),
    )
    always = (
        _ticks(tr("How would you like to take part?"), *ways_to_take_part(band, tr)),
        _ticks(tr("Where should we meet?"), *places),
        _space(tr("Who should be there?")),
        _space(tr("Is there anyone you do not want there?")),
    )
    if band is AgeBand.YOUNG:
        return always
    return (
        *always,
        _space(tr("What should we talk about? What should we not talk about?")),
        _ticks(tr("Would you like an advocate?"), tr("Yes"), tr("No"), tr("Tell me more first")),
    )


def _sharing(band: AgeBand, tr: Translator) -> tuple[Block, ...]:
    choices = _ticks(
        tr("Tick one. You can change your mind."),
        tr("Everyone who comes to my meeting"),
        tr("Only you, my independent reviewing officer"),
        tr("Nobody: ask me first"),
    )
    if band is AgeBand.YOUNG:
        unsafe = tr("If someone hurts you, I will tell people who can help.")
    else:
        unsafe = tr(
            "If you tell me that you or someone else is not safe, I have to tell people who "
            "can help. I will talk with you about it first if I can."
        )
    return (choices, say(unsafe))


def _giving_it_back(material: Material, band: AgeBand) -> tuple[Block, ...]:
    tr = material.tr
    by_whom = (
        tr("Give it to me, or to a grown-up you trust.")
        if band is AgeBand.YOUNG
        else tr("Give or send it to me, or ask someone you trust to do it.")
    )
    return (
        say(by_whom),
        say(letter_wording.reach_me(material.record.iro, tr)),
        WritingSpace(plain(tr("Your name, and the day")), 1),
    )


def _room_to_draw(band: AgeBand, tr: Translator) -> tuple[Block, ...]:
    """Half a page; a young child, who draws more than they write, has a page of their own."""
    prompt = plain(tr("Room to draw, or to write more"))
    if band is AgeBand.YOUNG:
        return (PageBreak(), WritingSpace(prompt, _A_PAGE))
    return (WritingSpace(prompt, _HALF_A_PAGE),)


def _space(question: str) -> WritingSpace:
    return WritingSpace(plain(question), _A_FEW_LINES)


def _ticks(question: str, *choices: str) -> Choices:
    return Choices(plain(question), tuple(plain(choice) for choice in choices))
