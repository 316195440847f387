"""The panels that due dates hang on, and what is wished for in them."""

from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.services.school_terms import Term, TermFault
from iro_desktop.ui.settings.due_dates.holidays_panel import HolidaysPanel
from iro_desktop.ui.settings.due_dates.moved_lines import MovedList
from iro_desktop.ui.settings.due_dates.presenter import DueDatesPresenter, Timescales
from iro_desktop.ui.settings.due_dates.terms_panel import TermsPanel
from iro_desktop.ui.settings.due_dates.timescales_panel import TimescalesPanel
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.settings.sections import Section


class DueDatesPanels:
    """Three cards of the settings' page, and what their presenter asks of them."""

    def __init__(self, presenter: DueDatesPresenter) -> None:
        self.holidays = HolidaysPanel(presenter.today)
        self.timescales = TimescalesPanel(presenter.explain_rule)
        self.terms = TermsPanel(presenter.today)
        self.holidays.add_wished.connect(presenter.add_holiday)
        self.holidays.remove_wished.connect(presenter.remove_holiday)
        self.timescales.file_chosen.connect(presenter.use_council_file)
        self.timescales.law_alone_wished.connect(presenter.use_law_alone)
        self.terms.keep_wished.connect(presenter.keep_term)
        self.terms.remove_wished.connect(presenter.remove_term)

    def by_section(self) -> dict[Section, Panel]:
        """The cards in the order in which they stand."""
        return {
            Section.HOLIDAYS: self.holidays,
            Section.TIMESCALES: self.timescales,
            Section.TERMS: self.terms,
        }

    # What the presenter asks

    def show_holidays(self, days: Holidays) -> None:
        """List the bank holidays that were added, each with its name."""
        self.holidays.show_days(days)

    def show_holiday_refused(self, text: str) -> None:
        """Say beside the field why a day is not added."""
        self.holidays.show_refused(text)

    def clear_holiday(self) -> None:
        """Empty the fields: the day is in the list."""
        self.holidays.clear()

    def show_moved(self, section: Section, moved: MovedList) -> None:
        """List what moved; one without lines takes the list away."""
        if section is Section.HOLIDAYS:
            self.holidays.moved.show_moved(moved)
        else:
            self.timescales.moved.show_moved(moved)

    def show_timescales(self, timescales: Timescales) -> None:
        """Show whose rules are in use, and every rule."""
        self.timescales.show_timescales(timescales)

    def show_reasons(self, reasons: tuple[Line, ...]) -> None:
        """List why a council's file is refused; none takes the list away."""
        self.timescales.show_reasons(reasons)

    def show_terms(self, terms: tuple[Term, ...]) -> None:
        """List the school terms."""
        self.terms.show_terms(terms)

    def show_term_refused(self, fault: TermFault, text: str) -> None:
        """Say beside the field it is about why a term is not taken."""
        self.terms.show_refused(fault, text)

    def clear_term(self) -> None:
        """Empty the fields: the term is in the list."""
        self.terms.clear()
