"""What sets each kind of meeting apart: whose it is, its people, clock, outcomes and documents.

The questions of each kind stand in its form, and the lengths of its clock in the files of
timescales; here is only what the program itself must know. `docs/kinds-of-meeting.md` says it all
in one table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from iro_desktop.domain.child import Subject
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import OF_THE_CASE, ReviewKind

_OF_A_PLAN = ("as_it_is", "small_changes", "significant_change")
_OF_ADOPTION = ("still_for_adoption", "to_be_looked_at_again", "no_longer_for_adoption")
_WITH_LETTER = (DocumentKind.LETTER, DocumentKind.MINUTES, DocumentKind.DECISIONS)
_FAMILY = (Role.CHILD, Role.PARENT)
_AROUND_THE_CHILD = (Role.CARER, Role.SOCIAL_WORKER, Role.SCHOOL, Role.HEALTH)
_TO_BE_ADOPTED = (
    *(Role.CHILD, Role.PROSPECTIVE_ADOPTER, Role.CARER, Role.SOCIAL_WORKER),
    *(Role.SUPERVISING_SOCIAL_WORKER, Role.HEALTH, Role.SCHOOL),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingKind:
    """One kind of meeting.

    `people` are whom the law, or good practice, has asked for their views, in the order in which
    to think of them. `clock` holds ids of rules (resources/reference/timescales): the first
    meeting's, then those of the later ones; none where no clock runs. `outcomes` are the codes
    that a form may copy to `Review.outcome` (`fills: outcome`), none where only the decisions say
    what came of it. `participation_counts`: whether the child's participation code is returned in
    the SSDA903, which counts reviews of looked after children alone (and, rule 399, none of a
    child whose every episode is of short breaks). `documents` are those to be made afterwards.
    `source` is where the kind comes from; `is_local` that no law asks for it.
    """

    kind: ReviewKind
    people: tuple[Role, ...]
    source: str
    subject: Subject = Subject.CHILD
    clock: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    documents: tuple[DocumentKind, ...] = _WITH_LETTER
    participation_counts: bool = False
    is_local: bool = False


_ALL = (
    MeetingKind(
        kind=ReviewKind.LOOKED_AFTER,
        people=(*_FAMILY, *_AROUND_THE_CHILD),
        source="SI 2010/959 Part 6 and Schedule 7; IRO Handbook 2010",
        clock=("cla_first_review", "cla_second_review", "cla_subsequent_review"),
        outcomes=_OF_A_PLAN,
        participation_counts=True,
    ),
    MeetingKind(
        kind=ReviewKind.PLACED_FOR_ADOPTION,
        people=_TO_BE_ADOPTED,
        source="SI 2005/389 reg 36",
        clock=(
            "adoption_placed_first_review",
            "adoption_placed_second_review",
            "adoption_placed_subsequent_review",
        ),
        outcomes=_OF_ADOPTION,
        participation_counts=True,
    ),
    MeetingKind(
        kind=ReviewKind.AUTHORITY_TO_PLACE,
        people=tuple(role for role in _TO_BE_ADOPTED if role is not Role.PROSPECTIVE_ADOPTER),
        source="SI 2005/389 reg 36",
        clock=("adoption_authorised_first_review", "adoption_authorised_subsequent_review"),
        outcomes=_OF_ADOPTION,
        participation_counts=True,
    ),
    MeetingKind(
        kind=ReviewKind.SHORT_BREAKS,
        people=(*_FAMILY, *_AROUND_THE_CHILD),
        source="SI 2010/959 reg 48",
        clock=("short_break_first_review", "short_break_subsequent_review"),
        outcomes=(*_OF_A_PLAN, "breaks_end"),
    ),
    MeetingKind(
        kind=ReviewKind.REMAND,
        people=(*_FAMILY, *_AROUND_THE_CHILD, Role.YOUTH_JUSTICE, Role.LEGAL_ADVISER),
        source="SI 2010/959 Part 6; Legal Aid, Sentencing and Punishment of Offenders Act 2012",
        clock=(
            "cla_first_review",
            "cla_second_review",
            "cla_subsequent_review",
            "cla_review_before_remand_ends",
        ),
        outcomes=_OF_A_PLAN,
        participation_counts=True,
    ),
    MeetingKind(
        kind=ReviewKind.SECURE,
        people=(
            *_FAMILY,
            Role.SOCIAL_WORKER,
            Role.CARER,
            Role.INDEPENDENT_VISITOR,
            Role.RESIDENTIAL_WORKER,
            Role.ADVOCATE,
        ),
        source="SI 1991/1505 regs 15 and 16; Children Act 1989, section 25",
        clock=("secure_first_review", "secure_subsequent_review"),
        outcomes=("stay", "leave", "divided"),
        documents=(DocumentKind.SECURE_REPORT, DocumentKind.LETTER, DocumentKind.MINUTES),
    ),
    MeetingKind(
        kind=ReviewKind.PRIVATE_FOSTERING,
        people=(*_FAMILY, *_AROUND_THE_CHILD),
        source="SI 2005/1533 reg 8 asks for visits; a yearly review is local",
        clock=("private_fostering_review",),
        outcomes=("suitable", "suitable_with_changes", "not_suitable", "arrangement_ended"),
        is_local=True,
    ),
    MeetingKind(
        kind=ReviewKind.CHILD_PROTECTION_INITIAL,
        people=(*_FAMILY, Role.SOCIAL_WORKER, Role.SCHOOL, Role.HEALTH, Role.POLICE),
        source="Working Together to Safeguard Children",
        clock=("cp_initial_conference",),
        outcomes=("plan", "child_in_need", "early_help", "no_plan", "put_off"),
    ),
    MeetingKind(
        kind=ReviewKind.CHILD_PROTECTION,
        people=(*_FAMILY, Role.SOCIAL_WORKER, Role.SCHOOL, Role.HEALTH, Role.POLICE),
        source="Working Together to Safeguard Children",
        clock=("cp_first_review_conference", "cp_subsequent_review_conference"),
        outcomes=(
            "plan_goes_on",
            "ends_child_in_need",
            "ends_looked_after",
            "ends_early_help",
            "ends",
            "put_off",
        ),
    ),
    MeetingKind(
        kind=ReviewKind.DISRUPTION,
        people=(
            Role.CARER,
            Role.SOCIAL_WORKER,
            Role.SUPERVISING_SOCIAL_WORKER,
            Role.TEAM_MANAGER,
            Role.SCHOOL,
            Role.HEALTH,
        ),
        source="Local practice: within 14 days of the end",
        clock=("disruption_meeting",),
        outcomes=("learning_agreed", "more_to_find_out"),
        documents=(DocumentKind.DISRUPTION_REPORT, DocumentKind.MINUTES),
        is_local=True,
    ),
    MeetingKind(
        kind=ReviewKind.FOSTER_CARER,
        people=(
            Role.CARER,
            Role.SUPERVISING_SOCIAL_WORKER,
            Role.CHILD,
            Role.CHILD_OF_HOUSEHOLD,
            Role.SOCIAL_WORKER,
        ),
        source="SI 2011/581 reg 28",
        subject=Subject.HOUSEHOLD,
        clock=("foster_carer_review",),
        outcomes=("suitable_same_terms", "suitable_other_terms", "not_suitable"),
        documents=(DocumentKind.MINUTES, DocumentKind.DECISIONS),
    ),
    MeetingKind(
        kind=ReviewKind.CARE_LEAVER,
        people=(Role.CHILD, Role.PERSONAL_ADVISER, Role.SOCIAL_WORKER, Role.CARER, Role.FAMILY),
        source="Local practice, beside SI 2010/2571 (pathway plans)",
        clock=("care_leaver_review",),
        outcomes=_OF_A_PLAN,
        documents=(DocumentKind.CARE_LEAVER_LETTER, DocumentKind.MINUTES, DocumentKind.DECISIONS),
        is_local=True,
    ),
    MeetingKind(
        kind=ReviewKind.MIDWAY,
        people=(Role.CHILD, Role.SOCIAL_WORKER, Role.CARER),
        source="IRO Handbook 2010 asks to monitor; the check halfway is local",
        clock=("midway_check",),
        outcomes=("on_track", "needs_action", "bring_forward"),
        documents=(DocumentKind.MINUTES,),
        is_local=True,
    ),
    MeetingKind(
        kind=ReviewKind.COUNCIL,
        people=(),
        source="The council's own",
        is_local=True,
    ),
)

_CONFERENCES = frozenset({ReviewKind.CHILD_PROTECTION_INITIAL, ReviewKind.CHILD_PROTECTION})
_LOOKS_BACK_ON: Mapping[ReviewKind, frozenset[ReviewKind]] = {
    **dict.fromkeys((*OF_THE_CASE, ReviewKind.MIDWAY), OF_THE_CASE),
    ReviewKind.CARE_LEAVER: OF_THE_CASE | {ReviewKind.CARE_LEAVER},
    ReviewKind.CHILD_PROTECTION: _CONFERENCES,
    ReviewKind.CHILD_PROTECTION_INITIAL: frozenset(),
    ReviewKind.DISRUPTION: frozenset(),
}


def looked_back_on_by(kind: ReviewKind) -> frozenset[ReviewKind]:
    """The kinds of meeting whose decisions one of this kind looks back on; none where it begins.

    A conference asks after the plan of the conference before it, and a household's review after
    the household's last one: not after what a review of a child's case decided.
    """
    return _LOOKS_BACK_ON.get(kind, frozenset({kind}))


KINDS: Mapping[ReviewKind, MeetingKind] = MappingProxyType({one.kind: one for one in _ALL})
"""Every kind of meeting, each once."""
