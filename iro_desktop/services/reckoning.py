"""The engine of due dates as a store has it: the law, the council's own rules, and the holidays."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from iro_desktop import paths
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.rule_book import RuleBook
from iro_desktop.services.bank_holidays import england, observed
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import LocalRulesRefused
from iro_desktop.services.kept_settings import keep_settings
from iro_desktop.services.ports import Settings, UnitOfWorkFactory

if TYPE_CHECKING:  # reading them brings in YAML, which the lock does without
    from iro_desktop.timescale_files.local_reader import LocalTimescales
    from iro_desktop.timescale_files.reader import Timescales

_LOCAL = "local_timescales"


@cache
def law() -> "Timescales":
    """The timescales that the program brings, read once."""
    from iro_desktop.timescale_files.reader import read_timescales  # noqa: PLC0415 - see above

    return read_timescales(paths.timescales())


def lawful(local: str = "", source: str = "") -> Reckoner:
    """The engine without a store: the law, and a council's rules where their text is given.

    Raises:
        LocalRulesRefused: the council's text has a fault or loosens the law; every line says why.
    """
    return Reckoner(_rules(local, source), england())


def reckoner_of(settings: Settings) -> Reckoner:
    """The engine as this store has it.

    A council's rules that a later version of the program refuses are left out: the law holds, and
    the settings say what is wrong with them.
    """
    try:
        rules = _rules(settings.get(_LOCAL), "")
    except LocalRulesRefused:
        rules = law().book
    return Reckoner(rules, observed(settings))


def council_of(settings: Settings) -> str:
    """Whose local rules are in use; empty where there are none."""
    text = settings.get(_LOCAL)
    return read_local(text, "").council if text else ""


@lru_cache(maxsize=8)
def read_local(text: str, source: str) -> "LocalTimescales":
    """A council's rules laid over the law's. Raises LocalRulesRefused."""
    from iro_desktop.timescale_files.faults import line_of  # noqa: PLC0415 - see above
    from iro_desktop.timescale_files.local_reader import (  # noqa: PLC0415 - see above
        read_local_timescales,
    )

    local, problems = read_local_timescales(text, source, law().book, england())
    if local is None:
        raise LocalRulesRefused(why="\n".join(line_of(problem) for problem in problems))
    return local


def take_local_rules(uow_factory: UnitOfWorkFactory, text: str, source: str) -> Changed:
    """Reckon with a council's rules from now on. Raises LocalRulesRefused; then nothing changes."""
    read_local(text, source)
    return keep_settings(uow_factory, {_LOCAL: text}, Topic.CASELOAD)


def drop_local_rules(uow_factory: UnitOfWorkFactory) -> Changed:
    """Reckon with the law alone again."""
    return keep_settings(uow_factory, {_LOCAL: ""}, Topic.CASELOAD)


def _rules(local: str, source: str) -> RuleBook:
    return read_local(local, source).book if local else law().book
