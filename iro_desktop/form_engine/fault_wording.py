"""Sentences for people who write forms: what is wrong, and what to write instead."""

from iro_desktop.form_engine.form_faults import FormFault
from iro_desktop.problems import Problem

SENTENCES: dict[str, str] = {
    FormFault.UNREADABLE: "this file cannot be opened; check its name and who may read it",
    FormFault.NOT_UTF8: "this byte is not UTF-8 text; save the file with the encoding UTF-8",
    FormFault.NOT_YAML: "this cannot be read as YAML ({why}); look at this line and the one above",
    FormFault.TAB: "a tab stands here; indent with spaces, two for each step",
    FormFault.ALIAS: "'{subject}' is an anchor or an alias; write out what it stands for",
    FormFault.TAG: "'{subject}' is a type tag; leave it out, a form has none",
    FormFault.TOO_LARGE: "the file has more than {limit} characters; split the form in two",
    FormFault.TOO_DEEP: "this is nested more than {limit} deep; a form needs far less",
    FormFault.SECOND_DOCUMENT: "a second document begins here; keep one form to a file",
    FormFault.EMPTY_FILE: "the file is empty; start it with 'form:' and the form's id",
    FormFault.KEY_TWICE: "'{subject}' stands twice, first in line {line}; keep one of them",
    FormFault.UNKNOWN_KEY: "'{subject}' is not a key of a {owner}; {instead}",
    FormFault.KEY_MISSING: "this {owner} has no '{subject}'; add it",
    FormFault.NOT_TEXT: "'{subject}' must be text, and not empty; write some words",
    FormFault.NOT_A_LIST: "'{subject}' must be a list; start each entry with '- '",
    FormFault.NOT_A_MAPPING: "{subject} must be keys with values; write 'key: value' lines",
    FormFault.NOT_A_NUMBER: "'{subject}' must be {wanted}, and is '{value}'; write digits",
    FormFault.NOT_TRUE_OR_FALSE: "'{subject}' is '{value}'; write true or false",
    FormFault.NOT_AN_ID: "'{subject}' is not an id; {instead}",
    FormFault.ID_TWICE: "'{subject}' is the id of another {owner}, in line {line}; choose another",
    FormFault.UNKNOWN_WORD: "'{subject}' is not a {owner}; {instead}",
    FormFault.KEY_NOT_FOR_KIND: "a question of kind '{kind}' has no '{subject}'; leave it out",
    FormFault.NO_OPTIONS: "a question of kind '{kind}' needs options; add at least two",
    FormFault.OPTION_TWICE: "the option '{subject}' stands twice; give each its own value",
    FormFault.NO_SUCH_QUESTION: "no question is called '{subject}'; {instead}",
    FormFault.LOOKS_FORWARD: (
        "the question '{subject}' comes only later, in line {line}; "
        "a condition may ask earlier ones only: move one of the two"
    ),
    FormFault.ASKS_INTO_GROUP: (
        "the question '{subject}' is inside a group, where each item answers for itself; "
        "ask a question outside it"
    ),
    FormFault.OPERATOR_NOT_FOR_KIND: (
        "'{subject}' cannot be asked of '{question}', which is of kind '{kind}'; use {instead}"
    ),
    FormFault.VALUE_NOT_AN_OPTION: "'{subject}' is not an option of '{question}'; {instead}",
    FormFault.VALUE_NOT_FOR_KIND: "'{subject}' can never be asked here; write {instead}",
    FormFault.NOT_ONE_OPERATOR: "a condition asks one thing of one question; {instead}",
    FormFault.NO_SUCH_PART: "{document} has no part '{subject}'; {instead}",
    FormFault.BAD_LIMITS: "these limits cannot hold: {why}; change one of them",
    FormFault.RECORDS_NOT_SHOWN: (
        "'{subject}' is required here but not shown here; add it to this section's 'records'"
    ),
    FormFault.RECORDS_TWICE: "'{subject}' is shown in line {line} already; show it once",
    FormFault.GROUP_IN_GROUP: "a group cannot hold a group; make '{subject}' one of its own",
    FormFault.NOTHING_IN_IT: "this {owner} holds nothing; give it something to ask, or remove it",
    FormFault.BAD_LEAD_IN: (
        "'{subject}' cannot be filled in; braces hold the word answer alone, as in {wanted}"
    ),
    FormFault.NOT_ITS_NAME: "this is {subject}, and belongs in {wanted}; move or rename the file",
}


def sentence(problem: Problem) -> str:
    """What is wrong and what to write instead, as one sentence."""
    filled = SENTENCES[problem.code].format(subject=problem.subject, **problem.data)
    return filled[0].upper() + filled[1:] + ("" if filled.endswith("?") else ".")


def line_of(problem: Problem) -> str:
    """A problem as compilers print one, such as `forms/x.yaml:41:9  F012  'wen' is not a key`."""
    place = problem.place
    where = ":".join(
        str(part) for part in (place.source, place.line, place.column) if part is not None
    )
    return f"{where}  {problem.code}  {sentence(problem)}"
