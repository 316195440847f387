"""What an IRO writes for one kind of document alone, where the record does not say it.

The words reach builders as `Material.texts`, by the part's id. An id is kept with them for good.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """One part: what it is called, on screen and where the document heads it, and what it is for.

    Without one that `is_required` the document is a draft.
    """

    id: str
    heading: str
    hint: str
    is_required: bool = False


Parts = tuple[WrittenPart, ...]


def written_parts(kind: DocumentKind, tr: Translator) -> Parts:
    """The parts of one kind of document, in their order, in the language of `tr`."""
    return _PARTS[kind](tr)


def unwritten(kind: DocumentKind, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the required parts that nobody has written yet."""
    return tuple(
        part.id
        for part in written_parts(kind, Translator())
        if part.is_required and not texts.get(part.id, "").strip()
    )


def _none(_tr: Translator) -> Parts:
    return ()


def _invitation(tr: Translator) -> Parts:
    return (
        WrittenPart(
            "message",
            tr("A word from you"),
            tr("What this reader should know before the day. Others may read it too."),
        ),
    )


def _meet_your_iro(tr: Translator) -> Parts:
    return (_about_me(tr),)


def _introduction(tr: Translator) -> Parts:
    return (
        _about_me(tr),
        WrittenPart(
            "first_meeting",
            tr("When we can meet"),
            tr("When and where you would like to see the child for the first time."),
        ),
    )


def _about_me(tr: Translator) -> WrittenPart:
    return WrittenPart(
        "about_me",
        tr("Who I am"),
        tr("A few lines about you as a person: what you like, what makes you laugh."),
        is_required=True,
    )


def _goodbye(tr: Translator) -> Parts:
    return (
        WrittenPart(
            "why",
            tr("Why I am going"),
            tr("The true reason, simply said. If it is not because of the child, say so."),
            is_required=True,
        ),
        WrittenPart(
            "enjoyed",
            tr("What I enjoyed about you"),
            tr("Things you saw and heard that only this child would know."),
            is_required=True,
        ),
        WrittenPart(
            "next_iro",
            tr("Who comes after me"),
            tr("The name, when they will meet, and what you will tell them."),
            is_required=True,
        ),
    )


def _secure_report(tr: Translator) -> Parts:
    return (
        WrittenPart(
            "criteria",
            tr("Do the criteria for secure accommodation still apply?"),
            tr("Yes or no, and the facts that the panel relied on."),
            is_required=True,
        ),
        WrittenPart(
            "necessary",
            tr("Is the placement still necessary?"),
            tr("What would happen without it, and what has changed."),
            is_required=True,
        ),
        WrittenPart(
            "alternatives",
            tr("Would other accommodation be appropriate?"),
            tr("What the panel looked at, and why it would do or would not."),
            is_required=True,
        ),
        WrittenPart(
            "views_of_others",
            tr("What parents and others think"),
            tr(
                "Parents, anyone else with parental responsibility or who cared for the child, "
                "the independent visitor, and those who run the home."
            ),
            is_required=True,
        ),
        WrittenPart(
            "recommendation",
            tr("What the panel recommends"),
            tr("What should happen, and why. The panel recommends; the council decides."),
            is_required=True,
        ),
        WrittenPart(
            "action",
            tr("What the council means to do"),
            tr("What the council says it will do about it, if anything, and by when."),
        ),
    )


def _disruption_report(tr: Translator) -> Parts:
    return (
        WrittenPart(
            "what_happened",
            tr("What happened"),
            tr("In order and in plain words. Say who did what, and blame nobody."),
            is_required=True,
        ),
        WrittenPart(
            "good_times",
            tr("What was good"),
            tr("What the child and the people at home enjoyed and did well together."),
        ),
        WrittenPart(
            "support",
            tr("How it was prepared, and what helped"),
            tr("Matching, introductions, what people knew, and what support there was."),
        ),
        WrittenPart(
            "said",
            tr("What each person said"),
            tr("One after the other, in their own words where you can."),
            is_required=True,
        ),
        WrittenPart(
            "learning",
            tr("What can be learned"),
            tr("What would have helped, and what others should do another time."),
            is_required=True,
        ),
        WrittenPart(
            "next",
            tr("What happens next"),
            tr("What the child needs now, from whom, and how they are told."),
        ),
    )


