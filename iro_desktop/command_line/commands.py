"""Which function does which command."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from iro_desktop.command_line import (
    caseload,
    consultations,
    contacts,
    diary,
    documents,
    forms,
    hub,
    practice,
    stores,
    timescales,
)
from iro_desktop.command_line.means import Means

Command = Callable[[Namespace, Means], int]

COMMANDS: Mapping[str, Command] = {
    "demo": stores.demo,
    "init": stores.init,
    "backup": stores.backup,
    "restore": stores.restore,
    "verify": stores.verify,
    "import": caseload.take_in,
    "children": caseload.children,
    "reviews": caseload.reviews,
    "write": documents.write_document,
    "export": documents.export,
    "drop": documents.drop,
    "forget": documents.forget,
    "forms": forms.forms,
    "practice": practice.check,
    "due": timescales.due,
    "rules": timescales.rules,
    "diary": diary.show_diary,
    "contacts": contacts.count_contacts,
    "ask": consultations.write_forms,
    "hub": hub.hub,
}
