"""Why something was refused, in plain sentences, and where on the screen it is put right. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.i18n import screen, tr
from iro_desktop.services import faults as f
from iro_desktop.services.wording import words_for


class Place(StrEnum):
    """Where a person goes to put something right."""

    REVIEW = "review"
    TRANSLATION = "translation"
    WITHHELD = "withheld"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused and why, and where to go; None where there is nowhere better than here."""

    sentence: str
    place: Place | None = None


_PLACES: Mapping[type[f.KnownFault], Place] = {
    f.StillADraft: Place.REVIEW,
    f.NotTranslated: Place.TRANSLATION,
    f.WouldLeak: Place.WITHHELD,
    f.MarkLost: Place.WITHHELD,
}


def refusal_of(fault: f.KnownFault) -> Refusal:
    """What to say of a fault."""
    return Refusal(str(words_for(fault, screen())), _PLACES.get(type(fault)))


def refusal_to_send(fault: f.KnownFault) -> Refusal:
    """What to say where a signed version was not given to someone."""
    if isinstance(fault, f.WouldLeak):
        return Refusal(
            tr(
                "Nothing was written: for this reader it would show what is kept from them "
                "({places}). Make a copy for them with “For whom” above, and send that.",
                places=fault.data.get("places", "…"),
            ),
            Place.WITHHELD,
        )
    return refusal_of(fault)


def place_in_words(place: Place) -> str:
    """What leads there."""
    return {
        Place.REVIEW: tr("Go to the review"),
        Place.TRANSLATION: tr("Go to the translation"),
        Place.WITHHELD: tr("Go to what is kept from whom"),
        Place.SETTINGS: tr("Go to the settings"),
    }[place]
