"""Colours, size of text, language."""

from PySide6.QtCore import Signal

from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.ui.appearance import LARGEST_TEXT, SMALLEST_TEXT, Appearance, Scheme
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.pick_field import PickField

STEP = 25


class AppearancePanel(Panel):
    """Three lists. `appearance_picked` carries the Appearance each time one is picked from."""

    appearance_picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("How the screen looks"))
        self._schemes: dict[str, tuple[Scheme, str]] = {
            "system": ("system", tr("As the computer is set")),
            "light": ("light", tr("Light")),
            "dark": ("dark", tr("Dark")),
        }
        self.scheme = PickField([Option(v, text) for v, (_, text) in self._schemes.items()])
        sizes = range(SMALLEST_TEXT, LARGEST_TEXT + 1, STEP)
        self.text_size = PickField([Option(str(size), _size_words(size)) for size in sizes])
        self.language = PickField(
            [Option(each.code, each.name) for each in LANGUAGES.values() if each.of_screens]
        )
        self.add(
            FormRow(tr("Colours"), self.scheme),
            FormRow(tr("Size of text"), self.text_size),
            FormRow(tr("Language"), self.language),
        )
        for field in (self.scheme, self.text_size, self.language):
            field.answer_changed.connect(lambda: self.appearance_picked.emit(self.appearance()))
        self.finish()

    def show_appearance(self, appearance: Appearance) -> None:
        """Show what is worn. A size between two steps shows as the step beneath it."""
        self.scheme.set_value(appearance.scheme)
        self.text_size.set_value(str(appearance.text_percent // STEP * STEP))
        self.language.set_value(appearance.language)

    def appearance(self) -> Appearance:
        """What is picked."""
        scheme, _ = self._schemes[self.scheme.value()]
        return Appearance.for_language(self.language.value(), scheme, int(self.text_size.value()))


def _size_words(percent: int) -> str:
    number = screen().number(percent)
    if percent == SMALLEST_TEXT:
        return tr("{number} % (usual)", number=number)
    return tr("{number} %", number=number)
