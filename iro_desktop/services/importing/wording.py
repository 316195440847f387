"""What an import says of each thing it found: what is wrong, and what to do about it.

Where it stands is told apart, by `place_words`.
"""

from collections.abc import Mapping
from typing import Protocol

from iro_desktop.i18n import Translator, tr
from iro_desktop.problems import Problem
from iro_desktop.returns.findings import Finding

_F = Finding

_SENTENCES: Mapping[str, str] = {
    _F.EMPTY_FILE: "There is nothing in this file. Export it again.",
    _F.NOT_TEXT: (
        "This is neither text nor a workbook. Choose the .csv, .xml or .xlsx file that your "
        "council's system exports."
    ),
    _F.NO_ROWS: (
        "This is a {table} file with headings and no rows, so nothing was taken from it. If it "
        "should have rows, export it again."
    ),
    _F.NOT_RECOGNISED: (
        "This file is no table that is known. It is nearest to {nearest}, and lacks: {missing}. "
        "Add these columns, or export the table again."
    ),
    _F.NO_KNOWN_HEADING: (
        "No heading in this file is known. The SSDA903 return and Ofsted's Annex A can be read; "
        "check that it is one of their files and that its headings are there."
    ),
    _F.TOO_BIG: (
        "This file has {value} megabytes; at most {limit} are read. Check that it is the right "
        "file, or export less at once."
    ),
    _F.DAMAGED_WORKBOOK: (
        "This workbook is damaged, or is another kind of file. Open it in Excel, save it again "
        "as .xlsx, and import that."
    ),
    _F.LOCKED_WORKBOOK: (
        "This workbook is locked with a password. Open it, save a copy without a password in a "
        "safe place, import that, and delete the copy."
    ),
    _F.OLD_WORKBOOK: (
        "This is an Excel file of the old kind (.xls). Open it in Excel and save it as .xlsx or "
        ".csv."
    ),
    _F.SWOLLEN_WORKBOOK: (
        "This workbook would unpack to far more than a council's lists ever hold, so it was not "
        "opened. Check where it comes from; if it is right, save its lists as .csv."
    ),
    _F.BROKEN_XML: (
        "The XML ends early or is not well formed, so nothing was taken from it. Export it again."
    ),
    _F.XML_WITH_ENTITIES: (
        "This XML has definitions of its own (DOCTYPE), which the return never has and which can "
        "do harm, so it was not read. Ask where it comes from, and export it again."
    ),
    _F.OTHER_XML: (
        "This XML is not the SSDA903 return: it does not begin with EXPSSDA903. Choose the "
        "return's own file."
    ),
    _F.NOT_NEEDED: (
        "This is {table}. Nothing in it is needed here, so it was passed over. You need do nothing."
    ),
    _F.SAME_FILE: "This is the same file as {other}, and was read once. You need do nothing.",
    _F.CANNOT_BE_OPENED: (
        "The computer would not open this file ({value}). Close it in other programs, check that "
        "you may read it, and import it again."
    ),
    _F.COLUMNS_PASSED_OVER: (
        "Columns that {table} does not have were passed over: {columns}. You need do nothing."
    ),
    _F.COLUMNS_ABSENT: (
        "These columns of {table} are not there: {columns}. The rest was taken; what they would "
        "say stays as it is."
    ),
    _F.SAME_HEADING_TWICE: (
        "These headings stand there more than once: {columns}. The first of each was read; take "
        "the others out if that is wrong."
    ),
    _F.NOTHING_IN_FOLDER: (
        "This folder has no .csv, .xml or .xlsx file. Folders inside it are not looked into; "
        "choose the one that holds the files."
    ),
    _F.SHEET_PASSED_OVER: (
        "This sheet is no list that is known, and was passed over. You need do nothing."
    ),
    _F.NO_CHILD_NUMBER: (
        "The row does not say which child it is about, so it was left out. Put in the child's "
        "number and import again."
    ),
    _F.NOT_A_DATE: (
        "“{value}” is not a date. Write it as day, month and whole year, such as 31/12/2025, and "
        "import again."
    ),
    _F.TWO_DIGIT_YEAR: (
        "“{value}” leaves the century open. Write the year with four digits, such as 31/12/2025, "
        "and import again."
    ),
    _F.YEAR_OUT_OF_RANGE: ("The year in “{value}” cannot be right. Correct it and import again."),
    _F.DATE_READ_AS: "“{value}” was read as {read_as}. Check that this is the day meant.",
    _F.TOO_MANY_CELLS: (
        "The row has more cells than there are headings, so it is not known which is which, and "
        "it was left out. Put text that holds a comma in quotation marks, and import again."
    ),
    _F.NUL_IN_ROW: (
        "The row holds characters that are not text (NUL), so it was left out. Export the file "
        "again."
    ),
    _F.OPEN_QUOTATION_MARK: (
        "A quotation mark in this row is never closed, so the row was left out. Close it or take "
        "it out, and import again."
    ),
    _F.UNKNOWN_CODE_KEPT: (
        "“{value}” is not a code of the return. It was kept as it is; correct it in your "
        "council's system if it is wrong."
    ),
    _F.VALUE_REFUSED: (
        "“{value}” cannot stand in this column and was left out; the rest of the row was taken. "
        "Correct it and import again."
    ),
    _F.SPREADSHEET_ERROR: (
        "The spreadsheet shows an error, {value}, where a value should be. It was left empty; "
        "mend the formula and import again."
    ),
    _F.NO_DATE_OF_BIRTH: (
        "No file gives a date of birth for child {value} that can be read, and none is held, so "
        "the row was left out. Import Header together with this file, with that child in it."
    ),
    _F.OTHER_DATE_OF_BIRTH: (
        "The date of birth here, {value}, is not the one held for this child, {held}, which "
        "was kept. Find out which is right."
    ),
    _F.ENDS_BEFORE_IT_BEGINS: (
        "The episode ends on {value}, before it begins on {began}, so the row was left out. "
        "Correct one of the two and import again."
    ),
    _F.NOT_A_MEETING: (
        "“{value}” is no kind of meeting, so the row was left out. Write one of: {known}. Then "
        "import again."
    ),
    _F.NO_SUCH_HOUSEHOLD: (
        "No foster household has the number {value}, so the row was left out. Import a table "
        "with HOUSEHOLD, HOUSEHOLD_NAME and APPROVED that has it, together with this one."
    ),
    _F.NO_SUCH_PERIOD: (
        "No episode tells whose period of care {value} is, so the review was left out. Import "
        "ssd_cla_episodes together with this table."
    ),
    _F.BEGINS_BEFORE_BIRTH: (
        "Care begins on {value}, before the child was born on {born}. The row was taken; correct "
        "the date that is wrong and import again."
    ),
    _F.REASON_WITHOUT_END: (
        "There is a reason why the episode ceased, {reason}, but no day. It was taken as still "
        "running; put in the day if it has ceased."
    ),
    _F.END_WITHOUT_REASON: (
        "The episode ceased on {ended}, but no reason is given. The row was taken; put in the "
        "reason when you can."
    ),
    _F.SAME_CHILD_TWICE: (
        "Child {value} stands in {table} more than once. The later row was taken; take the other "
        "out."
    ),
    _F.SAME_EPISODE_TWICE: (
        "This child has another episode that begins on {value} ({other}, row {other_row}). "
        "The later row was taken; take the wrong one out."
    ),
    _F.SAME_REVIEW_TWICE: (
        "The review of {value} stands there twice ({other}, row {other_row}), and counts "
        "once. Take one out."
    ),
    _F.TWO_REVIEWS_ON_A_DAY: (
        "There are two reviews of this child on {value}, with the codes {other_code} ({other}, "
        "row {other_row}) and {code}. They count as one, with the later code, {code}; find out "
        "which is right."
    ),
    _F.REVIEW_IN_FUTURE: (
        "{value} is still to come, so the review was taken as planned, not held. If it was held "
        "already, correct the date and import again."
    ),
    _F.REVIEW_BEFORE_BIRTH: (
        "The review is on {value}, before the child was born on {born}. The row was taken; "
        "correct the date that is wrong and import again."
    ),
    _F.BORN_IN_FUTURE: (
        "The date of birth, {value}, is still to come. The row was taken; correct the date and "
        "import again, unless the child is not born yet."
    ),
    _F.CHAIRED_HERE: (
        "The return gives this review the participation code {value}; your own record says "
        "{ours}, and was left as it is. Tell your data team which is right."
    ),
    _F.PLANNED_HERE: (
        "The return says that this review was held; on this laptop it is not closed yet, and was "
        "left as it is. Finish your record, or put off its day."
    ),
    _F.REVIEW_DATE: (
        "“{value}” is not a date, so the review was left out. Write the day as 31/12/2025, with "
        "the whole year, and import again."
    ),
    _F.PARTICIPATION_CODE: (
        "“{value}” is not a participation code. The review was taken without one; give PN0 to "
        "PN7 and import again."
    ),
    _F.SHORT_BREAKS_ONLY: (
        "All of this child's episodes are short breaks (V3 or V4), whose reviews do not belong "
        "in the return (rule 399). The review was taken here; tell your data team."
    ),
    _F.UNDER_FOUR_BUT_OLDER: (
        "PN0 is for children under four, and this child was four on {birthday}, before the "
        "review of {day} (rule 440). The row was taken; find out how the child took part."
    ),
    _F.FOUR_OR_OVER_BUT_YOUNGER: (
        "{value} is for children of four and over, and this child was only four on {birthday}, "
        "after the review of {day} (rule 441). The row was taken; before four the code is PN0."
    ),
    _F.NO_EPISODES: (
        "Child {value} has no episode of care in this return (rule 1012). The review was taken; "
        "check the number, or whether the child's episodes are missing."
    ),
    _F.NOT_IN_HEADER: (
        "Child {value} is not in Header (rule INT08). The review was taken; check the number, or "
        "add the child to Header."
    ),
    _F.HEADER_HAS_OTHER_BIRTH: (
        "The date of birth here, {value}, is not the one in Header, {held}, which was used (rule "
        "INT17). Find out which is right."
    ),
}

