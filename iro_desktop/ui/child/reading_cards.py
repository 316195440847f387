"""How to write to a child: to whom how, and in which words of their own."""

from typing_extensions import override

from iro_desktop.domain.identifiers import ChildId, EntityId
from iro_desktop.domain.reading import THE_CHILD, Length, PreferredWord, ReaderWishes, ReadingStyle
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.ui.child.entries_card import EntriesCard, Entry, EntryForm
from iro_desktop.ui.child.reading_presenter import ReadingWays
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.reading import (
    language_options,
    length_in_words,
    length_options,
    style_in_words,
    style_options,
    unchecked_language,
)

PAUSE_MS = 300
_SHORTEST = 3
_NOBODY_YET = ChildId("")


class WishesCard(EntriesCard):
    """How each reader wants documents. The child's row is always there.

    `kept` is told through `form.confirmed`: `wishes` is what stands in the form.
    """

    def __init__(self) -> None:
        self._who, self._language = PersonField(), PickField(_languages())
        self._style, self._length = PickField(style_options()), PickField(length_options())
        self._who_row = FormRow(tr("Who reads it"), self._who, hint=tr("A name, as it is known."))
        self._unchecked = Words("", "muted")
        super().__init__(
            tr("How to write"),
            (
                tr(
                    "Letters and other documents are made so for each reader, unless you choose "
                    "otherwise."
                ),
            ),
            tr("Add a reader"),
            EntryForm(
                self._who_row,
                FormRow(tr("Language"), self._language),
                self._unchecked,
                FormRow(tr("How it is written"), self._style),
                FormRow(tr("How much it says"), self._length),
            ),
        )
        self.editing: ReaderWishes | None = None
        self._is_child = False
        self.edit_wanted.connect(self._on_edit_wanted)
        self._language.answer_changed.connect(self._say_unchecked)

    def show_ways(self, ways: ReadingWays) -> None:
        """Show how the child and every named reader wants documents."""
        name = ways.child or tr("this child")
        self.set_title(tr("How to write to {child}", child=name))
        self._who.set_suggestions(ways.people)
        noted = ways.wishes
        if not noted or noted[0].reader != THE_CHILD:
            noted = (_usual(THE_CHILD), *noted)
        self.show_entries(tuple(_wishes_entry(one, name) for one in noted))

    @override
    def on_add(self) -> None:
        self._begin(None, is_child=False)

    def wishes(self) -> ReaderWishes | None:
        """What stands in the form; None, and said so, where nobody is named."""
        who = THE_CHILD if self._is_child else (self._who.value() or "")
        if not who and not self._is_child:
            self.form.refuse(tr("Say who reads it."), self._who_row)
            return None
        return ReaderWishes(
            id=EntityId(""),
            child_id=_NOBODY_YET,
            reader=who,
            language=self._language.value(),
            style=ReadingStyle(self._style.value()),
            length=Length(self._length.value()),
        )

    def _on_edit_wanted(self, noted: object) -> None:
        if isinstance(noted, ReaderWishes):
            self._begin(noted, is_child=noted.reader == THE_CHILD)

    def _begin(self, wishes: ReaderWishes | None, *, is_child: bool) -> None:
        self.editing, self._is_child = wishes, is_child
        shown = wishes or _usual(THE_CHILD)
        self._who_row.setVisible(not is_child)
        self._who.set_value(shown.reader)
        self._language.set_value(shown.language)
        self._style.set_value(shown.style.value)
        self._length.set_value(shown.length.value)
        self._say_unchecked()
        self.open_form()
        if is_child:
            self._language.focus_first()

    def _say_unchecked(self) -> None:
        language = self._language.value()
        text = unchecked_language(language) if language else ""
        self._unchecked.setText(text)
        self._unchecked.setVisible(bool(text))


class PreferredWordsCard(EntriesCard):
    """What the child calls things."""

    def __init__(self) -> None:
        self._usual, self._own = TextField(), TextField()
        self._usual_row = FormRow(
            tr("Instead of"), self._usual, hint=tr("The word that services use: contact.")
        )
        self._own_row = FormRow(
            tr("say"), self._own, hint=tr("The child’s own: seeing Nan."), spoken=tr("Say")
        )
        super().__init__(
            tr("Their own words"),
            (tr("What this child calls things. It is offered as you write, before any list."),),
            tr("Add a word"),
            EntryForm(self._usual_row, self._own_row),
        )
        self.editing: PreferredWord | None = None
        self.edit_wanted.connect(self._on_edit_wanted)

    def show_ways(self, ways: ReadingWays) -> None:
        """Show the child's words."""
        self.show_entries(
            tuple(
                Entry(
                    one,
                    tr("Instead of “{usual}” say “{own}”", usual=one.instead_of, own=one.word),
                )
                for one in ways.words
            )
        )

    @override
    def on_add(self) -> None:
        self._begin(None)

    def pair(self) -> tuple[str, str] | None:
        """The usual word and the child's; None, and said so, where one is missing."""
        usual, own = self._usual.value() or "", self._own.value() or ""
        if not usual.strip():
            self.form.refuse(tr("Write the word that services use."), self._usual_row)
        elif not own.strip():
            self._usual_row.show_problem(None)
            self.form.refuse(tr("Write the child’s own word."), self._own_row)
        else:
            return usual, own
        return None

    def _on_edit_wanted(self, noted: object) -> None:
        if isinstance(noted, PreferredWord):
            self._begin(noted)

    def _begin(self, word: PreferredWord | None) -> None:
        self.editing = word
        self._usual.set_value(word.instead_of if word else None)
        self._own.set_value(word.word if word else None)
        self.open_form()


def _languages() -> list[Option]:
    return [Option("", tr("Not asked yet: English")), *language_options()]


def _usual(reader: str) -> ReaderWishes:
    return ReaderWishes(id=EntityId(""), child_id=_NOBODY_YET, reader=reader)


def _wishes_entry(wishes: ReaderWishes, child: str) -> Entry:
    language = LANGUAGES.get(wishes.language)
    spoken = language.english_name if language else tr("Language not asked yet: English")
    parts = (spoken, style_in_words(wishes.style), length_in_words(wishes.length))
    remark = unchecked_language(wishes.language) if language else ""
    details = (" · ".join(parts), remark) if remark else (" · ".join(parts),)
    return Entry(wishes, wishes.reader or child, details, may_be_removed=bool(wishes.id))
