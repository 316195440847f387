"""The letter's own sentences, in the words for the age of the child who reads it.

Under 8: one short thought to a sentence. 8 to 12: plain. 13 and older: plain, and a little fuller.
"""

import datetime as dt

from iro_desktop.documents.age_bands import AgeBand
from iro_desktop.documents.blocks import Span, Spans, authored, plain
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.participation import Attendance
from iro_desktop.domain.review_record import Signatory
from iro_desktop.domain.wishes_and_feelings import HeardHow, View
from iro_desktop.i18n.translator import Translator


def who_i_am(name: str, band: AgeBand, tr: Translator) -> str:
    """Who writes, and what for."""
    by_name = tr("My name is {name}.", name=name) + " " if name else ""
    if band is AgeBand.YOUNG:
        return by_name + tr("I make sure that grown-ups listen to you and keep their promises.")
    if band is AgeBand.MIDDLE:
        return by_name + tr(
            "I am your independent reviewing officer. "
            "I make sure that people listen to you, and that they do what they promised."
        )
    return by_name + tr(
        "I am your independent reviewing officer. I do not work in your social worker's team. "
        "My job is to check that your plan is right for you. I also check that people listen to "
        "you, and that they do what they said."
    )


def why_we_met(held: dt.date | None, band: AgeBand, tr: Translator) -> str:
    """Why there was a meeting."""
    if band is AgeBand.YOUNG:
        when = tr("Your meeting was on {day}.", day=tr.date(held)) + " " if held else ""
        return when + tr("We talked about you. This letter tells you what we said.")
    if held:
        return tr(
            "Your meeting was on {day}. We talked about how things are for you "
            "and what happens next. This letter tells you what we said.",
            day=tr.weekday_date(held),
        )
    return tr(
        "We talked about how things are for you and what happens next. "
        "This letter tells you what we said."
    )


def child_there(attendance: Attendance, tr: Translator) -> str:
    """Whether the reader was there, without a hint of blame; empty where nobody has said."""
    return {
        Attendance.NOT_RECORDED: "",
        Attendance.IN_PERSON: tr("You were there."),
        Attendance.BY_VIDEO: tr("You joined us by video."),
        Attendance.BY_PHONE: tr("You joined us by telephone."),
        Attendance.BY_VIDEO_OR_PHONE: tr("You joined us by video or telephone."),
        Attendance.SENT_VIEWS: tr("You were not in the room. You sent us what you wanted to say."),
        Attendance.APOLOGIES: tr("You were not there this time. That is all right."),
        Attendance.ASKED_NOT_TO_COME: tr("You were not there this time. That is all right."),
        Attendance.ABSENT: tr("You were not there this time. That is all right."),
    }[attendance]


def own_words(band: AgeBand, tr: Translator) -> str:
    """What leads in to the child's own words."""
    if band is AgeBand.YOUNG:
        return tr("These are your words. I did not change them.")
    return tr("These are your own words, just as they came. You agreed that others may read them.")


def heard_from_you(view: View, iro: Signatory, tr: Translator) -> str:
    """How the words came, said to the child who gave them."""
    how = {
        HeardHow.SAID_TO_ME: _said_to(view, iro, tr),
        HeardHow.SAID_IN_MEETING: tr("You said this at your meeting"),
        HeardHow.THROUGH_SOMEONE: _passed_on(view, tr),
        HeardHow.WRITTEN: tr("You wrote this"),
        HeardHow.DRAWN: tr("You drew this"),
        HeardHow.MESSAGE: tr("You sent this in a message"),
        HeardHow.SIGNED: tr("You said this in sign language"),
        HeardHow.SHOWN: tr("You showed us this"),
    }[view.how]
    if view.heard_on is None:
        return how
    return tr("{how}, {day}", how=how, day=tr.date(view.heard_on))


def _said_to(view: View, iro: Signatory, tr: Translator) -> str:
    listener = view.heard_by.strip()
    if listener in {"", iro.name.strip()}:
        return tr("You said this to me")
    return tr("You said this to {name}", name=listener)