# What is said where the cell is blank.
_WHEN_BLANK: Mapping[str, str] = {
    _F.NOT_A_DATE: "A date is needed here, so the row was left out. Put it in and import again.",
    _F.REVIEW_DATE: (
        "There is no date, so the review was left out. Put in the day it was held, and import "
        "again."
    ),
    _F.PARTICIPATION_CODE: (
        "There is no participation code. The review was taken without one; give PN0 to PN7 and "
        "import again."
    ),
    _F.CANNOT_BE_OPENED: (
        "The computer would not open this file. Close it in other programs, check that you may "
        "read it, and import it again."
    ),
}

_ANY = "Something here could not be taken. Check it and import again."


class Say(Protocol):
    """Puts a text into a language, and fills its fields."""

    def __call__(self, text: str, /, **fields: object) -> str:
        """The text."""
        ...


def sentence(problem: Problem, translator: Translator) -> str:
    """What is wrong and what to do, in one language."""
    text = _SENTENCES.get(problem.code, _ANY)
    if not problem.data.get("value"):
        text = _WHEN_BLANK.get(problem.code, text)
    return translator(text, **problem.data)


def place_words(problem: Problem, say: Say = tr) -> str:
    """Where it is: file, row and column, as far as they are known; in XML the child too.

    A file of XML may well be one long line, so that the line alone finds nothing.
    """
    place = problem.place
    words = [place.source]
    if place.line is not None:
        words.append(say("row {row}", row=place.line))
    if place.source.lower().endswith(".xml") and problem.subject not in {"", place.source}:
        words.append(say("child {number}", number=problem.subject))
    if place.column:
        words.append(str(place.column))
    return ", ".join(words)
