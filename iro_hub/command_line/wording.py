"""What the database's codes mean to an operator."""

from iro_hub.faults import HubFault

_SENTENCES = {
    "no_such_team": "There is no such team: see team list.",
    "team_exists": "There is a team of that name already.",
    "no_such_person": "There is no such person: see person list.",
    "no_such_role": "There is no such role, or it cannot be given so.",
    "no_such_child": "The hub knows no such child.",
    "no_such_device": "There is no such laptop: see devices.",
    "no_such_bundle": "No such bundle waits: see quarantine list.",
    "other_role": "That person's role does not go with this.",
    "identity_in_use": "Somebody has that account already.",
    "deactivated": "That person is deactivated: see person reactivate.",
    "malformed": "The hub cannot read one of these: ids are UUIDs, as the lists print them.",
    "not_found": "There is no such thing.",
    "until_past": "That day is over.",
}


def sentence_of(fault: HubFault) -> str:
    """Its own sentence; where it has none but its code, what the code means."""
    if fault.sentence != fault.code:
        return fault.sentence
    return _SENTENCES.get(fault.code, f"The hub refuses this: {fault.code}.")
