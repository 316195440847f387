"""What a made-up IRO notes at reviews: for the minutes, and as said to the child."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """Notes on one subject, for children of an age between the two.

    `to_child` is empty where the subject is not put to the child in words of its own.
    """

    about: str
    minutes: str
    to_child: str
    youngest: int = 0
    oldest: int = 18


_TEN, _ELEVEN = 10, 11

NOTES = (
    Note(
        "home",
        "Settled in the home. Sleeps through most nights and goes to the carers for comfort.",
        "You have your own bed and your own cup. The grown-ups cuddle you when you wake up.",
        0,
        4,
    ),
    Note(
        "home",
        "A place in the family is plain to see: photographs on the wall, a peg with a name, jobs"
        " that rotate. The routine before bed took a month to find and is now kept by everyone.",
        "You have a peg with your name on it and a job in the kitchen. Bedtime is calm now. You"
        " helped to find out how.",
        5,
        _TEN,
    ),
    Note(
        "home",
        "The home is going well. House rules were agreed together and are up on the fridge, phone"
        " times included. Disagreements are talked over the same day.",
        "You helped to write the house rules, and that shows. When there is a row, you all talk"
        " about it the same day.",
        _ELEVEN,
    ),
    Note(
        "home",
        "Some noise between the bedrooms at night; the carers will try changing rooms round. Apart"
        " from that, warm and steady care.",
        "It can be noisy at night where you live. The grown-ups will try changing rooms round.",
        5,
    ),
    Note(
        "family",
        "Family time is weekly and calm. It ends with the same song, which makes going easier.",
        "You see your family each week, and you end with your song.",
        0,
        4,
    ),
    Note(
        "family",
        "Family time takes place every fortnight and is looked forward to. An hour outdoors was"
        " tried and went better than the family centre.",
        "You see your family every two weeks. Outdoors was better than indoors, you said.",
        5,
        15,
    ),
    Note(
        "family",
        "Family time is arranged by telephone between the young person and the family directly."
        " The social worker keeps an eye on how it goes.",
        "You and your family make your own plans now. Ring me or your social worker if it gets"
        " hard.",
        14,
    ),
    Note(
        "school",
        "Nursery reports new words every week and a liking for water play.",
        "At nursery you love the water table. You have lots of new words.",
        2,
        4,
    ),
    Note(
        "school",
        "Reading has moved up two levels. Playtimes were difficult in the autumn; a lunch club"
        " has helped. The personal education plan is in date.",
        "Your reading has jumped up. Lunch club makes the long break better.",
        5,
        _TEN,
    ),
    Note(
        "school",
        "Attendance is good. Options have been chosen with the form tutor. Extra help in"
        " mathematics goes on for another term.",
        "You come to school and you try. You chose your own options. Maths help goes on.",
        _ELEVEN,
        15,
    ),
    Note(
        "school",
        "The course suits. The tutor describes someone who turns up early and asks good"
        " questions. The bursary is in place.",
        "Your tutor says you come early and ask good questions. Your bursary is there.",
        16,
    ),
    Note(
        "health",
        "Growth follows the line. The health visitor is content with eating and sleeping.",
        "You are growing well. The health visitor measures you and you laugh.",
        0,
        4,
    ),
    Note(
        "health",
        "Well in general. Glasses are worn at school now. The dentist was seen and is pleased.",
        "You wear your glasses, and you were brave at the dentist's.",
        5,
        15,
    ),
    Note(
        "health",
        "Registered with a doctor and a dentist and books appointments without help. Sleep is"
        " better since the phone is charged downstairs.",
        "You book your own appointments. You sleep better too: that was your own idea.",
        15,
    ),
    Note(
        "leisure",
        "Swings, ducks, music. A toddler group on Mondays.",
        "You like swings, ducks and music. So do I.",
        0,
        4,
    ),
    Note(
        "leisure",
        "Swimming, drawing, and a birthday party to which half the class came.",
        "Half your class came to your party! And you can swim a width.",
        5,
        _TEN,
    ),
    Note(
        "leisure",
        "Plays in a team and goes to matches. A sleepover was agreed by the carers on the spot,"
        " as it should be.",
        "You train, you play, you go to matches. Your carers can say yes to sleepovers.",
        _ELEVEN,
        15,
    ),
    Note(
        "leisure",
        "Works on Saturdays, meets friends, and has joined a running group.",
        "You work, you run and you have friends here. That is a lot to be proud of.",
        16,
    ),
    Note(
        "view",
        "The plan is the right one, and the people who carry it out know this child well. I will"
        " watch the dates that were promised.",
        "I think the plan is a good one for you. I will check that people do what they promised.",
    ),
    Note(
        "view",
        "Good care from day to day. Decisions above that are slow, and I have said so. I expect"
        " the answer on the long-term plan before the next review.",
        "You are looked after well. Some answers take too long. I told the managers that.",
    ),
    Note(
        "view",
        "The child's wishes have shaped the plan this time, and that is the change I most wanted"
        " to see.",
        "This time the plan has your ideas in it. That is how it should be.",
        4,
    ),
    Note(
        "opening",
        "",
        "I like how you showed me round and introduced me to everybody, even the fish.",
        4,
        _TEN,
    ),
    Note("opening", "", "I still think of the card game that you won. Twice.", 7),
    Note(
        "opening",
        "",
        "You asked me better questions than most grown-ups do. I wrote them down.",
        _ELEVEN,
    ),
    Note("opening", "", "When I came, you were stacking cups, and you gave me the red one.", 0, 4),
    Note(
        "going_well",
        "",
        "You have people who are glad when you come home. You laugh a lot. You try things.",
    ),
    Note(
        "going_well",
        "",
        "You say what you think, and people listen. School and home both say that you are kind.",
        5,
    ),
    Note("closing", "", "I look forward to seeing you. Bring the cup tower.", 0, 4),
    Note(
        "closing",
        "",
        "You can ring me whenever you want. You do not need a big reason.",
        4,
    ),
)


def notes_on(about: str, age: int) -> tuple[Note, ...]:
    """What might be noted on a subject for a child of that age."""
    return tuple(
        note for note in NOTES if note.about == about and note.youngest <= age <= note.oldest
    )
