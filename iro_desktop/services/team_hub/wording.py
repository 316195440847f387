"""Who someone is to a hub, in words."""

from iro_desktop.i18n import Translator
from iro_desktop.services.team_hub.membership import HubAccount
from iro_desktop.wire.people import Person

_ROLES = {
    "iro": "independent reviewing officer",
    "manager": "manager",
    "business_support": "business support",
    "social_worker": "social worker",
    "team_manager": "team manager",
    "auditor": "auditor",
    "administrator": "administrator",
}


def who(name: str, role: str, team: str, tr: Translator) -> str:
    """A person with their role and, where they have one, their team."""
    called = tr(_ROLES[role]) if role in _ROLES else role
    if team:
        return tr("{name}, {role}, team {team}", name=name, role=called, team=team)
    return tr("{name}, {role}", name=name, role=called)


def who_is(found: Person | HubAccount, tr: Translator) -> str:
    """As `who`."""
    name = found.name if isinstance(found, Person) else found.person
    return who(name, found.role, found.team, tr)
