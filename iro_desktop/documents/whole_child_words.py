"""The page of the whole child in words, for papers and for the screen alike."""

from collections.abc import Callable

from iro_desktop.documents.advocacy import state_in_words as outcome_in_words
from iro_desktop.documents.blocks import Spans, authored, plain
from iro_desktop.documents.filled import filled
from iro_desktop.documents.permanence import (
    delay_in_words,
    plan_in_words,
    presence_in_words,
    ratified_in_words,
)
from iro_desktop.domain.advocacy import SupportOffer
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.sdq import SdqBand, SdqScore, band_of
from iro_desktop.domain.whole_child import (
    Dated,
    HomeLife,
    Line,
    LineState,
    Matter,
    PlanOfReturn,
    Promises,
    ReturnSays,
    SdqTrend,
    Source,
    SourceKind,
    ThisTerm,
    WhyNot,
)
from iro_desktop.i18n.translator import Translator

HIGHEST_SDQ = 40
Placement = Callable[[str], str]


def matter_in_words(matter: Matter, tr: Translator) -> str:
    """What a line is about."""
    return {
        Matter.CARE_PLAN: tr("Care plan"),
        Matter.PERMANENCE: tr("Plan for permanence"),
        Matter.PEP: tr("Personal education plan (PEP)"),
        Matter.SDQ: tr("Strengths and difficulties (SDQ)"),
        Matter.HEALTH: tr("Health assessment"),
        Matter.DENTAL: tr("Dental check"),
        Matter.IMMUNISATIONS: tr("Immunisations"),
        Matter.SOCIAL_WORKER: tr("Visit by the social worker"),
        Matter.IRO: tr("Contact with the IRO"),
        Matter.FAMILY_TIME: tr("Family time"),
        Matter.HOME: tr("Home"),
        Matter.ADVOCATE: tr("Advocate"),
        Matter.INDEPENDENT_VISITOR: tr("Independent visitor"),
        Matter.PROMISES: tr("Last promises"),
    }[matter]


def state_in_words(state: LineState, tr: Translator) -> str:
    """How a line stands."""
    return {
        LineState.UP_TO_DATE: tr("Up to date"),
        LineState.DUE_SOON: tr("Due soon"),
        LineState.STALE: tr("Out of date"),
        LineState.RECORDED: tr("Recorded"),
        LineState.NEVER_RECORDED: tr("Not recorded"),
        LineState.NOT_APPLICABLE: tr("Does not apply"),
    }[state]


def value_in_words(  # noqa: C901, PLR0911 - a line for each kind of value
    line: Line, placement: Placement, tr: Translator, at: ReviewId | None = None
) -> Spans:
    """What is known; empty where a line has no more to say than its day.

    What people wrote stands in it only of the review `at`: what is kept from whom is marked there.
    """
    match line.value:
        case PermanenceFinding() as finding:
            return _finding(finding, tr, with_texts=finding.review_id == at)
        case PlanOfReturn(plan):
            return authored(plan)
        case SupportOffer() as offer:
            return offer_in_words(offer, tr, with_texts=offer.review_id == at)
        case SdqTrend() as trend:
            return plain(sdq_in_words(trend, tr))
        case ThisTerm(is_held):
            return plain(tr("held this term") if is_held else tr("not held yet this term"))
        case ReturnSays(is_up_to_date):
            return plain(_told(tr, is_up_to_date=is_up_to_date))
        case HomeLife() as home:
            return plain(_home(home, placement, tr))
        case Promises() as promises:
            return plain(_promises(promises, tr))
        case WhyNot() as why:
            return plain(why_not_in_words(why, tr))
        case Dated() | None:
            return ()


def day_in_words(line: Line, tr: Translator) -> str:
    """The day of a line; empty where there is none."""
    return tr.short_date(line.on) if line.on else ""


def stale_in_words(line: Line, tr: Translator) -> str:
    """Since when it is out of date, or from when on it will be; empty where no rule says."""
    day = line.stale_since
    return "" if day is None else tr.short_date(day)


def source_in_words(source: Source | None, tr: Translator) -> str:
    """Where a line comes from; empty where it says nothing."""
    if source is None:
        return ""
    day = tr.short_date(source.on) if source.on else ""
    match source.kind:
        case SourceKind.RETURN:
            return tr("The council's data of {day}", day=day) if day else tr("The council's data")
        case SourceKind.REVIEW:
            return tr("The review of {day}", day=day) if day else tr("This review")
        case SourceKind.CHILDS_PAGE:
            return tr("The child's page, {day}", day=day) if day else tr("The child's page")
        case SourceKind.RECORDED:
            return _noted(source.by.strip(), day, tr)


def band_in_words(band: SdqBand, tr: Translator) -> str:
    """Where a total lies."""
    return {
        SdqBand.NORMAL: tr("within the usual range"),
        SdqBand.BORDERLINE: tr("borderline"),
        SdqBand.CONCERN: tr("a cause for concern"),
    }[band]


def reason_in_words(code: str, tr: Translator) -> str:
    """Why there is no total, by the return's code; the code where it is another."""
    return {
        "SDQ1": tr("No form: under 4 or over 16"),
        "SDQ2": tr("The carer did not fill it in"),
        "SDQ3": tr("Not possible because of a disability"),
        "SDQ4": tr("No form for another reason"),
        "SDQ5": tr("The child did not want it"),
    }.get(code, code)


