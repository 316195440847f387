"""A council's wording, without the screen: what is typed is looked over, kept, and taken back."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from iro_desktop.documents.blocks import Heading
from iro_desktop.documents.document_parts import parts_of
from iro_desktop.documents.kind_words import kind_of_document
from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.documents.material import Material
from iro_desktop.documents.part_names import part_names
from iro_desktop.documents.plain_text import write_text
from iro_desktop.documents.templates.faults import sentence
from iro_desktop.documents.templates.fields import fields_of, values_of
from iro_desktop.domain.copies import FOR_THE_CHILD
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.i18n import Translator, ntr, screen, tr
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES
from iro_desktop.plain_words import messages
from iro_desktop.services import council_wording, owner, plain_words
from iro_desktop.services.changed import Changed
from iro_desktop.services.example_copies import example_material, example_of
from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.wording_remarks import LineRemark, remarks_on_wording
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.sections import Section, SectionWork
from iro_desktop.ui.words.wordings import fields_in_words, part_in_words


@dataclass(frozen=True, slots=True)
class Insertable:
    """Something that can be put into a wording: what it is in words, and what is put there."""

    words: str
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of a kind of document in a language, to be written on.

    `is_own` says that the council has one in use, `is_draft` that the text is not in use.
    """

    kind: DocumentKind
    language: str
    text: str
    is_own: bool
    is_draft: bool
    fields: tuple[Insertable, ...] = ()
    parts: tuple[Insertable, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """What is to be said of a text: faults and remarks with their line as key, and what it gives.

    `left_out` names the parts that it says nothing of, empty where it says all.
    """

    faults: tuple[Line, ...]
    remarks: tuple[Line, ...]
    left_out: str
    preview: str


class WordingScreen(Protocol):
    """What the presenter asks of the panel."""

    def show_wording(self, wording: Wording) -> None:
        """Show a wording to write on."""
        ...

    def show_looked(self, looked: Looked) -> None:
        """Show what is said of the text as it stands."""
        ...


class WordingPresenter:
    """One kind and language at a time. `tell` hears what changed for other screens."""

    def __init__(
        self,
        uow_factory: UnitOfWorkFactory,
        clock: Clock,
        work: SectionWork,
        tell: Callable[[Changed], None],
    ) -> None:
        self._uow_factory, self._clock = uow_factory, clock
        self._work, self._tell = work, tell
        self._screen: WordingScreen | None = None
        self._material: Material | None = None
        self._began_as = ""  # the wording in use as the one on screen was begun
        self.kind, self.language = DocumentKind.LETTER, ENGLISH

    def begin(self, shown: WordingScreen) -> None:
        """Show the first wording. An example of it is made once it is asked for."""
        self._screen = shown
        self._show()

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._clock.today()

    def look_again(self) -> None:
        """Show what the council sent meanwhile. What is being written stays in front."""
        with self._uow_factory() as uow:
            is_draft = bool(council_wording.draft_of(uow.settings, self.kind, self.language))
            used = council_wording.wording_of(uow.settings, self.kind, self.language)
        if not is_draft and used != self._began_as:
            self._show()

    def turn_to(self, kind: DocumentKind, language: str) -> None:
        """Show another wording."""
        self.kind, self.language, self._material = kind, language, None
        self._show()

    def load_example(self) -> None:
        """Make the made-up record that a wording is tried on, and tell what the text gives."""
        kind, language = self.kind, self.language
        iro = owner.read(self._uow_factory)

        def done(material: Material) -> None:
            if (kind, language) == (self.kind, self.language):
                self._material = material
                self._show()

        self._work.run(
            Section.WORDING, lambda: example_material(kind, language, self.today, iro), done
        )

    @property
    def has_example(self) -> bool:
        """Whether what the text gives can be shown."""
        return self._material is not None

    def look_over(self, text: str) -> Looked:
        """What is wrong with a text, what a child would stumble over, and what it gives."""
        reading = council_wording.checked(self.kind, text)
        faults = tuple(
            Line(
                tr("Line {number}", number=screen().number(problem.place.line or 1)),
                (sentence(problem),),
                key=str(problem.place.line or 1),
            )
            for problem in reading.problems
        )
        material = self._material
        if material is None:
            return Looked(faults, (), self._left_out(text), "")
        document = example_of(self.kind, material, text)
        remarks: tuple[Line, ...] = ()
        if self.kind in FOR_THE_CHILD and self.language == ENGLISH:
            with self._uow_factory() as uow:
                lists = plain_words.word_lists(uow.settings)
            situation = plain_words.situation_of(material.record, lists)
            found = remarks_on_wording(reading.pieces, values_of(material), situation)
            remarks = tuple(map(_remark_line, found))
        preview = "" if faults else write_text(document, spoken=True)
        return Looked(faults, remarks, self._left_out(text), preview)

    # What is wished for

    def keep_draft(self, kind: DocumentKind, language: str, text: str) -> None:
        """Keep what is being typed; no document is made of it yet. Raises what the store raises."""
        council_wording.keep_draft(self._uow_factory, kind, language, text, self._began_as)

    def keep(self, text: str) -> None:
        """Word documents so from now on; a text with faults is refused.

        Nothing is kept over a wording that came in from the council since, before that was said.
        """
        kind, language = self.kind, self.language
        waits = tr(
            "Your council sent another wording of this since this one was begun, and it is in use. "
            "What you wrote is kept here as a draft: keep it again if it is to take its place."
        )
        if self._says_that_another_came(waits):
            return
        words = tr(
            "{document} in {language} is worded so from now on. What is signed already stays.",
            document=kind_of_document(kind, screen()),
            language=LANGUAGES[language].english_name,
        )
        self._work.run(
            Section.WORDING,
            lambda: council_wording.keep(self._uow_factory, kind, language, text),
            lambda changed: self._on_kept(changed, words),
        )

    def go_back(self) -> None:
        """Word documents as the program does again; the council's wording is gone.

        None goes that came in from the council since, before that was said.
        """
        kind, language, factory = self.kind, self.language, self._uow_factory
        waits = tr(
            "Your council sent another wording of this since this one was begun, and it is in use. "
            "What you wrote is kept here as a draft: go back once more if neither is to stay."
        )
        if self._says_that_another_came(waits):
            return
        words = tr("The standard wording is in use again.")

        def drop() -> Changed:
            council_wording.drop_draft(factory, kind, language)
            return council_wording.drop(factory, kind, language)

        self._work.run(Section.WORDING, drop, lambda changed: self._on_kept(changed, words))

    def lost_by_going_back(self, text: str) -> str:
        """What would be lost by going back to the standard wording."""
        return ntr(
            "The council’s wording of {document} in {language} would be gone: one line. "
            "Copy it to a file first if it may be wanted again.",
            "The council’s wording of {document} in {language} would be gone: {number} lines. "
            "Copy them to a file first if they may be wanted again.",
            len([line for line in text.splitlines() if line.strip()]),
            document=kind_of_document(self.kind, screen()),
            language=LANGUAGES[self.language].english_name,
        )

    # Inside

    def _says_that_another_came(self, draft_waits: str) -> bool:
        """`draft_waits` is said where what is being written waits beside what came."""
        kind, language = self.kind, self.language
        with self._uow_factory() as uow:
            used = council_wording.wording_of(uow.settings, kind, language)
            draft = council_wording.draft_of(uow.settings, kind, language)
        if used == self._began_as:
            return False
        if draft:  # asked once more, it takes the place of what was told of here
            self._began_as = used
            self.keep_draft(kind, language, draft)
        else:
            self._show()
        self._work.screen.show_note(
            Section.WORDING,
            draft_waits if draft else tr("Your council sent another wording of this: here it is."),
        )
        return True

    def _on_kept(self, changed: Changed, words: str) -> None:
        self._tell(changed)
        self._show()
        self._work.screen.show_done(Section.WORDING, words)

    def _show(self) -> None:
        assert self._screen is not None  # noqa: S101 - a panel begins before it asks
        with self._uow_factory() as uow:
            own = council_wording.wording_of(uow.settings, self.kind, self.language)
            draft = council_wording.draft_of(uow.settings, self.kind, self.language)
            self._began_as = council_wording.beginning_of(uow.settings, self.kind, self.language)
        text = draft or own or council_wording.starting_text(self.kind)
        described = fields_in_words()
        headings = self._headings()
        wording = Wording(
            self.kind,
            self.language,
            text,
            is_own=bool(own),
            is_draft=bool(draft),
            fields=tuple(
                Insertable(f"{words}  {_named(name)}", _named(name))
                for name, words in described.items()
                if name in fields_of(self.kind)
            ),
            parts=tuple(
                Insertable(f"{part_in_words(name, headings)}  {_named(name)}", _named(name))
                for name in part_names(self.kind)
            ),
        )
        self._screen.show_wording(wording)

    def _headings(self) -> dict[str, str]:
        """What the parts are headed in English, as far as the example has them."""
        if self._material is None:
            return {}
        parts = parts_of(BUILDERS[self.kind](self._material))
        return {
            name: heading.text
            for name, blocks in parts.items()
            for heading in blocks[:2]
            if isinstance(heading, Heading)
        }

    def _left_out(self, text: str) -> str:
        headings = self._headings()
        names = [
            part_in_words(name, headings) for name in council_wording.left_out(self.kind, text)
        ]
        if not names:
            return ""
        return tr("This wording leaves out: {parts}.", parts=screen().list(names))


def _named(name: str) -> str:
    return f"{{{{{name}}}}}"


def _remark_line(placed: LineRemark) -> Line:
    remark, words = placed.remark, Translator()
    offers = f"{messages.offers_lead(remark, words)} {' · '.join(remark.offers)}"
    return Line(
        tr(
            "Line {number}: “{words}”",
            number=screen().number(placed.line),
            words=_short(remark.words),
        ),
        (messages.sentence(remark, words), *((offers,) if remark.offers else ())),
        key=str(placed.line),
    )


_LONGEST = 60


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
