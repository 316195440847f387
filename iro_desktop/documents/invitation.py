"""The invitation to a review: one for an adult, and one for the child, who is asked and never told.

It says when, where, who chairs and how to answer. It says nothing of anyone's life, and of the
others who come only what the child agreed to.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from iro_desktop.documents import letter_wording
from iro_desktop.documents.age_bands import AgeBand, band_of
from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Facts,
    Heading,
    ListItems,
    Paragraph,
    Signature,
    authored,
    facts,
    plain,
)
from iro_desktop.documents.frames import greeting, reference_of
from iro_desktop.documents.material import Material
from iro_desktop.documents.written_text import lines_of
from iro_desktop.domain.child import Child
from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import Signatory
from iro_desktop.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation is made from.

    `to` is how the reader is greeted, empty for no name. `reference` stands for the child where
    `named` is False. `others` are the others who come, given only where the child agreed to it.
    `message` is what the IRO wrote for this reader.
    """

    child: Child
    review: Review
    iro: Signatory
    reference: str
    to: str = ""
    named: bool = False
    others: tuple[str, ...] = ()
    message: str = ""


def build_invitation(invitation: Invitation, tr: Translator) -> Document:
    """The invitation of an adult. Without `named` the child's name stands nowhere in it."""
    name = invitation.child.known_as.strip() if invitation.named else ""
    blocks: list[Block] = [
        Heading(1, tr("An invitation to a review")),
        _say(greeting(invitation.to, tr)),
        _say(_asked(name, invitation, tr)),
        _when_and_where(invitation, tr),
    ]
    blocks.append(_say(_about_what(name, invitation, tr)))
    blocks.append(
        _say(
            tr(
                "Please tell me whether you can come. If you cannot, tell me what you think "
                "before the day, and I will bring it to the meeting."
            )
        )
    )
    blocks += lines_of(invitation.message)
    blocks += _others(invitation.others, tr("Who else is asked:"))
    blocks.append(_last(_reach_me(invitation.iro, tr)))
    return _document(invitation, tr("An invitation to a review"), blocks, tr)


def build_childs_invitation(invitation: Invitation, tr: Translator) -> Document:
    """The child's own invitation, in the words for their age: they may come, or not, or in part."""
    band = band_of(invitation.child, invitation.review)
    blocks: list[Block] = [
        Heading(1, tr("Your meeting")),
        _say(greeting(invitation.to, tr)),
        _say(letter_wording.who_i_am(invitation.iro.name.strip(), band, tr)),
        _say(_asked_to_your_own(band, tr)),
        _when_and_where(invitation, tr),
        Paragraph(plain(tr("You can choose how to take part:")), keep_with_next=True),
        ListItems(tuple(plain(way) for way in ways_to_take_part(band, tr))),
        _say(
            tr(
                "You do not have to come. Nobody will be cross. "
                "I would still like to know what you think."
            )
        ),
        *lines_of(invitation.message),
    ]
    blocks += _others(invitation.others, tr("We thought of asking:"))
    blocks += [
        _say(
            tr("Is there someone you want there? Is there someone you do not want there? Tell me.")
        ),
        _last(letter_wording.reach_me(invitation.iro, tr)),
    ]
    return _document(invitation, tr("Your meeting"), blocks, tr)


def invitation_of_an_adult(material: Material) -> Document:
    """The same from a review's record. The child is named only where `names_child` was chosen."""
    return build_invitation(_from(material, to=material.reader_name), material.tr)


def invitation_of_the_child(material: Material) -> Document:
    """The child's own invitation from a review's record."""
    known_as = material.record.child.known_as
    return build_childs_invitation(_from(material, to=known_as), material.tr)


def _from(material: Material, to: str) -> Invitation:
    record = material.record
    return Invitation(
        child=record.child,
        review=record.review,
        iro=record.iro,
        reference=reference_of(material),
        to=to,
        named=material.names_child,
        message=material.texts.get("message", ""),
    )


