"""A hospital's directory for the tests: a small OpenID provider on this machine, with real keys, codes and tokens.

It speaks what the specification asks of a provider (discovery, authorization code with PKCE, RS256, a key set) and can
be told to misbehave. Who signs on there is whoever the test says is at its desk.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "fullterm", "between the clinic and the directory"


class Directory:
    """The provider. `at_desk`: the claims of who signs on; `spoil`: changes to what the token says.

    Whoever signed on once has a session there: it answers without asking her again, unless it is told to. `asked_at`:
    when it last asked her, which it tells as `auth_time` while it `says_when`.
    """

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.at_desk: dict[str, Any] = {}
        self.spoil: dict[str, Any] = {}
        self.userinfo: dict[str, Any] = {}
        self.refuses = False
        self.asked_at = time.time()
        self.says_when = True
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []
        handler = type("Handler", (_Handler,), {"directory": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def __enter__(self) -> Directory:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent back to, with a code for who is at the desk."""
        if self.refuses:
            return f"{asked['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': asked['state']})}"
        if asked.get("prompt") == "login" or time.time() - self.asked_at > float(asked.get("max_age", "inf")):
            self.asked_at = time.time()
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, sent: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """The tokens for a code, once, to the client that proves itself and holds the verifier."""
        asked = self.codes.pop(sent.get("code", ""), None)
        if asked is None or (sent.get("client_id"), sent.get("client_secret")) != (CLIENT, SECRET):
            return 400, {"error": "invalid_grant"}
        proof = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(proof).rstrip(b"=").decode() != asked.get("code_challenge"):
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        when = {"auth_time": int(self.asked_at)} if self.says_when else {}
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, **when, **self.at_desk, **self.spoil}
        signed = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "one"})
        return 200, {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "id_token": signed}

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}


class _Handler(BaseHTTPRequestHandler):
    directory: Directory

    def do_GET(self) -> None:
        path = urlsplit(self.path)
        self.directory.asked.append(path.path)
        asked = {name: values[0] for name, values in parse_qs(path.query).items()}
        if path.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", self.directory.authorize(asked))
            self.end_headers()
        elif path.path == "/userinfo":
            self._say(200, self.directory.userinfo or self.directory.at_desk)
        elif path.path == "/keys":
            self._say(200, self.directory.keys())
        else:
            self._say(200, self.directory.discovery())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._say(*self.directory.token({name: values[0] for name, values in parse_qs(body).items()}))

    def _say(self, status: int, told: dict[str, Any]) -> None:
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing."""
