"""The words that stand for codes on the review's screens."""

from collections.abc import Sequence
from enum import StrEnum

from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.participation import Asked, Attendance, ParticipationCode, Role, Voice
from iro_desktop.domain.scaling import Medium, ScaleAnswerState
from iro_desktop.domain.wishes_and_feelings import HeardHow, Sharing
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui.words.reviews import kept_in_words


def options(
    words: dict[StrEnum, str] | dict[Role, str], only: Sequence[StrEnum] = ()
) -> tuple[Option, ...]:
    """Codes with their words, as a field offers them."""
    return tuple(
        Option(code.value, text) for code, text in words.items() if not only or code in only
    )


def roles() -> dict[StrEnum, str]:
    """What someone is to the child."""
    return {
        Role.CHILD: tr("The child"),
        Role.PARENT: tr("Parent"),
        Role.FAMILY: tr("Family"),
        Role.CARER: tr("Carer"),
        Role.SOCIAL_WORKER: tr("Social worker"),
        Role.TEAM_MANAGER: tr("Team manager"),
        Role.SUPERVISING_SOCIAL_WORKER: tr("Carer's social worker"),
        Role.RESIDENTIAL_WORKER: tr("Key worker in the home"),
        Role.SCHOOL: tr("School or nursery"),
        Role.HEALTH: tr("Health"),
        Role.ADVOCATE: tr("Advocate"),
        Role.INDEPENDENT_VISITOR: tr("Independent visitor"),
        Role.INTERPRETER: tr("Interpreter"),
        Role.IRO: tr("Independent reviewing officer"),
        Role.POLICE: tr("Police"),
        Role.YOUTH_JUSTICE: tr("Youth justice"),
        Role.PERSONAL_ADVISER: tr("Personal adviser"),
        Role.PROSPECTIVE_ADOPTER: tr("Prospective adopter"),
        Role.LEGAL_ADVISER: tr("Legal adviser"),
        Role.CHILD_OF_HOUSEHOLD: tr("Child of the household"),
        Role.OTHER: tr("Someone else"),
    }


def attendances() -> dict[StrEnum, str]:
    """How someone was there."""
    return {
        Attendance.NOT_RECORDED: tr("Not said yet"),
        Attendance.IN_PERSON: tr("In the room"),
        Attendance.BY_VIDEO: tr("By video"),
        Attendance.BY_PHONE: tr("By telephone"),
        Attendance.BY_VIDEO_OR_PHONE: tr("By video or telephone"),
        Attendance.SENT_VIEWS: tr("Not there, sent their views"),
        Attendance.APOLOGIES: tr("Not there, sent apologies"),
        Attendance.ASKED_NOT_TO_COME: tr("Asked not to come"),
        Attendance.ABSENT: tr("Not there"),
    }


def voices() -> dict[StrEnum, str]:
    """How the child's views came to the meeting."""
    return {
        Voice.NOT_RECORDED: tr("Not said yet"),
        Voice.SPOKE: tr("Spoke for themselves"),
        Voice.THROUGH_ADVOCATE: tr("An advocate or I spoke for them"),
        Voice.WITHOUT_WORDS: tr("Without words: signs, pictures, showing"),
        Voice.SENT_A_MESSAGE: tr("A message, a form or a film"),
        Voice.DID_NOT_CONTRIBUTE: tr("Gave no views"),
    }


def asked() -> dict[StrEnum, str]:
    """Whether someone was asked for their views."""
    return {
        Asked.NOT_YET: tr("Not asked yet"),
        Asked.ASKED: tr("Asked, no answer yet"),
        Asked.ANSWERED: tr("Asked, and answered"),
        Asked.DECLINED: tr("Asked, and would rather not say"),
    }


def kept() -> dict[StrEnum, str]:
    """What became of a decision."""
    return {kept: kept_in_words(kept) for kept in Kept if kept is not Kept.NOT_LOOKED_AT}


def heard_how() -> dict[StrEnum, str]:
    """How the child's words came."""
    return {
        HeardHow.SAID_TO_ME: tr("Said to me alone"),
        HeardHow.SAID_IN_MEETING: tr("Said at the meeting"),
        HeardHow.THROUGH_SOMEONE: tr("Through someone they chose"),
        HeardHow.WRITTEN: tr("Written"),
        HeardHow.DRAWN: tr("Drawn"),
        HeardHow.MESSAGE: tr("In a message"),
        HeardHow.SIGNED: tr("Said in sign language"),
        HeardHow.SHOWN: tr("Shown without words"),
    }


def sharing() -> dict[StrEnum, str]:
    """With whom the child agrees to share their words."""
    return {
        Sharing.EVERYONE: tr("Everyone at the review"),
        Sharing.IRO_ONLY: tr("Only me, their IRO: printed nowhere"),
        Sharing.NOBODY: tr("Nobody: printed nowhere"),
    }


def scale_states() -> dict[StrEnum, str]:
    """What came of asking for a number."""
    return {
        ScaleAnswerState.NOT_ASKED: tr("Not asked yet"),
        ScaleAnswerState.ANSWERED: tr("Gave a number"),
        ScaleAnswerState.DECLINED: tr("Would rather not say"),
        ScaleAnswerState.TOO_YOUNG: tr("Too young to be asked"),
        ScaleAnswerState.UNKNOWN: tr("Does not know"),
    }


def media() -> dict[StrEnum, str]:
    """How someone gave their number."""
    return {
        Medium.SAID: tr("Said it"),
        Medium.POINTED: tr("Pointed"),
        Medium.DREW: tr("Drew it"),
        Medium.WROTE: tr("Wrote it"),
    }


def code_meanings() -> dict[ParticipationCode, str]:
    """What each participation code stands for, in our own words."""
    return {
        ParticipationCode.PN0: tr("under four years old"),
        ParticipationCode.PN1: tr("was there and spoke for themselves"),
        ParticipationCode.PN2: tr("was there, and an advocate or the IRO spoke for them"),
        ParticipationCode.PN3: tr("was there and showed their views without words"),
        ParticipationCode.PN4: tr("was there and gave no views"),
        ParticipationCode.PN5: tr("was not there, and asked an advocate or the IRO to speak"),
        ParticipationCode.PN6: tr("was not there, and sent their views"),
        ParticipationCode.PN7: tr("was not there, and gave no views"),
    }


def code_words(code: ParticipationCode) -> str:
    """A code with what it stands for."""
    return f"{code.value} – {code_meanings()[code]}"


def suggestion_reason(reason: str) -> str:
    """Why a code is suggested."""
    if reason == "under_four":
        return tr("The child is not four yet on the day of the review.")
    where, _, voice = reason.partition("_")
    if reason.startswith("in_person_"):
        there, voice = tr("The child was in the room"), reason.removeprefix("in_person_")
    elif where == "video":
        there = tr(
            "The child took part by video or telephone, which the return does not count as "
            "being there"
        )
    else:
        there = tr("The child was not there")
    how = voices().get(Voice(voice)) if voice in set(Voice) else None
    if how is None:
        how = tr("sent their views") if reason == "sent_views" else tr("no views are recorded")
    return tr("{there}; {how}.", there=there, how=how[:1].lower() + how[1:])
