"""What due dates are reckoned with, without the screen: each wish is carried out and told."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.rule_book import RuleBook
from iro_desktop.i18n import screen, tr
from iro_desktop.services import bank_holidays, moved_dates, reckoning, school_terms
from iro_desktop.services.bank_holidays import HolidayRefusal
from iro_desktop.services.changed import Changed
from iro_desktop.services.council_files import read_council_file
from iro_desktop.services.faults import LocalRulesRefused
from iro_desktop.services.moved_dates import MovedDate
from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.school_terms import Term, TermFault, TermRefusal
from iro_desktop.ui.settings.due_dates.moved_lines import MovedList, moved_list
from iro_desktop.ui.settings.due_dates.refusals import (
    refused_holiday,
    refused_term,
)
from iro_desktop.ui.settings.due_dates.rule_lines import council_lines, rule_lines, whole_rule
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.reasons import reason_lines
from iro_desktop.ui.settings.sections import Section, SectionWork


@dataclass(frozen=True, slots=True)
class Timescales:
    """What is in use: whether a council's rules, whose, what they are, and all there are.

    `council` is empty where there are none, or where they can no longer be read.
    """

    has_own: bool
    council: str
    own: tuple[Line, ...]
    every: tuple[Line, ...]


class DueDatesScreen(Protocol):
    """What the presenter asks of the panels."""

    def show_holidays(self, days: Holidays) -> None:
        """List the bank holidays that were added, each with its name."""
        ...

    def show_holiday_refused(self, text: str) -> None:
        """Say beside the field why a day is not added."""
        ...

    def clear_holiday(self) -> None:
        """Empty the fields: the day is in the list."""
        ...

    def show_moved(self, section: Section, moved: MovedList) -> None:
        """List what moved; one without lines takes the list away."""
        ...

    def show_timescales(self, timescales: Timescales) -> None:
        """Show whose rules are in use, and every rule."""
        ...

    def show_reasons(self, reasons: tuple[Line, ...]) -> None:
        """List why a council's file is refused; none takes the list away."""
        ...

    def show_terms(self, terms: tuple[Term, ...]) -> None:
        """List the school terms."""
        ...

    def show_term_refused(self, fault: TermFault, text: str) -> None:
        """Say beside the field it is about why a term is not taken."""
        ...

    def clear_term(self) -> None:
        """Empty the fields: the term is in the list."""
        ...


@dataclass(frozen=True, slots=True)
class _Outcome:
    changed: Changed
    moved: tuple[MovedDate, ...] = ()


