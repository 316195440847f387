"""How many syllables an English word has, by rules of spelling alone.

The rules, in order:

1. A word known by heart has the number given for it.
2. An e that nobody says is left out: at the end of a word (`home`), before -s and -d (`homes`,
   `hoped`), before -ly, -ment, -ful, -less, -ness (`safely`) and where a compound joins
   (`something`). It is said after a consonant and l or r (`table`, `centre`), after t or d before
   -d (`wanted`), after a hissing sound before -s (`boxes`), and where no other vowel is.
3. Each run of a, e, i, o, u is one syllable, and so is y after a consonant (`study`, `flying`).
4. Two vowels are said apart where English mostly does so: `radio`, `area`, `usual`, `quiet`,
   `being`; but not in `nation`, `special`, `onion`, `marriage`.
5. The m of `realism` and `rhythm` is a syllable, and so is the n of `didn't`; the a of -ically is
   none (`basically`).
6. A word has at least one syllable, whatever is left of it.

`benches/plain_words.py` compares the outcome with the CMU Pronouncing Dictionary.
"""

import re
from functools import lru_cache

_BY_HEART = {
    word: number
    for number, words in {
        1: "aged clothes isle aisle",
        2: "business people peoples being seeing every evening evenings chocolate wednesday "
        "science review reviews quiet poem giant lion really create naked wicked crooked rugged "
        "beloved soldier soldiers different pigeon",
        3: "everyone everything everyday everybody everywhere anyone favourite favourites family "
        "families area areas idea ideas element elements businesses several interest theatre "
        "theatres created reviewing museum",
        4: "interested interesting",
    }.items()
    for word in words.split()
}

_SILENT_PART = r"(?<=[^aeiou])(?<![bcdfgkpstxz]l)"  # before an e: no vowel, and no -ble, -ple, -tle
_MUTE_E = re.compile(
    # where a compound joins
    r"(?<=^som)e(?=[^aeiour]..)|(?<=^ey)e(?=[^aeiousd])|"
    r"(?<=^(?:hom|for|tim|sid|fir|saf|car|bas|lif|lik|her|nam|lin|hop|lov|lac|fac|rac|tak|mak|not|"
    r"rop|wir|wid|cav|wav|liv|gam|mil|typ))e(?=(?:[^aeiourdns]|s[^aeiou])[^aeiou]?[aeiouy]..)|"
    r"(?<=^(?:ther|wher|hous|hors|spac|plac|whit|stat|trad|stor|shor|snak|ston|grav|driv|plan))"
    r"e(?=[^aeiour][^aeiou]?[aeiouy].)|"
    # before an ending
    rf"{_SILENT_PART}(?:(?<=[aeiouy].)|(?<=[aeiouy]..))e"
    r"(?=(?:ly|ments?|ful(?:ly|ness)?|less(?:ly|ness)?|ness(?:es)?|some|somely)\Z)|"
    r"(?<=som)e(?=ly\Z)|"
    # at the end, and before -d and -s
    rf"{_SILENT_PART}(?<![bcdgpt]r)e\Z|"
    rf"{_SILENT_PART}(?<![td])(?<![bcdfgkpt]r)e(?=d\Z)|"
    rf"{_SILENT_PART}(?<![szxcg])(?<![sc]h)(?<![bcdgpt]r)e(?=s\Z)|"
    r"(?<=[aeiou][gq])ue(?=[ds]?\Z)|(?<=sq)ue(?=s?\Z)"
)
_RUN = re.compile(r"[aeiou]+|(?<=[^aeiou])y(?!ards?\Z)")
_APART = re.compile(
    # ia, ie, ii, io, iu
    r"(?<![tcsgx])(?!(?:(?<=il)|(?<=ill))ia[nr])ia(?!g)|(?<=^g)ia|(?<=^d)ia(?=g)|(?<=[tc])ia(?=t(?!iv)|b)|"
    r"(?<=[rdvb])ien(?!d)|(?<=^cl)ien|(?<=^sc)ien|iet|"
    r"(?:(?<=[aeiou].)|(?<=[aeiou]..))ie(?=rs?\Z|st\Z)|ii|"
    r"(?<![tscgxnlh])io|io\Z|(?<=[tcg])io(?=s\Z)|(?<!n)iu|niu(?=m)|"
    # ea, ee, ei, eo, eu
    r"(?:(?<=[aeiou].)|(?<=[aeiou]..))ea\Z|crea(?=t(?!ur))|"
    r"(?<=^r)ea(?=ct|l[ist]|ss|ff|pp|dj|rr|w)|(?<=^d)ea(?=ct)|(?<=^pr)ea(?=[lmr][^sc])|"
    r"(?<=th)ea(?=t)|(?<=[dr])ea(?=l[is]?\Z)|(?<=in)ea|(?<=^r)ee(?=[lnmxdstv]...)|"
    r"ei(?=ng|ty|st|th?er\Z)|(?<=^r)ei(?=[mnst]...)|"
    r"(?<![gc])(?<!ch)(?<!^l)(?<!^j)eo(?!p)|ge(?=o[glmp])|(?<![gc])eou(?=s)|"
    r"eu(?=ms?\Z|s\Z|n[ip])|"
    # ua, ue, ui, uo
    r"(?<![qgs])ua|sua(?=l)|(?<=g)ua(?=l)|(?<![qg])ue(?=[lnt])|"
    r"(?<![qg])ui(?=d(?!e)|n|ty|ti|ci|s[mt]\Z)|(?<=g)ui(?=ty)|(?<!q)uo(?!y)|uou|"
    # ai, ae, ao, oa, oe, oi, oo
    r"ai(?=c|v(?!\Z))|ae(?=l)|ao|oa(?=s[ie])|oe(?=[mt]|x)|"
    r"oi(?=ng|c(?!e?s?\Z)|ncid)|(?<=[aeiou].)oi(?=sts?\Z)|"
    r"(?<=^c)oo(?=pera|pt|rd)|(?<=^z)oo(?=l)|iou(?=s)(?<![tcgx]iou)"
)
_SAID_M = re.compile(r"(?:[iay]s|th)ms?\Z")
_SAID_N = re.compile(r"[ds]n't\Z")


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """The syllables of one English word, at least one."""
    spelt = word.lower().replace("’", "'")
    letters = re.sub(r"[^a-z]", "", spelt.partition("'")[0])
    if letters in _BY_HEART:
        return _BY_HEART[letters]
    said = _MUTE_E.sub("", letters)
    number = len(_RUN.findall(said)) + len(_APART.findall(said))
    number += bool(_SAID_M.search(letters)) + bool(_SAID_N.search(spelt))
    number -= letters.endswith("ically")
    return max(1, number)
