"""The whole child on one page: what is known of each matter, since when, and until when it holds.

What nobody recorded is never recorded; it is never taken for a no. When a line goes out of date
comes from the rules of the timescales; where no rule says, the line says nothing of it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.care import PeriodOfCare, series_on, was_looked_after_on
from iro_desktop.domain.child import Child, age_on
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.life import Life
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.open_clocks import open_clocks
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.rule import Length, Unit
from iro_desktop.domain.timescales.rule_book import NotInForce
from iro_desktop.domain.working_days import add_months

SOON = dt.timedelta(days=30)
FOUR_MONTHS = "permanence_plan_by_four_months"
_DAY, _YEAR = dt.timedelta(days=1), dt.timedelta(days=365)
_THIS_TERM = Length(0, Unit.TERMS)
_A_YEAR_IN_CARE = 12  # months
_SDQ_FROM, _SDQ_TO = 4, 16  # SSDA903 OC2: until the day before the seventeenth birthday
_PEP_FROM = 3


class Matter(StrEnum):
    """What a line is about, in the order of the page."""

    CARE_PLAN = "care_plan"
    PERMANENCE = "permanence"
    PEP = "pep"
    SDQ = "sdq"
    HEALTH = "health"
    DENTAL = "dental"
    IMMUNISATIONS = "immunisations"
    SOCIAL_WORKER = "social_worker"
    IRO = "iro"
    FAMILY_TIME = "family_time"
    HOME = "home"
    ADVOCATE = "advocate"
    INDEPENDENT_VISITOR = "independent_visitor"
    PROMISES = "promises"


class LineState(StrEnum):
    """How a line stands. `RECORDED` is known, and no rule says for how long it holds."""

    UP_TO_DATE = "up_to_date"
    DUE_SOON = "due_soon"
    STALE = "stale"
    RECORDED = "recorded"
    NEVER_RECORDED = "never_recorded"
    NOT_APPLICABLE = "not_applicable"


class WhyNot(StrEnum):
    """Why something is not asked of a child."""

    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    LESS_THAN_A_YEAR = "less_than_a_year"
    SHORT_BREAKS = "short_breaks"
    NOT_LOOKED_AFTER = "not_looked_after"


class SourceKind(StrEnum):
    """Where a line comes from: a person wrote it down, the council's data, the child's page."""

    RECORDED = "recorded"
    RETURN = "return"
    CHILDS_PAGE = "childs_page"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Source:
    """`by` is who wrote it down; `on` when that was, when data was taken in, or the review held."""

    kind: SourceKind
    by: str = ""
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """The latest that is known to have happened of one kind."""

    on: dt.date
    source: Source
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReturnSays:
    """A return's yes or no, which comes without a day."""

    is_up_to_date: bool


@dataclass(frozen=True, slots=True)
class ThisTerm:
    """Whether it was in the term of the day; terms end on 31 December, 31 March and 31 August."""

    is_held: bool


@dataclass(frozen=True, slots=True)
class SdqTrend:
    """Every score, oldest first. `waits` says of a later questionnaire whose total is not known."""

    scores: tuple[SdqScore, ...]
    waits: bool = False

    @property
    def totals(self) -> tuple[SdqScore, ...]:
        """Those with a total and a day; of the council's data, which has none, where all are."""
        with_total = tuple(score for score in self.scores if score.total is not None)
        return tuple(score for score in with_total if not score.is_of_return) or with_total


@dataclass(frozen=True, slots=True)
class PlanOfReturn:
    """A plan for permanence as the council's data has it: a code, or words."""

    plan: str


@dataclass(frozen=True, slots=True)
class HomeLife:
    """How settled the child lives. `placement` is the return's code; moves are of this care."""

    placement: str
    moves_in_a_year: int
    moves: int


@dataclass(frozen=True, slots=True)
class Promises:
    """What became of the decisions that a review looked back on, counted."""

    counts: Mapping[Kept, int]

    @property
    def total(self) -> int:
        """How many there were."""
        return sum(self.counts.values())


