"""What was found in a translator's file, in a sentence, and what to do about it."""

from iro_desktop.documents.exchange.checks import Fault, Finding
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.wording import Words


def words_of(finding: Finding, tr: Translator) -> Words:
    """The sentence and the next step for one finding. It quotes no whole text of the record."""
    lost, added = "; ".join(finding.lost), "; ".join(finding.added)
    both = " / ".join(part for part in (lost, added) if part)
    look = tr("Compare the two. If it is meant, accept the text; else ask the translator.")
    again = tr("Ask the translator to put that right and to send the file again.")
    sentence, next_step = {
        Fault.OTHER_LANGUAGE: (
            tr("The file is for {added}, not for {lost}.", added=added, lost=lost),
            tr("Choose the file for this language. Nothing was taken."),
        ),
        Fault.UNKNOWN: (
            tr("This text is not in the document, or was changed since."),
            tr("Send the document out again if its translation is still needed."),
        ),
        Fault.TWICE: (tr("This text came back with two translations."), again),
        Fault.ENGLISH_CHANGED: (
            tr("The English beside this translation is not what was sent."),
            again,
        ),
        Fault.MISSING: (
            tr("This text has no translation."),
            tr("Send it to the translator; until then the document is a draft."),
        ),
        Fault.DIRECTION: (
            tr("A sign in this text turns the writing round and never back."),
            again,
        ),
        Fault.MARKS: (tr("Addresses or marks differ: {marks}.", marks=both), look),
        Fault.NUMBERS: (tr("Numbers differ: {numbers}.", numbers=both), look),
        Fault.NAMES: (tr("Names are missing: {names}.", names=lost), look),
        Fault.STILL_ENGLISH: (tr("Some of it is still in English."), look),
    }[finding.fault]
    return Words(sentence, next_step)
