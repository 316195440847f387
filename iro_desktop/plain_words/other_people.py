"""Names of people in the record whom the reader does not know by what they do.

A name is found whole, and by its first or last word alone, written with a capital. A part that is
a word of its own (Will, May, Grace) is found in the whole name only.
"""

from collections.abc import Iterator

from iro_desktop.plain_words.reading import Reading
from iro_desktop.plain_words.remarks import Reason, Remark, Rule
from iro_desktop.plain_words.running_text import tokens, vocabulary
from iro_desktop.plain_words.situation import Situation

_SHORTEST_PART = 3
_TITLES = vocabulary(
    """
    mr mrs ms miss mx dr prof professor sir rev father sister aunt uncle the
    """
)
_WORDS_TOO = vocabulary(
    """
    will may april june august summer autumn dawn grace hope joy faith rose lily daisy ivy iris
    olive hazel heather holly ruby amber jade pearl mark bill rob sue pat art frank grant dean
    drew penny victor chance chase page reed hunter mason carter baker cook king prince knight
    bishop young brown black white green grey gray long short little small wood woods hill field
    park lane rivers brooks stone banks church house home day night winter snow frost rain wall
    bell ball bush rice bird fox wolf swan martin cross west north east south love best good
    sweet moody wise noble case major price sharp speed swift wells read walker singer miller
    potter farmer fisher mother sunny sky star angel robin jay sandy dot gene guy don
    """
)

Name = tuple[str, ...]


def names_to_find(situation: Situation) -> frozenset[Name]:
    """Every way in which a third party's name is found. A part that a known person has is none."""
    known = (*situation.names, *situation.known_people)
    own = {part for name in known for part in tokens(name)}
    found: set[Name] = set()
    for name in situation.third_parties:
        whole = tuple(part for part in tokens(name) if part not in _TITLES)
        if not whole or set(whole) <= own:
            continue
        found.add(whole)
        for part in {whole[0], whole[-1]}:
            if len(part) >= _SHORTEST_PART and part not in _WORDS_TOO and part not in own:
                found.add((part,))
    return frozenset(found)


def third_parties(reading: Reading, names: frozenset[Name]) -> Iterator[Remark]:
    """Every third party named in a paragraph, in quotation marks too."""
    if not names:
        return
    longest = max(len(name) for name in names)
    firsts = {name[0] for name in names}
    words = reading.paragraph.words
    small = [word.small.removesuffix("'s") for word in words]
    at = 0
    while at < len(words):
        size = 0
        if small[at] in firsts and not words[at].text[0].islower():
            runs = range(min(longest, len(words) - at), 0, -1)
            size = next((one for one in runs if tuple(small[at : at + one]) in names), 0)
        if size:
            start, end = words[at].start, words[at + size - 1].end
            text = reading.paragraph.text[start:end]
            yield Remark(start, end, Rule.THIRD_PARTY, Reason.NAMES_ANOTHER, text)
        at += size or 1