def _passed_on(view: View, tr: Translator) -> str:
    bearer = view.heard_by.strip()
    if bearer:
        return tr("{name} told us this for you", name=bearer)
    return tr("Someone told us this for you")


def became_of(decision: Decision, tr: Translator) -> Spans:
    """Whether a promise was kept, honestly, with the note that goes with it."""
    said = {
        Kept.NOT_LOOKED_AT: tr("We did not look at this promise yet."),
        Kept.KEPT: tr("We kept this promise."),
        Kept.PARTLY_KEPT: tr("We kept a part of this promise."),
        Kept.NOT_KEPT: tr("We did not keep this promise."),
        Kept.NO_LONGER_NEEDED: tr("This is not needed any more."),
    }[decision.kept]
    note = decision.kept_note.strip()
    return (Span(f"{said} "), *authored(note)) if note else plain(said)


def own_pictures(band: AgeBand, tr: Translator) -> str:
    """What leads in to the child's drawings and photos."""
    if band is AgeBand.YOUNG:
        return tr("These are your pictures.")
    return tr("These are your pictures. You agreed that others may see them.")


def for_later(tr: Translator) -> str:
    """What a page for the adult says first of itself."""
    return tr(
        "You do not need to read this page now. It says who decided what, why, and what the law "
        "calls it. Keep it for when you want to know. You can always ask someone you trust to "
        "read it with you."
    )


def longer_letter(band: AgeBand, tr: Translator) -> str:
    """That a short letter is not all there is."""
    if band is AgeBand.YOUNG:
        return tr("This is a short letter. There is a longer one too. You can ask me for it.")
    return tr("This is the short letter. There is a longer one too: ask me for it when you like.")


def promises(band: AgeBand, tr: Translator) -> str:
    """What leads in to the table of promises."""
    if band is AgeBand.YOUNG:
        return tr("These are our promises to you.")
    return tr(
        "These are our promises to you. Each one says what will happen, who will do it and when."
    )


def reference_marks(band: AgeBand, marks: list[str], tr: Translator) -> str:
    """How to find the same promises in other papers."""
    if band is AgeBand.YOUNG:
        return tr("Grown-ups call them {marks}.", marks=tr.list(marks))
    return tr("Other papers call these promises {marks}.", marks=tr.list(marks))


def rights(band: AgeBand, tr: Translator) -> tuple[str, ...]:
    """What every looked after child is told: an advocate, a complaint, a court."""
    if band is AgeBand.YOUNG:
        return (
            tr("You can say what you think. You can say it in your own way."),
            tr("Someone can help you to say it. That person is called an advocate."),
            tr("You can tell us when something is wrong. Nobody will be cross with you."),
        )
    common = (
        tr(
            "You can have an advocate. An advocate is someone who helps you to be heard. "
            "It costs nothing. Ask me, or ask anyone you trust."
        ),
        tr(
            "You can complain when something is not right. "
            "Tell me, your social worker or an advocate, and we will show you how."
        ),
    )
    if band is AgeBand.MIDDLE:
        return (
            *common,
            tr("You can ask a judge to look at some decisions. We can find someone to help you."),
        )
    return (
        *common,
        tr(
            "You may be able to ask a court to change or end an order about you. "
            "I can help you find someone who knows the law."
        ),
    )


def reach_me(iro: Signatory, tr: Translator) -> str:
    """How to reach the IRO, by whatever ways there are."""
    telephone, email = iro.telephone.strip(), iro.email.strip()
    if telephone and email:
        return tr(
            "You can ring me on {telephone} or write to {email}.", telephone=telephone, email=email
        )
    if telephone:
        return tr("You can ring me on {telephone}.", telephone=telephone)
    if email:
        return tr("You can write to me: {email}.", email=email)
    return tr("You can ask any grown-up who looks after you to get in touch with me.")


def your_say(band: AgeBand, tr: Translator) -> str:
    """That the next meeting is the child's to shape."""
    if band is AgeBand.YOUNG:
        return tr("Tell me if you want the meeting to be different.")
    return tr(
        "It is your meeting. You can tell me where you want it and who should come. "
        "You can also choose how to take part."
    )
