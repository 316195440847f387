"""Cut a run of spans into its lines or its sentences; every piece keeps what it is."""

import re
from collections.abc import Iterable
from dataclasses import replace

from iro_desktop.documents.blocks import Spans, text_of

STOPS = (".", "?", "!", "…", "。", "？", "！", "।", "۔", "؟")
"""What ends a sentence, in any of our scripts."""

_FULL_STOPS = {"zh-Hant": "。", "hi": "।", "bn": "।", "pa": "।", "ur": "۔"}

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
# A stop of any of our scripts, with what closes a quotation, before a space; in Chinese before all.
_END = re.compile(r"""(?:[.!?…।۔؟]+["'”’)\]]*(?=\s)|[。！？]+[」』”’）]*)""")
_AT_THE_END = re.compile(rf"""[{"".join(STOPS)}]["'”’)\]」』]*$""")
_A_NUMBER_AT_THE_START = re.compile(r"^\s*\d+\.$")
_A_SHORT_FORM = re.compile(r"(?:^|\s)(?:[^\W\d_]|Mr|Mrs|Ms|Dr|St|Prof|e\.g|i\.e)\.$")


def full_stop(language: str) -> str:
    """What ends a sentence in a language."""
    return _FULL_STOPS.get(language, ".")


def lines_of(spans: Spans) -> tuple[Spans, ...]:
    """The lines that hold something, without white space around them."""
    text = text_of(spans)
    return tuple(_part(spans, line.start(), line.end()) for line in _LINE.finditer(text))


def sentences_of(spans: Spans) -> tuple[Spans, ...]:
    """The sentences of each line. A number or a short form such as Mr. ends none."""
    return tuple(
        _part(line, start, end) for line in lines_of(spans) for start, end in _ranges(text_of(line))
    )


def ends_as_a_sentence(spans: Spans) -> bool:
    """Whether the text ends with a stop, and not merely a number or a short form."""
    text = text_of(spans).rstrip()
    return _AT_THE_END.search(text) is not None and not _is_open(text)


def _ranges(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    for stop in _END.finditer(text):
        so_far = text[start : stop.end()]
        if not _is_open(so_far):
            yield start + len(so_far) - len(so_far.lstrip()), stop.end()
            start = stop.end()
    rest = text[start:]
    if rest.strip():
        yield len(text) - len(rest.lstrip()), len(text)


def _is_open(so_far: str) -> bool:
    return bool(_A_NUMBER_AT_THE_START.search(so_far) or _A_SHORT_FORM.search(so_far))


def _part(spans: Spans, start: int, end: int) -> Spans:
    found, position = [], 0
    for span in spans:
        text = span.text[max(0, start - position) : max(0, end - position)]
        if text:
            found.append(replace(span, text=text))
        position += len(span.text)
    return tuple(found)