class DueDatesPresenter:
    """The parts of the settings that due dates hang on. `tell` hears what changed."""

    def __init__(
        self,
        uow_factory: UnitOfWorkFactory,
        clock: Clock,
        work: SectionWork,
        tell: Callable[[Changed], None],
    ) -> None:
        self._uow_factory, self._clock = uow_factory, clock
        self._work, self._tell = work, tell
        self._screen: DueDatesScreen | None = None
        self._book: RuleBook | None = None

    def begin(self, screen: DueDatesScreen) -> None:
        """Fill the panels."""
        self._screen = screen
        self._show_holidays()
        self._show_timescales()
        self._show_terms()

    def look_again(self) -> None:
        """Show the days and rules that the council sent meanwhile."""
        self._show_holidays()
        self._show_timescales()

    def today(self) -> dt.date:
        """Today's date."""
        return self._clock.today()

    # Bank holidays

    def add_holiday(self, day: dt.date, name: str = "") -> None:
        """Have a day count as a bank holiday, and list what moves for it."""

        def work() -> HolidayRefusal | _Outcome:
            with self._uow_factory() as uow:
                refusal = bank_holidays.refusal_of(day, bank_holidays.observed(uow.settings))
            if refusal is not None:
                return refusal
            return self._change(lambda: bank_holidays.add_holiday(self._uow_factory, day, name))

        def done(outcome: HolidayRefusal | _Outcome) -> None:
            if isinstance(outcome, HolidayRefusal):
                self._shown.show_holiday_refused(refused_holiday(outcome, day))
                return
            self._shown.clear_holiday()
            words = tr("{day} counts as a bank holiday.", day=screen().weekday_date(day))
            self._on_holidays_changed(outcome, words)

        self._work.run(Section.HOLIDAYS, work, done)

    def remove_holiday(self, day: dt.date) -> None:
        """Have a day that was added no longer count, and list what moves for it."""
        words = tr("{day} no longer counts.", day=screen().weekday_date(day))
        self._work.run(
            Section.HOLIDAYS,
            lambda: self._change(lambda: bank_holidays.remove_holiday(self._uow_factory, day)),
            lambda outcome: self._on_holidays_changed(outcome, words),
        )

    def _on_holidays_changed(self, outcome: _Outcome, words: str) -> None:
        self._show_holidays()
        self._say_moved(Section.HOLIDAYS, outcome, words)

    # The council's own rules

    def use_council_file(self, path: Path) -> None:
        """Reckon with the rules in a council's file; where it is refused, list every reason."""
        translator = screen()  # the work goes on in a thread that has no screen

        def work() -> LocalRulesRefused | _Outcome:
            text = read_council_file(path, translator)
            try:
                return self._change(
                    lambda: reckoning.take_local_rules(self._uow_factory, text, path.name)
                )
            except LocalRulesRefused as refused:
                return refused

        self._work.run(Section.TIMESCALES, work, self._on_rules_tried)

    def use_law_alone(self) -> None:
        """Reckon without any council's rules again."""
        self._work.run(
            Section.TIMESCALES,
            lambda: self._change(lambda: reckoning.drop_local_rules(self._uow_factory)),
            lambda outcome: self._on_rules_changed(outcome, tr("Only the law's rules are in use.")),
        )

    def explain_rule(self, name: str) -> str:
        """All there is to say of a rule, a sentence a line."""
        return whole_rule(self._rules, name, self.today())

    def _on_rules_tried(self, outcome: LocalRulesRefused | _Outcome) -> None:
        if isinstance(outcome, LocalRulesRefused):
            self._shown.show_moved(Section.TIMESCALES, moved_list(()))
            words = tr("That file cannot be used, and nothing has been changed. Mend it first.")
            self._say_refused(outcome, words)
        elif not outcome.changed:
            self._shown.show_reasons(())
            self._work.screen.show_note(Section.TIMESCALES, tr("These rules are in use already."))
        else:
            self._on_rules_changed(outcome, tr("The council's rules are in use."))

    def _on_rules_changed(self, outcome: _Outcome, words: str) -> None:
        self._shown.show_reasons(())
        self._show_timescales()
        self._say_moved(Section.TIMESCALES, outcome, words)

    def _say_refused(self, refused: LocalRulesRefused, words: str) -> None:
        self._shown.show_reasons(reason_lines(refused))
        self._work.screen.show_fault(Section.TIMESCALES, words)

    # School terms

    def keep_term(self, term: Term, instead_of: Term | None) -> None:
        """Keep a term, in place of another where one is given."""

        def work() -> TermRefusal | Changed:
            with self._uow_factory() as uow:
                known = school_terms.read(uow.settings)
            others = [other for other in known if other != instead_of]
            refusal = school_terms.refusal_of(term, others)
            return refusal or school_terms.put(self._uow_factory, term, instead_of)

        def done(outcome: TermRefusal | Changed) -> None:
            if isinstance(outcome, TermRefusal):
                self._shown.show_term_refused(outcome.fault, refused_term(outcome))
                return
            self._shown.clear_term()
            self._on_terms_changed(outcome, tr("{term} is kept.", term=term.name.strip()))

        self._work.run(Section.TERMS, work, done)

    def remove_term(self, term: Term) -> None:
        """No longer know a term."""
        self._work.run(
            Section.TERMS,
            lambda: school_terms.remove(self._uow_factory, term),
            lambda changed: self._on_terms_changed(
                changed, tr("{term} is taken out.", term=term.name)
            ),
        )

    def _on_terms_changed(self, changed: Changed, words: str) -> None:
        self._show_terms()
        self._tell(changed)
        self._work.screen.show_done(Section.TERMS, words)

    # Inside

    @property
    def _shown(self) -> DueDatesScreen:
        assert self._screen is not None  # noqa: S101 - panels begin before they ask
        return self._screen

    @property
    def _rules(self) -> RuleBook:
        return self._book or reckoning.law().book

    def _change(self, change: Callable[[], Changed]) -> _Outcome:
        before = self._reckoner()
        changed = change()
        if not changed:
            return _Outcome(changed)
        found = moved_dates.moved(self._uow_factory, self.today(), before, self._reckoner())
        return _Outcome(changed, found)

    def _reckoner(self) -> Reckoner:
        """The engine as it is; the law's, where a rule of old is refused by now."""
        with self._uow_factory() as uow:
            try:
                return reckoning.reckoner_of(uow.settings)
            except LocalRulesRefused:
                return Reckoner(reckoning.law().book, bank_holidays.observed(uow.settings))

    def _say_moved(self, section: Section, outcome: _Outcome, words: str) -> None:
        self._tell(outcome.changed)
        moved = moved_list(outcome.moved)
        self._shown.show_moved(section, moved)
        self._work.screen.show_done(section, f"{words} {moved.title}")

    def _show_holidays(self) -> None:
        with self._uow_factory() as uow:
            days = bank_holidays.added(uow.settings)
        self._shown.show_holidays(days)

    def _show_timescales(self) -> None:
        law, today = reckoning.law().book, self.today()
        self._book, council, has_own = law, "", True
        with self._uow_factory() as uow:
            settings = uow.settings
            try:
                council = reckoning.council_of(settings)
                has_own = bool(council)
                self._book = reckoning.reckoner_of(settings).rules
            except LocalRulesRefused as refused:
                words = tr(
                    "The council's rules can no longer be used. Choose its newer file, or go back "
                    "to the law alone."
                )
                self._say_refused(refused, words)
        own = council_lines(self._rules, law, today)
        every = rule_lines(self._rules, today)
        self._shown.show_timescales(Timescales(has_own, council, own, every))

    def _show_terms(self) -> None:
        with self._uow_factory() as uow:
            terms = school_terms.read(uow.settings)
        self._shown.show_terms(terms)