def _document(
    invitation: Invitation, title: str, blocks: Sequence[Block], tr: Translator
) -> Document:
    iro = invitation.iro
    lines = (iro.name, tr("Independent reviewing officer"), iro.authority)
    signed = Signature(tuple(line.strip() for line in lines if line.strip()))
    farewell = Paragraph(plain(tr("With best wishes,")), keep_with_next=True)
    return Document(
        title=title,
        language=tr.language.code,
        design=Design.LETTER,
        blocks=(*blocks, farewell, signed),
        right_to_left=tr.language.right_to_left,
        running_title=tr("Review {reference}", reference=invitation.reference),
        author=iro.name.strip(),
        made_up=invitation.child.made_up,
    )


def _about_what(name: str, invitation: Invitation, tr: Translator) -> str:
    if invitation.child.is_household:
        return tr("We will talk about how fostering is going, and what happens next.")
    if name:
        return tr("We will talk about how things are for {name}, and what happens next.", name=name)
    return tr("We will talk about how things are for the child, and what happens next.")


def _asked(name: str, invitation: Invitation, tr: Translator) -> str:
    if invitation.child.is_household and not name:
        return tr(
            "I would like you to come to a review of foster carers. Its reference is {reference}.",
            reference=invitation.reference,
        )
    if name:
        return tr("I would like you to come to {name}’s review.", name=name)
    return tr(
        "I would like you to come to a child’s review. Its reference is {reference}: "
        "please ask me if you are not sure which child it is.",
        reference=invitation.reference,
    )


def _asked_to_your_own(band: AgeBand, tr: Translator) -> str:
    if band is AgeBand.YOUNG:
        return tr("There will be a meeting about you. I would like you to be there.")
    return tr(
        "There will be a meeting about you and your plans. "
        "It is your meeting, and I would like you to be part of it."
    )


def _when_and_where(invitation: Invitation, tr: Translator) -> Facts:
    review = invitation.review
    place = review.planned_at.strip()
    return facts(
        (tr("Day"), plain(_day(review.planned_for, tr))),
        (tr("Time"), plain(_time(review, tr))),
        (tr("Place"), authored(place) if place else plain(tr("I will tell you where."))),
    )


def _day(day: dt.date | None, tr: Translator) -> str:
    return tr.weekday_date(day) if day else tr("I will tell you the day.")


def _time(review: Review, tr: Translator) -> str:
    if review.starts_at is None:
        return tr("I will tell you the time.")
    starts = tr.time(review.starts_at)
    if not review.lasts_minutes:
        return starts
    length = tr.count("{number} minute", "{number} minutes", review.lasts_minutes)
    return tr("{time}, for about {length}", time=starts, length=length)


def ways_to_take_part(band: AgeBand, tr: Translator) -> tuple[str, ...]:
    """How a child may take part, in the words for their age."""
    if band is AgeBand.YOUNG:
        return (
            tr("Come to the meeting, or to a bit of it."),
            tr("Draw me a picture, or send me a message."),
            tr("Talk with me before, just you and me."),
            tr("Ask a grown-up you trust to say it for you."),
        )
    return (
        tr("Come to all of the meeting, or to part of it."),
        tr("Send me a message, a letter, a drawing or a recording."),
        tr("Talk with me before the meeting, just the two of us."),
        tr("Ask an advocate to speak for you. It costs nothing, and I can find one with you."),
        tr("Open the meeting, or lead a part of it."),
    )


def _others(names: Sequence[str], lead: str) -> tuple[Block, ...]:
    if not names:
        return ()
    people = ListItems(tuple(plain(name) for name in names))
    return Paragraph(plain(lead), keep_with_next=True), people


def _reach_me(iro: Signatory, tr: Translator) -> str:
    telephone, email = iro.telephone.strip(), iro.email.strip()
    if telephone and email:
        return tr("Ring me on {telephone} or write to {email}.", telephone=telephone, email=email)
    if telephone:
        return tr("Ring me on {telephone}.", telephone=telephone)
    if email:
        return tr("Write to me: {email}.", email=email)
    return tr("You can answer this letter.")


def _last(sentence: str) -> Paragraph:
    """What goes over the page with the name beneath it: no page holds a name alone."""
    return Paragraph(plain(sentence), keep_with_next=True)


def _say(sentence: str) -> Paragraph:
    return Paragraph(plain(sentence))
