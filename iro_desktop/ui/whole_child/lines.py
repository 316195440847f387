"""The lines of the page in the words of the screen."""

from collections import Counter
from dataclasses import dataclass

from iro_desktop.documents.blocks import text_of
from iro_desktop.documents.whole_child_words import (
    Placement,
    day_in_words,
    matter_in_words,
    source_in_words,
    stale_in_words,
    state_in_words,
    value_in_words,
)
from iro_desktop.domain.advocacy import SupportOffer
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.whole_child import (
    Dated,
    Line,
    LineState,
    Matter,
    SdqTrend,
    WholeChild,
    recorded_as,
)
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.explaining import Explanation
from iro_desktop.services.return_labels import ReturnLabels
from iro_desktop.ui.words.due_dates import explained
from iro_desktop.ui.words.tones import Tone

_TONES: dict[LineState, tuple[Tone, str]] = {
    LineState.UP_TO_DATE: ("success", "circle-check"),
    LineState.DUE_SOON: ("warning", "calendar-clock"),
    LineState.STALE: ("danger", "circle-alert"),
    LineState.RECORDED: ("plain", "check"),
    LineState.NEVER_RECORDED: ("plain", "circle-help"),
    LineState.NOT_APPLICABLE: ("plain", ""),
}


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line in words. `records` is what can be written down for it, None where nothing is.

    `stale` is since when it is out of date, or from when on, which `why` explains.
    """

    matter: Matter
    title: str
    state: str
    tone: Tone
    icon: str
    value: str
    about: str
    stale: str
    why: Explanation | None
    records: Happening | None
    trend: SdqTrend | None

    @property
    def is_sdq(self) -> bool:
        """Whether a total is written down for it, or why there is none."""
        return self.matter is Matter.SDQ

    @property
    def may_be_recorded(self) -> bool:
        """Whether something can be written down for it here."""
        return self.is_sdq or self.records is not None


def lines_of(page: WholeChild) -> tuple[SheetLine, ...]:
    """Every line of the page, in its order."""
    placement = ReturnLabels(screen()).placement
    return tuple(_line(line, page, placement) for line in page.lines)


def counted(page: WholeChild) -> str:
    """How many lines are out of date, due soon and not recorded."""
    counts = Counter(line.state for line in page.lines)
    said = (
        ntr("{number} out of date", "{number} out of date", counts[LineState.STALE]),
        ntr("{number} due soon", "{number} due soon", counts[LineState.DUE_SOON]),
        ntr("{number} not recorded", "{number} not recorded", counts[LineState.NEVER_RECORDED]),
    )
    states = (LineState.STALE, LineState.DUE_SOON, LineState.NEVER_RECORDED)
    found = [words for words, state in zip(said, states, strict=True) if counts[state]]
    return " · ".join(found) or tr("Nothing is out of date.")


def _line(line: Line, page: WholeChild, placement: Placement) -> SheetLine:
    words = screen()
    tone, icon = _TONES[line.state]
    return SheetLine(
        matter=line.matter,
        title=matter_in_words(line.matter, words),
        state=state_in_words(line.state, words),
        tone=tone,
        icon=icon,
        value=_value(line, placement),
        about=source_in_words(line.source, words),
        stale=_stale(line, page),
        why=explained(line.due) if line.due else None,
        records=recorded_as(line.matter),
        trend=line.value if isinstance(line.value, SdqTrend) else None,
    )


def _value(line: Line, placement: Placement) -> str:
    """The day, and what is known. On the IRO's screen all may stand that a review recorded."""
    value, words = line.value, screen()
    if isinstance(value, Dated):
        said = value.note
    else:
        at = value.review_id if isinstance(value, PermanenceFinding | SupportOffer) else None
        said = text_of(value_in_words(line, placement, words, at))
    day = day_in_words(line, words)
    said = said[:1].upper() + said[1:]
    return tr("{day} · {said}", day=day, said=said) if day and said else day or said


def _stale(line: Line, page: WholeChild) -> str:
    day = stale_in_words(line, screen())
    if not day or line.stale_since is None:
        return ""
    is_wanted = line.matter is Matter.PERMANENCE or line.state is LineState.NEVER_RECORDED
    if is_wanted and line.due is not None:
        return tr("Wanted by {day}", day=screen().date(line.due.on))
    if line.stale_since <= page.as_of:
        return tr("Stale since {day}", day=day)
    return tr("Stale from {day}", day=day)
