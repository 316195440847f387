"""A small OpenID issuer on loopback, for tests of both ends: a browser that is signed in already.

`with SmallIssuer() as issuer:` listens on a free port. It has discovery, its public keys, an
authorise page that sends the browser back at once with a code (PKCE, S256 only), and a token
endpoint where a code can be had for an identity token, once. `issuer.person` is who sits at the
browser.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey
from typing_extensions import override

MINUTES = 60
PERSON = {"sub": "made-up-subject", "name": "Made-up Officer", "groups": ["reviewing-officers"]}


class SmallIssuer:
    """`algorithm` is ES256, or RS256 or PS256 (as most issuers have it; slow to make)."""

    def __init__(self, client_id: str = "iro-desktop", algorithm: str = "ES256") -> None:
        self.client_id = client_id
        self.algorithm = algorithm
        self.person: Mapping[str, object] = PERSON
        self.refuses: str = ""  # such as "access_denied": sent back instead of a code
        self.key_fetches = 0
        self._codes: dict[str, dict[str, str]] = {}
        self.rotate()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_for(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    def __enter__(self) -> "SmallIssuer":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def rotate(self) -> None:
        """Make a new key under a new name; the old one is no longer published."""
        self.kid = secrets.token_hex(4)
        parameters = {"kid": self.kid, "use": "sig"}
        if self.algorithm == "ES256":
            self.key: ECKey | RSAKey = ECKey.generate_key("P-256", parameters)
        else:
            self.key = RSAKey.generate_key(2048, parameters)

    def id_token(
        self,
        nonce: str = "",
        /,
        *,
        without: tuple[str, ...] = (),
        header: Mapping[str, str] | None = None,
        **changes: object,
    ) -> str:
        """An identity token of `person`, with some claims changed or left out."""
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": self.url,
            "aud": self.client_id,
            "iat": now,
            "nbf": now,
            "exp": now + 5 * MINUTES,
            "nonce": nonce,
            **self.person,
            **changes,
        }
        for name in without:
            claims.pop(name, None)
        signed_with = {"alg": self.algorithm, "kid": self.kid, **(header or {})}
        return jwt.encode(signed_with, claims, self.key, algorithms=[self.algorithm])

    def document(self, path: str) -> dict[str, Any] | None:
        """What is published for everyone at `path`."""
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["pairwise"],
                "id_token_signing_alg_values_supported": [self.algorithm],
                "code_challenge_methods_supported": ["S256"],
            }
        if path == "/keys":
            self.key_fetches += 1
            return {"keys": [self.key.as_dict(private=False)]}
        return None

    def authorise(self, query: Mapping[str, str]) -> str | None:
        """Where the browser is sent; None where the request is wrong."""
        back = urlsplit(query.get("redirect_uri", ""))
        asked_well = (
            query.get("response_type") == "code"
            and query.get("client_id") == self.client_id
            and query.get("code_challenge_method") == "S256"
            and query.get("code_challenge")
            and "openid" in query.get("scope", "").split()
            and back.scheme == "http"
            and back.hostname in {"127.0.0.1", "localhost", "::1"}
        )
        if not asked_well:
            return None
        state = {"state": query["state"]} if "state" in query else {}
        if self.refuses:
            return f"{query['redirect_uri']}?{urlencode({'error': self.refuses, **state})}"
        code = secrets.token_urlsafe(16)
        self._codes[code] = dict(query)
        return f"{query['redirect_uri']}?{urlencode({'code': code, **state})}"

    def exchange(self, form: Mapping[str, str]) -> dict[str, Any] | None:
        """Tokens for a code that was given out for the same address and verifier; once."""
        asked = self._codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            asked is None
            or form.get("grant_type") != "authorization_code"
            or form.get("client_id") != self.client_id
            or form.get("redirect_uri") != asked["redirect_uri"]
            or challenge != asked["code_challenge"]
        ):
            return None
        return {
            "token_type": "Bearer",
            "expires_in": 5 * MINUTES,
            "access_token": secrets.token_urlsafe(16),
            "id_token": self.id_token(asked.get("nonce", "")),
        }


def _handler_for(issuer: SmallIssuer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            if address.path == "/authorize":
                target = issuer.authorise(_single(address.query))
                if target is not None:
                    self.send_response(302)
                    self.send_header("Location", target)
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                self._answer(400, {"error": "invalid_request"})
                return
            document = issuer.document(address.path)
            self._answer(200 if document else 404, document or {"error": "not_found"})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
            tokens = issuer.exchange(_single(body)) if self.path == "/token" else None
            self._answer(200 if tokens else 400, tokens or {"error": "invalid_grant"})

        def _answer(self, status: int, content: Mapping[str, object]) -> None:
            body = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: a test's output is read by people."""

    return Handler


def _single(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
