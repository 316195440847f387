"""Make text safe to write: only what XML, PDF and HTML all can hold."""

import re

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# XML 1.0, 2.2: what is no Char. C1 controls are legal there but print nowhere.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def writable(text: str) -> str:
    """The text with one kind of line end, no tabs, and no control characters."""
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _UNWRITABLE.sub("", text))


def one_line(text: str) -> str:
    """The text for a place that holds a single line, such as a bookmark or a title."""
    return " ".join(writable(text).split())
