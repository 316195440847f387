"""Give a record's id a form that every format takes as the name of a place in the document."""

import hashlib
import re

# ECMA-376 lets a bookmark have more; Word cuts it off at 40 and starts it with a letter.
_LONGEST = 40
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def place_name(anchor: str) -> str:
    """Letters, digits and underscores, at most 40. An anchor that is so already stays as it is."""
    if _NAME.fullmatch(anchor) and len(anchor) <= _LONGEST:
        return anchor
    name = "a_" + re.sub(r"[^A-Za-z0-9]", "_", anchor)
    if len(name) <= _LONGEST:
        return name
    return "a_" + hashlib.sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()[:38]
