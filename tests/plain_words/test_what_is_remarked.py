"""Each rule by pairs: what it remarks on, and what it lets be."""

import pytest
from made_up_reader import OLDER, STARTER, WREN, YOUNG, found, only

from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.remarks import Reason, Rule
from iro_desktop.plain_words.situation import Situation

THIRTEEN_WORDS = "We saw you swim in the big pool near your new school today."
SIXTEEN_WORDS = "We saw you swim in the big pool near your new school with Jo last week."


@pytest.mark.parametrize(
    ("situation", "text", "times"),
    [
        (YOUNG, THIRTEEN_WORDS, 1),
        (WREN, THIRTEEN_WORDS, 0),
        (WREN, SIXTEEN_WORDS, 1),
        (OLDER, SIXTEEN_WORDS, 0),
        (OLDER, f"{SIXTEEN_WORDS[:-1]} and in May and in June.", 1),
    ],
)
def test_that_how_long_a_sentence_may_be_goes_by_age(
    situation: Situation, text: str, times: int
) -> None:
    assert len(found(text, Rule.LONG_SENTENCE, situation)) == times


def test_that_an_address_and_a_telephone_number_are_a_word_each() -> None:
    text = "You can ring me on 01632 960001 or write to avery@council.example now."
    assert found(text, Rule.LONG_SENTENCE, YOUNG) == []


def test_that_hyphens_join_words_and_full_stops_part_sentences() -> None:
    remark = only(SIXTEEN_WORDS, Rule.LONG_SENTENCE)
    assert dict(remark.parts) == {"found": "16", "limit": "15"}
    joined = SIXTEEN_WORDS.replace("big pool", "big-pool")
    assert found(joined, Rule.LONG_SENTENCE) == []
    assert found(SIXTEEN_WORDS.replace("pool", "pool. It was"), Rule.LONG_SENTENCE) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mum came to see you at home and you played with her cars.",
        "You moved to Jo’s house last May because Gran was very ill.",
        "You like your new school; the teachers there like you as well.",
        "You like your new school – the teachers there like you as well.",
        "You wanted to stay at home but we did not think it safe.",
    ],
)
def test_that_under_eight_a_sentence_holds_one_idea(text: str) -> None:
    assert found(text, Rule.SEVERAL_IDEAS, YOUNG) == [text]
    assert found(text, Rule.SEVERAL_IDEAS) == []


@pytest.mark.parametrize(
    "text",
    [
        "You and Mum and Jo went to the park and the zoo.",
        "You told me that you are happy when Jo reads to you.",
        "You cried because Mum left.",
        "We stayed in all day because of the rain and the wind.",
        "Jo made a cake for me and you.",
    ],
)
def test_that_one_idea_may_have_many_things_in_it(text: str) -> None:
    assert found(text, Rule.SEVERAL_IDEAS, YOUNG) == []


def test_that_a_short_sentence_of_long_words_is_hard() -> None:
    text = "Everybody’s imagination developed unexpectedly remarkably independently."
    assert only(text, Rule.HARD_SENTENCE).reason is Reason.READS_OLD


def test_that_names_make_no_sentence_hard() -> None:
    text = "You met Dr Anastasia Featherstonehaugh in Wolverhampton and Northumberland."
    assert found(text, Rule.HARD_SENTENCE) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You were told about it.", "were told"),
        ("The plan was not always followed.", "was not always followed"),
        ("It is being looked at.", "is being looked"),
        ("Your room was quickly painted.", "was quickly painted"),
        ("You got moved.", "got moved"),
        ("It wasn’t kept.", "wasn’t kept"),
    ],
)
def test_that_a_passive_is_remarked_on(text: str, words: str) -> None:
    assert found(text, Rule.PASSIVE) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "You were excited and worried.",
        "Jo is called Auntie.",
        "You were born in May.",
        "You are allowed to stay up.",
        "You want to be heard.",
        "You were there. Told by Jo.",
        "You told Sam about it.",
        "It is indeed red.",
        "Jo is lovely, kept rabbits and sang.",
        "You said “I was told off”.",
    ],
)
def test_that_what_is_no_passive_is_let_be(text: str) -> None:
    assert found(text, Rule.PASSIVE) == []


@pytest.mark.parametrize("text", ["The EHCP is on its way.", "You have two EHCPs.", "The Q4U."])
def test_that_a_short_form_is_to_be_said_in_full(text: str) -> None:
    assert len(found(text, Rule.ACRONYM)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "You watch TV at the BBC in the UK.",
        "Your school has an education plan (EHCP).",
        "An EHCP is a plan for help at school.",
        "You have an EHCP. That means a plan for help at school.",
        "You read about Henry VIII.",
        "THIS IS SO COOL!",
        "You said “I hate my EHCP”.",
        "I have a plan. IT is fun.",
    ],
)
def test_that_a_short_form_that_is_known_or_explained_is_let_be(text: str) -> None:
    assert found(text, Rule.ACRONYM) == []


