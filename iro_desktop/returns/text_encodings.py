"""Bytes as text, as spreadsheets and case systems in England write them."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_MOST_CONTROLS = 0.02
_ORDINARY_CONTROLS = frozenset("\t\n\r\f\x1a\0")


def decode(data: bytes) -> str | None:
    """The text, without its byte order mark; None where it is not text at all."""
    text = _decoded(data)
    if text is None:
        return None
    sample = text[:_SAMPLE]
    controls = sum(letter < " " and letter not in _ORDINARY_CONTROLS for letter in sample)
    nuls = sample.count("\0")
    if controls > _MOST_CONTROLS * len(sample) or nuls > len(sample) / 4:
        return None
    return text.lstrip("\ufeff").rstrip("\x1a")


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding)
    return _without_mark(data)


def _without_mark(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    if sample[1::2].count(0) > len(sample) * 0.4:
        return _try(data, "utf-16-le")
    if sample[0::2].count(0) > len(sample) * 0.4:
        return _try(data, "utf-16-be")
    return _try(data, "utf-8") or _try(data, "cp1252") or data.decode("latin-1")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