def day_of_score_in_words(score: SdqScore, tr: Translator) -> str:
    """The day of a questionnaire; of the council's data, which does not say it, when that came."""
    day = tr.short_date(score.on)
    return tr("Data of {day}", day=day) if score.is_of_return else day


def score_in_words(score: SdqScore, tr: Translator) -> str:
    """One score with its band, or why there is none."""
    if score.total is None:
        return reason_in_words(score.reason, tr)
    return tr(
        "{score} of {most}: {band}",
        score=tr.number(score.total),
        most=tr.number(HIGHEST_SDQ),
        band=band_in_words(band_of(score.total), tr),
    )


def sdq_in_words(trend: SdqTrend, tr: Translator) -> str:
    """The latest score with its band, and how it changed since the one before."""
    if not trend.scores:
        return tr("No total is recorded")
    latest = score_in_words(trend.scores[-1], tr)
    if trend.waits:
        day = day_of_score_in_words(trend.scores[-1], tr)
        return tr("No total is recorded; last: {score} ({day})", day=day, score=latest)
    totals = [score.total for score in trend.totals if score.total is not None]
    if trend.scores[-1].total is None or len(totals) <= 1:
        return latest
    return tr("{latest} ({change})", latest=latest, change=_change(totals[-1] - totals[-2], tr))


def why_not_in_words(why: WhyNot, tr: Translator) -> str:
    """Why something is not asked of the child."""
    return {
        WhyNot.TOO_YOUNG: tr("too young for it"),
        WhyNot.TOO_OLD: tr("too old for it"),
        WhyNot.LESS_THAN_A_YEAR: tr("looked after for less than a year"),
        WhyNot.SHORT_BREAKS: tr("not asked for short breaks"),
        WhyNot.NOT_LOOKED_AFTER: tr("not looked after"),
    }[why]


def _change(change: int, tr: Translator) -> str:
    if change == 0:
        return tr("the same as before")
    if change > 0:
        return tr("{number} higher than before", number=tr.number(change))
    return tr("{number} lower than before", number=tr.number(-change))


def _told(tr: Translator, *, is_up_to_date: bool) -> str:
    if is_up_to_date:
        return tr("up to date, says the council's data without a day")
    return tr("so says the council's data")


def _noted(by: str, day: str, tr: Translator) -> str:
    if by and day:
        return tr("Noted by {name}, {day}", name=by, day=day)
    if by:
        return tr("Noted by {name}", name=by)
    return tr("Noted on {day}", day=day) if day else ""


def _home(home: HomeLife, placement: Placement, tr: Translator) -> str:
    moves = tr.count("{number} move in this care", "{number} moves in this care", home.moves)
    if home.moves:
        moves = tr(
            "{moves}, {number} of them in the last 12 months",
            moves=moves,
            number=tr.number(home.moves_in_a_year),
        )
    where = placement(home.placement) if home.placement else ""
    return tr("{where}; {moves}", where=where, moves=moves) if where else moves


def _promises(promises: Promises, tr: Translator) -> str:
    counts = {kept: tr.number(promises.counts.get(kept, 0)) for kept in Kept}
    said = {
        Kept.KEPT: tr("kept: {number}", number=counts[Kept.KEPT]),
        Kept.PARTLY_KEPT: tr("partly kept: {number}", number=counts[Kept.PARTLY_KEPT]),
        Kept.NOT_KEPT: tr("not kept: {number}", number=counts[Kept.NOT_KEPT]),
        Kept.NO_LONGER_NEEDED: tr(
            "no longer needed: {number}", number=counts[Kept.NO_LONGER_NEEDED]
        ),
        Kept.NOT_LOOKED_AT: tr("not looked at yet: {number}", number=counts[Kept.NOT_LOOKED_AT]),
    }
    return ", ".join(words for kept, words in said.items() if promises.counts.get(kept))


def _finding(finding: PermanenceFinding, tr: Translator, *, with_texts: bool) -> Spans:
    plan = plan_in_words(finding.plan, tr) if finding.is_present else ""
    parts = [plain(plan or presence_in_words(finding, tr))]
    ratified = ratified_in_words(finding, tr)
    by = finding.ratified_by.strip() if with_texts and finding.is_ratified else ""
    if ratified and by:
        by_whom = filled(tr("{ratified} by {name}"), ratified=plain(ratified), name=authored(by))
        parts.append(by_whom)
    elif ratified:
        parts.append(plain(ratified))
    if not finding.is_ratified and (delay := delay_in_words(finding.delay, tr)):
        parts.append(plain(delay))
    return _joined(parts, tr)


def offer_in_words(offer: SupportOffer, tr: Translator, *, with_texts: bool = True) -> Spans:
    """What became of an offer, and with whose texts; who, from where and why."""
    parts = [plain(outcome_in_words(offer.state, tr))]
    texts = (offer.person, offer.provider, offer.why) if with_texts else ()
    parts.extend(authored(text.strip()) for text in texts if text.strip())
    if offer.referred_on is not None:
        parts.append(plain(tr("referred on {day}", day=tr.date(offer.referred_on))))
    return _joined(parts, tr)


def _joined(parts: list[Spans], tr: Translator) -> Spans:
    found: Spans = parts[0] if parts else ()
    for more in parts[1:]:
        found = filled(tr("{first}; {more}"), first=found, more=more)
    return found