def test_that_a_short_form_is_remarked_on_where_it_is_first_used_alone() -> None:
    assert found("The EHCP came.\nYour EHCP is good.", Rule.ACRONYM) == ["EHCP"]
    assert found("Your school plan (EHCP) came.\nThe EHCP is good.", Rule.ACRONYM) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You will see a psychologist. The room is blue.", "psychologist"),
        ("The judge made a care order last week. You went home.", "care order"),
        ("We had an extraordinary time.", "extraordinary"),
    ],
)
def test_that_a_hard_word_is_to_be_explained(text: str, words: str) -> None:
    assert found(text, Rule.HARD_WORD) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "You will see a psychologist. That is someone who knows how people feel.",
        "You will see a psychologist. A psychologist is someone who knows how people feel.",
        "Someone will help you with feelings. She is called a psychologist.",
        "A care order is when a judge asks us to look after you.",
        "You met Alexandrina. You watched television.",
        "Auntie Jo came. Elsewhere’s house is big.",
    ],
)
def test_that_a_hard_word_that_is_explained_is_let_be(text: str) -> None:
    assert found(text, Rule.HARD_WORD) == []


def test_that_a_name_in_the_record_is_no_hard_word() -> None:
    zorbelina = Situation((STARTER,), 10, ("Zorbelina",), known_people=("Perpetua Inkwell",))
    assert found("Zorbelina! Perpetua came.", Rule.HARD_WORD, zorbelina) == []
    assert found("Zorbelina! Perpetua came.", Rule.HARD_WORD, YOUNG) == ["Zorbelina", "Perpetua"]


def test_that_what_explains_a_hard_word_is_offered() -> None:
    remark = only("The judge made a care order. You went home.", Rule.HARD_WORD)
    assert remark.offers == ("That means a judge said that the council helps to look after you.",)


@pytest.mark.parametrize(
    ("text", "words", "offer"),
    [
        ("You have contact with Mum.", "contact", "family time"),
        ("Your Siblings miss you.", "Siblings", "brothers and sisters"),
        ("It was a LAC review.", "LAC review", "your meeting"),
        ("You like your foster-placement.", "foster-placement", "home"),
        ("This placement’s rules are fair.", "placement’s", "home"),
    ],
)
def test_that_words_of_services_are_remarked_on_and_others_offered(
    text: str, words: str, offer: str
) -> None:
    remark = only(text, Rule.JARGON)
    assert (remark.words, remark.offers[0]) == (words, offer)


@pytest.mark.parametrize(
    "text",
    [
        "You can contact me.",
        "You lost a contact lens.",
        "Bring a coat, just in case.",
        "You have a lac of sweets.",
        'You said: "I hate contact".',
        "You cannot in. Care is good.",
    ],
)
def test_that_the_same_letters_with_another_meaning_are_let_be(text: str) -> None:
    assert found(text, Rule.JARGON) == []


def test_that_the_longest_of_several_words_is_remarked_on_alone() -> None:
    assert found("You have supervised contact.", Rule.JARGON) == ["supervised contact"]


def test_that_the_childs_own_word_comes_first() -> None:
    for text in ("Your foster carer came.", "Your foster carers came."):
        remark = only(text, Rule.JARGON)
        assert remark.reason is Reason.CHILD_HAS_A_WORD
        assert remark.offers[:2] == ("Auntie Jo", "the people you live with")


def test_that_a_word_the_child_prefers_is_never_remarked_on() -> None:
    mine = Situation((STARTER,), 10, preferred=(("family time", "contact"),))
    assert found("You have contact with Mum.", Rule.JARGON, mine) == []
    assert found("You have family time.", Rule.JARGON, mine) == ["family time"]


@pytest.mark.parametrize(
    "text",
    [
        "You failed to come.",
        "Mum refused to go.",
        "It was attention seeking.",
        "You were non-compliant and disengaged.",
        "You have challenging behaviour.",
        "You absconded.",
    ],
)
def test_that_blame_is_remarked_on(text: str) -> None:
    assert found(text, Rule.BLAME)


@pytest.mark.parametrize("text", ["You did not come.", "You said no.", "Jo said “she refused”."])
def test_that_what_happened_without_blame_is_let_be(text: str) -> None:
    assert found(text, Rule.BLAME) == []


@pytest.mark.parametrize(
    "text",
    [
        "There was an incident.",
        "He was inappropriate.",
        "You were chastised.",
        "You were not kept safe.",
    ],
)
def test_that_harm_made_small_is_remarked_on(text: str) -> None:
    assert found(text, Rule.SOFTENED_HARM)


