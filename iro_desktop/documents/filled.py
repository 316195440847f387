"""Sentences from a catalogue with a person's own text inside them, each still known for itself."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from string import Formatter

from iro_desktop.documents.blocks import Span, Spans
from iro_desktop.i18n.translator import Translator


def filled(template: str, **fields: Spans) -> Spans:
    """A translated sentence with its `{fields}` replaced by spans, which keep what they are.

    What stands in a field is never read as a template. Raises KeyError for a field not given.
    """
    found: list[Span] = []
    for text, name, _, _ in Formatter().parse(template):
        found.append(Span(text))
        found.extend(fields[name] if name is not None else ())
    return joined(found)


def listed(items: Sequence[Spans], tr: Translator) -> Spans:
    """Several things as a list in a sentence: a, b and c."""
    names = [f"item{number}" for number in range(len(items))]
    pattern = tr.list([f"{{{name}}}" for name in names])
    return filled(pattern, **dict(zip(names, items, strict=True)))


def joined(spans: Iterable[Span]) -> Spans:
    """The spans that hold something; neighbours of one kind are one, but never a person's texts."""
    found: list[Span] = []
    for span in spans:
        if found and not span.authored and found[-1] == replace(span, text=found[-1].text):
            found[-1] = replace(span, text=found[-1].text + span.text)
        elif span.text:
            found.append(span)
    return tuple(found)
