"""Which pictogram goes with what is said, and what is seen in it.

A picture must never say the opposite of its sentence: a face is chosen only where nothing is
denied, and where nothing fits, the part's own picture stands.
"""

import re

from iro_desktop.documents.blocks import Pictured, Spans, text_of
from iro_desktop.i18n.languages import ENGLISH
from iro_desktop.i18n.translator import Translator

USUAL = "talk"

# What says that all is well: never beside a sentence that denies something.
_GLAD = frozenset({"handshake", "star", "happy", "proud", "brave"})
# What the headings of our documents are about. They are looked up in the reader's language.
_OF_HEADINGS = {
    "A letter about your meeting": "letter",
    "A letter about your plan": "letter",
    "Why am I writing to you?": "letter",
    "Who came to your meeting?": "people-meeting",
    "What did you tell us?": "talk",
    "What were the numbers from 0 to 10?": "scale",
    "What is going well?": "star",
    "How are things in your life?": "home",
    "What do people worry about?": "worried",
    "What do I think?": "person",
    "Did we keep our promises?": "handshake",
    "What did we decide?": "handshake",
    "What did you ask for that could not happen?": "question",
    "What are your rights?": "law",
    "When do we meet next?": "calendar",
    "One last thing": "letter",
    "For when you are older": "clock",
    "Your personal adviser": "person",
    "What the council does for you": "handshake",
    "Your record": "letter",
}
_KEYWORDS = (
    ("calendar", r"^by when"),
    ("person", r"^(?:who will do it|who promised it)"),
    ("phone", r"telephone|phone|ring me|ring you|call me|call you"),
    ("swimming", r"swim|swims|swimming"),
    ("football", r"football"),
    ("bicycle", r"bike|bicycle"),
    ("dog", r"dog|dogs|puppy"),
    ("cat", r"cat|cats|kitten"),
    ("music", r"music|sing|singing|guitar|piano|drums"),
    ("birthday", r"birthday"),
    ("holiday", r"holiday|holidays"),
    ("health", r"doctor|dentist|nurse|hospital|health|teeth|glasses|medicine"),
    ("school", r"school|college|teacher|teachers|homework|lessons at|exams?"),
    ("work", r"job|apprenticeship|training"),
    ("money", r"money|savings|pay|pays|grant|costs"),
    ("family", r"mum|dad|mummy|daddy|brothers?|sisters?|family|nan|grandma|grandad|auntie?|uncle"),
    ("friends", r"friends?"),
    ("law", r"judge|court|law|advocate|rights|complain"),
    ("drawing", r"draw|drew|drawing|drawings|picture|pictures|paint|painted"),
    ("home", r"home|house|bedroom|where you live"),
    ("handshake", r"promise|promises|promised|agreed"),
    ("people-meeting", r"meeting|met|meet|review"),
    (
        "calendar",
        r"(?:janu|febru)ary|april|june|july|august|(?:septem|octo|novem|decem)ber|"  # noqa: ISC004 - one pattern
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} (?:march|may)",
    ),
    ("listen", r"listen|listens|heard"),
    ("letter", r"letter|write to me|e-mail"),
)
_FACES = (
    ("worried", r"worry|worries|worried"),
    ("scared", r"scared|afraid|frightened"),
    ("sad", r"sad|sorry|upset|unhappy|crying"),
    ("brave", r"brave"),
    ("proud", r"proud"),
    ("happy", r"happy|glad|enjoy|enjoyed|fun|laugh"),
)
_DENIED = re.compile(r"\b(?:not|never|no|nobody|nothing|without|less)\b|n['’]t\b", re.IGNORECASE)


def _found(words: tuple[tuple[str, str], ...], text: str) -> str:
    return next(
        (name for name, any_of in words if re.search(rf"\b(?:{any_of})\b", text, re.IGNORECASE)), ""
    )


def pictogram_of_heading(heading: str, tr: Translator) -> str:
    """The picture of a part, from its heading."""
    known = {tr(text): name for text, name in _OF_HEADINGS.items()}
    return known.get(heading) or pictogram_for(heading, USUAL, tr)


def pictogram_for(text: str, of_its_part: str, tr: Translator) -> str:
    """The picture for a sentence: by what it names, in English alone; else that of its part."""
    if tr.language.code != ENGLISH:
        return of_its_part
    named = _found(_KEYWORDS, text)
    if _DENIED.search(text):
        return next((name for name in (named, of_its_part) if name and name not in _GLAD), USUAL)
    return _found(_FACES, text) or named or of_its_part


def pictured(spans: Spans, of_its_part: str, tr: Translator, anchor: str = "") -> Pictured:
    """A thought beside its picture."""
    name = pictogram_for(text_of(spans), of_its_part, tr)
    return Pictured(name, seen_in(name, tr), spans, anchor)


def seen_in(pictogram: str, tr: Translator) -> str:
    """What is seen in a pictogram, for those who cannot see it."""
    return {
        "bicycle": tr("A bicycle"),
        "birthday": tr("A birthday cake"),
        "brave": tr("A strong arm"),
        "calendar": tr("A calendar"),
        "cat": tr("A cat"),
        "clock": tr("A clock"),
        "dog": tr("A dog"),
        "drawing": tr("A crayon"),
        "family": tr("A family"),
        "football": tr("A football"),
        "friends": tr("Two friends"),
        "handshake": tr("Two hands that shake"),
        "happy": tr("A happy face"),
        "health": tr("A stethoscope"),
        "holiday": tr("A beach with an umbrella"),
        "home": tr("A house with a garden"),
        "law": tr("A pair of scales"),
        "letter": tr("A letter"),
        "listen": tr("An ear"),
        "money": tr("Money"),
        "music": tr("Notes of music"),
        "people-meeting": tr("Some people together"),
        "person": tr("A person"),
        "phone": tr("A telephone"),
        "proud": tr("A smiling face"),
        "question": tr("A question mark"),
        "sad": tr("A sad face"),
        "scale": tr("A ruler"),
        "scared": tr("A frightened face"),
        "school": tr("A school"),
        "star": tr("A star"),
        "swimming": tr("A swimmer"),
        "talk": tr("A speech bubble"),
        "work": tr("A toolbox"),
        "worried": tr("A worried face"),
    }[pictogram]