def test_that_harm_said_truly_is_let_be() -> None:
    assert found("Dad hit you. That was wrong.", Rule.SOFTENED_HARM) == []


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("The child is well.", ["you"]),
        ("We met with the young person’s teacher.", ["your"]),
        ("Wren said it was fun.", ["you"]),
        ("Wren’s teacher came.", ["your"]),
        ("We think Wren is well.", ["you"]),
        ("He/she may come.", ["you"]),
        ("It is his or her room.", ["your"]),
        ("Wren said she likes her dog.", ["you", "you", "your"]),
        ("Wren came. She was well.", ["you", "you"]),
        ("Wren Made-up came.", ["you"]),
    ],
)
def test_that_the_reader_spoken_of_is_remarked_on(text: str, offers: list[str]) -> None:
    remarks = [one for one in Linter(WREN).remarks(text) if one.rule is Rule.THIRD_PERSON]
    assert [offer for remark in remarks for offer in remark.offers] == offers


@pytest.mark.parametrize(
    "text",
    [
        "Dear Wren,",
        "Well done, Wren!",
        "Thank you Wren.",
        "Wren, you did well.",
        "Mum said she likes her dog.",
        "You met Mum. She was well.",
        "The child protection plan has ended.",
        "Jo said “Wren is kind”.",
        "You saw a wren in the tree.",
    ],
)
def test_that_the_reader_spoken_to_is_let_be(text: str) -> None:
    assert found(text, Rule.THIRD_PERSON) == []


def test_that_after_someone_else_a_pronoun_is_theirs() -> None:
    assert found("Wren and Mum came because she asked.", Rule.THIRD_PERSON) == ["Wren"]


def test_that_they_is_the_readers_only_where_the_reader_says_so() -> None:
    theirs = Situation((STARTER,), 10, ("Wren",), "they/them")
    assert found("Wren said they are well.", Rule.THIRD_PERSON, theirs) == ["Wren", "they"]
    assert found("Wren said they are well.", Rule.THIRD_PERSON) == ["Wren"]


def test_that_a_text_to_nobody_has_no_third_person() -> None:
    assert found("The child is well.", Rule.THIRD_PERSON, YOUNG) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You saw Robin Elsewhere.", ["Robin Elsewhere"]),
        ("Elsewhere’s son hit you.", ["Elsewhere’s"]),
        ("Quill was there.", ["Quill"]),
        ("You said “Quill hit me”.", ["Quill"]),
        ("You met May Grace in May.", ["May Grace"]),
    ],
)
def test_that_a_third_partys_name_is_remarked_on(text: str, words: list[str]) -> None:
    assert found(text, Rule.THIRD_PARTY) == words


@pytest.mark.parametrize(
    "text",
    ["We looked elsewhere.", "In May we say Grace.", "You saw Sam Example.", "A robin sang."],
)
def test_that_a_name_that_is_a_word_is_let_be_alone(text: str) -> None:
    assert found(text, Rule.THIRD_PARTY) == []


def test_that_a_name_shared_with_someone_known_is_not_found_alone() -> None:
    shared = Situation(
        (STARTER,), 10, third_parties=("Robin Example",), known_people=("Sam Example",)
    )
    assert found("Mr Example came.", Rule.THIRD_PARTY, shared) == []
    assert found("Robin Example came.", Rule.THIRD_PARTY, shared) == ["Robin Example"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Someone will ring you.", Reason.NO_OWNER),
        ("It will be sorted.", Reason.NO_OWNER),
        ("You will be told by Friday.", Reason.NO_OWNER),
        ("The team will help.", Reason.NO_OWNER),
        ("I will ring you soon.", Reason.NO_DATE),
        ("Sam will come as soon as possible.", Reason.NO_DATE),
        ("We’ll come in due course.", Reason.NO_DATE),
        ("We will look into it.", Reason.NOTHING_CERTAIN),
        ("We are going to try to help.", Reason.NOTHING_CERTAIN),
    ],
)
def test_that_a_vague_promise_is_remarked_on(text: str, reason: Reason) -> None:
    assert only(text, Rule.PROMISE).reason is reason


@pytest.mark.parametrize(
    "text",
    [
        "Sam will ring you by 3 June.",
        "You will be told by Sam.",
        "It was soon over.",
        "Will someone ring you?",
        "Someone told us this.",
        "You will think about it.",
        "Sam will come soon, on Friday 5 June.",
        "We looked into it.",
    ],
)
def test_that_a_promise_with_owner_and_day_is_let_be(text: str) -> None:
    assert found(text, Rule.PROMISE) == []


def test_that_a_promise_nobody_owns_is_not_called_passive_too() -> None:
    assert found("It will be sorted.", Rule.PASSIVE) == []
