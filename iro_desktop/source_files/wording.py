"""Sentences for people who write files by hand: what is wrong, and what to write instead."""

from collections.abc import Mapping

from iro_desktop.problems import Problem
from iro_desktop.source_files.faults import SourceFault

SENTENCES: Mapping[str, str] = {
    SourceFault.UNREADABLE: "this file cannot be opened; check its name and who may read it",
    SourceFault.NOT_UTF8: "this byte is not UTF-8 text; save the file with the encoding UTF-8",
    SourceFault.NOT_YAML: (
        "this cannot be read as YAML ({why}); look at this line and the one above"
    ),
    SourceFault.TAB: "a tab stands here; indent with spaces, two for each step",
    SourceFault.ALIAS: "'{subject}' is an anchor or an alias; write out what it stands for",
    SourceFault.TAG: "'{subject}' is a type tag; leave it out",
    SourceFault.TOO_LARGE: "the file has more than {limit} characters; split it in two",
    SourceFault.TOO_DEEP: "this is nested more than {limit} deep; no file needs as much",
    SourceFault.SECOND_DOCUMENT: (
        "a second document begins here; leave it out, or give it a file of its own"
    ),
    SourceFault.EMPTY_FILE: "the file is empty; write at least one 'key: value' line",
    SourceFault.KEY_TWICE: "'{subject}' stands twice, first in line {line}; keep one of them",
    SourceFault.UNKNOWN_KEY: "'{subject}' is not a key of a {owner}; {instead}",
    SourceFault.KEY_MISSING: "this {owner} has no '{subject}'; add it",
    SourceFault.NOT_TEXT: "'{subject}' must be text, and not empty; write some words",
    SourceFault.NOT_A_LIST: "'{subject}' must be a list; start each entry with '- '",
    SourceFault.NOT_A_MAPPING: "{subject} must be keys with values; write 'key: value' lines",
    SourceFault.NOT_A_NUMBER: "'{subject}' must be {wanted}, and is '{value}'; write digits",
    SourceFault.NOT_TRUE_OR_FALSE: "'{subject}' is '{value}'; write true or false",
    SourceFault.NOT_AN_ID: "'{subject}' is not an id; {instead}",
    SourceFault.ID_TWICE: (
        "'{subject}' is the id of another {owner}, in line {line}; choose another"
    ),
    SourceFault.UNKNOWN_WORD: "'{subject}' is not a {owner}; {instead}",
    SourceFault.NOT_A_DATE: "'{subject}' must be a day written as 2011-04-01, and is '{value}'",
}
"""By code. A kind of file adds those of its own faults, and may say a shared one more closely."""


def sentence(problem: Problem, sentences: Mapping[str, str]) -> str:
    """What is wrong and what to write instead, as one sentence."""
    filled = sentences[problem.code].format(subject=problem.subject, **problem.data)
    return filled[0].upper() + filled[1:] + ("" if filled.endswith("?") else ".")


def line_of(problem: Problem, sentences: Mapping[str, str]) -> str:
    """A problem as compilers print one, such as `forms/x.yaml:41:9  F012  'wen' is not a key`."""
    place = problem.place
    where = ":".join(
        str(part) for part in (place.source, place.line, place.column) if part is not None
    )
    return f"{where}  {problem.code}  {sentence(problem, sentences)}"
