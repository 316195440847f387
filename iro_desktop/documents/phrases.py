"""The words that documents have for the domain's closed lists."""

from iro_desktop.documents.blocks import Spans, authored, plain
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.participation import (
    Asked,
    Attendance,
    ParticipationCode,
    Role,
    Voice,
)
from iro_desktop.domain.review import Conduct, LateReason, ReviewKind
from iro_desktop.domain.scaling import Medium, ScaleAnswerState
from iro_desktop.domain.wishes_and_feelings import HeardHow
from iro_desktop.i18n.translator import Translator


def role(value: Role, tr: Translator) -> str:
    """What someone is to the child."""
    return {
        Role.CHILD: tr("Child"),
        Role.PARENT: tr("Parent"),
        Role.FAMILY: tr("Family"),
        Role.CARER: tr("Carer"),
        Role.SOCIAL_WORKER: tr("Social worker"),
        Role.TEAM_MANAGER: tr("Team manager"),
        Role.SUPERVISING_SOCIAL_WORKER: tr("Supervising social worker"),
        Role.SCHOOL: tr("School"),
        Role.HEALTH: tr("Health"),
        Role.ADVOCATE: tr("Advocate"),
        Role.INDEPENDENT_VISITOR: tr("Independent visitor"),
        Role.RESIDENTIAL_WORKER: tr("Residential worker"),
        Role.INTERPRETER: tr("Interpreter"),
        Role.IRO: tr("Independent reviewing officer"),
        Role.POLICE: tr("Police"),
        Role.YOUTH_JUSTICE: tr("Youth justice service"),
        Role.PERSONAL_ADVISER: tr("Personal adviser"),
        Role.PROSPECTIVE_ADOPTER: tr("Prospective adopter"),
        Role.LEGAL_ADVISER: tr("Legal adviser"),
        Role.CHILD_OF_HOUSEHOLD: tr("Child of the household"),
        Role.OTHER: tr("Other"),
    }[value]


def role_to_child(value: Role, tr: Translator) -> str:
    """What someone is to the child, said to the child; empty where the name says enough."""
    return {
        Role.CHILD: "",
        Role.PARENT: tr("your parent"),
        Role.FAMILY: tr("your family"),
        Role.CARER: tr("looks after you"),
        Role.SOCIAL_WORKER: tr("your social worker"),
        Role.TEAM_MANAGER: tr("your social worker's manager"),
        Role.SUPERVISING_SOCIAL_WORKER: tr("helps the people who look after you"),
        Role.SCHOOL: tr("from your school"),
        Role.HEALTH: tr("helps with your health"),
        Role.ADVOCATE: tr("your advocate"),
        Role.INDEPENDENT_VISITOR: tr("your independent visitor"),
        Role.RESIDENTIAL_WORKER: tr("works where you live"),
        Role.INTERPRETER: tr("interpreter"),
        Role.IRO: "",
        Role.POLICE: tr("from the police"),
        Role.YOUTH_JUSTICE: tr("from the youth justice service"),
        Role.PERSONAL_ADVISER: tr("your personal adviser"),
        Role.PROSPECTIVE_ADOPTER: tr("wants to be your family"),
        Role.LEGAL_ADVISER: tr("knows about the law"),
        Role.CHILD_OF_HOUSEHOLD: tr("lives in the same home"),
        Role.OTHER: "",
    }[value]


def attendance(value: Attendance, tr: Translator) -> str:
    """How someone was there."""
    return {
        Attendance.NOT_RECORDED: tr("Not recorded"),
        Attendance.IN_PERSON: tr("In person"),
        Attendance.BY_VIDEO: tr("By video"),
        Attendance.BY_PHONE: tr("By telephone"),
        Attendance.BY_VIDEO_OR_PHONE: tr("By video or telephone"),
        Attendance.SENT_VIEWS: tr("Sent views"),
        Attendance.APOLOGIES: tr("Sent apologies"),
        Attendance.ASKED_NOT_TO_COME: tr("Was asked not to come"),
        Attendance.ABSENT: tr("Not there"),
    }[value]


def asked(value: Asked, tr: Translator) -> str:
    """Whether someone's views were sought before the meeting."""
    return {
        Asked.NOT_YET: tr("Not asked"),
        Asked.ASKED: tr("Asked, no answer"),
        Asked.ANSWERED: tr("Answered"),
        Asked.DECLINED: tr("Did not want to answer"),
    }[value]


def voice(value: Voice, tr: Translator) -> str:
    """How the child's views came to the meeting; empty while nobody has said."""
    return {
        Voice.NOT_RECORDED: "",
        Voice.SPOKE: tr("The child spoke"),
        Voice.THROUGH_ADVOCATE: tr("Someone spoke for the child"),
        Voice.WITHOUT_WORDS: tr("The child showed their views without words"),
        Voice.SENT_A_MESSAGE: tr("The child sent a message"),
        Voice.DID_NOT_CONTRIBUTE: tr("The child did not give views"),
    }[value]


