"""How the hub says no."""

import msgspec


class HubProblem(msgspec.Struct, frozen=True):
    """`code` is for programs, `sentence` for people; neither holds anything of the request.

    Codes with their status: unauthenticated, expired, revoked, deactivated (401); not_yours,
    not_your_role, anothers_laptop (403); not_found (404); other_history, different_content (409);
    too_large, too_many (413); malformed (422); too_many_tries, too_fast (429); unavailable (503).
    "revoked" means: this device is to hand over what is unsent (it goes into quarantine) and to
    wipe its copy.
    """

    code: str
    sentence: str
