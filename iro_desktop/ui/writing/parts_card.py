"""What the IRO writes for one document alone: a field for each part, kept as it is typed."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui.saving import Autosave
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.messages import StatusLine
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import LongTextField
from iro_desktop.ui.writing.made import PartToWrite

Keep = Callable[[ReviewId, DocumentKind, str, str], None]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where words are kept. Another document may be in front by then."""

    review: ReviewId
    kind: DocumentKind
    part: str


class PartsCard(Card):
    """`kept` is told once what was typed is on the disk."""

    kept = Signal()

    def __init__(self, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(tr("Written for this document"), parent)
        self._keep = keep
        self._of: tuple[ReviewId, DocumentKind] | None = None
        self.rows: dict[str, FormRow] = {}
        self.status = StatusLine()
        self.autosave = Autosave(self._save, self)
        self.autosave.saving_started.connect(self.status.show_saving)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)
        self.add(self.status)

    def show_parts(
        self, review: ReviewId, kind: DocumentKind, parts: Sequence[PartToWrite]
    ) -> None:
        """A field for each part. Those of the same document keep their place and what is typed."""
        if self._of != (review, kind):
            self._of = (review, kind)
            self._make_rows(parts)
        elif not self.autosave.is_pending():
            for each in parts:
                self.rows[each.part.id].field.set_value(each.words)
        self.setVisible(bool(parts))

    def focus_on(self, part: str) -> None:
        """Put the focus on the field of a part."""
        self.rows[part].focus_first()

    def leave(self) -> bool:
        """Keep what was typed. Says whether nothing is left to keep."""
        return self.autosave.flush()

    def _make_rows(self, parts: Sequence[PartToWrite]) -> None:
        throw_away(self.body, *self.rows.values())
        self.rows = {each.part.id: self._row(each) for each in parts}
        for place, row in enumerate(self.rows.values(), start=1):
            self.body.insertWidget(place, row)
            self.fit(row)
        self.status.show_saved(aloud=False)

    def _row(self, each: PartToWrite) -> FormRow:
        part = each.part
        row = FormRow(
            part.heading,
            LongTextField(),
            hint=part.hint,
            required=part.is_required,
            needed=tr("needed"),
        )
        row.field.set_value(each.words)
        row.answer_changed.connect(lambda: self._on_typed(part.id))
        row.left.connect(self.leave)
        return row

    def _on_typed(self, part: str) -> None:
        words = self.rows[part].field.value()
        if self._of is not None:
            self.autosave.touch(_Place(*self._of, part), words or "")

    def _save(self, place: Hashable, words: object) -> None:
        assert isinstance(place, _Place)  # noqa: S101 - nothing else is touched
        self._keep(place.review, place.kind, place.part, str(words))

    def _on_saved(self) -> None:
        self.status.show_saved(aloud=False)
        self.kept.emit()

    def _on_failed(self, fault: KnownFault) -> None:
        self.status.show_failed(str(words_for(fault, screen())))
