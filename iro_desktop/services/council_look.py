"""How a council's documents look: its stationery, and a small theme. Kept in the store's settings.

The stationery is checked as it is taken and again as it is written on; it is kept as it came.
"""

import base64
import json
from binascii import Error as NotBase64
from dataclasses import dataclass

from iro_desktop.documents.blocks import Design, Document
from iro_desktop.documents.formats import Format
from iro_desktop.documents.look import LOOKS
from iro_desktop.documents.theme import PLAIN, Theme, ThemeRefused, themed
from iro_desktop.documents.writers import Written, write
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import CouncilLookRefused
from iro_desktop.services.kept_settings import keep_settings
from iro_desktop.services.ports import Settings, UnitOfWorkFactory

MOST_BYTES = 5_000_000
_STATIONERY, _STATIONERY_NAME, _THEME = "stationery", "stationery_name", "documents_theme"


@dataclass(frozen=True, slots=True)
class CouncilLook:
    """What a council lays over our own look. `stationery` is a .docx file, `name` what it was."""

    stationery: bytes | None = None
    name: str = ""
    theme: Theme = PLAIN


def look_of(settings: Settings) -> CouncilLook:
    """The look in use; our own where what is kept can no longer be read."""
    return CouncilLook(_stationery(settings), settings.get(_STATIONERY_NAME), _theme(settings))


def take_stationery(uow_factory: UnitOfWorkFactory, data: bytes, name: str) -> Changed:
    """Write on this stationery from now on. Raises CouncilLookRefused; then nothing changes."""
    # Word's library takes a tenth of a second to load.
    from iro_desktop.documents.docx.stationery import (  # noqa: PLC0415
        StationeryRefused,
        stationery,
    )

    if len(data) > MOST_BYTES:
        raise CouncilLookRefused(why=f"it is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        stationery(data)
    except StationeryRefused as refused:
        raise CouncilLookRefused(why=str(refused)) from refused
    text = base64.b64encode(data).decode("ascii")
    return keep_settings(uow_factory, {_STATIONERY: text, _STATIONERY_NAME: name}, Topic.DOCUMENTS)


def drop_stationery(uow_factory: UnitOfWorkFactory) -> Changed:
    """Write on blank pages again."""
    return keep_settings(uow_factory, {_STATIONERY: "", _STATIONERY_NAME: ""}, Topic.DOCUMENTS)


def keep_theme(uow_factory: UnitOfWorkFactory, theme: Theme) -> Changed:
    """Dress documents so from now on. Raises CouncilLookRefused; then nothing changes."""
    require_readable(theme)
    kept = {"accent": theme.accent, "family": theme.family, "size_step": theme.size_step}
    return keep_settings(
        uow_factory, {_THEME: "" if theme == PLAIN else json.dumps(kept)}, Topic.DOCUMENTS
    )


def require_readable(theme: Theme) -> None:
    """Let a theme pass in which every kind of document can be read. Raises CouncilLookRefused."""
    try:
        for design in Design:
            themed(LOOKS[design], theme)
    except ThemeRefused as refused:
        raise CouncilLookRefused(why=str(refused)) from refused


def write_in_look(document: Document, file_format: Format, look: CouncilLook) -> Written:
    """A document in a format, in a council's look.

    Raises:
        CouncilLookRefused: the stationery or the theme that was kept is refused by now.
    """
    from iro_desktop.documents.docx.stationery import StationeryRefused  # noqa: PLC0415 - see above

    try:
        return write(document, file_format, stationery=look.stationery, theme=look.theme)
    except (StationeryRefused, ThemeRefused) as refused:
        raise CouncilLookRefused(why=str(refused)) from refused


def _stationery(settings: Settings) -> bytes | None:
    text = settings.get(_STATIONERY)
    try:
        return base64.b64decode(text, validate=True) if text else None
    except NotBase64:
        return None


def _theme(settings: Settings) -> Theme:
    try:
        kept = json.loads(settings.get(_THEME) or "{}")
        theme = Theme(
            accent=str(kept.get("accent", "")),
            family=str(kept.get("family", "")),
            size_step=int(kept.get("size_step", 0)),
        )
        require_readable(theme)
    except (ValueError, TypeError, AttributeError, CouncilLookRefused):
        return PLAIN
    return theme
