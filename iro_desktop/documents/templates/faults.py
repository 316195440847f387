"""What can be wrong with a template, and the sentence for each."""

from collections.abc import Mapping
from enum import StrEnum

from iro_desktop.problems import Problem
from iro_desktop.source_files import wording


class TemplateFault(StrEnum):
    """Codes of the faults. A code once given keeps its meaning."""

    NO_SUCH_FIELD = "W001"
    NO_SUCH_PART = "W002"
    PART_INSIDE_TEXT = "W003"
    NEVER_ENDED = "W004"
    NOTHING_BEGUN = "W005"
    NOT_A_CONDITION = "W006"
    NOT_TAKEN = "W007"
    PART_MISSING = "W008"
    PART_TWICE = "W009"
    TITLE_FIRST = "W010"
    TOO_LONG = "W011"
    TOO_DEEP = "W012"


SENTENCES: Mapping[str, str] = {
    TemplateFault.NO_SUCH_FIELD: (
        "no field is called '{subject}'; {instead}. To write two braces, put a space between them"
    ),
    TemplateFault.NO_SUCH_PART: "this document has no part called '{subject}'; {instead}",
    TemplateFault.PART_INSIDE_TEXT: (
        "'{subject}' is a whole part; give it a line of its own, with an empty line on both sides"
    ),
    TemplateFault.NEVER_ENDED: (
        "'{subject}' has no end; write a line with only {{% end %}} after it"
    ),
    TemplateFault.NOTHING_BEGUN: (
        "'{subject}' ends nothing; take it out, or begin with {{% if … %}}"
    ),
    TemplateFault.NOT_A_CONDITION: (
        "'{subject}' is not understood; write {{% if field %}}, {{% if not field %}}, {{% else %}} "
        "or {{% end %}} on a line of its own"
    ),
    TemplateFault.NOT_TAKEN: (
        "'{subject}' cannot stand in a document; write headings, paragraphs, lists, bold, italic, "
        "links, '> ' for a boxed remark or '---' for a new page"
    ),
    TemplateFault.PART_MISSING: (
        "the part '{subject}' stands nowhere, and may never be left out; write {{{{{subject}}}}} "
        "on a line of its own"
    ),
    TemplateFault.PART_TWICE: "the part '{subject}' stands twice; leave only one of them",
    TemplateFault.TITLE_FIRST: (
        "a document has one title, and it comes first; begin with a line such as '# A letter'"
    ),
    TemplateFault.TOO_LONG: "this is far too long for a wording; write at most {most} characters",
    TemplateFault.TOO_DEEP: (
        "'{subject}' stands within too many others; end one of them first, with {{% end %}}"
    ),
}


def line_of(problem: Problem) -> str:
    """A problem in one line: where, what is wrong, and what to write instead."""
    return wording.line_of(problem, SENTENCES)


def sentence(problem: Problem) -> str:
    """A problem as one sentence."""
    return wording.sentence(problem, SENTENCES)