Value = (
    Dated
    | ReturnSays
    | ThisTerm
    | SdqTrend
    | PlanOfReturn
    | PermanenceFinding
    | HomeLife
    | SupportOffer
    | Promises
    | WhyNot
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the page. `due` is the last day on which it is up to date, and why so."""

    matter: Matter
    state: LineState
    on: dt.date | None = None
    value: Value | None = None
    due: Explained | None = None
    source: Source | None = None

    @property
    def stale_since(self) -> dt.date | None:
        """The first day on which it is, or will be, out of date; None where no rule says."""
        return None if self.due is None else self.due.on + _DAY


@dataclass(frozen=True, slots=True)
class WholeChild:
    """The page as it stood on a day. `four_months` is by when a plan for permanence is wanted."""

    as_of: dt.date
    lines: tuple[Line, ...]
    four_months: Explained | None = None

    def line(self, matter: Matter) -> Line:
        """The line about one matter."""
        return next(line for line in self.lines if line.matter is matter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a review found of something, and the day it was held."""

    thing: SupportOffer | PermanenceFinding
    held_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that the page is made from, as far as it was known.

    `told` is the latest of each kind of happening, `sdq` the scores from the oldest on, `offers`
    and `findings` are those of reviews from the latest on, and `promises` the decisions that the
    review at hand looks back on, with the day they were made. `taken_in` is when the council's
    data about each field of the child came.
    """

    child: Child
    periods: Sequence[PeriodOfCare]
    life: Life
    told: Mapping[Happening, Dated]
    sdq: Sequence[SdqScore] = ()
    offers: Sequence[Found] = ()
    findings: Sequence[Found] = ()
    promises: Sequence[Decision] = ()
    promised_on: dt.date | None = None
    taken_in: Mapping[str, dt.date] = field(default_factory=dict)

    def told_by_return(self, name: str) -> Source:
        """The council's data as the source of a field of the child."""
        return Source(SourceKind.RETURN, on=self.taken_in.get(name))


_HAPPENING: Mapping[Matter, Happening] = MappingProxyType(
    {
        Matter.CARE_PLAN: Happening.CARE_PLAN_UPDATED,
        Matter.PEP: Happening.PEP_HELD,
        Matter.HEALTH: Happening.HEALTH_ASSESSED,
        Matter.DENTAL: Happening.DENTAL_CHECK,
        Matter.IMMUNISATIONS: Happening.IMMUNISED,
        Matter.SOCIAL_WORKER: Happening.SOCIAL_WORKER_VISITED,
        Matter.IRO: Happening.IRO_SAW_CHILD,
        Matter.FAMILY_TIME: Happening.FAMILY_TIME,
    }
)
_RULES: Mapping[Matter, tuple[str, ...]] = MappingProxyType(
    {
        Matter.CARE_PLAN: ("care_plan_updated", "care_plan_prepared"),
        Matter.PEP: ("pep_first", "pep_termly"),
        Matter.SDQ: ("sdq",),
        Matter.HEALTH: (
            "health_assessment_first",
            "health_assessment_under_5",
            "health_assessment_from_5",
        ),
        Matter.DENTAL: ("dental_check",),
        Matter.IMMUNISATIONS: ("immunisations",),
        Matter.SOCIAL_WORKER: ("visit_first", "visit_later"),
        Matter.IRO: ("midway_check",),
        Matter.FAMILY_TIME: (),
    }
)
_YES_OR_NO: Mapping[Matter, str] = MappingProxyType(
    {
        Matter.HEALTH: "health_assessment_up_to_date",
        Matter.DENTAL: "dental_check_up_to_date",
        Matter.IMMUNISATIONS: "immunisations_up_to_date",
    }
)
_NOT_FOR_SHORT_BREAKS = frozenset(
    {Matter.PEP, Matter.SDQ, Matter.HEALTH, Matter.DENTAL, Matter.IMMUNISATIONS}
)
"""Of which regulation 48 of SI 2010/959 frees a series of short breaks."""


def recorded_as(matter: Matter) -> Happening | None:
    """What is written down to bring a line up to date; None where that is done elsewhere."""
    return _HAPPENING.get(matter)


def whole_child(known: Known, reckoner: Reckoner, day: dt.date) -> WholeChild:
    """The page as it stood on `day`. Pure: what `known` holds is taken as known by then."""
    page = _Page(known, reckoner, day)
    return WholeChild(day, page.lines(), page.four_months())


class _Page:
    def __init__(self, known: Known, reckoner: Reckoner, day: dt.date) -> None:
        self._known, self._reckoner, self._day = known, reckoner, day
        looked_after = was_looked_after_on(known.periods, day) or series_on(known.periods, day)
        self._period = looked_after
        clocks = open_clocks(known.life, reckoner, day, with_old=True)
        self._open = {due.rule.id: due for due in clocks}

    def lines(self) -> tuple[Line, ...]:
        makers = {
            Matter.PERMANENCE: self._permanence,
            Matter.SDQ: self._sdq,
            Matter.HOME: self._home,
            Matter.ADVOCATE: lambda: self._support(Matter.ADVOCATE, SupportService.ADVOCATE),
            Matter.INDEPENDENT_VISITOR: lambda: self._support(
                Matter.INDEPENDENT_VISITOR, SupportService.INDEPENDENT_VISITOR
            ),
            Matter.PROMISES: self._promises,
        }
        return tuple(
            makers[matter]() if matter in makers else self._happened(matter) for matter in Matter
        )

    def _happened(self, matter: Matter) -> Line:
        told = self._known.told.get(_HAPPENING[matter])
        why = self._why_not(matter)
        if told is None:
            said = self._said_by_return(matter)
            if said is None or why is not None:
                return self._nothing(matter, why)
            return said
        due = self._due(matter)
        value: Value = told
        if matter is Matter.PEP:
            value = ThisTerm(self._is_this_term(told.on))
        state = self._state(due) if why is None else LineState.RECORDED
        if due is None and why is None and _RULES[matter]:
            state = LineState.UP_TO_DATE  # nothing has made it out of date since
        due = due if why is None else None
        return Line(
            matter=matter, state=state, on=told.on, value=value, due=due, source=told.source
        )

    def _said_by_return(self, matter: Matter) -> Line | None:
        name = _YES_OR_NO.get(matter, "")
        said = getattr(self._known.child, name) if name else None
        if said is None:
            return None
        return Line(
            matter=matter,
            state=LineState.RECORDED if said else LineState.STALE,
            value=ReturnSays(bool(said)),
            source=self._known.told_by_return(name),
        )

    def _nothing(self, matter: Matter, why: WhyNot | None) -> Line:
        if why is not None:
            return Line(matter=matter, state=LineState.NOT_APPLICABLE, value=why)
        due = self._due(matter)
        if due is not None and due.on + _YEAR < self._day:
            due = None  # more likely done before this store began than never
        return Line(matter=matter, state=LineState.NEVER_RECORDED, due=due)

    def _permanence(self) -> Line:
        matter, known = Matter.PERMANENCE, self._known
        due = self.four_months()
        found = next(iter(known.findings), None)
        if found is not None and isinstance(found.thing, PermanenceFinding):
            finding = found.thing
            is_settled = finding.is_present and finding.is_ratified
            state = LineState.UP_TO_DATE if is_settled else self._state(due)
            if finding.is_present and finding.is_ratified is None:
                state = LineState.RECORDED
            on = finding.ratified_on if is_settled else found.held_on
            return Line(
                matter=matter,
                state=state,
                on=on,
                value=finding,
                due=None if is_settled else due,
                source=Source(SourceKind.REVIEW, on=found.held_on),
            )
        told = known.told.get(Happening.PERMANENCE_PLAN_MADE)
        plan = known.child.permanence_plan.strip()
        if told is not None:
            return Line(
                matter=matter,
                state=LineState.RECORDED,
                on=told.on,
                value=PlanOfReturn(plan) if plan else told,
                source=told.source,
            )
        if plan:
            source = Source(SourceKind.CHILDS_PAGE, on=known.taken_in.get("permanence_plan"))
            value = PlanOfReturn(plan)
            return Line(matter=matter, state=LineState.RECORDED, value=value, source=source)
        if self._period is None or self._period.is_short_breaks():
            return self._nothing(matter, self._why_not(matter))
        return Line(matter=matter, state=LineState.NEVER_RECORDED, due=due)

    def four_months(self) -> Explained | None:
        """By when a plan for permanence is wanted, counted from the beginning of this care."""
        if self._period is None or self._period.is_short_breaks():
            return None
        try:
            return self._reckoner.due(FOUR_MONTHS, self._period.started)
        except NotInForce:
            return None

    def _sdq(self) -> Line:
        matter, known = Matter.SDQ, self._known
        told = known.told.get(Happening.SDQ_COMPLETED)
        why = self._why_not(matter)
        latest = known.sdq[-1] if known.sdq else None
        if latest is None and told is None:
            return self._nothing(matter, why)
        due = self._due(matter) if why is None else None
        state = self._state(due) if due is not None else LineState.RECORDED
        waits = told is not None and (latest is None or told.on > latest.on)
        value = SdqTrend(tuple(known.sdq), waits)
        line = Line(matter=matter, state=state, value=value, due=due)
        if waits and told is not None:
            return replace(line, on=told.on, source=told.source)
        if latest is None:
            return line
        day = None if latest.is_of_return else latest.on
        return replace(line, on=day, source=_source_of_score(latest, told))

    def _home(self) -> Line:
        if self._period is None:
            why = WhyNot.NOT_LOOKED_AFTER
            return Line(matter=Matter.HOME, state=LineState.NOT_APPLICABLE, value=why)
        period = self._period.until(self._day)
        first, *moves = period.homes_began()
        a_year_ago = add_months(self._day, -_A_YEAR_IN_CARE)
        value = HomeLife(
            placement=period.episodes[-1].placement,
            moves_in_a_year=sum(moved > a_year_ago for moved in moves),
            moves=len(moves),
        )
        return Line(
            matter=Matter.HOME,
            state=LineState.RECORDED,
            on=moves[-1] if moves else first,
            value=value,
            source=Source(SourceKind.RETURN),
        )

    def _support(self, matter: Matter, service: SupportService) -> Line:
        for found in self._known.offers:
            offer = found.thing
            if not isinstance(offer, SupportOffer) or offer.service is not service:
                continue
            is_asked = offer.state is not OfferState.NOT_APPLICABLE
            return Line(
                matter=matter,
                state=LineState.RECORDED if is_asked else LineState.NOT_APPLICABLE,
                on=offer.offered_on or found.held_on,
                value=offer,
                source=Source(SourceKind.REVIEW, on=found.held_on),
            )
        return Line(matter=matter, state=LineState.NEVER_RECORDED)

    def _promises(self) -> Line:
        known = self._known
        if not known.promises:
            return Line(matter=Matter.PROMISES, state=LineState.NEVER_RECORDED)
        counts = {kept: sum(decision.kept is kept for decision in known.promises) for kept in Kept}
        return Line(
            matter=Matter.PROMISES,
            state=LineState.RECORDED,
            on=known.promised_on,
            value=Promises(MappingProxyType(counts)),
            source=Source(SourceKind.REVIEW, on=known.promised_on),
        )

    def _why_not(self, matter: Matter) -> WhyNot | None:
        if self._period is None:
            return WhyNot.NOT_LOOKED_AFTER
        if matter in _NOT_FOR_SHORT_BREAKS and self._period.is_short_breaks():
            return WhyNot.SHORT_BREAKS
        age = age_on(self._known.child.date_of_birth, self._day)
        if matter is Matter.PEP and age < _PEP_FROM:
            return WhyNot.TOO_YOUNG
        return self._why_no_sdq(age, self._period) if matter is Matter.SDQ else None

    def _why_no_sdq(self, age: int, period: PeriodOfCare) -> WhyNot | None:
        if age < _SDQ_FROM:
            return WhyNot.TOO_YOUNG
        if age > _SDQ_TO:
            return WhyNot.TOO_OLD
        if self._day < add_months(period.started, _A_YEAR_IN_CARE):
            return WhyNot.LESS_THAN_A_YEAR
        return None

    def _due(self, matter: Matter) -> Explained | None:
        dues = [self._open[rule] for rule in _RULES.get(matter, ()) if rule in self._open]
        return min(dues, key=lambda due: due.on, default=None)

    def _state(self, due: Explained | None) -> LineState:
        if due is None:
            return LineState.RECORDED
        if due.on < self._day:
            return LineState.STALE
        return LineState.DUE_SOON if due.on - self._day <= SOON else LineState.UP_TO_DATE

    def _is_this_term(self, held: dt.date) -> bool:
        return _THIS_TERM.end(held, ()) == _THIS_TERM.end(self._day, ())


def _source_of_score(score: SdqScore, told: Dated | None) -> Source:
    if score.is_of_return:
        return Source(SourceKind.RETURN, on=score.on)
    return Source(SourceKind.RECORDED, by=score.source, on=told.source.on if told else None)
