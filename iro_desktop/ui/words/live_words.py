"""Plain words and spelling of one record while it is written. No Qt here.

What the linter remembers is case data: `forget` lets go of it, with the record or the store.
"""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.remarks import Remark
from iro_desktop.plain_words.word_list import WordList
from iro_desktop.services import plain_words

if TYPE_CHECKING:  # it brings in Hunspell, which nobody needs before a first word is typed
    from iro_desktop.plain_words.spelling import Spelling

Range = tuple[int, int]


class LiveWords:
    """Follows the record as it changes: who is at the review by now is no misspelt word.

    `record` gives it as it stands on screen, `lists` the lists of words in use; those are asked for
    once, until everything is forgotten.
    """

    def __init__(
        self,
        record: Callable[[], ReviewRecord],
        lists: Callable[[], tuple[WordList, ...]],
    ) -> None:
        self._record, self._read_lists = record, lists
        self.forget()

    def forget(self) -> None:
        """Let go of everything that was read and remembered."""
        self._lists: tuple[WordList, ...] | None = None
        self._linter: Linter | None = None
        self._spelling: Spelling | None = None
        self._spelt_for: tuple[object, ...] = ()

    def remarks(self, text: str) -> tuple[Remark, ...]:
        """What the child of the record would stumble over in an English text."""
        situation = plain_words.situation_of(self._record(), self._word_lists())
        if self._linter is None or self._linter.situation != situation:
            self._linter = Linter(situation)
        return self._linter.remarks(text)

    def misspelt(self, text: str, leave_out: Collection[Range] = ()) -> tuple[Range, ...]:
        """Where words stand that neither the dictionary nor the record knows."""
        return self._spelling_now().unknown(text, leave_out)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What a word might be. Slow: only for somebody who waits to see them."""
        return self._spelling_now().suggestions(word)

    def _spelling_now(self) -> "Spelling":
        record = self._record()
        known = _names_in(record)
        if self._spelling is None or self._spelt_for != known:
            self._spelling = plain_words.spelling_of(record, self._word_lists())
            self._spelt_for = known
        return self._spelling

    def _word_lists(self) -> tuple[WordList, ...]:
        if self._lists is None:
            self._lists = self._read_lists()
        return self._lists


def _names_in(record: ReviewRecord) -> tuple[object, ...]:
    """All of a record from which its own words and names come."""
    return (
        record.child,
        record.iro,
        record.review.planned_at,
        record.people,
        record.participants,
        record.preferred_words,
        tuple(one.owner for one in (*record.decisions, *record.last_decisions)),
        tuple(one.person for one in record.scale_answers),
    )
