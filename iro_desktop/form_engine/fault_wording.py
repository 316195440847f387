"""Sentences for people who write forms: what is wrong, and what to write instead."""

from collections.abc import Mapping

from iro_desktop.form_engine.form_faults import FormFault
from iro_desktop.problems import Problem
from iro_desktop.source_files import wording
from iro_desktop.source_files.faults import SourceFault

SENTENCES: Mapping[str, str] = {
    **wording.SENTENCES,
    SourceFault.EMPTY_FILE: "the file is empty; start it with 'form:' and the form's id",
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
    FormFault.NO_SUCH_SHARED: "no shared section is called '{subject}'; {instead}",
    FormFault.PART_OF_SHARED_MISSING: (
        "'{shared}' places answers in '{subject}', which is no part of this form; "
        "add it to '{document}'"
    ),
    FormFault.PRIVATE_IS_PLACED: (
        "what is private is for the IRO alone and prints nowhere; take out '{subject}' or 'private'"
    ),
    FormFault.NOT_AN_OUTCOME: "'{subject}' is no outcome of these kinds of review; {instead}",
    FormFault.FILLS_TWICE: (
        "another question fills in '{subject}' already, in line {line}; let one of them do so"
    ),
    FormFault.FILLS_IN_GROUP: (
        "a question inside a group cannot fill in '{subject}', for it may have many answers; "
        "ask it outside the group"
    ),
    FormFault.TWO_PURPOSES: (
        "a form is for kinds of review, or consults someone before one; "
        "leave out 'review_kinds' or 'consults'"
    ),
    FormFault.NO_KIND: "a form is for at least one kind of review; name it here",
    FormFault.RECORDS_IN_CONSULTATION: (
        "a consultation goes to someone who keeps no records, such as '{subject}'; "
        "leave out 'records', and ask questions"
    ),
    FormFault.BUILT_IN_ID: (
        "'{subject}' is the id of a form of the program; give yours an id of its own"
    ),
    FormFault.VERSION_IN_USE: (
        "meetings are held under version {subject} of this form, and it never changes; "
        "make this version {next}"
    ),
    FormFault.NOT_NEWER: (
        "version {newest} of this form is kept already; make this version {next}"
    ),
    FormFault.KIND_TAKEN: (
        "'{subject}' has a form of the council's already, '{other}'; "
        "retire that one first, or give this form its id"
    ),
    FormFault.NOT_ITS_NAME: "this is {subject}, and belongs in {wanted}; move or rename the file",
}


def line_of(problem: Problem) -> str:
    """A problem with a form as `forms check` prints it, on one line that begins with its place."""
    return wording.line_of(problem, SENTENCES)
