"""What a review found of the plan for permanence, in words and as a part of the minutes."""

from iro_desktop.documents.blocks import Block, Spans, authored, facts, plain
from iro_desktop.documents.filled import filled
from iro_desktop.domain.permanence import DelayReason, PermanenceFinding, PermanencePlan
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.i18n.translator import Translator


def plan_in_words(plan: PermanencePlan, tr: Translator) -> str:
    """What the plan is; empty while nobody has said."""
    return {
        PermanencePlan.NOT_SAID: "",
        PermanencePlan.REMAIN_SUPPORTED: tr("Stay with the family, with support"),
        PermanencePlan.RETURN_WITHIN_1_MONTH: tr("Return to the family within a month"),
        PermanencePlan.RETURN_WITHIN_6_MONTHS: tr("Return to the family within six months"),
        PermanencePlan.RETURN_EVENTUALLY: tr("Return to the family later"),
        PermanencePlan.WITH_RELATIVES: tr("Long-term with relatives or friends"),
        PermanencePlan.FOSTERING_TO_18: tr("Long-term foster care until 18"),
        PermanencePlan.RESIDENTIAL: tr("A children's home"),
        PermanencePlan.SUPPORTED_LIVING: tr("Supported living"),
        PermanencePlan.ADOPTION: tr("Adoption"),
        PermanencePlan.OTHER: tr("Another plan"),
    }[plan]


def delay_in_words(reason: DelayReason, tr: Translator) -> str:
    """Why a plan is not there, or not ratified; empty where none is given."""
    return {
        DelayReason.NONE: "",
        DelayReason.ASSESSMENTS: tr("Assessments are not finished"),
        DelayReason.COURT: tr("The court has not decided"),
        DelayReason.FAMILY: tr("Something changed in the family"),
        DelayReason.NO_HOME_FOUND: tr("No right home has been found"),
        DelayReason.STAFFING: tr("Not enough staff, or a change of social worker"),
        DelayReason.PANEL: tr("No date with the panel"),
        DelayReason.HEALTH: tr("Health"),
        DelayReason.IMMIGRATION: tr("Immigration status"),
        DelayReason.OTHER: tr("Another reason"),
    }[reason]


def presence_in_words(finding: PermanenceFinding, tr: Translator) -> str:
    """Whether there is a plan; empty while nobody has said."""
    return {
        None: "",
        True: tr("There is a plan for permanence"),
        False: tr("There is no plan for permanence"),
    }[finding.is_present]


def ratified_in_words(finding: PermanenceFinding, tr: Translator) -> str:
    """Whether it was ratified; empty while nobody has said, or where there is none."""
    if not finding.is_present:
        return ""
    if finding.is_ratified and finding.ratified_on is not None:
        return tr("ratified on {day}", day=tr.date(finding.ratified_on))
    said = {None: "", True: tr("ratified"), False: tr("not ratified yet")}
    return said[finding.is_ratified]


def permanence_facts(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """What the review found, and by when a plan was wanted. Nothing where nobody has said."""
    finding = next(iter(record.permanence_findings), None)
    if finding is None or finding.is_present is None:
        return ()
    due = record.whole_child.four_months if record.whole_child else None
    ratified = {None: "", True: tr("Yes"), False: tr("Not yet")}[finding.is_ratified]
    said = facts(
        (tr("Plan for permanence"), plain(presence_in_words(finding, tr))),
        (tr("What the plan is"), plain(plan_in_words(finding.plan, tr))),
        (tr("Parallel plan"), authored(finding.parallel_plan.strip())),
        (tr("Ratified"), plain(ratified if finding.is_present else "")),
        (tr("Ratified by"), authored(finding.ratified_by.strip())),
        (tr("Ratified on"), plain(tr.date(finding.ratified_on) if finding.ratified_on else "")),
        (tr("Wanted by"), plain(_wanted_by(due, tr))),
        (tr("Reason for delay"), _delay(finding, tr)),
    )
    return (said,)


def _wanted_by(due: Explained | None, tr: Translator) -> str:
    return "" if due is None else tr("{day} ({law})", day=tr.date(due.on), law=due.rule.law)


def _delay(finding: PermanenceFinding, tr: Translator) -> Spans:
    reason, note = delay_in_words(finding.delay, tr), finding.delay_note.strip()
    if not (reason and note):
        return plain(reason) if reason else authored(note)
    return filled(tr("{reason}: {note}"), reason=plain(reason), note=authored(note))
