"""Who sits on the panel that reviews a secure placement, for its report and for its minutes."""

from collections.abc import Sequence

from iro_desktop.documents.blocks import Block, Row, Table, plain
from iro_desktop.documents.parts import headed
from iro_desktop.domain.independence import PanelMember
from iro_desktop.i18n.translator import Translator

_WIDTHS = (0.4, 0.25, 0.35)


def panel_table(panel: Sequence[PanelMember], tr: Translator) -> tuple[Block, ...]:
    """Each member who is named, under a heading; nothing where nobody is."""
    named = [member for member in panel if member.name.strip()]
    rows = tuple(
        Row(
            (
                plain(member.name.strip()),
                plain(tr("Chair") if member.is_chair else tr("Member")),
                plain(tr("Yes") if member.is_independent else tr("No")),
            )
        )
        for member in sorted(named, key=lambda member: member.position)
    )
    header = (tr("Name"), tr("Part in the panel"), tr("Independent of the council and the home"))
    table = Table(plain(tr("The members of the panel")), header, rows, _WIDTHS)
    return headed("panel", tr("The panel"), (table,) if rows else ())
