"""Who calls: enrolling, signing in, renewing a token, and what the hub says of the caller."""

import datetime as dt

from starlette.responses import Response

from iro_desktop.wire.people import Enrol, Enrolled, Myself, SignIn, SignInSettings
from iro_hub.database import calls
from iro_hub.faults import HubFault
from iro_hub.gateway.decoding import decoded
from iro_hub.gateway.roads import Asked, Engine, Road, as_json, nothing

DOOR_BYTES = 64 * 1024
NO_ISSUER = "This hub has no sign-in through the browser. Ask for an enrolment code."


def _enrol(engine: Engine, asked: Asked) -> Response:
    return as_json(calls.enrol(engine.pools, decoded(asked.body, Enrol), asked.source))


def _sign_in_settings(engine: Engine, asked: Asked) -> Response:
    issuer = engine.configuration.issuer
    if issuer is None:
        return as_json(SignInSettings())
    return as_json(SignInSettings(issuer.issuer, issuer.client_id, issuer.scopes))


def _sign_in(engine: Engine, asked: Asked) -> Response:
    if engine.sign_in is None:
        raise HubFault("not_found", NO_ISSUER)
    request = decoded(asked.body, SignIn)
    who = engine.sign_in.identity(request.id_token, request.nonce)
    enrolled = calls.sign_in(
        engine.pools,
        issuer=who.issuer,
        subject=who.subject,
        name=who.name,
        groups=who.groups,
        used=who.used,
        used_until=dt.datetime.fromtimestamp(who.used_until, dt.UTC),
        device=request.device,
        sealing_key=request.sealing_key,
    )
    return as_json(enrolled)


def _renew(engine: Engine, asked: Asked) -> Response:
    return as_json(calls.renew(engine.pools, asked.token))


def _leave(engine: Engine, asked: Asked) -> Response:
    calls.leave(engine.pools, asked.token)
    return nothing()


def _myself(engine: Engine, asked: Asked) -> Response:
    return as_json(calls.myself(engine.pools, asked.token))


PEOPLE_ROADS = (
    Road(
        "enrol",
        "POST",
        "/enrol",
        "A single-use code against a device token.",
        _enrol,
        answers=Enrolled,
        takes=Enrol,
        most_bytes=DOOR_BYTES,
        faults=(
            "unauthenticated",
            "expired",
            "revoked",
            "deactivated",
            "anothers_laptop",
            "too_many_tries",
        ),
        with_token=False,
        is_door=True,
    ),
    Road(
        "sign_in_settings",
        "GET",
        "/sign-in",
        "How to sign in through the browser; empty where the council has no issuer.",
        _sign_in_settings,
        answers=SignInSettings,
        with_token=False,
    ),
    Road(
        "sign_in",
        "POST",
        "/sign-in",
        "An identity token of the council's issuer against a device token.",
        _sign_in,
        answers=Enrolled,
        takes=SignIn,
        most_bytes=DOOR_BYTES,
        faults=(
            "unauthenticated",
            "expired",
            "revoked",
            "deactivated",
            "not_found",
            "not_your_role",
            "anothers_laptop",
            "too_many_tries",
        ),
        with_token=False,
        is_door=True,
    ),
    Road(
        "renew",
        "POST",
        "/token",
        "A new token for this device; the old one ends.",
        _renew,
        answers=Enrolled,
    ),
    Road(
        "leave",
        "DELETE",
        "/token",
        "This device leaves: its token ends now. Said again, it changes nothing.",
        _leave,
    ),
    Road("myself", "GET", "/me", "The caller as the hub sees them.", _myself, answers=Myself),
)
