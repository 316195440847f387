"""What a child is called on screen: a return holds no names, so a calm one stands in."""

from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child
from iro_desktop.i18n import ntr, tr
from iro_desktop.returns.ssda903.codes import legal_status_label, placement_label


def name_of(child: Child) -> str:
    """The whole name, or that there is none yet, with the council's number."""
    if not child.is_named:
        return tr("Not named yet · {number}", number=child.number)
    return " ".join(part for part in (child.known_as.strip(), child.family_name.strip()) if part)


def called(child: Child) -> str:
    """What the child is called inside a sentence."""
    return child.known_as.strip() or tr("this child")


def age_in_words(age: int) -> str:
    """An age in whole years."""
    if age < 1:
        return tr("under 1")
    return ntr("{number} year old", "{number} years old", age)


def home_of(episode: Episode | None) -> str:
    """What kind of home the child lives in; empty when that is not known."""
    return placement_label(episode.placement) if episode and episode.placement else ""


def legal_status_of(episode: Episode | None) -> str:
    """Under what law the child is looked after; empty when that is not known."""
    return legal_status_label(episode.legal_status) if episode and episode.legal_status else ""
