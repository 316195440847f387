"""Decisions that made-up reviews come to, each with how it is said to the child."""

from dataclasses import dataclass

from iro_desktop.domain.participation import Role


@dataclass(frozen=True, slots=True)
class Promise:
    """What will be done, by someone in that role, in so many weeks, for a child of such an age.

    `{owner}` in the child's words is whoever does it.
    """

    what: str
    to_child: str
    role: Role
    weeks: int
    youngest: int = 0
    oldest: int = 17


_WORKER, _CARER, _SCHOOL, _HEALTH = Role.SOCIAL_WORKER, Role.CARER, Role.SCHOOL, Role.HEALTH
_MANAGER, _IRO = Role.TEAM_MANAGER, Role.IRO

PROMISES = (
    Promise(
        "Update the care plan with what was agreed today and share it with everyone who came.",
        "{owner} will write our plan down again, so that it says what we agreed.",
        _WORKER,
        2,
    ),
    Promise(
        "Book the review health assessment and tell the carers the date.",
        "You will have a health check. {owner} will find a day and tell you.",
        _HEALTH,
        6,
    ),
    Promise(
        "Make the six-monthly dental check and send the date to the social worker.",
        "{owner} will take you to the dentist to have your teeth looked after.",
        _CARER,
        8,
        2,
    ),
    Promise(
        "Hold the personal education plan meeting this term, with the pupil premium on the agenda.",
        "Your teacher will hold a meeting about how school can help you more. You can come.",
        _SCHOOL,
        9,
        4,
        15,
    ),
    Promise(
        "Arrange family time outdoors, once a fortnight, and write the dates for a whole term.",
        "You will see your family outside more often. {owner} will give you all the dates.",
        _WORKER,
        4,
        3,
        16,
    ),
    Promise(
        "Ask the court for the family's current wishes to be considered in the final care plan.",
        "{owner} will tell the judge what your family hope for.",
        _WORKER,
        5,
        0,
        12,
    ),
    Promise(
        "Begin life story work, starting with photographs from the carers and the family.",
        "{owner} will make a book with you about your life, with photos in it.",
        _WORKER,
        12,
        4,
        12,
    ),
    Promise(
        "Sign up for a swimming course; the cost is agreed.",
        "{owner} will sign you up for swimming. You told me you want to learn.",
        _CARER,
        6,
        5,
        11,
    ),
    Promise(
        "Agree with the carers which everyday decisions they make themselves, sleepovers included.",
        "Your carers may say yes to sleepovers by themselves now. No more waiting.",
        _MANAGER,
        3,
        7,
        15,
    ),
    Promise(
        "Offer an independent visitor and introduce them at home.",
        "{owner} will look for someone who takes you out once a month, just for fun.",
        _WORKER,
        10,
        8,
        15,
    ),
    Promise(
        "Plan bus travel to school step by step, and stop the taxi when it has gone well.",
        "You will practise going by bus. When that goes well, no more taxi.",
        _CARER,
        7,
        11,
        15,
    ),
    Promise(
        "Complete the pathway plan with the young person, naming the personal adviser.",
        "{owner} will plan the next years with you, and tell you who your adviser will be.",
        _WORKER,
        8,
        15,
    ),
    Promise(
        "Open a savings account and register the young person for the provisional licence.",
        "{owner} will help you to open an account and ask for your provisional licence.",
        _CARER,
        8,
        16,
    ),
    Promise(
        "Confirm in writing that the home goes on after eighteen, and on what terms.",
        "{owner} will write to you about staying on after you are eighteen.",
        _MANAGER,
        6,
        16,
    ),
    Promise(
        "Keep a weekly weight and sleep diary and share it with the health visitor.",
        "{owner} will write down how you sleep and how you grow.",
        _CARER,
        4,
        0,
        1,
    ),
    Promise(
        "Arrange a two-year development check at home.",
        "{owner} will come and see how you play and talk.",
        _HEALTH,
        8,
        1,
        3,
    ),
    Promise(
        "Bring the plan for permanence to the next review, with the alternatives weighed.",
        "{owner} will bring an answer about where you will grow up.",
        _MANAGER,
        11,
    ),
    Promise(
        "Visit midway between reviews and telephone before.",
        "I will come to see you before our next meeting. I will ring you first.",
        _IRO,
        12,
        4,
    ),
    Promise(
        "Refer to the talking-therapies service and say who goes along the first time.",
        "{owner} will ask for someone you can talk to. You will not have to go alone.",
        _WORKER,
        5,
        8,
    ),
    Promise(
        "Buy the equipment for the club that the child has chosen.",
        "You will get what you need for your club. {owner} will go shopping with you.",
        _CARER,
        3,
        6,
        15,
    ),
)


def promises_at(age: int) -> tuple[Promise, ...]:
    """What might be decided for a child of that age."""
    return tuple(one for one in PROMISES if one.youngest <= min(age, 17) <= one.oldest)