def participation(value: ParticipationCode, tr: Translator) -> str:
    """What a participation code of the SSDA903 means."""
    return {
        ParticipationCode.PN0: tr("Under four years old at the time of the review"),
        ParticipationCode.PN1: tr("Attended and spoke for themselves"),
        ParticipationCode.PN2: tr("Attended, and an advocate spoke for them"),
        ParticipationCode.PN3: tr("Attended, and gave their views without words"),
        ParticipationCode.PN4: tr("Attended, and gave no views in any way"),
        ParticipationCode.PN5: tr("Did not attend, and an advocate spoke for them"),
        ParticipationCode.PN6: tr("Did not attend, and sent their views"),
        ParticipationCode.PN7: tr("Did not attend, and sent no views"),
    }[value]


def kept(value: Kept, tr: Translator) -> str:
    """What became of a decision, for the file."""
    return {
        Kept.NOT_LOOKED_AT: tr("Not looked at"),
        Kept.KEPT: tr("Carried out"),
        Kept.PARTLY_KEPT: tr("Partly carried out"),
        Kept.NOT_KEPT: tr("Not carried out"),
        Kept.NO_LONGER_NEEDED: tr("No longer needed"),
    }[value]


def heard(value: HeardHow, tr: Translator) -> str:
    """How the child's words came, for the file."""
    return {
        HeardHow.SAID_TO_ME: tr("Said"),
        HeardHow.SAID_IN_MEETING: tr("Said at the meeting"),
        HeardHow.THROUGH_SOMEONE: tr("Passed on for the child"),
        HeardHow.WRITTEN: tr("Written"),
        HeardHow.DRAWN: tr("Drawn"),
        HeardHow.MESSAGE: tr("Sent in a message"),
        HeardHow.SIGNED: tr("Said in sign language"),
        HeardHow.SHOWN: tr("Shown"),
    }[value]


def medium(value: Medium, tr: Translator) -> str:
    """How a score was given, where it was not said; empty where it was."""
    return {
        Medium.SAID: "",
        Medium.POINTED: tr("pointed"),
        Medium.DREW: tr("drew it"),
        Medium.WROTE: tr("wrote it"),
    }[value]


def no_score(value: ScaleAnswerState, tr: Translator) -> str:
    """Why there is no score; empty where there is one or nobody asked."""
    return {
        ScaleAnswerState.NOT_ASKED: "",
        ScaleAnswerState.ANSWERED: "",
        ScaleAnswerState.DECLINED: tr("Did not want to say"),
        ScaleAnswerState.TOO_YOUNG: tr("Too young to say"),
        ScaleAnswerState.UNKNOWN: tr("Did not know"),
    }[value]


def review_kind(value: ReviewKind, tr: Translator) -> str:
    """Which review it is, as a title says it."""
    return {
        ReviewKind.LOOKED_AFTER: tr("Review of a looked after child"),
        ReviewKind.PLACED_FOR_ADOPTION: tr("Review of a child placed for adoption"),
        ReviewKind.SHORT_BREAKS: tr("Review of a child who has short breaks"),
        ReviewKind.AUTHORITY_TO_PLACE: tr("Review of a child who may be placed for adoption"),
        ReviewKind.SECURE: tr("Review of a child in secure accommodation"),
        ReviewKind.REMAND: tr("Review of a child on remand"),
        ReviewKind.PRIVATE_FOSTERING: tr("Review of a child who is privately fostered"),
        ReviewKind.CHILD_PROTECTION_INITIAL: tr("Initial child protection conference"),
        ReviewKind.CHILD_PROTECTION: tr("Child protection review conference"),
        ReviewKind.DISRUPTION: tr("Disruption meeting"),
        ReviewKind.CARE_LEAVER: tr("Review of a young person who has left care"),
        ReviewKind.MIDWAY: tr("Check midway between two reviews"),
        ReviewKind.FOSTER_CARER: tr("Review of a foster carer's approval"),
        ReviewKind.COUNCIL: tr("Meeting"),
    }[value]


def by_when(decision: Decision, tr: Translator) -> Spans:
    """By when a decision is to be carried out; empty where nobody has said."""
    if decision.due_on:
        return plain(tr.date(decision.due_on))
    written = decision.by_when.strip()
    return authored(written) if written else ()


def conduct(value: Conduct, tr: Translator) -> str:
    """How a review was held."""
    return {
        Conduct.MEETING: tr("One meeting"),
        Conduct.SERIES: tr("Several meetings"),
        Conduct.PAPER: tr("On paper"),
    }[value]


def late_reason(value: LateReason, tr: Translator) -> str:
    """Why a review was held late."""
    return {
        LateReason.CHILD_ASKED: tr("The child asked for another day"),
        LateReason.PARENT_UNAVAILABLE: tr("A parent could not come"),
        LateReason.CARER_UNAVAILABLE: tr("The carer could not come"),
        LateReason.SOCIAL_WORKER_UNAVAILABLE: tr("The social worker could not come"),
        LateReason.IRO_UNAVAILABLE: tr("The IRO could not come"),
        LateReason.REPORT_MISSING: tr("A report was missing"),
        LateReason.VENUE: tr("There was nowhere to meet"),
        LateReason.WEATHER_OR_TRAVEL: tr("Weather or travel"),
        LateReason.NOTIFIED_LATE: tr("The IRO service was told late"),
        LateReason.OTHER: tr("Another reason"),
    }[value]
