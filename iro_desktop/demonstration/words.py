"""What made-up children say: their words by age, and what each is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that a child of an age between the two might say."""

    words: str
    about: str
    youngest: int
    oldest: int


def _sayings(youngest: int, oldest: int, *pairs: tuple[str, str]) -> tuple[Saying, ...]:
    return tuple(Saying(words, about, youngest, oldest) for about, words in pairs)


_LITTLE = _sayings(
    2,
    3,
    ("home", "My bed! Bunny in my bed. Bunny sleep."),
    ("home", "More swing. Higher. Again!"),
    ("family", "Nana come. Nana bring cake."),
    ("nursery", "Ducks. Big duck and baby duck. I did the bread."),
    ("home", "This my cup. Blue one. Mine."),
    ("family", "Mummy waved at me. I waved back."),
)

_SMALL = _sayings(
    4,
    7,
    ("home", "I like my room because it has stars on the ceiling and they glow when it is dark."),
    ("home", "We have a cat called Biscuit and he is allowed on the sofa but not on the table."),
    ("home", "Can I stay here till I am a hundred?"),
    ("school", "I can read the whole dragon book now. You can test me."),
    ("school", "My best thing is PE and my worst thing is the peas."),
    ("friends", "I have three friends. We are making a club for worms."),
    ("family", "I want to see Mum at the park, not in the little room. The park has swings."),
    ("family", "When I see my brother we do our special handshake. Nobody else knows it."),
    ("what I want", "Please can the meeting be short because I get wriggly."),
    ("what I want", "I want a bike with a bell. Purple. With a basket for Biscuit."),
    ("feelings", "When I am sad I go under the blanket and then I come out when I am ready."),
    ("health", "The dentist counted all my teeth and there were twenty. I got a sticker."),
)

_MIDDLE = _sayings(
    8,
    11,
    (
        "home",
        "I feel like a proper part of this family. My photo is on the stairs with everyone's.",
    ),
    ("home", "It is a bit noisy at tea time but I like it really. At first I didn't talk at all."),
    ("home", "I'd like a lock on my drawer. Not because of secrets. Just so it is mine."),
    ("school", "Maths is easy now since Miss showed me the box way. I help my table with it."),
    ("school", "I don't like being taken out of class for meetings. Everyone asks where I went."),
    (
        "friends",
        "I want to go to a sleepover and it took ages to say yes. By then it had happened.",
    ),
    ("family", "I miss my sister. We only get two hours and half of it is getting our shoes off."),
    ("family", "Can somebody tell me when I will see Grandad next? A real date, so I can count."),
    ("what I want", "I want to join the football team. Training is Tuesdays and I have the boots."),
    (
        "what I want",
        "Could you write to me instead of me reading the long report? A letter is nicer.",
    ),
    (
        "feelings",
        "I used to worry at night. Now I tell the dog first and then I can tell a person.",
    ),
    ("meetings", "I made the agenda. Number one was biscuits. Number two was my school trip."),
    ("health", "My inhaler is in my bag and I know what to do. I showed my teacher how."),
)

_OLDER = _sayings(
    12,
    15,
    ("home", "It's okay here. Actually it's good. They ask me stuff and then they really do it."),
    ("home", "I cooked for everyone on Sunday. Nobody died. I'd like to do it every week."),
    ("school", "I've picked my options: art, history and food. Art is the one I'm serious about."),
    (
        "school",
        "If I could change one thing it'd be the taxi. I want to get the bus with my mates.",
    ),
    ("friends", "I know you have to check things, but my friends think it is weird. Ask me first."),
    ("family", "I'd like to phone Mum when I choose and not have it booked like a haircut."),
    (
        "family",
        "I don't want to talk about my dad today. I might next time. I'll tell you if I do.",
    ),
    ("family", "Seeing my little brother is the best bit of the month. Don't ever cut that."),
    ("what I want", "I want to know the plan for when I am sixteen before I am sixteen."),
    ("what I want", "Less people in the room, please. I can say more when there are four of us."),
    ("feelings", "Running helps. When I've done a lap of the park things are smaller."),
    ("meetings", "I ran the first half of the meeting myself. It was strange but I liked it."),
    ("health", "I want to see the nurse by myself. I'm old enough to ask my own questions."),
)

_NEARLY_GROWN = _sayings(
    16,
    18,
    ("home", "I've learned to budget. I still run out by Thursday, but it used to be Tuesday."),
    ("home", "I want to stay after I'm eighteen if that's allowed. This is where my stuff is."),
    ("college", "Bricklaying is going well. My tutor says I have good hands for it."),
    (
        "college",
        "I'd like to try for university. Nobody in my family has. Who helps with the forms?",
    ),
    ("work", "I got the Saturday job at the bakery. I start at six and I have not been late once."),
    ("friends", "The football club is the first place here where people knew my name."),
    ("family", "I speak with my mother every Friday. Hearing her voice makes the week good."),
    ("family", "I would like my brother to come to my meetings. He knows me best."),
    ("what I want", "Tell me who my personal adviser is going to be. I would like to choose."),
    ("what I want", "I want to learn to drive. It is the difference between having a job or not."),
    ("meetings", "I have been to a lot of these. This was the first one where I did the talking."),
    ("feelings", "I am more calm than last year. I sleep. I make plans for more than one day."),
    ("papers", "Please help me with my papers. When I know I can stay I will think of the rest."),
)

SAYINGS = (*_LITTLE, *_SMALL, *_MIDDLE, *_OLDER, *_NEARLY_GROWN)


def sayings_at(age: int) -> tuple[Saying, ...]:
    """What a child of that age might say; nothing for a baby."""
    return tuple(saying for saying in SAYINGS if saying.youngest <= age <= saying.oldest)
