"""What is kept confidential about a child: the words, from whom, until when, and why."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QTimer
from typing_extensions import override

from iro_desktop.domain.identifiers import ChildId, EntityId
from iro_desktop.domain.withholding import ConfidentialDetail, Reader
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.ui.child.entries_card import EntriesCard, Entry, EntryForm
from iro_desktop.ui.child.reading_presenter import ReadingWays
from iro_desktop.ui.widgets.choice_field import ChoicesField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.withholding import kept_from_options, readers_in_words

PAUSE_MS = 300
_SHORTEST = 3


class ConfidentialCard(EntriesCard):
    """Details that print on no copy for those they are kept from."""

    def __init__(self, today: Callable[[], dt.date], places_of: Callable[[str], int]) -> None:
        self._places_of = places_of
        self._words, self._from = TextField(), ChoicesField(kept_from_options())
        self._until, self._why = DateField(today), TextField()
        self._found = Words("", "muted")
        self._words_row = FormRow(
            tr("The words to keep"),
            self._words,
            hint=tr(
                "As they are written in the record. Capitals, spaces and commas make no "
                "difference. “12 Elm Rd” and “12 Elm Road” do: add each way of writing it, and the "
                "name of the home, the street alone and the telephone number too."
            ),
        )
        self._from_row = FormRow(tr("Keep them from"), self._from)
        super().__init__(
            tr("Kept confidential"),
            (
                tr(
                    "Words such as an address, a home or a number that stand in no copy for those "
                    "they are kept from. The copy says that something was left out; the file keeps "
                    "everything."
                ),
            ),
            tr("Keep something confidential"),
            EntryForm(
                self._words_row,
                self._found,
                self._from_row,
                FormRow(
                    tr("Until"), self._until, hint=tr("The last day. Empty keeps them for good.")
                ),
                FormRow(tr("Why"), self._why, hint=tr("For the file. It is printed nowhere.")),
            ),
        )
        self.editing: ConfidentialDetail | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.say_places)
        self._words.answer_changed.connect(self._pause.start)
        self.edit_wanted.connect(self._on_edit_wanted)

    def show_ways(self, ways: ReadingWays) -> None:
        """Show what is kept from whom."""
        self.show_entries(tuple(map(_detail_entry, ways.details)))

    @override
    def on_add(self) -> None:
        self._begin(None)

    @override
    def close_form(self) -> None:
        self._pause.stop()
        super().close_form()

    @override
    def forget(self) -> None:
        self._pause.stop()
        super().forget()

    def say_places(self) -> None:
        """Say in how many places of the record the words stand as they are typed now."""
        self._pause.stop()
        words = self._words.value() or ""
        if len(words.strip()) < _SHORTEST:
            self._found.setText(tr("Write at least three characters."))
            return
        count = self._places_of(words)
        self._found.setText(
            ntr(
                "Found in one place of this child’s record.",
                "Found in {number} places of this child’s record.",
                count,
            )
            if count
            else tr(
                "Found nowhere in this child’s record yet. Check the spelling; it is kept from now "
                "on, wherever it is written."
            )
        )

    def detail(self) -> ConfidentialDetail | None:
        """What stands in the form; None, and said so, where something is missing."""
        self.form.forget_problems()
        words, readers = (self._words.value() or "").strip(), self._from.value() or ()
        if len(words) < _SHORTEST:
            self.form.refuse(tr("Write at least three characters."), self._words_row)
        elif not readers:
            self.form.refuse(tr("Say from whom they are kept."), self._from_row)
        elif self._until.is_unread():
            self._until.focus_first()
        else:
            return ConfidentialDetail(
                id=self.editing.id if self.editing else EntityId(""),
                child_id=ChildId(""),
                words=words,
                kept_from=tuple(Reader(reader) for reader in readers),
                why=self._why.value() or "",
                until=self._until.date(),
            )
        return None

    def _on_edit_wanted(self, noted: object) -> None:
        if isinstance(noted, ConfidentialDetail):
            self._begin(noted)

    def _begin(self, detail: ConfidentialDetail | None) -> None:
        self.editing = detail
        self._words.set_value(detail.words if detail else None)
        self._from.set_value(tuple(each.value for each in detail.kept_from) if detail else None)
        self._until.set_value(detail.until.isoformat() if detail and detail.until else None)
        self._why.set_value(detail.why if detail else None)
        self._found.setText("")
        if detail:
            self.say_places()
        self.open_form()


def _detail_entry(detail: ConfidentialDetail) -> Entry:
    who = tr("Kept from: {readers}", readers=readers_in_words(detail.kept_from))
    until = tr("until {day}", day=screen().date(detail.until)) if detail.until else tr("for good")
    by = tr("noted by {name}", name=detail.recorded_by) if detail.recorded_by else ""
    about = " · ".join(part for part in (until, by) if part)
    details = tuple(part for part in (who, about, detail.why) if part)
    return Entry(detail, detail.words, details)
