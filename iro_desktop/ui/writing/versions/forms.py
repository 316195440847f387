"""What is asked to check, to correct, to note that it was read together, and to keep a reply."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.wishes_and_feelings import HeardHow
from iro_desktop.i18n import tr
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES
from iro_desktop.services.what_changed import WhatChanged
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.text_field import LongTextField
from iro_desktop.ui.words.records import heard_how, options
from iro_desktop.ui.writing.versions.step_form import StepForm

Today = Callable[[], dt.date]


class CheckForm(StepForm):
    """`confirmed` carries who read it through."""

    confirmed = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            tr("Read it through first"), ActionButton(tr("It is checked"), "check", "primary")
        )
        self.owner = ""
        self._who = PersonField()
        self.ask("by", FormRow(tr("Who read it through, word for word?"), self._who))

    def show_people(self, owner: str, people: tuple[str, ...]) -> None:
        """Suggest these; who signs comes first."""
        self.owner = owner
        self._who.set_suggestions(tuple(dict.fromkeys((owner, *people) if owner else people)))

    @override
    def at_first(self, _name: str) -> AnswerValue:
        return self.owner

    @override
    def confirm(self) -> None:
        if not self.words_in("by"):
            self.refuse("by", tr("Say who read it."))
            return
        self.accept()
        self.confirmed.emit(self.words_in("by"))


class CorrectForm(StepForm):
    """`confirmed` carries a WhatChanged. In English nothing is asked of a translation."""

    confirmed = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            tr("Make a correction"), ActionButton(tr("Make the correction"), "check", "primary")
        )
        self.ask(
            "words",
            FormRow(
                tr("What has changed?"),
                LongTextField(fewest_lines=2),
                hint=tr(
                    "It stands at the top of the new version, for its reader. Put the change "
                    "itself right in the record first: the new version is made from it."
                ),
            ),
        )
        self._said = self.ask("translated", FormRow(tr("The same"), LongTextField(fewest_lines=2)))
        self._by = self.ask("translator", FormRow(tr("Who translated that?"), PersonField()))
        self.show_language(ENGLISH)

    def show_language(self, code: str) -> None:
        """Ask for the words in this language too, where it is not English."""
        language = LANGUAGES[code]
        for row in (self._said, self._by):
            row.setVisible(code in LANGUAGES and code != ENGLISH)
        self._said.set_question(tr("The same in {language}", language=language.english_name))

    @override
    def confirm(self) -> None:
        words, translated = self.words_in("words"), self.words_in("translated")
        is_asked = not self._said.isHidden()
        if not words:
            self.refuse("words", tr("Say in a few words what has changed."))
        elif is_asked and translated and not self.words_in("translator"):
            self.refuse("translator", tr("Say who translated it."))
        else:
            self.accept()
            said = (translated, self.words_in("translator")) if is_asked else ("", "")
            self.confirmed.emit(WhatChanged(words, *said))


class ReadForm(StepForm):
    """`confirmed` carries who, the day and a note."""

    confirmed = Signal(str, object, str)

    def __init__(self, today: Today) -> None:
        super().__init__(
            tr("Read with the child"), ActionButton(tr("Note that it was read"), "check", "primary")
        )
        self._today, self.owner = today, ""
        self._who, self._day = PersonField(), DateField(today)
        self.ask("by", FormRow(tr("Who read it with them?"), self._who))
        self.ask("on", FormRow(tr("When?"), self._day))
        self.ask("note", FormRow(tr("Anything to remember"), LongTextField(fewest_lines=2)))

    def show_people(self, owner: str, people: tuple[str, ...]) -> None:
        """Suggest these; who signs comes first."""
        self.owner = owner
        self._who.set_suggestions(tuple(dict.fromkeys((owner, *people) if owner else people)))

    @override
    def at_first(self, name: str) -> AnswerValue:
        return {"by": self.owner, "on": self._today().isoformat()}.get(name)

    @override
    def confirm(self) -> None:
        fault = fault_of_day(self._day.date(), self._today())
        if not self.words_in("by"):
            self.refuse("by", tr("Say who read it with them."))
        elif fault:
            self.refuse("on", fault)
        else:
            self.accept()
            self.confirmed.emit(self.words_in("by"), self._day.date(), self.words_in("note"))


class ReplyForm(StepForm):
    """`confirmed` carries the words, how they came (HeardHow) and the day."""

    confirmed = Signal(str, object, object)

    def __init__(self, today: Today) -> None:
        super().__init__(
            tr("The child’s reply"), ActionButton(tr("Keep the reply"), "check", "primary")
        )
        self._today, self._day = today, DateField(today)
        self._words = LongTextField()
        self.ask(
            "words",
            FormRow(
                tr("What did they say?"),
                self._words,
                hint=tr("In their own words, exactly. Nothing changes them later."),
            ),
        )
        self.ask("how", FormRow(tr("How did the words come?"), PickField(options(heard_how()))))
        self.ask("on", FormRow(tr("When?"), self._day))

    @override
    def at_first(self, name: str) -> AnswerValue:
        how = HeardHow.SAID_TO_ME.value
        return {"how": how, "on": self._today().isoformat()}.get(name)

    @override
    def confirm(self) -> None:
        fault = fault_of_day(self._day.date(), self._today())
        words = self._words.value()  # to the letter: nothing is taken off at its ends
        if not isinstance(words, str):
            self.refuse("words", tr("Write down what they said."))
        elif fault:
            self.refuse("on", fault)
        else:
            self.accept()
            how = HeardHow(str(self.rows["how"].field.value()))
            self.confirmed.emit(words, how, self._day.date())


def fault_of_day(day: dt.date | None, today: dt.date) -> str:
    """Why a day cannot be when it happened; empty where it can."""
    if day is None:
        return tr("Give the day.")
    return tr("That day is still to come.") if day > today else ""
