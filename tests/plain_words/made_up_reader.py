"""A made-up child who reads, with the program's own words: for tests of what is remarked."""

from iro_desktop import paths
from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.remarks import Remark, Rule
from iro_desktop.plain_words.situation import Situation
from iro_desktop.plain_words.word_list import WordList
from iro_desktop.plain_words.word_list_reader import read_starter_list


def starter() -> WordList:
    words, problems = read_starter_list(paths.words() / "starter.yaml")
    assert not problems
    assert words is not None
    return words


STARTER = starter()
WREN = Situation(
    words=(STARTER,),
    age=10,
    names=("Wren Made-up", "Wren"),
    pronouns="she/her",
    preferred=(("foster carer", "Auntie Jo"), ("advocate", "my voice person")),
    third_parties=("Robin Elsewhere", "May Grace", "Quill"),
    known_people=("Sam Example",),
)
YOUNG = Situation(words=(STARTER,), age=6)
OLDER = Situation(words=(STARTER,), age=15)
LINTER = Linter(WREN)


def found(text: str, rule: Rule, situation: Situation = WREN) -> list[str]:
    """The words on which one rule remarks."""
    linter = LINTER if situation is WREN else Linter(situation)
    return [remark.words for remark in linter.remarks(text) if remark.rule is rule]


def only(text: str, rule: Rule, situation: Situation = WREN) -> Remark:
    """The one remark of a rule."""
    (remark,) = (one for one in Linter(situation).remarks(text) if one.rule is rule)
    return remark
