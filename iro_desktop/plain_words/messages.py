"""A remark as a sentence for the writer: what it is, why it matters, what could be done."""

from iro_desktop.i18n.translator import Translator
from iro_desktop.plain_words.readability import Lengths, Readability
from iro_desktop.plain_words.remarks import Reason, Remark, Rule


def name_of(rule: Rule, tr: Translator) -> str:
    """A rule's name, for a list or a switch."""
    return {
        Rule.LONG_SENTENCE: tr("Long sentence"),
        Rule.SEVERAL_IDEAS: tr("More than one idea"),
        Rule.HARD_SENTENCE: tr("Hard sentence"),
        Rule.PASSIVE: tr("Nobody does it"),
        Rule.ACRONYM: tr("Short form"),
        Rule.HARD_WORD: tr("Hard word"),
        Rule.JARGON: tr("Word that services use"),
        Rule.THIRD_PERSON: tr("About the child, not to them"),
        Rule.BLAME: tr("Blame"),
        Rule.THIRD_PARTY: tr("Someone else's name"),
        Rule.PROMISE: tr("Vague promise"),
        Rule.SOFTENED_HARM: tr("Harm made to look small"),
    }[rule]


def sentence(remark: Remark, tr: Translator) -> str:
    """What is remarked, with the list's own reason where it gives one."""
    text = _of_reason(remark.reason, tr).format(
        words=_shortened(remark.words), offer=next(iter(remark.offers), ""), **dict(remark.parts)
    )
    return f"{text} {remark.why}" if remark.why else text


def offers_lead(remark: Remark, tr: Translator) -> str:
    """What leads in to the offers; empty where there are none."""
    if not remark.offers:
        return ""
    if remark.rule is Rule.HARD_WORD:
        return tr("The next sentence could say:")
    return tr("You could write:")


def _of_reason(reason: Reason, tr: Translator) -> str:
    return {
        Reason.TOO_MANY_WORDS: tr(
            "This sentence has {found} words. For this age, {limit} are enough. Try two sentences."
        ),
        Reason.TOO_MANY_IDEAS: tr(
            "There are {found} ideas in this sentence. Give each a sentence of its own."
        ),
        Reason.READS_OLD: tr(
            "This sentence is as hard as those for readers of {found}. "
            "Shorter words would make it easier."
        ),
        Reason.NOBODY_DOES_IT: tr(
            "“{words}” does not say who does it. Begin with the person: “Sam told you”, "
            "and not “you were told”."
        ),
        Reason.NOT_IN_FULL: tr("“{words}” is a short form. Say it in full, or say what it is."),
        Reason.NOT_EXPLAINED: tr(
            "The child may not know “{words}”. Explain it in the next sentence, "
            "or use an easier word."
        ),
        Reason.SERVICES_WORD: tr("“{words}” is a word that services use."),
        Reason.CHILD_HAS_A_WORD: tr("The child has a word of their own for “{words}”: “{offer}”."),
        Reason.COUNCIL_HAS_A_WORD: tr("Your council says “{offer}” and not “{words}”."),
        Reason.ABOUT_NOT_TO: tr(
            "“{words}” speaks about the child. The letter is to them: write “{offer}”."
        ),
        Reason.NAMED_NOT_ADDRESSED: tr(
            "“{words}” is the child who reads this. Write “{offer}” in place of the name."
        ),
        Reason.BLAMES: tr("“{words}” can sound like blame."),
        Reason.NAMES_ANOTHER: tr(
            "“{words}” is someone whom the child may not know by name. "
            "Check that the name may stand here, or say what the person does."
        ),
        Reason.NO_OWNER: tr("“{words}” does not say who promises it. Name the person."),
        Reason.NO_DATE: tr("“{words}” is no day. Say by when."),
        Reason.NOTHING_CERTAIN: tr(
            "Nobody can see whether “{words}” was done. Say what will have happened, and by when."
        ),
        Reason.HIDES_HARM: tr("“{words}” makes what happened look smaller than it was."),
    }[reason]


_MOST_SHOWN = 60


def _shortened(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _MOST_SHOWN else one_line[: _MOST_SHOWN - 1] + "…"


def reading_age(figures: Readability, limit: int, tr: Translator) -> str:
    """The reading age of an English text beside what suits the reader."""
    if figures.reading_age is None:
        return tr("There are too few words yet to tell a reading age.")
    age = tr.number(round(figures.reading_age))
    if figures.reading_age > limit:
        return tr(
            "Reading age: about {age}. For this child, {limit} would be better.",
            age=age,
            limit=tr.number(limit),
        )
    return tr("Reading age: about {age}. That suits this child.", age=age)


def lengths_alone(figures: Lengths, tr: Translator) -> str:
    """What can be said of a text that is not in English. It says that it is no reading age."""
    if figures.lix is None:
        return tr(
            "{number} characters in a sentence. This is no reading age.",
            number=tr.number(figures.in_a_sentence),
        )
    return tr(
        "{number} words in a sentence, LIX {lix}. This is no reading age: "
        "for this language the program knows none.",
        number=tr.number(figures.in_a_sentence),
        lix=tr.number(figures.lix),
    )
