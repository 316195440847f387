"""The letter to a young person who is leaving care or has left it, after a review of their plan.

What they are entitled to stands in it plainly: Children Act 1989, sections 23A to 24D; Children and
Social Work Act 2017, sections 2 (local offer) and 3 (personal adviser until 25); SI 2010/959,
regulation 50 (the record kept until the 75th birthday); UK GDPR, articles 12 and 15.
"""

from collections.abc import Mapping

from iro_desktop.documents import letter_wording as wording
from iro_desktop.documents.age_bands import AgeBand
from iro_desktop.documents.blocks import (
    Block,
    Document,
    ListItems,
    Paragraph,
    ParagraphStyle,
    plain,
)
from iro_desktop.documents.filled import filled
from iro_desktop.documents.frames import letter_to_the_child, say
from iro_desktop.documents.letter_promises import last_promises, promises
from iro_desktop.documents.letter_scores import scores_told
from iro_desktop.documents.material import Material
from iro_desktop.documents.next_meeting import said_to_child
from iro_desktop.documents.own_words import pictures, quotations
from iro_desktop.documents.parts import headed
from iro_desktop.documents.placed_answers import IN_LETTER, placed_answers
from iro_desktop.documents.tools.placing import SHELF, tools_in_letter
from iro_desktop.documents.who_came import who_came
from iro_desktop.documents.written_text import Written
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.form_engine.path import applicable
from iro_desktop.form_engine.review_facts import answers_of
from iro_desktop.i18n.translator import Translator

_PICTURE_SHARE = 0.7
_ADVISER = "personal_adviser"
_WORRIES = "worries"


def build_care_leaver_letter(material: Material) -> Document:
    """The letter as a neutral document. Every decision stands in it once, its row anchored.

    All that the form places in a letter stands in it, but for what is for a child to read later.
    """
    tr, record = material.tr, material.record
    written = Written(material, DocumentKind.CARE_LEAVER_LETTER)
    placed = _placed(material)
    tools = tools_in_letter(record, material.pack, (_WORRIES,), tr)
    blocks = (
        *placed.get("opening", ()),
        *written.words("opening"),
        *headed("why", tr("Why am I writing to you?"), _why(material)),
        *headed(
            "meeting",
            tr("Who came to your meeting?"),
            (*who_came(record, tr), *placed.get("meeting", ())),
        ),
        *headed("views", tr("What did you tell us?"), (*_said(material), *placed.get("views", ()))),
        *headed(
            "scaling",
            tr("What were the numbers from 0 to 10?"),
            (*scores_told(record, tr), *placed.get("scaling", ())),
        ),
        *headed(
            SHELF,
            tr("What we looked at together"),
            (*tools.get(SHELF, ()), *placed.get(SHELF, ())),
        ),
        *headed(
            "going_well",
            tr("What is going well?"),
            (*placed.get("going_well", ()), *written.words("going_well"), *placed.get("life", ())),
        ),
        *headed(
            "worries",
            tr("What could be hard?"),
            (*tools.get(_WORRIES, ()), *placed.get(_WORRIES, ()), *written.words("worries")),
        ),
        *headed("my_view", tr("What do I think?"), placed.get("my_view", ())),
        *headed("last_decisions", tr("Did we keep our promises?"), last_promises(record, tr)),
        *headed("decisions", tr("What did we decide?"), promises(record, AgeBand.OLDER, tr)),
        *headed(
            "not_possible",
            tr("What did you ask for that could not happen?"),
            placed.get("not_possible", ()),
        ),
        *headed("adviser", tr("Your personal adviser"), _adviser(material, written)),
        *headed("entitlements", tr("What the council does for you"), _entitlements(tr)),
        *headed("records", tr("Your record"), _records(tr)),
        *headed(
            "next",
            tr("What happens next?"),
            (*_next(material, placed), *placed.get("goodbye", ()), *written.words("closing")),
        ),
    )
    return letter_to_the_child(material, tr("A letter about your plan"), blocks)


def _placed(material: Material) -> dict[str, tuple[Block, ...]]:
    answers = answers_of(material.record)
    return placed_answers(material.form, answers, IN_LETTER, material.tr)