def _resolution(tr: Translator) -> Parts:
    return (
        WrittenPart(
            "concern",
            tr("What concerns me"),
            tr("What has not been done or is not right, with days and facts."),
            is_required=True,
        ),
        WrittenPart(
            "matters",
            tr("Why it matters for this child"),
            tr("What it means for the child today, and what happens if nothing changes."),
            is_required=True,
        ),
        WrittenPart(
            "tried",
            tr("What has been tried"),
            tr("With whom you have spoken about it, when, and what came of it."),
        ),
        WrittenPart(
            "ask",
            tr("What I ask for"),
            tr("What should be done, by whom and by when."),
            is_required=True,
        ),
        WrittenPart(
            "stage",
            tr("Stage of the resolution process"),
            tr("As your council counts them, for example: stage 2, service manager."),
        ),
    )


def _court_view(tr: Translator) -> Parts:
    return (
        WrittenPart(
            "proceedings",
            tr("The proceedings"),
            tr("Which court, the case number, and what it is asked to decide."),
        ),
        WrittenPart(
            "care_plan",
            tr("The care plan, and how it is carried out"),
            tr("What the plan is, what has been done, and what has not."),
            is_required=True,
        ),
        WrittenPart(
            "wishes",
            tr("The child’s wishes and feelings"),
            tr("What the child agreed that you tell the court, and how you know it."),
        ),
        WrittenPart(
            "view",
            tr("My view"),
            tr("What you think is right for the child, and why. Keep it apart from the facts."),
            is_required=True,
        ),
    )


def _care_leaver_letter(tr: Translator) -> Parts:
    return (
        WrittenPart(
            "opening",
            tr("How do I begin?"),
            tr("Something true and warm about this young person, such as what you admire."),
        ),
        WrittenPart(
            "going_well",
            tr("What is going well?"),
            tr("Say “you”: what they have done, and who is proud of them."),
        ),
        WrittenPart(
            "worries",
            tr("What could be hard?"),
            tr("Plain and true, and what help there will be."),
        ),
        WrittenPart(
            "adviser",
            tr("Their personal adviser"),
            tr("Name, telephone and when they are there, where the record does not say it."),
        ),
        WrittenPart("closing", tr("Your closing words"), tr("A last sentence from you to them.")),
    )


def _certificate(tr: Translator) -> Parts:
    return (
        WrittenPart(
            "what_for",
            tr("What is it for?"),
            tr("Something they did, such as leading the meeting. It may hang on a wall."),
            is_required=True,
        ),
        WrittenPart(
            "words", tr("A few words of your own"), tr("One or two sentences. It may stay empty.")
        ),
    )


def _decisions(tr: Translator) -> Parts:
    return (
        WrittenPart(
            "note",
            tr("A note with the decisions"),
            tr("What the reader must know beside them. It may stay empty."),
        ),
    )


def _read_at_25(tr: Translator) -> Parts:
    return (
        WrittenPart(
            "beginning",
            tr("A word to you who read this"),
            tr("To the grown-up: what you would like them to know first."),
        ),
        WrittenPart(
            "why",
            tr("Why you came into care"),
            tr("What is known of it, true and kind, with who said so."),
        ),
    )


_PARTS: Mapping[DocumentKind, Callable[[Translator], Parts]] = MappingProxyType(
    {
        DocumentKind.LETTER: _none,
        DocumentKind.MINUTES: _none,
        DocumentKind.DECISIONS: _decisions,
        DocumentKind.INVITATION: _invitation,
        DocumentKind.CHILDS_INVITATION: _invitation,
        DocumentKind.CONSULTATION: _invitation,
        DocumentKind.MEET_YOUR_IRO: _meet_your_iro,
        DocumentKind.INTRODUCTION: _introduction,
        DocumentKind.GOODBYE: _goodbye,
        DocumentKind.SECURE_REPORT: _secure_report,
        DocumentKind.DISRUPTION_REPORT: _disruption_report,
        DocumentKind.RESOLUTION: _resolution,
        DocumentKind.COURT_VIEW: _court_view,
        DocumentKind.CARE_LEAVER_LETTER: _care_leaver_letter,
        DocumentKind.CERTIFICATE: _certificate,
        DocumentKind.READ_AT_25: _read_at_25,
    }
)
