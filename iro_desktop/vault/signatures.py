"""Whether the council's hub signed something (Ed25519, RFC 8032)."""

import base64
import binascii

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey


def is_signed_by(verify_key: str, message: bytes, signature: str) -> bool:
    """Whether `signature` over `message` is by the holder of the key. Both are base64.

    What is no key or no signature at all signs nothing.
    """
    try:
        key = VerifyKey(base64.b64decode(verify_key, validate=True))
        key.verify(message, base64.b64decode(signature, validate=True))
    except (BadSignatureError, binascii.Error, ValueError, TypeError):
        return False
    return True