def _why(material: Material) -> tuple[Block, ...]:
    tr, record = material.tr, material.record
    name, held = record.iro.name.strip(), record.review.held_on
    who = (say(tr("My name is {name}.", name=name)),) if name else ()
    when = tr("We looked at it on {day}.", day=tr.weekday_date(held)) + " " if held else ""
    return (
        *who,
        say(
            tr(
                "You have a pathway plan. It is the plan for your life as you leave care and live "
                "more and more on your own."
            )
        ),
        say(when + tr("This letter tells you what we said and what will happen.")),
    )


def _said(material: Material) -> tuple[Block, ...]:
    tr, record = material.tr, material.record
    return (
        *quotations(record, lambda view: wording.heard_from_you(view, record.iro, tr), tr),
        *pictures(record, wording.own_pictures(AgeBand.OLDER, tr), _PICTURE_SHARE),
    )


def _adviser(material: Material, written: Written) -> tuple[Block, ...]:
    tr, record = material.tr, material.record
    about = written.words("adviser")
    name = record.text(_ADVISER).strip()
    if not about and name and _is_asked(_ADVISER, material):
        about = (Paragraph(filled(tr("Your personal adviser is {name}."), name=plain(name))),)
    return (
        *about,
        say(
            tr(
                "A personal adviser helps you with whatever matters to you: a home, money, "
                "learning, work, health, people."
            )
        ),
        say(
            tr(
                "Until you are 21 the council must keep in touch with you. From then until you "
                "are 25 you can ask for a personal adviser at any time, even if you said no "
                "before."
            )
        ),
    )


def _is_asked(question: str, material: Material) -> bool:
    """Whether the form asks it today: else its answer is left over."""
    return any(
        found.question.id == question
        for section in applicable(material.form, answers_of(material.record))
        for found in section.every_question()
    )


def _entitlements(tr: Translator) -> tuple[Block, ...]:
    told = (
        tr(
            "Your pathway plan is made with you. Until you are 21 it is looked at again at least "
            "every 6 months, and sooner if you ask."
        ),
        tr(
            "If you live with foster carers, you may be able to stay with them until you are 21, "
            "if you and they want it. This is called staying put."
        ),
        tr(
            "If you may lose your home, tell your personal adviser or the council at once. "
            "The council has to help you."
        ),
        tr(
            "The council can help with what it costs to learn, to train and to find work. "
            "In the holidays from university it makes sure that you have somewhere to live."
        ),
        tr(
            "If you want to start or go back to a course before you are 25, you can ask the "
            "council to help you with it."
        ),
        tr(
            "The council must tell everyone what it offers to people who have left care. "
            "This is called the local offer. Ask for it, and ask about money for your first home."
        ),
        tr(
            "If you think that something is not right, you can complain. "
            "An advocate can help you, and it costs nothing."
        ),
    )
    law = tr(
        "The law says so: Children Act 1989, sections 23A to 24D and 26A, and Children and Social "
        "Work Act 2017, sections 2 and 3."
    )
    return (
        Paragraph(
            plain(
                tr(
                    "What is yours depends on your age and on how long you were in care. Ask your "
                    "personal adviser to tell you in writing which of these are yours."
                )
            ),
            keep_with_next=True,
        ),
        ListItems(tuple(plain(one) for one in told)),
        Paragraph(plain(law), ParagraphStyle.SMALL),
    )


def _records(tr: Translator) -> tuple[Block, ...]:
    return (
        say(
            tr(
                "The council keeps a record of your time in care until your 75th birthday. You can "
                "ask to see it now or in many years. It costs nothing, and you should have an "
                "answer within 1 month."
            )
        ),
        say(
            tr(
                "Some of it may be left out because it is about other people. You can ask for "
                "someone to be with you when you read it."
            )
        ),
    )


def _next(material: Material, placed: Mapping[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    tr, iro, due = material.tr, material.record.iro, material.record.next_due
    agreed = said_to_child(material.record.review, tr)
    found: list[Block] = [Paragraph(agreed)] if agreed else []
    found.extend(placed.get("next_review", ()))
    if due is not None and not agreed:
        by = tr("We will look at your plan again on {day} or before.", day=tr.date(due.on))
        found.append(say(by))
    reachable = iro.telephone.strip() or iro.email.strip()
    reach = wording.reach_me(iro, tr) if reachable else tr("Your personal adviser can reach me.")
    return (*found, say(reach))
